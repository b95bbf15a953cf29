import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialogsEvent } from '../../domain/events.ts';
import { applyEvent, EMPTY_LEDGER, type Ledger, takeReading } from '../../domain/ledger.ts';
import type { DialogReading, Reading } from '../../domain/reading.ts';
import { dialog, messageIn, START, statusOf } from '../readings.ts';

const reading = (dialogs: DialogReading[], changes: Partial<Reading> = {}): Reading => ({
  botId: '5',
  dialogs,
  limit: 5,
  isAdministrator: true,
  startedAt: START,
  ...changes,
});

const start = (dialogs = [dialog(1), dialog(2, { status: 'close' })]): Ledger =>
  takeReading(EMPTY_LEDGER, reading(dialogs));

const statusIn = (ledger: Ledger, chatId: number) => ledger.dialogs.find((dialog) => dialog.chatId === chatId)?.status;

describe('a reading', () => {
  it('replaces the list, and a dialog that is gone from it is gone', () => {
    const ledger = takeReading(start(), reading([dialog(2)], { startedAt: START + 1 }));
    expect(ledger.dialogs.map((dialog) => [dialog.chatId, dialog.status])).toEqual([[2, 'open']]);
  });

  it('does not undo an event that came after its request had left', () => {
    const { ledger } = applyEvent(start(), statusOf(1, 'close'), START + 500);
    const after = takeReading(ledger, reading([dialog(1), dialog(2, { status: 'close' })], { startedAt: START + 400 }));
    expect(statusIn(after, 1)).toBe('close');
  });

  it('keeps a dialog that was added after its request had left', () => {
    const { ledger } = applyEvent(start(), statusOf(7, 'open'), START + 500);
    expect(statusIn(takeReading(ledger, reading([dialog(1)], { startedAt: START + 400 })), 7)).toBe('open');
  });

  it('wins over older events', () => {
    const { ledger } = applyEvent(start(), statusOf(1, 'close'), START + 500);
    expect(statusIn(takeReading(ledger, reading([dialog(1)], { startedAt: START + 600 })), 1)).toBe('open');
  });

  it('keeps the last known limit when the portal does not tell one', () => {
    expect(takeReading(start(), reading([dialog(1)], { limit: null })).limit).toBe(5);
  });

  it('keeps untouched records as they are, so that only changes are written', () => {
    const ledger = start();
    const again = takeReading(ledger, reading([dialog(1), dialog(2, { status: 'close' })], { startedAt: START + 1 }));
    expect(again.dialogs[0]).toBe(ledger.dialogs[0]);
  });

  it('remembers since when a dialog is open and forgets it when it closes', () => {
    const later = takeReading(start(), reading([dialog(1)], { startedAt: START + 9_000 }));
    expect(later.dialogs[0]?.openSeenAt).toBe(START);
    const closed = takeReading(later, reading([dialog(1, { status: 'close' })], { startedAt: START + 9_500 }));
    expect(closed.dialogs[0]?.openSeenAt).toBeNull();
  });
});

describe('an event', () => {
  it('opens, closes and adds dialogs', () => {
    const opened = applyEvent(start(), statusOf(2, 'open'), START + 1);
    expect([opened.effect, statusIn(opened.ledger, 2)]).toEqual(['changed', 'open']);
    const added = applyEvent(start(), { ...statusOf(3, 'new'), type: 'dialog.added' } as DialogsEvent, START + 1);
    expect(statusIn(added.ledger, 3)).toBe('new');
  });

  it('older than the reading changes nothing', () => {
    expect(applyEvent(start(), statusOf(1, 'close'), START - 1).effect).toBe('known');
  });

  it('older than another event about the dialog changes nothing', () => {
    const { ledger } = applyEvent(start(), statusOf(1, 'close'), START + 100);
    expect(applyEvent(ledger, statusOf(1, 'open'), START + 50).effect).toBe('known');
  });

  it('of another bot changes nothing', () => {
    expect(applyEvent(start(), statusOf(1, 'close', { botId: '77' }), START + 1).effect).toBe('known');
    expect(applyEvent(start(), { type: 'limit.changed', botId: '77', limit: 99 }, START + 1).ledger.limit).toBe(5);
  });

  it('told again by another tab changes nothing', () => {
    const once = applyEvent(start(), statusOf(1, 'close'), START + 1);
    expect(applyEvent(once.ledger, statusOf(1, 'close'), START + 2).effect).toBe('known');
  });

  it('"added" told late does not make an open dialog new again', () => {
    const { ledger } = applyEvent(start(), statusOf(3, 'open'), START + 5);
    const again = applyEvent(ledger, { ...statusOf(3, 'new'), type: 'dialog.added' } as DialogsEvent, START + 6);
    expect(statusIn(again.ledger, 3)).toBe('open');
  });

  it('a message in an unknown dialog asks for a reading instead of guessing its status', () => {
    const message = messageIn(40, { title: 'New' });
    expect(applyEvent(start(), message, START + 1)).toMatchObject({ effect: 'rereadNeeded' });
  });

  it('that all chats were read clears what was unread before it', () => {
    const ledger = start([dialog(1, { unread: 3 }), dialog(2, { unread: 'some' }), dialog(3)]);
    const later = applyEvent(ledger, { type: 'unread.changed', chatId: 2, unread: 1 }, START + 9).ledger;
    const cleared = applyEvent(later, { type: 'unread.cleared' }, START + 5);
    expect(cleared.effect).toBe('changed');
    const unread = Object.fromEntries(cleared.ledger.dialogs.map((dialog) => [dialog.chatId, dialog.unread]));
    expect(unread).toEqual({ 1: 0, 2: 1, 3: 0 });
    expect(applyEvent(cleared.ledger, { type: 'unread.cleared' }, START + 5).effect).toBe('known');
  });

  it('about the counter or the name of an unknown chat changes nothing', () => {
    expect(applyEvent(start(), { type: 'unread.changed', chatId: 99, unread: 3 }, START + 1).effect).toBe('known');
    expect(applyEvent(start(), { type: 'dialog.renamed', chatId: 99, title: 'x' }, START + 1).effect).toBe('known');
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
          const timed = told.map((event, index) => ({ ...event, at: START + 1 + index }));
          // Every event comes twice, the second time from a tab that lags behind by any amount.
          const deliveries = [...timed, ...timed]
            .map((event, index) => ({ event, order: event.at + (delays[index] ?? 0) }))
            .sort((a, b) => a.order - b.order);
          let ledger = start([dialog(1), dialog(2), dialog(3), dialog(4)]);
          for (const { event } of deliveries) {
            ledger = applyEvent(ledger, statusOf(event.chatId, event.status), event.at).ledger;
          }
          for (const chatId of [1, 2, 3, 4]) {
            const last = timed.filter((event) => event.chatId === chatId).at(-1);
            expect(statusIn(ledger, chatId)).toBe(last?.status ?? 'open');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
