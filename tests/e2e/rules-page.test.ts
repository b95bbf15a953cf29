/** The form of a rule: by keyboard alone, its mistakes, its two views, what survives, and two windows at once. */
import type { Page } from '@playwright/test';
import { openDialogs, RU, stage } from './cards.ts';
import { expect, expectChip, test, type Workplace } from './fixture.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { keyOf } from './own-pages.ts';
import {
  layReady,
  openRules,
  part,
  ruleButton,
  ruleCard,
  ruleForm,
  ruleOf,
  rulesOf,
  ruleWords,
  runsOf,
  told,
} from './rule-pages.ts';

test.describe.configure({ timeout: 90_000 });

const words = ruleWords('ru');
const { editor, list, deed, creating } = words.rules;
const OWN = ruleOf();

/** A portal that was read, so that rules have something to be about. */
async function openPortal(workplace: Workplace): Promise<string> {
  stage(workplace, RU, { dialogs: openDialogs(3) });
  await expectChip(await workplace.open('/stream/'), '3/5');
  return keyOf(workplace, RU.host);
}

const labelled = (page: Page, label: string, index = 0) => page.getByLabel(label, { exact: true }).nth(index);

/** Types over what stands in a field, without a pointer. */
async function typeInto(page: Page, label: string, text: string, index = 0): Promise<void> {
  await tabTo(page, labelled(page, label, index));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Picks an option with the arrows. */
async function pickIn(page: Page, label: string, option: string): Promise<void> {
  const box = labelled(page, label);
  await tabTo(page, box);
  await page.keyboard.press('Home');
  for (const each of await box.locator('option').allInnerTexts()) {
    if (each === option) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(box.locator('option:checked')).toHaveText(option);
}

const json = (page: Page) => page.getByLabel(editor.jsonLabel, { exact: true });
const tab = (page: Page, name: 'form' | 'json') => page.getByRole('button', { name: editor[name], exact: true });

test('a rule is made, looked at and switched on by keyboard alone', async ({ workplace }) => {
  await openPortal(workplace);
  const page = await openRules(workplace);
  await expect(page.getByText(list.none.title, { exact: true })).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: list.create, exact: true }));
  await pressOn(page, page.getByRole('button', { name: list.of(creating.take, creating.own.title), exact: true }));
  await typeInto(page, editor.field.name, 'Закрытые обращения');
  await pickIn(page, editor.field.trigger, words.rules.triggerName['dialog.closed']);
  await pressOn(page, page.getByRole('button', { name: editor.addCondition, exact: true }));
  await typeInto(page, editor.field.value, 'Question');
  await pickIn(page, editor.field.kind, words.rules.actionName.journal);
  await typeInto(page, editor.field.text, 'Закрыто: {dialog.name}');
  await pressOn(page, page.getByRole('button', { name: editor.save, exact: true }));
  await expect(told(page)).toHaveText(deed.saved);
  await expect(ruleCard(page, 'Закрытые обращения')).toContainText(list.state.dry);
  await expect(part(page, words.runs.rehearsal.heading)).toContainText(words.runs.rehearsal.none.title);
  await pressOn(page, ruleButton(page, words, 'switchOn', 'Закрытые обращения'));
  await expect(told(page)).toHaveText(deed.switchedOn);
  const [card] = (await rulesOf(workplace)).cards;
  expect(card).toMatchObject({
    state: 'on',
    rule: {
      name: 'Закрытые обращения',
      version: 1,
      trigger: { kind: 'dialog.closed' },
      conditions: { list: [{ fact: 'dialog.name', is: 'equals', value: 'Question' }] },
      actions: [{ kind: 'journal', text: 'Закрыто: {dialog.name}' }],
    },
  });
});

test('what is wrong is said at its field, the first of them has the focus, and nothing is saved', async ({
  workplace,
}) => {
  const page = await openRules(workplace, 'new');
  await page.getByRole('button', { name: list.of(creating.take, creating.own.title), exact: true }).click();
  await labelled(page, editor.field.trigger).selectOption({ label: words.rules.triggerName['slots.reached'] });
  await labelled(page, editor.field.count).fill('много');
  await page.getByRole('button', { name: editor.save, exact: true }).click();
  const name = labelled(page, editor.field.name);
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAccessibleDescription(/./);
  await expect(labelled(page, editor.field.count)).toHaveAttribute('aria-invalid', 'true');
  await expect(labelled(page, editor.field.count)).toHaveAccessibleDescription(
    new RegExp(words.runs.problem.wrongType.what),
  );
  expect((await rulesOf(workplace)).cards).toEqual([]);
  // The list leads to its field, and a corrected field is no longer complained of.
  await page.getByRole('button', { name: editor.field.count, exact: true }).click();
  await expect(labelled(page, editor.field.count)).toBeFocused();
  await labelled(page, editor.field.count).fill('4');
  await expect(labelled(page, editor.field.count)).not.toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
});

test('form and JSON are two views of one rule, and a half-typed document loses nothing', async ({ workplace }) => {
  await layReady(workplace, OWN);
  const page = await openRules(workplace, OWN.id);
  await ruleButton(page, words, 'edit', OWN.name).click();
  const form = ruleForm(page, editor.title(OWN.name));
  await labelled(page, editor.field.name).fill('Иначе');
  await tab(page, 'json').click();
  expect(JSON.parse(await json(page).inputValue())).toMatchObject({ id: OWN.id, name: 'Иначе' });
  await json(page).fill(JSON.stringify({ ...OWN, name: 'Из текста', workingHours: 'only' }));
  await tab(page, 'form').click();
  await expect(labelled(page, editor.field.name)).toHaveValue('Из текста');
  await expect(labelled(page, editor.field.workingHours)).toHaveValue('only');
  await tab(page, 'json').click();
  await json(page).fill('{ "schema": 1, "name": ');
  await expect(form).toContainText(editor.jsonNotDrawn.title);
  await expect(tab(page, 'form')).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: editor.save, exact: true }).click();
  await expect(form).toContainText(words.runs.problem.notJson.what);
  await expect(json(page)).toHaveValue('{ "schema": 1, "name": ');
  expect((await rulesOf(workplace)).cards[0]?.rule.name).toBe(OWN.name);
});

test('what was typed is there again after a reload, and goes only after a question', async ({ workplace }) => {
  await layReady(workplace, OWN);
  const page = await openRules(workplace, OWN.id);
  await ruleButton(page, words, 'edit', OWN.name).click();
  await labelled(page, editor.field.name).fill('Наполовину');
  await page.reload();
  await expect(page.getByText(words.rules.page.goesOnEditing)).toBeVisible();
  await expect(labelled(page, editor.field.name)).toHaveValue('Наполовину');
  await page.getByRole('button', { name: editor.cancel, exact: true }).click();
  await expect(page.getByRole('button', { name: editor.goOn, exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(labelled(page, editor.field.name)).toHaveValue('Наполовину');
  await page.getByRole('button', { name: editor.cancel, exact: true }).click();
  await page.getByRole('button', { name: editor.discard, exact: true }).click();
  await expect(ruleButton(page, words, 'edit', OWN.name)).toBeVisible();
  await page.reload();
  await expect(ruleButton(page, words, 'edit', OWN.name)).toBeVisible();
  await expect(ruleForm(page, editor.title(OWN.name))).toHaveCount(0);
  expect((await rulesOf(workplace)).cards[0]?.rule).toMatchObject({ name: OWN.name, version: 1 });
});

test('a changed rule has the next version and only tries out again', async ({ workplace }) => {
  await layReady(workplace, OWN, 'on');
  const page = await openRules(workplace, OWN.id);
  await expect(ruleCard(page, OWN.name)).toContainText(list.stateMeans.on);
  await ruleButton(page, words, 'edit', OWN.name).click();
  await labelled(page, editor.field.text).fill('Проверено дважды');
  await page.getByRole('button', { name: editor.save, exact: true }).click();
  await expect(told(page)).toHaveText(deed.saved);
  await expect(ruleCard(page, OWN.name)).toContainText(list.stateMeans.dry);
  expect((await rulesOf(workplace)).cards).toMatchObject([
    { state: 'dry', rule: { version: 2, actions: [{ text: 'Проверено дважды' }] } },
  ]);
});

test('of two windows that edit one rule the second is told, and its text stays', async ({ workplace }) => {
  await layReady(workplace, OWN);
  const one = await openRules(workplace, OWN.id);
  await ruleButton(one, words, 'edit', OWN.name).click();
  await labelled(one, editor.field.name).fill('Из первого окна');
  const other = await openRules(workplace, OWN.id);
  await ruleButton(other, words, 'edit', OWN.name).click();
  await labelled(other, editor.field.name).fill('Из второго окна');
  await one.getByRole('button', { name: editor.save, exact: true }).click();
  await expect(ruleCard(one, 'Из первого окна')).toBeVisible();
  await other.bringToFront();
  await other.getByRole('button', { name: editor.save, exact: true }).click();
  await expect(other.getByText(editor.conflict)).toBeVisible();
  await expect(labelled(other, editor.field.name)).toHaveValue('Из второго окна');
  expect((await rulesOf(workplace)).cards).toMatchObject([{ rule: { name: 'Из первого окна', version: 2 } }]);
});

test('a rule is deleted only after a question, and what it did stays in sight', async ({ workplace }) => {
  const key = await openPortal(workplace);
  await layReady(workplace, OWN, 'on');
  await workplace.say({ type: 'rule.started', id: OWN.id, portal: key });
  const page = await openRules(workplace);
  await ruleButton(page, words, 'remove', OWN.name).click();
  await expect(page.getByRole('button', { name: list.cancel, exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ruleButton(page, words, 'remove', OWN.name)).toBeFocused();
  expect((await rulesOf(workplace)).cards).toHaveLength(1);
  await ruleButton(page, words, 'remove', OWN.name).click();
  await page.getByRole('button', { name: list.removeConfirm, exact: true }).click();
  await expect(told(page)).toHaveText(deed.removed);
  await expect(ruleCard(page, OWN.name)).toHaveCount(0);
  expect((await rulesOf(workplace)).cards).toEqual([]);
  expect(await runsOf(workplace)).toMatchObject([{ ruleId: OWN.id, state: 'done' }]);
});
