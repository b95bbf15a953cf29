/** Watches the portal's button for a new dialog, before the portal hears it. */
import { type ButtonLook, buttonLook, newDialogButton, newDialogButtonAt } from '../../bitrix24/messenger-dom.ts';

export interface ButtonWatch {
  /** Decides at once; true stops the press. */
  isStopped(button: HTMLElement): boolean;
}

/** True while our own press after a person's decision is under way. */
let isLettingThrough = false;

/** Stops presses that shall not reach the portal; returns how to stop watching. */
export function watchNewDialogButton({ isStopped }: ButtonWatch): () => void {
  /** The press that has begun on the button and has not come to a click yet. */
  let isPressed = false;

  const onDown = (event: Event) => {
    isPressed = newDialogButtonAt(event.target) !== null;
  };

  const onClick = (event: Event) => {
    const button = newDialogButtonAt(event.target);
    isPressed = false;
    if (!button || isLettingThrough || !isStopped(button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  // The portal may draw its button anew between press and release: then no click comes, for it neither.
  const onUp = (event: Event) => {
    const button = newDialogButtonAt(event.target);
    if (!isPressed || !button) return;
    setTimeout(() => {
      if (isPressed) isStopped(button);
      isPressed = false;
    });
  };

  addEventListener('pointerdown', onDown, true);
  addEventListener('pointerup', onUp, true);
  addEventListener('click', onClick, true);
  return () => {
    removeEventListener('pointerdown', onDown, true);
    removeEventListener('pointerup', onUp, true);
    removeEventListener('click', onClick, true);
  };
}

/** Passes the person's press on to the portal's button as it is now; answers how the button looked, null for none. */
export function pressNewDialogButton(): ButtonLook | null {
  const button = newDialogButton(document);
  if (!button) return null;
  const look = buttonLook(button);
  isLettingThrough = true;
  button.click();
  isLettingThrough = false;
  return look;
}
