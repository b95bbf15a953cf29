import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessReading } from '../../domain/access/verdict.ts';
import { SELF_TEST, type SelfTestRun, STEP_PATIENCE, selfTestVerdict } from '../../domain/health/self-test.ts';
import { CODE, list, reading } from './market-world.ts';
import { PORTAL, type World, worldThatRead } from './world.ts';

const KEY = `${PORTAL}|1`;

let world: World;

beforeEach(async () => {
  world = await worldThatRead(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  world.database.close();
});

const { begin, last } = {
  begin: () => world.application.own.selfTests.begin(KEY),
  last: () => world.application.own.selfTests.last(KEY),
};

const LOOK: AccessReading = {
  ...{ carriers: null, hasNotifications: true, sightings: [], gone: [], readUpTo: [], hasMore: false },
  ...{ failure: null, userName: '' },
};

/** Waits until the run stands at a step. */
const reaches = (id: string) => vi.waitFor(() => expect(last()?.underWay?.id).toBe(id));
async function ended(): Promise<SelfTestRun> {
  return vi.waitFor(() => {
    const run = last();
    if (!run || selfTestVerdict(run) === null) throw new Error(`Still at ${run?.underWay?.id}`);
    return run;
  });
}
const results = ({ results: all }: SelfTestRun) =>
  Object.fromEntries(Object.entries(all).map(([id, result]) => [id, result.result]));
const log = (state: 'read' | 'refused') => ({
  ...{ at: world.now, from: 0, until: world.now, rows: [], isCut: false, state },
});

/** The tab answers everything it is asked. */
async function runWell(access: AccessReading | null = LOOK): Promise<SelfTestRun> {
  world.tab(1).signIns = log('read');
  await begin();
  await reaches('list');
  await (access ? world.readAccess(1, access) : world.read(1));
  return ended();
}

describe('a self-test', () => {
  it('tries each reader in turn, and passes when all of them tell', async () => {
    await world.see(1, list(world.now));
    await world.application.market.confirm({ type: 'app.confirmed', key: KEY, code: CODE });
    world.tab(1).chatapp = () => reading(world.now);
    const run = await runWell();
    expect(results(run)).toEqual(Object.fromEntries(SELF_TEST.map(({ id }) => [id, 'passed'])));
    expect(selfTestVerdict(run)).toBe('passed');
  });

  it('leaves out what nobody needs: pages that are not open, an application that nobody named, chats that are not there', async () => {
    expect(results(await runWell(null))).toMatchObject({
      access: 'notNeeded',
      market: 'notNeeded',
      chatapp: 'notNeeded',
    });
    expect(world.tab(1).asked).not.toContain('chatapp.read');
  });

  it('has everything looked at, however lately it was looked at', async () => {
    await world.readAccess(1, LOOK);
    const asked: unknown[] = [];
    const { askTab } = world.effects;
    vi.spyOn(world.effects, 'askTab').mockImplementation((tabId, message) => {
      if (message.type === 'read') asked.push(message.access.wantsNotifications, message.access.wantsCarriers);
      return askTab(tabId, message);
    });
    await begin();
    await reaches('list');
    expect(asked).toEqual([true, true]);
  });

  it('asks the tab for nothing but to look and to read', async () => {
    world.tab(1).asked.length = 0;
    await runWell();
    const own = ['view.changed', 'access.isThere', 'access.mark'];
    expect(new Set(world.tab(1).asked.filter((type) => !own.includes(type)))).toEqual(
      new Set(['isLive', 'read', 'signIns.read']),
    );
  });

  it('stops at the first ground that is missing: without a tab nothing else is tried', async () => {
    world.tab(1).manner = 'gone';
    await begin();
    const run = await ended();
    expect(results(run)).toMatchObject({ database: 'passed', tab: 'failed', page: 'skipped', eventLog: 'skipped' });
    expect(run.results.tab).toMatchObject({ failure: 'noTab' });
  });

  it('tells a tab that does not answer from one where somebody else is signed in', async () => {
    world.tab(1).manner = 'hangs';
    await begin();
    expect((await ended()).results.tab).toMatchObject({ failure: 'silent' });
    Object.assign(world.tab(1), { manner: 'answers', userId: '2' });
    await begin();
    expect((await ended()).results.page).toMatchObject({ failure: 'signedOut', code: 'another user' });
  });

  it('hears that the live connection is down', async () => {
    world.tab(1).isLive = false;
    expect((await runWell()).results.events).toMatchObject({ result: 'failed', failure: 'offline' });
    const { lines } = await world.application.own.health.view(KEY);
    expect(lines.find(({ source }) => source === 'events')).toMatchObject({ state: 'broken' });
  });

  it('fails with what the reading says', async () => {
    await begin();
    await reaches('list');
    await world.fail(1);
    expect((await ended()).results.list).toMatchObject({ failure: 'serverError', code: '500' });
  });

  it('does not wait for ever', async () => {
    await begin();
    await reaches('list');
    world.now += STEP_PATIENCE;
    await world.settle();
    expect((await ended()).results.list).toMatchObject({ failure: 'silent' });
  });

  it('shows an event log that is closed as absent', async () => {
    await begin();
    world.tab(1).signIns = log('refused');
    await reaches('list');
    await world.read(1);
    expect((await ended()).results.eventLog).toMatchObject({ result: 'absent', absence: 'notAllowed' });
  });

  it('is one run, however often it is begun', async () => {
    await begin();
    await reaches('list');
    expect((await begin()).underWay?.id).toBe('list');
  });

  it('keeps off a portal that is paused', async () => {
    await world.database.knownPortals.update(PORTAL, { pause: { by: 'user', since: world.now } });
    await world.restart();
    await begin();
    expect((await ended()).results.tab).toMatchObject({ result: 'absent', absence: 'switchedOff' });
    expect(world.tab(1).asked).not.toContain('read');
  });

  it('says that the database is gone', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    world.database.close();
    await begin();
    expect((await ended()).results.database).toMatchObject({ result: 'failed' });
  });
});
