/** Esc closes a card, and the portal hears neither the press nor the release. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Closes on Esc: anywhere in the window for a modal card, inside the card for any other. */
export function useEscape(card: RefObject<HTMLElement>, isModal: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = card.current;
    const page = element?.ownerDocument.defaultView;
    if (!page || !element) return;
    const closeOnEscape = (event: Event) => {
      // In Firefox it is a plain event with the names of one about a key.
      const { key, isComposing } = event as KeyboardEvent;
      // An input method takes Esc for itself.
      if (key !== 'Escape' || isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      swallowRelease(page);
      close.current();
    };
    // A key pressed in the card does not leave it; one pressed beside a modal card never comes into it.
    element.addEventListener('keydown', closeOnEscape);
    if (isModal) page.addEventListener('keydown', closeOnEscape, true);
    return () => {
      element.removeEventListener('keydown', closeOnEscape);
      page.removeEventListener('keydown', closeOnEscape, true);
    };
  }, [isModal]);
}

/** The focus is back in the page when the key comes up, and the portal closes a chat then. */
function swallowRelease(page: Window): void {
  const stop = () => {
    page.removeEventListener('keyup', swallow, true);
    page.removeEventListener('keydown', pressed, true);
  };
  const swallow = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
  };
  // A press that is no repetition of this one has a release of its own.
  const pressed = (event: KeyboardEvent) => {
    if (!event.repeat) return stop();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  page.addEventListener('keyup', swallow, true);
  page.addEventListener('keydown', pressed, true);
}
