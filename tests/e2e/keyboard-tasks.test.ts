/** The main tasks from beginning to end without a mouse. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectLookedAt, messageOnPage, ask as supportAsks } from './access.ts';
import { openDialogs, RU, stage } from './cards.ts';
import { chipText, expect, expectChip, isFirefox, test, type Workplace } from './fixture.ts';
import { giveHost, OWN_ADDRESS } from './hosts.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { find, keyOf, needLines, openOwn, ownWords, pageAt } from './own-pages.ts';
import { pane, portalRow } from './portals-page.ts';

test.describe.configure({ timeout: 90_000 });

const words = ownWords('ru');
const english = ownWords('en');
const { rail, portals, allPortals } = words.dashboard;

/** A page of the extension with its heading on show. */
async function openOwnPage(workplace: Workplace, path: string): Promise<Page> {
  const page = await openOwn(workplace, path);
  await page.locator('h1').waitFor();
  return page;
}

/** Goes to a section by the rail. */
async function goToSection(page: Page, section: 'portals' | 'settings'): Promise<void> {
  await pressOn(page, page.getByRole('navigation').getByRole('link', { name: rail.section[section] }));
  await expect(page.locator('h1')).toHaveText(rail.section[section]);
}

test('from the popup to the first thing that needs somebody', async ({ workplace }) => {
  const director = stage(workplace, RU, { dialogs: openDialogs(5) });
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '5/5');
  await expectLookedAt(workplace, RU);
  const messageId = supportAsks(director);
  const popup = await openOwnPage(workplace, 'popup.html');
  const request = words.text.access.request(words.text.access.length(21, false));
  await expect(needLines(popup)).toHaveCount(2);
  await expect(needLines(popup).first()).toContainText(request, { timeout: 15_000 });
  await tabTo(popup, needLines(popup).first());
  await popup.keyboard.press('ArrowDown');
  await expect(needLines(popup).nth(1)).toBeFocused();
  await popup.keyboard.press('ArrowUp');
  await popup.keyboard.press('Enter');
  await expect(messageOnPage(demo, messageId)).toBeVisible();
});

test('from the palette to a dialog', async ({ workplace }) => {
  stage(workplace, RU, { dialogs: [...openDialogs(2), { id: 950, title: 'Отчёты пусты', status: 'close' }] });
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '2/5');
  const panel = await openOwnPage(workplace, 'sidepanel.html');
  await expect(panel.getByRole('article')).toHaveCount(1);
  await panel.keyboard.press('/');
  await find(panel, 'question', 'Question');
  const first = await panel.getByRole('option', { selected: true }).innerText();
  await panel.keyboard.press('ArrowDown');
  await expect(panel.getByRole('option', { selected: true })).not.toHaveText(first);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('/');
  await find(panel, 'отчеты', 'Отчёты пусты');
  await panel.keyboard.press('Enter');
  await expect(demo.locator('.bx-im-chat-header__info')).toContainText('Отчёты пусты');
});

test('a portal on its own address is added and opened', async ({ workplace }) => {
  await giveHost(workplace);
  const page = await openOwnPage(workplace, 'dashboard.html');
  await goToSection(page, 'portals');
  await tabTo(page, page.getByLabel(portals.add.address, { exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: portals.add.refusal.empty.what })).toBeVisible();
  await expect(page.getByLabel(portals.add.address, { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(OWN_ADDRESS);
  await pressOn(page, page.getByRole('button', { name: portals.add.submit }));
  await expect(page.getByText(portals.add.added(new URL(OWN_ADDRESS).host))).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: portals.add.open, exact: true }).first());
  await expectChip(await pageAt(workplace.context, /^https:\/\/portal\.example\/intranet\//), '3/5');
});

test('a portal is paused, and works again', async ({ workplace }) => {
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '3/5');
  const page = await openOwnPage(workplace, 'dashboard.html');
  await goToSection(page, 'portals');
  const row = portalRow(page, RU.host).getByRole('button');
  await pressOn(page, row);
  const box = pane(page, RU.host).getByRole('checkbox', { name: portals.pause });
  await pressOn(page, box, 'Space');
  await expect(box).toBeChecked();
  await expect.poll(() => chipText(demo)).toBe('');
  await page.keyboard.press('Space');
  await expect(box).not.toBeChecked();
  await expectChip(demo, '3/5');
  await page.keyboard.press('Escape');
  await expect(pane(page, RU.host)).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('the language is chosen', async ({ workplace }) => {
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '3/5');
  const page = await openOwnPage(workplace, 'dashboard.html');
  await goToSection(page, 'settings');
  await tabTo(page, page.getByLabel(allPortals.language.label));
  await page.keyboard.type('Eng');
  await expect(page.locator('h1')).toHaveText(english.dashboard.rail.section.settings);
  await expect(page.getByLabel(english.dashboard.allPortals.language.label)).toBeFocused();
  await expect.poll(() => chipText(demo)).not.toMatch(/[а-яё]/i);
});

/** Goes to the field for a file, opens the browser's own window with Enter and takes one there. */
async function chooseFile(page: Page, path: string): Promise<void> {
  const field = page.getByLabel(allPortals.load.choose);
  if (isFirefox) {
    // No test is told of that window there: all but the press is played. Another page has been in front meanwhile.
    await page.bringToFront();
    await tabTo(page, field);
    await field.setInputFiles(path);
    return;
  }
  const choosing = page.waitForEvent('filechooser');
  await pressOn(page, field);
  await (await choosing).setFiles(path);
}

test('settings are saved to a file, changed, and taken from it again', async ({ workplace }) => {
  await expectChip(await workplace.open('/stream/'), '3/5');
  const key = await keyOf(workplace, RU.host);
  const page = await openOwnPage(workplace, 'dashboard.html');
  await goToSection(page, 'settings');
  const downloading = page.waitForEvent('download');
  await pressOn(page, page.getByRole('button', { name: allPortals.save.button, exact: true }));
  const path = await (await downloading).path();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'latchdesk.settings' });
  await workplace.say({ type: 'settings.changed', key, changes: { waitingHours: 9 } });
  await chooseFile(page, path);
  await pressOn(page, page.getByRole('button', { name: allPortals.load.take }));
  await expect(page.getByText(allPortals.load.taken(1, 0, 0, 1))).toBeVisible();
  await expect(workplace.say({ type: 'settings.wanted', key })).resolves.toMatchObject({ waitingHours: 4 });
});
