import { describe, expect, it } from 'vitest';
import { START } from '../readings.ts';
import { CODE, KEY, list, market, page, reading, worldWithApp } from './market-world.ts';
import { World } from './world.ts';

const chosen = (world: World, code: string | null) =>
  world.application.market.confirm({ type: 'app.confirmed', key: KEY, code });

async function worldWithList(): Promise<World> {
  const world = new World();
  await world.open(1);
  await world.read(1);
  await world.see(1, list(world.now));
  return world;
}

describe('which application it is', () => {
  it('is asked when a list shows one that looks like it, and no other is offered', async () => {
    const { candidates, confirmed } = await market(await worldWithList());
    expect(candidates.map(({ code }) => code)).toEqual([CODE]);
    expect(confirmed).toBeNull();
  });

  it('is known by its code once somebody has said so, whatever it is called later', async () => {
    const world = await worldWithList();
    expect(await chosen(world, CODE)).toBe(true);
    const nameless = { code: CODE, appId: 77, name: '', developer: '', presence: 'active' as const };
    await world.see(1, list(world.now, { apps: [{ ...nameless, isUnpublished: true, needsSubscription: false }] }));
    const { confirmed, isUnpublished, candidates } = await market(world);
    expect(confirmed).toMatchObject({ code: CODE, name: 'ChatApp', appId: 77 });
    expect(isUnpublished).toBe(true);
    expect(candidates).toEqual([]);
  });

  it('cannot be one that no list has shown', async () => {
    const world = await worldWithList();
    expect(await chosen(world, 'vendor.forms')).toBe(false);
    expect((await market(world)).confirmed).toBeNull();
  });

  it('is not asked again after “none of these”, until another one looks like it', async () => {
    const world = await worldWithList();
    await chosen(world, null);
    await world.see(1, list(world.now));
    expect((await market(world)).candidates).toEqual([]);
    const lite = { code: 'other.chat', appId: null, name: 'ChatApp Lite', developer: '', presence: 'active' as const };
    await world.see(1, list(world.now, { apps: [{ ...lite, isUnpublished: false, needsSubscription: false }] }));
    expect((await market(world)).candidates.map(({ code }) => code)).toEqual(['other.chat']);
  });

  it('can be said anew, and nothing of the one before stays', async () => {
    const world = await worldWithApp();
    expect((await market(world)).access).not.toBeNull();
    await world.application.market.forget({ type: 'app.forgotten', key: KEY });
    const { confirmed, candidates, access } = await market(world);
    expect([confirmed, access]).toEqual([null, null]);
    expect(candidates.map(({ code }) => code)).toEqual([CODE]);
  });

  it('survives a killed background', async () => {
    const world = await worldWithApp();
    await world.restart();
    expect((await market(world)).confirmed?.code).toBe(CODE);
  });
});

describe('market scripts', () => {
  it('get what they need, and hear of every change of it but not of other news', async () => {
    const world = await worldWithApp();
    const start = await world.hearMarket(1, { type: 'market.started' });
    expect(start).toMatchObject({ key: KEY, language: 'ru', market: { confirmed: { code: CODE } } });
    const heard = world.tab(1).market.length;
    await world.event(1, { type: 'limit.changed', botId: '5', limit: 7 });
    expect(world.tab(1).market).toHaveLength(heard);
    await world.see(1, page('absent', world.now + 1));
    expect(world.tab(1).market.at(-1)).toMatchObject({
      type: 'market.changed',
      start: { market: { presence: { presence: 'absent' } } },
    });
  });

  it('get nothing where nobody is signed in, or where the user is no administrator', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, undefined, { isAdministrator: false });
    expect(await world.hearMarket(1, { type: 'market.started' })).toBeNull();
    await world.open(2, { userId: '' });
    expect(await world.hearMarket(2, { type: 'market.started' })).toBeNull();
  });

  it('of an older messenger work: the application has nothing to do with it', async () => {
    const world = new World();
    await world.open(1, { generation: 'v1' });
    expect(await world.hearMarket(1, { type: 'market.started' })).toMatchObject({ key: KEY });
  });
});

describe('the access list', () => {
  it('is counted in employees, with the time of its reading', async () => {
    const { access } = await market(await worldWithApp());
    expect(access).toEqual({
      ...{ entries: 1, employees: 1, isWhole: true, length: 'fits', drops: 'none' },
      at: START,
    });
  });

  it('is read again when the portal’s own dialog of access was closed; an empty one goes to the journal', async () => {
    const world = await worldWithApp();
    world.now += 60_000;
    world.tab(1).chatapp = () => reading(world.now, { accessList: { from: 'read', value: [], at: world.now } });
    await world.see(1, { kind: 'accessClosed' });
    await world.settle();
    expect((await market(world)).access).toMatchObject({ entries: 0, employees: 3, at: world.now });
    const { journal } = world.application.wishes;
    const entries = await journal.call(world.application.wishes, {
      ...{ type: 'journal.wanted', key: KEY, from: 0, until: world.now + 1 },
    });
    expect(entries).toContainEqual({ at: world.now, kind: 'appAccess.emptied', name: 'ChatApp' });
  });

  it('keeps its last good reading with its age when it cannot be read again', async () => {
    const world = await worldWithApp();
    const before = (await market(world)).access;
    world.now += 60_000;
    const failed = { from: 'nowhere', why: 'failed' } as const;
    world.tab(1).chatapp = () => reading(world.now, { accessList: failed });
    await world.see(1, { kind: 'accessClosed' });
    await world.settle();
    expect((await market(world)).access).toEqual(before);
  });
});
