/** What is done in the portal's window for uninstalling after a person has chosen it: a tick less, and the focus. */
import { UNINSTALL } from '../../bitrix24/market-dom.ts';
import type { FoundWindow } from '../../bitrix24/market-uninstall.ts';

/** As if a person had done it, so that the portal hears of it as well. */
export function untick({ boxes }: FoundWindow): void {
  for (const box of boxes.filter(({ checked }) => checked)) {
    box.checked = false;
    for (const type of ['input', 'change']) box.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** The portal's button may be one that cannot have the focus; its box can. */
export function focusIn({ element, boxes }: FoundWindow): void {
  const places = [element.querySelector<HTMLElement>(UNINSTALL.confirm), boxes[0], element];
  for (const place of places) {
    place?.focus();
    if (place && document.activeElement === place) return;
  }
}
