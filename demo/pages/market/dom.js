/** Elements, and the data that a page of applications came with. */
export const start = JSON.parse(document.getElementById('market-data')?.textContent ?? '{}');
export const words = start.words ?? {};

export function make(tag, { style, data, ...props } = {}, children = []) {
  const node = Object.assign(document.createElement(tag), props);
  Object.assign(node.style, style);
  Object.assign(node.dataset, data);
  node.append(...children);
  return node;
}

export const isInSlider = () => new URLSearchParams(location.search).get('IFRAME') === 'Y';

/** The same page inside of a slider; addresses in links do not tell where they are opened. */
export const inSlider = (path) => `${path}?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER`;
