/** What rules do when a person starts them, and what keeps all of them from doing anything. */
import type { Page } from '@playwright/test';
import type { Action, Rule } from '../../domain/rules/rule.ts';
import type { DialogDetails } from '../../domain/view.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import { openDialogs, RU, sendings, stage } from './cards.ts';
import { allText, expect, openPanel, test, type Workplace } from './fixture.ts';
import { expectNeeds, keyOf, ownWords, pageAt, pressNeed } from './own-pages.ts';
import { openDashboard } from './portals-page.ts';
import { openQuietPage } from './register.ts';
import {
  expectRuns,
  layReady,
  manualRule,
  openRules,
  part,
  ruleButton,
  ruleCard,
  ruleOf,
  rulesOf,
  ruleWords,
  runRows,
  runsOf,
  told,
} from './rule-pages.ts';
import { failedRule, runOf, writeRule, writeRun } from './rule-rows.ts';

test.describe.configure({ timeout: 90_000 });

const words = ruleWords('ru');
const own = ownWords('ru');
const { list, page: pageWords, status, deed } = words.rules;
const OWN = ruleOf();
const soon = (message: string) => ({ message, timeout: 15_000, intervals: [50, 100, 200] });

/** A portal that was read and looked at; its page and key. */
async function openPortal(workplace: Workplace): Promise<{ portal: Page; key: string }> {
  stage(workplace, RU, { dialogs: openDialogs(3) });
  const portal = await openQuietPage(workplace, RU, '3/5');
  return { portal, key: await keyOf(workplace, RU.host) };
}

/** Presses "Start now" on the rule's own page, which says that one action was started. */
async function startOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: pageWords.startButton, exact: true }).click();
  await expect(part(page, pageWords.start.title)).toContainText(pageWords.started(1));
}

/** A dialog gets another title on the portal, and the background knows of it. */
async function renameDialog(workplace: Workplace, key: string): Promise<void> {
  workplace.director().rename({ dialogId: 'chat901', title: 'Новое имя' });
  const details = () => workplace.say<DialogDetails>({ type: 'details.wanted', key, chatId: 901 });
  await expect.poll(async () => JSON.stringify(await details()), soon('the new title')).toContain('Новое имя');
  await workplace.fence();
}

async function startRule(workplace: Workplace, action: Action): Promise<Page> {
  await layReady(workplace, manualRule(action), 'on');
  const page = await openRules(workplace, OWN.id);
  await startOn(page);
  return page;
}

test.describe('started by hand', () => {
  test('a rule that is trying out shows what it would do, and does nothing', async ({ workplace }) => {
    await openPortal(workplace);
    await layReady(workplace, OWN);
    const page = await openRules(workplace, OWN.id);
    await expect(part(page, words.runs.rehearsal.heading)).toContainText(words.runs.rehearsal.tried(1));
    await startOn(page);
    await expect(runRows(page, words)).toHaveText([new RegExp(words.runs.state.dry.title)]);
    const journal = await openDashboard(workplace, 'journal');
    await expect(journal.locator('h1')).toBeVisible();
    await expect(journal.getByText('Проверено')).toHaveCount(0);
  });

  test('a question for a new dialog is laid ready on the portal, and nothing is sent', async ({ workplace }) => {
    const { portal } = await openPortal(workplace);
    const page = await startRule(workplace, {
      ...{ kind: 'draft', place: 'newDialog', title: 'Отчёты пусты', text: 'Подскажите, {portal.name}' },
    });
    await expect(runRows(page, words)).toHaveText([new RegExp(words.runs.state.done.title)]);
    await portal.bringToFront();
    await openPanel(portal);
    await expect.poll(() => allText(portal), soon('the parked question')).toContain('Отчёты пусты');
    expect(sendings(workplace.director())).toBe(0);
  });

  test('a line is written into the journal, and a page of ours is opened', async ({ workplace }) => {
    const { key } = await openPortal(workplace);
    await startRule(workplace, { kind: 'journal', text: 'Проверено на {portal.host}' });
    const journal = await openDashboard(workplace, 'journal', key);
    await expect(journal.locator('main')).toContainText(`Проверено на ${RU.host}`);
    await startRule(workplace, { kind: 'open', place: 'drafts' });
    const drafts = await pageAt(workplace.context, /dashboard\.html#drafts/);
    await expect(drafts.locator('h1')).toHaveText(own.dashboard.rail.section.drafts);
  });
});

test('a dialog gets its name, tag and note on the portal’s page, and what a rule did starts no rule', async ({
  workplace,
}) => {
  const { portal, key } = await openPortal(workplace);
  const actions: Rule['actions'] = [
    { kind: 'alias', text: 'Завод' },
    { kind: 'tag', text: 'срочно' },
    { kind: 'note', text: 'Стало: {dialog.name}' },
    { kind: 'journal', text: 'Отмечено' },
  ];
  await layReady(workplace, ruleOf({ trigger: { kind: 'dialog.renamed' }, actions }), 'on');
  workplace.director().rename({ dialogId: 'chat901', title: 'Новое имя' });
  await expectRuns(workplace, OWN.id, 'done', 'done', 'done', 'done');
  const details = await workplace.say<DialogDetails>({ type: 'details.wanted', key, chatId: 901 });
  expect(details).toMatchObject({ note: { alias: 'Завод', tags: ['срочно'] } });
  expect(JSON.stringify(details)).toContain('Стало: Новое имя');
  await openPanel(portal);
  await expect.poll(() => allText(portal), soon('the name on the page')).toContain('Завод');
  // The title on the portal is nobody's but the portal's.
  expect(
    workplace
      .director()
      .state()
      .dialogs.find(({ dialogId }) => dialogId === 'chat901')?.title,
  ).toBe('Новое имя');
  expect(await runsOf(workplace)).toHaveLength(4);
});

test.describe('a task through the session', () => {
  const TASK: Action = {
    kind: 'task',
    through: 'session',
    title: 'Проверить',
    text: 'На {portal.host}',
    deadlineDays: 1,
  };

  for (const [name, rest3, through] of [
    ['the newer REST', 'open', 'rest3'],
    ['the older one where the newer does not know tasks', 'absent', 'rest'],
  ] as const)
    test(`is made once over ${name}, for the user`, async ({ workplace }) => {
      await openPortal(workplace);
      const director = workplace.director();
      director.setTasks({ rest3 });
      const page = await startRule(workplace, TASK);
      await expectRuns(workplace, OWN.id, 'done');
      await expect(runRows(page, words)).toHaveText([new RegExp(words.runs.state.done.title)]);
      const { user } = director.state();
      expect(director.tasks()).toMatchObject([
        { title: 'Проверить', description: `На ${RU.host}`, responsibleId: user.id, creatorId: user.id, through },
      ]);
    });

  test('that the portal does not allow fails in words, and makes none', async ({ workplace }) => {
    await openPortal(workplace);
    workplace.director().setTasks({ isAllowed: false });
    const page = await startRule(workplace, TASK);
    await expectRuns(workplace, OWN.id, 'failed');
    await runRows(page, words).getByRole('button').first().click();
    await expect(page.locator('.run-pane')).toContainText(words.runs.call.refused.what);
    const { task } = backgroundLocaleFor('ru').messages.rules;
    await expect(page.locator('.run-pane')).toContainText(`${words.runs.trace.answer}: ${task.noRight}`);
    expect(workplace.director().tasks()).toEqual([]);
  });
});

test.describe('a run of which nobody knows', () => {
  const heading = (page: Page) => page.getByRole('heading', { name: words.runs.uncertain.heading });
  const decide = (page: Page, decision: 'wasDone' | 'repeat' | 'giveUp') =>
    page
      .locator('.uncertain')
      .getByRole('button', { name: new RegExp(`^${words.runs.uncertain.decision[decision].button}:`) });

  /** The background ends while a task leaves; the page of rules afterwards. */
  async function openUncertain(workplace: Workplace): Promise<Page> {
    const { key } = await openPortal(workplace);
    await layReady(workplace, manualRule(runOf(key).rendered?.action as Action), 'on');
    await writeRun(workplace, runOf(key));
    await workplace.killWorker();
    const page = await openRules(workplace);
    await expect(heading(page)).toBeVisible();
    return page;
  }

  test('is asked about in the popup, and a person’s word closes it without a second call', async ({ workplace }) => {
    const page = await openUncertain(workplace);
    const popup = await workplace.openPopup();
    await expectNeeds(popup, own.inbox.ruleUncertain(1, OWN.name));
    await decide(page, 'wasDone').click();
    await expect(page.locator('.uncertain')).toContainText(words.runs.uncertain.decided.wasDone);
    await expectRuns(workplace, OWN.id, 'done');
    await expectNeeds(popup);
    expect(workplace.director().tasks()).toEqual([]);
  });

  test('is done again only when a person says so', async ({ workplace }) => {
    const page = await openUncertain(workplace);
    expect(workplace.director().tasks()).toEqual([]);
    await decide(page, 'repeat').click();
    await expectRuns(workplace, OWN.id, 'done');
    expect(workplace.director().tasks()).toMatchObject([{ title: 'Проверить доступ' }]);
  });

  test('is left when a person says so', async ({ workplace }) => {
    const page = await openUncertain(workplace);
    await decide(page, 'giveUp').click();
    await expect(page.locator('.uncertain')).toContainText(words.runs.uncertain.none);
    expect(await runsOf(workplace)).toMatchObject([{ state: 'skipped', skipped: 'givenUp' }]);
    expect(workplace.director().tasks()).toEqual([]);
  });
});

test.describe('what keeps rules from working', () => {
  test('a rule that has switched itself off stands in the popup, which leads to it', async ({ workplace }) => {
    await openPortal(workplace);
    // A tab that the popup opens does not always have the language of the tests' browser.
    await workplace.say({ type: 'preferences.changed', changes: { language: 'ru' } });
    await writeRule(workplace, failedRule());
    await workplace.killWorker();
    const popup = await workplace.openPopup();
    await expectNeeds(popup, own.inbox.ruleOff(OWN.name));
    await pressNeed(popup, own.inbox.ruleOff(OWN.name));
    const page = await pageAt(workplace.context, /dashboard\.html#rules/);
    await expect(ruleCard(page, OWN.name)).toContainText(list.offAfterFailures(5));
    await ruleButton(page, words, 'switchOn', OWN.name).click();
    await expect(told(page)).toHaveText(deed.switchedOn);
    await expectNeeds(await workplace.openPopup());
  });

  test('stopped as a whole they wait, and go on where they were', async ({ workplace }) => {
    const { key } = await openPortal(workplace);
    await layReady(workplace, ruleOf({ trigger: { kind: 'dialog.renamed' } }), 'on');
    const page = await openRules(workplace);
    await page.getByRole('button', { name: status.pause, exact: true }).click();
    await expect(part(page, status.label)).toContainText(status.paused.title);
    await renameDialog(workplace, key);
    expect(await runsOf(workplace)).toEqual([]);
    await page.getByRole('button', { name: status.goOn, exact: true }).click();
    await expectRuns(workplace, OWN.id, 'done');
    await expect(part(page, status.label)).toContainText(status.works(1, 0));
  });

  test('while Latchdesk is read-only nothing runs and nothing can be changed', async ({ workplace }) => {
    const { key } = await openPortal(workplace);
    await layReady(workplace, OWN, 'on');
    await layReady(workplace, ruleOf({ id: 'rule-2', name: 'Другое', trigger: { kind: 'dialog.renamed' } }), 'on');
    await workplace.say({ type: 'preferences.changed', changes: { isReadOnly: true } });
    const page = await openRules(workplace);
    await expect(part(page, status.label)).toContainText(status.readOnly.title);
    for (const button of ['edit', 'remove', 'tryOut'] as const)
      await expect(ruleButton(page, words, button, OWN.name)).toBeDisabled();
    await workplace.say({ type: 'rule.started', id: OWN.id, portal: key });
    await workplace.say({ type: 'rule.saved', rule: ruleOf({ id: 'rule-3' }), version: null });
    await renameDialog(workplace, key);
    expect((await rulesOf(workplace)).cards).toHaveLength(2);
    expect(await runsOf(workplace)).toEqual([]);
  });

  test('switched off as a feature they do nothing, and the page says where to switch them on', async ({
    workplace,
  }) => {
    const { key } = await openPortal(workplace);
    await layReady(workplace, ruleOf({ trigger: { kind: 'dialog.renamed' } }), 'on');
    await workplace.say({ type: 'preferences.changed', changes: { featuresOff: ['rules'] } });
    const page = await openRules(workplace);
    await expect(part(page, status.label)).toContainText(status.off.title);
    await renameDialog(workplace, key);
    expect(await runsOf(workplace)).toEqual([]);
    await part(page, status.label).getByRole('link', { name: status.toSettings }).first().click();
    await expect(page.locator('h1')).toHaveText(own.dashboard.rail.section.settings);
  });
});
