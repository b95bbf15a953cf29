/** Where a card stands beside the portal's message field. */
import { sendPanel } from '../../bitrix24/messenger-dom.ts';
import type { CardPlace } from '../../components/cards/card-place.ts';

const GAP = 8;
/** As wide as they get. */
const CARD_WIDTH = 440;
const HINT_WIDTH = 320;
/** Room that a card needs above the field; below that it goes to the corner. */
const LEAST_ROOM = 160;

/** The right corner of the window, above the field where the field reaches into the corner: its buttons stay free. */
function inCornerOf(width: number): CardPlace {
  const panel = sendPanel(document)?.getBoundingClientRect();
  const left = Math.max(GAP, innerWidth - width - GAP);
  const isInTheWay = panel && panel.width > 0 && panel.right > left && panel.bottom > innerHeight / 2;
  if (!isInTheWay || panel.top < LEAST_ROOM) return 'corner';
  return { left, bottom: Math.max(GAP, innerHeight - panel.top + GAP) };
}

/** Where a card stands that came by itself or that somebody asked for. */
export const inCorner = (): CardPlace => inCornerOf(CARD_WIDTH);

/** Where a hint stands: the corner, unless a card stands there. */
export const hintPlace = (isCornerTaken: boolean): CardPlace => (isCornerTaken ? aboveField() : inCornerOf(HINT_WIDTH));

/** Above the field, from its left edge; the corner of the window where there is no room. */
export function aboveField(): CardPlace {
  const panel = sendPanel(document)?.getBoundingClientRect();
  if (!panel || panel.width === 0 || panel.top < LEAST_ROOM) return 'corner';
  return { left: Math.max(GAP, panel.left), bottom: Math.max(GAP, innerHeight - panel.top + GAP) };
}
