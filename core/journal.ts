/** What the journal says of a change. */
import type { SupportDialog } from '../domain/dialogs.ts';
import type { CountedSlots, JournalEntry, SlotsEntry } from '../domain/journal.ts';
import type { SupportSlotsContext } from '../machines/support-slots.ts';

/** Entries for what is different between two states of the list of dialogs. */
export function entriesOf(
  before: readonly SupportDialog[],
  after: readonly SupportDialog[],
  now: number,
): JournalEntry[] {
  if (before === after) return [];
  const known = new Map(before.map((dialog) => [dialog.chatId, dialog]));
  return after.flatMap((dialog) => {
    const old = known.get(dialog.chatId);
    return old === dialog ? [] : entriesOfDialog(old, dialog, now);
  });
}

function entriesOfDialog(old: SupportDialog | undefined, dialog: SupportDialog, at: number): JournalEntry[] {
  const { chatId, status, turn, title, refusedAt } = dialog;
  const entries: JournalEntry[] = [];
  if (!old) entries.push({ at, kind: 'dialog.created', chatId });
  if (status !== (old?.status ?? 'new')) {
    if (status === 'open') entries.push({ at, kind: 'dialog.opened', chatId });
    if (status === 'close') entries.push({ at, kind: 'dialog.closed', chatId });
  }
  if (old?.title && title !== null && title !== old.title) entries.push({ at, kind: 'dialog.renamed', chatId, title });
  // What a page's own data tells may be weeks old; only what was heard has happened now.
  if (turn?.source === 'event' && turn.author !== old?.turn?.author) {
    entries.push({ at: turn.at, kind: turn.author === 'me' ? 'user.wrote' : 'support.answered', chatId });
  }
  if (refusedAt !== null && refusedAt !== (old?.refusedAt ?? null))
    entries.push({ at, kind: 'message.refused', chatId });
  return entries;
}

/** The slots as they count now; null while nobody has read them. */
export function countedNow({ used, limit, limitSource }: SupportSlotsContext): CountedSlots | null {
  if (used === null) return null;
  const max = limit?.kind === 'count' ? limit.max : null;
  return { used, max, ...(limitSource !== 'assumed' && { isTold: true as const }) };
}

/** The entry for the number of slots, if it is another one than was counted last. */
export function slotsEntry(counted: CountedSlots, last: CountedSlots | null, at: number): SlotsEntry | null {
  const isSame = last?.used === counted.used && last.max === counted.max;
  return isSame ? null : { at, kind: 'slots.counted', ...counted, before: last };
}
