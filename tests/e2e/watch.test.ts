/** Portals that are read while none of their tabs is open. */
import type { PortalView } from '../../domain/view.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';
import { ask, itemsOf, viewOf } from './access.ts';
import { EN, RU } from './cards.ts';
import { allText, expect, expectChip, ru, test } from './fixture.ts';
import { giveHost, takeHost } from './hosts.ts';
import { addOwnPortal, pane } from './portals-page.ts';
import {
  expectReadSince,
  expectView,
  leavePortal,
  letWatchesFallDue,
  requestsTo,
  switchOn,
  watchOf,
  watchWords as words,
} from './watching.ts';

test.slow();

test('a portal without a tab is not read as long as nobody has asked for it', async ({ workplace }) => {
  await leavePortal(workplace, RU);
  const director = workplace.director();
  director.clearCalls();
  director.openDialog({ title: 'Unheard' });
  // Another one is asked for, and its reading has come to an end.
  await leavePortal(workplace, EN);
  const begun = Date.now();
  await switchOn(workplace, EN);
  await expectReadSince(workplace, EN, begun);
  expect(requestsTo(director)).toEqual([]);
  expect((await viewOf(workplace, RU)).slots.used).toBe(3);
});

test('numbers and a new request for access arrive although every tab is closed', async ({ workplace }) => {
  const director = workplace.director();
  await leavePortal(workplace, RU);
  director.clearCalls();
  director.openDialog({ title: 'While nobody looked' });
  ask(director);
  await switchOn(workplace, RU);
  await expectView(workplace, RU, ({ slots }) => slots.used, 4);
  await expect.poll(async () => (await itemsOf(workplace, RU)).map(({ state }) => state)).toEqual(['pending']);
  const popup = await workplace.openPopup();
  await expect(popup.getByRole('article', { name: RU.host })).toContainText('4/5');
  await expect(popup.locator('.inbox-line').first()).toContainText(inboxLocaleFor('ru').messages.lead.request);
  await expect.poll(async () => (await workplace.badge(popup)).text).toContain('!');
  // No tab of the portal was opened for it, and nobody seemed to be at work there.
  expect(workplace.context.pages().filter((page) => page.url().startsWith('https:'))).toEqual([]);
  const requests = requestsTo(director);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter(({ refreshedActivity, cookie }) => refreshedActivity || !cookie)).toEqual([]);
});

test('a reading is exactly one request once the session’s token is known', async ({ workplace }) => {
  const director = workplace.director();
  const key = await leavePortal(workplace, RU);
  director.clearCalls();
  let begun = Date.now();
  await switchOn(workplace, RU);
  await expectReadSince(workplace, RU, begun);
  expect(requestsTo(director).map(({ outcome }) => outcome)).toEqual(['session_failed', 'success']);
  for (const _ of [1, 2]) {
    director.clearCalls();
    begun = Date.now();
    await workplace.say({ type: 'watch.resumed', key });
    await expectReadSince(workplace, RU, begun);
    expect(requestsTo(director).map(({ method, outcome }) => `${method} ${outcome}`)).toEqual(['batch success']);
  }
});

test('what is due is read by the alarm, also when the background was killed', async ({ workplace }) => {
  const director = workplace.director();
  await leavePortal(workplace, RU);
  let begun = Date.now();
  const dashboard = await switchOn(workplace, RU);
  await expectReadSince(workplace, RU, begun);
  const { plan, settings } = await watchOf(workplace, RU);
  expect(plan).toMatchObject({ kind: 'planned', because: 'interval' });
  const minutes = ((plan as { at: number }).at - begun) / 60_000;
  expect(minutes).toBeGreaterThan(settings.every - 0.1);
  expect(minutes).toBeLessThan(settings.every * 1.2 + 1);
  await dashboard.close();

  director.openDialog({ title: 'A quarter of an hour later' });
  begun = Date.now();
  await letWatchesFallDue(workplace);
  await expectReadSince(workplace, RU, begun);
  expect((await viewOf(workplace, RU)).slots.used).toBe(4);
});

test('a portal that is paused, or has its quiet hours, is not read when its time comes', async ({ workplace }) => {
  const director = workplace.director();
  const key = await leavePortal(workplace, RU);
  await leavePortal(workplace, EN);
  const begun = Date.now();
  await (await switchOn(workplace, RU)).close();
  await expectReadSince(workplace, RU, begun);
  await (await switchOn(workplace, EN)).close();
  await expectReadSince(workplace, EN, begun);
  const { origin } = await viewOf(workplace, RU);
  const deeds = [
    [{ type: 'portal.changed', origin, changes: { isPaused: true } }, { kind: 'off' }],
    [{ type: 'portal.changed', origin, changes: { isPaused: false } }, null],
    [
      { type: 'watch.changed', key, changes: { quiet: allDay() } },
      { kind: 'planned', because: 'quietHours' },
    ],
  ] as const;
  for (const [deed, shown] of deeds) {
    await workplace.say(deed);
    if (!shown) continue;
    expect((await watchOf(workplace, RU)).plan).toMatchObject(shown);
    director.clearCalls();
    const due = Date.now();
    await letWatchesFallDue(workplace);
    // Both were due; the other one is through.
    await expectReadSince(workplace, EN, due);
    expect(requestsTo(director)).toEqual([]);
  }
});

/** Quiet but for one minute, which lies half a day away from now. */
function allDay(): { timeZone: string; from: number; until: number } {
  const now = new Date();
  const far = (now.getUTCHours() * 60 + now.getUTCMinutes() + 720) % 1_440;
  return { timeZone: 'UTC', from: (far + 1) % 1_440, until: far };
}

test('it stops when the user is signed out, says so, and a page of the portal lets it go on', async ({ workplace }) => {
  const director = workplace.director();
  const key = await leavePortal(workplace, RU);
  const begun = Date.now();
  const dashboard = await switchOn(workplace, RU);
  await expectReadSince(workplace, RU, begun);
  director.setRole('signedOut');
  await workplace.say({ type: 'watch.resumed', key });
  await expectView(workplace, RU, ({ watch }) => watch.state.stop?.reason, 'signedOut');
  await expect(pane(dashboard, RU.host)).toContainText(words.stopped.signedOut.what);
  await expect(pane(dashboard, RU.host)).toContainText(words.stopped.signedOut.next);
  const popup = await workplace.openPopup();
  await expect.poll(() => allText(popup)).toContain(ru.trouble.signedOut.what);
  await popup.close();
  await dashboard.close();

  // It does not try again by itself.
  await leavePortal(workplace, EN);
  await (await switchOn(workplace, EN)).close();
  director.clearCalls();
  const due = Date.now();
  await letWatchesFallDue(workplace);
  await expectReadSince(workplace, EN, due);
  expect(requestsTo(director)).toEqual([]);

  director.setRole('administrator');
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  await expectView(workplace, RU, ({ watch }) => [watch.state.stop, watch.plan.kind], [null, 'planned']);
  await page.close();
  director.openDialog({ title: 'Again' });
  await letWatchesFallDue(workplace);
  await expectView(workplace, RU, ({ slots }) => slots.used, 4);
});

test('a permission that is taken away in the middle of a reading: what still comes is not taken', async ({
  workplace,
}) => {
  const director = workplace.director('own');
  director.reset();
  await addOwnPortal(workplace);
  const page = await workplace.open('/intranet/stream/', 'own');
  await expectChip(page, '3/5');
  await page.close();
  const own = async (): Promise<PortalView> =>
    (await workplace.views()).find(({ origin }) => origin === workplace.portal.origins.own) as PortalView;
  const { key } = await own();
  director.openDialog({ title: 'Too late' });
  director.clearCalls();
  director.fault({ kind: 'slow', ms: 4_000, match: 'imbot.Network.Chat.list', skip: 1 });
  await workplace.say({ type: 'watch.changed', key, changes: { isOn: true, quiet: null } });
  await expect.poll(() => requestsTo(director).length, { message: 'a reading is under way' }).toBe(2);
  await takeHost(workplace);
  await expect.poll(async () => (await own()).session.reason).toBe('noPermission');
  expect((await own()).reading).toBe(true);
  await expect.poll(async () => (await own()).reading, { message: 'the reading is over' }).toBe(false);
  expect((await own()).slots.used).toBe(3);
  expect((await own()).watch.plan.kind).toBe('off');

  director.clearFaults();
  await giveHost(workplace);
  await workplace.say({ type: 'watch.resumed', key });
  await expect.poll(async () => (await own()).slots.used).toBe(4);
});
