/** The dashboard's section about rules as a person uses it, and rules that are laid ready for it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Action, Rule, RuleState } from '../../domain/rules/rule.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import type { RulesView, SavedRule } from '../../domain/rules/view.ts';
import type { RulesMessages } from '../../domain/rules-text.ts';
import type { RunsMessages } from '../../domain/runs-text.ts';
import { rulesLocaleFor } from '../../locales/rules/catalogue.ts';
import { runsLocaleFor } from '../../locales/runs/catalogue.ts';
import type { Language } from './own-pages.ts';
import { openDashboard } from './portals-page.ts';
import type { Workplace } from './workplace.ts';

export interface RuleWords {
  rules: RulesMessages;
  runs: RunsMessages;
}

export const ruleWords = (language: Language): RuleWords => ({
  rules: rulesLocaleFor(language).messages,
  runs: runsLocaleFor(language).messages,
});

const soon = (message: string) => ({ message, timeout: 15_000, intervals: [50, 100, 200] });

// Rules without the form

/** A rule that a person starts and that only writes into the journal; `changes` are laid over it. */
export const ruleOf = (changes: Partial<Rule> = {}): Rule => ({
  schema: 1,
  id: 'rule-1',
  name: 'Отметка в журнале',
  version: 1,
  portals: 'all',
  trigger: { kind: 'manual' },
  conditions: { match: 'all', list: [] },
  actions: [{ kind: 'journal', text: 'Проверено' }],
  cooldown: { minutes: 0, per: 'rule' },
  workingHours: 'any',
  mode: 'single',
  caps: { runsPerHour: 10 },
  ...changes,
});

/** A rule that does one thing when a person starts it. */
export const manualRule = (action: Action): Rule => ruleOf({ actions: [action] });

export const rulesOf = (workplace: Workplace): Promise<RulesView> => workplace.say({ type: 'rules.wanted' });

/** Saves a rule as the form does, and brings it into a state. */
export async function layReady(workplace: Workplace, rule: Rule, state: RuleState = 'dry'): Promise<void> {
  const known = (await rulesOf(workplace)).cards.find((card) => card.rule.id === rule.id);
  const version = known?.rule.version ?? null;
  const saved = await workplace.say<SavedRule>({ type: 'rule.saved', rule, version });
  expect(saved, JSON.stringify(saved)).toMatchObject({ kind: 'saved' });
  if (state !== 'dry') await workplace.say({ type: 'rule.switched', id: rule.id, state });
}

/** The newest first. */
export const runsOf = (workplace: Workplace, ruleId: string | null = null): Promise<RuleRun[]> =>
  workplace.say({ type: 'runs.wanted', ruleId, before: null });

/** Waits until the runs of a rule ended so, the newest first; skipped ones are passed over. */
export const expectRuns = (workplace: Workplace, ruleId: string, ...states: RuleRun['state'][]): Promise<void> =>
  expect
    .poll(
      async () => {
        const runs = await runsOf(workplace, ruleId);
        return runs.filter(({ state }) => state !== 'skipped').map(({ state }) => state);
      },
      soon(`runs of ${ruleId}`),
    )
    .toEqual(states);

// The pages

/** The section about rules; `detail`: the id of a rule, or `new`. */
export async function openRules(workplace: Workplace, detail = ''): Promise<Page> {
  const page = await openDashboard(workplace, 'rules', detail);
  await expect(page.locator('.rules .state-loading')).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
  return page;
}

export const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** The card of a rule in the list, or the rule's own page. */
export const ruleCard = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });

export const ruleButton = (
  page: Page,
  words: RuleWords,
  button: 'switchOn' | 'switchOff' | 'tryOut' | 'edit' | 'remove',
  name: string,
): Locator => page.getByRole('button', { name: words.rules.list.of(words.rules.list[button], name), exact: true });

/** The line that says what came of the last press. */
export const told = (page: Page): Locator => page.locator('.rules-told');

export const ruleForm = (page: Page, title: string): Locator => page.getByRole('form', { name: title, exact: true });

/** The rows of runs, the newest first. */
export const runRows = (page: Page, words: RuleWords): Locator =>
  part(page, words.runs.trace.heading)
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
