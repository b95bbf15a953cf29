/** Ready rules from their templates to what a person sees of them: tried out, switched on, and the real thing happens. */

import { ask, statesOf } from './access.ts';
import { RU, stage } from './cards.ts';
import { expect, isFirefox } from './fixture.ts';
import { openDialogs } from './guarding.ts';
import { keyOf } from './own-pages.ts';
import { test } from './receiving.ts';
import { openQuietPage } from './register.ts';
import { ruleWords } from './rule-pages.ts';
import { expectRuns, expectTrace, makeFromTemplate, openTallRules, switchOn } from './ruling.ts';
import type { Workplace } from './workplace.ts';

test.describe.configure({ timeout: 90_000 });
test.use({ mayNotify: true });
test.skip(isFirefox, 'the clock of the background and what it shows can be reached in Chromium only');

const words = ruleWords(RU.language);
const nameOf = (id: keyof typeof words.rules.template): string => words.rules.template[id].name;

/** Support asks, and a colleague allows it once it was seen here. */
async function grant(workplace: Workplace, wish: NonNullable<Parameters<typeof ask>[1]>): Promise<void> {
  const director = workplace.director();
  const messageId = ask(director, wish);
  await expect.poll(() => statesOf(workplace, RU), { timeout: 15_000 }).toContain('pending');
  director.answerAccess({ messageId, answer: 'allow' });
  await expect.poll(() => statesOf(workplace, RU), { timeout: 15_000 }).not.toContain('pending');
}

test('an access that ends soon becomes a task on the portal, once', async ({ workplace }) => {
  const director = stage(workplace, RU, { dialogs: openDialogs(2) });
  await openQuietPage(workplace, RU);
  const page = await openTallRules(workplace);
  const id = await makeFromTemplate(page, words, 'accessEnds');
  await grant(workplace, { days: 1 });
  await expectRuns(page, id, 'dry');
  await expectTrace(page, words, 'dry');
  expect(director.tasks()).toEqual([]);

  await switchOn(page, words, nameOf('accessEnds'));
  await grant(workplace, { days: 2, ticket: '4712' });
  await expectRuns(page, id, 'done', 'dry');
  await expectTrace(page, words, 'done', 'dry');
  expect(director.tasks()).toMatchObject([{ title: `Отозвать доступ поддержки: ${RU.host}`, through: 'rest3' }]);
  expect(director.tasks()[0]?.description).toContain('4712');
});

test('a parked question is offered when a place becomes free', async ({ workplace }) => {
  const director = stage(workplace, RU, { dialogs: openDialogs(5) });
  await openQuietPage(workplace, RU, '5/5');
  const key = await keyOf(workplace, RU.host);
  const page = await openTallRules(workplace);
  const id = await makeFromTemplate(page, words, 'slotFree');

  // Nothing is parked: the rule passes it over, and says which condition did not hold.
  director.closeDialog({ dialogId: 'chat901' });
  await expectRuns(page, id, 'skipped');
  await expectTrace(page, words, 'skipped');

  const draftId = crypto.randomUUID();
  const draft = { id: draftId, kind: 'parked', title: 'Почта', text: 'Не приходит', dialogId: null };
  await workplace.say({ type: 'draft.kept', key, draft });
  await workplace.say({ type: 'draft.told', key, id: draftId, event: { type: 'parked' } });
  director.openDialog({ title: 'Again full' });
  director.closeDialog({ dialogId: 'chat902' });
  await expectRuns(page, id, 'dry', 'skipped');

  await switchOn(page, words, nameOf('slotFree'));
  director.openDialog({ title: 'Once more' });
  director.closeDialog({ dialogId: 'chat903' });
  await expectRuns(page, id, 'done', 'dry', 'skipped');
  await expectTrace(page, words, 'done', 'dry', 'skipped');
});
