/** Side panels of portal pages: iframes for pages, plain content for the messenger. */
(() => {
  const BASE_LEVEL = 1200;
  const open = [];

  function openPanel(url, className) {
    const overlay = document.createElement('div');
    overlay.className = 'side-panel side-panel-overlay side-panel-overlay-open';
    overlay.style.zIndex = String(BASE_LEVEL + open.length * 10);
    const container = document.createElement('div');
    container.className = 'side-panel side-panel-container';
    const content = document.createElement('div');
    content.className = `side-panel-content-container ${className ?? ''}`;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'side-panel-label';
    button.textContent = '✕';
    container.append(button, content);
    overlay.append(container);
    document.body.append(overlay);
    const slider = { url, overlay, content, closesOnEscape: true };
    button.addEventListener('click', () => close(slider));
    overlay.addEventListener('click', (event) => event.target === overlay && close(slider));
    open.push(slider);
    return slider;
  }

  function close(slider) {
    const at = open.indexOf(slider);
    if (at < 0) return;
    open.splice(at, 1);
    slider.onClose?.();
    slider.overlay.remove();
  }

  document.addEventListener('keydown', (event) => {
    const top = open.at(-1);
    if (event.key === 'Escape' && top?.closesOnEscape) close(top);
  });

  BX.namespace('BX.SidePanel').Instance = {
    /** Opens a page of the portal in a frame. */
    open(url) {
      const slider = openPanel(url);
      const frame = document.createElement('iframe');
      frame.className = 'side-panel-iframe';
      frame.src = url;
      slider.content.append(frame);
      return true;
    },
    /** Opens a panel in the same document; the messenger in it minds the Esc key itself. */
    openContent(url, { className, onClose }) {
      return Object.assign(openPanel(url, className), { onClose, closesOnEscape: false });
    },
    isOpen: () => open.length > 0,
    close() {
      if (open.length > 0) close(open.at(-1));
    },
    getTopSlider: () => open.at(-1) ?? null,
  };
})();
