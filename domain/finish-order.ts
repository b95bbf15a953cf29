/**
 * The order in which to finish dialogs.
 *
 * | #   | Reason         | Dialog                                                            | Since            | Looks finished |
 * | --- | -------------- | ----------------------------------------------------------------- | ---------------- | -------------- |
 * | 1   | `closedUnread` | closed by support with something unread: a look is enough         | closed, or moved | no: it is      |
 * | 2   | `answeredIdle` | open, support's last word, nothing moved for the set working days | moved            | yes            |
 * | 3   | `waitingForMe` | support's last word, still fresh, or in a created dialog          | support wrote    | no             |
 * | 4   | `idle`         | my last word or nobody knows whose, nothing moved for those days  | moved            | no             |
 * | 5   | `oldSession`   | moved lately, but open for more than 30 days                      | seen open        | no             |
 * | 6   | `lastWordMine` | support owes an answer                                            | I wrote          | no             |
 * | 7   | `unknownTurn`  | nothing of the above is known                                     | moved            | no             |
 *
 * Within a reason the main chat comes last, since it is never done with; else the longest time first, undated ones
 * last, then the lower chat id. A created dialog holds no slot: finishing it gains nothing, so it never looks finished.
 */
import { isIdleSince, lastMovementAt } from './attention.ts';
import type { SupportDialog } from './dialogs.ts';
import type { Settings } from './settings.ts';
import { SESSION_COUNTS_FOR } from './slots.ts';

export type FinishReason =
  | 'waitingForMe'
  | 'closedUnread'
  | 'answeredIdle'
  | 'idle'
  | 'oldSession'
  | 'lastWordMine'
  | 'unknownTurn';

export interface ToFinish {
  dialog: SupportDialog;
  reason: FinishReason;
  /** Epoch ms since which the reason holds; null when that is not known. */
  since: number | null;
  /** True where only the user's consent seems to be missing, and a slot would become free. */
  looksFinished: boolean;
}

const ORDER: readonly FinishReason[] = [
  'closedUnread',
  'answeredIdle',
  'waitingForMe',
  'idle',
  'oldSession',
  'lastWordMine',
  'unknownTurn',
];

/** Dialogs that are not closed, and closed ones with something unread, in the order in which to finish them. */
export function finishOrder(dialogs: readonly SupportDialog[], settings: Settings, now: number): ToFinish[] {
  return dialogs
    .map((dialog) => placeOf(dialog, settings, now))
    .filter((place) => place !== null)
    .sort(compare);
}

function placeOf(dialog: SupportDialog, settings: Settings, now: number): ToFinish | null {
  const place = (reason: FinishReason, since: number | null) => ({
    dialog,
    reason,
    since,
    looksFinished: reason === 'answeredIdle',
  });
  const moved = lastMovementAt(dialog);
  const { status, turn, openSeenAt } = dialog;
  if (status === 'close') return isUnread(dialog) ? place('closedUnread', dialog.course.closedAt ?? moved) : null;

  const isIdle = moved !== null && isIdleSince(moved, settings, now);
  if (turn?.author === 'support') {
    return isIdle && status === 'open' ? place('answeredIdle', moved) : place('waitingForMe', turn.since);
  }
  if (isIdle) return place('idle', moved);
  if (openSeenAt !== null && now - openSeenAt > SESSION_COUNTS_FOR) return place('oldSession', openSeenAt);
  return turn ? place('lastWordMine', turn.since) : place('unknownTurn', moved);
}

const isUnread = ({ unread }: SupportDialog) => unread !== 0 && unread !== 'unknown';

function compare(a: ToFinish, b: ToFinish): number {
  return (
    ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
    Number(a.dialog.isMain) - Number(b.dialog.isMain) ||
    (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER) ||
    a.dialog.chatId - b.dialog.chatId
  );
}
