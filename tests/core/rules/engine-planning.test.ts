import { describe, expect, it, vi } from 'vitest';
import { runKey } from '../../../core/rules/run-key.ts';
import type { RuleRun } from '../../../domain/rules/run.ts';
import { dialog, NOW } from '../../components/samples.ts';
import { row } from '../../database/rows.ts';
import { DAY, HOUR, waits, world } from '../../domain/rules/worlds.ts';
import { answered, MINUTE, PORTAL, Receiver, SECOND, scene } from './engine-scene.ts';

const ON_ANSWER = { trigger: { kind: 'support.answered' } } as const;
const OTHER = 'https://second.bitrix24.com|1';

/** A scene whose journal rules have followed to its end. */
async function started(...kept: Parameters<Awaited<ReturnType<typeof scene>>['keep']>) {
  const made = await scene();
  await made.keep(...kept);
  await made.pass();
  return made;
}

const skips = (runs: readonly RuleRun[]) => runs.flatMap(({ skipped }) => skipped ?? []);

describe('entries of the journal', () => {
  it('start a rule once, with a run for each action under its key', async () => {
    const { write, pass, runs, receiver } = await started({
      ...ON_ANSWER,
      actions: [
        { kind: 'journal', text: 'a' },
        { kind: 'tag', text: 'b' },
      ],
    });
    const entry = answered(901);
    const id = await write(entry);
    await pass();
    await pass();
    const event = `${PORTAL} support.answered chat:901 entry:${id}@${entry.at}`;
    const keys = await Promise.all([0, 1].map((index) => runKey('a-rule', 1, event, index)));
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect((await runs()).map(({ key, state }) => [key, state]).sort()).toEqual(
      keys.map((key) => [key, 'done']).sort(),
    );
    expect(receiver.calls).toEqual(keys);
  });

  it('that were there before rules were start nothing', async () => {
    const { write, keep, pass, runs } = await scene();
    await keep(ON_ANSWER);
    await write(answered(901));
    await pass();
    expect(await runs()).toEqual([]);
  });

  it('from before the rule, of another portal, or written by a rule start nothing', async () => {
    const { write, pass, runs } = await started(
      { ...ON_ANSWER, portals: ['https://demo.bitrix24.ru'] },
      { since: NOW },
    );
    await write(answered(901, NOW - 1));
    await write(answered(902), OTHER);
    await write({ ...answered(903), byRule: 'another' });
    await write({ at: NOW, kind: 'dialog.closed', chatId: 904 });
    await pass();
    expect(await runs()).toEqual([]);
  });

  it('are all taken when there are many, without doubling one', async () => {
    const { database, pass, runs, clock } = await started({ ...ON_ANSWER, cooldown: { minutes: 0, per: 'rule' } });
    const rows = Array.from({ length: 2_345 }, (_, chatId) => ({ ...answered(chatId, clock.now), portal: PORTAL }));
    await database.journal.bulkAdd(rows);
    await pass();
    const found = await runs();
    expect(found.filter(({ state }) => state === 'done')).toHaveLength(20);
    expect(skips(found)).toEqual(Array.from({ length: 20 }, () => 'cap'));
    // Of those that were passed over the newest are kept.
    const last = found.filter(({ skipped }) => skipped === 'cap').map(({ event }) => Number(event.object.slice(5)));
    expect(last.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => 2_325 + n));
    expect(new Set(found.map(({ event }) => event.id)).size).toBe(40);
  });

  it('wait in the journal while nothing may be done', async () => {
    const { write, pass, runs, held, database, receiver } = await started(ON_ANSWER);
    held.all = true;
    await write(answered(901));
    await pass();
    expect(await runs()).toEqual([]);
    held.all = false;
    await database.preferences.update('rules', { 'value.isPaused': true });
    await pass();
    expect(receiver.calls).toEqual([]);
    await database.preferences.update('rules', { 'value.isPaused': false });
    await pass();
    expect((await runs()).map(({ state }) => state)).toEqual(['done']);
  });

  it('keep the pause that a person has set while the cursor moves', async () => {
    const { write, pass, repository, database } = await started(ON_ANSWER);
    await write(answered(901));
    await pass();
    await database.preferences.update('rules', { 'value.isPaused': true });
    expect(await repository.progress()).toEqual({ cursor: 1, isPaused: true });
  });

  it('of a dry rule leave what it would have done, and nothing is done', async () => {
    const { write, pass, runs, receiver } = await started(ON_ANSWER, { state: 'dry' });
    await write(answered(901));
    await pass();
    expect(await runs()).toMatchObject([{ state: 'dry', rendered: { goesTo: 'hooks.example' } }]);
    expect(receiver.calls).toEqual([]);
  });

  it('of a portal that is gone are nobody’s business', async () => {
    const { write, pass, runs, repository } = await started(ON_ANSWER);
    await write(answered(901), OTHER);
    await pass();
    expect(await runs()).toEqual([]);
    expect((await repository.progress()).cursor).toBe(1);
  });
});

describe('a rule says no', () => {
  it('with every condition up to the first that does not hold', async () => {
    const { write, pass, runs } = await started({
      ...ON_ANSWER,
      conditions: {
        match: 'all',
        list: [
          { fact: 'slots.used', is: 'atLeast', value: 1 },
          { fact: 'dialog.name', is: 'equals', value: 'no such' },
          { fact: 'slots.free', is: 'atLeast', value: 1 },
        ],
      },
    });
    await write(answered(901));
    await pass();
    expect(await runs()).toMatchObject([
      {
        state: 'skipped',
        skipped: 'condition',
        actionIndex: -1,
        verdicts: [{ verdict: 'yes', value: 3 }, { verdict: 'unknown' }],
      },
    ]);
  });

  it('while it rests: all of it, or for the same dialog only', async () => {
    for (const [per, expected] of [
      ['rule', ['cooldown', 'cooldown']],
      ['object', ['cooldown']],
    ] as const) {
      const { write, pass, runs, clock } = await started({ ...ON_ANSWER, cooldown: { minutes: 60, per } });
      await write(answered(901));
      await write(answered(901));
      await write(answered(902));
      await pass();
      expect(skips(await runs())).toEqual(expected);
      clock.now += 61 * MINUTE;
      await write(answered(901, clock.now));
      await pass();
      expect(skips(await runs())).toEqual(expected);
    }
  });

  it('outside of working hours, or it waits for them', async () => {
    const night = Date.UTC(2026, 10, 21, 2);
    for (const workingHours of ['only', 'later'] as const) {
      const { write, pass, runs, clock, receiver, engine } = await started({ ...ON_ANSWER, workingHours });
      clock.now = night;
      await write(answered(901, night));
      await pass();
      expect(receiver.calls).toEqual([]);
      if (workingHours === 'only') {
        expect(skips(await runs())).toEqual(['hours']);
        continue;
      }
      const monday = Date.UTC(2026, 10, 23, 9);
      expect(await runs()).toMatchObject([{ state: 'planned', nextAt: monday }]);
      expect(engine.nextAt()).toBe(monday);
      clock.now = monday;
      await pass();
      expect(await runs()).toMatchObject([{ state: 'done', nextAt: null }]);
    }
  });

  it('after as many starts in an hour as it may have', async () => {
    const { write, pass, runs, clock } = await started({ ...ON_ANSWER, caps: { runsPerHour: 2 } });
    for (const chatId of [1, 2, 3]) await write(answered(chatId));
    await pass();
    expect(skips(await runs())).toEqual(['cap']);
    clock.now += HOUR;
    await write(answered(4, clock.now));
    await pass();
    expect(skips(await runs())).toEqual(['cap']);
    expect((await runs()).filter(({ state }) => state === 'done')).toHaveLength(3);
  });

  it('in words that a restart of the background goes on with, the oldest making room', async () => {
    const scene = await started({
      ...ON_ANSWER,
      conditions: { match: 'all', list: [{ fact: 'slots.used', is: 'equals', value: -1 }] },
    });
    for (let chatId = 0; chatId < 30; chatId += 1) {
      scene.clock.now += SECOND;
      await scene.write(answered(chatId, scene.clock.now));
      await (chatId % 7 === 3 ? scene.restarted() : scene.engine).pass();
      if (chatId % 7 === 3) scene.engine = scene.restarted();
    }
    const chats = (await scene.runs()).map(({ event }) => Number(event.object.slice(5)));
    expect(chats.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 10));
  });
});

describe('time', () => {
  /** Support has answered in dialogs at these moments, and nobody has since. */
  const waiting = (...since: number[]) =>
    world({
      dialogs: since.map((at, index) =>
        dialog(900 + index, { turn: { author: 'support', since: at, at, source: 'event' } }),
      ),
    });

  it('starts a rule once for the same wait, again for the next, and says when to look', async () => {
    const { worlds, keep, pass, runs, engine } = await scene();
    await keep({ trigger: waits(4) });
    worlds.set(PORTAL, waiting(NOW - 5 * HOUR, NOW - 3 * HOUR));
    await pass();
    await pass(MINUTE);
    expect((await runs()).map(({ event }) => event.object)).toEqual(['chat:900']);
    expect(engine.nextAt()).toBe(NOW + HOUR);
    await pass(HOUR);
    expect((await runs()).map(({ event }) => event.object).sort()).toEqual(['chat:900', 'chat:901']);
    worlds.set(PORTAL, waiting(NOW - 4 * HOUR, NOW - 3 * HOUR));
    await pass();
    expect(await runs()).toHaveLength(3);
  });

  it('asks a rule once that says no to something that lasts', async () => {
    const { worlds, keep, pass, runs } = await scene();
    await keep({
      trigger: waits(4),
      conditions: { match: 'all', list: [{ fact: 'dialog.name', is: 'equals', value: 'no' }] },
    });
    worlds.set(PORTAL, waiting(NOW - 5 * HOUR));
    await pass();
    const before = await runs();
    expect(before).toMatchObject([{ skipped: 'condition' }]);
    await pass(DAY);
    expect(await runs()).toEqual(before);
  });

  it('does not count what was passed over as a start', async () => {
    const { worlds, keep, pass, runs, write, database } = await scene();
    await keep({
      trigger: waits(4),
      conditions: { match: 'all', list: [{ fact: 'dialog.name', is: 'equals', value: 'no' }] },
    });
    worlds.set(PORTAL, waiting(NOW - 5 * HOUR));
    await pass();
    expect(await database.ruleMarks.toArray()).toMatchObject([{ isPassed: true }]);
    await keep({ ...ON_ANSWER, cooldown: { minutes: 60, per: 'rule' }, version: 2 });
    await write(answered(901));
    await pass();
    expect((await runs()).some(({ state }) => state === 'done')).toBe(true);
  });

  it('waits on a portal that is paused or signed out, and is made up for', async () => {
    const { worlds, held, keep, pass, runs } = await scene();
    await keep({ trigger: waits(4) });
    worlds.set(PORTAL, waiting(NOW - 5 * HOUR));
    held.portals.add('https://demo.bitrix24.ru');
    await pass();
    expect(await runs()).toEqual([]);
    held.portals.clear();
    const open = waiting(NOW - 5 * HOUR);
    const session = { ...open.view.session, state: 'signedOut' as const };
    worlds.set(PORTAL, { ...open, view: { ...open.view, session } });
    await pass();
    expect(await runs()).toEqual([]);
    worlds.set(PORTAL, open);
    await pass();
    expect(await runs()).toHaveLength(1);
  });
});

describe('a schedule', () => {
  const hourly = { trigger: { kind: 'schedule', cron: '0 * * * *', timeZone: 'UTC' } } as const;
  const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 20, hour, minute);
  const versions = (runs: readonly RuleRun[]) => runs.map(({ event }) => event.version.slice(11, 16));

  it('is followed from the rule on, each time once, and says when it wants to be woken', async () => {
    const { keep, pass, runs, clock, engine } = await scene();
    clock.now = at(9, 30);
    await keep(hourly, { since: at(9, 30) });
    await pass();
    expect(versions(await runs())).toEqual([]);
    expect(engine.nextAt()).toBe(at(10));
    clock.now = at(10);
    await pass();
    await pass(MINUTE);
    expect(versions(await runs())).toEqual(['10:00']);
  });

  it('runs once for the newest of the times that were missed', async () => {
    const { keep, pass, runs, clock } = await scene();
    await keep(hourly, { since: at(9) });
    clock.now = at(14, 20);
    await pass();
    expect(versions(await runs())).toEqual(['14:00']);
    clock.now = at(15);
    await pass();
    expect(versions(await runs())).toEqual(['14:00', '15:00']);
  });

  it('does not run again when the clock is set back, and goes on when it has caught up', async () => {
    const { keep, pass, runs, clock } = await scene();
    await keep(hourly, { since: at(8) });
    clock.now = at(12, 30);
    await pass();
    for (const back of [at(9, 10), at(10, 10), at(11, 59), at(12, 5)]) {
      clock.now = back;
      await pass();
    }
    expect(versions(await runs())).toEqual(['12:00']);
    clock.now = at(13);
    await pass();
    expect(versions(await runs()).sort()).toEqual(['12:00', '13:00']);
  });

  it('is followed again at once after a clock that was years ahead was put right', async () => {
    const { keep, pass, runs, clock } = await scene();
    await keep(hourly, { since: at(8) });
    clock.now = Date.UTC(2031, 0, 1, 0, 30);
    await pass();
    clock.now = at(9, 30);
    await pass();
    clock.now = at(10, 1);
    await pass();
    expect(versions(await runs()).sort()).toEqual(['00:00', '10:00']);
  });

  it('waits for a portal that is paused, and not for the others', async () => {
    const { database, worlds, keep, pass, runs, clock, held } = await scene();
    await database.portals.put({ ...row('1', 'https://second.bitrix24.com') });
    const second = world();
    worlds.set(OTHER, { ...second, view: { ...second.view, key: OTHER, origin: 'https://second.bitrix24.com' } });
    await keep(hourly, { since: at(9, 30) });
    held.portals.add('https://second.bitrix24.com');
    clock.now = at(10, 5);
    await pass();
    expect((await runs()).map(({ portal }) => portal)).toEqual([PORTAL]);
    held.portals.clear();
    clock.now = at(10, 10);
    await pass();
    await pass(MINUTE);
    expect((await runs()).map(({ portal }) => portal).sort()).toEqual([PORTAL, OTHER].sort());
  });
});

describe('a start by hand', () => {
  it('plans at once, and each press anew', async () => {
    const { keep, engine, pass, receiver, later } = await scene();
    await keep();
    expect(await engine.start('a-rule', PORTAL)).toMatchObject([{ state: 'planned', actionIndex: 0 }]);
    expect(await engine.start('a-rule', PORTAL)).toHaveLength(1);
    expect(later.length).toBeGreaterThan(0);
    await pass();
    expect(new Set(receiver.calls).size).toBe(2);
  });

  it('says why it does nothing, and does nothing for a rule that is off or waits for something else', async () => {
    const { keep, engine, held } = await scene();
    await keep({ conditions: { match: 'all', list: [{ fact: 'slots.used', is: 'equals', value: -1 }] } });
    expect(await engine.start('a-rule', PORTAL)).toMatchObject([{ state: 'skipped', skipped: 'condition' }]);
    await keep({}, { state: 'off' });
    expect(await engine.start('a-rule', PORTAL)).toEqual([]);
    await keep(ON_ANSWER);
    expect(await engine.start('a-rule', PORTAL)).toEqual([]);
    await keep();
    held.all = true;
    expect(await engine.start('a-rule', PORTAL)).toEqual([]);
  });
});

describe('trouble', () => {
  it('with one action’s texts leaves the other rules alone', async () => {
    const { keep, write, pass, runs, receiver } = await started({ ...ON_ANSWER });
    await keep({ ...ON_ANSWER, id: 'b-rule', actions: [{ kind: 'tag', text: 'b' }] });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(receiver, 'render').mockImplementation((action) => {
      if (action.kind === 'tag') throw new Error('broken');
      return { action, body: null, goesTo: '' };
    });
    await write(answered(901));
    await pass();
    expect((await runs()).map(({ ruleId, state }) => [ruleId, state]).sort()).toEqual([
      ['a-rule', 'done'],
      ['b-rule', 'failed'],
    ]);
  });

  it('with the database is told in the log, leaves nothing half-written, and is tried again', async () => {
    const { write, pass, runs, repository, engine, clock } = await started(ON_ANSWER);
    await write(answered(901));
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = vi.spyOn(repository, 'commit').mockRejectedValueOnce(new Error('DatabaseClosedError'));
    await pass();
    expect(log).toHaveBeenCalledOnce();
    expect(await runs()).toEqual([]);
    expect((await repository.progress()).cursor).toBe(0);
    expect(engine.nextAt()).toBe(clock.now + 30_000);
    broken.mockRestore();
    log.mockRestore();
    await pass(30_000);
    expect((await runs()).map(({ state }) => state)).toEqual(['done']);
  });

  it('of a rule that is changed while it is planned is seen, and it is planned anew', async () => {
    const { write, pass, runs, repository, keep } = await started(ON_ANSWER);
    await write(answered(901));
    const commit = repository.commit.bind(repository);
    vi.spyOn(repository, 'commit').mockImplementationOnce(async (plan) => {
      await keep({ ...ON_ANSWER, version: 2 }, { state: 'dry' });
      return commit(plan);
    });
    await pass();
    expect(await runs()).toMatchObject([{ state: 'dry', ruleVersion: 2 }]);
  });
});

describe('a rule that is new', () => {
  it('speaks of what has been waiting since before it, and only once', async () => {
    const { worlds, keep, pass, runs } = await scene();
    const since = NOW - 5 * HOUR;
    const dialogs = [dialog(901, { turn: { author: 'support', since, at: since, source: 'event' } })];
    worlds.set(PORTAL, world({ dialogs }));
    await keep({ trigger: waits(4) }, { since: NOW });
    await pass();
    await pass(MINUTE);
    expect((await runs()).map(({ state }) => state)).toEqual(['done']);
  });
});

describe('before texts are filled in', () => {
  it('destinations are known, by a pass as by a person', async () => {
    const { keep, write, pass, runs, receiver, engine } = await scene();
    const known: string[] = [];
    const ready = vi.fn(async () => void known.push('ready'));
    Object.assign(receiver, { ready });
    const { render } = Receiver.prototype;
    receiver.render = (action) => {
      known.push('render');
      return render.call(receiver, action);
    };
    await keep(ON_ANSWER);
    await keep({ id: 'by-hand', trigger: { kind: 'manual' } });
    await pass();
    await write(answered(901));
    known.length = 0;
    await pass();
    expect(known).toEqual(['ready', 'render']);
    await engine.start('by-hand', PORTAL);
    expect(known).toEqual(['ready', 'render', 'ready', 'render']);
    expect(await runs()).toHaveLength(2);
  });
});
