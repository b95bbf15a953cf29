import { make } from './dom.js';

/** Windows that are on show, the last one on top. */
const shown = [];

document.addEventListener('keydown', (event) => {
  const top = shown.at(-1);
  if (event.key !== 'Escape' || !top?.closesOnEscape) return;
  event.stopPropagation();
  top.close();
});

/** A window of the portal. Closing puts it away; unless it is to be destroyed, it stays in the page. */
export class Popup {
  constructor(id, { content, buttons = [], title = '', closeIcon = false, closesOnEscape = true, onClose, isKept }) {
    this.id = id;
    this.closesOnEscape = closesOnEscape;
    this.onClose = onClose;
    this.isKept = isKept ?? true;
    this.content = make('div', { className: 'popup-window-content', id: `popup-window-content-${id}` }, [content]);
    this.buttons = make('div', { className: 'popup-window-buttons' }, buttons);
    const heading = title ? [make('div', { className: 'popup-window-titlebar' }, [title])] : [];
    const icon = make('span', { className: 'popup-window-close-icon', textContent: '✕' });
    icon.addEventListener('click', () => this.close());
    this.element = make('div', { id, className: 'popup-window', style: { display: 'none' } }, [
      ...heading,
      this.content,
      this.buttons,
      ...(closeIcon ? [icon] : []),
    ]);
    this.overlay = make('div', { className: 'popup-window-overlay', id: `popup-window-overlay-${id}` });
    document.body.append(this.element);
  }

  get isShown() {
    return shown.includes(this);
  }

  show() {
    if (this.isShown) return;
    shown.push(this);
    this.overlay.style.zIndex = String(2000 + shown.length * 10);
    this.element.style.zIndex = String(2001 + shown.length * 10);
    this.element.before(this.overlay);
    this.element.style.display = 'block';
  }

  close() {
    const at = shown.indexOf(this);
    if (at < 0) return;
    shown.splice(at, 1);
    this.overlay.remove();
    this.element.style.display = 'none';
    if (!this.isKept) this.element.remove();
    this.onClose?.();
  }

  setContent(node) {
    this.content.replaceChildren(node);
  }

  setButtons(buttons) {
    this.buttons.replaceChildren(...buttons);
  }
}

/** A button of a window: a span that listens itself. */
export function popupButton(text, kind, onPress) {
  const button = make('span', { className: `popup-window-button ${kind}` }, [
    make('span', { className: 'popup-window-button-text', textContent: text }),
  ]);
  button.addEventListener('click', () => onPress(button));
  return button;
}

export const linkButton = (text, onPress) =>
  popupButton(text, 'popup-window-button-link popup-window-button-link-cancel', onPress);
