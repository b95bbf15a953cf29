/** Entries of the journal in words, and as the contents of a file. */
import type { CsvCell } from '../../domain/csv.ts';
import type { DashboardMessages, JournalGroup } from '../../domain/dashboard-text.ts';
import type { JournalEntry, JournalKind } from '../../domain/journal.ts';
import { isoTime, localTime } from './dialog-rows.ts';

const GROUP_OF: Record<JournalKind, JournalGroup> = {
  'slots.counted': 'slots',
  'dialog.created': 'dialogs',
  'dialog.opened': 'dialogs',
  'dialog.closed': 'dialogs',
  'dialog.renamed': 'dialogs',
  'message.refused': 'messages',
  'support.answered': 'messages',
  'user.wrote': 'messages',
  'guard.overridden': 'overrides',
  'draft.parked': 'drafts',
  'draft.offered': 'drafts',
  'draft.used': 'drafts',
  'draft.discarded': 'drafts',
  'access.requested': 'access',
  'access.warned': 'access',
  'access.granted': 'access',
  'access.declined': 'access',
  'access.overdue': 'access',
  'access.ended': 'access',
  'access.unclear': 'access',
  'access.reminded': 'access',
  'access.ticketClosed': 'access',
  'wipe.stopped': 'applications',
  'wipe.insisted': 'applications',
  'reinstall.begun': 'applications',
  'reinstall.compared': 'applications',
  'reinstall.done': 'applications',
  'reinstall.stopped': 'applications',
  'reinstall.dataWiped': 'applications',
  'appAccess.emptied': 'applications',
  'portal.signedOut': 'portal',
  'rule.noted': 'rules',
};

/** An entry with what stands in its row. */
export interface JournalLine {
  /** Its place among the entries of the period, the oldest is 0. */
  id: number;
  entry: JournalEntry;
  group: JournalGroup;
  sentence: string;
}

/** Entries in words, the newest first; `nameOf` names a dialog that the portal may no longer list. */
export function journalLines(
  entries: readonly JournalEntry[],
  words: DashboardMessages,
  nameOf: (chatId: number) => string,
): JournalLine[] {
  return entries
    .map((entry, id) => ({
      id,
      entry,
      group: GROUP_OF[entry.kind],
      // Of a hundred thousand rows some dozens are in sight.
      get sentence() {
        return sentenceOf(entry, words, nameOf);
      },
    }))
    .sort((a, b) => b.entry.at - a.entry.at || b.id - a.id);
}

function sentenceOf(entry: JournalEntry, { journal, drafts }: DashboardMessages, nameOf: (chatId: number) => string) {
  switch (entry.kind) {
    case 'slots.counted':
      return journal.slots(entry.used, entry.max);
    case 'guard.overridden':
      return journal.overridden(entry.reason, entry.used, entry.max);
    case 'dialog.renamed':
      return journal.renamed(nameOf(entry.chatId), entry.title);
    case 'draft.parked':
    case 'draft.offered':
    case 'draft.used':
    case 'draft.discarded':
      return journal.entry[entry.kind](entry.title || drafts.untitled);
    case 'access.requested':
    case 'access.warned':
    case 'access.granted':
    case 'access.declined':
    case 'access.overdue':
    case 'access.ended':
    case 'access.unclear':
    case 'access.reminded':
    case 'access.ticketClosed':
      return journal.access[entry.kind];
    case 'wipe.stopped':
    case 'wipe.insisted':
    case 'appAccess.emptied':
      return journal.application[entry.kind](entry.name);
    case 'reinstall.begun':
    case 'reinstall.compared':
    case 'reinstall.done':
    case 'reinstall.stopped':
    case 'reinstall.dataWiped':
      return journal.application[entry.kind]('');
    case 'portal.signedOut':
      return journal.signedOut;
    case 'rule.noted':
      return journal.noted(entry.name, entry.text);
    default:
      return journal.entry[entry.kind](nameOf(entry.chatId));
  }
}

export const lineCells = ({ entry, group, sentence }: JournalLine, words: DashboardMessages): CsvCell[] => [
  localTime(entry.at),
  words.journal.group[group],
  sentence,
];

export const plainEntry = ({ entry: { at, ...entry }, sentence }: JournalLine) => ({
  at: isoTime(at),
  ...entry,
  inWords: sentence,
});
