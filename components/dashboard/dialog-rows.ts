/** Which dialogs are on show, in which order, and how they are written into a file. */
import type { CsvCell } from '../../domain/csv.ts';
import type { DialogColumn, ExportColumn } from '../../domain/dashboard-text.ts';
import type { DialogStatus } from '../../domain/dialogs.ts';
import { dialogAddress, type PortalPlace } from '../../domain/portals/address.ts';
import type { DialogDetails, DialogView } from '../../domain/view.ts';
import type { Sorting } from './WindowedTable.tsx';

export interface DialogFilter {
  query: string;
  status: DialogStatus | 'any' | 'notClosed';
  /** Empty: any. */
  tag: string;
}

export const NO_FILTER: DialogFilter = { query: '', status: 'any', tag: '' };

/** A dialog under the name it is shown with. */
export interface DialogEntry extends DialogView {
  name: string;
}

const passesStatus = (filter: DialogFilter['status'], status: DialogStatus): boolean =>
  filter === 'any' || (filter === 'notClosed' ? status !== 'close' : status === filter);

/** What the filters leave; the search itself is done by the background. */
export function filterDialogs<T extends DialogView>(dialogs: readonly T[], { status, tag }: DialogFilter): T[] {
  return dialogs.filter((dialog) => passesStatus(status, dialog.status) && (tag === '' || dialog.tags.includes(tag)));
}

/** All tags there are, in the order of the language. */
export function tagsOf(dialogs: readonly DialogView[], language: string): string[] {
  const { compare } = new Intl.Collator(language);
  return [...new Set(dialogs.flatMap(({ tags }) => tags))].sort(compare);
}

const STATUS_ORDER: Record<DialogStatus, number> = { open: 0, new: 1, close: 2 };
const ATTENTION_ORDER = { refused: 0, waiting: 1, idle: 2 } as const;

type SortKey = string | number | null;

/** What a column sorts by; null always comes last. */
const SORT_KEYS: Record<Exclude<DialogColumn, 'task'>, (dialog: DialogEntry) => SortKey> = {
  name: ({ name }) => name,
  status: ({ status }) => STATUS_ORDER[status],
  turn: ({ turn }) => turn?.since ?? null,
  attention: ({ attention }) => attention && ATTENTION_ORDER[attention.kind] * 1e14 + attention.since,
  ticket: ({ ticket }) => ticket || null,
  tags: ({ tags }) => tags[0] ?? null,
  activity: ({ lastActivityAt }) => lastActivityAt,
};

/** Columns whose first press shows the newest. */
const NEWEST_FIRST: readonly string[] = ['activity'];

/** The order after a press on the head of a column: its own, then the other way, then the portal's. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  const isDescending = NEWEST_FIRST.includes(column);
  if (sorting?.column !== column) return { column, isDescending };
  return sorting.isDescending === isDescending ? { column, isDescending: !isDescending } : null;
}

/** Null: the order in which they come. */
export function sortEntries(dialogs: readonly DialogEntry[], sorting: Sorting | null, language: string): DialogEntry[] {
  if (!sorting) return [...dialogs];
  const keyOf = SORT_KEYS[sorting.column as keyof typeof SORT_KEYS];
  const { compare } = new Intl.Collator(language, { numeric: true });
  const way = sorting.isDescending ? -1 : 1;
  return dialogs
    .map((dialog) => ({ dialog, key: keyOf(dialog) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      const isNumber = typeof a.key === 'number' && typeof b.key === 'number';
      return way * (isNumber ? Number(a.key) - Number(b.key) : compare(String(a.key), String(b.key)));
    })
    .map(({ dialog }) => dialog);
}

export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  'name',
  'title',
  'status',
  'turn',
  'turnSince',
  'attention',
  'ticket',
  'tags',
  'task',
  'activity',
  'note',
  'link',
];

/** Words that a file needs. */
export interface ExportWords {
  status: Record<DialogStatus, string>;
  turn: { me: string; support: string };
  attention: Record<'waiting' | 'idle' | 'refused', string>;
}

/** One dialog as a line of a CSV file. */
export function toCells(dialog: DialogDetails & { name: string }, place: PortalPlace, words: ExportWords): CsvCell[] {
  const { turn, attention, note } = dialog;
  const cells: Record<ExportColumn, CsvCell> = {
    name: dialog.name,
    title: dialog.title,
    status: words.status[dialog.status],
    turn: turn && words.turn[turn.author],
    turnSince: turn && localTime(turn.since),
    attention: attention && words.attention[attention.kind],
    ticket: dialog.ticket || null,
    tags: dialog.tags.join(', '),
    task: note.taskUrl,
    activity: dialog.lastActivityAt === null ? null : localTime(dialog.lastActivityAt),
    note: note.text,
    link: dialogAddress(place, dialog.dialogId),
  };
  return EXPORT_COLUMNS.map((column) => cells[column]);
}

/** One dialog as plain data: times in ISO 8601, what is not known is null. */
export function toPlain({ note, name, ...dialog }: DialogDetails & { name: string }, place: PortalPlace) {
  const { turn, attention } = dialog;
  return {
    chatId: dialog.chatId,
    name,
    title: dialog.title,
    status: dialog.status,
    turn: turn && { writtenLastBy: turn.author, since: isoTime(turn.since) },
    attention: attention && { kind: attention.kind, since: isoTime(attention.since) },
    ticket: dialog.ticket || null,
    tags: dialog.tags,
    taskUrl: note.taskUrl || null,
    note: note.text || null,
    lastActivityAt: isoTime(dialog.lastActivityAt),
    link: dialogAddress(place, dialog.dialogId),
  };
}

export const isoTime = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** "2026-11-20 14:05" in the user's time zone, which spreadsheets take for a time. */
export function localTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
