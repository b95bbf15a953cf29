/** Where a card stands beside the portal's message field. */
import { sendPanel } from '../../bitrix24/messenger-dom.ts';
import type { CardPlace } from '../../components/cards/card-place.ts';
import type { ChipPlace } from '../../domain/chip.ts';
import type { PortalView } from '../../domain/view.ts';

const GAP = 8;
/** As wide as they get. */
const CARD_WIDTH = 440;
const HINT_WIDTH = 320;
/** What the chip takes of its edge. */
const CHIP_STRIP = 112;
/** Room that a card needs above the field; below that it goes to the corner. */
const LEAST_ROOM = 160;

/** The right corner of the window, above the field where the field reaches into the corner: its buttons stay free. */
function inCornerOf(width: number, chip: ChipPlace): CardPlace {
  const panel = sendPanel(document)?.getBoundingClientRect();
  const strip = chip.edge === 'right' && !chip.isHidden ? CHIP_STRIP : GAP;
  const left = Math.max(GAP, innerWidth - width - strip);
  const isInTheWay = panel && panel.width > 0 && panel.right > left && panel.bottom > innerHeight / 2;
  if (!isInTheWay || panel.top < LEAST_ROOM) return { left, bottom: GAP };
  return { left, bottom: Math.max(GAP, innerHeight - panel.top + GAP) };
}

/** Where a card stands that came by itself or that somebody asked for. */
export const inCorner = ({ chip }: PortalView): CardPlace => inCornerOf(CARD_WIDTH, chip);

/** Where a hint stands: the corner, unless a card stands there. */
export const hintPlace = (isCornerTaken: boolean, { chip }: PortalView): CardPlace =>
  isCornerTaken ? aboveField() : inCornerOf(HINT_WIDTH, chip);

/** Above the field, from its left edge; the corner of the window where there is no room. */
export function aboveField(): CardPlace {
  const panel = sendPanel(document)?.getBoundingClientRect();
  if (!panel || panel.width === 0 || panel.top < LEAST_ROOM) return 'corner';
  return { left: Math.max(GAP, panel.left), bottom: Math.max(GAP, innerHeight - panel.top + GAP) };
}
