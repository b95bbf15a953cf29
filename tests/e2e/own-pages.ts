/** The extension's own pages over all portals: popup, side panel, palette and dashboard, used as a person uses them. */
import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { DashboardMessages } from '../../domain/dashboard-text.ts';
import type { FrontView } from '../../domain/front.ts';
import type { InboxMessages } from '../../domain/inbox-text.ts';
import type { PaletteMessages } from '../../domain/palette-text.ts';
import type { PopupMessages } from '../../domain/popup-text.ts';
import type { Messages } from '../../domain/text.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';
import { paletteLanguagesFor } from '../../locales/palette/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { isFirefox } from './engine.ts';
import type { Workplace } from './workplace.ts';

export type Language = 'ru' | 'en';

/** Everything that the pages say in one language. */
export interface OwnWords {
  text: Messages;
  popup: PopupMessages;
  inbox: InboxMessages;
  palette: PaletteMessages;
  dashboard: DashboardMessages;
}

export const ownWords = (language: Language): OwnWords => ({
  text: localeFor(language).messages,
  popup: popupLocaleFor(language).messages,
  inbox: inboxLocaleFor(language).messages,
  palette: paletteLanguagesFor(language).own,
  dashboard: dashboardLocaleFor(language).messages,
});

const soon = (message: string) => ({ message, timeout: 15_000, intervals: [50, 100, 200] });

/** A page of the extension in a tab of its own. */
export async function openOwn(
  workplace: Workplace,
  path: string,
  { width, height }: { width: number; height: number } = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await workplace.context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(workplace.ownAddress(path));
  return page;
}

export const frontOf = (workplace: Workplace): Promise<FrontView> => workplace.say({ type: 'front.wanted' });

/** Key of a portal, as soon as one of its pages was read. */
export async function keyOf(workplace: Workplace, host: string): Promise<string> {
  const find = async () => (await workplace.views()).find((view) => view.host === host)?.key ?? '';
  await expect.poll(find, soon(`the portal ${host}`)).not.toBe('');
  return find();
}

/** Works round the clock: how long something waits does not depend on when a test runs. */
export async function workAlways(workplace: Workplace, host: string, changes: object = {}): Promise<void> {
  const workingTime = {
    timeZone: '',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    from: 0,
    until: 1_440,
    holidays: [],
    workdays: [],
  };
  const key = await keyOf(workplace, host);
  await workplace.say({ type: 'settings.changed', key, changes: { workingTime, ...changes } });
}

// What needs a person

/** The lines of what needs a person, in popup, side panel and overview. */
export const needLines = (page: Page): Locator => page.locator('.inbox-line');

/** Waits until exactly these need a person, in this order. */
export const expectNeeds = (page: Page, ...sentences: (string | RegExp)[]): Promise<void> =>
  expect(page.locator('.inbox-sentence'), 'what needs a person').toHaveText(sentences, { timeout: 15_000 });

/** Presses something in a page that may close itself over it, in Firefox before it is told that it was pressed. */
export async function pressLast(target: Locator): Promise<void> {
  await target.click().catch((error: Error) => {
    if (!isFirefox || !error.message.includes('has been closed')) throw error;
  });
}

/** Presses a line in a page that may close itself over it. */
export const pressNeed = (page: Page, sentence: string): Promise<void> =>
  pressLast(needLines(page).filter({ hasText: sentence }));

/** A tab that opens, or is there already, at an address. */
export async function pageAt(context: BrowserContext, address: RegExp): Promise<Page> {
  const at = () => context.pages().find((page) => address.test(decodeURIComponent(page.url())));
  await expect.poll(() => Boolean(at()), soon(`a tab at ${address}`)).toBe(true);
  return at() as Page;
}

/** The card of a portal in popup or side panel. */
export const cardOf = (page: Page, name: string): Locator => page.getByRole('article', { name });

// The palette

export const palette = (page: Page): Locator => page.getByRole('dialog').filter({ has: page.getByRole('combobox') });
export const paletteField = (page: Page): Locator => palette(page).getByRole('combobox');

/** Opens the palette with its keys. */
export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(paletteField(page)).toBeFocused();
}

/** Names of what the palette shows. */
export const found = (page: Page): Promise<string[]> => page.locator('.palette-option .one-line').allInnerTexts();

/** Types into the palette and waits until what Enter takes is this. */
export async function find(page: Page, query: string, first: string | RegExp): Promise<void> {
  await paletteField(page).fill('');
  await page.keyboard.type(query);
  await expect(palette(page).getByRole('option', { selected: true })).toContainText(first);
}

// Files

/** Presses a button that saves a file; answers what is in it, and where it is. */
export async function savedFile(page: Page, button: Locator): Promise<{ name: string; text: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: await readFile(path, 'utf8'), path };
}
