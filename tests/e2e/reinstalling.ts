/** The steps of a reinstall, each done by a person in the portal. */
import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { Director } from '../../demo/portal.ts';
import type { MarketGeneration } from '../../domain/market/apps.ts';
import { until } from '../../scripts/lib/surface.mjs';
import type { Tongue } from './cards.ts';
import {
  appOf,
  askToUninstall,
  expectNote,
  expectRun,
  installedPath,
  listIsDrawn,
  type MarketTongue,
  marketWords,
  openChatAppPart,
  openConfirmed,
  openInstalled,
  pressOurs,
  rowOf,
  unfoldNote,
  uninstallButton,
} from './market.ts';
import type { Workplace } from './workplace.ts';

/** Where a reinstall is done, by whom, and with which words. */
export interface Walk {
  workplace: Workplace;
  tongue: Tongue;
  generation: MarketGeneration;
  director: Director;
  words: MarketTongue;
}

export const walkOn = (
  workplace: Workplace,
  tongue: Tongue,
  generation: MarketGeneration,
  director: Director,
): Walk => ({ workplace, tongue, generation, director, words: marketWords(tongue) });

const addressOf = (page: Page, path: string): string => `${new URL(page.url()).origin}${path}`;

/** Goes to the list of installed applications in the tab that is there. */
export async function goToList(page: Page, { generation }: Walk): Promise<void> {
  await page.goto(addressOf(page, installedPath(generation)));
  await listIsDrawn(page, generation);
}

/** Opens the first deal from the list of deals, which the portal does in a slider; our note is in its frame. */
export async function openDeal(page: Page, { words }: Walk): Promise<Frame> {
  // The application loads its own page anew when its installer is through, in the middle of this.
  await expect(async () => void (await page.goto(addressOf(page, '/crm/deal/')))).toPass({ timeout: 15_000 });
  await page.locator('a.crm-list-link').first().click();
  const frame = await until(() => page.frames().find((each) => /\/crm\/deal\/details\/\d+\//.test(each.url())), {
    message: 'the card of a deal',
  });
  await expectNote(frame, words);
  return frame;
}

export async function openContactCenter(page: Page, { words }: Walk): Promise<void> {
  await page.goto(addressOf(page, '/contact_center/'));
  await expectNote(page, words);
}

/** Begins a reinstall from the note of the list; a page of the list is on show afterwards. */
export async function beginInNote(walk: Walk): Promise<Page> {
  const { workplace, tongue, generation, words } = walk;
  const page = await openConfirmed(workplace, tongue, generation);
  await unfoldNote(page, words);
  await pressOurs(page, words.ours.note.reinstall);
  await expectRun(workplace, tongue, 'checked');
  return page;
}

/** The same from the dashboard. */
export async function beginInDashboard(walk: Walk): Promise<Page> {
  const { workplace, tongue, generation, words } = walk;
  const page = await openConfirmed(workplace, tongue, generation);
  const dashboard = await openChatAppPart(workplace, tongue, 'reinstall');
  await pressOurs(dashboard, words.dashboard.chatapp.reinstall.begin);
  await expectRun(workplace, tongue, 'checked');
  await dashboard.close();
  await page.bringToFront();
  return page;
}

/** Shows what can be recorded, and records it in the list. */
export async function record(page: Page, walk: Walk): Promise<void> {
  const { workplace, tongue, words } = walk;
  await openDeal(page, walk);
  await openContactCenter(page, walk);
  await goToList(page, walk);
  await expectNote(page, words, words.ours.guide.advice.record);
  await pressOurs(page, words.ours.guide.recordNow);
  const { recorded } = await expectRun(workplace, tongue, 'recorded');
  expect(recorded).toMatchObject({ access: true, lines: true, tiles: true, cards: ['deal'] });
}

/** Begins and records: everything is ready for the portal's "Uninstall". */
export async function beginRecorded(walk: Walk): Promise<Page> {
  const page = await beginInNote(walk);
  await record(page, walk);
  return page;
}

/** Uninstalls in the list without the tick. */
export async function uninstall(page: Page, walk: Walk): Promise<void> {
  const { workplace, tongue, generation, director, words } = walk;
  const window = await askToUninstall(page, generation, words, appOf(director));
  await uninstallButton(window).click();
  await expectRun(workplace, tongue, 'absent');
}

/** Begins, records and uninstalls; the list is on show. */
export async function beginUninstalled(walk: Walk): Promise<Page> {
  const page = await beginRecorded(walk);
  await uninstall(page, walk);
  return page;
}

/** The page with the portal's "Install": the application's own, or the list of the old Marketplace. */
export async function goToInstall(page: Page, walk: Walk): Promise<Page> {
  const { workplace, generation, words } = walk;
  const { guide } = words.ours;
  if (generation === 'old') {
    await expectNote(page, words, guide.advice.installInOldList);
    return page;
  }
  await expectNote(page, words, guide.advice.goToPage);
  const opened = workplace.context.waitForEvent('page');
  await pressOurs(page, guide.open.detail);
  const detail = await opened;
  await expectNote(detail, words, guide.advice.installOnPage);
  return detail;
}

const installButton = (page: Page, { generation, director, words }: Walk): Locator =>
  generation === 'new'
    ? page.locator('.market-detail__header-fixed_block-btn').getByText(words.portal.install, { exact: true })
    : rowOf(page, 'old', appOf(director)).locator('button.ui-btn-success');

/** Opens the portal's window for installing, agrees to everything and installs. */
export async function agreeAndInstall(page: Page, walk: Walk): Promise<Locator> {
  const window = page.locator('.popup-window').filter({ has: page.locator('.market-popup, .mp-install') });
  await installButton(page, walk).click();
  for (const box of await window.locator('input[type="checkbox"]').all()) await box.check();
  await window.locator('.popup-window-button', { hasText: walk.words.portal.install }).click();
  return window;
}

/**
 * Installs and goes to the application: the old Marketplace leads there by itself, in the new one the note does, as an
 * address with a number tells nobody which application it is.
 */
export async function installAndOpen(page: Page, walk: Walk): Promise<Page> {
  const { workplace, tongue, generation, words } = walk;
  const window = await agreeAndInstall(page, walk);
  if (generation === 'old') {
    await page.waitForURL(/\/marketplace\/app\/\d+\//);
    return page;
  }
  await window.getByText(words.portal.installedDone).waitFor();
  await window.locator('.popup-window-close-icon').click();
  await expectRun(workplace, tongue, 'finishing');
  await unfoldNote(page, words);
  await expectNote(page, words, words.ours.guide.advice.goToApplication);
  const opened = workplace.context.waitForEvent('page');
  await pressOurs(page, words.ours.guide.open.application);
  return opened;
}

/** Installs, and stays in the application until its installer is through. */
export async function install(page: Page, walk: Walk): Promise<Page> {
  const application = await installAndOpen(page, walk);
  await finishInApplication(walk);
  await expectRun(walk.workplace, walk.tongue, 'finishing');
  return application;
}

export const finishInApplication = ({ director }: Walk): Promise<void> =>
  expect.poll(() => appOf(director).isInstalled, { message: 'the installer is through' }).toBe(true);

/** Shows what came back; the new tabs prove the end of the installation, so that it is compared without a word. */
export async function compare(page: Page, walk: Walk): Promise<void> {
  const { workplace, tongue, words } = walk;
  await openDeal(page, walk);
  const run = await expectRun(workplace, tongue, 'compared');
  expect(run.finishedBy).toBe('tabs');
  // Tiles were not on show yet.
  await openContactCenter(page, walk);
  await goToList(page, walk);
  await unfoldNote(page, words);
  await pressOurs(page, words.ours.guide.compareAgain);
  await expectNote(page, words, words.ours.guide.result.fine);
}

/** The numbers of ChatApp's tabs in cards of deals. */
export const dealTabs = (director: Director): { id: number; title: string }[] =>
  appOf(director)
    .placements.filter(({ code }) => code === 'CRM_DEAL_DETAIL_TAB')
    .map(({ id, title }) => ({ id, title }));

/** After a browser was closed and opened: the list as it is then. */
export const reopenList = ({ workplace, tongue, generation }: Walk): Promise<Page> =>
  openInstalled(workplace, tongue, generation);
