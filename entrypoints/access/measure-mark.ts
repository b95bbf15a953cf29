/** Where the portal's own buttons under a message are, and which of them answers what. */
import { keyboardButtons, keyboardUnder } from '../../bitrix24/messenger-dom.ts';
import type { Box, Mark, MarkLabel } from '../../components/access/ButtonMarks.tsx';
import type { RequestCopy } from '../../domain/access/record.ts';

/** Between a frame and the words beside it. */
const GAP = 10;

/** A frame around the buttons, or around the message where it has none and somebody asked for it; null: out of sight. */
export function measureMark(
  message: HTMLElement,
  copy: RequestCopy,
  isAskedFor: boolean,
): Omit<Mark, 'key' | 'isFresh'> | null {
  const keyboard = keyboardUnder(message);
  const target = keyboard ?? (isAskedFor ? message : null);
  const rect = target?.getBoundingClientRect();
  if (!target || !rect || !isInSight(target, rect)) return null;
  const box = boxOf(rect);
  if (!keyboard) return { what: 'message', box, labels: [] };
  if (copy.keyboard === 'revoke') return { what: 'revoke', box, labels: [] };
  const labels = labelsOf(keyboardButtons(keyboard), copy.answers);
  return { what: labels.length > 0 ? 'answer' : 'unsure', box, labels };
}

/** True when its middle can be seen: neither scrolled away nor covered. */
export function isInSight(element: HTMLElement, { left, top, width, height }: Box): boolean {
  if (width === 0 || height === 0) return false;
  const seen = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  return element.contains(seen);
}

/** What each button answers, only where that is certain for all of them. */
function labelsOf(buttons: readonly HTMLElement[], answers: RequestCopy['answers']): MarkLabel[] {
  if (!answers || answers.length !== buttons.length) return [];
  const rects = buttons.map((button) => button.getBoundingClientRect());
  const isRow = rects.every((rect) => Math.abs(rect.top - (rects[0]?.top ?? 0)) < rect.height / 2);
  return rects.flatMap((rect, index) => {
    const answer = answers[index];
    return answer ? [isRow ? below(answer, rect) : beside(answer, rect)] : [];
  });
}

const below = (answer: MarkLabel['answer'], rect: Box): MarkLabel => ({
  answer,
  side: 'below',
  left: Math.round(rect.left + rect.width / 2),
  top: Math.round(rect.top + rect.height + GAP),
});

const beside = (answer: MarkLabel['answer'], rect: Box): MarkLabel => ({
  answer,
  side: 'right',
  left: Math.round(rect.left + rect.width + GAP),
  top: Math.round(rect.top + rect.height / 2),
});

const boxOf = ({ left, top, width, height }: Box): Box => ({
  left: Math.round(left),
  top: Math.round(top),
  width: Math.round(width),
  height: Math.round(height),
});
