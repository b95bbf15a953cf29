import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Takes focus while the element is there, and gives it back to where it was when the element goes. */
export function useHeldFocus<T extends HTMLElement>(): RefObject<T> {
  const element = useRef<T>(null);
  const inside = element.current !== null && hasFocus(element.current);
  useLayoutEffect(() => {
    // What had the focus was redrawn away, and with it Esc: keep the focus in here.
    if (inside && element.current && !hasFocus(element.current)) element.current.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const held = element.current;
    if (!held) return;
    const before = focusedNear(held);
    held.focus({ preventScroll: true });
    return () => {
      // Someone who went on working in the page keeps the focus there.
      if (!hasFocus(held)) return;
      const target = before?.isConnected ? before : rootOf(held).querySelector<HTMLElement>('[data-latchdesk-chip]');
      target?.focus({ preventScroll: true });
    };
  }, []);
  return element;
}

function hasFocus(element: HTMLElement): boolean {
  return element.contains(rootOf(element).activeElement);
}

/** Inside a shadow root the document only names the host, so the root is asked first. */
function focusedNear(element: HTMLElement): HTMLElement | null {
  const focused = rootOf(element).activeElement ?? element.ownerDocument.activeElement;
  return focused instanceof HTMLElement && focused !== element.ownerDocument.body ? focused : null;
}

function rootOf(element: HTMLElement): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
}
