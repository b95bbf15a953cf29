/** Where the focus may go while a card is on show. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const STOPS = 'a[href], button, input, select, textarea, [tabindex]';

/** Keeps Tab inside a modal card: after its last stop comes the first one. */
export function keepTabInside(card: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...card.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);
  const focused = focusedIn(card);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const target = event.shiftKey ? stops.at(-1) : stops[0];
  const isOnCard = focused === card && event.shiftKey;
  if (!target || (focused !== edge && !isOnCard && focused && card.contains(focused))) return;
  event.preventDefault();
  target.focus();
}

/** A card that never took the focus keeps it when the control that had it was redrawn away. */
export function useKeptFocus(card: RefObject<HTMLElement>): void {
  const wasInside = card.current?.contains(focusedIn(card.current));
  useLayoutEffect(() => {
    const now = card.current;
    if (wasInside && now && !now.contains(focusedIn(now))) now.focus({ preventScroll: true });
  });
}

function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled')) return false;
  // Of a group of radio buttons, Tab reaches the chosen one.
  return !(element instanceof HTMLInputElement && element.type === 'radio') || element.checked;
}

/** Inside a shadow root the document only names the host, so the root is asked. */
function focusedIn(card: HTMLElement): Element | null {
  const root = card.getRootNode();
  return root instanceof ShadowRoot ? root.activeElement : card.ownerDocument.activeElement;
}
