/** Dialogs, a report, entries and texts that the tests of the dashboard draw. */
import type { DialogEntry } from '../../../components/dashboard/dialog-rows.ts';
import type { Draft } from '../../../domain/drafts.ts';
import type { JournalEntry } from '../../../domain/journal.ts';
import { emptyNote } from '../../../domain/notes.ts';
import type { ReportRow, SupportReport } from '../../../domain/report.ts';
import type { DialogDetails, DialogView, DraftView } from '../../../domain/view.ts';
import { DAY, dialog, HOUR, NOW } from '../samples.ts';

export { DAY, HOUR, NOW };

export const entry = (chatId: number, changes: Partial<DialogEntry> = {}): DialogEntry => ({
  ...dialog(chatId),
  name: `Question ${chatId}`,
  ...changes,
});

export const entries = (count: number): DialogEntry[] => Array.from({ length: count }, (_, index) => entry(index + 1));

/** One dialog of every kind a row can tell. */
export const MIXED: DialogEntry[] = [
  entry(1, {
    name: 'Mail',
    alias: 'Mail',
    tags: ['CRM', 'urgent'],
    ticket: '22910',
    turn: { author: 'support', since: NOW - 5 * HOUR, at: NOW - HOUR, source: 'event' },
    attention: { kind: 'waiting', since: NOW - 5 * HOUR, worked: 5 * HOUR },
  }),
  entry(2, { attention: { kind: 'idle', since: NOW - 9 * DAY, days: 5 } }),
  entry(3, {
    turn: { author: 'me', since: NOW - DAY, at: NOW - DAY, source: 'page' },
    attention: { kind: 'refused', since: NOW - HOUR },
  }),
  entry(4, { status: 'new', lastActivityAt: null }),
  entry(5, { status: 'close', tags: ['CRM'] }),
];

export const details = (changes: Partial<DialogView> = {}, note = {}): DialogDetails => ({
  ...dialog(1),
  ...changes,
  note: { ...emptyNote(1), ...note },
});

export const row = (chatId: number, changes: Partial<ReportRow> = {}): ReportRow => ({
  chatId,
  title: `Topic ${chatId}`,
  status: 'close',
  ticket: null,
  createdAt: NOW - chatId * DAY,
  openedAt: NOW - chatId * DAY,
  firstReplyMs: 3 * HOUR,
  firstReplyWorkingMs: HOUR,
  durationMs: 12 * HOUR,
  closedAt: NOW - chatId * DAY + 12 * HOUR,
  isPartlySeen: false,
  ...changes,
});

export const report = (changes: Partial<SupportReport> = {}): SupportReport => ({
  rows: [
    row(9),
    row(2, { ticket: '22910' }),
    row(1, {
      status: 'open',
      createdAt: null,
      openedAt: null,
      firstReplyMs: null,
      firstReplyWorkingMs: null,
      durationMs: null,
      closedAt: null,
      isPartlySeen: true,
    }),
  ],
  totals: {
    topics: 3,
    opened: 2,
    closed: 2,
    medianFirstReplyMs: 3 * HOUR,
    medianFirstReplyWorkingMs: HOUR,
    medianDurationMs: null,
    overrides: 0,
    refused: 1,
  },
  slots: [
    { at: NOW - 9 * DAY, used: 4, max: 5 },
    { at: NOW - 3 * DAY, used: 5, max: 5 },
  ],
  atLimit: { fullMs: 3 * DAY, knownMs: 9 * DAY, share: 1 / 3 },
  observedSince: NOW - 60 * DAY,
  ...changes,
});

/** One entry of every kind. */
export const JOURNAL: JournalEntry[] = [
  { at: NOW - 12 * HOUR, kind: 'slots.counted', used: 4, max: 5 },
  { at: NOW - 11 * HOUR, kind: 'slots.counted', used: 4, max: null },
  ...(['dialog.created', 'dialog.opened', 'dialog.closed', 'message.refused'] as const).map((kind, index) => ({
    at: NOW - (10 - index) * HOUR,
    kind,
    chatId: 1,
  })),
  { at: NOW - 6 * HOUR, kind: 'dialog.renamed', chatId: 1, title: 'Mail' },
  { at: NOW - 5 * HOUR, kind: 'support.answered', chatId: 1 },
  { at: NOW - 4 * HOUR, kind: 'user.wrote', chatId: 77 },
  { at: NOW - 3 * HOUR, kind: 'guard.overridden', reason: 'The portal is down', used: 5, max: 5 },
  ...(['draft.parked', 'draft.offered', 'draft.used', 'draft.discarded'] as const).map((kind, index) => ({
    at: NOW - (120 - index) * 60_000,
    kind,
    draftId: 'a',
    title: index === 0 ? '' : 'Telephony',
  })),
];

const draftBase: Omit<Draft, 'text'> = {
  id: '7f0c0f60-0000-4000-8000-000000000001',
  kind: 'parked',
  state: 'waiting',
  title: 'Telephony',
  dialogId: null,
  createdAt: NOW - DAY,
  changedAt: NOW - DAY,
  offeredAt: null,
  snoozedUntil: 0,
};

export const draftView = (changes: Partial<DraftView> = {}): DraftView => ({
  ...draftBase,
  excerpt: 'Calls do not arrive',
  ...changes,
});

export const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...draftBase,
  state: 'discarded',
  text: 'Calls do not arrive',
  ...changes,
});
