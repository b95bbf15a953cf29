import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PortalEvent } from '../../domain/events.ts';
import { applyEvent, EMPTY_LEDGER, type Ledger, takeReading } from '../../domain/ledger.ts';
import type { DialogReading, Reading } from '../../domain/reading.ts';

const T0 = Date.UTC(2026, 10, 20, 9);

const read = (chatId: number, changes: Partial<DialogReading> = {}): DialogReading => ({
  chatId,
  dialogId: `chat${chatId}`,
  isMain: false,
  title: `Question ${chatId}`,
  status: 'open',
  lastActivityAt: T0,
  unread: 0,
  ...changes,
});

const reading = (dialogs: DialogReading[], changes: Partial<Reading> = {}): Reading => ({
  botId: '5',
  dialogs,
  limit: 5,
  isAdministrator: true,
  startedAt: T0,
  ...changes,
});

const statusEvent = (
  chatId: number,
  status: 'new' | 'open' | 'close',
  changes: Partial<Extract<PortalEvent, { status: unknown }>> = {},
): PortalEvent => ({
  type: 'dialog.statusChanged',
  chatId,
  dialogId: `chat${chatId}`,
  botId: '5',
  status,
  title: null,
  lastActivityAt: null,
  ...changes,
});

const start = (dialogs = [read(1), read(2, { status: 'close' })]): Ledger =>
  takeReading(EMPTY_LEDGER, reading(dialogs));

const statusOf = (ledger: Ledger, chatId: number) => ledger.dialogs.find((dialog) => dialog.chatId === chatId)?.status;

describe('a reading', () => {
  it('replaces the list, and a dialog that is gone from it is gone', () => {
    const ledger = takeReading(start(), reading([read(2)], { startedAt: T0 + 1 }));
    expect(ledger.dialogs.map((dialog) => [dialog.chatId, dialog.status])).toEqual([[2, 'open']]);
  });

  it('does not undo an event that came after its request had left', () => {
    const { ledger } = applyEvent(start(), statusEvent(1, 'close'), T0 + 500);
    const after = takeReading(ledger, reading([read(1), read(2, { status: 'close' })], { startedAt: T0 + 400 }));
    expect(statusOf(after, 1)).toBe('close');
  });

  it('keeps a dialog that was added after its request had left', () => {
    const { ledger } = applyEvent(start(), statusEvent(7, 'open'), T0 + 500);
    expect(statusOf(takeReading(ledger, reading([read(1)], { startedAt: T0 + 400 })), 7)).toBe('open');
  });

  it('wins over older events', () => {
    const { ledger } = applyEvent(start(), statusEvent(1, 'close'), T0 + 500);
    expect(statusOf(takeReading(ledger, reading([read(1)], { startedAt: T0 + 600 })), 1)).toBe('open');
  });

  it('keeps the last known limit when the portal does not tell one', () => {
    expect(takeReading(start(), reading([read(1)], { limit: null })).limit).toBe(5);
  });

  it('keeps untouched records as they are, so that only changes are written', () => {
    const ledger = start();
    const again = takeReading(ledger, reading([read(1), read(2, { status: 'close' })], { startedAt: T0 + 1 }));
    expect(again.dialogs[0]).toBe(ledger.dialogs[0]);
  });

  it('remembers since when a dialog is open and forgets it when it closes', () => {
    const later = takeReading(start(), reading([read(1)], { startedAt: T0 + 9_000 }));
    expect(later.dialogs[0]?.openSeenAt).toBe(T0);
    const closed = takeReading(later, reading([read(1, { status: 'close' })], { startedAt: T0 + 9_500 }));
    expect(closed.dialogs[0]?.openSeenAt).toBeNull();
  });
});

describe('an event', () => {
  it('opens, closes and adds dialogs', () => {
    const opened = applyEvent(start(), statusEvent(2, 'open'), T0 + 1);
    expect([opened.effect, statusOf(opened.ledger, 2)]).toEqual(['changed', 'open']);
    const added = applyEvent(start(), { ...statusEvent(3, 'new'), type: 'dialog.added' } as PortalEvent, T0 + 1);
    expect(statusOf(added.ledger, 3)).toBe('new');
  });

  it('older than the reading changes nothing', () => {
    expect(applyEvent(start(), statusEvent(1, 'close'), T0 - 1).effect).toBe('known');
  });

  it('older than another event about the dialog changes nothing', () => {
    const { ledger } = applyEvent(start(), statusEvent(1, 'close'), T0 + 100);
    expect(applyEvent(ledger, statusEvent(1, 'open'), T0 + 50).effect).toBe('known');
  });

  it('of another bot changes nothing', () => {
    expect(applyEvent(start(), statusEvent(1, 'close', { botId: '77' }), T0 + 1).effect).toBe('known');
    expect(applyEvent(start(), { type: 'limit.changed', botId: '77', limit: 99 }, T0 + 1).ledger.limit).toBe(5);
  });

  it('told again by another tab changes nothing', () => {
    const once = applyEvent(start(), statusEvent(1, 'close'), T0 + 1);
    expect(applyEvent(once.ledger, statusEvent(1, 'close'), T0 + 2).effect).toBe('known');
  });

  it('"added" told late does not make an open dialog new again', () => {
    const { ledger } = applyEvent(start(), statusEvent(3, 'open'), T0 + 5);
    const again = applyEvent(ledger, { ...statusEvent(3, 'new'), type: 'dialog.added' } as PortalEvent, T0 + 6);
    expect(statusOf(again.ledger, 3)).toBe('open');
  });

  it('a message in an unknown dialog asks for a reading instead of guessing its status', () => {
    const message: PortalEvent = {
      type: 'message.arrived',
      chatId: 40,
      dialogId: 'chat40',
      botId: '5',
      unread: 1,
      lastActivityAt: T0,
      title: 'New',
    };
    expect(applyEvent(start(), message, T0 + 1)).toMatchObject({ effect: 'rereadNeeded' });
  });

  it('that all chats were read clears what was unread before it', () => {
    const ledger = start([read(1, { unread: 3 }), read(2, { unread: 'some' }), read(3)]);
    const later = applyEvent(ledger, { type: 'unread.changed', chatId: 2, unread: 1 }, T0 + 9).ledger;
    const cleared = applyEvent(later, { type: 'unread.cleared' }, T0 + 5);
    expect(cleared.effect).toBe('changed');
    const unread = Object.fromEntries(cleared.ledger.dialogs.map((dialog) => [dialog.chatId, dialog.unread]));
    expect(unread).toEqual({ 1: 0, 2: 1, 3: 0 });
    expect(applyEvent(cleared.ledger, { type: 'unread.cleared' }, T0 + 5).effect).toBe('known');
  });

  it('about the counter or the name of an unknown chat changes nothing', () => {
    expect(applyEvent(start(), { type: 'unread.changed', chatId: 99, unread: 3 }, T0 + 1).effect).toBe('known');
    expect(applyEvent(start(), { type: 'dialog.renamed', chatId: 99, title: 'x' }, T0 + 1).effect).toBe('known');
  });
});

describe('whatever order the tabs deliver in', () => {
  it('the newest event about each dialog decides', () => {
    const events = fc.array(
      fc.record({
        chatId: fc.integer({ min: 1, max: 4 }),
        status: fc.constantFrom<'open' | 'close'>('open', 'close'),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        events,
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 24, maxLength: 24 }),
        (told, delays) => {
          const timed = told.map((event, index) => ({ ...event, at: T0 + 1 + index }));
          // Every event comes twice, the second time from a tab that lags behind by any amount.
          const deliveries = [...timed, ...timed]
            .map((event, index) => ({ event, order: event.at + (delays[index] ?? 0) }))
            .sort((a, b) => a.order - b.order);
          let ledger = start([read(1), read(2), read(3), read(4)]);
          for (const { event } of deliveries) {
            ledger = applyEvent(ledger, statusEvent(event.chatId, event.status), event.at).ledger;
          }
          for (const chatId of [1, 2, 3, 4]) {
            const last = timed.filter((event) => event.chatId === chatId).at(-1);
            expect(statusOf(ledger, chatId)).toBe(last?.status ?? 'open');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
