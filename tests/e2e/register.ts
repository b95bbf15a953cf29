/** The dashboard's register of access, used as a person uses it, and the one thing a person cannot do: let days pass. */
import { expect, type Page } from '@playwright/test';
import type { HistoryEntry } from '../../domain/access/record.ts';
import type { DashboardMessages } from '../../domain/dashboard-text.ts';
import type { Settings } from '../../domain/settings.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { expectLookedAt, viewOf } from './access.ts';
import type { Tongue } from './cards.ts';
import { expectChip, type Workplace } from './fixture.ts';

export const dashboardWords = ({ language }: Tongue): DashboardMessages => dashboardLocaleFor(language).messages;

/** A plain page of the portal that has been looked at: what comes now is news. */
export async function openQuietPage(workplace: Workplace, tongue: Tongue, slots = '2/5'): Promise<Page> {
  const page = await workplace.open('/stream/', tongue.place);
  await expectChip(page, slots);
  await expectLookedAt(workplace, tongue);
  return page;
}

/** A section of the dashboard as a page of its own. */
export async function openSection(workplace: Workplace, tongue: Tongue, section: string): Promise<Page> {
  const { key } = await viewOf(workplace, tongue);
  const page = await workplace.context.newPage();
  await page.goto(workplace.ownAddress(`dashboard.html#${section}/${encodeURIComponent(key)}`));
  return page;
}

/** What a person writes down by hand, kept without the form; the ids of the records. */
export async function enter(workplace: Workplace, tongue: Tongue, ...records: readonly object[]): Promise<string[]> {
  const { key } = await viewOf(workplace, tongue);
  const own = await workplace.openPopup();
  const ids = await own.evaluate(
    async ([of, entered]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(of: object): Promise<string | null> } };
      };
      const kept: (string | null)[] = [];
      for (const each of entered) {
        const record = { ...each, id: crypto.randomUUID() };
        kept.push(await chrome.runtime.sendMessage({ type: 'access.entered', key: of, record }));
      }
      return kept;
    },
    [key, records] as const,
  );
  await own.close();
  return ids.map((id) => {
    if (id === null) throw new Error('a record was not kept');
    return id;
  });
}

/** What is set for the portal. */
export async function settingsOf(workplace: Workplace, tongue: Tongue): Promise<Settings> {
  const { key } = await viewOf(workplace, tongue);
  return workplace.say({ type: 'settings.wanted', key });
}

/** The names that stand first in the rows of the register. */
export const rowNames = (page: Page, label: string): Promise<string[]> =>
  page.getByRole('table', { name: label }).locator('tbody .cell-name').allInnerTexts();

/** The lines of the history on show, the newest first, without their times. */
export const historyLines = (page: Page, heading: string): Promise<string[]> =>
  page.getByRole('region', { name: heading }).locator('li > p:first-child').allInnerTexts();

/** Waits for a line of the history on show. */
export const expectHistory = (page: Page, heading: string, line: string | RegExp): Promise<void> =>
  expect(page.getByRole('region', { name: heading }).locator('li').filter({ hasText: line }).first()).toBeVisible();

/** A document of the extension in which nothing of it runs: reading and writing there wakes nobody. */
async function openStill(workplace: Workplace): Promise<Page> {
  const page = await workplace.context.newPage();
  await page.goto(workplace.ownAddress('icon/16.png'));
  return page;
}

/**
 * Lets days pass for what the register holds, as if the computer had slept: all moments of it move into the past, and the
 * background has to find out by itself.
 */
export async function letDaysPass(workplace: Workplace, days: number): Promise<void> {
  const still = await openStill(workplace);
  await still.evaluate(async (ms) => {
    const request = <T>(wanted: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        wanted.onsuccess = () => resolve(wanted.result);
        wanted.onerror = () => reject(wanted.error);
      });
    const moments = ['requestedAt', 'answeredAt', 'startsAt', 'endsAt', 'endedAt', 'since', 'reviewedAt', 'changedAt'];
    const database = await request(indexedDB.open('latchdesk'));
    const transaction = database.transaction(['grants', 'portals'], 'readwrite');
    const grants = transaction.objectStore('grants');
    for (const row of await request(grants.getAll())) {
      for (const name of moments) if (typeof row[name] === 'number') row[name] -= ms;
      // What was told is told of a moment.
      row.told = row.told.map((key: string) => key.replace(/\d{12,}/, (at) => String(Number(at) - ms)));
      await request(grants.put(row));
    }
    const portals = transaction.objectStore('portals');
    for (const row of await request(portals.getAll())) {
      if (row.access.nextAt !== null) row.access.nextAt -= ms;
      await request(portals.put(row));
    }
    database.close();
  }, days * 86_400_000);
  // What it held in memory is of yesterday now; the alarm that was set for meanwhile is late.
  await workplace.killWorker();
  await still.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { create(name: string, when: { when: number }): Promise<void> } };
    };
    return chrome.alarms.create('check', { when: Date.now() });
  });
  await still.close();
}

/** The changes in a record's history, as they are stored. */
export const changesOf = (history: readonly HistoryEntry[]): string[] =>
  history.map(({ by, change }) => `${by} ${JSON.stringify(change)}`);
