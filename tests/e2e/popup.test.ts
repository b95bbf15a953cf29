/** Popup, palette and side panel over several portals: what needs a person, and the way there. */
import type { Page } from '@playwright/test';
import { expectLookedAt, messageOnPage, ask as supportAsks } from './access.ts';
import { EN, expectCard, openDialogs, RU, stage } from './cards.ts';
import { employeesOf, nameOf, openRead } from './chatapp.ts';
import { expect, expectChip, readings, test, type Workplace } from './fixture.ts';
import {
  cardOf,
  expectNeeds,
  find,
  found,
  frontOf,
  keyOf,
  needLines,
  openOwn,
  openPalette,
  ownWords,
  pageAt,
  palette,
  paletteField,
  pressNeed,
  workAlways,
} from './own-pages.ts';
import { openDashboard } from './portals-page.ts';
import { beginInNote, walkOn } from './reinstalling.ts';
import { inMemory } from './stored.ts';

test.describe.configure({ timeout: 90_000 });

const words = ownWords('ru');
const english = ownWords('en');
const FULL = words.text.slots.full(5);
const REQUEST = words.text.access.request(words.text.access.length(21, false));
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

/** One portal on which support asks for access, another one that is full. */
async function openBoth(workplace: Workplace): Promise<{ messageId: number; demo: Page; second: Page }> {
  stage(workplace, EN, { dialogs: openDialogs(5) });
  const director = stage(workplace, RU, { dialogs: openDialogs(3) });
  const demo = await workplace.open('/stream/');
  const second = await workplace.open('/stream/', 'second');
  await expectChip(demo, '3/5');
  await expectChip(second, '5/5');
  await expectLookedAt(workplace, RU);
  const messageId = supportAsks(director);
  return { messageId, demo, second };
}

test.describe('what needs a person', () => {
  test('comes from all portals in one list, the most urgent first, with its reason and its portal', async ({
    workplace,
  }) => {
    const director = stage(workplace, RU, {
      dialogs: [{ id: 901, title: 'Отчёты пусты', status: 'open', unread: 1, date: ago(26) }],
    });
    stage(workplace, EN, { dialogs: openDialogs(5) });
    await expectChip(await workplace.open('/stream/'), '1/5');
    await workAlways(workplace, RU.host);
    await expectLookedAt(workplace, RU);
    await beginInNote(walkOn(workplace, EN, 'new', workplace.director('second')));
    const popup = await workplace.openPopup();
    await expectNeeds(popup, FULL, words.inbox.reinstall.checked, words.inbox.waitingHours('Отчёты пусты', 26));
    supportAsks(director);
    await expectNeeds(
      popup,
      REQUEST,
      FULL,
      words.inbox.reinstall.checked,
      words.inbox.waitingHours('Отчёты пусты', 26),
    );
    await expect(needLines(popup).nth(0)).toContainText(RU.host);
    await expect(needLines(popup).nth(1)).toContainText(EN.host);
    const cards = popup.getByRole('article');
    await expect(cards.nth(0)).toHaveAttribute('aria-label', RU.host);
    await expect(cards.nth(1)).toHaveAttribute('aria-label', EN.host);
  });

  test('each line leads where something is done about it', async ({ workplace }) => {
    const { messageId, demo, second } = await openBoth(workplace);
    const popup = await openOwn(workplace, 'sidepanel.html');
    await pressNeed(popup, REQUEST);
    await expect(messageOnPage(demo, messageId)).toBeVisible();
    await pressNeed(popup, FULL);
    await expectCard(second, english.text.slots.full(5));
  });

  test('an answer that waits leads to its dialog, a reinstall to its guide', async ({ workplace }) => {
    stage(workplace, RU, { dialogs: [{ id: 901, title: 'Отчёты пусты', status: 'open', unread: 1, date: ago(26) }] });
    const walk = walkOn(workplace, EN, 'new', stage(workplace, EN));
    const demo = await workplace.open('/stream/');
    await expectChip(demo, '1/5');
    await workAlways(workplace, RU.host);
    await beginInNote(walk);
    const panel = await openOwn(workplace, 'sidepanel.html');
    await pressNeed(panel, words.inbox.waitingHours('Отчёты пусты', 26));
    await expect(demo.locator('.bx-im-chat-header__info')).toContainText('Отчёты пусты');
    await pressNeed(panel, words.inbox.reinstall.checked);
    const key = await keyOf(workplace, EN.host);
    await pageAt(workplace.context, new RegExp(`dashboard\\.html#chatapp/${key.replace('|', '\\|')}/reinstall$`));
  });

  test('rests until nine tomorrow, but for a new request, and comes back when asked', async ({ workplace }) => {
    stage(workplace, EN, { dialogs: openDialogs(5) });
    const director = stage(workplace, RU, { dialogs: openDialogs(3) });
    await expectChip(await workplace.open('/stream/'), '3/5');
    await expectChip(await workplace.open('/stream/', 'second'), '5/5');
    await expectLookedAt(workplace, RU);
    const popup = await workplace.openPopup();
    await expectNeeds(popup, FULL);
    await popup.getByRole('button', { name: words.inbox.rest }).click();
    await expect(popup.getByText(words.inbox.nothing)).toBeVisible();
    const { rest } = await frontOf(workplace);
    const until = new Date(rest?.until ?? 0);
    expect([until.getHours(), until.getMinutes()]).toEqual([9, 0]);
    expect(until.getDate()).toBe(new Date(Date.now() + 24 * HOUR).getDate());
    await expect(popup.getByText(words.inbox.resting(1, words.text.clock(until.getTime(), Date.now())))).toBeVisible();
    supportAsks(director);
    await expectNeeds(popup, REQUEST);
    await workplace.killWorker();
    await popup.reload();
    await expectNeeds(popup, REQUEST);
    await popup.getByRole('button', { name: words.inbox.wake }).click();
    await expectNeeds(popup, REQUEST, FULL);
  });
});

test.describe('the popup', () => {
  test('shows what was kept at once when the background does not answer, and says so', async ({ workplace }) => {
    const { messageId } = await openBoth(workplace);
    const before = await workplace.openPopup();
    await expectNeeds(before, REQUEST, FULL);
    await expect.poll(() => inMemory(before)).toContain(`:${messageId}"`);
    await before.close();
    await workplace.killWorker();
    const popup = await workplace.context.newPage();
    await popup.addInitScript(() => {
      type Api = {
        runtime: { sendMessage(): Promise<unknown> };
        storage: { onChanged: { addListener(): void } };
      };
      // In Firefox they are two.
      const { chrome, browser } = globalThis as unknown as Partial<Record<'chrome' | 'browser', Api>>;
      for (const { runtime, storage } of [chrome, browser].filter((api) => api !== undefined)) {
        runtime.sendMessage = () => new Promise(() => undefined);
        // Pages of the portal may wake it, and what it then keeps is newer.
        storage.onChanged.addListener = () => undefined;
      }
    });
    await popup.goto(workplace.ownAddress('popup.html'));
    await expectNeeds(popup, REQUEST, FULL);
    await expect(popup.locator('.popup-head')).toContainText(/Данные на .*, обновляем/);
  });

  test('is live again after the background was killed under it', async ({ workplace }) => {
    const { demo } = await openBoth(workplace);
    const popup = await workplace.openPopup();
    await expectNeeds(popup, REQUEST, FULL);
    await workplace.killWorker();
    workplace.director().openDialog({ title: 'Четвёртый' });
    await expectChip(demo, '4/5');
    await expect(cardOf(popup, RU.host)).toContainText('4/5');
  });
});

test.describe('a portal’s quick actions', () => {
  test('ask for a new dialog under guard, and open the main chat', async ({ workplace }) => {
    stage(workplace, EN, { dialogs: openDialogs(5) });
    const second = await workplace.open('/stream/', 'second');
    await expectChip(second, '5/5');
    const panel = await openOwn(workplace, 'sidepanel.html');
    await panel.getByRole('button', { name: words.popup.newDialogNamed(EN.host) }).click();
    await expectCard(second, english.text.slots.full(5));
    await panel.getByRole('button', { name: words.popup.mainChat.named(EN.host) }).click();
    await expect(second.locator('.bx-im-chat-header__info')).toBeVisible();
  });

  test('record an access, read again, and copy what support asks for', async ({ workplace }) => {
    await expectChip(await workplace.open('/stream/'), '3/5');
    const key = await keyOf(workplace, RU.host);
    const panel = await openOwn(workplace, 'sidepanel.html');
    await workplace.pauseOver();
    workplace.director().clearCalls();
    await panel.getByRole('button', { name: words.popup.readAgainNamed(RU.host) }).click();
    await expect.poll(() => readings(workplace.director()).length).toBeGreaterThan(0);
    await panel.getByRole('button', { name: words.popup.moreActions.named(RU.host) }).click();
    await panel.getByRole('button', { name: words.popup.copyFacts.named(RU.host) }).click();
    await expect(panel.getByText(words.popup.factsCopied)).toBeVisible();
    await openPalette(panel);
    await panel.keyboard.press('Control+v');
    await expect(paletteField(panel)).toHaveValue(/https:\/\/demo\.bitrix24\.ru/);
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: words.popup.enterAccessNamed(RU.host) }).click();
    const form = await pageAt(workplace.context, new RegExp(`dashboard\\.html#access/${key.replace('|', '\\|')}/new$`));
    await expect(form.getByRole('complementary', { name: words.dashboard.register.form.title })).toBeVisible();
  });

  test('find a dialog of that portal only', async ({ workplace }) => {
    stage(workplace, RU, { dialogs: [{ id: 901, title: 'Отчёты пусты', status: 'open' }] });
    stage(workplace, EN, { dialogs: [{ id: 801, title: 'Reports stay empty', status: 'open' }] });
    const demo = await workplace.open('/stream/');
    await expectChip(demo, '1/5');
    await expectChip(await workplace.open('/stream/', 'second'), '1/5');
    const panel = await openOwn(workplace, 'sidepanel.html');
    await panel.getByRole('button', { name: words.popup.moreActions.named(RU.host) }).click();
    await panel.getByRole('button', { name: words.popup.findDialog.named(RU.host) }).click();
    await expect.poll(() => found(panel)).toEqual(['Отчёты пусты']);
    await panel.keyboard.press('Enter');
    await expect(demo.locator('.bx-im-chat-header__info')).toContainText('Отчёты пусты');
  });
});

test.describe('the palette', () => {
  test('finds a portal and a dialog by keyboard alone', async ({ workplace }) => {
    stage(workplace, RU, { dialogs: [{ id: 901, title: 'Отчёты пусты', status: 'open' }] });
    const demo = await workplace.open('/stream/');
    await expectChip(demo, '1/5');
    const second = await workplace.open('/stream/', 'second');
    await expectChip(second, '3/5');
    const panel = await openOwn(workplace, 'sidepanel.html');
    await expect(panel.getByRole('article')).toHaveCount(2);
    await openPalette(panel);
    await find(panel, 'second', EN.host);
    await panel.keyboard.press('Enter');
    await expect(palette(panel)).toHaveCount(0);
    await expect.poll(() => second.evaluate(() => document.visibilityState)).toBe('visible');
    await panel.bringToFront();
    await openPalette(panel);
    await find(panel, 'отчеты', 'Отчёты пусты');
    await panel.keyboard.press('Enter');
    await expect(demo.locator('.bx-im-chat-header__info')).toContainText('Отчёты пусты');
  });

  test('finds an employee of a portal that was read, and explains', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU);
    await page.close();
    const seller = employeesOf(director).at(-1)?.id ?? 0;
    const panel = await openOwn(workplace, 'sidepanel.html');
    await expect(panel.getByRole('article')).toHaveCount(1);
    await openPalette(panel);
    await find(panel, nameOf(director, seller), nameOf(director, seller));
    await panel.keyboard.press('Enter');
    const dashboard = await pageAt(workplace.context, new RegExp(`/explain:e${seller}$`));
    await expect(dashboard.locator('.explanation')).toContainText(nameOf(director, seller));
    // The same explanation from the portal's card, for whoever is chosen there.
    await panel.getByRole('button', { name: words.popup.moreActions.named(RU.host) }).click();
    await panel.getByRole('button', { name: words.popup.explain.named(RU.host) }).click();
    await pageAt(workplace.context, /dashboard\.html#chatapp\/.+\/explain$/);
  });

  for (const language of ['ru', 'en'] as const)
    test(`finds an action by its words in either language, and shows it in its own (${language})`, async ({
      workplace,
    }) => {
      const own = ownWords(language);
      const demo = await workplace.open('/stream/');
      await expectChip(demo, '3/5');
      await workplace.say({ type: 'preferences.changed', changes: { language } });
      const panel = await openOwn(workplace, 'sidepanel.html');
      await expect(panel.getByRole('article')).toHaveCount(1);
      await openPalette(panel);
      for (const typed of [words, english].map(({ palette: { action } }) => action.newDialog.title))
        await find(panel, typed, own.palette.action.newDialog.title);
      for (const typed of [words, english].map(({ palette: { section } }) => section.privacy.title))
        await find(panel, typed, own.palette.section.privacy.title);
      await panel.keyboard.press('Enter');
      const dashboard = await pageAt(workplace.context, /dashboard\.html#privacy$/);
      await expect(dashboard.locator('h1')).toHaveText(own.dashboard.rail.section.privacy);
    });

  test('opens over the dashboard as well, and goes there in the same tab', async ({ workplace }) => {
    await expectChip(await workplace.open('/stream/'), '3/5');
    const dashboard = await openDashboard(workplace, 'overview');
    await expect(dashboard.getByRole('table')).toBeVisible();
    await openPalette(dashboard);
    await find(dashboard, words.palette.section.journal.title, words.palette.section.journal.title);
    await dashboard.keyboard.press('Enter');
    await expect(dashboard.locator('h1')).toHaveText(words.dashboard.rail.section.journal);
    await openPalette(dashboard);
    await dashboard.keyboard.press('Escape');
    await expect(palette(dashboard)).toHaveCount(0);
  });

  test('says that nothing was found', async ({ workplace }) => {
    await expectChip(await workplace.open('/stream/'), '3/5');
    const popup = await workplace.openPopup();
    await expect(popup.getByRole('article')).toHaveCount(1);
    await openPalette(popup);
    await popup.keyboard.type('щщщщ');
    await expect(popup.getByText(words.palette.none('щщщщ'))).toBeVisible();
  });
});

test.describe('the side panel', () => {
  test('shows the same, stays, and follows what happens', async ({ workplace }) => {
    stage(workplace, EN, { dialogs: openDialogs(4) });
    const director = stage(workplace, RU, { dialogs: openDialogs(3) });
    await expectChip(await workplace.open('/stream/'), '3/5');
    await expectChip(await workplace.open('/stream/', 'second'), '4/5');
    await expectLookedAt(workplace, RU);
    const panel = await openOwn(workplace, 'sidepanel.html', { width: 420, height: 900 });
    await expect(panel.getByText(words.inbox.nothing)).toBeVisible();
    workplace.director('second').openDialog({ title: 'Fifth' });
    await expectNeeds(panel, FULL);
    supportAsks(director);
    await expectNeeds(panel, REQUEST, FULL);
    workplace.director('second').closeDialog({ dialogId: 'chat901' });
    await expectNeeds(panel, REQUEST);
    await pressNeed(panel, REQUEST);
    await expectNeeds(panel, REQUEST);
    expect(panel.isClosed()).toBe(false);
  });
});
