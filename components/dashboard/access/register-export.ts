/** The register as the contents of a file. */
import { type HistoryEntry, isGuessed } from '../../../domain/access/record.ts';
import { stateWords } from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { CsvCell } from '../../../domain/csv.ts';
import {
  REGISTER_COLUMNS,
  REGISTER_FILE_COLUMNS,
  type RegisterColumn,
  type RegisterFileColumn,
  type RegisterMessages,
} from '../../../domain/register-text.ts';
import { isoTime, localTime } from '../dialog-rows.ts';
import { historySentence, type NameOfChat } from './record-words.ts';
import { endOf, nameOfRecord, type RegisterWords } from './register-rows.ts';

/** A record with the lines of its history, the oldest first. */
export interface RecordWithHistory {
  row: RegisterRow;
  history: readonly HistoryEntry[];
}

/** Gives each record its part of the whole history. */
export function withHistory(rows: readonly RegisterRow[], history: readonly HistoryEntry[]): RecordWithHistory[] {
  const byRecord = Map.groupBy(history, ({ recordId }) => recordId);
  return rows.map((row) => ({
    row,
    history: [...(byRecord.get(row.id) ?? [])].sort((a, b) => a.at - b.at),
  }));
}

const isTableColumn = (column: RegisterFileColumn): column is RegisterFileColumn & RegisterColumn =>
  (REGISTER_COLUMNS as readonly string[]).includes(column);

export const registerFileColumns = ({ column, fileColumn }: RegisterMessages): { name: string }[] =>
  REGISTER_FILE_COLUMNS.map((each) => ({ name: isTableColumn(each) ? column[each] : fileColumn[each] }));

interface Around {
  words: RegisterWords;
  now: number;
  nameOfChat: NameOfChat;
}

/** One record as a line of a CSV file; what is not known is empty. */
export function registerCells({ row, history }: RecordWithHistory, around: Around): CsvCell[] {
  const { access, register } = around.words;
  const time = (at: number | null) => (at === null ? null : localTime(at));
  const grant = row.kind === 'vendor' ? row : null;
  const cells: Record<RegisterFileColumn, CsvCell> = {
    kind: register.kind[row.kind],
    who: nameOfRecord(row, register),
    verified: row.origin === 'entered' ? register.entered : row.sender.isVerified ? register.yes : register.no,
    state: stateWords(access, row),
    requested: time(row.requestedAt),
    answered: time(row.answeredAt),
    answerer: row.answerer || (row.answeredBy && register.answeredBy[row.answeredBy]),
    days: grant?.days ?? null,
    daysSource: grant && access.length.source[grant.daysSource],
    starts: time('startsAt' in row ? row.startsAt : 'since' in row ? row.since : null),
    ends: time(endOf(row)),
    ended: time('endedAt' in row ? row.endedAt : null),
    ticket: row.ticket || null,
    dialog: dialogCell(row, around.words),
    reason: row.reason || null,
    history: history.map((entry) => `${localTime(entry.at)} ${lineOf(entry, row, around)}`).join('\n') || null,
  };
  return REGISTER_FILE_COLUMNS.map((column) => cells[column]);
}

/** A guess is marked as one in files, too. */
function dialogCell({ dialog, dialogName }: RegisterRow, { register }: Around['words']): string | null {
  if (!dialogName) return null;
  return isGuessed(dialog) ? `${dialogName} (${register.pane.linked[dialog.source]})` : dialogName;
}

const lineOf = (entry: HistoryEntry, row: RegisterRow, { words, now, nameOfChat }: Around): string =>
  `${historySentence(entry, row, words, { now, nameOfChat })} (${words.register.history.by[entry.by]})`;

/** Moments of a record, which a file writes as times. */
const MOMENTS = [
  'requestedAt',
  'answeredAt',
  'startsAt',
  'endsAt',
  'endedAt',
  'ticketClosedAt',
  'lastAt',
  'since',
  'reviewedAt',
  'setAsideAt',
  'changedAt',
] as const;

/** One record as plain data: times in ISO 8601, what is not known is null. */
export function plainRecord({ row, history }: RecordWithHistory, around: Around) {
  const { told, copies, snoozedUntil, ...rest } = row;
  const known: Record<string, unknown> = { ...rest };
  for (const name of MOMENTS) if (typeof known[name] === 'number') known[name] = isoTime(known[name]);
  return {
    ...known,
    ...(row.kind === 'vendor' && { signIns: row.signIns && plainSignIns(row.signIns) }),
    messages: copies.map(({ sentAt, answers: _answers, ...copy }) => ({ ...copy, sentAt: isoTime(sentAt) })),
    history: history.map((entry) => ({
      at: isoTime(entry.at),
      by: entry.by,
      change: entry.change,
      inWords: historySentence(entry, row, around.words, around),
    })),
  };
}

const plainSignIns = (signIns: NonNullable<Extract<RegisterRow, { kind: 'vendor' }>['signIns']>) => ({
  ...signIns,
  at: isoTime(signIns.at),
  from: isoTime(signIns.from),
  until: isoTime(signIns.until),
  rows: signIns.rows.map(({ at, ...row }) => ({ at: isoTime(at), ...row })),
});
