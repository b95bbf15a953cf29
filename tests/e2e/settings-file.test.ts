/** Settings as a file, and in two dashboards at once: what is refused, what comes back, what nobody loses. */
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LARGEST_BYTES, type Refusal } from '../../domain/settings-file/file.ts';
import { registerOf } from './access.ts';
import { openDialogs, RU, stage } from './cards.ts';
import { expect, expectChip, isFirefox, test, type Workplace } from './fixture.ts';
import { cardOf, frontOf, keyOf, openOwn, ownWords, savedFile } from './own-pages.ts';
import { openDashboard } from './portals-page.ts';
import { enter, settingsOf } from './register.ts';

test.describe.configure({ timeout: 90_000 });

const words = ownWords('ru');
const { load, save, feature, language } = words.dashboard.allPortals;
const DAY = 86_400_000;

/** The part of the section that takes a file. */
const loading = (page: Page) => page.getByRole('region', { name: load.title });

const fileOf = (contents: string) => ({
  name: 'settings.json',
  mimeType: 'application/json',
  buffer: Buffer.from(contents),
});

/** The box of what holds for all portals; a card of one portal may have the same name below. */
const featureBox = (page: Page, name: keyof typeof feature) =>
  page.getByRole('checkbox', { name: `${feature[name].title} ${feature[name].text}`, exact: true });

const choose = (page: Page, contents: string): Promise<void> =>
  page.getByLabel(load.choose).setInputFiles(fileOf(contents));

const ours = (contents: object): string => JSON.stringify({ format: 'latchdesk.settings', schema: 1, ...contents });

/** A portal that was read, and the section about settings beside it. */
async function openSettings(workplace: Workplace): Promise<{ key: string; page: Page }> {
  stage(workplace, RU, { dialogs: openDialogs(3) });
  await expectChip(await workplace.open('/stream/'), '3/5');
  const key = await keyOf(workplace, RU.host);
  const page = await openDashboard(workplace, 'settings', key);
  await expect(loading(page)).toBeVisible();
  return { key, page };
}

test.describe('a file is refused in words, and changes nothing:', () => {
  const refused: [string, string, Refusal][] = [
    ['an empty one', '', 'empty'],
    ['a broken one', ours({ preferences: { language: 'en' } }).slice(0, -3), 'notJson'],
    ['one of something else', JSON.stringify({ format: 'other', schema: 1 }), 'notOurs'],
    ['one of a newer version', ours({ schema: 99, preferences: { language: 'en' } }), 'newerVersion'],
    ['one that is nested without an end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'tooDeep'],
  ];
  test('empty, broken, of something else, newer, nested, and huge', async ({ workplace }, testInfo) => {
    const { page } = await openSettings(workplace);
    const before = await frontOf(workplace);
    for (const [name, contents, why] of refused) {
      await choose(page, contents);
      await expect(loading(page).getByText(load.refusal[why].title, { exact: true }), name).toBeVisible();
      await expect(loading(page), name).toContainText(load.refusal[why].text);
      await expect(page.getByRole('button', { name: load.take }), name).toHaveCount(0);
    }
    const huge = testInfo.outputPath('huge.json');
    await writeFile(huge, ours({ portals: [], more: 'x'.repeat(LARGEST_BYTES) }));
    await page.getByLabel(load.choose).setInputFiles(huge);
    await expect(loading(page)).toContainText(load.refusal.tooLarge.text);
    const after = await frontOf(workplace);
    expect(after.preferences).toEqual(before.preferences);
    expect(after.known).toEqual(before.known);
  });
});

test('a hostile file is shown as text, takes what is sound, and says what it left', async ({ workplace }) => {
  const { key, page } = await openSettings(workplace);
  const markup = '<img src=x onerror="document.title=\'hacked\'">';
  const portals = [
    {
      address: workplace.portal.origins.demo,
      settings: { waitingHours: 7, idleDays: markup },
      look: { label: markup, colour: 'green' },
    },
    { address: 'javascript:alert(1)', settings: { waitingHours: 1 } },
  ];
  const text = ours({ portals, preferences: { isReadOnly: 'yes' } }).replace(
    '"portals"',
    '"__proto__":{"isManaged":true},"constructor":{"prototype":{"polluted":1}},"portals"',
  );
  await choose(page, text);
  await expect(page.getByRole('button', { name: load.take })).toBeVisible();
  await expect(loading(page)).toContainText('<img src=x');
  await expect(loading(page).getByText(/^Не понято и пропущено/)).toBeVisible();
  await page.getByRole('button', { name: load.take }).click();
  await expect(loading(page)).toContainText(/^.*Взято: /);
  expect(await settingsOf(workplace, RU)).toMatchObject({ waitingHours: 7, idleDays: 3 });
  const panel = await openOwn(workplace, 'sidepanel.html');
  await expect(panel.locator(`[data-portal="${key}"]`)).toContainText('<img src=x');
  expect(await page.title()).not.toBe('hacked');
  expect(await panel.title()).not.toBe('hacked');
  expect(await page.locator('main img').count()).toBe(0);
  expect((await frontOf(workplace)).preferences.isReadOnly).toBe(false);
});

test('saved, everything wiped, and taken again: settings, names and register are back', async ({ workplace }) => {
  const { key, page } = await openSettings(workplace);
  await workplace.say({ type: 'settings.changed', key, changes: { waitingHours: 8 } });
  const note = { alias: 'Отчёты', tags: ['CRM'], text: 'Спросить в понедельник' };
  await workplace.say({ type: 'note.changed', key, chatId: 901, changes: note });
  await workplace.say({ type: 'portal.changed', origin: workplace.portal.origins.demo, changes: { label: 'Завод' } });
  const record = {
    kind: 'vendor',
    state: 'granted',
    requestedAt: Date.now() - DAY,
    startsAt: Date.now() - DAY,
    days: 21,
  };
  await enter(workplace, RU, { ...record, ticket: '4711', chatId: null, reason: 'Разбор', answerer: '' });
  await featureBox(page, 'hint').uncheck();
  await expect.poll(async () => (await frontOf(workplace)).preferences.featuresOff).toContain('hint');
  const { path, text } = await savedFile(page, page.getByRole('button', { name: save.button, exact: true }));
  expect(text).toContain('Отчёты');
  for (const portal of workplace.context.pages().filter((each) => each.url().startsWith('https:')))
    await portal.close();

  expect(await workplace.say({ type: 'all.wiped' })).toMatchObject({ left: [] });
  expect((await frontOf(workplace)).portals).toEqual([]);

  await page.reload();
  await page.getByLabel(load.choose).setInputFiles(path);
  await page.getByRole('button', { name: load.take }).click();
  await expect(loading(page)).toContainText('Взято: ');
  await expectChip(await workplace.open('/stream/'), '3/5');
  expect(await settingsOf(workplace, RU)).toMatchObject({ waitingHours: 8 });
  expect((await registerOf(workplace, RU)).map(({ kind, state }) => [kind, state])).toEqual([['vendor', 'granted']]);
  expect((await frontOf(workplace)).preferences.featuresOff).toContain('hint');
  const details = await workplace.say({ type: 'details.wanted', key, chatId: 901 });
  expect(details).toMatchObject({ note });
  const panel = await openOwn(workplace, 'sidepanel.html');
  await expect(cardOf(panel, `Завод, ${RU.host}`)).toBeVisible();
});

test('what is shown before taking is what is taken: a change in between stops it', async ({ workplace }) => {
  const { key, page } = await openSettings(workplace);
  await choose(page, ours({ portals: [{ address: workplace.portal.origins.demo, settings: { waitingHours: 7 } }] }));
  await expect(page.getByRole('button', { name: load.take })).toBeVisible();
  await workplace.say({ type: 'settings.changed', key, changes: { waitingHours: 12 } });
  await page.getByRole('button', { name: load.take }).click();
  await expect(loading(page)).toContainText(load.changed);
  expect(await settingsOf(workplace, RU)).toMatchObject({ waitingHours: 12 });
});

test.describe('two dashboards', () => {
  test('that both switch something off lose neither, and show each other’s at once', async ({ workplace }) => {
    const { key, page: one } = await openSettings(workplace);
    const other = await openDashboard(workplace, 'settings', key);
    await featureBox(one, 'hint').uncheck();
    await expect(featureBox(other, 'hint')).not.toBeChecked();
    await featureBox(other, 'rename').uncheck();
    await expect(featureBox(one, 'rename')).not.toBeChecked();
    await featureBox(one, 'hint').check();
    await expect(featureBox(other, 'hint')).toBeChecked();
    await expect(featureBox(other, 'rename')).not.toBeChecked();
    await expect
      .poll(async () => (await frontOf(workplace)).preferences.featuresOff)
      .toEqual(expect.arrayContaining(['rename', 'portalEdge']));
    expect((await frontOf(workplace)).preferences.featuresOff).not.toContain('hint');
  });

  test('keep what is being typed in one while the other changes the language', async ({ workplace }) => {
    const { key, page: one } = await openSettings(workplace);
    const other = await openDashboard(workplace, 'settings', key);
    const english = ownWords('en').dashboard;
    const hours = one.getByLabel(words.dashboard.settings.waitingHours, { exact: true });
    await hours.fill('1');
    await other.getByLabel(language.label).selectOption('en');
    await expect(one.locator('h1')).toHaveText(english.rail.section.settings);
    const translated = one.getByLabel(english.settings.waitingHours, { exact: true });
    // In Firefox each page is a window of its own, and only the one in front has the focus.
    if (isFirefox) await one.bringToFront();
    await expect(translated).toBeFocused();
    await expect(translated).toHaveValue('1');
    await one.keyboard.type('7');
    await one.keyboard.press('Tab');
    await expect.poll(() => settingsOf(workplace, RU)).toMatchObject({ waitingHours: 17 });
  });
});
