/** Notices presses of the portal's own buttons under a known request. Looks on only: nothing is stopped or pressed. */
import { keyboardButtonAt, type PressedButton } from '../../bitrix24/messenger-dom.ts';
import type { AccessWish } from '../../bitrix24/surface-protocol.ts';
import type { RequestCopy } from '../../domain/access/record.ts';
import type { AccessItem } from '../../domain/access/view.ts';

type Pressed = Extract<AccessWish, { type: 'pressed' }>;

export interface PressWatch {
  items: () => readonly AccessItem[];
  tell: (id: string, event: Pressed) => void;
  /** False for a press that a script made up; a page must not answer in a person's name. */
  isReal?: (event: Event) => boolean;
}

/** Begins to look; returns how to stop. */
export function watchPresses({ items, tell, isReal = (event) => event.isTrusted }: PressWatch): () => void {
  const look = (event: Event) => {
    if (!isReal(event)) return;
    const pressed = keyboardButtonAt(event.target);
    const found = pressed && findCopy(items(), pressed.messageId);
    if (!found) return;
    const button = answerOf(found.copy, pressed);
    tell(found.id, { type: 'pressed', messageId: pressed.messageId, button });
  };
  // The portal changes its buttons with the press: this comes first.
  addEventListener('click', look, true);
  return () => removeEventListener('click', look, true);
}

function findCopy(items: readonly AccessItem[], messageId: number): { id: string; copy: RequestCopy } | null {
  for (const { id, kind, copies } of items) {
    if (kind !== 'vendor' && kind !== 'partner') continue;
    const copy = copies.find((each) => each.carrier === 'message' && each.messageId === messageId);
    if (copy) return { id, copy };
  }
  return null;
}

/** What the button does; null unless that is certain. */
function answerOf({ keyboard, answers }: RequestCopy, { index, count }: PressedButton): Pressed['button'] {
  if (keyboard === 'revoke') return count === 1 ? 'end' : null;
  return answers && answers.length === count ? (answers[index] ?? null) : null;
}
