/** The portal's window that asks whether to uninstall, in all its kinds. */
import type { UninstallWindow } from '../domain/market/uninstall.ts';
import { codeFrom, isDrawn, NEW_LIST, textOf, UNINSTALL } from './market-dom.ts';

/** A window with the elements it was read from. */
export interface FoundWindow {
  facts: Omit<UninstallWindow, 'wasTickedAtOpening'>;
  /** The window itself: something to stand beside, and to know it again by. */
  element: HTMLElement;
  /** Every box that may be meant, the one to be seen first; none twice. */
  boxes: HTMLInputElement[];
  /** What the portal said in place of the question; null while it asks. */
  refusal: string | null;
}

/** What was pressed to get there, where the window itself does not tell: code and name of the application. */
export type Pressed = { code: string | null; name: string } | null;

/** The window on show; null when there is none. */
export function findUninstallWindow(page: Document, pressed: Pressed): FoundWindow | null {
  const all = [...page.querySelectorAll<HTMLElement>(`[id^="${UNINSTALL.newPrefix}"], #${UNINSTALL.oldId}`)];
  // The one that was opened last lies above the others.
  const known = all.filter(isDrawn).at(-1);
  if (known) return readWindow(known, pressed);
  const unknown = [...page.querySelectorAll<HTMLElement>(UNINSTALL.anyWindow)].filter(isUnknownWindow).at(-1);
  return unknown ? readUnknown(unknown, pressed) : null;
}

/** The window whose confirming button an event happened in; null elsewhere. */
export function uninstallConfirmAt(target: EventTarget | null, pressed: Pressed): FoundWindow | null {
  const button = target instanceof Element ? target.closest(UNINSTALL.confirm) : null;
  const element = button?.closest<HTMLElement>(
    `[id^="${UNINSTALL.newPrefix}"], #${UNINSTALL.oldId}, ${UNINSTALL.anyWindow}`,
  );
  if (!element) return null;
  if (isKnownWindow(element)) return readWindow(element, pressed);
  return isUnknownWindow(element) ? readUnknown(element, pressed) : null;
}

const isKnownWindow = ({ id }: HTMLElement): boolean => id === UNINSTALL.oldId || id.startsWith(UNINSTALL.newPrefix);

const isUnknownWindow = (element: HTMLElement): boolean =>
  !isKnownWindow(element) && isDrawn(element) && element.querySelector(UNINSTALL.anyBox) !== null;

const readWindow = (element: HTMLElement, pressed: Pressed): FoundWindow =>
  element.id === UNINSTALL.oldId ? readOld(element, pressed) : readNew(element);

/** Each listed application has a box of its own in a hidden place; the portal takes the one in the window. */
function readNew(element: HTMLElement): FoundWindow {
  const box = element.querySelector<HTMLInputElement>(UNINSTALL.newBox);
  const code = codeFrom(element.id.slice(UNINSTALL.newPrefix.length));
  const tick = box?.checked ?? null;
  const name = code ? nameInList(element.ownerDocument, code) || quotedIn(element) : quotedIn(element);
  return {
    facts: { generation: 'new', code, name, shownTick: tick, sentTick: tick },
    ...{ element, boxes: box ? [box] : [], refusal: refusalIn(element, box, UNINSTALL.newText) },
  };
}

/** The portal looks for its box by id and so takes the first of the page, which may be in a window put away. */
function readOld(element: HTMLElement, pressed: Pressed): FoundWindow {
  const shown = element.querySelector<HTMLInputElement>(UNINSTALL.oldBox);
  const sent = element.ownerDocument.querySelector<HTMLInputElement>(UNINSTALL.oldBox);
  const [shownTick, sentTick] = [shown?.checked ?? null, sent?.checked ?? null];
  return {
    facts: { generation: 'old', code: pressed?.code ?? null, name: pressed?.name ?? '', shownTick, sentTick },
    element,
    boxes: [...new Set([shown, sent])].filter((box) => box !== null),
    refusal: refusalIn(element, shown, UNINSTALL.oldText),
  };
}

function readUnknown(element: HTMLElement, pressed: Pressed): FoundWindow {
  const box = element.querySelector<HTMLInputElement>(UNINSTALL.anyBox);
  const tick = box?.checked ?? null;
  return {
    facts: {
      generation: 'unknown',
      code: pressed?.code ?? null,
      name: pressed?.name ?? '',
      shownTick: tick,
      sentTick: tick,
    },
    ...{ element, boxes: box ? [box] : [], refusal: null },
  };
}

/** A refusal takes the place of the question and of everything that could be pressed but "close". */
function refusalIn(element: HTMLElement, box: HTMLInputElement | null, text: string): string | null {
  const asks = box !== null || element.querySelector(UNINSTALL.confirm) !== null;
  return asks ? null : textOf(element.querySelector(text)) || null;
}

function nameInList(page: Document, code: string): string {
  const cards = [...page.querySelectorAll(`${NEW_LIST.card}[data-app-code]`)];
  const card = cards.find((each) => each.getAttribute('data-app-code') === code);
  return card?.querySelector(NEW_LIST.title)?.getAttribute('title')?.trim() ?? '';
}

/** The question names the application between quotation marks, which are not the same in every language. */
const quotedIn = (element: HTMLElement): string =>
  /["“«„](.+)["”»“]/.exec(textOf(element.querySelector(UNINSTALL.newText)))?.[1]?.trim() ?? '';

/** The facts of a window, with how its box was when it was first seen. */
export const windowFacts = (found: FoundWindow, atOpening: FoundWindow): UninstallWindow => ({
  ...found.facts,
  wasTickedAtOpening: atOpening.facts.shownTick === true,
});
