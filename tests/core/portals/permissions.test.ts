import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dialogs, PORTAL, SECOND, type World, worldThatRead } from '../world.ts';

const CLOUD = ['https://*.bitrix24.ru/*', 'https://*.bitrix24.com/*'];
const OWN = 'https://portal.example.ru';

let world: World;
const pauseOf = async (origin: string) =>
  (await world.application.own.front.view()).known.find((portal) => portal.origin === origin)?.pause ?? null;

beforeEach(async () => {
  world = await worldThatRead(3);
  world.browser.granted = CLOUD;
  await world.application.permissionsChanged();
});

describe('a permission that is taken away', () => {
  it('pauses the portals it was for, with a word, and no other', async () => {
    await world.open(2, { origin: SECOND });
    world.browser.granted = ['https://*.bitrix24.com/*'];
    await world.application.permissionsChanged();
    expect(await pauseOf(PORTAL)).toEqual({ by: 'permission', since: world.now });
    expect(await pauseOf(SECOND)).toBeNull();
    expect((await world.view()).session).toMatchObject({ state: 'unsupported', reason: 'noPermission' });
  });

  it('takes what is on show off pages whose address is hidden now, and tells them nothing more', async () => {
    world.tab(1).hasOverlay = true;
    world.browser.granted = [];
    // What the browser hides cannot be found by the portal's address.
    world.tab(1).origin = 'hidden';
    world.browser.hidden = [1];
    await world.application.permissionsChanged();
    const last = world.tab(1).views.at(-1);
    expect(last).toMatchObject({ key: `${PORTAL}|1`, session: { state: 'unsupported' }, dialogs: [], label: '' });
    expect(world.tab(1).market.at(-1)).toEqual({ type: 'market.ended', key: `${PORTAL}|1` });
  });

  it('from many portals at once pauses all of them', async () => {
    await world.open(2, { origin: SECOND });
    world.browser.granted = [];
    await world.application.permissionsChanged();
    for (const id of [1, 2]) {
      expect(world.tab(id).views.at(-1)?.session).toMatchObject({ state: 'unsupported', reason: 'noPermission' });
    }
    expect(world.front?.known.map(({ pause }) => pause?.by)).toEqual(['permission', 'permission']);
  });

  it('leaves a reading that is under way without an effect and without an error', async () => {
    const failed = vi.spyOn(console, 'error');
    await world.application.readNow(`${PORTAL}|1`);
    world.browser.granted = [];
    await world.application.permissionsChanged();
    const before = await world.slots();
    await world.read(1, dialogs(5));
    await world.fail(1, 'offline');
    expect(await world.slots()).toBe(before);
    expect(failed).not.toHaveBeenCalled();
  });

  it('has nobody read the portal, by hand or by alarm', async () => {
    world.browser.granted = [];
    await world.application.permissionsChanged();
    const { asked } = world.tab(1);
    asked.length = 0;
    expect(await world.application.readNow(`${PORTAL}|1`)).toBe(false);
    world.now += 86_400_000;
    await world.application.check();
    expect(asked).not.toContain('read');
  });

  it('ends the pause when it is given again, in pages that are open, too', async () => {
    world.browser.granted = [];
    await world.application.permissionsChanged();
    await world.restart();
    world.browser.granted = CLOUD;
    const { asked } = world.tab(1);
    asked.length = 0;
    await world.application.permissionsChanged();
    expect(await pauseOf(PORTAL)).toBeNull();
    expect(world.browser.joined).toMatchObject([{ place: { origin: PORTAL, prefix: '/' } }]);
    expect(asked).toContain('read');
    expect((await world.view()).session.state).toBe('live');
  });

  it('is found to be back when a page speaks that could not without it', async () => {
    world.browser.granted = [];
    await world.application.permissionsChanged();
    await world.open(2);
    expect(await pauseOf(PORTAL)).toMatchObject({ by: 'permission' });
    world.browser.granted = CLOUD;
    await world.open(2);
    await vi.waitFor(async () => expect(await pauseOf(PORTAL)).toBeNull());
    await world.application.permissionsChanged();
    expect(world.browser.joined).toMatchObject([{ place: { origin: PORTAL }, anew: [2] }]);
  });

  it('is found out at the next start when nobody was there to hear of it', async () => {
    world.browser.granted = [];
    await world.restart();
    expect(await pauseOf(PORTAL)).toMatchObject({ by: 'permission' });
  });

  it('does not end a pause of the user’s own', async () => {
    const change = (isPaused: boolean) =>
      world.application.own.portals.change({ type: 'portal.changed', origin: PORTAL, changes: { isPaused } });
    await change(true);
    world.browser.granted = [];
    await world.application.permissionsChanged();
    world.browser.granted = CLOUD;
    await world.application.permissionsChanged();
    expect(await pauseOf(PORTAL)).toMatchObject({ by: 'user' });
    world.browser.granted = [];
    await change(false);
    expect(await pauseOf(PORTAL)).toMatchObject({ by: 'permission' });
  });

  it('is believed only when the browser can be asked', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    world.effects.grantedOrigins = () => Promise.reject(new Error('The browser is busy'));
    await world.application.permissionsChanged();
    expect(await pauseOf(PORTAL)).toBeNull();
  });
});

describe('scripts of portals', () => {
  const add = (address: string) =>
    world.application.own.portals.add({
      ...{ type: 'portal.added', address, choices: { isOnPremise: false, takesHttp: false } },
    });

  it('go with the permission and come back with it', async () => {
    world.browser.granted = [...CLOUD, `${OWN}/*`];
    await add(OWN);
    expect(world.browser.scripted).toEqual([OWN]);
    world.browser.granted = CLOUD;
    await world.application.permissionsChanged();
    expect(world.browser.scripted).toEqual([]);
    world.browser.granted = [...CLOUD, `${OWN}/*`];
    await world.application.permissionsChanged();
    expect(world.browser.scripted).toEqual([OWN]);
  });

  it('of one portal that the browser refuses do not cost the others theirs', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    world.browser.granted = ['<all_urls>'];
    world.browser.refuses = `portal|${OWN}/|link`;
    await add(OWN);
    await add('https://other.example.ru');
    expect([...world.browser.scripts.keys()]).toHaveLength(5);
  });

  it('are not there where the policy has ended a portal, and are again when it lets it', async () => {
    world.browser.granted = [...CLOUD, `${OWN}/*`];
    await add(OWN);
    world.managed = { portals: ['demo.bitrix24.ru'] };
    await world.application.policyChanged();
    expect(world.browser.scripted).toEqual([]);
    world.browser.joined = [];
    world.managed = null;
    await world.application.policyChanged();
    expect(world.browser.scripted).toEqual([OWN]);
    expect(world.browser.joined).toMatchObject([{ place: { origin: OWN } }]);
  });

  it('are put into the open pages of added portals after an update', async () => {
    world.browser.granted = [...CLOUD, `${OWN}/*`];
    await add(OWN);
    world.browser.scripts.clear();
    world.browser.joined = [];
    await world.application.joinAddedPortals();
    expect(world.browser.scripted).toEqual([OWN]);
    expect(world.browser.joined).toEqual([{ place: { origin: OWN, prefix: '/' }, anew: [] }]);
  });
});
