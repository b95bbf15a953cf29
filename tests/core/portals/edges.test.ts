import { beforeEach, describe, expect, it } from 'vitest';
import { PORTAL_COLOURS } from '../../../domain/portals/known-portal.ts';
import { PORTAL, SECOND, type World, worldThatRead } from '../world.ts';

let world: World;
const switchEdges = async (isOn: boolean) => {
  await world.application.own.governance.change({ featuresOff: isOn ? [] : ['portalEdge'] });
  await settle();
};
/** Lets the moment pass in which changes are gathered. */
const settle = async () => {
  world.now += 200;
  await world.settle();
};
const labels = () => [...world.tabs.values()].map(({ edge }) => edge?.label ?? null);

beforeEach(async () => {
  world = await worldThatRead(3);
  await world.open(2, { origin: SECOND });
  await settle();
});

describe('the edge of portals', () => {
  it('is not there unless somebody wants it, and the browser need not wake us for tabs', async () => {
    expect(labels()).toEqual([null, null]);
    expect(world.browser.edged.size).toBe(0);
    expect(world.browser.listeners.size).toBe(0);
  });

  it('names and colours each portal on its pages, in words of its language for whoever listens', async () => {
    await switchEdges(true);
    expect(labels()).toEqual(['demo.bitrix24.ru', 'second.bitrix24.com']);
    const { known } = await world.application.own.front.view();
    const edge = world.tab(1).edge;
    expect(edge?.colour).toBe(PORTAL_COLOURS[known[0]?.colour ?? 'slate']);
    expect(edge?.colour).not.toBe(world.tab(2).edge?.colour);
    expect(edge?.name).toBe('Это страница портала «demo.bitrix24.ru»');
  });

  it('follows a new name and colour, and a pause', async () => {
    await switchEdges(true);
    const { portals } = world.application.own;
    await portals.change({ type: 'portal.changed', origin: PORTAL, changes: { label: 'Main', colour: 'pink' } });
    await settle();
    expect(world.tab(1).edge).toMatchObject({ label: 'Main', colour: PORTAL_COLOURS.pink });
    await portals.change({ type: 'portal.changed', origin: SECOND, changes: { isPaused: true } });
    await settle();
    expect(labels()).toEqual([null, null]);
  });

  it('goes when one portal is left, and comes when another is opened', async () => {
    await switchEdges(true);
    world.tab(2).manner = 'gone';
    world.browser.moveTabs();
    await settle();
    expect(labels()[0]).toBeNull();
    world.tab(2).manner = 'answers';
    world.browser.moveTabs();
    await settle();
    expect(labels()).toEqual(['demo.bitrix24.ru', 'second.bitrix24.com']);
  });

  it('counts a page that sleeps, and not one of anything else or of a private window', async () => {
    await world.restart();
    world.tab(2).manner = 'gone';
    world.browser.pages = [
      { tabId: 8, url: 'https://example.ru/', isPrivate: false, isAsleep: false },
      { tabId: 9, url: `${SECOND}/`, isPrivate: true, isAsleep: false },
    ];
    await switchEdges(true);
    expect(labels()[0]).toBeNull();
    world.browser.pages = [{ tabId: 9, url: `${SECOND}/`, isPrivate: false, isAsleep: true }];
    world.browser.moveTabs();
    await settle();
    expect(labels()[0]).toBe('demo.bitrix24.ru');
    expect(world.browser.edged.has(9)).toBe(false);
  });

  it('takes a flood of opened tabs as one', async () => {
    await switchEdges(true);
    for (let count = 0; count < 50; count++) world.browser.moveTabs();
    expect(world.later.filter(({ at }) => at === world.now + 200)).toHaveLength(1);
  });

  it('is there again after the background was killed', async () => {
    await switchEdges(true);
    for (const tab of world.tabs.values()) tab.edge = null;
    await world.restart();
    await settle();
    expect(labels()).toEqual(['demo.bitrix24.ru', 'second.bitrix24.com']);
  });

  it('goes from every page when it is switched off', async () => {
    await switchEdges(true);
    await switchEdges(false);
    expect(labels()).toEqual([null, null]);
    expect(world.browser.listeners.size).toBe(0);
  });

  it('goes where the policy takes it away', async () => {
    await switchEdges(true);
    world.managed = { featuresOff: ['portalEdge'] };
    await world.application.policyChanged();
    await settle();
    expect(labels()).toEqual([null, null]);
  });
});
