/** Links of lists and tiles open in a slider, as the portal does it; with a key held down the browser decides. */
for (const link of document.querySelectorAll('a[data-slider]')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const address = new URL(link.href);
    address.searchParams.set('IFRAME', 'Y');
    address.searchParams.set('IFRAME_TYPE', 'SIDE_SLIDER');
    BX.SidePanel.Instance.open(address.pathname + address.search);
  });
}
