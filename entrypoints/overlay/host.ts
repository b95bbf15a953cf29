/** The element on the page that holds our surfaces: closed to the page's scripts and styles, and quiet towards them. */

import type { IsolatedScope } from '../../link/page-side.ts';

export const HOST_NAME = 'latchdesk-overlay';

const scope = globalThis as IsolatedScope;

/** Keys pressed in our surfaces are ours: the portal closes a chat on Esc, and does so on key up. */
const OURS = ['keydown', 'keyup', 'keypress'];

/** Makes the host and the container inside its closed shadow root; the caller puts the host on the page. */
export function makeHost(styles: string, name = HOST_NAME): { host: HTMLElement; container: HTMLElement } {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  scope.latchdeskRoots ??= new WeakMap();
  scope.latchdeskRoots.set(host, root);
  const style = document.createElement('style');
  style.textContent = styles;
  const container = document.createElement('div');
  for (const type of OURS) container.addEventListener(type, (event) => event.stopPropagation());
  root.append(style, container);
  return { host, container };
}
