/** Rules as a person makes, tries and follows them in the dashboard. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RuleRun, RunState } from '../../domain/rules/run.ts';
import type { TemplateId } from '../../domain/rules/templates.ts';
import { askFrom } from './chatapp.ts';
import { openRules, type RuleWords } from './rule-pages.ts';
import type { Workplace } from './workplace.ts';

const soon = (message: string) => ({ message, timeout: 15_000, intervals: [50, 100, 200] });

/** The section about rules with room for long tables, which draw only what is in sight. */
export async function openTallRules(workplace: Workplace, detail = ''): Promise<Page> {
  const page = await openRules(workplace, detail);
  await page.setViewportSize({ width: 1280, height: 2000 });
  return page;
}

const editorOn = (page: Page): Locator => page.locator('form.rule-editor');

/** A field of the rule's form by its path. */
const ruleField = (page: Page, path: string): Locator => page.locator(`[id="rule-field-${path}"]`);

/** Goes from the list of rules to the form of a ready one. */
async function takeTemplate(page: Page, { rules }: RuleWords, id: TemplateId): Promise<void> {
  await page.getByRole('button', { name: rules.list.create, exact: true }).click();
  const { name } = rules.template[id];
  await page.getByRole('button', { name: rules.list.of(rules.creating.take, name), exact: true }).click();
  await expect(ruleField(page, 'name')).toHaveValue(name);
}

/** Saves what stands in the form; the rule's id. It is only trying out then, and shows what it would have done. */
export async function saveRule(page: Page, { rules, runs }: RuleWords, name: string): Promise<string> {
  await editorOn(page).getByRole('button', { name: rules.editor.save, exact: true }).click();
  const shown = page.getByRole('article', { name, exact: true });
  await expect(shown).toContainText(rules.page.nextDry.title);
  await expect(shown).toContainText(rules.list.state.dry);
  const rehearsal = shown.getByRole('region', { name: runs.rehearsal.heading });
  await expect(rehearsal.getByRole('button', { name: runs.rehearsal.again })).toBeVisible();
  return new URL(page.url()).hash.split('/').at(-1) ?? '';
}

/** A rule just as its template has it, saved and rehearsed; its id. `destination`: the id of one that it sends to. */
export async function makeFromTemplate(
  page: Page,
  words: RuleWords,
  id: TemplateId,
  { destination }: { destination?: string } = {},
): Promise<string> {
  await takeTemplate(page, words, id);
  if (destination) await ruleField(page, 'actions.0.destination').selectOption(destination);
  return saveRule(page, words, words.rules.template[id].name);
}

/** Presses "Switch on" of the rule on show. */
export async function switchOn(page: Page, { rules }: RuleWords, name: string): Promise<void> {
  await page.getByRole('button', { name: rules.list.of(rules.list.switchOn, name), exact: true }).click();
  await expect(page.locator('.rules-told')).toHaveText(rules.deed.switchedOn);
  await expect(page.locator('.rule-summary')).toContainText(rules.list.state.on);
}

/** All runs of a rule, the newest first, asked from a page of the extension that is open anyway. */
export const runsOf = (page: Page, ruleId: string | null = null): Promise<RuleRun[]> =>
  askFrom(page, { type: 'runs.wanted', ruleId, before: null });

/** Waits until the runs of a rule, the newest first, are in exactly these states. */
export const expectRuns = (page: Page, ruleId: string, ...states: RunState[]): Promise<void> =>
  expect
    .poll(async () => (await runsOf(page, ruleId)).map(({ state }) => state), soon(`runs: ${states.join(', ')}`))
    .toEqual(states);

/** The lines of the table of runs on show. */
const traceRows = (page: Page, { runs }: RuleWords): Locator =>
  page.getByRole('table', { name: runs.trace.heading }).locator('tbody tr');

/** Waits until the runs on show, the newest first, say exactly these states; nothing is loaded anew for it. */
export const expectTrace = async (page: Page, words: RuleWords, ...states: RunState[]): Promise<void> => {
  const rows = traceRows(page, words);
  await expect(rows, 'the runs on show').toHaveCount(states.length, { timeout: 15_000 });
  for (const [index, state] of states.entries()) {
    await expect(rows.nth(index)).toContainText(words.runs.state[state].title, { timeout: 15_000 });
  }
};

/** Opens the newest run on show; its details. */
export async function openNewestRun(page: Page, words: RuleWords): Promise<Locator> {
  await traceRows(page, words).first().getByRole('button').first().click();
  const pane = page.locator('.run-pane');
  await expect(pane).toBeVisible();
  return pane;
}
