import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SupportDialog, type Turn, UNSEEN_COURSE } from '../../domain/dialogs.ts';
import { finishOrder } from '../../domain/finish-order.ts';
import type { Settings } from '../../domain/settings.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);
/** A Friday. */
const NOW = at('2026-11-20T12:00Z');
/** Longer ago than three working days. */
const LONG_AGO = at('2026-11-12T12:00Z');
const TODAY = at('2026-11-20T10:00Z');
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  workingTime: { ...DEFAULT_SETTINGS.workingTime, timeZone: 'UTC' },
};

const dialog = (chatId: number, changes: Partial<SupportDialog> = {}): SupportDialog => ({
  chatId,
  dialogId: `chat${chatId}`,
  isMain: false,
  title: null,
  status: 'open',
  lastActivityAt: TODAY,
  unread: 0,
  openSeenAt: TODAY,
  turn: null,
  course: UNSEEN_COURSE,
  refusedAt: null,
  ticket: null,
  ...changes,
});

/** A dialog whose last word came at `since`. */
const said = (chatId: number, author: Turn['author'], since: number, changes: Partial<SupportDialog> = {}) =>
  dialog(chatId, { lastActivityAt: since, turn: { author, since, at: since, source: 'event' }, ...changes });

const order = (...dialogs: SupportDialog[]) => finishOrder(dialogs, settings, NOW);
const ids = (...dialogs: SupportDialog[]) => order(...dialogs).map((place) => place.dialog.chatId);
const only = (each: SupportDialog) => {
  const [place] = order(each);
  return place && { reason: place.reason, since: place.since, looksFinished: place.looksFinished };
};

describe('why a dialog is to be finished', () => {
  it('closed by support and not read: a look is enough', () => {
    const closedAt = TODAY - HOUR;
    expect(only(dialog(1, { status: 'close', unread: 2, course: { ...UNSEEN_COURSE, closedAt } }))).toEqual({
      reason: 'closedUnread',
      since: closedAt,
      looksFinished: false,
    });
    expect(only(dialog(1, { status: 'close', unread: 'some' }))).toMatchObject({
      reason: 'closedUnread',
      since: TODAY,
    });
  });

  it.each([0, 'unknown'] as const)('not when it is closed and its unread is %s', (unread) => {
    expect(order(dialog(1, { status: 'close', unread }))).toEqual([]);
  });

  it('answered, and nothing moved since: it looks finished', () => {
    expect(only(said(1, 'support', LONG_AGO))).toEqual({
      reason: 'answeredIdle',
      since: LONG_AGO,
      looksFinished: true,
    });
  });

  it('answered lately: it waits for me', () => {
    expect(only(said(1, 'support', TODAY))).toEqual({ reason: 'waitingForMe', since: TODAY, looksFinished: false });
  });

  it('answered long ago, but support went on writing: it waits for me since the first answer', () => {
    const turn: Turn = { author: 'support', since: LONG_AGO, at: TODAY, source: 'event' };
    expect(only(dialog(1, { turn, lastActivityAt: null }))).toMatchObject({ reason: 'waitingForMe', since: LONG_AGO });
  });

  it('nothing moved, and the last word was mine or nobody knows whose', () => {
    expect(only(said(1, 'me', LONG_AGO))).toEqual({ reason: 'idle', since: LONG_AGO, looksFinished: false });
    expect(only(dialog(1, { lastActivityAt: LONG_AGO }))).toMatchObject({ reason: 'idle', looksFinished: false });
  });

  it('moved lately, but open for more than 30 days', () => {
    const openSeenAt = NOW - 30 * DAY - 1;
    expect(only(said(1, 'me', TODAY, { openSeenAt }))).toEqual({
      reason: 'oldSession',
      since: openSeenAt,
      looksFinished: false,
    });
    expect(only(said(1, 'me', TODAY, { openSeenAt: openSeenAt + 1 }))?.reason).toBe('lastWordMine');
  });

  it('my word was the last: support owes an answer', () => {
    expect(only(said(1, 'me', TODAY))).toEqual({ reason: 'lastWordMine', since: TODAY, looksFinished: false });
  });

  it('nothing is known', () => {
    expect(only(dialog(1, { lastActivityAt: null, openSeenAt: null }))).toEqual({
      reason: 'unknownTurn',
      since: null,
      looksFinished: false,
    });
  });

  it('a created dialog holds no slot, so it never looks finished', () => {
    const created = { status: 'new' as const, openSeenAt: null };
    expect(only(said(1, 'support', LONG_AGO, created))).toMatchObject({ reason: 'waitingForMe', looksFinished: false });
    expect(only(said(1, 'me', LONG_AGO, created))).toMatchObject({ reason: 'idle', looksFinished: false });
  });
});

describe('the order', () => {
  it('goes from a look that is enough to what nobody knows anything about', () => {
    const reasons = order(
      dialog(1),
      said(2, 'me', TODAY),
      said(3, 'me', TODAY, { openSeenAt: NOW - 40 * DAY }),
      said(4, 'me', LONG_AGO),
      said(5, 'support', TODAY),
      said(6, 'support', LONG_AGO),
      dialog(7, { status: 'close', unread: 1 }),
    ).map((place) => [place.dialog.chatId, place.reason]);
    expect(reasons).toEqual([
      [7, 'closedUnread'],
      [6, 'answeredIdle'],
      [5, 'waitingForMe'],
      [4, 'idle'],
      [3, 'oldSession'],
      [2, 'lastWordMine'],
      [1, 'unknownTurn'],
    ]);
  });

  it('puts the longest wait first, then the lower chat id, undated ones last', () => {
    const waits = [said(3, 'support', TODAY), said(2, 'support', TODAY), said(9, 'support', TODAY - HOUR)];
    expect(ids(...waits)).toEqual([9, 2, 3]);
    expect(ids(dialog(1, { lastActivityAt: null }), dialog(2), dialog(0, { lastActivityAt: null }))).toEqual([2, 0, 1]);
  });

  it('puts the main chat last among its like, but not behind others', () => {
    const main = { isMain: true, dialogId: '5' };
    expect(ids(said(1, 'support', TODAY - HOUR, main), said(2, 'support', TODAY), said(3, 'me', TODAY))).toEqual([
      2, 1, 3,
    ]);
  });

  it('is the same however the dialogs arrive', () => {
    const dialogs = [
      ...[1, 2, 3].map((chatId) => said(chatId, 'support', TODAY)),
      ...[4, 5].map((chatId) => dialog(chatId, { lastActivityAt: null })),
      said(6, 'me', LONG_AGO),
    ];
    const expected = ids(...dialogs);
    fc.assert(
      fc.property(fc.shuffledSubarray(dialogs, { minLength: dialogs.length }), (shuffled) => {
        expect(ids(...shuffled)).toEqual(expected);
      }),
    );
  });
});
