import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feature } from '../../domain/preferences.ts';
import { accessReading, sighting } from '../access-records.ts';
import { START } from '../readings.ts';
import { CODE, list, worldWithApp } from './market-world.ts';
import { MINUTE, PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const PARTS = ['staff', 'departments', 'accessList', 'lines', 'roles'] as const;

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.database.close());

const switchOff = (...featuresOff: Feature[]) => world.application.governance.change({ featuresOff });

describe('the chip', () => {
  test('that is off is not put into any page, and comes back at once', async () => {
    await world.application.ready();
    await switchOff('chip');
    await world.open(1);
    await world.read(1);
    expect(world.tab(1).hasOverlay).toBe(false);
    await switchOff();
    expect(world.tab(1).hasOverlay).toBe(true);
  });

  test('that is off does not keep the banner away', async () => {
    await world.open(1);
    await switchOff('chip');
    await world.readAccess(1, accessReading([sighting({ sentAt: START - MINUTE })]));
    expect(world.tab(1)).toMatchObject({ hasOverlay: false, hasAccess: true });
  });
});

describe('notifications', () => {
  test('that are off tell nothing, and nothing of it later', async () => {
    await world.open(1);
    await switchOff('notifications');
    await world.readAccess(1, accessReading([sighting({ sentAt: START - MINUTE })]));
    expect((await world.view()).access.pending).toBe(1);
    expect(world.notifications).toEqual([]);
    await switchOff();
    await world.restart();
    expect(world.notifications).toEqual([]);
  });

  test('speak the language that was chosen, whatever the portal’s is', async () => {
    await world.open(1);
    await world.application.governance.change({ language: 'en' });
    await world.readAccess(1, accessReading([sighting({ sentAt: START - MINUTE })]));
    expect(world.notifications[0]?.title).toMatch(/^[\x20-\x7e·]+$/);
  });
});

test('the portal’s event log is not read while reading it is off', async () => {
  await world.open(1);
  const id = '6f6f2f4e-6c2f-4d1c-9f0a-1d2b3c4d5e6f';
  const record = {
    ...{ kind: 'vendor' as const, id, state: 'granted' as const, requestedAt: START, startsAt: START, days: 7 },
    ...{ ticket: '', chatId: null, reason: '', answerer: '' },
  };
  await world.application.access.enter({ type: 'access.entered', key: KEY, record });
  world.tab(1).signIns = { at: START, from: START, until: START, isCut: false, state: 'read', rows: [] };
  const look = () => world.application.access.signIns({ type: 'signIns.wanted', key: KEY, id });
  await switchOff('signIns');
  expect(await look()).toBeNull();
  expect(world.tab(1).asked).not.toContain('signIns.read');
  await switchOff();
  expect(await look()).toMatchObject({ state: 'read' });
});

describe('reading for ChatApp', () => {
  test('that is off asks no tab, and says so', async () => {
    world = await worldWithApp();
    await switchOff('chatappReading');
    world.tab(1).asked.length = 0;
    const read = () => world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: [...PARTS] });
    expect(await read()).toBe('switchedOff');
    expect(world.tab(1).asked).not.toContain('chatapp.read');
    expect((await world.application.market.book(KEY))?.isReadingOff).toBe(true);
    await switchOff();
    expect(await read()).toBeNull();
  });

  test('that is off is not done by itself after an application was confirmed', async () => {
    await world.open(1);
    await world.read(1);
    await switchOff('chatappReading');
    await world.see(1, list(world.now));
    await world.application.market.confirm({ type: 'app.confirmed', key: KEY, code: CODE });
    await world.settle();
    expect(world.tab(1).asked).not.toContain('chatapp.read');
  });
});

describe('a card that is off for all portals', () => {
  test('is hidden on every page, in frames of the Market as well', async () => {
    await world.open(1);
    await world.read(1);
    await world.see(1, list(world.now));
    await switchOff('marketNote', 'guard');
    expect((await world.view()).settings.hiddenCards).toEqual(['guard', 'marketNote']);
    expect(world.tab(1).market.at(-1)).toMatchObject({ start: { hiddenCards: ['guard', 'marketNote'] } });
  });
});

test('a tooltip without its badge says nothing of portals', async () => {
  await world.open(1);
  await world.read(1);
  await switchOff('badge');
  expect(world.badges.at(-1)).toEqual({ portals: [], items: [] });
});
