import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The way of the focus through something that came by itself. It takes none. What is redrawn away hands the focus to
 * the sign that stays (`data-access-focus`), and when all goes it returns to where it was in the page.
 */
export function useReturnedFocus(): RefObject<HTMLElement> {
  const frame = useRef<HTMLElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const wasInside = frame.current?.contains(focusedIn(frame.current));
  useLayoutEffect(() => {
    const now = frame.current;
    if (!wasInside || !now || now.contains(focusedIn(now))) return;
    (now.querySelector<HTMLElement>('[data-access-focus]') ?? now).focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const held = frame.current;
    if (!held) return;
    const remember = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLElement && !held.contains(relatedTarget)) before.current = relatedTarget;
    };
    held.addEventListener('focusin', remember);
    return () => {
      held.removeEventListener('focusin', remember);
      if (held.contains(focusedIn(held)) && before.current?.isConnected) before.current.focus({ preventScroll: true });
    };
  }, []);
  return frame;
}

/** Inside a shadow root the document only names the host, so the root is asked. */
function focusedIn(frame: HTMLElement): Element | null {
  const root = frame.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : frame.ownerDocument.activeElement;
}
