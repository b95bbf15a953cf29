import { beforeEach, describe, expect, it } from 'vitest';
import type { KnownPortal } from '../../../domain/portals/known-portal.ts';
import { PORTAL, SECOND, World } from '../world.ts';

const CAREFUL = { isOnPremise: false, takesHttp: false };
const OWN = 'https://portal.example.ru:8443';

let world: World;
const add = (address: string, choices = CAREFUL) =>
  world.application.own.portals.add({ type: 'portal.added', address, choices });
const known = async (): Promise<readonly KnownPortal[]> => (await world.application.own.front.view()).known;

beforeEach(async () => {
  world = new World();
  world.browser.granted = ['<all_urls>'];
  await world.application.start();
});

describe('a portal that is added', () => {
  it('is known, has its scripts at once, and starts in its pages that are open', async () => {
    world.browser.granted = [`${OWN}/*`];
    expect(await add(`${OWN}/intranet/crm/deal/5/`)).toEqual({ origin: OWN, isKnown: false });
    const [portal] = await known();
    expect(portal).toMatchObject({
      ...{ origin: OWN, prefix: '/intranet/', source: 'added', pattern: `${OWN}/*`, label: '', pause: null },
      addedAt: world.now,
    });
    expect([...world.browser.scripts.values()].map(({ js, world: where }) => [js[0], where])).toEqual([
      ['bridge.js', 'MAIN'],
      ['link.js', 'ISOLATED'],
      ['market.js', 'ISOLATED'],
    ]);
    expect(world.browser.scripts.values().next().value?.matches).toEqual([`${OWN}/intranet/*`]);
    expect(world.browser.joined).toEqual([{ place: { origin: OWN, prefix: '/intranet/' }, anew: [] }]);
    expect(world.front?.known).toEqual([portal]);
  });

  it('is there after the background was killed, and so are its scripts', async () => {
    await add(OWN);
    await world.restart();
    expect((await known()).map(({ origin }) => origin)).toEqual([OWN]);
    world.browser.scripts.clear();
    await world.restart();
    expect(world.browser.scripted).toEqual([OWN]);
  });

  it('names no port where the browser knows none in patterns', async () => {
    world.browser.takesPorts = false;
    world.browser.granted = ['https://portal.example.ru/*'];
    expect(await add(OWN)).toMatchObject({ isKnown: false });
    expect((await known())[0]?.pattern).toBe('https://portal.example.ru/*');
  });

  it('gets a colour that no other portal has', async () => {
    await add(OWN);
    await add('https://other.example.ru');
    const colours = (await known()).map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(2);
  });
});

describe('a portal is not added', () => {
  it('while the browser does not let us in', async () => {
    world.browser.granted = ['https://*.bitrix24.ru/*', 'https://portal.example.ru:9000/*'];
    expect(await add(OWN)).toEqual({ refusal: 'noPermission' });
    expect(await known()).toEqual([]);
    expect(world.browser.scripted).toEqual([]);
  });

  it('where the policy does not name it, and its permission is given back', async () => {
    world.managed = { portals: ['portal.example.ru:8443/team'] };
    await world.application.policyChanged();
    expect(await add(`${OWN}/intranet/`)).toEqual({ refusal: 'policy' });
    expect(world.browser.dropped).toEqual([`${OWN}/*`]);
    expect(await add(`${OWN}/team/`)).toMatchObject({ isKnown: false });
  });

  it('by an address that names none, whatever the page made of it', async () => {
    expect(await add('http://portal.example.ru')).toEqual({ refusal: 'http' });
    expect(await add('https://helpdesk.bitrix24.ru')).toEqual({ refusal: 'vendor' });
    expect(await add('')).toEqual({ refusal: 'empty' });
    expect(await known()).toEqual([]);
  });

  it('a second time: it stays as it is', async () => {
    await add(`${OWN}/intranet/`);
    const before = await known();
    expect(await add(`${OWN}/another/`)).toEqual({ origin: OWN, isKnown: true });
    expect(await known()).toEqual(before);
  });

  it('when the manifest knows it: it is listed before its first page is seen', async () => {
    expect(await add('demo.bitrix24.ru/stream/')).toEqual({ origin: PORTAL, isKnown: true });
    expect(await known()).toMatchObject([{ origin: PORTAL, source: 'manifest', pattern: `${PORTAL}/*` }]);
    expect(world.browser.scripted).toEqual([]);
  });

  it('but is let in again when its permission has come back with the wish', async () => {
    await add(OWN);
    world.browser.granted = [];
    await world.application.permissionsChanged();
    expect((await known())[0]?.pause?.by).toBe('permission');
    world.browser.granted = [`${OWN}/*`];
    expect(await add(OWN)).toEqual({ origin: OWN, isKnown: true });
    expect((await known())[0]?.pause).toBeNull();
  });
});

describe('pages of an added portal', () => {
  beforeEach(() => add(`${OWN}/intranet/`));

  it('are read as those of any other', async () => {
    await world.open(1, { origin: OWN });
    await world.read(1);
    expect(await world.slots('1', OWN)).toBe('1/5 live');
    expect(await world.view('1', OWN)).toMatchObject({ prefix: '/intranet/', host: 'portal.example.ru:8443' });
  });

  it('are believed below its folder, and those of other portals as before', () => {
    const { application } = world;
    expect(application.originOfPage(`${OWN}/intranet/online/`)).toBe(OWN);
    expect(application.originOfPage(`${OWN}/online/`)).toBeNull();
    expect(application.originOfPage(`${SECOND}/online/`)).toBe(SECOND);
    expect(application.originOfPage('https://portal.example.ru/intranet/')).toBeNull();
  });

  it('open in the folder it lives in', async () => {
    await world.open(1, { origin: OWN });
    await world.read(1);
    world.tabs.clear();
    const key = `${OWN}|1`;
    const { tabs, market } = world.application;
    await tabs.openDialog(key, 'chat7', null, 12);
    await tabs.showCard(key, { kind: 'newDialog', origin: 'popup' }, 'new');
    await market.tabs.open(key, { kind: 'contactCenter' });
    await market.tabs.open(key, { kind: 'installed' });
    expect(world.openedUrls).toEqual([
      `${OWN}/intranet/online/?IM_DIALOG=chat7&IM_MESSAGE=12`,
      `${OWN}/intranet/online/?IM_DIALOG=5`,
      `${OWN}/intranet/contact_center/`,
      `${OWN}/intranet/market/installed/`,
    ]);
  });
});
