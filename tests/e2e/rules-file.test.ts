/** Rules as a file and the places they may send to, in the dashboard. */
import type { Page } from '@playwright/test';
import { expect, test as plain } from './fixture.ts';
import { savedFile } from './own-pages.ts';
import { ADDRESS, addDestination, PATH_SECRET, RECEIVER_NAME, test } from './receiving.ts';
import { layReady, openRules, part, ruleCard, ruleOf, rulesOf, ruleWords } from './rule-pages.ts';
import { rowsNaming } from './stored.ts';

test.describe.configure({ timeout: 90_000 });

const words = ruleWords('ru');
const { transfer, destination, problem } = words.runs;
const { load, save } = transfer;
const OWN = ruleOf();
const OTHER = ruleOf({ id: 'rule-2', name: 'Другое' });

const loading = (page: Page) => part(page, load.heading);

const choose = (page: Page, contents: string): Promise<void> =>
  page.getByLabel(load.choose).setInputFiles({
    ...{ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(contents) },
  });

const fileOf = (rules: readonly object[], rest: object = {}): string =>
  JSON.stringify({ format: 'latchdesk-rules', schema: 1, rules, destinations: [], ...rest });

plain.describe('a file of rules', () => {
  plain('is saved and taken back: what is new, changed and the same is shown first', async ({ workplace }) => {
    await layReady(workplace, OWN, 'on');
    await layReady(workplace, OTHER, 'on');
    const page = await openRules(workplace);
    const { text, name } = await savedFile(
      page,
      part(page, save.heading).getByRole('button', { name: save.button, exact: true }),
    );
    expect(name).toMatch(/\.json$/);
    expect(JSON.parse(text)).toMatchObject({ format: 'latchdesk-rules', rules: [{ id: OWN.id }, { id: OTHER.id }] });
    await workplace.say({ type: 'rule.removed', id: OTHER.id });
    const taken = [...JSON.parse(text).rules, ruleOf({ id: 'rule-3', name: 'Третье' })];
    await choose(page, fileOf([{ ...taken[0], name: 'Отметка иначе' }, taken[1], taken[2]]));
    await expect(loading(page).getByRole('checkbox')).toHaveCount(3);
    const line = (rule: string) => loading(page).locator('.import-rule').filter({ hasText: rule });
    await expect(line('Отметка иначе')).toContainText(load.kind.changed);
    await expect(line('Отметка иначе').getByRole('row').nth(1)).toContainText(`${OWN.name}Отметка иначе`);
    await expect(line(OTHER.name)).toContainText(load.kind.new);
    expect((await rulesOf(workplace)).cards.map(({ rule }) => rule.name)).toEqual([OWN.name]);
    await line('Третье').getByRole('checkbox').uncheck();
    await loading(page)
      .getByRole('button', { name: load.take(2), exact: true })
      .click();
    await expect(loading(page)).toContainText(load.taken(2));
    await expect(ruleCard(page, 'Отметка иначе')).toContainText(words.rules.list.state.dry);
    const { cards } = await rulesOf(workplace);
    expect(cards.map(({ rule, state }) => [rule.id, state])).toEqual([
      [OTHER.id, 'dry'],
      [OWN.id, 'dry'],
    ]);
    await choose(page, fileOf(cards.map(({ rule }) => rule)));
    await expect(line(OTHER.name)).toContainText(load.kind.same);
    await expect(line(OTHER.name).getByRole('checkbox')).toBeDisabled();
    await expect(loading(page).getByRole('button', { name: load.take(0), exact: true })).toHaveCount(0);
  });

  plain('that is broken, of something else or hostile changes nothing and is shown as text', async ({ workplace }) => {
    await layReady(workplace, OWN);
    const page = await openRules(workplace);
    for (const [contents, why] of [
      ['', 'notJson'],
      [fileOf([OWN]).slice(0, -3), 'notJson'],
      [JSON.stringify({ format: 'other', schema: 1 }), 'notARule'],
      [fileOf([OTHER], { schema: 99 }), 'newerSchema'],
    ] as const) {
      await choose(page, contents);
      await expect(loading(page), why).toContainText(problem[why].what);
      await expect(loading(page).getByRole('checkbox'), why).toHaveCount(0);
    }
    const markup = '<img src=x onerror="document.title=\'hacked\'">';
    const wild = { ...OTHER, id: 'rule-4', actions: [{ kind: 'run', code: 'alert(1)' }] };
    const hostile = fileOf([{ ...OTHER, name: markup }, wild]).replace(
      '"rules"',
      '"__proto__":{"isOn":true},"constructor":{"prototype":{"polluted":1}},"rules"',
    );
    await choose(page, hostile);
    await expect(loading(page).getByRole('checkbox')).toHaveCount(1);
    await expect(loading(page)).toContainText('<img src=x');
    await expect(loading(page)).toContainText(load.problems(1));
    await loading(page)
      .getByRole('button', { name: load.take(1), exact: true })
      .click();
    await expect(loading(page)).toContainText(load.taken(1));
    await expect(ruleCard(page, markup)).toBeVisible();
    expect(await page.title()).not.toBe('hacked');
    expect(await page.locator('main img').count()).toBe(0);
    expect((await rulesOf(workplace)).cards.map(({ rule, state }) => [rule.id, state]).sort()).toEqual([
      [OWN.id, 'dry'],
      [OTHER.id, 'dry'],
    ]);
  });

  plain('is not taken when a rule here has changed since it was shown', async ({ workplace }) => {
    await layReady(workplace, OWN);
    const page = await openRules(workplace);
    await choose(page, fileOf([{ ...OWN, name: 'Из файла' }]));
    await expect(loading(page).getByRole('button', { name: load.take(1), exact: true })).toBeVisible();
    await layReady(workplace, { ...OWN, name: 'Здесь' });
    await loading(page)
      .getByRole('button', { name: load.take(1), exact: true })
      .click();
    await expect(loading(page)).toContainText(load.changedMeanwhile);
    expect((await rulesOf(workplace)).cards.map(({ rule }) => rule.name)).toEqual(['Здесь']);
  });
});

plain(
  'addresses that may not be called are refused in words, and nothing that was typed is lost',
  async ({ workplace }) => {
    const page = await openRules(workplace);
    await page.getByRole('button', { name: destination.add, exact: true }).click();
    const form = page.getByRole('form', { name: destination.form.new });
    const address = form.getByLabel(destination.form.address, { exact: true });
    await address.fill('https://hooks.example/x');
    await page.keyboard.press('Enter');
    await expect(form).toContainText(destination.refusal.noName.what);
    await form.getByLabel(destination.form.name, { exact: true }).fill('Сервер');
    for (const [typed, why] of [
      ['не адрес', 'notAnAddress'],
      ['http://hooks.example/x', 'notHttps'],
      ['https://me:secret@hooks.example/x', 'hasUser'],
      ['https://127.0.0.1/x', 'loopback'],
      ['https://localhost/x', 'loopback'],
      ['https://192.168.0.1/x', 'private'],
      ['https://0x7f000001/x', 'loopback'],
      ['https://[::1]/x', 'loopback'],
    ] as const) {
      await address.fill(typed);
      await page.keyboard.press('Enter');
      await expect(form, typed).toContainText(destination.refusal[why].what);
      await expect(address, typed).toBeFocused();
      await expect(address, typed).toHaveValue(typed);
    }
    await form.getByLabel(destination.form.kind, { exact: true }).selectOption('portal');
    await address.fill('https://demo.bitrix24.ru/online/');
    await page.keyboard.press('Enter');
    await expect(form).toContainText(destination.refusal.notIncomingWebhook.what);
    expect((await rulesOf(workplace)).destinations).toEqual([]);
  },
);

test('a destination is set up, agreed to, tried and removed; its secrets are shown once and kept in one place', async ({
  workplace,
  receiver,
}) => {
  const page = await openRules(workplace);
  const key = await addDestination(page, workplace, words);
  expect(key).toMatch(/^whsec_/);
  const card = page.locator('.destination').filter({ hasText: RECEIVER_NAME });
  await expect(card).toContainText('hooks.example');
  const button = (name: string) => card.getByRole('button', { name: destination.of(name, RECEIVER_NAME), exact: true });
  await button(destination.test.webhook).click();
  await expect(card).toContainText(destination.tested.done.webhook(words.runs.trace.status(200)));
  expect(receiver.deliveries).toHaveLength(1);
  await page.reload();
  await expect(card).toContainText(destination.hasKey);
  const shown = await page.locator('body').innerText();
  expect(shown).not.toContain(PATH_SECRET);
  expect(shown).not.toContain(key);
  expect(await rowsNaming(page, PATH_SECRET)).toEqual(['secrets']);
  expect(await rowsNaming(page, key)).toEqual(['secrets']);
  await button(destination.remove).click();
  await card.getByRole('button', { name: destination.removing.confirm, exact: true }).click();
  await expect(page.getByText(destination.removing.done(RECEIVER_NAME), { exact: true })).toBeVisible();
  expect((await rulesOf(workplace)).destinations).toEqual([]);
  expect(await rowsNaming(page, ADDRESS)).toEqual([]);
  expect(await rowsNaming(page, key)).toEqual([]);
});
