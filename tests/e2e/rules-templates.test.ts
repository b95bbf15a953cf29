/** Ready rules from their templates to what a person sees of them: tried out, switched on, and the real thing happens. */

import { ask, expectStates, statesOf } from './access.ts';
import { RU, stage } from './cards.ts';
import { moveClock } from './clock.ts';
import { expect } from './fixture.ts';
import { openDialogs } from './guarding.ts';
import { noteNotifications, shownByRules } from './notifications.ts';
import { keyOf, workAlways } from './own-pages.ts';
import { test } from './receiving.ts';
import { letDaysPass, openQuietPage } from './register.ts';
import { ruleWords } from './rule-pages.ts';
import { expectRuns, expectTrace, makeFromTemplate, openNewestRun, openTallRules, switchOn } from './ruling.ts';
import type { Workplace } from './workplace.ts';

test.describe.configure({ timeout: 90_000 });
test.use({ mayNotify: true });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
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

test('an answer that waits for a day is told of', async ({ workplace }) => {
  const asked = [{ from: 'me', text: 'Почта не приходит', date: ago(40) }] as const;
  const dialogs = openDialogs(2).map((dialog) => ({ ...dialog, date: ago(40), messages: [...asked] }));
  const director = stage(workplace, RU, { dialogs });
  await openQuietPage(workplace, RU);
  await workAlways(workplace, RU.host);
  await noteNotifications(workplace);
  const page = await openTallRules(workplace);
  const id = await makeFromTemplate(page, words, 'answerWaits');
  director.reply({ dialogId: 'chat901', at: ago(25) });
  await expectRuns(page, id, 'dry');
  await expectTrace(page, words, 'dry');
  expect(await shownByRules(workplace), 'it only tries out').toEqual([]);

  await switchOn(page, words, nameOf('answerWaits'));
  director.reply({ dialogId: 'chat902', at: ago(26) });
  await expectRuns(page, id, 'done', 'dry');
  await expectTrace(page, words, 'done', 'dry');
  const told = await shownByRules(workplace);
  expect(told).toHaveLength(1);
  expect(told[0]?.title).toContain('Question 902');
  await expect(await openNewestRun(page, words)).toContainText('Question 902');
});

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

test('a request that nobody has answered for four hours is told of', async ({ workplace }) => {
  const director = stage(workplace, RU, { dialogs: openDialogs(2) });
  await openQuietPage(workplace, RU);
  await noteNotifications(workplace);
  const page = await openTallRules(workplace);
  const id = await makeFromTemplate(page, words, 'requestPending');
  ask(director, { ticket: '4711', at: ago(5) });
  await expectRuns(page, id, 'dry');
  expect(await shownByRules(workplace), 'it only tries out').toEqual([]);

  await switchOn(page, words, nameOf('requestPending'));
  ask(director, { ticket: '4712', at: ago(1) });
  await expectStates(workplace, RU, 'pending', 'pending');
  ask(director, { ticket: '4713', at: ago(6) });
  await expectRuns(page, id, 'done', 'dry');
  await expectTrace(page, words, 'done', 'dry');
  const told = await shownByRules(workplace);
  expect(told, 'and not of the one that is an hour old').toHaveLength(1);
  expect(told[0]?.title).toContain(RU.host);
  expect(told[0]?.message).toContain('4713');
});

test('an access that should have ended is told of again each day', async ({ workplace }) => {
  stage(workplace, RU, { dialogs: openDialogs(2) });
  await openQuietPage(workplace, RU);
  const page = await openTallRules(workplace);
  const id = await makeFromTemplate(page, words, 'accessOverdue');
  await grant(workplace, { days: 1, ticket: '4711' });
  await letDaysPass(workplace, 1.1);
  await expectRuns(page, id, 'dry');

  await switchOn(page, words, nameOf('accessOverdue'));
  await letDaysPass(workplace, 1);
  await expectRuns(page, id, 'done', 'dry');
  await letDaysPass(workplace, 1);
  await expectRuns(page, id, 'done', 'done', 'dry');
  await expectTrace(page, words, 'done', 'done', 'dry');
  await expect(await openNewestRun(page, words)).toContainText('4711');
});

test('on Monday at nine the report of the week is laid ready', async ({ workplace }) => {
  stage(workplace, RU, { dialogs: openDialogs(2) });
  await openQuietPage(workplace, RU);
  await noteNotifications(workplace);
  const page = await openTallRules(workplace);
  const id = await makeFromTemplate(page, words, 'weeklyReport');
  const untilMonday = await page.evaluate(() => {
    const next = new Date();
    next.setDate(next.getDate() + ((8 - next.getDay()) % 7 || 7));
    next.setHours(9, 5, 0, 0);
    return next.getTime() - Date.now();
  });
  const passTime = async (ms: number): Promise<void> => {
    await moveClock(workplace, ms);
    await workplace.say({ type: 'rules.paused', isOn: false });
  };
  await passTime(untilMonday);
  await expectRuns(page, id, 'dry');
  expect(await shownByRules(workplace), 'it only tries out').toEqual([]);

  await switchOn(page, words, nameOf('weeklyReport'));
  await passTime(untilMonday + 7 * DAY);
  await expectRuns(page, id, 'done', 'dry');
  await expectTrace(page, words, 'done', 'dry');
  expect(await shownByRules(workplace)).toHaveLength(1);
});
