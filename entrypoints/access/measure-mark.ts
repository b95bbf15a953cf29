/** Where the portal's own buttons under a message are, and which of them answers what. */
import { keyboardButtons, keyboardUnder } from '../../bitrix24/messenger-dom.ts';
import type { Box, Mark, MarkLabel, Spot } from '../../components/access/ButtonMarks.tsx';
import type { RequestCopy } from '../../domain/access/record.ts';

/** Between what is framed and the words beside it. */
const GAP = 12;
/** A line of words beside a frame. */
const LINE = 24;
/** The longest caption needs so much room. */
const CAPTION = 280;

/** A frame around the buttons, or around the message where it has none and somebody asked for it; null: out of sight. */
export function measureMark(
  message: HTMLElement,
  copy: RequestCopy,
  isAskedFor: boolean,
): Omit<Mark, 'key' | 'isFresh'> | null {
  const keyboard = keyboardUnder(message);
  const target = keyboard ?? (isAskedFor ? message : null);
  if (!target || !isInSight(target, target.getBoundingClientRect())) return null;
  const buttons = keyboard ? keyboardButtons(keyboard).map((button) => button.getBoundingClientRect()) : [];
  const box = boxAround(buttons.length > 0 ? buttons : [target.getBoundingClientRect()]);
  const isEnd = copy.keyboard === 'revoke';
  const labels = isEnd ? [] : labelsOf(buttons, copy.answers);
  const what = !keyboard ? 'message' : isEnd ? 'revoke' : labels.length > 0 ? 'answer' : 'unsure';
  return { what, box, labels, caption: captionSpot(box, labels) };
}

/** Beside the frame where there is room, else below it and what stands there. */
function captionSpot({ left, top, width, height }: Box, labels: readonly MarkLabel[]): Spot {
  const right = left + width + GAP;
  const isFree = labels.every(({ side }) => side === 'below');
  if (isFree && right + CAPTION <= innerWidth) return { side: 'right', left: right, top: Math.round(top + height / 2) };
  const below = top + height + GAP + (isFree && labels.length > 0 ? LINE : 0);
  return { side: 'below', left: Math.round(left + width / 2), top: below };
}

/** True when its middle can be seen: neither scrolled away nor covered. */
export function isInSight(element: HTMLElement, { left, top, width, height }: Box): boolean {
  if (width === 0 || height === 0) return false;
  const seen = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  return element.contains(seen);
}

/** What each button answers, only where that is certain for all of them. */
function labelsOf(buttons: readonly Box[], answers: RequestCopy['answers']): MarkLabel[] {
  if (!answers || answers.length !== buttons.length) return [];
  const isRow = buttons.every(({ top, height }) => Math.abs(top - (buttons[0]?.top ?? 0)) < height / 2);
  return buttons.flatMap((button, index) => {
    const answer = answers[index];
    return answer ? [{ answer, ...(isRow ? below(button) : beside(button)) }] : [];
  });
}

const below = ({ left, top, width, height }: Box): Spot => ({
  side: 'below',
  left: Math.round(left + width / 2),
  top: Math.round(top + height + GAP),
});

const beside = ({ left, top, width, height }: Box): Spot => ({
  side: 'right',
  left: Math.round(left + width + GAP),
  top: Math.round(top + height / 2),
});

/** What holds all of them. */
function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(right - left),
    height: Math.round(bottom - top),
  };
}
