/** What would have started a rule in the past, told from a journal. */
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../domain/journal.ts';
import { MOST_PAST_EVENTS, pastEvents } from '../../../domain/rules/past-events.ts';
import type { Trigger } from '../../../domain/rules/rule.ts';
import type { RuleWorld } from '../../../domain/rules/world.ts';
import { dialog, grant, NOW, request } from '../../components/samples.ts';
import { counted, DAY, HOUR, waits, world } from './worlds.ts';

/** So many hours before now. */
const ago = (hours: number): number => NOW - hours * HOUR;
const FROM = NOW - 30 * DAY;

const past = (trigger: Trigger, entries: JournalEntry[], known: RuleWorld = world(), from = FROM, until = NOW) =>
  pastEvents(trigger, known, { entries, from, until });
const times = (...args: Parameters<typeof past>): number[] => past(...args).map(({ at }) => at);

const answered = (at: number, chatId = 5): JournalEntry => ({ at, kind: 'support.answered', chatId });
const wrote = (at: number, chatId = 5): JournalEntry => ({ at, kind: 'user.wrote', chatId });
const closed = (at: number, chatId = 5): JournalEntry => ({ at, kind: 'dialog.closed', chatId });
const access = (
  kind: 'access.requested' | 'access.granted' | 'access.declined' | 'access.ended',
  at: number,
  recordId = 'g',
): JournalEntry => ({ at, kind, recordId });

const withRecords = (...items: RuleWorld['view']['register']['items']): RuleWorld =>
  world({ register: { items, readAt: NOW, presetDays: 21 } });

describe('an answer that waited', () => {
  const known = world({ dialogs: [dialog(5), dialog(6)] });

  it('is an event when nobody answered within the hours', () => {
    expect(past(waits(4), [answered(ago(20))], known)).toMatchObject([
      { kind: 'answer.waits', object: 'chat:5', at: ago(16), facts: { 'dialog.waitsHours': 4 } },
    ]);
  });

  it('is none when somebody answered in time, or the dialog was closed', () => {
    expect(past(waits(4), [answered(ago(20)), wrote(ago(17))], known)).toEqual([]);
    expect(past(waits(4), [answered(ago(20)), closed(ago(17))], known)).toEqual([]);
  });

  it('is one when the answer came too late, or went into another dialog', () => {
    expect(times(waits(4), [answered(ago(20)), wrote(ago(15))], known)).toEqual([ago(16)]);
    expect(times(waits(4), [answered(ago(20)), wrote(ago(19), 6)], known)).toEqual([ago(16)]);
  });

  it('is none yet while its hours run', () => {
    expect(past(waits(4), [answered(ago(3))], known)).toEqual([]);
  });
});

describe('a request for access', () => {
  const known = withRecords(request({ id: 'g' }));
  const pending = (pendingHours: number): Trigger => ({ kind: 'access.requested', pendingHours });

  it('is an event at once where the rule does not wait', () => {
    expect(past(pending(0), [access('access.requested', ago(10))], known)).toMatchObject([
      { kind: 'access.requested', object: 'record:g', at: ago(10) },
    ]);
  });

  it('is one after its hours when nobody answered by then', () => {
    const late = [access('access.requested', ago(10)), access('access.granted', ago(1))];
    expect(times(pending(8), late, known)).toEqual([ago(2)]);
  });

  it.each(['access.granted', 'access.declined'] as const)('is none when %s came in time', (kind) => {
    expect(past(pending(8), [access('access.requested', ago(10)), access(kind, ago(3))], known)).toEqual([]);
  });

  it('is not answered by what became of another one', () => {
    const others = [access('access.requested', ago(10)), access('access.declined', ago(9), 'other')];
    expect(times(pending(8), others, known)).toEqual([ago(2)]);
  });
});

describe('an access that ran', () => {
  const began = NOW - 20 * DAY;
  /** Should have ended four days ago. */
  const known = withRecords(grant(-4, { id: 'g' }));
  const endsAt = known.view.register.items.map((item) => ('endsAt' in item ? item.endsAt : null))[0] ?? 0;
  const granted = access('access.granted', began);

  it('is about to end so many days before its end', () => {
    expect(past({ kind: 'access.ends', days: 2 }, [granted], known)).toMatchObject([
      { kind: 'access.ends', object: 'record:g', at: endsAt - 2 * DAY, facts: { 'access.daysLeft': 2 } },
    ]);
  });

  it('is near its end from its beginning on when it is short', () => {
    expect(times({ kind: 'access.ends', days: 100 }, [granted], known)).toEqual([began]);
  });

  it('is not about to end once somebody has ended it', () => {
    const over = [granted, access('access.ended', endsAt - 3 * DAY)];
    expect(past({ kind: 'access.ends', days: 2 }, over, known)).toEqual([]);
    expect(past({ kind: 'access.overdue', repeatDays: 1 }, over, known)).toEqual([]);
  });

  it('is overdue once, or again each day, until somebody ends it', () => {
    expect(times({ kind: 'access.overdue', repeatDays: 0 }, [granted], known)).toEqual([endsAt]);
    const daily: Trigger = { kind: 'access.overdue', repeatDays: 1 };
    const days = (count: number) => Array.from({ length: count }, (_, day) => endsAt + day * DAY);
    expect(times(daily, [granted], known, FROM, endsAt + 3 * DAY + 1)).toEqual(days(4));
    const over = [granted, access('access.ended', endsAt + 1.5 * DAY)];
    expect(times(daily, over, known)).toEqual(days(2));
  });

  it('makes no event when nobody knows its end', () => {
    expect(past({ kind: 'access.ends', days: 2 }, [granted], withRecords())).toEqual([]);
    expect(past({ kind: 'access.overdue', repeatDays: 1 }, [granted], withRecords())).toEqual([]);
  });
});

describe('a schedule', () => {
  it('has each of its times, whatever the journal tells', () => {
    const noon: Trigger = { kind: 'schedule', cron: '0 12 * * *', timeZone: 'UTC' };
    const from = Date.UTC(2025, 11, 8);
    expect(times(noon, [], world(), from, from + 3 * DAY)).toEqual(
      [0, 1, 2].map((day) => from + day * DAY + 12 * HOUR),
    );
  });
});

describe('an attempt to wipe an application', () => {
  const stopped: JournalEntry = { at: ago(5), kind: 'wipe.stopped', name: 'ChatApp', code: 'chatapp.code' };
  const insisted: JournalEntry = { ...stopped, at: ago(4), kind: 'wipe.insisted', stoppedAt: ago(5) };
  const attempted: Trigger = { kind: 'wipe.attempted' };

  it('counts once when it was stopped and then gone on with', () => {
    expect(times(attempted, [stopped, insisted])).toEqual([ago(5)]);
  });

  it('counts again when it is another attempt', () => {
    expect(times(attempted, [stopped, { ...stopped, at: ago(2) }])).toEqual([ago(5), ago(2)]);
  });
});

describe('events of the past', () => {
  it('come in order of time', () => {
    const known = world({ dialogs: [dialog(5), dialog(6)] });
    const mixed = [closed(ago(2), 6), closed(ago(9)), closed(ago(4), 6)];
    expect(times({ kind: 'dialog.closed' }, mixed, known)).toEqual([ago(9), ago(4), ago(2)]);
  });

  it('lie within the bounds: the first moment counts, the last does not', () => {
    const known = world({ dialogs: [dialog(5)] });
    const three = [closed(ago(3)), closed(ago(2)), closed(ago(1))];
    expect(times({ kind: 'dialog.closed' }, three, known, ago(3), ago(1))).toEqual([ago(3), ago(2)]);
  });

  it('are only those that match the trigger', () => {
    const entries = [counted({ used: 2, max: 5 }, 3), { ...counted({ used: 3, max: 5 }, 4), at: NOW - 1 }];
    expect(times({ kind: 'slots.reached', count: 4 }, entries)).toEqual([NOW - 1]);
  });

  it('are the newest of too many', () => {
    const known = world({ dialogs: [dialog(5)] });
    const many = Array.from({ length: MOST_PAST_EVENTS + 1 }, (_, index) => closed(ago(600 - index)));
    const found = times({ kind: 'dialog.closed' }, many, known);
    expect(found).toHaveLength(MOST_PAST_EVENTS);
    expect(found[0]).toBe(ago(599));
  });

  it('are none for a rule that people start', () => {
    expect(past({ kind: 'manual' }, [closed(ago(1))])).toEqual([]);
  });

  it('are none for what a rule has caused', () => {
    expect(past({ kind: 'dialog.closed' }, [{ ...closed(ago(1)), byRule: 'a-rule' }])).toEqual([]);
  });
});
