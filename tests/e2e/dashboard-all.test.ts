/** The dashboard over all portals: numbers, addresses, tables and their files, empty states, first steps, language. */
import type { Page } from '@playwright/test';
import { SECTIONS, type Section } from '../../domain/dashboard-text.ts';
import { rulesLocaleFor } from '../../locales/rules/catalogue.ts';
import { expectLookedAt, ask as supportAsks } from './access.ts';
import { EN, openDialogs, RU, stage } from './cards.ts';
import { openRead } from './chatapp.ts';
import { chipText, expect, expectChip, findSpoken, openPanel, test, type Workplace } from './fixture.ts';
import { writeJournal } from './journal-rows.ts';
import { cardOf, expectNeeds, keyOf, openOwn, ownWords, pageAt, savedFile } from './own-pages.ts';
import { openDashboard, pane, portalRow } from './portals-page.ts';
import { enter } from './register.ts';

test.describe.configure({ timeout: 90_000 });

const words = ownWords('ru');
const english = ownWords('en');
const { overview, rail, start, journal, file } = words.dashboard;
const FULL = words.text.slots.full(5);
const DAY = 86_400_000;

/** One of the three numbers, with everything that is said of it. */
const total = (page: Page, name: keyof typeof overview.total) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: overview.total[name] }) });

const heading = (page: Page) => page.locator('h1');

/** Two portals that were read and looked at, the second one full. */
async function openBoth(workplace: Workplace) {
  const second = stage(workplace, EN, { dialogs: openDialogs(5) });
  const director = stage(workplace, RU, { dialogs: openDialogs(3) });
  await expectChip(await workplace.open('/stream/'), '3/5');
  await expectChip(await workplace.open('/stream/', 'second'), '5/5');
  await expectLookedAt(workplace, RU);
  await expectLookedAt(workplace, EN);
  return { director, second };
}

test.describe('the overview', () => {
  test('adds up all portals, each number with its source and its age, and follows what happens', async ({
    workplace,
  }) => {
    const { director, second } = await openBoth(workplace);
    const page = await openDashboard(workplace, 'overview');
    await expectNeeds(page, FULL);
    await expect(total(page, 'dialogs').locator('.tile-value')).toHaveText('8');
    await expect(total(page, 'dialogs')).toContainText(overview.fullPortals(1));
    await expect(total(page, 'requests').locator('.tile-value')).toHaveText('0');
    await expect(total(page, 'grants').locator('.tile-value')).toHaveText('0');
    for (const name of ['dialogs', 'requests', 'grants'] as const) {
      await expect(total(page, name)).toContainText(`${overview.source[name]}. ${overview.readOf(2, 2)}`);
      await expect(total(page, name)).toContainText(overview.oldest(''));
    }
    supportAsks(director);
    await expect(total(page, 'requests').locator('.tile-value')).toHaveText('1', { timeout: 15_000 });
    await expectNeeds(page, words.text.access.request(words.text.access.length(21, false)), FULL);
    second.closeDialog({ dialogId: 'chat901' });
    await expect(total(page, 'dialogs').locator('.tile-value')).toHaveText('7');
    await expect(total(page, 'dialogs')).toContainText(overview.noneFull);
    const table = page.getByRole('table', { name: overview.portals });
    await expect(table.getByRole('row').filter({ hasText: RU.host })).toContainText(overview.pending(1));
    await expect(table.getByRole('row').filter({ hasText: EN.host })).toContainText('4/5');
  });

  test('never says zero for what could not be read', async ({ workplace }) => {
    stage(workplace, RU, { user: { role: 'employee' } });
    await workplace.open('/stream/');
    await keyOf(workplace, RU.host);
    const page = await openDashboard(workplace, 'overview');
    await expect(total(page, 'dialogs').locator('.tile-value')).toHaveText('?');
    await expect(total(page, 'dialogs')).toContainText(overview.notReadWhy);
    await expect(total(page, 'dialogs')).toContainText(overview.readOf(0, 1));
  });

  test('leads from a row to the dialogs of that portal, and back', async ({ workplace }) => {
    await openBoth(workplace);
    const page = await openDashboard(workplace, 'overview');
    await page.getByRole('table', { name: overview.portals }).getByRole('row').filter({ hasText: EN.host }).click();
    await expect(heading(page)).toHaveText(rail.section.dialogs);
    await expect(page.locator('.portal-choice select')).toHaveValue(await keyOf(workplace, EN.host));
    await page.goBack();
    await expect(heading(page)).toHaveText(rail.section.overview);
  });
});

test('an address leads to its very place, and one that makes no sense to the overview', async ({ workplace }) => {
  await openBoth(workplace);
  const key = await keyOf(workplace, RU.host);
  const dialog = await openDashboard(workplace, 'dialogs', `${key}/902`);
  await expect(dialog.getByRole('complementary', { name: /Question 902/ })).toBeVisible();
  const record = await openDashboard(workplace, 'access', `${key}/new`);
  await expect(record.getByRole('complementary', { name: words.dashboard.register.form.title })).toBeVisible();
  const portal = await openDashboard(workplace, 'portals', workplace.portal.origins.second);
  await expect(pane(portal, EN.host)).toBeVisible();
  const nothing = await openDashboard(workplace, 'nonsense', '<b>');
  await expect(heading(nothing)).toHaveText(rail.section.overview);
  // A place that is gone says so instead of showing another one.
  const gone = await openDashboard(workplace, 'dialogs', `${key}/77`);
  await expect(gone.getByText(words.dashboard.dialogs.gone)).toBeVisible();
});

test('the page of portals lists them with their state, and opens one by a press', async ({ workplace }) => {
  await openBoth(workplace);
  const page = await openDashboard(workplace, 'portals');
  await expect(portalRow(page, RU.host)).toContainText(words.dashboard.portals.state.works);
  await portalRow(page, RU.host).click();
  await expect(pane(page, RU.host)).toBeVisible();
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe('#portals/https://demo.bitrix24.ru');
  await page.keyboard.press('Escape');
  await expect(pane(page, RU.host)).toHaveCount(0);
});

test('a journal of 20,000 entries is drawn in part, scrolled to its end, and saved whole', async ({ workplace }) => {
  const COUNT = 20_000;
  await expectChip(await workplace.open('/stream/'), '3/5');
  const key = await keyOf(workplace, RU.host);
  const before = await workplace.say<unknown[]>({ type: 'journal.wanted', key, from: 0, until: Date.now() + DAY });
  await writeJournal(workplace, key, COUNT, Date.now() - 3_600_000);
  const page = await openDashboard(workplace, 'journal', key);
  const table = page.getByRole('table', { name: rail.section.journal });
  await expect(page.getByText(journal.count(COUNT + before.length), { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await table.locator('tbody tr').count()).toBeLessThan(200);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(table.locator('tbody tr').last()).toContainText('Название 0');
  expect(await table.locator('tbody tr').count()).toBeLessThan(200);
  const { text } = await savedFile(page, page.getByRole('button', { name: file.json }));
  expect(JSON.parse(text)).toHaveLength(COUNT + before.length);
});

test('every table is saved as CSV and as JSON', async ({ workplace }) => {
  test.setTimeout(150_000);
  const { page: chatapp } = await openRead(workplace, RU);
  const key = await keyOf(workplace, RU.host);
  await enter(workplace, RU, {
    ...{ kind: 'vendor', state: 'granted', requestedAt: Date.now() - DAY, startsAt: Date.now() - DAY, days: 21 },
    ...{ ticket: '4711', chatId: null, reason: 'Разбор', answerer: '' },
  });
  workplace.director().openDialog({ title: 'Новый' });
  await chatapp.close();
  for (const section of ['overview', 'dialogs', 'access', 'chatapp', 'report', 'journal', 'privacy'] as const) {
    const page = await openDashboard(workplace, section, section === 'overview' ? '' : key);
    await heading(page).waitFor();
    const csv = await savedFile(page, page.getByRole('button', { name: file.csv }).first());
    expect(csv.name, section).toMatch(/^latchdesk-.+\.csv$/);
    expect(csv.text.trim().split('\n').length, `lines of ${section}`).toBeGreaterThan(1);
    const json = await savedFile(page, page.getByRole('button', { name: file.json }).first());
    expect(Object.keys(JSON.parse(json.text)).length, `entries of ${section}`).toBeGreaterThan(0);
    await page.close();
  }
});

test('without any portal every section says what to do first', async ({ workplace }) => {
  const page = await openDashboard(workplace, 'overview');
  const empty: Partial<Record<Section, string>> = {
    overview: overview.none.title,
    portals: words.dashboard.portals.none.title,
    // A rule may be there before the portal it is about.
    rules: rulesLocaleFor('ru').messages.list.none.title,
    settings: words.dashboard.allPortals.noPortal,
    health: words.dashboard.health.noPortal.title,
    privacy: words.dashboard.privacy.calls.none.title,
    start: start.foundNone,
  };
  for (const section of SECTIONS) {
    await page.goto(workplace.ownAddress(`dashboard.html#${section}`));
    await expect(page.getByText(empty[section] ?? start.none.title).first(), section).toBeVisible();
  }
  await page.goto(workplace.ownAddress('dashboard.html#dialogs'));
  await page.getByRole('link', { name: start.begin }).click();
  await expect(heading(page)).toHaveText(rail.section.start);
});

test.describe('the first steps', () => {
  test.use({ keepsFirstSteps: true });

  test('open once, find the portal that is opened, and are done with a press', async ({ workplace }) => {
    const page = await pageAt(workplace.context, /dashboard\.html#start$/);
    await expect(page.getByText(start.foundNone)).toBeVisible();
    await expectChip(await workplace.open('/stream/'), '3/5');
    await page.bringToFront();
    await expect(page.getByRole('list', { name: start.found })).toContainText(start.readPortal('3/5'));
    await page.getByRole('button', { name: start.done, exact: true }).click();
    await expect(heading(page)).toHaveText(rail.section.overview);
    await workplace.restart();
    await expectChip(await workplace.open('/stream/'), '3/5');
    expect(workplace.context.pages().filter((each) => each.url().includes('#start'))).toEqual([]);
    const again = await openDashboard(workplace, 'start');
    await expect(again.getByRole('button', { name: start.done, exact: true })).toBeVisible();
    await expect(again.getByRole('button', { name: start.skip })).toHaveCount(0);
  });

  test('are offered in the popup until they were put away', async ({ workplace }) => {
    const popup = await workplace.openPopup();
    const offer = popup.getByRole('button', { name: words.popup.firstSteps });
    await expect(offer).toBeVisible();
    const page = await pageAt(workplace.context, /dashboard\.html#start$/);
    await page.getByRole('button', { name: start.skip }).click();
    await expect(heading(page)).toHaveText(rail.section.overview);
    await popup.reload();
    await expect(popup.getByText(words.popup.emptyTitle)).toBeVisible();
    await expect(offer).toHaveCount(0);
  });
});

test('the language that was chosen holds on every surface at once', async ({ workplace }) => {
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '3/5');
  const panel = await openOwn(workplace, 'sidepanel.html');
  await expect(panel.locator('h1')).toHaveText(words.popup.title);
  const other = await openDashboard(workplace, 'overview');
  await expect(heading(other)).toHaveText(rail.section.overview);
  const page = await openDashboard(workplace, 'settings');
  await page.getByLabel(words.dashboard.allPortals.language.label).selectOption('en');
  await expect(heading(page)).toHaveText(english.dashboard.rail.section.settings);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(heading(other)).toHaveText(english.dashboard.rail.section.overview);
  await expect(panel.locator('h1')).toHaveText(english.popup.title);
  await expect.poll(() => chipText(demo)).not.toMatch(/[а-яё]/i);
  await openPanel(demo);
  await expect.poll(() => findSpoken(demo, 'button', english.text.panel.menu)).not.toBeNull();
  await expect.poll(async () => (await workplace.badge()).title).not.toMatch(/[а-яё]/i);
  await page.getByLabel(english.dashboard.allPortals.language.label).selectOption('');
  // On each portal its own again.
  await expect.poll(() => chipText(demo)).toMatch(/[а-яё]/i);
});

test('what is switched off is gone everywhere at once, and comes back', async ({ workplace }) => {
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '3/5');
  const panel = await openOwn(workplace, 'sidepanel.html');
  await expect(cardOf(panel, RU.host)).toContainText('3/5');
  await expect.poll(async () => (await workplace.badge()).text).toBe('3/5');
  const page = await openDashboard(workplace, 'settings');
  const { feature } = words.dashboard.allPortals;
  const turn = (name: keyof typeof feature, isOn: boolean) =>
    page.getByRole('checkbox', { name: feature[name].title }).setChecked(isOn);
  await turn('chip', false);
  await expect.poll(() => chipText(demo)).toBe('');
  await turn('badge', false);
  await expect.poll(async () => (await workplace.badge()).text).toBe('');
  await expect(cardOf(panel, RU.host)).toContainText('3/5');
  await turn('chip', true);
  await turn('badge', true);
  await expectChip(demo, '3/5');
  await expect.poll(async () => (await workplace.badge()).text).toBe('3/5');
});
