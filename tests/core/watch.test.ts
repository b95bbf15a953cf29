/** Reading a portal while none of its pages is open. */
import type { Table } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AwayAnswer } from '../../core/away-effects.ts';
import { goalOf } from '../../core/notifications.ts';
import type { ReadFailure } from '../../domain/view.ts';
import type { Watch } from '../../domain/watch/watch.ts';
import { dialog } from '../readings.ts';
import { type Gate, gate } from './gate.ts';
import { dialogs, MINUTE, PORTAL, SECOND, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const QUARTER = 15 * MINUTE;
const NIGHT = { timeZone: 'UTC', from: 22 * 60, until: 7 * 60 };

let world: World;
beforeEach(() => {
  world = new World();
  world.answersAway = async () => answered(dialogs(2));
});

const answered = (found = [dialog(1)], isAdministrator = true): AwayAnswer => ({
  ...{ kind: 'answered', token: 'token', access: null },
  calls: [{ at: world.now, action: 'batch:imbot.Network.Chat.count', ms: 40, outcome: 'answered' }],
  outcome: {
    ...{ kind: 'reading', skippedEntries: 0 },
    reading: { botId: '5', limit: 5, isAdministrator, startedAt: world.now, dialogs: found },
  },
});
const failed = (failure: ReadFailure): AwayAnswer => ({
  ...{ kind: 'answered', token: null, access: null, calls: [] },
  outcome: { kind: 'failure', failure, detail: '' },
});
const answersWith = (answer: () => AwayAnswer) => {
  world.answersAway = async () => answer();
};

const change = (changes: object, key = KEY) =>
  world.application.own.watcher.change({ type: 'watch.changed', key, changes });
const watchOf = async (origin = PORTAL): Promise<Watch> => (await world.view('1', origin)).watch;
/** Minutes until the next reading as it is planned. */
const minutesAhead = async () => {
  const { plan } = await watchOf();
  return plan.kind === 'planned' ? (plan.at - world.now) / MINUTE : plan.kind;
};
const stopOf = async () => (await watchOf()).state.stop?.reason;
const told = () => world.notifications.filter(({ id }) => id.startsWith('watch|'));

/** A portal that was read in a tab which is closed by now, and is watched, quiet hours aside. */
async function watchedPortal(changes: object = {}): Promise<void> {
  await world.open(1);
  await world.read(1, dialogs(3));
  world.tabs.clear();
  await change({ isOn: true, quiet: null, ...changes });
  await world.settle();
}

/** Lets time pass and does what is due then. */
async function pass(ms: number): Promise<void> {
  world.now += ms;
  await world.application.check();
  await world.settle();
}

describe('a portal that is watched', () => {
  it('is read at once when it is switched on, and then every quarter of an hour, in one way with what tabs read', async () => {
    await watchedPortal();
    expect(world.away).toHaveLength(1);
    expect(await world.slots()).toBe('2/5 live');
    expect(await minutesAhead()).toBe(15);

    answersWith(() => answered(dialogs(5)));
    await pass(QUARTER - 1);
    expect(world.away).toHaveLength(1);
    await pass(1);
    expect(world.away).toHaveLength(2);
    expect(await world.slots()).toBe('5/5 live');
    expect(world.badgeText).toBe('5/5');
  });

  it('is read when the alarm rings, which is set for it', async () => {
    await watchedPortal();
    while (world.away.length < 2) await world.ring();
    expect(world.now - ((await watchOf()).state.triedAt ?? 0)).toBe(0);
    expect(await world.slots()).toBe('2/5 live');
  });

  it('is asked for its own user, with what is to be looked at, and with the token of the last reading', async () => {
    await watchedPortal();
    await pass(QUARTER);
    expect(world.away.map(({ token }) => token)).toEqual([null, 'token']);
    expect(world.away[0]).toMatchObject({ origin: PORTAL, userId: '1', pattern: `${PORTAL}/*` });
    expect(world.away[0]?.query.wantsCarriers).toBe(true);
  });

  it('keeps the token nowhere but in memory', async () => {
    answersWith(() => ({ ...answered(), token: 'a-very-secret-token' }) as AwayAnswer);
    await watchedPortal();
    const rows = await Promise.all(world.database.tables.map((table) => table.toArray()));
    expect(JSON.stringify([rows, world.front, world.surfaces])).not.toContain('a-very-secret-token');
    await world.restart();
    await pass(QUARTER);
    expect(world.away.at(-1)?.token).toBeNull();
  });

  it('that is switched off, or forgotten, loses the token', async () => {
    await watchedPortal();
    await change({ isOn: false });
    await change({ isOn: true });
    await world.settle();
    expect(world.away.map(({ token }) => token)).toEqual([null, null]);
  });

  it('that is forgotten while it is read leaves nothing behind', async () => {
    await watchedPortal();
    const answer = gate();
    world.answersAway = async () => {
      await answer.opened;
      return answered();
    };
    const reading = pass(QUARTER);
    await vi.waitFor(() => expect(world.away).toHaveLength(2));
    await world.application.own.portals.remove(PORTAL);
    answer.open();
    await reading;
    expect(await world.application.own.calls.recent()).toEqual([]);
    expect(await world.database.portals.count()).toBe(0);
    expect(world.alarm).toBeNull();
  });

  it('tells its calls to the list of calls', async () => {
    await watchedPortal();
    expect(await world.application.own.calls.recent()).toMatchObject([{ portal: KEY, outcome: 'answered', ms: 40 }]);
  });

  it('is not read before somebody asks for it', async () => {
    await world.open(1);
    await world.read(1);
    world.tabs.clear();
    await pass(QUARTER * 10);
    expect(world.away).toHaveLength(0);
    await change({ isOn: true, quiet: null });
    await change({ isOn: false });
    await pass(QUARTER * 10);
    expect(world.away).toHaveLength(0);
    expect((await watchOf()).plan).toEqual({ kind: 'off' });
  });

  it('is read as often as was set', async () => {
    await watchedPortal({ every: 60 });
    await pass(QUARTER * 3);
    expect(world.away).toHaveLength(1);
    await pass(QUARTER);
    expect(world.away).toHaveLength(2);
  });

  it('shows that it is being read, and is not asked twice', async () => {
    const answer = gate();
    world.answersAway = async () => {
      await answer.opened;
      return answered();
    };
    await world.open(1);
    await world.read(1);
    world.tabs.clear();
    await change({ isOn: true, quiet: null });
    const reading = world.settle();
    await vi.waitFor(() => expect(world.away).toHaveLength(1));
    expect((await world.view()).reading).toBe(true);
    await pass(MINUTE * 2);
    expect(world.away).toHaveLength(1);
    answer.open();
    await reading;
    expect((await world.view()).reading).toBe(false);
  });
});

describe('a tab of the portal', () => {
  it('that hears live events makes a reading unnecessary', async () => {
    await watchedPortal();
    world.now += QUARTER - MINUTE;
    await world.open(2);
    await world.read(2, dialogs(4));
    await pass(QUARTER);
    expect(world.away).toHaveLength(1);
    expect(world.tab(2).asked).not.toContain('read');
    expect(await world.slots()).toBe('4/5 live');
    expect(await minutesAhead()).toBe(15);
  });

  it('that hears nothing is told to read, and is not hurried', async () => {
    await watchedPortal();
    await world.open(2, { isLive: false });
    await world.read(2);
    await pass(QUARTER);
    expect(world.tab(2).asked.filter((each) => each === 'read')).toHaveLength(1);
    await pass(MINUTE / 2);
    expect(world.tab(2).asked.filter((each) => each === 'read').length).toBeLessThanOrEqual(2);
    expect(await minutesAhead()).toBeGreaterThan(10);
    expect(world.away).toHaveLength(1);
  });

  it('that answers nobody is no reason not to read', async () => {
    await watchedPortal();
    await world.open(2, { manner: 'hangs' });
    world.now += MINUTE;
    await pass(QUARTER);
    expect(world.away).toHaveLength(2);
  });

  it('puts the next reading off when it is seen and when it has read', async () => {
    await watchedPortal();
    world.now += 10 * MINUTE;
    await world.open(2);
    expect(await minutesAhead()).toBe(15);
    world.now += 5 * MINUTE;
    await world.read(2);
    expect(await minutesAhead()).toBe(15);
  });

  it('that takes over while the background reads keeps what it found', async () => {
    await watchedPortal();
    const answer = gate();
    world.answersAway = async () => {
      await answer.opened;
      return failed('serverError');
    };
    const reading = pass(QUARTER);
    await vi.waitFor(() => expect(world.away).toHaveLength(2));
    await world.open(2);
    await world.read(2, dialogs(4));
    answer.open();
    await reading;
    expect(await world.slots()).toBe('4/5 live');
    expect((await watchOf()).state.failures).toBe(0);
  });
});

describe('nothing is read', () => {
  it('in the quiet hours', async () => {
    await watchedPortal({ quiet: NIGHT });
    const evening = new Date(world.now).setUTCHours(21, 50, 0, 0);
    world.now = evening;
    await world.application.check();
    const before = world.away.length;
    for (let at = 0; at < 9 * 60; at += 20) await pass(20 * MINUTE);
    expect(world.away.length - before).toBe(0);
    await pass(30 * MINUTE);
    expect(world.away.length - before).toBe(1);
  });

  it('while the feature is switched off, and nothing wakes the background for it', async () => {
    await watchedPortal();
    await world.application.governance.change({ featuresOff: ['watch'] });
    await pass(QUARTER * 20);
    expect(world.away).toHaveLength(1);
    expect((await watchOf()).plan).toEqual({ kind: 'off' });
    expect(world.alarm).toBeNull();

    await world.application.governance.change({ featuresOff: [] });
    expect(world.alarm).toBe(world.now + MINUTE / 2);
    await world.ring();
    expect(world.away).toHaveLength(2);
  });

  it('while the IT department has it switched off', async () => {
    await watchedPortal();
    world.managed = { featuresOff: ['watch'] };
    await world.application.policyChanged();
    await pass(QUARTER * 20);
    expect(world.away).toHaveLength(1);
  });

  it('while the portal is paused; afterwards it goes on', async () => {
    await watchedPortal();
    world.managed = { portals: ['other.bitrix24.ru'] };
    await world.application.policyChanged();
    await pass(QUARTER * 20);
    expect(world.away).toHaveLength(1);
    world.managed = null;
    await world.application.policyChanged();
    await world.ring();
    expect(world.away).toHaveLength(2);
  });

  it('of what comes after it was paused in the middle', async () => {
    await watchedPortal();
    const answer = gate();
    world.answersAway = async () => {
      await answer.opened;
      return answered(dialogs(5));
    };
    const reading = pass(QUARTER);
    await vi.waitFor(() => expect(world.away).toHaveLength(2));
    world.managed = { portals: ['other.bitrix24.ru'] };
    await world.application.policyChanged();
    answer.open();
    await reading;
    expect((await world.view()).slots.used).toBe(2);
  });
});

describe('it stops and says so once', () => {
  it('when nobody is signed in', async () => {
    await watchedPortal();
    answersWith(() => failed('signedOut'));
    await pass(QUARTER);
    expect(await stopOf()).toBe('signedOut');
    expect(told()).toHaveLength(1);
    expect(told()[0]?.title).toContain('demo.bitrix24.ru');
    expect(world.alarm === null || world.alarm > world.now).toBe(true);
    await pass(QUARTER * 50);
    await world.restart();
    await pass(QUARTER * 50);
    expect(world.away).toHaveLength(2);
    expect(told()).toHaveLength(1);
  });

  it('and the press on what was said opens the portal', async () => {
    await watchedPortal();
    answersWith(() => failed('signedOut'));
    await pass(QUARTER);
    const id = told()[0]?.id ?? '';
    expect(goalOf(id)).toEqual({ key: KEY });
    await world.application.tabs.openNotification(id);
    expect(world.openedUrls).toEqual([`${PORTAL}/`]);
  });

  it('when another user is signed in, whose page was seen', async () => {
    await watchedPortal();
    await world.open(2, { userId: '2' });
    world.tabs.clear();
    answersWith(() => failed('signedOut'));
    await pass(QUARTER);
    expect(await stopOf()).toBe('signedOut');
    expect((await world.view('2')).slots.used).toBeNull();
  });

  it('when the user is no administrator any more', async () => {
    await watchedPortal();
    answersWith(() => answered([dialog(1)], false));
    await pass(QUARTER);
    expect(await stopOf()).toBe('notAdministrator');
    expect((await world.view()).session.state).toBe('unsupported');
    expect(told()).toHaveLength(1);
    // A page alone does not show that it has changed: it would stop and be said again at each page.
    await world.open(3);
    expect(await stopOf()).toBe('notAdministrator');
    await world.read(3);
    expect(await stopOf()).toBeUndefined();
  });

  it('when the browser does not let it in', async () => {
    await watchedPortal();
    answersWith(() => ({ kind: 'noPermission' }));
    await pass(QUARTER);
    await pass(QUARTER * 50);
    expect([await stopOf(), told().length, world.away.length]).toEqual(['noPermission', 1, 2]);
    expect(await world.slots()).toBe('2/5? live');
  });

  it('when the page shows the old messenger, which a reading cannot know', async () => {
    await watchedPortal();
    await world.open(2, { generation: 'v1' });
    world.tabs.clear();
    await pass(QUARTER);
    expect([await stopOf(), world.away.length]).toEqual(['oldMessenger', 1]);
  });

  it('when it has failed too often, with longer and longer pauses before', async () => {
    await watchedPortal();
    answersWith(() => failed('serverError'));
    const pauses: (number | string)[] = [];
    await pass(QUARTER);
    while ((await stopOf()) === undefined) {
      const pause = await minutesAhead();
      pauses.push(pause);
      await pass(Number(pause) * MINUTE);
    }
    expect(pauses).toEqual([30, 60, 120, 240, 240, 240, 240, 240, 240]);
    expect([await stopOf(), told().length]).toEqual(['failing', 1]);
  });

  it('also when the portal cannot be reached while the computer has a network', async () => {
    await watchedPortal();
    answersWith(() => failed('offline'));
    await pass(QUARTER);
    expect((await watchOf()).state.failures).toBe(1);
    expect((await world.view()).session.failure).toBe('offline');
  });
});

describe('it goes on', () => {
  beforeEach(async () => {
    await watchedPortal();
    answersWith(() => failed('signedOut'));
    await pass(QUARTER);
    answersWith(() => answered(dialogs(4)));
  });

  it('when a page of the portal is seen', async () => {
    await world.open(2);
    expect(await stopOf()).toBeUndefined();
    world.tabs.clear();
    await pass(QUARTER);
    expect(await world.slots()).toBe('4/5 live');
  });

  it('when the user says so, at once, however rarely it is read', async () => {
    await change({ every: 1440 });
    await world.application.own.watcher.resume(KEY);
    await world.settle();
    expect(await stopOf()).toBeUndefined();
    expect(await world.slots()).toBe('4/5 live');
  });

  it('and says so again when it stops again', async () => {
    answersWith(() => failed('signedOut'));
    await world.application.own.watcher.resume(KEY);
    await world.settle();
    expect(told()).toHaveLength(2);
  });
});

describe('the computer', () => {
  it('without a network costs no attempt, and is not asked without a pause', async () => {
    await watchedPortal();
    answersWith(() => ({ kind: 'offline' }));
    await pass(QUARTER);
    expect(await world.slots()).toBe('2/5 live');
    expect((await watchOf()).state.failures).toBe(0);
    expect(await minutesAhead()).toBe(5);
  });

  it('whose background is killed in the middle of a reading reads again a minute later', async () => {
    await watchedPortal();
    world.answersAway = () => new Promise(() => undefined);
    world.now += QUARTER;
    void world.application.check();
    await vi.waitFor(() => expect(world.away).toHaveLength(2));
    await vi.waitFor(async () => expect(await minutesAhead()).toBe(1));
    answersWith(() => answered(dialogs(4)));
    await world.restart();
    while (world.away.length < 3) await world.ring();
    expect(await minutesAhead()).toBe(15);
    expect(await world.slots()).toBe('4/5 live');
  });

  it('that starts after a night has its alarm set and reads what is overdue', async () => {
    await watchedPortal();
    world.now += 12 * 60 * MINUTE;
    await world.restart();
    await world.application.browserStarted();
    while (world.away.length < 2) await world.ring();
    expect(await world.slots()).toBe('2/5 live');
  });

  it('whose clock was set back a week is not waited for', async () => {
    await watchedPortal();
    world.now -= 7 * 24 * 60 * MINUTE;
    await pass(0);
    expect(await minutesAhead()).toBeLessThanOrEqual(15);
    await pass(QUARTER);
    expect(world.away).toHaveLength(2);
  });
});

describe('many portals', () => {
  const originOf = (number: number) => `https://portal-${number}.bitrix24.ru`;

  /** As many portals as wanted, each like the first: read once, watched, due. */
  async function watchMany(count: number): Promise<void> {
    await watchedPortal();
    const { database } = world;
    const numbers = Array.from({ length: count }, (_, number) => number);
    const copy = async (table: Table, field: 'key' | 'portal') => {
      for (const row of await table.toArray()) {
        const place = (number: number) => ({ [field]: `${originOf(number)}|1`, origin: originOf(number) });
        await table.bulkPut(numbers.map((number) => ({ ...row, ...place(number) })));
      }
    };
    await copy(database.portals as unknown as Table, 'key');
    await copy(database.snapshots as unknown as Table, 'portal');
    await database.portals.delete(KEY);
    world.away = [];
    world.now += QUARTER;
    await world.restart();
  }

  it('are read two at once until none is overdue', async () => {
    await watchMany(12);
    const answers: Gate[] = [];
    world.answersAway = async () => {
      const answer = gate();
      answers.push(answer);
      await answer.opened;
      return answered();
    };
    const checked = world.application.check();
    for (let number = 1; number <= 12; number += 1) {
      await vi.waitFor(() => expect(answers).toHaveLength(Math.min(number + 1, 12)));
      await world.application.check();
      expect(answers).toHaveLength(Math.min(number + 1, 12));
      answers[number - 1]?.open();
    }
    await checked;
    expect(new Set(world.away.map(({ origin }) => origin)).size).toBe(12);
    await world.application.check();
    expect(world.away).toHaveLength(12);
  });

  it('do not wait for one that cannot be worked on', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    await watchMany(4);
    world.answersAway = async ({ origin }) => {
      if (origin === originOf(1)) throw new Error('broken');
      return answered();
    };
    await world.application.check();
    expect(world.away).toHaveLength(4);
    expect((await watchOf(originOf(3))).state.failures).toBe(0);
    expect((await watchOf(originOf(3))).state.knownAt).toBe(world.now);
  });

  it('of another portal are left alone', async () => {
    await watchedPortal();
    await world.open(5, { origin: SECOND });
    world.tabs.clear();
    await pass(QUARTER);
    expect(world.away.every(({ origin }) => origin === PORTAL)).toBe(true);
  });

  it('three hundred of them after a night come spread, and the alarm never rings without a pause', async () => {
    await watchMany(300);
    world.effects.showBadge = async () => undefined;
    world.now += 12 * 60 * MINUTE;
    let chance = 0;
    world.effects.random = () => {
      chance = (chance + 0.37) % 1;
      return chance;
    };
    await world.application.browserStarted();
    const plans = (await world.application.views()).map(({ watch }) => watch.plan);
    const ahead = plans.map((plan) => (plan.kind === 'planned' ? (plan.at - world.now) / MINUTE : -1));
    const inMinute = (minute: number) => ahead.filter((each) => Math.floor(each) === minute).length;
    expect(ahead).toHaveLength(300);
    expect(ahead.every((each) => each >= 0 && each <= 2)).toBe(true);
    expect(Math.abs(inMinute(0) - inMinute(1))).toBeLessThan(30);

    await world.application.check();
    expect(world.away.length).toBeLessThan(10);
    expect(await world.ring()).toBeGreaterThan(0);
    expect(world.away.length).toBeGreaterThan(50);
    expect(world.away.length).toBeLessThan(100);
    expect(world.alarm).toBeGreaterThan(world.now);
  }, 30_000);
});
