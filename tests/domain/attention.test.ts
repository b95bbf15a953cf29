import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attention, attentionOf, nextAttentionAt } from '../../domain/attention.ts';
import { type SupportDialog, type Turn, UNSEEN_COURSE } from '../../domain/dialogs.ts';
import { type DialogNote, emptyNote } from '../../domain/notes.ts';
import type { Settings } from '../../domain/settings.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);
/** A Friday. */
const NOW = at('2026-11-20T12:00Z');
const settings: Settings = {
  ...DEFAULT_SETTINGS,
  workingTime: { ...DEFAULT_SETTINGS.workingTime, timeZone: 'UTC' },
};

const dialog = (changes: Partial<SupportDialog> = {}): SupportDialog => ({
  chatId: 1,
  dialogId: 'chat1',
  isMain: false,
  title: null,
  status: 'open',
  lastActivityAt: NOW,
  unread: 0,
  openSeenAt: null,
  turn: null,
  course: UNSEEN_COURSE,
  refusedAt: null,
  ticket: null,
  ...changes,
});

const turn = (author: Turn['author'], since: number, last = since): Turn => ({
  author,
  since,
  at: last,
  source: 'event',
});
const resting = (until: number, snoozedAt: number): DialogNote => ({ ...emptyNote(1), snoozedUntil: until, snoozedAt });
const attention = (changes: Partial<SupportDialog>, note: DialogNote | null = null): Attention | null =>
  attentionOf(dialog(changes), note, settings, NOW);
const next = (changes: Partial<SupportDialog>, note: DialogNote | null = null): number | null =>
  nextAttentionAt(dialog(changes), note, settings, NOW);

describe('an answer that waits', () => {
  it('is worth a warning after four working hours', () => {
    expect(attention({ turn: turn('support', at('2026-11-19T17:00Z')) })).toEqual({
      kind: 'waiting',
      since: at('2026-11-19T17:00Z'),
      worked: 4 * HOUR,
    });
    expect(attention({ turn: turn('support', at('2026-11-19T17:00Z') + 1) })).toBeNull();
  });

  it('is counted from the first message of support, not from its last', () => {
    expect(attention({ turn: turn('support', at('2026-11-19T12:00Z'), NOW) })?.kind).toBe('waiting');
  });

  it('waits in a dialog that is not confirmed yet too, but not in a closed one', () => {
    const answered = turn('support', at('2026-11-18T12:00Z'));
    expect(attention({ turn: answered, status: 'new' })?.kind).toBe('waiting');
    expect(attention({ turn: answered, status: 'close' })).toBeNull();
  });

  it('does not wait when the last word is the user’s, or nobody knows whose', () => {
    expect(attention({ turn: turn('me', at('2026-11-18T12:00Z')) })).toBeNull();
    expect(attention({ turn: null })).toBeNull();
  });

  it('presses more than that nothing moves', () => {
    const long = at('2026-11-02T12:00Z');
    expect(attention({ turn: turn('support', long), lastActivityAt: long })?.kind).toBe('waiting');
  });
});

describe('a dialog in which nothing moves', () => {
  it('is worth a look after three working days', () => {
    expect(attention({ lastActivityAt: at('2026-11-17T12:00Z') })).toEqual({
      kind: 'idle',
      since: at('2026-11-17T12:00Z'),
      days: 3,
    });
    expect(attention({ lastActivityAt: at('2026-11-17T12:00Z') + 1 })).toBeNull();
  });

  it('counts whole working days, the weekend left out', () => {
    expect(attention({ lastActivityAt: at('2026-11-13T10:00Z') })).toMatchObject({ kind: 'idle', days: 5 });
  });

  it('moved when the last message known from the conversation is later', () => {
    const mine = turn('me', at('2026-11-10T12:00Z'), at('2026-11-19T12:00Z'));
    expect(attention({ lastActivityAt: at('2026-11-10T12:00Z'), turn: mine })).toBeNull();
    expect(attention({ lastActivityAt: null, turn: turn('me', at('2026-11-10T12:00Z')) })?.kind).toBe('idle');
  });

  it.each(['new', 'close'] as const)('is left alone when its status is %s', (status) => {
    expect(attention({ status, lastActivityAt: at('2026-11-02T12:00Z') })).toBeNull();
  });

  it('is left alone when no movement is known', () => {
    expect(attention({ lastActivityAt: null })).toBeNull();
  });

  it('is never idle when nobody ever works', () => {
    const nobody: Settings = { ...settings, workingTime: { ...settings.workingTime, from: 0, until: 0 } };
    const old = dialog({ lastActivityAt: at('2020-11-02T12:00Z') });
    expect(attentionOf(old, null, nobody, NOW)).toBeNull();
    expect(nextAttentionAt(old, null, nobody, NOW)).toBeNull();
  });
});

describe('a refused message', () => {
  const refusedAt = at('2026-11-20T11:59Z');

  it('comes before everything else, in closed dialogs too', () => {
    const long = at('2026-11-02T12:00Z');
    expect(attention({ refusedAt, turn: turn('support', long), lastActivityAt: long })).toEqual({
      kind: 'refused',
      since: refusedAt,
    });
    expect(attention({ refusedAt, status: 'close' })?.kind).toBe('refused');
  });

  it('shows during a rest only when it came after the rest was asked for', () => {
    expect(attention({ refusedAt }, resting(NOW + HOUR, refusedAt - 1))?.kind).toBe('refused');
    expect(attention({ refusedAt }, resting(NOW + HOUR, refusedAt))).toBeNull();
  });
});

describe('a rest', () => {
  const long = at('2026-11-02T12:00Z');

  it('silences waiting and idle until it is over', () => {
    expect(attention({ turn: turn('support', long) }, resting(NOW + 1, NOW))).toBeNull();
    expect(attention({ lastActivityAt: long }, resting(NOW + 1, NOW))).toBeNull();
    expect(attention({ lastActivityAt: long }, resting(NOW, NOW))?.kind).toBe('idle');
  });

  it('is not what any other note is', () => {
    expect(attention({ lastActivityAt: long }, { ...emptyNote(1), text: 'Later', changedAt: NOW })?.kind).toBe('idle');
  });
});

describe('when the next dialog will need attention', () => {
  it('is when the waiting hours have been worked', () => {
    expect(next({ turn: turn('support', at('2026-11-20T11:00Z')) })).toBe(at('2026-11-20T15:00Z'));
    expect(next({ turn: turn('support', at('2026-11-20T11:00Z')), status: 'new' })).toBe(at('2026-11-20T15:00Z'));
  });

  it('is when the idle days have been worked', () => {
    expect(next({ lastActivityAt: at('2026-11-20T10:00Z') })).toBe(at('2026-11-25T10:00Z'));
  });

  it('is the earlier of both', () => {
    expect(next({ lastActivityAt: at('2026-11-17T13:00Z'), turn: turn('support', at('2026-11-20T11:00Z')) })).toBe(
      at('2026-11-20T15:00Z'),
    );
    expect(next({ lastActivityAt: at('2026-11-17T13:00Z'), turn: turn('me', at('2026-11-17T13:00Z')) })).toBe(
      at('2026-11-20T13:00Z'),
    );
  });

  it('is counted from the answer where its date lies ahead of the computer’s clock', () => {
    expect(next({ turn: turn('support', at('2026-11-20T13:00Z')) })).toBe(at('2026-11-20T17:00Z'));
  });

  it('is the end of a rest for what is due before', () => {
    const until = at('2026-11-21T03:00Z');
    expect(next({ turn: turn('support', at('2026-11-02T12:00Z')) }, resting(until, NOW))).toBe(until);
    expect(next({ refusedAt: NOW - HOUR }, resting(until, NOW))).toBe(until);
    expect(next({ turn: turn('support', NOW) }, resting(NOW + 60_000, NOW))).toBe(at('2026-11-20T16:00Z'));
  });

  it('is not told while something is shown already, and not for what will never need any', () => {
    expect(next({ refusedAt: NOW })).toBeNull();
    expect(next({ status: 'close', turn: turn('support', NOW) })).toBeNull();
    expect(next({ status: 'new' })).toBeNull();
  });

  it('is found although the user set more than a year of days', () => {
    const patient: Settings = { ...settings, idleDays: 300 };
    const old = dialog({ lastActivityAt: at('2025-11-20T12:00Z') });
    expect(nextAttentionAt(old, null, patient, NOW)).toBe(at('2027-01-14T12:00Z'));
  });

  it('is exactly the millisecond at which there is something, never before', () => {
    const moment = fc.integer({ min: NOW - 30 * 24 * HOUR, max: NOW });
    const maybe = fc.option(moment);
    const dialogs = fc
      .record({
        status: fc.constantFrom('new', 'open', 'close' as const),
        lastActivityAt: maybe,
        refusedAt: maybe,
        turn: fc.option(
          fc.tuple(fc.constantFrom('me', 'support' as const), moment).map(([who, since]) => turn(who, since)),
        ),
      })
      .map((changes) => dialog(changes as Partial<SupportDialog>));
    const notes = fc.option(
      fc
        .tuple(fc.integer({ min: NOW - HOUR, max: NOW + 200 * HOUR }), moment)
        .map(([until, snoozedAt]) => resting(until, snoozedAt)),
    );
    fc.assert(
      fc.property(dialogs, notes, (each, note) => {
        const then = nextAttentionAt(each, note, settings, NOW);
        if (then === null) return;
        expect(then).toBeGreaterThan(NOW);
        expect(attentionOf(each, note, settings, then)).not.toBeNull();
        expect(attentionOf(each, note, settings, then - 1)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
