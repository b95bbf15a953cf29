/** Full disk, a clock that jumps, 300 portals, a private window: what the extension's own pages say then, and that nothing typed is lost. */
import type { CDPSession, Page } from '@playwright/test';
import type { DialogDetails } from '../../domain/view.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { RU, stage } from './cards.ts';
import { moveClock } from './clock.ts';
import {
  allText,
  chipText,
  clickSpoken,
  expect,
  expectChip,
  isFirefox,
  openPanel,
  ru,
  test,
  type Workplace,
} from './fixture.ts';
import { openDialogs } from './guarding.ts';
import { pressOn } from './keyboard.ts';
import { cardOf, find, frontOf, keyOf, openOwn, openPalette, ownWords } from './own-pages.ts';
import { openDashboard, pane, portalRow } from './portals-page.ts';

const words = ownWords('ru');
const cards = cardLocaleFor('ru').messages;
const { saving } = cards.shell;
const DAY = 86_400_000;
const NOTE = 'Эту заметку нельзя потерять';

/** A page of the extension in which nothing of it runs: reading and writing there wakes nobody. */
const openStill = (workplace: Workplace): Promise<Page> => openOwn(workplace, 'icon/16.png');

test.describe('a disk that is full', () => {
  test.skip(isFirefox, 'only Chromium can be told how much room there is');

  /** Writes a little beside the database; what came of it. */
  const tryToWrite = (still: Page): Promise<string> =>
    still.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('beside', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      }).catch((error: DOMException) => error.name);
      if (typeof database === 'string') return database;
      const transaction = database.transaction('rows', 'readwrite');
      transaction.objectStore('rows').put('x'.repeat(3_000), 1);
      const end = await new Promise<string>((resolve) => {
        transaction.oncomplete = () => resolve('written');
        transaction.onabort = () => resolve(transaction.error?.name ?? 'aborted');
      });
      database.close();
      return end;
    });

  /** Gives the extension a single byte; null: as much as there is. */
  async function setRoom(workplace: Workplace, cdp: CDPSession, bytes: number | null): Promise<void> {
    const origin = workplace.ownAddress('').replace(/\/$/, '');
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes !== null && { quotaSize: bytes }) });
  }

  test('is said where somebody types, disturbs no page, and loses no text', async ({ workplace }) => {
    test.setTimeout(150_000);
    const director = stage(workplace, RU, { dialogs: openDialogs(3) });
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const key = await keyOf(workplace, RU.host);
    const dashboard = await openDashboard(workplace, 'dialogs', `${key}/902`);
    const details = dashboard.getByRole('complementary', { name: /Question 902/ });
    await expect(details).toBeVisible();
    const still = await openStill(workplace);
    const cdp = await workplace.context.newCDPSession(still);
    await setRoom(workplace, cdp, 1);
    // The browser goes by what it has counted last for half a minute.
    await expect
      .poll(() => tryToWrite(still), { message: 'the disk is full', timeout: 60_000, intervals: [1_000] })
      .toBe('QuotaExceededError');

    const field = details.getByLabel(cards.dialog.note, { exact: true });
    await field.fill(NOTE);
    await expect(details).toContainText(saving.notSaved);
    await expect(field).toHaveValue(NOTE);
    const popup = await workplace.openPopup();
    await expect(cardOf(popup, RU.host)).toContainText('3/5');
    await openPanel(page);
    expect(await allText(page)).toContain('Question 901');
    expect((await chipText(page)).startsWith('3/5')).toBe(true);
    // The portal's own page goes on.
    director.rename({ dialogId: 'chat901', title: 'Renamed meanwhile' });

    await setRoom(workplace, cdp, null);
    await expect(details).toContainText(saving.saved, { timeout: 20_000 });
    await workplace.killWorker();
    const { note } = await workplace.say<DialogDetails>({ type: 'details.wanted', key, chatId: 902 });
    expect(note.text).toBe(NOTE);
    await clickSpoken(page, 'button', ru.panel.readAgain);
    await expect.poll(() => allText(page), { timeout: 15_000 }).toContain('Renamed meanwhile');
  });
});

test.describe('a clock that jumps', () => {
  test('two days ahead and back: nothing stays in the future, and live events count again', async ({ workplace }) => {
    const director = stage(workplace, RU, { dialogs: openDialogs(3) });
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const key = await keyOf(workplace, RU.host);
    await moveClock(workplace, 2 * DAY);
    expect((await frontOf(workplace)).at, 'the clock of the background').toBeGreaterThan(Date.now() + DAY);
    await workplace.say({ type: 'reading.wanted', key });
    director.openDialog({ title: 'Opened ahead of time' });
    await expectChip(page, '4/5');
    await moveClock(workplace, 0);
    director.openDialog({ title: 'Opened afterwards' });
    await expectChip(page, '5/5');
    await workplace.say({ type: 'reading.wanted', key });
    await expect
      .poll(
        async () => {
          const { portals } = await frontOf(workplace);
          return portals.map(({ slots }) => [slots.used, slots.stale, (slots.at ?? 0) <= Date.now()]);
        },
        { message: 'numbers of now', timeout: 15_000 },
      )
      .toEqual([[5, false, true]]);
    await expectChip(page, '5/5', ru.slots.full(5));
  });
});

test.describe('300 portals', () => {
  const COUNT = 300;
  const hostOf = (n: number) => `client-${String(n).padStart(3, '0')}.bitrix24.ru`;

  /** Writes portals like the one that is there, each under its own address, while the background is not there. */
  async function writePortals(workplace: Workplace): Promise<void> {
    const still = await openStill(workplace);
    await workplace.killWorker();
    await still.evaluate(
      async (hosts) => {
        const request = <T>(wanted: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            wanted.onsuccess = () => resolve(wanted.result);
            wanted.onerror = () => reject(wanted.error);
          });
        const database = await request(indexedDB.open('latchdesk'));
        const tables = ['portals', 'knownPortals', 'snapshots', 'dialogs'];
        const transaction = database.transaction(tables, 'readwrite');
        const [portals, known, ...rest] = tables.map((name) => transaction.objectStore(name)) as [
          IDBObjectStore,
          IDBObjectStore,
          ...IDBObjectStore[],
        ];
        const [row] = await request(portals.getAll());
        const [place] = await request(known.getAll());
        const lists = await Promise.all(rest.map((store) => request(store.getAll())));
        for (const host of hosts) {
          const origin = `https://${host}`;
          const key = `${origin}|${row.userId}`;
          portals.put({ ...row, key, origin, nextCheckAt: null });
          known.put({ ...place, origin, pattern: `${origin}/*` });
          rest.forEach((store, index) => {
            for (const each of lists[index] ?? []) store.put({ ...each, portal: key });
          });
        }
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        database.close();
      },
      Array.from({ length: COUNT - 1 }, (_, n) => hostOf(n + 1)),
    );
    await still.close();
  }

  test('are found by typing, in the popup, in the palette and among the portals', async ({ workplace }) => {
    test.setTimeout(90_000);
    stage(workplace, RU, { dialogs: openDialogs(3) });
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await writePortals(workplace);

    const popup = await workplace.openPopup();
    await expect.poll(async () => (await frontOf(workplace)).known.length).toBe(COUNT);
    await openPalette(popup);
    await find(popup, 'client-277', hostOf(277));
    await popup.keyboard.press('Escape');

    const dashboard = await openDashboard(workplace, 'portals');
    await expect(dashboard.getByText(words.dashboard.portals.lead(COUNT))).toBeVisible();
    // Only what is in sight is drawn.
    expect(await dashboard.getByRole('row').count()).toBeLessThan(100);
    await dashboard.getByLabel(words.dashboard.overview.search).focus();
    await dashboard.keyboard.type('client-29');
    await expect(dashboard.getByText(words.dashboard.overview.shown(10, COUNT))).toBeVisible();
    await dashboard.keyboard.type('9');
    await expect(portalRow(dashboard, hostOf(299))).toHaveCount(1);
    await pressOn(dashboard, portalRow(dashboard, hostOf(299)).getByRole('button'));
    await expect(pane(dashboard, hostOf(299))).toBeVisible();
    // The page of a portal beside them lives on.
    await expectChip(page, '3/5');
  });
});

test.describe('a private window', () => {
  interface Scope {
    chrome: {
      windows: { create(wanted: { incognito: true; url: string }): Promise<unknown> };
    };
  }

  async function openPrivate(workplace: Workplace, url: string): Promise<Page> {
    const own = await workplace.openPopup();
    const opened = workplace.context.waitForEvent('page');
    await own.evaluate((wanted) => {
      const { windows } = (globalThis as unknown as Scope).chrome;
      return windows.create({ incognito: true, url: wanted });
    }, url);
    const page = await opened;
    await own.close();
    return page;
  }

  test('has the chip where Latchdesk is let in, and follows the same numbers as the others', async ({ workplace }) => {
    const director = stage(workplace, RU, { dialogs: openDialogs(3) });
    await workplace.allowPrivate();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const hidden = await openPrivate(workplace, `${workplace.portal.origins.demo}/stream/`);
    await expectChip(hidden, '3/5');
    director.openDialog({ title: 'Seen by both' });
    await expectChip(hidden, '4/5');
    await expectChip(page, '4/5');
    expect((await frontOf(workplace)).portals).toHaveLength(1);
    await hidden.close();
    director.openDialog({ title: 'Seen by one' });
    await expectChip(page, '5/5');
  });
});
