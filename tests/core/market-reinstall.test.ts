import { describe, expect, it } from 'vitest';
import type { MarketSight, RunWish, UninstallTold } from '../../bitrix24/market-protocol.ts';
import {
  CODE,
  KEY,
  list,
  listWithout,
  market,
  page,
  reading,
  runState,
  tabs,
  tiles,
  worldWithApp,
} from './market-world.ts';
import type { World } from './world.ts';

const begin = (world: World) => world.application.market.begin({ type: 'reinstall.begun', key: KEY });

async function tell(world: World, event: RunWish): Promise<boolean> {
  const id = (await market(world)).run?.id ?? '';
  return world.application.market.tellRun({ type: 'reinstall.told', key: KEY, id, event });
}

const press = (world: World, event: UninstallTold) => world.hearMarket(1, { type: 'uninstall.told', event });

/** Each step is seen a while after the one before. */
async function later(world: World, work: () => Promise<unknown>): Promise<string | undefined> {
  world.now += 60_000;
  await work();
  await world.settle();
  return runState(world);
}

async function worldWithRecord(): Promise<World> {
  const world = await worldWithApp();
  await world.see(1, tabs(world.now, 40, 41));
  await world.see(1, tiles);
  await begin(world);
  await tell(world, { type: 'record.wanted' });
  return world;
}

/** Until the application is back and waits for its installation to end. */
async function worldWithoutTabs(): Promise<World> {
  const world = await worldWithRecord();
  await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
  await later(world, () => world.see(1, listWithout(world.now)));
  await later(world, () => world.see(1, page('active', world.now)));
  return world;
}

describe('a guided reinstall', () => {
  it('is recognised step by step from what pages show, and compared when new tabs prove its end', async () => {
    const world = await worldWithApp();
    await world.see(1, tabs(world.now, 40, 41));
    await world.see(1, tiles);
    const states = [
      await later(world, () => begin(world)),
      await later(world, () => tell(world, { type: 'record.wanted' })),
      await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false })),
      await later(world, () => world.see(1, listWithout(world.now))),
      await later(world, () => world.see(1, { kind: 'install', refusal: null, message: '' })),
      await later(world, () => world.see(1, page('active', world.now))),
      await later(world, () => world.see(1, tabs(world.now, 71, 72))),
      await later(world, () => tell(world, { type: 'comparison.closed' })),
    ];
    expect(states).toEqual([
      ...['checked', 'recorded', 'uninstalling', 'absent', 'installing', 'finishing', 'compared', 'done'],
    ]);
    const { run } = await market(world);
    expect(run?.differences).toMatchObject({ missing: 0, newId: 2 });
  });

  it('follows a press that is heard only after its effect was on show', async () => {
    const world = await worldWithRecord();
    world.now += 60_000;
    const at = world.now;
    world.now += 2_000;
    expect(await runState(world)).toBe('recorded');
    await press(world, { type: 'pressed', code: CODE, wipes: false, at });
    await world.see(1, listWithout(at));
    expect(await runState(world)).toBe('absent');
  });

  it.each([null, 'notFinished'] as const)('sees it back where the application opens (%s)', async (trouble) => {
    const world = await worldWithRecord();
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    const loadedAt = world.now;
    const frame = (shownSince: number): MarketSight => ({
      ...{ kind: 'appFrame', appId: null, code: CODE, trouble, shownSince },
    });
    await later(world, () => world.see(1, listWithout(world.now)));
    // One that was open before says nothing.
    expect(await later(world, () => world.see(1, frame(loadedAt)))).toBe('absent');
    await later(world, () => world.see(1, { kind: 'install', refusal: null, message: '' }));
    expect(await later(world, () => world.see(1, frame(world.now)))).toBe('finishing');
  });

  it('goes on where it was after the browser was closed in any of its steps', async () => {
    const world = await worldWithRecord();
    const steps: [() => Promise<unknown>, string][] = [
      [() => press(world, { type: 'pressed', code: CODE, wipes: false }), 'uninstalling'],
      [() => world.see(1, listWithout(world.now)), 'absent'],
      [() => world.see(1, page('active', world.now)), 'finishing'],
      [() => world.see(1, tabs(world.now, 71, 72)), 'compared'],
    ];
    for (const [step, state] of steps) {
      await world.restart();
      expect(await later(world, step)).toBe(state);
    }
  });

  it('records access list, lines, tabs and tiles with what is missing', async () => {
    const world = await worldWithRecord();
    expect((await market(world)).run?.recorded).toEqual({
      ...{ at: world.now, access: true, lines: true, tiles: true, cards: ['deal'] },
    });
    const book = await world.application.market.book(KEY);
    expect(book?.run?.before?.tabs[0]?.tabs).toMatchObject({ value: [{ placementId: 40 }, { placementId: 41 }] });
    expect(book?.run?.before?.tiles).toMatchObject({ value: [{ connectorId: 'wa' }] });
  });

  it('does not take a list that was drawn before the press for its effect', async () => {
    const world = await worldWithRecord();
    const drawnAt = world.now;
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    expect(await later(world, () => world.see(1, list(drawnAt)))).toBe('uninstalling');
    expect(await later(world, () => world.see(1, list(world.now)))).toBe('recorded');
  });

  it('does not take a card that was open all the time for the new installation', async () => {
    const world = await worldWithRecord();
    const openedAt = world.now;
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    await later(world, () => world.see(1, listWithout(world.now)));
    await later(world, () => world.see(1, page('active', world.now)));
    expect(await later(world, () => world.see(1, tabs(openedAt, 40, 41)))).toBe('finishing');
    expect(await later(world, () => tell(world, { type: 'finish.told' }))).toBe('compared');
    const { differences } = (await world.application.market.book(KEY)) ?? {};
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'notCompared', part: 'tabs' }));
  });

  it('is compared when somebody says that it is finished; what differs is told', async () => {
    const world = await worldWithoutTabs();
    world.tab(1).chatapp = () => reading(world.now, { accessList: { from: 'read', value: [], at: world.now } });
    expect(await later(world, () => tell(world, { type: 'finish.told' }))).toBe('compared');
    const { differences } = (await world.application.market.book(KEY)) ?? {};
    expect(differences).toContainEqual(expect.objectContaining({ kind: 'changed', part: 'access', what: 'everyone' }));
  });

  it('that took all data with it says so and ends there', async () => {
    const world = await worldWithRecord();
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: true }));
    expect(await later(world, () => world.see(1, listWithout(world.now)))).toBe('dataWiped');
  });

  it('that nobody began is followed from the press on, so that the way back is known', async () => {
    const world = await worldWithApp();
    expect(await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }))).toBe('uninstalling');
    expect(await later(world, () => world.see(1, listWithout(world.now)))).toBe('absent');
  });

  it('has nothing to do with another application that is uninstalled', async () => {
    const world = await worldWithRecord();
    expect(await later(world, () => press(world, { type: 'pressed', code: 'vendor.forms', wipes: true }))).toBe(
      'recorded',
    );
  });

  it('stops with the portal’s own words when it is vetoed', async () => {
    const world = await worldWithRecord();
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    const refused = { type: 'refused', code: CODE, message: 'A telephone line uses it' } as const;
    expect(await later(world, () => press(world, refused))).toBe('stopped');
    expect((await market(world)).run?.stop).toEqual({ kind: 'vetoed', message: 'A telephone line uses it' });
  });

  it('stops when the portal does not install for want of a subscription', async () => {
    const world = await worldWithRecord();
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    await later(world, () => world.see(1, listWithout(world.now)));
    const refused = { kind: 'install', refusal: 'subscription', message: 'Subscription required' } as const;
    expect(await later(world, () => world.see(1, refused))).toBe('stopped');
    expect((await market(world)).run?.stop).toMatchObject({ kind: 'installRefused', refusal: 'subscription' });
    expect(await later(world, () => world.see(1, page('active', world.now)))).toBe('finishing');
  });

  it('is not moved by the window in which another application is installed', async () => {
    const world = await worldWithRecord();
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    await later(world, () => world.see(1, listWithout(world.now)));
    const other = { kind: 'install', code: 'vendor.forms', refusal: null, message: '' } as const;
    expect(await later(world, () => world.see(1, other))).toBe('absent');
    expect(await later(world, () => world.see(1, { ...other, code: CODE }))).toBe('installing');
  });

  it('knows the application when the window for installing leads straight to it', async () => {
    const world = await worldWithRecord();
    await later(world, () => press(world, { type: 'pressed', code: CODE, wipes: false }));
    await later(world, () => world.see(1, listWithout(world.now)));
    const done = { kind: 'install', code: CODE, appId: 118, refusal: null, message: '' } as const;
    expect(await later(world, () => world.see(1, done))).toBe('installing');
    const opened = { kind: 'appFrame', appId: 118, code: null, trouble: null } as const;
    expect(await later(world, () => world.see(1, { ...opened, shownSince: world.now }))).toBe('finishing');
  });

  it('is not recorded while no tab can read, and says so', async () => {
    const world = await worldWithApp();
    await begin(world);
    delete world.tab(1).chatapp;
    expect(await tell(world, { type: 'record.wanted' })).toBe(false);
    expect(await runState(world)).toBe('checked');
  });

  it('has cards and the Contact Center watched while it is under way, and only then', async () => {
    const world = await worldWithApp();
    await world.see(1, tabs(world.now, 40, 41));
    expect(world.watchesCards).toBe(false);
    await begin(world);
    expect(world.watchesCards).toBe(true);
    await world.restart();
    expect(world.watchesCards).toBe(true);
    await tell(world, { type: 'run.stopped' });
    expect(world.watchesCards).toBe(false);
  });

  it('is not needed to have cards watched until tabs were seen once: they prove that it is installed', async () => {
    const world = await worldWithApp();
    expect(world.watchesCards).toBe(true);
    await world.see(1, tabs(world.now, 40, 41));
    expect(world.watchesCards).toBe(false);
    expect((await world.application.market.book(KEY))?.facts.installation).toMatchObject({ value: 'finished' });
  });

  it('is one at a time: beginning again goes on with the open one', async () => {
    const world = await worldWithApp();
    expect(await begin(world)).toBe(await begin(world));
  });

  it('that was given up goes on when somebody begins again', async () => {
    const world = await worldWithRecord();
    const id = await begin(world);
    await tell(world, { type: 'run.stopped' });
    expect(await begin(world)).toBe(id);
    expect(await runState(world)).toBe('recorded');
  });

  it('cannot begin before somebody has said which application it is', async () => {
    const world = await worldWithApp();
    await world.application.market.forget({ type: 'app.forgotten', key: KEY });
    expect(await begin(world)).toBeNull();
  });
});

describe('an attempt to uninstall with all data', () => {
  it('is kept with what was done about it, and goes to the journal', async () => {
    const world = await worldWithApp();
    await press(world, { type: 'stopped', code: CODE, name: 'ChatApp' });
    await press(world, { type: 'unticked', code: CODE, name: 'ChatApp' });
    expect((await market(world)).lastWipe).toEqual({ at: world.now, code: CODE, name: 'ChatApp', end: 'unticked' });
    const entries = await world.application.wishes.journal({
      ...{ type: 'journal.wanted', key: KEY, from: 0, until: world.now + 1 },
    });
    expect(entries.filter(({ kind }) => kind.startsWith('wipe.'))).toHaveLength(1);
  });
});

describe('a place somebody wants to go to', () => {
  const open = (world: World, kind: 'detail' | 'application' | 'accessList' | 'deals') =>
    world.application.market.tabs.open(KEY, { kind });

  it('opens in a new tab of the portal', async () => {
    const world = await worldWithApp();
    for (const kind of ['detail', 'application', 'deals'] as const) await open(world, kind);
    expect(world.openedUrls.map((url) => new URL(url).pathname)).toEqual([
      ...[`/market/detail/${CODE}/`, `/marketplace/app/${CODE}/`, '/crm/deal/'],
    ]);
  });

  it('is the old address where the portal has the old pages', async () => {
    const world = await worldWithApp();
    await world.see(1, list(world.now, { generation: 'old', provesAbsence: false }));
    await open(world, 'detail');
    expect(world.openedUrls.at(-1)).toMatch(`/marketplace/detail/${CODE}/`);
  });

  it('is the dialog of access of a list that is on show', async () => {
    const world = await worldWithApp();
    world.tab(1).opensAccess = true;
    expect(await open(world, 'accessList')).toBe(true);
    expect(world.openedUrls).toEqual([]);
    expect(world.tab(1).market.at(-1)).toEqual({ type: 'market.openAccess', code: CODE });
  });
});
