/**
 * The edge of a portal's page: a line along the top in the portal's colour and a small label, so that nobody works on the
 * wrong one. It takes no press, makes no room for itself, and is not printed.
 */
import type { TabMessage } from '../bitrix24/surface-protocol.ts';
import { contentBrowser, isExtensionAlive } from '../platform/content-browser.ts';

const HOST_NAME = 'latchdesk-edge';

const LOOK = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 0 auto !important;
  z-index: 2147482999 !important;
  pointer-events: none !important;
}
:host([hidden]) { display: none !important; }
.line { height: 3px; }
.label {
  box-sizing: border-box;
  width: fit-content;
  max-width: min(40ch, 50vw);
  margin: 0 auto;
  padding: 0 8px 1px;
  border-radius: 0 0 5px 5px;
  overflow: hidden;
  color: #fff;
  font: 600 11px/14px system-ui, sans-serif;
  text-overflow: ellipsis;
  white-space: nowrap;
}
@media (forced-colors: active) {
  .line, .label { forced-color-adjust: none; }
}
@media print {
  :host { display: none !important; }
}`;

type Shown = Extract<TabMessage, { type: 'edge.show' }>;
type Respond = (isShown: true) => void;

export class Edge {
  readonly #host = document.createElement(HOST_NAME);
  readonly #line = document.createElement('div');
  readonly #label = document.createElement('div');

  constructor() {
    const root = this.#host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = LOOK;
    this.#line.className = 'line';
    this.#label.className = 'label';
    this.#label.setAttribute('role', 'note');
    root.append(style, this.#line, this.#label);
    contentBrowser.runtime.onMessage.addListener(this.#hear as never);
    document.addEventListener('fullscreenchange', this.#makeWay);
  }

  /** False once an update has cut it off. */
  isAlive(): boolean {
    return isExtensionAlive();
  }

  /** Leaves the page as if it had never been there. */
  end(): void {
    this.#host.remove();
    document.removeEventListener('fullscreenchange', this.#makeWay);
    contentBrowser.runtime?.onMessage?.removeListener(this.#hear as never);
  }

  readonly #hear = (message: TabMessage, _sender: unknown, respond: Respond): undefined => {
    if (message.type === 'edge.hide') this.#host.remove();
    if (message.type !== 'edge.show') return;
    this.#show(message);
    respond(true);
  };

  #show({ label, name, colour }: Shown): void {
    this.#label.textContent = label;
    this.#label.setAttribute('aria-label', name);
    for (const part of [this.#line, this.#label]) part.style.background = colour;
    this.#makeWay();
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
  }

  /** A call or a presentation that fills the screen is no place for it. */
  readonly #makeWay = (): void => {
    this.#host.hidden = document.fullscreenElement !== null;
  };
}
