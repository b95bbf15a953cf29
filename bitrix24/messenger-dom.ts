/** Where the messenger has what the guards look at. Found by class only; whatever is not found, nothing is guarded. */

/** The panel is named because the same button stands in other panels, too. */
const NEW_DIALOG_BUTTON = '.bx-im-sidebar-multidialog-detail__scope .bx-im-sidebar-detail-header__add-button button';
const NEW_DIALOG_WRAPPER = '.bx-im-sidebar-detail-header__add-button';
const FIELD = 'textarea.bx-im-textarea__element';
const SEND_PANEL = '.bx-im-send-panel__container';
const SEND_BUTTON = '.bx-im-elements-send-button';

const closest = (target: EventTarget | null, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** The portal's button for a new dialog in which an event happened. */
export const newDialogButtonAt = (target: EventTarget | null): HTMLElement | null => closest(target, NEW_DIALOG_BUTTON);

/** The button as it is now: the portal draws it anew at any time. */
export const newDialogButton = (page: Document): HTMLElement | null =>
  page.querySelector<HTMLElement>(NEW_DIALOG_BUTTON);

export type ButtonLook = 'ready' | 'busy' | 'loading' | 'limited';

/** How the portal shows its button: off is a class only, and only a reached limit has a reason in the title. */
export function buttonLook(button: HTMLElement): ButtonLook {
  if (button.classList.contains('--loading')) return 'busy';
  const isOff = button.classList.contains('--disabled') || button.hasAttribute('disabled');
  if (!isOff) return 'ready';
  return button.closest(NEW_DIALOG_WRAPPER)?.getAttribute('title') ? 'limited' : 'loading';
}

/** True once the panel about a support chat has its block of dialogs: then the page knows their limit. */
export const isSupportBlockLoaded = (page: Document): boolean =>
  page.querySelector('.bx-im-sidebar-multidialog-preview__questions-text') !== null;

/** The field in which a message is written, of the chat on show. */
export const messageField = (page: Document): HTMLTextAreaElement | null =>
  page.querySelector<HTMLTextAreaElement>(`${SEND_PANEL} ${FIELD}`);

/** The message field in which a key was pressed. */
export const messageFieldAt = (target: EventTarget | null): HTMLTextAreaElement | null =>
  closest(target, FIELD) as HTMLTextAreaElement | null;

/** The message field that a pressed send button belongs to; null when the button is off. */
export function fieldOfSendButtonAt(target: EventTarget | null): HTMLTextAreaElement | null {
  const button = closest(target, SEND_BUTTON);
  if (!button || button.classList.contains('--disabled')) return null;
  return button.closest(SEND_PANEL)?.querySelector<HTMLTextAreaElement>(FIELD) ?? null;
}

/** What a warning stands above: the field with its buttons. */
export const sendPanel = (page: Document): HTMLElement | null => page.querySelector<HTMLElement>(SEND_PANEL);

const MESSAGE = '.bx-im-message-base__wrap';
const KEYBOARD = '.bx-im-keyboard__container';
const KEYBOARD_BUTTON = '.bx-im-keyboard-button__container';

/** A message on show; the portal draws only those near the place that is scrolled to. */
export const messageOnShow = (page: Document, messageId: number): HTMLElement | null =>
  page.querySelector<HTMLElement>(`${MESSAGE}[data-id="${messageId}"]`);

/** The buttons under a message, as a whole; null when it has none. */
export const keyboardUnder = (message: HTMLElement): HTMLElement | null => message.querySelector<HTMLElement>(KEYBOARD);

/** The single buttons under a message, in the portal's order. Nothing in the page tells what each of them does. */
export const keyboardButtons = (keyboard: HTMLElement): HTMLElement[] => [
  ...keyboard.querySelectorAll<HTMLElement>(KEYBOARD_BUTTON),
];

/** A button under a message that was pressed. */
export interface PressedButton {
  messageId: number;
  /** Its place among all buttons of that message. */
  index: number;
  /** How many there are. */
  count: number;
}

/** The button under a message in which an event happened; null elsewhere, and for a button that is off. */
export function keyboardButtonAt(target: EventTarget | null): PressedButton | null {
  const button = closest(target, KEYBOARD_BUTTON);
  if (!button || button.classList.contains('--disabled') || button.classList.contains('--loading')) return null;
  const keyboard = closest(button, KEYBOARD);
  const messageId = Number(closest(button, MESSAGE)?.dataset.id);
  if (!keyboard || !Number.isSafeInteger(messageId) || messageId <= 0) return null;
  const buttons = keyboardButtons(keyboard);
  return { messageId, index: buttons.indexOf(button), count: buttons.length };
}

/** Numbers of the messages on show that have buttons; which commands these give, the page does not tell. */
export function messagesWithButtons(page: Document): number[] {
  const buttons = [...page.querySelectorAll(`${MESSAGE}[data-id] ${KEYBOARD_BUTTON}`)];
  const ids = buttons.map((button) => button.closest(MESSAGE)?.getAttribute('data-id') ?? '');
  return [...new Set(ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number))];
}
