/** Rules as a person makes, tries and follows them in the dashboard. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RuleRun, RunState } from '../../domain/rules/run.ts';
import type { TemplateId } from '../../domain/rules/templates.ts';
import type { RulesMessages } from '../../domain/rules-text.ts';
import type { RunsMessages } from '../../domain/runs-text.ts';
import { rulesLocaleFor } from '../../locales/rules/catalogue.ts';
import { runsLocaleFor } from '../../locales/runs/catalogue.ts';
import type { Tongue } from './cards.ts';
import { askFrom } from './chatapp.ts';
import type { Workplace } from './workplace.ts';

/** The words around rules in one language. */
export interface RuleWords {
  rules: RulesMessages;
  runs: RunsMessages;
}

export const ruleWords = ({ language }: Pick<Tongue, 'language'>): RuleWords => ({
  rules: rulesLocaleFor(language).messages,
  runs: runsLocaleFor(language).messages,
});

const soon = (message: string) => ({ message, timeout: 15_000, intervals: [50, 100, 200] });

/** The dashboard's page of rules, or of what stands behind it in the address. */
export async function openRules(workplace: Workplace, detail = ''): Promise<Page> {
  const page = await workplace.context.newPage();
  // Long tables draw only what is in sight.
  await page.setViewportSize({ width: 1280, height: 2000 });
  await page.goto(workplace.ownAddress(`dashboard.html#rules${detail && `/${detail}`}`));
  await page.locator('.rules').waitFor();
  return page;
}

export const editorOn = (page: Page): Locator => page.locator('form.rule-editor');

/** A field of the rule's form by its path. */
export const ruleField = (page: Page, path: string): Locator => page.locator(`[id="rule-field-${path}"]`);

/** Goes from the list of rules to the form of a ready one. */
export async function takeTemplate(page: Page, { rules }: RuleWords, id: TemplateId): Promise<void> {
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

/** A rule just as its template has it, saved and rehearsed; its id. */
export async function makeFromTemplate(page: Page, words: RuleWords, id: TemplateId): Promise<string> {
  await takeTemplate(page, words, id);
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
export const traceRows = (page: Page, { runs }: RuleWords): Locator =>
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

// Notifications

export interface Shown {
  id: string;
  title: string;
  message: string;
}

/** Notes what the browser is asked to show from now on, until the background ends; it is shown all the same. */
export async function noteNotifications(workplace: Workplace): Promise<void> {
  const worker = await workplace.worker();
  await worker.evaluate(() => {
    const scope = globalThis as unknown as {
      shown?: Shown[];
      chrome: { notifications: { create: (id: string, options: Shown, ...rest: unknown[]) => unknown } };
    };
    if (scope.shown) return;
    const shown: Shown[] = [];
    scope.shown = shown;
    const { notifications } = scope.chrome;
    const create = notifications.create.bind(notifications);
    notifications.create = (id, options, ...rest) => {
      shown.push({ id, title: options.title, message: options.message });
      return create(id, options, ...rest);
    };
  });
}

/** What was shown since then because of a rule. */
export async function shownByRules(workplace: Workplace): Promise<Shown[]> {
  const worker = await workplace.worker();
  const shown = await worker.evaluate(() => (globalThis as unknown as { shown?: Shown[] }).shown ?? []);
  return shown.filter(({ id }) => id.startsWith('rule|'));
}
