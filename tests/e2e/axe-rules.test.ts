/** The section about rules with everything in it: axe, in both languages, light and dark, wide and narrow. */
import type { Page } from '@playwright/test';
import { overflowOf, problemsOf } from './axe.ts';
import { openDialogs, RU, stage } from './cards.ts';
import { expect, expectChip, test, type Workplace } from './fixture.ts';
import type { Language } from './own-pages.ts';
import { keyOf } from './own-pages.ts';
import { layReady, openRules, part, ruleButton, ruleOf, rulesOf, ruleWords, runRows } from './rule-pages.ts';
import { failedRule, runOf, writeRule, writeRun } from './rule-rows.ts';

test.describe.configure({ timeout: 150_000 });

const LOOKS = ['light', 'dark'] as const;
const WIDTHS = [380, 700, 1440] as const;
const NOTED = ruleOf({ id: 'noted', name: 'Noted by hand' });

/** Looks at a page in each look and width; all that is wrong is told, with where. */
async function expectFine(page: Page, name: string): Promise<void> {
  const problems: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of LOOKS) {
      // Colours that are still changing are neither of the two.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = [...(await problemsOf(page)), ...(await overflowOf(page))];
      problems.push(...found.map((problem) => `${name}, ${width} px, ${colorScheme}: ${problem}`));
    }
  }
  expect.soft(problems).toEqual([]);
}

/** Rules in each state, runs of each kind, a destination. */
async function openFull(workplace: Workplace, language: Language): Promise<string> {
  stage(workplace, RU, { dialogs: openDialogs(3) });
  await workplace.say({ type: 'preferences.changed', changes: { language } });
  await expectChip(await workplace.open('/stream/'), '3/5');
  const key = await keyOf(workplace, RU.host);
  await layReady(workplace, NOTED, 'on');
  await layReady(workplace, ruleOf({ id: 'tried', name: 'Tried out', trigger: { kind: 'dialog.closed' } }));
  const actions = [{ kind: 'webhook', destination: 'missing', note: '{dialog.name}' }] as const;
  await layReady(workplace, ruleOf({ id: 'sending', name: 'Sends', trigger: { kind: 'dialog.closed' }, actions }));
  await writeRule(workplace, failedRule());
  await workplace.say({ type: 'rule.started', id: NOTED.id, portal: key });
  await writeRun(workplace, runOf(key, { state: 'uncertain' }));
  const saved = await workplace.say({
    ...{ type: 'destination.saved', id: null, name: 'n8n', kind: 'webhook', address: 'https://hooks.example/a/b' },
    ...{ signingKey: 'new', isPrivateAllowed: false, knowsKeys: true },
  });
  expect(saved).toMatchObject({ kind: 'saved' });
  return key;
}

for (const language of ['ru', 'en'] as const)
  test.describe(`in ${language}`, () => {
    const words = ruleWords(language);
    const { list, creating, editor } = words.rules;

    test('the list, a run, destinations with their form and preview, a file', async ({ workplace }) => {
      await openFull(workplace, language);
      const page = await openRules(workplace);
      await expect(page.locator('.rule-list > li')).toHaveCount(4);
      await runRows(page, words).last().click();
      await expect(page.locator('.run-pane')).toBeVisible();
      await ruleButton(page, words, 'remove', NOTED.name).click();
      await expectFine(page, 'the list with a run');
      const { destination, transfer } = words.runs;
      await page.getByRole('button', { name: destination.of(destination.preview, 'n8n'), exact: true }).click();
      await expect(part(page, destination.consent.heading('n8n'))).toBeVisible();
      await page.getByRole('button', { name: destination.add, exact: true }).click();
      await page.getByLabel(destination.form.name, { exact: true }).fill('x');
      await page.getByLabel(destination.form.address, { exact: true }).fill('http://192.168.0.1');
      await page.keyboard.press('Enter');
      await expect(page.locator('.destinations-part [role="alert"]').first()).toBeVisible();
      const changed = (await rulesOf(workplace)).cards.map(({ rule }) => ({ ...rule, name: `${rule.name} 2` }));
      const broken = { ...ruleOf({ id: 'broken' }), actions: [{ kind: 'fly' }] };
      const rules = [...changed, ruleOf({ id: 'fresh', name: 'Fresh' }), broken];
      const file = { format: 'latchdesk-rules', schema: 1, rules, destinations: [] };
      await page.getByLabel(transfer.load.choose).setInputFiles({
        name: 'rules.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await expect(
        part(page, transfer.load.heading).getByRole('button', { name: transfer.load.leave, exact: true }),
      ).toBeVisible();
      await expectFine(page, 'destinations and a file');
    });

    test('ready rules, the form with mistakes, its JSON, and a rule on its own', async ({ workplace }) => {
      await openFull(workplace, language);
      const page = await openRules(workplace, 'new');
      await expect(page.locator('.rule-templates > li').first()).toBeVisible();
      await expectFine(page, 'ready rules');
      await page.getByRole('button', { name: list.of(creating.take, creating.own.title), exact: true }).click();
      await page.getByRole('button', { name: editor.addCondition, exact: true }).click();
      await page.getByRole('button', { name: editor.save, exact: true }).click();
      await expect(page.locator('.rule-problems')).toBeVisible();
      await expectFine(page, 'the form with mistakes');
      await page.getByRole('button', { name: editor.json, exact: true }).click();
      await expectFine(page, 'the JSON');
      const own = await openRules(workplace, NOTED.id);
      await expect(part(own, words.runs.rehearsal.heading)).toBeVisible();
      await expect(runRows(own, words)).toHaveCount(1);
      await part(own, words.runs.rehearsal.heading).locator('summary').first().click();
      await expectFine(own, 'a rule');
    });
  });
