import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessReading, sighting } from '../access-records.ts';
import { START } from '../readings.ts';
import { MINUTE, PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const REGISTER = `/dashboard.html#access/${encodeURIComponent(KEY)}`;

let world: World;

beforeEach(async () => {
  world = new World();
  await world.open(1);
});

afterEach(() => world.database.close());

async function ask(): Promise<string> {
  await world.readAccess(1, accessReading([sighting({ sentAt: START - MINUTE })]));
  return world.notifications[0]?.id ?? '';
}

describe('a notification about access that is pressed', () => {
  it('opens the message of the request in a tab of the portal', async () => {
    await world.application.tabs.openNotification(await ask());
    expect(world.tab(1).asked).toContain('dialog.open');
    expect(world.openedUrls).toEqual([]);
  });

  it('opens the register where no message is known any more', async () => {
    await world.application.tabs.openNotification(`access|${KEY}|7:999`);
    expect(world.openedUrls).toEqual([REGISTER]);
  });
});

it('the register opens on the extension’s own page, at the portal', async () => {
  expect(await world.application.tabs.openRegister(KEY)).toBe(true);
  expect(world.openedUrls).toEqual([REGISTER]);
});

it('a request that was put off or set aside presses nobody in the toolbar until it is back', async () => {
  await ask();
  const [item] = (await world.view()).register.items;
  const tell = (event: { type: 'snoozed'; until: number } | { type: 'setAside' }) =>
    world.application.access.tell({ type: 'access.told', key: KEY, id: item?.id ?? '', event });
  const totals = async () => (await world.view()).access;
  expect(await totals()).toMatchObject({ pending: 1, pendingSince: item?.requestedAt });
  await tell({ type: 'snoozed', until: world.now + 10 * MINUTE });
  expect(await totals()).toMatchObject({ pending: 0, pendingSince: null });
  world.now += 10 * MINUTE;
  expect(await totals()).toMatchObject({ pending: 1 });
  await tell({ type: 'setAside' });
  expect(await totals()).toMatchObject({ pending: 0, pendingSince: null });
});
