import { describe, expect, it } from 'vitest';
import { copyOf } from '../../domain/access/change.ts';
import { inOrder, lookalikeAfter, recordOf, splitCopies } from '../../domain/access/merge.ts';
import type { AccessRecord } from '../../domain/access/record.ts';
import type { Sighting } from '../../domain/access/verdict.ts';
import {
  ASKED_AT,
  grant,
  HOUR,
  lookalike,
  MINUTE,
  partner,
  revocable,
  running,
  sighting,
  silent,
} from './access-records.ts';

const ELSEWHERE = { chatId: 8, dialogId: '9', messageId: 101 } as const;
const copied = (changes: Partial<Sighting> = {}) => sighting({ ...ELSEWHERE, sentAt: ASKED_AT + MINUTE, ...changes });
const belonging = (seen: Sighting, ...records: AccessRecord[]) => recordOf(seen, records);

describe('a message', () => {
  it('belongs to the record that knows it, whatever has become of that', () => {
    const record = grant({ state: 'declined' });
    expect(belonging(silent(), record)).toEqual({ record, how: 'same' });
  });

  it('is told from a notification of the same number', () => {
    expect(belonging(sighting({ carrier: 'notification' }), grant())?.how).not.toBe('same');
  });

  it('is a copy when the same request was sent to another chat within half an hour', () => {
    const record = grant();
    expect(belonging(copied(), record)).toEqual({ record, how: 'copy' });
    expect(belonging(copied({ sentAt: ASKED_AT - 30 * MINUTE }), record)?.how).toBe('copy');
    expect(belonging(copied({ sentAt: ASKED_AT + 30 * MINUTE + 1 }), record)).toBeNull();
  });

  it('is another request in the same chat', () => {
    expect(belonging(sighting({ messageId: 101 }), grant())).toBeNull();
    const both = grant({ copies: [copyOf(sighting()), copyOf(copied())] });
    expect(belonging(copied({ messageId: 102 }), both)).toBeNull();
  });

  it('is another request when the first is answered, of another ticket or of another length', () => {
    expect(belonging(copied(), grant({ state: 'declined' }))).toBeNull();
    expect(belonging(copied(), running())).toBeNull();
    expect(belonging(copied({ ticket: '2' }), grant({ ticket: '1' }))).toBeNull();
    expect(belonging(copied({ days: 7 }), grant({ days: 21, daysSource: 'parsed' }))).toBeNull();
    expect(belonging(copied({ days: 7 }), grant({ days: 21, daysSource: 'preset' }))?.how).toBe('copy');
  });

  it('is a copy of a running access when it can be ended, too', () => {
    expect(belonging(revocable({ ...ELSEWHERE }), running())?.how).toBe('copy');
    expect(belonging(revocable({ ...ELSEWHERE }), running({ state: 'ended' }))).toBeNull();
  });

  it('is no copy of what a partner asks, of what a person entered, or of a warning', () => {
    expect(belonging(copied(), partner(), lookalike(), grant({ origin: 'entered', copies: [] }))).toBeNull();
    const mere: Sighting['verdict'] = { kind: 'hint', confidence: 0.4, because: [] };
    expect(belonging(copied({ verdict: mere }), grant())).toBeNull();
  });

  it('is a copy of the nearest of two', () => {
    const first = grant({ id: 'a', copies: [copyOf(sighting({ chatId: 5, sentAt: ASKED_AT - 20 * MINUTE }))] });
    const second = grant({ id: 'b' });
    expect(belonging(copied(), first, second)?.record.id).toBe('b');
  });
});

describe('copies of one request', () => {
  const both = (changes: Parameters<typeof running>[0] = {}) =>
    running({ copies: [copyOf(revocable()), copyOf(copied())], ...changes });

  it('stay one while the portal takes their buttons away', () => {
    expect(splitCopies(both(), [copied()], ASKED_AT + 2 * MINUTE - 1)).toBeNull();
  });

  it('are two requests when one still asks two minutes after the other was answered', () => {
    const split = splitCopies(both(), [copied()], ASKED_AT + 2 * MINUTE);
    expect(split?.kept).toMatchObject({ id: '7:100', state: 'granted', copies: [{ chatId: 7 }] });
    expect(split?.own).toMatchObject([
      { id: '8:101', state: 'pending', startsAt: null, answeredBy: null, told: [], copies: [{ chatId: 8 }] },
    ]);
  });

  it('have different ids when the first one is the one that leaves', () => {
    const record = running({ copies: [copyOf(sighting()), copyOf(revocable(ELSEWHERE))] });
    const split = splitCopies(record, [sighting()], ASKED_AT + HOUR);
    expect(split?.own[0]?.id).not.toBe(split?.kept.id);
    expect(split?.kept.copies).toMatchObject([{ chatId: 8 }]);
  });

  it('stay one while the request is open, when a person has answered, and when all of them ask', () => {
    const later = ASKED_AT + HOUR;
    expect(splitCopies(grant({ copies: [copyOf(sighting()), copyOf(copied())] }), [copied()], later)).toBeNull();
    expect(splitCopies(both({ answeredBy: 'entered' }), [copied()], later)).toBeNull();
    expect(splitCopies(both(), [sighting(), copied()], later)).toBeNull();
    expect(splitCopies(both(), [copied({ keyboard: 'none' })], later)).toBeNull();
  });
});

describe('messages that only look like a request', () => {
  const fake = (messageId: number, changes: Partial<Sighting> = {}) =>
    sighting({
      messageId,
      sentAt: ASKED_AT + messageId,
      verdict: { kind: 'lookalike', confidence: 0.8, because: ['senderUnverified'] },
      sender: { kind: 'bot', id: '66', name: 'Support24', isVerified: false },
      ...changes,
    });
  const sender = { kind: 'bot', id: '66', name: 'Support24', isVerified: false } as const;
  const record = lookalike({ sender, copies: [copyOf(fake(100))] });

  it('are one record for a sender and a chat', () => {
    expect(belonging(fake(101), record)?.how).toBe('repeated');
    expect(belonging(fake(101, { chatId: 8 }), record)).toBeNull();
    expect(belonging(fake(101, { sender: { ...sender, id: '67' } }), record)).toBeNull();
  });

  it('hide no request once its sender is known', () => {
    expect(belonging(fake(100), record)?.how).toBe('same');
    expect(belonging(sighting(), record)).toBeNull();
  });

  it('are counted once each, a flood of 500 leaves one copy', () => {
    const flood = Array.from({ length: 500 }, (_, index) => fake(101 + index));
    const seenTwice = inOrder([...flood].reverse()).concat(flood);
    const after = seenTwice.reduce((each, seen) => lookalikeAfter(each, seen, ASKED_AT + HOUR), record);
    expect(after).toMatchObject({ count: 501, lastAt: ASKED_AT + 600 });
    expect(after.copies).toMatchObject([{ messageId: 600 }]);
  });

  it('warn again after a dismissal only for a newer message', () => {
    const dismissed = lookalike({ ...record, state: 'dismissed' });
    expect(lookalikeAfter(dismissed, fake(100), ASKED_AT + HOUR)).toBe(dismissed);
    expect(lookalikeAfter(dismissed, fake(101), ASKED_AT + HOUR).state).toBe('warned');
  });
});
