import { describe, expect, it } from 'vitest';
import { cardPageMatches, isPageOf, permissionPattern, portalScripts } from '../../bitrix24/portal-scripts.ts';
import { addressAt } from '../../domain/portals/address.ts';

const ROOT = { origin: 'https://portal.example.ru:8443', prefix: '/' };
const FOLDER = { origin: 'https://example.ru', prefix: '/intranet/' };

/** What a browser does with a match pattern whose host is fixed: the asterisks of the path stand for anything. */
const matches = (pattern: string, url: string) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.[\]:/]/g, '\\$&'))
      .join('.*')}$`,
  ).test(url);
const scriptsOn = (url: string, place = FOLDER) =>
  portalScripts(place, true)
    .filter((script) => script.matches.some((each) => matches(each, url)))
    .filter((script) => !script.excludeMatches.some((each) => matches(each, url)))
    .flatMap(({ js }) => js);

describe('the permission for a portal', () => {
  it('names its host and nothing more, with the port where the browser knows ports', () => {
    expect(permissionPattern(ROOT, true)).toBe('https://portal.example.ru:8443/*');
    expect(permissionPattern(ROOT, false)).toBe('https://portal.example.ru/*');
    expect(permissionPattern({ origin: 'https://[::1]:8443', prefix: '/' }, false)).toBe('https://[::1]/*');
  });
});

describe('the scripts of a portal', () => {
  it('are those of the manifest: bridge in the page’s world, link beside it, the market script in frames', () => {
    expect(portalScripts(FOLDER, true)).toMatchObject([
      { id: 'portal|https://example.ru/intranet/|bridge', js: ['bridge.js'], world: 'MAIN', allFrames: false },
      { id: 'portal|https://example.ru/intranet/|link', js: ['link.js'], world: 'ISOLATED', allFrames: false },
      { id: 'portal|https://example.ru/intranet/|market', js: ['market.js'], world: 'ISOLATED', allFrames: true },
    ]);
  });

  it('run in its folder only', () => {
    expect(scriptsOn('https://example.ru/intranet/crm/')).toEqual(['bridge.js', 'link.js']);
    expect(scriptsOn('https://example.ru/shop/')).toEqual([]);
    expect(scriptsOn('https://example.ru/intranet2/')).toEqual([]);
  });

  it('run on the Market of either generation, at any depth', () => {
    for (const path of ['market/installed/', 'marketplace/app/5/', 'de/market/detail/x/'])
      expect(scriptsOn(`https://example.ru/intranet/${path}`)).toContain('market.js');
  });

  it('stay off public pages and the server’s administration', () => {
    expect(scriptsOn('https://portal.example.ru:8443/pub/form/1/', ROOT)).toEqual([]);
    expect(scriptsOn('https://portal.example.ru:8443/bitrix/admin/index.php', ROOT)).toEqual([]);
    expect(scriptsOn('https://portal.example.ru:8443/publications/', ROOT)).toEqual(['bridge.js', 'link.js']);
  });

  it('of two portals on one host have ids of their own', () => {
    const ids = [FOLDER, { ...FOLDER, prefix: '/' }].flatMap((place) => portalScripts(place, true).map(({ id }) => id));
    expect(new Set(ids).size).toBe(6);
  });

  it('go to cards and the Contact Center during a reinstall', () => {
    const [crm] = cardPageMatches(FOLDER, true);
    expect(matches(crm ?? '', 'https://example.ru/intranet/crm/deal/details/5/')).toBe(true);
  });
});

describe('a page of the portal', () => {
  it.each([
    [true, 'https://portal.example.ru:8443/crm/'],
    [false, 'https://portal.example.ru/crm/'],
    [false, 'http://portal.example.ru:8443/crm/'],
    [false, 'https://portal.example.ru:8443/pub/form/'],
    [false, 'https://portal.example.ru:8443@evil.example/crm/'],
    [false, 'about:blank'],
    [false, 'nonsense'],
  ])('is told from others: %s for %s', (expected, url) => {
    expect(isPageOf(ROOT, url)).toBe(expected);
  });

  it('is addressed inside the portal’s folder', () => {
    expect(addressAt(FOLDER, '/online/?IM_DIALOG=5')).toBe('https://example.ru/intranet/online/?IM_DIALOG=5');
  });
});
