import { beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_LABEL, type PortalColour } from '../../../domain/portals/known-portal.ts';
import { START } from '../../readings.ts';
import { dialogs, PORTAL, type World, worldThatRead } from '../world.ts';

const DAY = 86_400_000;
const KEY = `${PORTAL}|1`;

let world: World;
const change = (changes: { label?: string; colour?: PortalColour; isPaused?: boolean }) =>
  world.application.own.portals.change({ type: 'portal.changed', origin: PORTAL, changes });
const portal = async () => (await world.application.own.front.view()).known[0];

beforeEach(async () => {
  world = await worldThatRead(3);
  world.tab(1).hasOverlay = true;
});

describe('a name and a colour', () => {
  it('are kept, cleaned, and told to the open pages', async () => {
    await change({ label: `  Head\u202e\noffice ${'x'.repeat(80)}`, colour: 'teal' });
    const label = (await portal())?.label ?? '';
    expect(label.startsWith('Head office x')).toBe(true);
    expect(label).toHaveLength(LONGEST_LABEL);
    expect(world.tab(1).views.at(-1)).toMatchObject({ label, colour: 'teal' });
    await world.restart();
    expect(await portal()).toMatchObject({ label, colour: 'teal' });
  });

  it('that are changed at once do not take each other back', async () => {
    await Promise.all([change({ label: 'Main' }), change({ colour: 'pink' }), change({ isPaused: true })]);
    expect(await portal()).toMatchObject({ label: 'Main', colour: 'pink', pause: { by: 'user' } });
  });

  it('of a portal that nobody knows are no error', async () => {
    const changes = { label: 'Gone' };
    await world.application.own.portals.change({ type: 'portal.changed', origin: 'https://gone.example', changes });
    expect((await world.application.own.front.view()).known).toHaveLength(1);
  });
});

describe('a pause', () => {
  it('takes everything off the open pages, and is told to the own pages', async () => {
    await change({ isPaused: true });
    expect(world.tab(1).views.at(-1)?.session).toMatchObject({ state: 'unsupported', reason: 'paused' });
    expect(world.tab(1).market.at(-1)).toEqual({ type: 'market.ended', key: KEY });
    expect(world.surfaces.at(-1)?.session.reason).toBe('paused');
    expect(world.front?.known[0]?.pause).toEqual({ by: 'user', since: world.now });
  });

  it('keeps what is known, and hears nothing', async () => {
    await change({ isPaused: true });
    await world.read(1, dialogs(5));
    await world.open(2);
    expect((await world.view()).slots.used).toBe(3);
    expect(world.tab(2).hasOverlay).toBe(false);
  });

  it('tells nothing by notification until it is over', async () => {
    await world.application.access.enter({
      type: 'access.entered',
      key: KEY,
      record: {
        ...{ kind: 'vendor', id: crypto.randomUUID(), state: 'granted', requestedAt: START, startsAt: START, days: 21 },
        ...{ ticket: '', chatId: null, reason: '', answerer: '' },
      },
    });
    await change({ isPaused: true });
    world.now += 15 * DAY;
    await world.application.check();
    expect(world.notifications).toEqual([]);
    await change({ isPaused: false });
    expect(world.notifications).toHaveLength(1);
  });

  it('that is taken back brings everything back, and has the portal read', async () => {
    await change({ isPaused: true });
    world.tab(1).asked.length = 0;
    world.tab(1).hasOverlay = false;
    await change({ isPaused: false });
    expect(world.tab(1).hasOverlay).toBe(true);
    expect(world.tab(1).asked).toContain('read');
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
    expect(world.tab(1).market.at(-1)?.type).toBe('market.changed');
  });

  it('that is taken back has pages begin anew that spoke meanwhile', async () => {
    await change({ isPaused: true });
    await world.open(2);
    await world.open(3, { userId: '2' });
    await change({ isPaused: false });
    expect(world.browser.joined).toEqual([{ place: { origin: PORTAL, prefix: '/' }, anew: [2, 3] }]);
  });

  it('survives a killed background', async () => {
    await change({ isPaused: true });
    await world.restart();
    expect((await world.view()).session.reason).toBe('paused');
  });
});
