/** A demo portal and a real Chromium with the built extension; the overlay is read as a screen reader reads it. */
import { test as base, expect, type Page } from '@playwright/test';
import { type DemoPortal, startPortal } from '../../demo/portal.ts';
import type { UnsupportedReason } from '../../domain/view.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { clickSpoken, findSpoken, spoken, until } from '../../scripts/lib/surface.mjs';
import { closeEngines, isFirefox } from './engine.ts';
import { chipOf, readings, Workplace } from './workplace.ts';

export const ru = localeFor('ru').messages;
export const en = localeFor('en').messages;
/** The words of the popup. */
export const popupWords = { ru: popupLocaleFor('ru').messages, en: popupLocaleFor('en').messages };

/** Begins to listen for a live event in the page; the returned function resolves when the page has heard it. */
export async function listenFor(page: Page, command: string): Promise<() => Promise<void>> {
  await page.evaluate((wanted) => {
    const scope = window as unknown as {
      heard: Promise<void>;
      BX: { addCustomEvent(target: Window, name: string, handler: (command: string) => void): void };
    };
    scope.heard = new Promise((resolve) => {
      scope.BX.addCustomEvent(window, 'onPullEvent-im', (command) => command === wanted && resolve());
    });
  }, command);
  return () => page.evaluate(() => (window as unknown as { heard: Promise<void> }).heard);
}

/** What the chip says, label first; empty when there is no chip. */
export const chipText = async (page: Page): Promise<string> => (await chipOf(page))?.name ?? '';

/** Waits until the chip's label is exactly this. */
export async function expectChip(page: Page, label: string, sentence?: string): Promise<void> {
  await expect
    .poll(() => chipText(page), { message: `the chip says ${label}`, timeout: 12_000 })
    .toMatch(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} `));
  if (sentence) await expect.poll(() => chipText(page), { message: 'the chip explains itself' }).toContain(sentence);
}

/** Why a page has no chip: what the background has to know of it first; `noPortal` is nothing to it. */
type WhyNoChip = UnsupportedReason | 'signedOut' | 'noPortal';

/** Waits until the background knows why, and until a chip that was asked for later is there; then there must be none. */
export async function expectNoChip(workplace: Workplace, page: Page, why: WhyNoChip): Promise<void> {
  const isKnown = async () => {
    const views = (await workplace.views()).filter((view) => page.url().startsWith(`${view.origin}/`));
    if (why === 'signedOut') return views.every(({ session }) => session.state === 'signedOut');
    return why === 'noPortal' || views.some(({ session }) => session.reason === why);
  };
  await page.waitForLoadState('load');
  await expect.poll(isKnown, { message: `known to be ${why}` }).toBe(true);
  await workplace.fence(page.url().startsWith(workplace.portal.origins.second) ? 'demo' : 'second');
  expect(await chipText(page)).toBe('');
  expect(await page.locator('latchdesk-overlay').count()).toBe(0);
}

export async function openPanel(page: Page): Promise<void> {
  // The chip is named by what it says, and that may change at any moment.
  const press = async () => {
    const chip = await chipOf(page);
    if (!chip) return false;
    await clickSpoken(page, 'button', chip.name, { timeout: 500 });
    return true;
  };
  await until(press, { message: 'the chip to press' });
  await until(() => findSpoken(page, 'dialog', /Latchdesk/), { message: 'the panel' });
}

/** Opens a chat as the portal's own scripts do. */
export const openChatOnPage = (page: Page, dialogId: string): Promise<void> =>
  page.evaluate((wanted) => {
    const { BX } = window as unknown as { BX: { Messenger: { Public: { openChat(dialogId: string): void } } } };
    BX.Messenger.Public.openChat(wanted);
  }, dialogId);

/** All texts of the page's accessibility tree in one string. */
export const allText = async (page: Page): Promise<string> => (await spoken(page)).map((node) => node.name).join('\n');

interface Options {
  browserLocale: string;
  /** The tab that an installation opens is left open. */
  keepsFirstSteps: boolean;
  /** Somebody has allowed notifications. */
  mayNotify: boolean;
}

interface Fixtures {
  workplace: Workplace;
  /** Names beside those of the demo portals, with the port that answers for each. */
  hosts: Record<string, number>;
}

export const test = base.extend<Fixtures & Options, { portal: DemoPortal }>({
  browserLocale: ['ru-RU', { option: true }],
  keepsFirstSteps: [false, { option: true }],
  mayNotify: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  hosts: async ({}, use) => use({}),
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const portal = await startPortal();
      await use(portal);
      await closeEngines();
      await portal.close();
    },
    { scope: 'worker' },
  ],
  workplace: async ({ portal, hosts, browserLocale, keepsFirstSteps, mayNotify }, use, testInfo) => {
    portal.director('demo').reset();
    portal.director('second').reset();
    portal.director('own').reset();
    const workplace = new Workplace(portal, hosts);
    if (mayNotify) workplace.letNotify();
    await workplace.start(browserLocale, keepsFirstSteps);
    await use(workplace);
    await workplace.end(testInfo.status === 'passed');
  },
});

export { chipOf, clickSpoken, expect, findSpoken, isFirefox, readings, spoken, until, Workplace };
