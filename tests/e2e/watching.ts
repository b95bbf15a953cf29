/** A portal that is read without a tab: switched on as a person does it, and the one thing nobody can do: let time pass. */
import { expect, type Page } from '@playwright/test';
import type { Call, Director } from '../../demo/portal.ts';
import type { PortalView } from '../../domain/view.ts';
import type { Watch } from '../../domain/watch/watch.ts';
import { expectLookedAt, viewOf } from './access.ts';
import type { Tongue } from './cards.ts';
import { expectChip } from './fixture.ts';
import { openDetails, pane, portalsWords } from './portals-page.ts';
import type { Workplace } from './workplace.ts';

export const watchWords = portalsWords.watch;

const soon = (message: string) => ({ message, timeout: 20_000, intervals: [50, 100, 200] });

/** A portal that was seen once and has no tab any more; its key. What is read from now on does not depend on the hour. */
export async function leavePortal(workplace: Workplace, tongue: Tongue, slots = '3/5'): Promise<string> {
  const page = await workplace.open('/stream/', tongue.place);
  await expectChip(page, slots);
  await expectLookedAt(workplace, tongue);
  const { key } = await viewOf(workplace, tongue);
  await workplace.say({ type: 'watch.changed', key, changes: { quiet: null } });
  await page.close();
  return key;
}

/** Switches the watch of a portal on in the dashboard; answers the dashboard's page. */
export async function switchOn(workplace: Workplace, { host, place }: Tongue): Promise<Page> {
  const dashboard = await openDetails(workplace, workplace.portal.origins[place]);
  const box = pane(dashboard, host).getByRole('checkbox', { name: watchWords.on });
  // Not `check()`: the tick follows what was saved, a moment later.
  await box.click();
  await expect(box).toBeChecked();
  return dashboard;
}

/** What reached the portal beside its pages and their connections. */
export const requestsTo = (director: Director): Call[] =>
  director.calls().filter(({ kind }) => kind === 'rest' || kind === 'ajax');

export const watchOf = async (workplace: Workplace, tongue: Tongue): Promise<Watch> =>
  (await viewOf(workplace, tongue)).watch;

/** Waits until a reading that began after `since` (epoch ms) has come to its end. */
export const expectReadSince = (workplace: Workplace, tongue: Tongue, since: number): Promise<void> =>
  expect
    .poll(async () => (await watchOf(workplace, tongue)).state.knownAt, soon('a reading without a tab'))
    .toBeGreaterThanOrEqual(since);

/** Waits until the portal is seen in a certain way. */
export const expectView = (
  workplace: Workplace,
  tongue: Tongue,
  look: (view: PortalView) => unknown,
  wanted: unknown,
): Promise<void> =>
  expect.poll(async () => look(await viewOf(workplace, tongue)), soon('what was read')).toEqual(wanted);

/** Lets the time of every planned reading come, and wakes the background as its alarm does. */
export async function letWatchesFallDue(workplace: Workplace): Promise<void> {
  // A document of the extension in which nothing of it runs: reading and writing there wakes nobody.
  const still = await workplace.context.newPage();
  await still.goto(workplace.ownAddress('icon/16.png'));
  // What the background holds in memory knows nothing of what is written here.
  await workplace.killWorker();
  await still.evaluate(async () => {
    const request = <T>(wanted: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        wanted.onsuccess = () => resolve(wanted.result);
        wanted.onerror = () => reject(wanted.error);
      });
    const database = await request(indexedDB.open('latchdesk'));
    const portals = database.transaction('portals', 'readwrite').objectStore('portals');
    for (const row of await request(portals.getAll())) {
      if (row.watch.plan.kind === 'planned') row.watch.plan.at = Date.now() - 1_000;
      await request(portals.put(row));
    }
    database.close();
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { create(name: string, when: { when: number }): Promise<void> } };
    };
    await chrome.alarms.create('check', { when: Date.now() });
  });
  await still.close();
}
