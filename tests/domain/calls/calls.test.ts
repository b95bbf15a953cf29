import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batchOf,
  type Call,
  type CallRing,
  callAction,
  callsFrom,
  isBatchDue,
  MOST_CALLS,
  NO_CALLS,
  withCall,
  withoutCalls,
  withStored,
} from '../../../domain/calls/calls.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const ONE = 'https://one.bitrix24.ru|7';
const OTHER = 'https://other.bitrix24.ru|7';

const call = (changes: Partial<Call> = {}) => ({
  at: NOW,
  portal: ONE,
  action: 'imbot.Network.Chat.list',
  ms: 120,
  outcome: 'answered' as const,
  ...changes,
});

const ringOf = (count: number, portal = ONE): CallRing =>
  Array.from({ length: count }).reduce<CallRing>((ring) => withCall(ring, call({ portal }), NOW), NO_CALLS);

describe('the ring of calls', () => {
  it('keeps the last 200 in order, each with its number', () => {
    const { calls } = ringOf(MOST_CALLS + 5);
    expect(calls.map(({ number }) => number)).toEqual(Array.from({ length: MOST_CALLS }, (_, index) => index + 6));
  });

  it('keeps what a call was and nothing else that came with it', () => {
    const chatty = { ...call(), action: 'imbot.Network.Chat.list?sessid=0123456789abcdef', body: 'secret', ms: 12.4 };
    const { calls } = withCall(NO_CALLS, chatty, NOW);
    expect(calls).toEqual([{ ...call(), number: 1, ms: 12 }]);
  });

  it.each([
    ['/rest/batch.json', '/rest/batch.json'],
    ['im.v2.Counter.get?x=1#y', 'im.v2.Counter.get'],
    ['bitrix:rest.marketplace.list', 'bitrix:rest.marketplace.list'],
    ['/rest/1/k4dgsf3hq9dq1abc/profile', 'other'],
    ['/company/personal/user/70812/', 'other'],
    ['https://demo.bitrix24.ru/', 'other'],
    ['Анна', 'other'],
    ['a b', 'other'],
    ['', 'other'],
    ['0123456789abcdef0123456789abcdef', 'other'],
  ])('writes %s as %s', (text, action) => {
    expect(callAction(text)).toBe(action);
  });
});

describe('storing', () => {
  it('waits for twenty calls or five seconds', () => {
    expect(isBatchDue(NO_CALLS, NOW)).toBe(false);
    const few = ringOf(19);
    expect(isBatchDue(few, NOW + 4_999)).toBe(false);
    expect(isBatchDue(few, NOW + 5_000)).toBe(true);
    expect(isBatchDue(ringOf(20), NOW)).toBe(true);
  });

  it('does not wait longer because the clock was put back', () => {
    const ring = withCall(ringOf(1), call(), NOW - 3_600_000);
    expect(isBatchDue(ring, NOW - 3_600_000 + 5_000)).toBe(true);
  });

  it('writes what is new and deletes what the ring has lost', () => {
    const stored = callsFrom(ringOf(MOST_CALLS).calls);
    expect(batchOf(stored)).toBeNull();
    const ring = withCall(withCall(stored, call(), NOW), call(), NOW);
    expect(batchOf(ring)).toMatchObject({ put: [{ number: 201 }, { number: 202 }], deleteBelow: 3 });
  });

  it('writes again what could not be written, and nothing twice that could', () => {
    const ring = ringOf(3);
    const batch = batchOf(ring);
    expect(batchOf(withCall(ring, call(), NOW))?.put).toHaveLength(4);
    const during = withCall(ring, call(), NOW);
    const after = withStored(during, batch ?? { put: [], deleteBelow: 0 }, NOW + 10);
    expect(batchOf(after)?.put.map(({ number }) => number)).toEqual([4]);
    expect(after.waitingSince).toBe(NOW + 10);
    expect(isBatchDue(withStored(ring, batch ?? { put: [], deleteBelow: 0 }, NOW), NOW + 60_000)).toBe(false);
  });

  it('goes on with the numbers after a restart', () => {
    const ring = withCall(callsFrom([...ringOf(3).calls].reverse()), call(), NOW);
    expect(ring.calls.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('leaves in the table what is in the ring, however the batches fall', () => {
    const step = fc.constantFrom('call', 'write', 'fail', 'restart');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 700 }), (steps) => {
        const table = new Map<number, Call>();
        let ring = NO_CALLS;
        const write = () => {
          const batch = batchOf(ring);
          if (!batch) return;
          for (const each of batch.put) table.set(each.number, each);
          for (const number of [...table.keys()]) if (number < batch.deleteBelow) table.delete(number);
          ring = withStored(ring, batch, NOW);
        };
        for (const each of steps) {
          if (each === 'call') ring = withCall(ring, call(), NOW);
          if (each === 'write') write();
          if (each === 'restart') ring = callsFrom([...table.values()]);
        }
        write();
        expect([...table.values()]).toEqual(ring.calls);
        expect(table.size).toBeLessThanOrEqual(MOST_CALLS);
      }),
    );
  });
});

describe('forgetting', () => {
  const mixed = withCall(ringOf(3), call({ portal: OTHER }), NOW);

  it('one portal keeps the calls of the others', () => {
    expect(withoutCalls(mixed, ONE).calls.map(({ portal }) => portal)).toEqual([OTHER]);
    expect(withoutCalls(mixed, OTHER).calls).toHaveLength(3);
  });

  it('all leaves nothing, also nothing to write', () => {
    const empty = withoutCalls(mixed, null);
    expect(empty.calls).toEqual([]);
    expect(batchOf(empty)).toBeNull();
    expect(isBatchDue(empty, NOW + 60_000)).toBe(false);
  });

  it('gives no number twice', () => {
    const ring = withCall(withoutCalls(mixed, OTHER), call(), NOW);
    expect(ring.calls.at(-1)?.number).toBe(5);
  });
});
