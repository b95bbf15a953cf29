import { beforeEach, describe, expect, it } from 'vitest';
import { leftovers } from '../../../database/wipe.ts';
import { dialogs, PORTAL, SECOND, type World, worldThatRead } from '../world.ts';

const OWN = 'https://portal.example.ru';

let world: World;
const own = () => world.application.own;
const knownOrigins = async () => (await own().front.view()).known.map(({ origin }) => origin);

beforeEach(async () => {
  world = await worldThatRead(3);
  world.browser.granted.push(`${OWN}/*`, `${OWN}:8443/*`);
  await world.open(2, { origin: SECOND });
  await world.read(2, dialogs(2));
  await own().portals.add({
    ...{ type: 'portal.added', address: OWN, choices: { isOnPremise: false, takesHttp: false } },
  });
  await world.open(3, { origin: OWN });
  await world.read(3, dialogs(1));
  await world.open(4, { userId: '2' });
  await world.read(4, dialogs(1));
});

describe('forgetting one portal', () => {
  it('takes all of its users, proves it, and leaves the others', async () => {
    const before = await leftovers(world.database, PORTAL);
    const others = await leftovers(world.database, SECOND);
    const proof = await own().portals.remove(PORTAL);
    const rows = before.reduce((sum, each) => sum + each.rows, 0);
    expect(rows).toBeGreaterThan(5);
    expect(proof).toEqual({ at: world.now, removed: rows, left: [] });
    expect(await leftovers(world.database, SECOND)).toEqual(others);
    expect(await knownOrigins()).toEqual([SECOND, OWN]);
    expect(world.front?.portals.map(({ origin }) => origin).sort()).toEqual([OWN, SECOND]);
    expect(await world.application.view(`${PORTAL}|1`)).toBeUndefined();
  });

  it('takes what is on show off its pages', async () => {
    await own().portals.remove(PORTAL);
    expect(world.tab(1).views.at(-1)).toMatchObject({ session: { state: 'unsupported' }, dialogs: [], drafts: [] });
    expect(world.tab(1).market).toContainEqual({ type: 'market.ended', key: `${PORTAL}|1` });
    expect(world.tab(2).views.at(-1)?.session.state).toBe('live');
  });

  it('is not undone by what its pages still tell', async () => {
    await own().portals.remove(PORTAL);
    await world.read(1, dialogs(5));
    await world.reconnect(1);
    const call = { action: 'batch', at: world.now, ms: 5, outcome: 'answered' } as const;
    await world.tell(1, { type: 'calls.told', userId: '1', calls: [call] });
    await world.application.check();
    // What is written some at a time has its time.
    world.now += 3_600_000;
    await world.settle();
    expect(await leftovers(world.database, PORTAL)).toEqual([]);
  });

  it('is not undone by work that is under way', async () => {
    const work = [world.read(1, dialogs(5)), world.reconnect(4), world.application.readNow(`${PORTAL}|1`)];
    const proof = await own().portals.remove(PORTAL);
    await Promise.all(work);
    expect(proof.left).toEqual([]);
    expect(await leftovers(world.database, PORTAL)).toEqual([]);
  });

  it('lets it begin anew when one of its pages is opened', async () => {
    await own().portals.remove(PORTAL);
    await world.open(1);
    await world.read(1, dialogs(2));
    expect(await world.slots()).toBe('2/5 live');
    expect(await knownOrigins()).toContain(PORTAL);
  });

  it('gives the permission of an added one back and takes its scripts away', async () => {
    expect(world.browser.scripted).toEqual([OWN]);
    await own().portals.remove(OWN);
    expect(world.browser.dropped).toEqual([`${OWN}/*`]);
    expect(world.browser.scripted).toEqual([]);
    expect(world.application.originOfPage(`${OWN}/online/`)).toBeNull();
  });

  it('is not undone by a page of it that says hello in the same moment', async () => {
    const hello = { type: 'page.seen', userId: '1', language: 'ru', generation: 'v2', isAdministrator: null } as const;
    const forgetting = own().portals.remove(OWN);
    for (let count = 0; count < 20; count++) await world.tell(3, { ...hello, isReload: false });
    await forgetting;
    await world.tell(3, { ...hello, isReload: false });
    expect(await leftovers(world.database, OWN)).toEqual([]);
    expect(await knownOrigins()).not.toContain(OWN);
  });

  it('keeps a permission that another portal of the same host needs', async () => {
    world.browser.takesPorts = false;
    await own().portals.add({
      ...{ type: 'portal.added', address: `${OWN}:8443`, choices: { isOnPremise: false, takesHttp: false } },
    });
    await own().portals.remove(OWN);
    expect(world.browser.dropped).toEqual([]);
    await own().portals.remove(`${OWN}:8443`);
    expect(world.browser.dropped).toEqual([`${OWN}/*`]);
  });

  it('gives back nothing that the manifest has', async () => {
    await own().portals.remove(PORTAL);
    expect(world.browser.dropped).toEqual([]);
  });

  it('that nobody knows is a proof of nothing', async () => {
    expect(await own().portals.remove('https://gone.example')).toEqual({ at: world.now, removed: 0, left: [] });
  });
});

describe('forgetting everything', () => {
  it('empties every table, and what was in memory is not written again', async () => {
    await own().governance.change({ language: 'en' });
    const work = world.read(1, dialogs(5));
    const proof = await own().portals.wipeAll();
    await work;
    expect(proof).toMatchObject({ at: world.now, left: [] });
    expect(proof.removed).toBeGreaterThan(20);
    await world.application.check();
    for (const table of world.database.tables) expect(await table.count(), table.name).toBe(0);
  });

  it('leaves nothing on show: no portal, no number, no alarm, no surface', async () => {
    await own().portals.wipeAll();
    expect(world.front).toMatchObject({ portals: [], known: [], rest: null, isFirstRunDone: false });
    expect(world.front?.preferences).toMatchObject({ language: '', isReadOnly: false });
    expect(world.badgeText).toBe('');
    expect(world.alarm).toBeNull();
    for (const id of [1, 2, 3]) expect(world.tab(id).views.at(-1)?.session.state).toBe('unsupported');
  });

  it('gives permissions of added portals back and takes their scripts away', async () => {
    await own().portals.wipeAll();
    expect(world.browser.dropped).toEqual([`${OWN}/*`]);
    expect(world.browser.scripted).toEqual([]);
  });

  it('lets everything begin anew', async () => {
    await own().portals.wipeAll();
    await world.open(1);
    await world.read(1, dialogs(1));
    expect(await world.slots()).toBe('1/5 live');
    expect(await knownOrigins()).toEqual([PORTAL]);
  });
});
