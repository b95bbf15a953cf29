/** What is kept and called, and the ways to take it away; the read-only switch; health and what is told of it. */
import type { Page } from '@playwright/test';
import type { Call } from '../../domain/calls/calls.ts';
import type { DialogDetails } from '../../domain/view.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { viewOf } from './access.ts';
import { EN, expectHint, RU, type Tongue } from './cards.ts';
import { clickSpoken, expect, expectChip, findSpoken, test, type Workplace } from './fixture.ts';
import { creations, expectCard, FULL, newDialogButton, openDialogs, openWithList, textIn, typeIn } from './guarding.ts';
import { givenHosts, OWN_ADDRESS, portalScriptsIn } from './hosts.ts';
import {
  appOf,
  cleans,
  expectGuard,
  GENERATIONS,
  marketWords,
  openConfirmed,
  stageMarket,
  tickedWindow,
  uninstallButton,
} from './market.ts';
import { addOwnPortal, openDashboard } from './portals-page.ts';
import { inMemory, rowsNaming, storedRows } from './stored.ts';

const words = dashboardLocaleFor('ru').messages;
const { privacy, health } = words;
const cards = cardLocaleFor('ru').messages;

const ALIAS = 'Имя, которое дал я';

/** A page of the portal with its chip, and something that a person has written down. */
async function settle(workplace: Workplace, tongue: Tongue, slots = '3/5'): Promise<{ page: Page; key: string }> {
  const page = await workplace.open('/stream/', tongue.place);
  await expectChip(page, slots);
  const { key, dialogs } = await viewOf(workplace, tongue);
  const chatId = dialogs.find(({ isMain }) => !isMain)?.chatId;
  await workplace.say({ type: 'note.changed', key, chatId, changes: { alias: `${ALIAS} ${tongue.host}` } });
  return { page, key };
}

test.describe('the list of calls', () => {
  test('shows what was asked, and neither list nor storage holds a token or a message', async ({ workplace }) => {
    const director = workplace.director();
    const secret = 'Никому не показывайте эту фразу';
    director.reset({
      dialogs: [
        { id: 901, title: 'Почта', status: 'open', messages: [{ from: 'support', text: `${secret} 1` }], unread: 1 },
        { id: 902, title: 'Склад', status: 'open' },
      ],
    });
    const page = await workplace.open('/online/?IM_DIALOG=chat901');
    await expectChip(page, '2/5');
    director.reply({ dialogId: 'chat902', text: `${secret} 2` });
    await page.locator('textarea.bx-im-textarea__element').fill(`${secret} 3`);
    const { key } = await viewOf(workplace, RU);
    await expect.poll(async () => JSON.stringify(await viewOf(workplace, RU))).toContain('"unread":1');
    await workplace.say({ type: 'reading.wanted', key });
    const token = await page.evaluate(() =>
      (window as unknown as { BX: { bitrix_sessid(): string } }).BX.bitrix_sessid(),
    );
    expect(token).toMatch(/^[\da-f]{32}$/);

    // The portal's own page asks without a batch.
    const ours = () => director.calls().filter(({ kind, method }) => kind === 'rest' && method === 'batch').length;
    const told = () => workplace.say<Call[]>({ type: 'calls.wanted' });
    await expect.poll(async () => (await told()).length - ours(), { message: 'each request is listed' }).toBe(0);
    for (const call of await told())
      expect(Object.keys(call).sort()).toEqual(['action', 'at', 'ms', 'number', 'outcome', 'portal']);

    const dashboard = await openDashboard(workplace, 'privacy', key);
    const table = dashboard.getByRole('table', { name: privacy.calls.heading });
    // Only rows in sight are drawn.
    await table.scrollIntoViewIfNeeded();
    await expect(table.getByRole('row').nth(1)).toContainText(RU.host);
    await expect(table).toContainText('imbot.Network.Chat.');
    await expect(table).toContainText(privacy.calls.outcome.answered);
    // Rows are written in batches.
    await expect.poll(async () => (await storedRows(dashboard)).some((row) => row.startsWith('calls '))).toBe(true);
    const everything = [
      ...(await storedRows(dashboard)),
      await inMemory(dashboard),
      await dashboard.locator('body').innerText(),
    ].join('\n');
    expect(everything).toContain('Почта');
    for (const hidden of [token, secret]) expect(everything.includes(hidden), hidden).toBe(false);
  });
});

test.describe('wiping', () => {
  test('takes one portal away with everything, proves it, and leaves the other', async ({ workplace }) => {
    await (await settle(workplace, RU)).page.close();
    const { page } = await settle(workplace, EN);
    await page.close();
    const dashboard = await openDashboard(workplace, 'privacy');
    expect(await rowsNaming(dashboard, ALIAS)).toEqual(['notes', 'notes']);
    const form = dashboard.getByRole('region', { name: privacy.wipe.one.title });
    await form.getByLabel(privacy.wipe.choose).selectOption(workplace.portal.origins.second);
    await form.getByRole('button', { name: privacy.wipe.begin }).click();
    const confirm = form.getByRole('button', { name: privacy.wipe.confirm(EN.host) });
    await form.getByRole('textbox').fill('demo.bitrix24.ru');
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await form.getByRole('textbox').fill(EN.host);
    await confirm.click();
    await expect(dashboard.getByText(privacy.wipe.done.one(EN.host))).toBeVisible();
    await expect(dashboard.getByText(privacy.wipe.proven)).toBeVisible();
    expect(await rowsNaming(dashboard, EN.host)).toEqual([]);
    // What popups begin with is written a moment later.
    await expect.poll(() => inMemory(dashboard)).not.toContain(EN.host);
    expect(await rowsNaming(dashboard, ALIAS)).toEqual(['notes']);
    expect((await viewOf(workplace, RU)).slots.used).toBe(3);
  });

  test('takes everything away, and no permission and no script of an added portal stays', async ({ workplace }) => {
    workplace.director('own').reset();
    const added = await addOwnPortal(workplace);
    const { page } = await settle(workplace, RU);
    const own = await workplace.open('/intranet/stream/', 'own');
    await expectChip(own, '3/5');
    await own.close();
    await page.close();
    await added.close();
    const dashboard = await openDashboard(workplace, 'privacy');
    expect((await storedRows(dashboard)).length).toBeGreaterThan(5);
    const form = dashboard.getByRole('region', { name: privacy.wipe.all.title });
    await form.getByRole('button', { name: privacy.wipe.beginAll }).click();
    const confirm = form.getByRole('button', { name: privacy.wipe.confirmAll });
    await confirm.click({ force: true });
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await form.getByRole('textbox').fill(privacy.wipe.word);
    await confirm.click();
    await expect(dashboard.getByText(privacy.wipe.done.all)).toBeVisible();
    await expect(dashboard.getByText(privacy.wipe.proven)).toBeVisible();
    expect(await storedRows(dashboard)).toEqual([]);
    for (const name of [RU.host, new URL(OWN_ADDRESS).host, ALIAS])
      await expect.poll(() => inMemory(dashboard), name).not.toContain(name);
    expect(await givenHosts(dashboard)).toEqual([]);
    expect(await portalScriptsIn(dashboard)).toEqual([]);
    // It works on as if it had just been installed.
    await expectChip(await workplace.open(), '3/5');
  });
});

/** Moves the switch on the page about privacy; answers that page. */
async function makeReadOnly(workplace: Workplace): Promise<Page> {
  const dashboard = await openDashboard(workplace, 'privacy');
  const box = dashboard.getByRole('checkbox', { name: privacy.readOnly.label });
  await box.click();
  await expect(box).toBeChecked();
  await expect(dashboard.getByText(words.frame.readOnly.user)).toBeVisible();
  return dashboard;
}

test.describe('read-only', () => {
  test('keeps a note as it is, and says why its fields cannot be used', async ({ workplace }) => {
    const { key } = await settle(workplace, RU);
    await makeReadOnly(workplace);
    const { dialogs } = await viewOf(workplace, RU);
    const named = dialogs.find(({ alias }) => alias !== '');
    const dashboard = await openDashboard(workplace, 'dialogs', `${key}/${named?.chatId}`);
    const alias = dashboard.getByLabel(cards.dialog.alias, { exact: true });
    await expect(alias).toHaveValue(`${ALIAS} ${RU.host}`);
    await expect(alias).not.toBeEditable();
    await expect(dashboard.getByText(words.frame.readOnly.user)).toBeVisible();
    // Nor does a page of before change it.
    const note = { type: 'note.changed', key, chatId: named?.chatId, changes: { alias: 'Другое' } };
    expect(await workplace.say(note)).toEqual({ refused: 'readOnly' });
    const details = await workplace.say<DialogDetails>({ type: 'details.wanted', key, chatId: named?.chatId });
    expect(details.note.alias).toBe(`${ALIAS} ${RU.host}`);
    // What is seen on the portal is noted all the same.
    workplace.director().openDialog({ title: 'Новый' });
    await expect.poll(async () => (await viewOf(workplace, RU)).slots.used).toBe(4);
  });

  test('refuses what a card wants and says so, and the way back to the portal stays', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await expectChip(page, '5/5');
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    await clickSpoken(page, 'button', new RegExp(`^${cards.guard.ways.park.title}`));
    const { key } = await viewOf(workplace, RU);
    await makeReadOnly(workplace);
    await page.bringToFront();
    await expectHint(page, cards.hint.readOnly);
    const parked = async () => (await viewOf(workplace, RU)).drafts.filter(({ state }) => state !== 'written');
    await typeIn(page, cards.park.text, 'Вопрос, который остаётся в карточке');
    await clickSpoken(page, 'button', cards.park.park);
    await workplace.fence();
    expect(await parked()).toEqual([]);
    expect(await textIn(page, cards.park.text)).toBe('Вопрос, который остаётся в карточке');
    await expectHint(page, cards.hint.readOnly);
    expect(await workplace.say({ type: 'guard.told', key, event: { type: 'proceeded' } })).toEqual({
      refused: 'readOnly',
    });
    expect(creations(director)).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await findSpoken(page, 'dialog', FULL)) === null).toBe(true);
  });

  for (const generation of GENERATIONS) {
    test(`still guards the uninstallation of an application on ${generation} pages`, async ({ workplace }) => {
      const director = stageMarket(workplace, RU, generation);
      await (await openConfirmed(workplace, RU, generation)).close();
      await makeReadOnly(workplace);
      const page = await openConfirmed(workplace, RU, generation);
      const window = await tickedWindow(page, generation, marketWords(RU), appOf(director));
      await uninstallButton(window).click();
      await expectGuard(page, marketWords(RU).ours.guard.title.chatApp);
      expect(cleans(director)).toEqual([]);
      expect(appOf(director).isActive).toBe(true);
    });
  }
});

test.describe('health', () => {
  const { sources, selfTest, diagnostics } = health;

  test('a source that breaks says since when and with which error, and is well again afterwards', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const { key } = await settle(workplace, RU);
    const dashboard = await openDashboard(workplace, 'health', key);
    const row = dashboard.getByRole('row').filter({ hasText: sources.source.list.name });
    await expect(row).toContainText(sources.state.ok);
    director.fault({ kind: '500', match: 'imbot.Network.Chat.list' });
    await workplace.say({ type: 'reading.wanted', key });
    await expect
      .poll(async () => {
        await dashboard.getByRole('button', { name: health.lookAgain }).click();
        return row.innerText();
      })
      .toContain(sources.state.broken);
    await expect(row).toContainText(/началось .+, \d+ сбо/);
    await expect(row).toContainText(sources.failure.serverError.what);
    await expect(row).toContainText(sources.failure.serverError.next);
    await expect(dashboard.getByText(health.brokenNamed(sources.source.list.name))).toBeVisible();

    director.clearFaults();
    await workplace.say({ type: 'reading.wanted', key });
    await expect
      .poll(async () => {
        await dashboard.getByRole('button', { name: health.lookAgain }).click();
        return row.innerText();
      })
      .toContain(sources.state.ok);
    await expect(row).not.toContainText(sources.failure.serverError.next);
  });

  test('the self-test tries each reader, changes nothing, and names what did not pass', async ({ workplace }) => {
    test.slow();
    const director = workplace.director();
    const { key } = await settle(workplace, RU);
    director.clearCalls();
    const dashboard = await openDashboard(workplace, 'health', key);
    await dashboard.getByRole('button', { name: selfTest.begin }).click();
    await expect(dashboard.getByText(selfTest.passed.title)).toBeVisible({ timeout: 60_000 });
    const step = (name: string) => dashboard.locator('.self-test-step').filter({ hasText: name });
    for (const id of ['database', 'tab', 'page', 'events', 'list', 'access', 'eventLog'] as const)
      await expect(step(selfTest.step[id].does), id).toContainText(selfTest.result.passed);
    expect(director.calls().filter(({ refreshedActivity }) => refreshedActivity)).toEqual([]);
    expect(director.unknownCalls()).toEqual([]);

    director.fault({ kind: 'wrongShape', match: 'imbot.Network.Chat.list' });
    await dashboard.getByRole('button', { name: selfTest.again }).click();
    await expect(dashboard.getByText(selfTest.failed(1), { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(step(selfTest.step.list.does)).toContainText(selfTest.result.failed);
  });

  test('the text for whoever helps is shown before it is copied, and names no portal and nobody', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ user: { name: 'Ирина Орлова' } });
    await settle(workplace, RU);
    const { key } = await settle(workplace, EN);
    director.fault({ kind: '500', match: 'imbot.Network.Chat.list' });
    await workplace.say({ type: 'reading.wanted', key: (await viewOf(workplace, RU)).key });
    const dashboard = await openDashboard(workplace, 'health', key);
    const text = dashboard.getByLabel(diagnostics.label, { exact: true });
    await expect
      .poll(async () => {
        await dashboard.getByRole('button', { name: diagnostics.prepare }).click();
        return text.inputValue();
      })
      .toMatch(/list: broken, .*serverError/);
    const told = await text.inputValue();
    expect(told).toMatch(/^Latchdesk \d/);
    expect(told.match(/^Portal /gm)).toHaveLength(2);
    const titles = [...director.state().dialogs, ...workplace.director('second').state().dialogs];
    const names = ['demo.', 'second.', 'https', 'Орлова', 'Ирина', ALIAS, ...titles.map(({ title }) => title)];
    for (const name of names.filter(Boolean)) expect(told.includes(name), name).toBe(false);
    await expect(dashboard.getByRole('button', { name: diagnostics.copy })).toBeEnabled();
  });
});
