import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserEffects } from '../../core/browser-effects.ts';
import { House } from '../../core/house.ts';
import { withPortals } from '../../core/portals/with-portals.ts';
import type { HouseRepository } from '../../database/house.ts';
import type { KnownPortal } from '../../domain/portals/known-portal.ts';
import { worldThatRead } from './world.ts';

const never = () => new Promise<never>(() => undefined);

const fake = vi.hoisted(() => ({
  runtime: { sendMessage: vi.fn() },
  tabs: { sendMessage: vi.fn(), query: vi.fn() },
  scripting: { executeScript: vi.fn() },
  i18n: { getUILanguage: () => 'en' },
  action: { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() },
}));
// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({ default: fake }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a tab that does not answer', () => {
  it('is waited for a moment only, whether it is asked or gets an overlay', async () => {
    fake.tabs.sendMessage.mockImplementation(never);
    fake.scripting.executeScript.mockImplementation(never);
    const asked = browserEffects.askTab(1, { type: 'isLive' });
    const shown = browserEffects.showOverlay(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toBeUndefined();
    await shown;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('because nobody listens there is no error', async () => {
    vi.spyOn(console, 'debug').mockReturnValue(undefined);
    fake.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist'));
    expect(await browserEffects.askTab(1, { type: 'isLive' })).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the tabs of a portal', () => {
  it('are those of its very origin that are not put to sleep, the active one first', async () => {
    fake.tabs.query.mockResolvedValue([
      { id: 1, url: 'https://demo.bitrix24.ru/stream/', active: false },
      { id: 2, url: 'https://demo.bitrix24.ru:8443/stream/', active: true },
      { id: 3, url: 'https://demo.bitrix24.ru/online/', discarded: true },
      { id: 4, url: 'https://demo.bitrix24.ru/crm/', active: true },
      { id: 5 },
    ]);
    expect(await browserEffects.tabsOf('https://demo.bitrix24.ru')).toEqual([4, 1]);
  });
});

describe('the tabs of a portal in a folder', () => {
  beforeEach(() =>
    fake.tabs.query.mockResolvedValue([
      { id: 1, url: 'https://example.ru/intranet/stream/' },
      { id: 2, url: 'https://example.ru/stream/' },
      { id: 3, url: 'https://example.ru/intranets/' },
    ]),
  );

  it('are those with pages in it', async () => {
    expect(await browserEffects.tabsOf('https://example.ru', '/intranet/')).toEqual([1]);
  });

  it('are found by whoever knows only the origin', async () => {
    const house = new House({} as HouseRepository);
    house.portalOf = () => ({ prefix: '/intranet/' }) as KnownPortal;
    expect(await withPortals(browserEffects, house).tabsOf('https://example.ru')).toEqual([1]);
  });
});

const NOTHING = { portals: [], items: [] };

describe('the badge', () => {
  it('is set again only when it changes, and again after it could not be set', async () => {
    // The database answers in its own time.
    vi.useRealTimers();
    const { setBadgeText } = fake.action;
    await browserEffects.showBadge(NOTHING, '');
    await browserEffects.showBadge(NOTHING, '');
    expect(setBadgeText).toHaveBeenCalledTimes(1);

    const world = await worldThatRead(3);
    setBadgeText.mockRejectedValueOnce(new Error('The browser is busy'));
    const news = { portals: await world.application.views(), items: [] };
    await expect(browserEffects.showBadge(news, '')).rejects.toThrow();
    await browserEffects.showBadge(news, '');
    expect(setBadgeText).toHaveBeenLastCalledWith({ text: '3/5' });
    expect(setBadgeText).toHaveBeenCalledTimes(3);
  });
});
