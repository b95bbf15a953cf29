/**
 * An application that is uninstalled and installed again without losing anything: a person does every step in the
 * portal, and Latchdesk records, notices and compares. Titles begin with the rules of the product.
 */
import { MARKET_TEXTS } from '../../demo/model/market-texts.ts';
import { eraseWord } from '../../domain/market/erase-word.ts';
import { EN, picture, RU, TONGUES } from './cards.ts';
import { allText, expect, test } from './fixture.ts';
import {
  appOf,
  askToUninstall,
  CLEAN,
  expectCleans,
  expectGuard,
  expectNote,
  expectRun,
  GENERATIONS,
  insist,
  noteText,
  openChatAppPart,
  pressOurs,
  runOf,
  stageMarket,
  tickedWindow,
  unfoldNote,
  uninstallButton,
} from './market.ts';
import {
  agreeAndInstall,
  beginInDashboard,
  beginInNote,
  beginRecorded,
  beginUninstalled,
  compare,
  dealTabs,
  finishInApplication,
  goToInstall,
  goToList,
  install,
  installAndOpen,
  openDeal,
  record,
  reopenList,
  uninstall,
  walkOn,
} from './reinstalling.ts';

// Each of them is a walk through a dozen pages.
test.describe.configure({ timeout: 120_000 });

for (const tongue of TONGUES) {
  for (const generation of GENERATIONS) {
    test.describe(`${generation} pages, ${tongue.language}`, () => {
      test.use({ browserLocale: tongue.language === 'ru' ? 'ru-RU' : 'en-US' });

      test('C1, C3: a reinstall that loses nothing, from the first check to the comparison', async ({
        workplace,
      }, info) => {
        const director = stageMarket(workplace, tongue, generation, { market: { accessList: ['U1003', 'DR10'] } });
        const walk = walkOn(workplace, tongue, generation, director);
        const { guide } = walk.words.ours;
        const { compare: words, stopped: _, ...reinstall } = walk.words.dashboard.chatapp.reinstall;
        const before = dealTabs(director);

        const page = await (generation === 'new' ? beginInNote(walk) : beginInDashboard(walk));
        await record(page, walk);
        const advice = generation === 'new' ? 'uninstallInList' : 'uninstallInOldList';
        await expectNote(page, walk.words, guide.advice[advice]);
        await pressOurs(page, guide.more, 'DisclosureTriangle');
        await expectNote(page, walk.words, guide.removes, guide.restores, guide.check.record.ok);
        await picture(page, info, `recorded-${generation}`, tongue);
        await uninstall(page, walk);
        await expectCleans(director, CLEAN[generation].no);
        await expectNote(page, walk.words, guide.wipe.no);

        const place = await install(await goToInstall(page, walk), walk);
        await compare(place, walk);
        await expectNote(place, walk.words, guide.result.refresh, guide.result.tryOut);
        await picture(place, info, `compared-${generation}`, tongue);

        const after = dealTabs(director);
        expect(after.map(({ title }) => title)).toEqual(before.map(({ title }) => title));
        const dashboard = await openChatAppPart(workplace, tongue, 'reinstall');
        for (const [index, { id, title }] of before.entries()) {
          const now = after[index]?.id ?? 0;
          expect(now).not.toBe(id);
          const told = `${words.tab(title, words.card.deal)}: ${words.newNumber(String(id), String(now))}`;
          await expect(dashboard.locator('[data-kind="newId"]')).toContainText(told);
        }
        await expect(dashboard.locator('[data-kind="missing"], [data-kind="changed"]')).toHaveCount(0);
        await dashboard.locator('[data-kind="same"] summary').click();
        for (const entry of [words.part.access, words.part.lines, words.part.tiles]) {
          await expect(dashboard.locator('[data-kind="same"]')).toContainText(entry);
        }
        const said = await allText(dashboard);
        for (const sentence of [words.allBack, words.refresh.title, words.never.robots.title, reinstall.press.kept]) {
          expect(said).toContain(sentence);
        }
        await picture(dashboard, info, `dashboard-${generation}`, tongue);
        await pressOurs(dashboard, reinstall.act.close);
        await expectRun(workplace, tongue, 'done');
      });
    });
  }
}

for (const generation of GENERATIONS) {
  test.describe(`what can come in between, ${generation} pages`, () => {
    const tongue = generation === 'new' ? EN : RU;
    test.use({ browserLocale: tongue.language === 'ru' ? 'ru-RU' : 'en-US' });

    test('C1: the browser is closed in the middle, and the reinstall goes on', async ({ workplace }) => {
      const director = stageMarket(workplace, tongue, generation);
      const walk = walkOn(workplace, tongue, generation, director);
      await beginUninstalled(walk);
      await workplace.restart();
      const page = await reopenList(walk);
      await unfoldNote(page, walk.words);
      await expectNote(page, walk.words, walk.words.ours.guide.title('ChatApp'));
      const run = await expectRun(workplace, tongue, 'absent');
      expect(run.recorded).toMatchObject({ access: true, lines: true, tiles: true, cards: ['deal'] });
      await compare(await install(await goToInstall(page, walk), walk), walk);
    });

    test('C2: uninstalled with its data: told as it is, with the record of how it was', async ({ workplace }, info) => {
      const director = stageMarket(workplace, tongue, generation);
      const walk = walkOn(workplace, tongue, generation, director);
      const { ours, dashboard } = walk.words;
      const page = await beginRecorded(walk);
      const window = await tickedWindow(page, generation, walk.words, appOf(director));
      await uninstallButton(window).click();
      await expectGuard(page, ours.guard.title.chatApp);
      await insist(page, walk.words, eraseWord('ChatApp', ours.guard.insist.word));
      await uninstallButton(window).click();
      await expectCleans(director, CLEAN[generation].yes);
      const run = await expectRun(workplace, tongue, 'dataWiped');
      expect(run.press).toMatchObject({ wipes: true });
      await unfoldNote(page, walk.words);
      await expectNote(page, walk.words, ours.guide.wipedLine, ours.guide.advice.wiped);
      await picture(page, info, `wiped-${generation}`, tongue);
      const own = await openChatAppPart(workplace, tongue, 'reinstall');
      await expect(own.getByText(dashboard.chatapp.reinstall.wipedNow.title)).toBeVisible();
      await expect(own.getByText(dashboard.chatapp.reinstall.record.heading)).toBeVisible();
    });

    test('C1: the portal refuses to install without a subscription: stopped with what to do, and resumed', async ({
      workplace,
    }, info) => {
      const director = stageMarket(workplace, tongue, generation);
      const walk = walkOn(workplace, tongue, generation, director);
      const { guide } = walk.words.ours;
      const page = await goToInstall(await beginUninstalled(walk), walk);
      const { subscription } = MARKET_TEXTS[tongue.language];
      director.installError({
        error: 'SUBSCRIPTION_REQUIRED',
        errorDescription: subscription,
        helperCode: 'limit_market_plus',
      });
      await agreeAndInstall(page, walk);
      const run = await expectRun(workplace, tongue, 'stopped');
      expect(run.stop).toEqual({ kind: 'installRefused', refusal: 'subscription', message: subscription });
      await page.reload();
      await unfoldNote(page, walk.words);
      await expectNote(page, walk.words, guide.stoppedLine, guide.stopped.refusal.subscription, subscription);
      await picture(page, info, `refused-${generation}`, tongue);
      const dashboard = await openChatAppPart(workplace, tongue, 'reinstall');
      const { refusal } = walk.words.dashboard.chatapp.reinstall.stopped;
      await expect(dashboard.getByText(refusal.subscription.title)).toBeVisible();
      await dashboard.close();
      await page.bringToFront();

      director.installError();
      await pressOurs(page, guide.resume);
      await expectRun(workplace, tongue, 'absent');
      await compare(await install(page, walk), walk);
    });

    test('C1: the portal refuses to uninstall: stopped with its words, and the next press goes on', async ({
      workplace,
    }) => {
      const director = stageMarket(workplace, tongue, generation, { market: { veto: 'A robot needs it' } });
      const walk = walkOn(workplace, tongue, generation, director);
      const { guide } = walk.words.ours;
      const page = await beginRecorded(walk);
      await uninstallButton(await askToUninstall(page, generation, walk.words, appOf(director))).click();
      const run = await expectRun(workplace, tongue, 'stopped');
      expect(run.stop).toEqual({ kind: 'vetoed', message: 'A robot needs it' });
      director.veto();
      await page.reload();
      await unfoldNote(page, walk.words);
      await expectNote(page, walk.words, guide.stopped.vetoed, 'A robot needs it');
      await uninstall(page, walk);
      await compare(await install(await goToInstall(page, walk), walk), walk);
    });

    test('C1: another administrator brings it to its end elsewhere', async ({ workplace }) => {
      const director = stageMarket(workplace, tongue, generation);
      const walk = walkOn(workplace, tongue, generation, director);
      const page = await beginUninstalled(walk);
      director.installApp();
      director.finishInstallation();
      await goToList(page, walk);
      await expectRun(workplace, tongue, 'finishing');
      await unfoldNote(page, walk.words);
      await expectNote(page, walk.words, walk.words.ours.guide.advice.goToApplication);
      await compare(page, walk);
    });

    test('C3: a card that was open all the time says nothing of the new tabs until it is loaded anew', async ({
      workplace,
    }) => {
      const director = stageMarket(workplace, tongue, generation);
      const walk = walkOn(workplace, tongue, generation, director);
      const page = await beginRecorded(walk);
      const stale = await workplace.open('/stream/', tongue.place);
      await openDeal(stale, walk);
      const [old] = dealTabs(director);
      await page.bringToFront();
      await uninstall(page, walk);
      director.installApp();
      director.finishInstallation();
      await goToList(page, walk);
      await expectRun(workplace, tongue, 'finishing');

      await stale.bringToFront();
      const card = stale.frames().find((frame) => frame.url().includes('/details/'));
      if (!card) throw new Error('the old card is gone');
      const line = walk.words.ours.guide.line(5, 6, walk.words.ours.guide.step.finished);
      await expect.poll(() => noteText(card, walk.words)).toContain(line);
      // Its strip runs out of room, which is told once more.
      await card.locator(`[data-id="tab_rest_${old?.id}"]`).evaluate((tab) => tab.classList.add('--hidden'));
      await workplace.fence(tongue === RU ? 'second' : 'demo');
      expect((await runOf(workplace, tongue))?.state).toBe('finishing');

      // Somebody says that it is finished: neither tabs nor tiles were seen since.
      await page.bringToFront();
      await unfoldNote(page, walk.words);
      await pressOurs(page, walk.words.ours.guide.finished);
      const told = await expectRun(workplace, tongue, 'compared');
      expect(told.differences).toMatchObject({ notCompared: 2, newId: 0, missing: 0 });

      await openDeal(stale, walk);
      await goToList(page, walk);
      await unfoldNote(page, walk.words);
      await pressOurs(page, walk.words.ours.guide.compareAgain);
      const differences = async () => (await runOf(workplace, tongue))?.differences;
      await expect.poll(differences).toMatchObject({ notCompared: 1, newId: 2, missing: 0 });
    });

    test('C3: an installation that nobody finishes shows no tabs, and says what is still to do', async ({
      workplace,
    }, info) => {
      const director = stageMarket(workplace, tongue, generation, { crm: { installerFinishes: false } });
      const walk = walkOn(workplace, tongue, generation, director);
      const { guide } = walk.words.ours;
      const page = await installAndOpen(await goToInstall(await beginUninstalled(walk), walk), walk);
      await expectRun(workplace, tongue, 'finishing');
      await unfoldNote(page, walk.words);
      await expectNote(page, walk.words, guide.advice.finishHere, guide.finishedMeans);
      await picture(page, info, `unfinished-${generation}`, tongue);
      expect((await runOf(workplace, tongue))?.finishedBy).toBeNull();
      director.finishInstallation();
      await finishInApplication(walk);
      await compare(page, walk);
    });
  });
}
