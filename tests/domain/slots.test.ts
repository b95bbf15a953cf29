import { describe, expect, it } from 'vitest';
import type { SupportDialog } from '../../domain/dialogs.ts';
import { sortDialogs, totalUnread } from '../../domain/dialogs.ts';
import { countSlots, limitFromPortal, SESSION_COUNTS_FOR, slotLevel } from '../../domain/slots.ts';
import { UNTOLD } from '../readings.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

const dialog = (chatId: number, changes: Partial<SupportDialog> = {}): SupportDialog => ({
  chatId,
  dialogId: `chat${chatId}`,
  isMain: false,
  title: `Question ${chatId}`,
  status: 'open',
  lastActivityAt: NOW - chatId * 1000,
  unread: 0,
  ...UNTOLD,
  openSeenAt: NOW - 1000,
  ...changes,
});

describe('the portal’s limit in words', () => {
  it.each([
    [-1, 'off'],
    [-7, 'off'],
    [0, 'unlimited'],
    [1, 'single'],
    [2, 'count'],
    [5, 'count'],
  ])('%i is %s', (value, kind) => {
    expect(limitFromPortal(value).kind).toBe(kind);
  });
});

describe('counting slots', () => {
  it('counts open dialogs, the main chat included, and created ones apart', () => {
    const dialogs = [
      dialog(1),
      dialog(2, { isMain: true, dialogId: '5' }),
      dialog(3, { status: 'new' }),
      dialog(4, { status: 'close' }),
    ];
    expect(countSlots(dialogs, NOW)).toEqual({ used: 2, created: 1, atMost: false });
  });

  it('says "at most" once a dialog is open for longer than the server counts it', () => {
    const old = dialog(1, { openSeenAt: NOW - SESSION_COUNTS_FOR - 1 });
    expect(countSlots([old], NOW).atMost).toBe(true);
    expect(countSlots([{ ...old, status: 'close' }], NOW).atMost).toBe(false);
    expect(countSlots([dialog(1, { openSeenAt: null })], NOW).atMost).toBe(false);
  });
});

describe('the level', () => {
  const five = limitFromPortal(5);
  it.each([
    [0, 'roomy'],
    [3, 'roomy'],
    [4, 'near'],
    [5, 'full'],
    [6, 'over'],
  ])('%i of five is %s', (used, level) => {
    expect(slotLevel(used, five)).toBe(level);
  });

  it('names unlimited, single and switched off whatever the count', () => {
    expect([0, 1, -1].map((limit) => slotLevel(9, limitFromPortal(limit)))).toEqual([
      'unlimited',
      'single',
      'switchedOff',
    ]);
  });
});

describe('the order of dialogs', () => {
  it('puts what is not closed first, then the most recent, undated entries last', () => {
    const sorted = sortDialogs([
      dialog(1, { status: 'close', lastActivityAt: NOW }),
      dialog(2, { lastActivityAt: NOW - 9_000 }),
      dialog(3, { status: 'new', lastActivityAt: NOW - 5_000 }),
      dialog(4, { status: 'close', lastActivityAt: null }),
    ]);
    expect(sorted.map((each) => each.chatId)).toEqual([3, 2, 1, 4]);
  });
});

describe('the sum of what is unread', () => {
  it('adds up exact numbers', () => {
    expect(totalUnread([dialog(1, { unread: 2 }), dialog(2, { unread: 131 }), dialog(3)])).toEqual({
      dialogs: 2,
      messages: 133,
    });
  });

  it('does not add up when a number is not known', () => {
    expect(totalUnread([dialog(1, { unread: 2 }), dialog(2, { unread: 'some' })])).toEqual({
      dialogs: 2,
      messages: null,
    });
    expect(totalUnread([dialog(1, { unread: 'unknown' })])).toEqual({ dialogs: 0, messages: null });
  });
});
