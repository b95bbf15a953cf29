/** What a page's scripts may tell of calls is parsed: a hostile one can make up numbers, and nothing else. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { actionOf, type CallScope, LONGEST_CALL, noteCall, type ToldCall } from '../../bitrix24/call-notes.ts';
import { LinkMessage } from '../../bitrix24/link-protocol.ts';

const CALL: ToldCall = { at: 1, action: 'batch:profile', ms: 5, outcome: 'answered' };
const told = (changes: object, count = 1) => ({
  ...{ type: 'calls.told', userId: '1' },
  calls: Array.from({ length: count }, () => ({ ...CALL, ...changes })),
});
const parse = (message: unknown) => v.safeParse(LinkMessage, message);

describe('told calls', () => {
  it.each<[string, unknown]>([
    ['no calls', told({}, 0)],
    ['more than fifty', told({}, 51)],
    ['a time before all time', told({ at: -1 })],
    ['a time that is none', told({ at: Number.NaN })],
    ['an endless wait', told({ ms: LONGEST_CALL + 1 })],
    ['half a millisecond', told({ ms: 0.5 })],
    ['an outcome in words', told({ outcome: 'Anna was here' })],
    ['an action as long as a text', told({ action: 'a'.repeat(101) })],
    ['nobody', { ...told({}), userId: '' }],
    ['somebody else by name', { ...told({}), userId: 'anna' }],
    ['an endless number of events', { type: 'events.malformed', userId: '1', count: 1e9 }],
    ['no event', { type: 'events.malformed', userId: '1', count: 0 }],
  ])('with %s are dropped', (_what, message) => {
    expect(parse(message).success).toBe(false);
  });

  it('keep their method and lose whatever else came with them', () => {
    const message = told({
      action: '/rest/1/k4dgsf3hq9dq1abc/profile',
      body: 'secret',
      portal: 'https://evil.example|1',
    });
    expect(parse(message).output).toEqual(told({ action: 'other' }));
  });

  it('are believed, whatever a request was like', () => {
    const form = fc.oneof(
      fc.string(),
      fc.dictionary(fc.string(), fc.string()).map((fields) => new URLSearchParams(fields)),
    );
    const scope = globalThis as CallScope;
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), form, fc.nat(), (path, body, at) => {
        let noted: ToldCall | undefined;
        scope.latchdeskNoteCall = (call) => {
          noted = call;
        };
        noteCall(at, actionOf(path, body), 'offline');
        expect(parse({ type: 'calls.told', userId: '1', calls: [noted] }).success).toBe(true);
      }),
    );
    scope.latchdeskNoteCall = undefined;
  });
});
