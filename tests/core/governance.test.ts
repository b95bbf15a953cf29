import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCES, type Preferences } from '../../domain/preferences.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import { PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;

let world: World;
beforeEach(async () => {
  world = new World();
  await world.open(1);
  await world.read(1);
});

const deploy = (managed: unknown) => {
  world.managed = managed;
  return world.application.policyChanged();
};
const change = (changes: Partial<Preferences>) => world.application.governance.change(changes);
const view = () => world.application.governance.view();

describe('a policy that is known', () => {
  test('holds at once when the background starts, while the browser has not told it again', async () => {
    await deploy({ readOnly: true });
    world.managed = new Promise(() => undefined);
    void world.restart();
    await world.application.ready();
    expect(world.application.isReadOnly).toBe(true);
  });

  test('is given up once the browser says that nothing is deployed any more', async () => {
    await deploy({ readOnly: true });
    world.managed = {};
    await world.restart();
    expect(world.application.isReadOnly).toBe(false);
  });
});

describe('a preference', () => {
  test('that is changed holds in tabs, in the extension’s own pages and after a restart', async () => {
    await change({ language: 'en', isReadOnly: true });
    expect(world.tab(1).views.at(-1)).toMatchObject({ language: 'en', isReadOnly: true });
    expect(world.surfaces.at(-1)).toMatchObject({ language: 'en', isReadOnly: true });
    world.now += 1_000;
    await world.settle();
    expect(world.front?.preferences).toMatchObject({ language: 'en', isReadOnly: true });
    await world.restart();
    expect((await view()).preferences).toEqual({ ...DEFAULT_PREFERENCES, language: 'en', isReadOnly: true });
  });

  test('that the policy fixes stays as the user had it, and comes back with the policy’s end', async () => {
    await change({ language: 'en' });
    await deploy({ language: 'ru', readOnly: true, featuresOff: ['badge'] });
    await change({ language: '', isReadOnly: false, featuresOff: [] });
    const managed = await view();
    expect(managed.effective).toEqual({ language: 'ru', isReadOnly: true, featuresOff: ['badge'] });
    expect(managed.isManaged).toBe(true);
    expect(managed.locks).toContainEqual(['language', 'language']);
    await deploy(null);
    expect((await view()).effective).toEqual({ language: 'en', isReadOnly: false, featuresOff: [] });
  });

  test('that a surface sends back with what the policy switches off does not become the user’s own', async () => {
    await deploy({ featuresOff: ['badge'] });
    await change({ featuresOff: ['badge', 'rename'] });
    expect((await view()).preferences.featuresOff).toEqual(['rename']);
  });

  test('of two dashboards at once is kept from both', async () => {
    await Promise.all([change({ language: 'ru' }), change({ isReadOnly: true }), change({ featuresOff: ['chip'] })]);
    expect((await view()).preferences).toEqual({ language: 'ru', isReadOnly: true, featuresOff: ['chip'] });
  });
});

describe('a language', () => {
  test.each([
    ['ru-RU', 'ru'],
    ['uk', 'ru'],
    ['', ''],
    ['de', 'en'],
    ['pt-BR', 'en'],
  ])('"%s" is kept as "%s": one that nothing serves is refused', async (language, kept) => {
    await change({ language: 'en' });
    await change({ language });
    expect((await view()).preferences.language).toBe(kept);
  });

  test('of the policy that nothing serves is named as a problem and fixes nothing', async () => {
    await deploy({ language: 'de' });
    expect(await view()).toMatchObject({ effective: { language: '' }, problems: [{ name: 'language', entry: 'de' }] });
    expect((await view()).locks).toEqual([]);
  });
});

describe('settings of a portal', () => {
  const settings = () => world.application.wishes.settings(KEY);
  const changeSettings = (changes: object) =>
    world.application.wishes.changeSettings({ type: 'settings.changed', key: KEY, changes });

  test('that the policy fixes show its value, cannot be changed, and are the user’s again afterwards', async () => {
    await changeSettings({ waitingHours: 8 });
    await deploy({ settings: { waitingHours: 2 } });
    expect((await changeSettings({ waitingHours: 6, idleDays: 9 }))?.idleDays).toBe(9);
    expect((await settings())?.waitingHours).toBe(2);
    await deploy(null);
    expect(await settings()).toEqual({ ...DEFAULT_SETTINGS, waitingHours: 8, idleDays: 9 });
  });

  test('do not take for their own what is off on all portals', async () => {
    await change({ featuresOff: ['rename'] });
    const shown = (await world.view()).settings.hiddenCards;
    expect(shown).toEqual(['rename']);
    await changeSettings({ hiddenCards: [...shown, 'hint'] });
    await change({ featuresOff: [] });
    expect((await world.view()).settings.hiddenCards).toEqual(['hint']);
  });
});
