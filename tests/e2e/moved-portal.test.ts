/** A portal that was renamed: its records go over to the new address, and nothing of the old one is left. */
import type { Page } from '@playwright/test';
import { type DemoPortal, startPortal } from '../../demo/portal.ts';
import { MOVED_PARTS } from '../../domain/portals/moved.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { closeEngines } from './engine.ts';
import { allText, test as base, chipText, expect, expectChip, openPanel, type Workplace } from './fixture.ts';
import { keyOf } from './own-pages.ts';
import { openDetails, pane, portalRow, portalsWords } from './portals-page.ts';
import { inMemory, rowsNaming, storedRows } from './stored.ts';

const OLD = 'old-works.bitrix24.ru';
const NEW = 'new-works.bitrix24.ru';
const words = portalsWords.move;
const ALIAS = 'Почта отдела продаж';
const NOTE = 'Просили логи сервера третьего мая';
const QUESTION = 'Почему письма приходят дважды?';
const REASON = 'Разбирают почту';
const DAY = 86_400_000;
/** The same chats at both addresses: it is one portal. */
const DIALOGS = [5_001, 5_002].map((id) => ({ id, title: `Вопрос ${id}`, status: 'open' as const }));

const test = base.extend<object, { portal: DemoPortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const portal = await startPortal({ hosts: [OLD, NEW] });
      await use(portal);
      await closeEngines();
      await portal.close();
    },
    { scope: 'worker' },
  ],
});

/** A page of one of the two addresses, with its chip. */
async function openAt(workplace: Workplace, host: string, slots: string): Promise<Page> {
  const page = await workplace.context.newPage();
  await page.goto(`https://${host}/stream/`);
  await expectChip(page, slots);
  return page;
}

/** What people have written at the old address: a name, a note, a parked question, an access, a setting. */
async function writeAt(workplace: Workplace, key: string): Promise<void> {
  const draft = { id: crypto.randomUUID(), kind: 'parked', title: '', text: QUESTION, dialogId: null };
  const access = { id: crypto.randomUUID(), kind: 'vendor', state: 'granted', days: 21, ticket: '', chatId: null };
  const requestedAt = Date.now() - DAY;
  await workplace.say({
    type: 'note.changed',
    key,
    chatId: await chatOf(workplace, key),
    changes: { alias: ALIAS, text: NOTE },
  });
  await workplace.say({ type: 'draft.kept', key, draft });
  await workplace.say({
    ...{ type: 'access.entered', key },
    record: { ...access, requestedAt, startsAt: requestedAt, reason: REASON, answerer: '' },
  });
  await workplace.say({ type: 'settings.changed', key, changes: { waitingHours: 11 } });
}

async function chatOf(workplace: Workplace, key: string): Promise<number | undefined> {
  const view = (await workplace.views()).find((each) => each.key === key);
  return view?.dialogs.find(({ dialogId }) => dialogId === 'chat5001')?.chatId;
}

test.beforeEach(({ workplace }) => {
  for (const host of [OLD, NEW]) {
    workplace.portal.director(host).reset({ dialogs: DIALOGS, user: { language: 'ru' } });
  }
});

/** The details of the old address with the question open and the new one chosen, by keyboard alone. */
async function chooseByKeyboard(workplace: Workplace): Promise<Page> {
  const dashboard = await openDetails(workplace, `https://${OLD}`);
  await pane(dashboard, OLD).getByRole('button', { name: words.begin }).focus();
  await dashboard.keyboard.press('Enter');
  const field = pane(dashboard, OLD).getByRole('combobox', { name: words.to });
  await expect(field).toBeFocused();
  await dashboard.keyboard.type(NEW);
  await expect(pane(dashboard, OLD).getByText(words.confirmHeading(OLD, NEW))).toBeVisible();
  return dashboard;
}

test('a portal that was renamed goes on at its new address, by keyboard alone', async ({ workplace }) => {
  const old = await openAt(workplace, OLD, '2/5');
  const oldKey = await keyOf(workplace, OLD);
  await writeAt(workplace, oldKey);
  await old.close();
  const page = await openAt(workplace, NEW, '2/5');
  const key = await keyOf(workplace, NEW);

  const dashboard = await chooseByKeyboard(workplace);
  const details = pane(dashboard, OLD);
  for (const [part, count] of [
    ['notes', 1],
    ['drafts', 1],
    ['access', 1],
    ['settings', 1],
  ] as const)
    await expect(details.getByText(words.part[part](count), { exact: true })).toBeVisible();
  await expect(details.getByText(words.noUndo)).toBeVisible();
  expect(await rowsNaming(dashboard, OLD)).not.toEqual([]);
  await dashboard.keyboard.press('Tab');
  await expect(details.getByRole('button', { name: words.cancel })).toBeFocused();
  await dashboard.keyboard.press('Tab');
  await expect(details.getByRole('button', { name: words.confirm })).toHaveAttribute('aria-disabled', 'false');
  await dashboard.keyboard.press('Enter');

  await expect(dashboard.getByText(words.done(OLD, NEW))).toBeVisible();
  await expect(dashboard.getByText(words.nothingLeft)).toBeVisible();
  await expect(portalRow(dashboard, OLD)).toHaveCount(0);
  await expect(pane(dashboard, NEW)).toBeVisible();
  expect(await rowsNaming(dashboard, OLD)).toEqual([]);
  // What popups begin with is written a moment later.
  await expect.poll(() => inMemory(dashboard)).not.toContain(OLD);

  await openPanel(page);
  await expect.poll(() => allText(page)).toContain(ALIAS);
  await expect.poll(() => allText(page)).toMatch(/Доступ открыт: ещё \d+/);
  const shown = { access: accessLocaleFor('ru').messages.state.vendor.granted, drafts: QUESTION, dialogs: ALIAS };
  for (const [section, text] of Object.entries(shown)) {
    const own = await workplace.context.newPage();
    await own.goto(workplace.ownAddress(`dashboard.html#${section}/${encodeURIComponent(key)}`));
    await expect(own.getByRole('main')).toContainText(text);
    await own.close();
  }
  await expect.poll(() => workplace.say({ type: 'settings.wanted', key })).toMatchObject({ waitingHours: 11 });
  const rows = await storedRows(dashboard);
  for (const text of [ALIAS, NOTE, QUESTION, REASON])
    expect(
      rows.some((row) => row.includes(text)),
      text,
    ).toBe(true);
  // A restart finds it so as well.
  await workplace.restart();
  await expectChip(await openAt(workplace, NEW, '2/5'), '2/5');
  expect((await workplace.views()).map(({ host }) => host)).toEqual([NEW]);
});

test('where both addresses have a note, no word of either is lost', async ({ workplace }) => {
  const old = await openAt(workplace, OLD, '2/5');
  await writeAt(workplace, await keyOf(workplace, OLD));
  await old.close();
  await openAt(workplace, NEW, '2/5');
  const key = await keyOf(workplace, NEW);
  const chatId = await chatOf(workplace, key);
  await workplace.say({ type: 'note.changed', key, chatId, changes: { alias: 'Почта', text: 'Ждём ответа' } });
  const dashboard = await chooseByKeyboard(workplace);
  await expect(pane(dashboard, OLD).getByText(words.bothKept(1))).toBeVisible();
  const confirm = pane(dashboard, OLD).getByRole('button', { name: words.confirm });
  await expect(confirm).toHaveAttribute('aria-disabled', 'false');
  await confirm.click();
  await expect(dashboard.getByText(words.nothingLeft)).toBeVisible();
  const { note } = await workplace.say<{ note: { alias: string; text: string } }>({
    type: 'details.wanted',
    key,
    chatId,
  });
  expect(note).toMatchObject({ alias: 'Почта', text: `Ждём ответа\n\n${ALIAS}\n${NOTE}` });
});

test('a page that is still open at the old address loses its chip, and read-only moves nothing', async ({
  workplace,
}) => {
  const old = await openAt(workplace, OLD, '2/5');
  await openAt(workplace, NEW, '2/5');
  const [from, to] = [OLD, NEW].map((host) => `https://${host}`);
  await workplace.say({ type: 'preferences.changed', changes: { isReadOnly: true } });
  expect(await workplace.say({ type: 'portal.moved', from, to })).toEqual({ refused: 'readOnly' });
  const dashboard = await openDetails(workplace, `https://${OLD}`);
  await expect(pane(dashboard, OLD).getByRole('button', { name: words.begin })).toBeDisabled();
  await workplace.say({ type: 'preferences.changed', changes: { isReadOnly: false } });
  const outcome = await workplace.say<{ moved: { parts: object } }>({ type: 'portal.moved', from, to });
  expect(Object.keys(outcome.moved.parts).sort()).toEqual([...MOVED_PARTS].sort());
  await expect.poll(() => chipText(old)).toBe('');
});
