const SHOWN_FOR = 5000;

/** Shows a short notice of the portal at the edge of the page. */
export function showNotice(text) {
  const node = document.createElement('div');
  node.className = 'ui-notification-balloon';
  node.setAttribute('role', 'status');
  node.textContent = text;
  document.body.append(node);
  setTimeout(() => node.remove(), SHOWN_FOR);
}
