import { describe, expect, it } from 'vitest';
import { type DialogCourse, type SupportDialog, UNSEEN_COURSE } from '../../domain/dialogs.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import { type ReportInput, supportReport } from '../../domain/report.ts';
import { DEFAULT_WORKING_TIME } from '../../domain/working-time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);
/** A week from Monday to Sunday. */
const FROM = at('2026-11-16T00:00Z');
const UNTIL = FROM + 7 * DAY;

const dialog = (
  chatId: number,
  course: Partial<DialogCourse> = {},
  changes: Partial<SupportDialog> = {},
): SupportDialog => ({
  chatId,
  dialogId: `chat${chatId}`,
  isMain: false,
  title: `Question ${chatId}`,
  status: 'open',
  lastActivityAt: null,
  unread: 0,
  openSeenAt: null,
  turn: null,
  course: { ...UNSEEN_COURSE, ...course },
  refusedAt: null,
  ticket: null,
  ...changes,
});

const report = (dialogs: SupportDialog[], entries: JournalEntry[] = [], changes: Partial<ReportInput> = {}) =>
  supportReport({
    dialogs,
    entries,
    from: FROM,
    until: UNTIL,
    workingTime: { ...DEFAULT_WORKING_TIME, timeZone: 'UTC' },
    nameOf: (each) => `My ${each.title}`,
    ...changes,
  });

const counted = (moment: number, used: number, max: number | null = 5): JournalEntry => ({
  kind: 'slots.counted',
  at: moment,
  used,
  max,
});
/** Any entry: somebody looked. */
const LOOKED = counted(FROM - DAY, 0, null);

describe('a row', () => {
  it('tells the course of a dialog', () => {
    const course = {
      createdAt: FROM + HOUR,
      openedAt: FROM + 2 * HOUR,
      firstOwnAt: at('2026-11-16T17:00Z'),
      firstReplyAt: at('2026-11-17T10:00Z'),
      closedAt: at('2026-11-18T02:00Z'),
    };
    expect(report([dialog(7, course, { status: 'close', ticket: 'T-1' })]).rows).toEqual([
      {
        chatId: 7,
        title: 'My Question 7',
        status: 'close',
        ticket: 'T-1',
        createdAt: course.createdAt,
        openedAt: course.openedAt,
        firstReplyMs: 17 * HOUR,
        firstReplyWorkingMs: 2 * HOUR,
        durationMs: 2 * DAY,
        closedAt: course.closedAt,
        isPartlySeen: false,
      },
    ]);
  });

  it('lasts until the end of the period while the dialog is not closed', () => {
    const reopened = { openedAt: FROM + DAY, closedAt: FROM + 2 * DAY };
    expect(report([dialog(1, { openedAt: FROM + DAY })]).rows[0]).toMatchObject({
      durationMs: 6 * DAY,
      closedAt: null,
    });
    expect(report([dialog(1, reopened)]).rows[0]).toMatchObject({ durationMs: 6 * DAY, closedAt: null });
  });

  it('leaves open what was not seen', () => {
    const [row] = report([dialog(1, { firstOwnAt: FROM }, { status: 'close' })]).rows;
    expect(row).toMatchObject({
      firstReplyMs: null,
      firstReplyWorkingMs: null,
      durationMs: null,
      closedAt: null,
      isPartlySeen: true,
    });
    const [unended] = report([dialog(1, { openedAt: FROM }, { status: 'close' })]).rows;
    expect(unended).toMatchObject({ durationMs: null, isPartlySeen: true });
  });

  it('does not take an answer from before the question for a reply', () => {
    const [row] = report([dialog(1, { firstOwnAt: FROM + 2, firstReplyAt: FROM + 1 })]).rows;
    expect(row).toMatchObject({ firstReplyMs: null, firstReplyWorkingMs: null });
  });

  it('of a created dialog is complete without an opening', () => {
    const [row] = report([dialog(1, { createdAt: FROM }, { status: 'new' })]).rows;
    expect(row).toMatchObject({ isPartlySeen: false, durationMs: null });
  });
});

describe('which dialogs are in the report', () => {
  it.each([
    ['a message came', dialog(1, {}, { lastActivityAt: FROM })],
    ['somebody wrote', dialog(1, {}, { turn: { author: 'me', since: 0, at: FROM, source: 'event' } })],
    ['a message was refused', dialog(1, {}, { refusedAt: FROM })],
    ['it was closed', dialog(1, { closedAt: UNTIL - 1 })],
  ])('one in which %s during the period', (_, each) => {
    expect(report([each]).rows.length).toBe(1);
  });

  it('one that the journal mentions', () => {
    const renamed: JournalEntry = { kind: 'dialog.renamed', at: FROM, chatId: 1, title: 'CRM' };
    expect(report([dialog(1), dialog(2)], [renamed]).rows.map((row) => row.chatId)).toEqual([1]);
  });

  it('none in which everything happened before or after', () => {
    const early = dialog(1, { openedAt: FROM - 1 }, { lastActivityAt: FROM - 1 });
    const late = dialog(2, { openedAt: UNTIL }, { lastActivityAt: UNTIL });
    const renamed: JournalEntry = { kind: 'dialog.renamed', at: UNTIL, chatId: 1, title: 'CRM' };
    expect(report([early, late], [renamed]).rows).toEqual([]);
  });

  it('has the oldest first', () => {
    const rows = report([
      dialog(1, { createdAt: FROM + 2 }),
      dialog(2, { openedAt: FROM + 1 }),
      dialog(4, {}, { lastActivityAt: FROM }),
      dialog(3, {}, { lastActivityAt: FROM }),
    ]).rows;
    expect(rows.map((row) => row.chatId)).toEqual([3, 4, 2, 1]);
  });
});

describe('the totals', () => {
  it('count each dialog once, also one that the portal no longer lists', () => {
    const entries: JournalEntry[] = [
      { kind: 'dialog.opened', at: FROM, chatId: 1 },
      { kind: 'dialog.opened', at: FROM + 1, chatId: 1 },
      { kind: 'dialog.opened', at: FROM + 2, chatId: 9 },
      { kind: 'dialog.closed', at: FROM + 3, chatId: 9 },
      { kind: 'dialog.closed', at: UNTIL, chatId: 1 },
    ];
    const { totals } = report([dialog(1, { openedAt: FROM }), dialog(2, { openedAt: FROM + 5 })], entries);
    expect(totals).toMatchObject({ topics: 2, opened: 3, closed: 1 });
  });

  it('count what was sent against a warning and what was refused', () => {
    const overridden: JournalEntry = { kind: 'guard.overridden', at: FROM, reason: 'full', used: 5, max: 5 };
    const refused: JournalEntry = { kind: 'message.refused', at: FROM, chatId: 9 };
    const late = { ...refused, at: UNTIL };
    expect(report([], [overridden, overridden, refused, late]).totals).toMatchObject({ overrides: 2, refused: 1 });
  });

  it('have the middle value, or the mean of the two in the middle', () => {
    const replied = (chatId: number, hours: number) =>
      dialog(chatId, { firstOwnAt: FROM + 9 * HOUR, firstReplyAt: FROM + (9 + hours) * HOUR });
    const three = [replied(1, 1), replied(2, 100), replied(3, 11), dialog(4, { createdAt: FROM })];
    expect(report(three).totals).toMatchObject({ medianFirstReplyMs: 11 * HOUR, medianFirstReplyWorkingMs: 9 * HOUR });
    expect(report([...three, replied(5, 3)]).totals.medianFirstReplyMs).toBe(7 * HOUR);
  });

  it('take the duration of closed dialogs only', () => {
    const closed = dialog(1, { openedAt: FROM, closedAt: FROM + HOUR }, { status: 'close' });
    expect(report([closed, dialog(2, { openedAt: FROM })]).totals.medianDurationMs).toBe(HOUR);
    expect(report([dialog(2, { openedAt: FROM })]).totals.medianDurationMs).toBeNull();
  });

  it('are zero only when somebody looked', () => {
    const nothing = { topics: 0, opened: 0, closed: 0, overrides: 0, refused: 0 };
    const unseen = { topics: null, opened: null, closed: null, overrides: null, refused: null };
    const medians = { medianFirstReplyMs: null, medianFirstReplyWorkingMs: null, medianDurationMs: null };
    expect(report([], [LOOKED]).totals).toEqual({ ...nothing, ...medians });
    expect(report([], []).totals).toEqual({ ...unseen, ...medians });
    expect(report([], [counted(UNTIL, 1)]).totals).toEqual({ ...unseen, ...medians });
    expect(report([dialog(1, { openedAt: FROM })]).totals).toMatchObject({ topics: 1, opened: 1, closed: null });
  });

  it('go with the time of the first look', () => {
    expect(report([], [counted(FROM + 5, 1), LOOKED, counted(FROM, 1)]).observedSince).toBe(LOOKED.at);
    expect(report([]).observedSince).toBeNull();
  });
});

describe('slots over time', () => {
  it('begin with what was counted last before the period', () => {
    const entries = [counted(FROM + DAY, 5), counted(FROM - 2, 3), counted(FROM - 1, 4), counted(UNTIL, 1)];
    expect(report([], entries).slots).toEqual([
      { at: FROM, used: 4, max: 5 },
      { at: FROM + DAY, used: 5, max: 5 },
    ]);
  });

  it('begin with the first count when there was none before', () => {
    expect(report([], [counted(FROM + DAY, 2)]).slots).toEqual([{ at: FROM + DAY, used: 2, max: 5 }]);
  });

  it('have a step only where something changed, and the last of one moment', () => {
    const entries = [counted(FROM, 1), counted(FROM + 1, 1), counted(FROM + 2, 2), counted(FROM + 2, 3)];
    const limited = [...entries, counted(FROM + 3, 3, 6), counted(FROM + 4, 9), counted(FROM + 4, 3, 6)];
    expect(report([], limited).slots).toEqual([
      { at: FROM, used: 1, max: 5 },
      { at: FROM + 2, used: 3, max: 5 },
      { at: FROM + 3, used: 3, max: 6 },
    ]);
  });

  it('tell the share of the known time at the limit or above it', () => {
    const entries = [
      counted(FROM + DAY, 4),
      counted(FROM + 2 * DAY, 5),
      counted(FROM + 3 * DAY, 6),
      counted(FROM + 4 * DAY, 6, null),
      counted(FROM + 6 * DAY, 1),
    ];
    expect(report([], entries).atLimit).toEqual({ fullMs: 2 * DAY, knownMs: 4 * DAY, share: 0.5 });
  });

  it('tell no share when nothing was counted, or there was no limit', () => {
    const unknown = { fullMs: 0, knownMs: 0, share: null };
    expect(report([]).atLimit).toEqual(unknown);
    expect(report([], [counted(FROM, 7, null), counted(FROM + 1, 7, 0)]).atLimit).toEqual(unknown);
  });
});
