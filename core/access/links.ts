/** Which support dialog a request belongs to. A guess is marked as one; only a person's word is none. */
import type { AccessRecord, LinkedDialog } from '../../domain/access/record.ts';
import type { AccessWatch } from '../../domain/access/watch.ts';
import type { SupportDialog } from '../../domain/dialogs.ts';
import type { DialogNote } from '../../domain/notes.ts';

/** Support speaks of access before it asks for it, not months before. */
const MENTION_COUNTS_FOR = 14 * 86_400_000;
const CLOCKS_DIFFER = 60 * 60_000;
const MOST_MENTIONS = 20;

export interface Dialogs {
  dialogs: readonly SupportDialog[];
  notes: { get(chatId: number): DialogNote | undefined };
}

/** The dialog a request comes from, as far as anything tells; null when nothing does. */
export function findDialog(
  record: AccessRecord,
  watch: AccessWatch,
  { dialogs: all, notes }: Dialogs,
): LinkedDialog | null {
  const { ticket, requestedAt } = record;
  // Every request comes in the main chat: that one is no question it could be about.
  const dialogs = all.filter(({ isMain }) => !isMain);
  const byTicket = ticket
    ? dialogs.find((dialog) => dialog.ticket === ticket || notes.get(dialog.chatId)?.ticket === ticket)
    : undefined;
  if (byTicket) return { chatId: byTicket.chatId, source: 'ticket' };
  const mention = watch.mentions.find(
    ({ chatId, at }) =>
      dialogs.some((dialog) => dialog.chatId === chatId) &&
      at <= requestedAt + CLOCKS_DIFFER &&
      requestedAt - at < MENTION_COUNTS_FOR,
  );
  if (mention) return { chatId: mention.chatId, source: 'mentioned' };
  const open = dialogs.filter(({ status }) => status === 'open');
  return open.length === 1 && open[0] ? { chatId: open[0].chatId, source: 'onlyOpen' } : null;
}

/** Remembers that support spoke of access in a dialog. */
export function withMention(watch: AccessWatch, chatId: number, at: number): AccessWatch {
  const others = watch.mentions.filter((mention) => mention.chatId !== chatId);
  return { ...watch, mentions: [{ chatId, at }, ...others].slice(0, MOST_MENTIONS) };
}

/** Support's number of the dialog: what a person wrote down comes first. */
export function ticketOf({ chatId }: LinkedDialog, { dialogs, notes }: Dialogs): string {
  return notes.get(chatId)?.ticket || dialogs.find((dialog) => dialog.chatId === chatId)?.ticket || '';
}

/** What the dialog is called; empty when it has no name of its own. */
export function dialogNameOf(record: AccessRecord, { dialogs, notes }: Dialogs): string {
  const chatId = record.dialog?.chatId;
  if (chatId === undefined) return '';
  return notes.get(chatId)?.alias || dialogs.find((dialog) => dialog.chatId === chatId)?.title || '';
}
