/** The two ready rules about ChatApp, from their templates to what a receiver and the portal get of them. */
import { RU } from './cards.ts';
import { expect } from './fixture.ts';
import {
  appOf,
  expectGuard,
  expectNoGuard,
  expectRun,
  marketWords,
  openChatAppPart,
  openConfirmed,
  pressOurs,
  stageMarket,
  tickedWindow,
  uninstallButton,
} from './market.ts';
import { addDestination, destinationOf, test } from './receiving.ts';
import { beginRecorded, compare, goToInstall, install, uninstall, walkOn } from './reinstalling.ts';
import { ruleWords } from './rule-pages.ts';
import { expectRuns, expectTrace, makeFromTemplate, openTallRules, switchOn } from './ruling.ts';

const words = ruleWords(RU.language);
const market = marketWords(RU);

test.describe('the ready rule', () => {
  test.describe.configure({ timeout: 90_000 });

  test('about a wipe tells the receiver of each attempt that was stopped, signed and once', async ({
    workplace,
    receiver,
  }) => {
    const { guard } = market.ours;
    const { name } = words.rules.template.wipeAttempted;
    const director = stageMarket(workplace, RU, 'new');
    const list = await openConfirmed(workplace, RU, 'new');
    const rules = await openTallRules(workplace);
    receiver.signingKey = await addDestination(rules, workplace, words);
    const { id: destination } = await destinationOf(rules);
    const id = await makeFromTemplate(rules, words, 'wipeAttempted', { destination });

    await list.bringToFront();
    const window = await tickedWindow(list, 'new', market, appOf(director));
    await uninstallButton(window).click();
    await expectGuard(list, guard.title.chatApp);
    await expectRuns(rules, id, 'dry');
    expect(receiver.deliveries, 'it only tries out').toEqual([]);
    await pressOurs(list, guard.back);
    await expectNoGuard(list);

    await rules.bringToFront();
    await switchOn(rules, words, name);
    await list.bringToFront();
    await uninstallButton(window).click();
    await expectGuard(list, guard.title.chatApp);
    await expectRuns(rules, id, 'done', 'dry');
    await rules.bringToFront();
    await expectTrace(rules, words, 'done', 'dry');
    expect(receiver.deliveries).toMatchObject([{ method: 'POST', signature: 'right', wasDone: true }]);
    const body = JSON.parse(receiver.deliveries[0]?.body ?? '{}');
    expect(body).toMatchObject({ type: 'latchdesk.wipe.attempted', portal: { host: RU.host }, isTest: false });
    expect(body.facts).toMatchObject({ 'app.name': 'ChatApp', 'app.code': director.marketState().chatApp });
    expect(appOf(director).isActive, 'nothing was uninstalled').toBe(true);
  });
});

test('after a reinstall the checklist becomes a task on the portal', async ({ workplace }) => {
  test.setTimeout(150_000);
  const { name } = words.rules.template.reinstalled;
  const director = stageMarket(workplace, RU, 'new', { market: { accessList: ['U1003', 'DR10'] } });
  const walk = walkOn(workplace, RU, 'new', director);
  const list = await beginRecorded(walk);
  const rules = await openTallRules(workplace);
  const id = await makeFromTemplate(rules, words, 'reinstalled');
  await switchOn(rules, words, name);

  await list.bringToFront();
  await uninstall(list, walk);
  const place = await install(await goToInstall(list, walk), walk);
  await compare(place, walk);
  await expectRuns(rules, id);
  const dashboard = await openChatAppPart(workplace, RU, 'reinstall');
  await pressOurs(dashboard, walk.words.dashboard.chatapp.reinstall.act.close);
  await expectRun(workplace, RU, 'done');
  await expectRuns(rules, id, 'done');
  await rules.bringToFront();
  await expectTrace(rules, words, 'done');
  const [task, ...others] = director.tasks();
  expect(others).toEqual([]);
  expect(task?.title).toContain('ChatApp');
});
