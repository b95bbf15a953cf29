import { describe, expect, it, vi } from 'vitest';
import { Engine } from '../../../core/rules/engine.ts';
import type { Action } from '../../../domain/rules/rule.ts';
import type { Outcome, RuleRun } from '../../../domain/rules/run.ts';
import { DAY, HOUR } from '../../domain/rules/worlds.ts';
import {
  answered,
  BUSY,
  DONE,
  LOST,
  MINUTE,
  PORTAL,
  REFUSED,
  type Scene,
  SECOND,
  scene,
  WEBHOOK,
} from './engine-scene.ts';

const ON_ANSWER = { trigger: { kind: 'support.answered' } } as const;
const tag = (text: string): Action => ({ kind: 'tag', text });

/** Rules have followed the journal to its end. */
async function started(...kept: Parameters<Scene['keep']>) {
  const made = await scene();
  await made.keep(...kept);
  await made.pass();
  return made;
}

const problems = (run: RuleRun | undefined) =>
  run?.attempts.map(({ outcome }) => ('problem' in outcome ? outcome.problem : outcome.kind));
const seconds = (from: number, run: RuleRun | undefined) => Math.round(((run?.nextAt ?? 0) - from) / SECOND);

describe('a call', () => {
  it('is written down before it is made and after', async () => {
    const { write, pass, runs, receiver, database } = await started(ON_ANSWER);
    receiver.answer = async (run) => {
      expect((await database.runs.get(run.key))?.state).toBe('running');
      return DONE;
    };
    await write(answered(901));
    await pass();
    expect(await runs()).toMatchObject([{ state: 'done', isRepeatable: true, attempts: [{ outcome: DONE }] }]);
  });

  it('that failed for a while is tried again after 15 s, 1, 5, 30 and 120 minutes, and then no more', async () => {
    const { write, pass, runs, receiver, clock, engine } = await started(ON_ANSWER);
    receiver.answer = () => BUSY;
    await write(answered(901));
    await pass();
    const waited: number[] = [];
    for (;;) {
      const [run] = await runs();
      if (run?.state !== 'waiting') break;
      waited.push(seconds(clock.now, run));
      expect(engine.nextAt()).toBe(run.nextAt);
      await pass((run.nextAt ?? 0) - clock.now - 1);
      expect(receiver.calls).toHaveLength(waited.length);
      await pass(1);
    }
    expect(waited).toEqual([15, 60, 300, 1_800, 7_200]);
    expect(new Set(receiver.calls).size).toBe(1);
    expect(await runs()).toMatchObject([{ state: 'failed', nextAt: null }]);
    expect((await runs())[0]?.attempts).toHaveLength(6);
  });

  it('is spread by a fifth to either side, and waits as long as the other side asks', async () => {
    for (const [random, after, expected] of [
      [0, null, 12],
      [1, null, 18],
      [0.5, 40 * SECOND, 40],
      [0.5, 2 * SECOND, 15],
    ] as const) {
      const { write, pass, runs, receiver, parts, clock } = await started(ON_ANSWER);
      parts.effects.random = () => random;
      receiver.answer = () => ({ ...BUSY, after }) as Outcome;
      await write(answered(901));
      await pass();
      expect(seconds(clock.now, (await runs())[0])).toBe(expected);
    }
  });

  it('waits as long as it was to when the clock is set back meanwhile', async () => {
    const { write, pass, runs, receiver, clock } = await started(ON_ANSWER);
    receiver.answer = () => BUSY;
    await write(answered(901));
    await pass();
    receiver.answer = () => DONE;
    await pass(-30 * DAY);
    expect(seconds(clock.now, (await runs())[0])).toBe(15);
    await pass(15 * SECOND);
    expect(await runs()).toMatchObject([{ state: 'done' }]);
  });

  it('that throws is uncertain, and the others go on', async () => {
    const { keep, write, pass, runs, receiver } = await started(ON_ANSWER);
    await keep({ ...ON_ANSWER, id: 'b-rule' });
    receiver.knowsKeys = false;
    receiver.answer = ({ ruleId }) => {
      if (ruleId === 'b-rule') throw new Error('broken');
      return DONE;
    };
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await write(answered(901));
    await pass();
    expect((await runs()).map(({ ruleId, state }) => [ruleId, state]).sort()).toEqual([
      ['a-rule', 'done'],
      ['b-rule', 'uncertain'],
    ]);
  });

  it('is not made while everything or its portal is held, and is made afterwards', async () => {
    const { write, pass, receiver, held, database } = await started(ON_ANSWER);
    held.portals.add('https://demo.bitrix24.ru');
    await write(answered(901));
    await pass();
    expect(receiver.calls).toEqual([]);
    held.portals.clear();
    await database.preferences.update('rules', { 'value.isPaused': true });
    await pass();
    expect(receiver.calls).toEqual([]);
    await database.preferences.update('rules', { 'value.isPaused': false });
    held.all = true;
    await pass();
    expect(receiver.calls).toEqual([]);
    held.all = false;
    await pass();
    expect(receiver.calls).toHaveLength(1);
  });

  it('is stopped by a pause that comes between two calls', async () => {
    const { write, pass, receiver, held, runs } = await started({ ...ON_ANSWER, actions: [tag('a'), tag('b')] });
    receiver.answer = () => {
      held.all = true;
      return DONE;
    };
    await write(answered(901));
    await pass();
    expect((await runs()).map(({ state }) => state).sort()).toEqual(['done', 'planned']);
  });
});

describe('order', () => {
  it('holds among the actions of an event, and a failure passes over the later ones', async () => {
    const { write, pass, runs, receiver } = await started({ ...ON_ANSWER, actions: [tag('a'), tag('b'), tag('c')] });
    receiver.answer = ({ actionIndex }) => (actionIndex === 1 ? REFUSED : DONE);
    await write(answered(901));
    await pass();
    const found = (await runs()).sort((a, b) => a.actionIndex - b.actionIndex);
    expect(found.map(({ state, skipped }) => [state, skipped])).toEqual([
      ['done', null],
      ['failed', null],
      ['skipped', 'earlierFailed'],
    ]);
    expect(receiver.calls).toHaveLength(2);
  });

  it('lets later actions wait for a retry or a person, and other events pass', async () => {
    for (const outcome of [BUSY, LOST]) {
      const { write, pass, receiver } = await started({ ...ON_ANSWER, actions: [tag('a'), tag('b')] });
      receiver.knowsKeys = false;
      receiver.answer = ({ event }) => (event.object === 'chat:901' ? outcome : DONE);
      await write(answered(901));
      await write(answered(902));
      await pass();
      expect(receiver.runs.map(({ event, actionIndex }) => `${event.object} ${actionIndex}`)).toEqual([
        'chat:901 0',
        'chat:902 0',
        'chat:902 1',
      ]);
    }
  });

  it('holds among the events of a rule, and lets other rules go beside it', async () => {
    const { keep, write, pass, receiver } = await started(ON_ANSWER);
    await keep({ ...ON_ANSWER, id: 'b-rule' });
    const slow = Promise.withResolvers<Outcome>();
    const others = Promise.withResolvers<void>();
    receiver.answer = ({ ruleId, event }) => {
      if (ruleId === 'b-rule' && event.object === 'chat:902') others.resolve();
      return ruleId === 'a-rule' && event.object === 'chat:901' ? slow.promise : DONE;
    };
    await write(answered(901));
    await write(answered(902));
    const passed = pass();
    await others.promise;
    expect(receiver.runs.filter(({ ruleId }) => ruleId === 'a-rule')).toHaveLength(1);
    slow.resolve(DONE);
    await passed;
    expect(receiver.calls).toHaveLength(4);
  });

  it('does not keep new events waiting for a slow call', async () => {
    const { write, pass, receiver, engine, database, keep } = await started(ON_ANSWER);
    await keep({ id: 'by-hand' });
    const slow = Promise.withResolvers<Outcome>();
    const begun = Promise.withResolvers<void>();
    receiver.answer = ({ ruleId }) => {
      begun.resolve();
      return ruleId === 'a-rule' ? slow.promise : DONE;
    };
    await write(answered(901));
    const passed = pass();
    await begun.promise;
    expect(await engine.start('by-hand', PORTAL)).toMatchObject([{ state: 'planned' }]);
    expect(await database.runs.where('state').equals('running').count()).toBe(1);
    slow.resolve(DONE);
    await passed;
    expect(receiver.calls).toHaveLength(2);
  });
});

describe('a rule', () => {
  it('that failed five times in a row is switched off, says so, and its planned runs wait', async () => {
    const { write, pass, database, receiver, keep } = await started(ON_ANSWER);
    receiver.answer = () => REFUSED;
    for (let chatId = 0; chatId < 7; chatId += 1) await write(answered(chatId));
    await pass();
    expect(await database.rules.get('a-rule')).toMatchObject({ state: 'off', offBecause: 'failures', failures: 5 });
    expect(receiver.calls).toHaveLength(5);
    expect(await database.runs.where('state').equals('planned').count()).toBe(2);
    receiver.answer = () => DONE;
    await keep(ON_ANSWER);
    await pass();
    expect(receiver.calls).toHaveLength(7);
  });

  it('begins to count anew after a run that was done', async () => {
    const { write, pass, database, receiver } = await started(ON_ANSWER);
    let calls = 0;
    receiver.answer = () => {
      calls += 1;
      return calls % 5 === 0 ? DONE : REFUSED;
    };
    for (let chatId = 0; chatId < 9; chatId += 1) await write(answered(chatId));
    await pass();
    expect(await database.rules.get('a-rule')).toMatchObject({ state: 'on', failures: 4 });
  });

  it('that was changed, switched off or removed does nothing of what it had planned', async () => {
    for (const after of ['changed', 'dry', 'off', 'removed'] as const) {
      const { write, pass, runs, receiver, keep, database, held } = await started(ON_ANSWER);
      held.portals.add('https://demo.bitrix24.ru');
      await write(answered(901));
      await pass();
      expect(await runs()).toMatchObject([{ state: 'planned' }]);
      held.portals.clear();
      if (after === 'changed') await keep({ ...ON_ANSWER, version: 2 });
      else if (after === 'removed') await database.rules.delete('a-rule');
      else await keep(ON_ANSWER, { state: after, offBecause: after === 'off' ? 'person' : null });
      await pass();
      expect(await runs()).toMatchObject([{ state: 'skipped', skipped: 'givenUp' }]);
      expect(receiver.calls).toEqual([]);
    }
  });
});

describe('a host', () => {
  const hooked = () => started({ ...ON_ANSWER, actions: [WEBHOOK] });
  const rest = async ({ database }: Scene) => (await database.destinations.get('hook'))?.restsUntil ?? 0;

  it('that failed five times in a row rests, the runs wait and are not counted as failed', async () => {
    const made = await hooked();
    const { write, pass, receiver, runs, clock, keepDestination, database } = made;
    await keepDestination();
    await keepDestination({ id: 'twin' });
    receiver.answer = () => BUSY;
    for (let chatId = 0; chatId < 7; chatId += 1) await write(answered(chatId));
    await pass();
    expect(receiver.calls).toHaveLength(5);
    expect(await rest(made)).toBe(clock.now + 10 * MINUTE);
    expect((await database.destinations.get('twin'))?.restsUntil).toBe(clock.now + 10 * MINUTE);
    const held = (await runs()).filter((run) => problems(run)?.includes('breakerOpen'));
    expect(held).toHaveLength(2);
    expect(held[0]).toMatchObject({ state: 'waiting', nextAt: clock.now + 10 * MINUTE });
    await pass(MINUTE);
    expect(receiver.calls).toHaveLength(5);
    expect(problems((await runs()).find(({ key }) => key === held[0]?.key))).toEqual(['breakerOpen']);
    expect((await database.rules.get('a-rule'))?.failures).toBe(0);
  });

  it('is tried by one call after its rest, and rests twice as long, up to two hours', async () => {
    const made = await hooked();
    const { write, pass, receiver, clock, keepDestination, keep } = made;
    await keepDestination({ failures: 5, restsUntil: clock.now });
    await keep({ ...ON_ANSWER, id: 'b-rule', actions: [WEBHOOK] });
    receiver.answer = () => BUSY;
    const rests: number[] = [];
    for (let chatId = 0; chatId < 5; chatId += 1) {
      const calls = receiver.calls.length;
      await write(answered(chatId, clock.now));
      await pass();
      expect(receiver.calls).toHaveLength(calls + 1);
      rests.push(((await rest(made)) - clock.now) / MINUTE);
      await pass((await rest(made)) - clock.now - 1);
      clock.now += 1;
    }
    expect(rests).toEqual([20, 40, 80, 120, 120]);
  });

  it('is awake again after one success, and all that waited goes on', async () => {
    const made = await hooked();
    const { write, pass, receiver, clock, keepDestination, database } = made;
    await keepDestination({ failures: 7, restsUntil: clock.now + HOUR });
    for (const chatId of [1, 2, 3]) await write(answered(chatId));
    await pass();
    expect(receiver.calls).toEqual([]);
    await pass(HOUR);
    expect(receiver.calls).toHaveLength(3);
    expect(await database.destinations.get('hook')).toMatchObject({ failures: 0, restsUntil: 0 });
  });

  it('is not blamed for what it refused, nor for a network that is not there', async () => {
    const made = await hooked();
    const { write, pass, receiver, keepDestination, database } = made;
    await keepDestination();
    const outcomes: Outcome[] = [REFUSED, { ...BUSY, problem: 'offline' } as Outcome, LOST];
    receiver.knowsKeys = false;
    receiver.answer = () => outcomes.shift() ?? DONE;
    for (const [chatId, failures] of [
      [1, 0],
      [2, 0],
      [3, 1],
    ] as const) {
      await write(answered(chatId));
      await pass();
      expect((await database.destinations.get('hook'))?.failures).toBe(failures);
    }
  });

  it('may be a portal that is called with the user’s own session', async () => {
    const task: Action = { kind: 'task', through: 'session', title: 't', text: '', deadlineDays: null };
    const { write, pass, receiver, runs, clock } = await started({ ...ON_ANSWER, actions: [task] });
    receiver.answer = () => BUSY;
    for (let chatId = 0; chatId < 6; chatId += 1) await write(answered(chatId));
    await pass();
    expect(receiver.calls).toHaveLength(5);
    expect((await runs()).some((run) => run.nextAt === clock.now + 10 * MINUTE)).toBe(true);
  });
});

describe('a background that was ended', () => {
  /** The call has gone out when the background ends; nothing of the old one is written any more. */
  async function cut(knowsKeys: boolean) {
    const made = await started(ON_ANSWER);
    const { write, receiver, engine } = made;
    const gone = Promise.withResolvers<void>();
    receiver.knowsKeys = knowsKeys;
    receiver.answer = () => {
      gone.resolve();
      return new Promise<Outcome>(() => undefined);
    };
    await write(answered(901));
    void engine.pass();
    await gone.promise;
    receiver.answer = () => DONE;
    return made;
  }

  it('repeats with the same key and body what the other side takes only once', async () => {
    const { restarted, runs, receiver } = await cut(true);
    await restarted().recover();
    expect(await runs()).toMatchObject([{ state: 'done' }]);
    expect(problems((await runs())[0])).toEqual(['interrupted', 'done']);
    expect(new Set(receiver.calls).size).toBe(1);
    expect(receiver.runs[1]?.rendered).toEqual(receiver.runs[0]?.rendered);
  });

  it('leaves to a person what it might do twice', async () => {
    const { restarted, runs, receiver } = await cut(false);
    const next = restarted();
    await next.recover();
    await next.pass();
    expect(await runs()).toMatchObject([{ state: 'uncertain', nextAt: null, isRepeatable: false }]);
    expect(receiver.calls).toHaveLength(1);
  });

  it('asks no more than a few times when it ends in each call', async () => {
    const { restarted, receiver, runs } = await cut(true);
    for (let ends = 0; ends < 10; ends += 1) {
      const begun = Promise.withResolvers<void>();
      receiver.answer = () => {
        begun.resolve();
        return new Promise<Outcome>(() => undefined);
      };
      await Promise.race([restarted().recover(), begun.promise]);
    }
    expect(receiver.calls).toHaveLength(6);
    expect(await runs()).toMatchObject([{ state: 'uncertain' }]);
  });

  it('recovers by its first pass, whoever asked for it', async () => {
    const { restarted, runs } = await cut(false);
    await restarted().pass();
    expect(await runs()).toMatchObject([{ state: 'uncertain' }]);
  });

  it('does not take for cut off what it is doing itself', async () => {
    const { write, pass, receiver, engine, runs } = await started(ON_ANSWER);
    const begun = Promise.withResolvers<void>();
    const slow = Promise.withResolvers<Outcome>();
    receiver.answer = () => {
      begun.resolve();
      return slow.promise;
    };
    await write(answered(901));
    const passed = pass();
    await begun.promise;
    const recovered = engine.recover();
    slow.resolve(DONE);
    await Promise.all([passed, recovered]);
    expect(receiver.calls).toHaveLength(1);
    expect(await runs()).toMatchObject([{ state: 'done' }]);
  });

  it.each([
    ['repeat', 'done', 2],
    ['wasDone', 'done', 1],
    ['giveUp', 'skipped', 1],
  ] as const)('lets a person say: %s', async (decision, state, calls) => {
    const { restarted, runs, receiver } = await cut(false);
    const next = restarted();
    await next.recover();
    const [run] = await runs();
    await next.decide(run?.key ?? '', decision);
    await next.pass();
    expect(await runs()).toMatchObject([{ state }]);
    expect(receiver.calls).toHaveLength(calls);
    await next.decide(run?.key ?? '', 'repeat');
    await next.pass();
    expect(receiver.calls).toHaveLength(calls);
  });

  it('passes over the later actions of what a person has given up', async () => {
    const { write, pass, runs, receiver, engine } = await started({ ...ON_ANSWER, actions: [tag('a'), tag('b')] });
    receiver.knowsKeys = false;
    receiver.answer = () => LOST;
    await write(answered(901));
    await pass();
    const [run] = (await runs()).filter(({ state }) => state === 'uncertain');
    await engine.decide(run?.key ?? '', 'giveUp');
    expect((await runs()).map(({ skipped }) => skipped).sort()).toEqual(['earlierFailed', 'givenUp']);
  });
});

describe('what is lost by itself', () => {
  it('is repeated by itself only where the other side knows the key', async () => {
    const { write, pass, runs, receiver, clock } = await started(ON_ANSWER);
    receiver.answer = () => LOST;
    await write(answered(901));
    await pass();
    expect(await runs()).toMatchObject([{ state: 'planned', nextAt: clock.now + 15 * SECOND }]);
    receiver.knowsKeys = false;
    await pass(15 * SECOND);
    expect(await runs()).toMatchObject([{ state: 'uncertain' }]);
    await pass(DAY);
    expect(receiver.calls).toHaveLength(2);
  });
});

describe('a portal that is wiped in mid-call', () => {
  it('takes its runs with it, and nothing is written back', async () => {
    const { write, pass, receiver, database } = await started(ON_ANSWER);
    receiver.answer = async () => {
      await database.runs.clear();
      await database.ruleMarks.clear();
      await database.portals.clear();
      return DONE;
    };
    await write(answered(901));
    await pass();
    expect([await database.runs.count(), await database.ruleMarks.count()]).toEqual([0, 0]);
    await write(answered(902));
    await pass();
    expect(await database.runs.count()).toBe(0);
  });
});

describe('the database', () => {
  it('that does not take an outcome gets it later, and nothing is called twice', async () => {
    const { write, pass, receiver, repository, runs } = await started(ON_ANSWER);
    await write(answered(901));
    const change = repository.change.bind(repository);
    let isClosed = false;
    receiver.answer = () => {
      isClosed = true;
      return DONE;
    };
    vi.spyOn(repository, 'change').mockImplementation((...asked) =>
      isClosed ? Promise.reject(new Error('DatabaseClosedError')) : change(...asked),
    );
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await pass();
    expect(log).toHaveBeenCalledOnce();
    expect(await runs()).toMatchObject([{ state: 'running' }]);
    isClosed = false;
    await pass(30 * SECOND);
    expect(await runs()).toMatchObject([{ state: 'done' }]);
    expect(receiver.calls).toHaveLength(1);
    log.mockRestore();
  });
});

describe('waking', () => {
  it('is done once for many wishes, and by itself for what no alarm rings for', async () => {
    const { engine, later, write, receiver, pass, clock } = await started(ON_ANSWER);
    later.length = 0;
    for (let n = 0; n < 5; n += 1) engine.wake();
    expect(later).toHaveLength(1);
    receiver.answer = () => BUSY;
    await write(answered(901));
    await later[0]?.work();
    expect(later.map(({ ms }) => ms)).toEqual([expect.any(Number), 15 * SECOND]);
    await pass();
    expect(later).toHaveLength(2);
    clock.now += 15 * SECOND;
    receiver.answer = () => DONE;
    await later[1]?.work();
    expect(receiver.calls).toHaveLength(2);
    expect(engine.nextAt()).toBeNull();
  });

  it('tells when runs or rules have changed, or the time of the next look', async () => {
    const { write, pass, parts, receiver } = await started(ON_ANSWER);
    const told = vi.mocked(parts.tell);
    told.mockClear();
    await pass();
    expect(told).not.toHaveBeenCalled();
    receiver.answer = () => BUSY;
    await write(answered(901));
    await pass();
    expect(told.mock.calls.map(([changed]) => changed)).toEqual([
      { runs: true, rules: false },
      { runs: true, rules: true },
      { runs: false, rules: false },
    ]);
  });

  it('finds nothing to wait for while everything is held', async () => {
    const { write, pass, receiver, engine, held, parts } = await started(ON_ANSWER);
    receiver.answer = () => BUSY;
    await write(answered(901));
    await pass();
    expect(engine.nextAt()).not.toBeNull();
    held.all = true;
    expect(engine.nextAt()).toBeNull();
    expect(new Engine(parts).nextAt()).toBeNull();
  });
});
