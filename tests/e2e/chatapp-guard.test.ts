/**
 * The guard before "Uninstall" on both generations of the portal's pages: one tick can delete everything, and what a
 * person decides about it is done by that person. Titles begin with the rules of the product.
 */
import type { Page } from '@playwright/test';
import type { Director } from '../../demo/portal.ts';
import { eraseWord } from '../../domain/market/erase-word.ts';
import { EN, picture, RU, TONGUES, type Tongue } from './cards.ts';
import { expect, test, until } from './fixture.ts';
import {
  accessDialog,
  appOf,
  askToUninstall,
  boxIn,
  CLEAN,
  cancelButton,
  cleans,
  expectCardsHere,
  expectCleans,
  expectGuard,
  expectNoGuard,
  expectNote,
  expectRun,
  GENERATIONS,
  guardText,
  hasFocus,
  hideCard,
  insist,
  installedPath,
  listIsDrawn,
  marketOf,
  marketWords,
  noteText,
  openChatAppPart,
  openConfirmed,
  openInSlider,
  openInstalled,
  portalOf,
  pressOurs,
  rowOf,
  say,
  stageMarket,
  tickedWindow,
  unfoldNote,
  uninstallButton,
  warningText,
  watchScriptedClicks,
  windowOf,
  writingCalls,
} from './market.ts';
import type { Workplace } from './workplace.ts';

test.describe.configure({ timeout: 60_000 });

const isGone = (director: Director, code?: string) => !appOf(director, code).isActive;

/** The application that must not be guarded by itself. */
const other = (tongue: Tongue) => (tongue === RU ? 'trassa.delivery' : 'route.delivery');

for (const tongue of TONGUES) {
  for (const generation of GENERATIONS) {
    test.describe(`${generation} pages, ${tongue.language}`, () => {
      test.use({ browserLocale: tongue.language === 'ru' ? 'ru-RU' : 'en-US' });
      const words = marketWords(tongue);
      const { guard } = words.ours;
      const { yes, no } = CLEAN[generation];

      test('C2: a press with the box ticked is stopped, and the card says what it would destroy; unticked, it goes out', async ({
        workplace,
      }, info) => {
        const director = stageMarket(workplace, tongue, generation);
        const scripted = await watchScriptedClicks(workplace);
        const page = await openConfirmed(workplace, tongue, generation);
        const window = await tickedWindow(page, generation, words, appOf(director));
        await uninstallButton(window).click();
        await expectGuard(
          page,
          guard.title.chatApp,
          guard.about.certain('ChatApp'),
          guard.why.ticked,
          guard.nothingYet,
          ...guard.gone,
          ...guard.goneAlways,
          guard.goneAlwaysMeans,
        );
        expect(cleans(director)).toEqual([]);
        await picture(page, info, `guard-${generation}`, tongue);

        await pressOurs(page, guard.untick);
        await expectNoGuard(page);
        await expect(boxIn(window)).not.toBeChecked();
        expect(await hasFocus(window)).toBe(true);
        expect(cleans(director)).toEqual([]);
        expect(scripted).toEqual([]);

        await uninstallButton(window).click();
        await expectCleans(director, no);
        await expect.poll(() => isGone(director)).toBe(true);
        expect(director.marketState().uninstallations).toMatchObject([{ wiped: false }]);
        expect(scripted).toEqual([]);
        await expect.poll(async () => (await marketOf(workplace, tongue)).lastWipe?.end).toBe('unticked');
      });

      test('C2: “back” keeps the tick and the window, and the next press is stopped as well', async ({ workplace }) => {
        const director = stageMarket(workplace, tongue, generation);
        const page = await openConfirmed(workplace, tongue, generation);
        const window = await tickedWindow(page, generation, words, appOf(director));
        await uninstallButton(window).click();
        await expectGuard(page, guard.title.chatApp);
        await pressOurs(page, guard.back);
        await expectNoGuard(page);
        await expect(boxIn(window)).toBeChecked();
        expect(await hasFocus(window)).toBe(true);
        await uninstallButton(window).click();
        await expectGuard(page, guard.title.chatApp);
        expect(cleans(director)).toEqual([]);
        expect(isGone(director)).toBe(false);
      });

      test('C2: a typed name lets one press pass with its data, and not the one after it', async ({ workplace }) => {
        const director = stageMarket(workplace, tongue, generation, { market: { veto: 'Not today' } });
        const page = await openConfirmed(workplace, tongue, generation);
        const app = appOf(director);
        const window = await tickedWindow(page, generation, words, app);
        await uninstallButton(window).click();
        await expectGuard(page, guard.title.chatApp);
        await insist(page, words, eraseWord(app.name, guard.insist.word));
        await expect(boxIn(window)).toBeChecked();
        expect(cleans(director)).toEqual([]);
        await uninstallButton(window).click();
        await expectCleans(director, yes);
        await expect(window).toContainText('Not today');

        await cancelButton(window).click();
        director.veto();
        const again = await tickedWindow(page, generation, words, app);
        await uninstallButton(again).click();
        await expectGuard(page, guard.title.chatApp);
        expect(cleans(director)).toEqual([yes]);
        expect(isGone(director)).toBe(false);
      });

      test('C2: a tick that is left from a cancelled try is noticed', async ({ workplace }, info) => {
        const director = stageMarket(workplace, tongue, generation);
        const page = await openConfirmed(workplace, tongue, generation);
        const app = appOf(director);
        await cancelButton(await tickedWindow(page, generation, words, app)).click();
        await expect(windowOf(page, generation, app.code)).toBeHidden();
        const window = await askToUninstall(page, generation, words, app);
        const why = generation === 'new' ? 'leftTicked' : 'hiddenTick';
        // The new window shows the old tick; the old one shows an empty box and sends another one.
        await expect(boxIn(window)).toBeChecked({ checked: generation === 'new' });
        await uninstallButton(window).click();
        await expectGuard(page, guard.title.chatApp, guard.why[why], guard.untickMeans[why]);
        await picture(page, info, `left-${generation}`, tongue);
        await pressOurs(page, guard.untick);
        await expectNoGuard(page);
        await uninstallButton(window).click();
        await expectCleans(director, no);
        expect(director.marketState().uninstallations).toMatchObject([{ wiped: false }]);
      });

      test('C2: without the tick nothing stands in the way', async ({ workplace }) => {
        const director = stageMarket(workplace, tongue, generation);
        const page = await openConfirmed(workplace, tongue, generation);
        const window = await askToUninstall(page, generation, words, appOf(director));
        await expectCardsHere(page);
        await uninstallButton(window).click();
        await expectCleans(director, no);
        expect(await guardText(page)).toBe('');
      });

      test('C5: “Open Access” opens the portal’s dialog in one click, and nothing is saved', async ({
        workplace,
      }, info) => {
        const director = stageMarket(workplace, tongue, generation, { market: { accessList: ['U1003', 'D5'] } });
        const scripted = await watchScriptedClicks(workplace);
        const page = await openConfirmed(workplace, tongue, generation);
        await unfoldNote(page, words);
        await pressOurs(page, words.ours.note.openAccess);
        await expect(accessDialog(page)).toBeVisible();
        await expect(accessDialog(page)).toContainText(words.portal.accessTitle);
        await picture(page, info, `access-${generation}`, tongue);
        // What a script pressed is the way to the dialog, and nothing else.
        const way = generation === 'new' ? ['⋯', words.portal.access] : [words.portal.oldAccess];
        await expect.poll(() => scripted.map(({ text }) => text)).toEqual(way);
        expect(writingCalls(director)).toEqual([]);
        expect(appOf(director).access).toEqual(['U1003', 'D5']);
      });

      test('identity: asked once which one is ChatApp, then known by its code whatever it is called', async ({
        workplace,
      }) => {
        const director = stageMarket(workplace, tongue, generation, { market: { hasLookAlike: true } });
        const code = director.marketState().chatApp;
        const { identity } = words.ours;
        const page = await openInstalled(workplace, tongue, generation);
        await expectNote(page, words, identity.question);
        await unfoldNote(page, words);
        await expectNote(page, words, identity.code(code), identity.code('lite.chat'));
        await pressOurs(page, new RegExp(`${identity.code(code)}$`), 'radio');
        await pressOurs(page, identity.confirm);
        await expect.poll(async () => (await marketOf(workplace, tongue)).confirmed?.code).toBe(code);

        const renamed = stageMarket(workplace, tongue, generation, {
          market: { hasLookAlike: true, apps: [{ code, name: 'Omni' }] },
        });
        await page.reload();
        await listIsDrawn(page, generation);
        await expect.poll(async () => (await marketOf(workplace, tongue)).confirmed?.name).toBe('Omni');
        expect(await noteText(page, words)).not.toContain(identity.question);
        const window = await tickedWindow(page, generation, words, appOf(renamed));
        await uninstallButton(window).click();
        await expectGuard(page, guard.title.chatApp, guard.about.certain('Omni'));
        expect(cleans(renamed)).toEqual([]);
      });
    });
  }
}

for (const generation of GENERATIONS) {
  test.describe(`what can be in the way, ${generation} pages`, () => {
    const tongue = generation === 'new' ? RU : EN;
    test.use({ browserLocale: tongue.language === 'ru' ? 'ru-RU' : 'en-US' });
    const words = marketWords(tongue);
    const { guard } = words.ours;
    const { no, yes } = CLEAN[generation];

    /** A ticked window of ChatApp with everything ready. */
    async function begin(workplace: Workplace, scenario: Parameters<typeof stageMarket>[3] = {}) {
      const director = stageMarket(workplace, tongue, generation, scenario);
      const page = await openConfirmed(workplace, tongue, generation);
      const window = await tickedWindow(page, generation, words, appOf(director));
      return { director, page, window };
    }

    for (const key of ['Enter', ' ']) {
      test(`C2: a press with ${key === ' ' ? 'Space' : key} is stopped like one with the mouse`, async ({
        workplace,
      }) => {
        const { director, page, window } = await begin(workplace);
        // A portal whose button takes the focus and hears keys.
        await uninstallButton(window).evaluate((button: HTMLElement) => {
          button.tabIndex = 0;
          button.addEventListener('keydown', ({ key }) => (key === 'Enter' || key === ' ') && button.click());
        });
        await uninstallButton(window).focus();
        await page.keyboard.press(key);
        await expectGuard(page, guard.title.chatApp);
        expect(cleans(director)).toEqual([]);
        await pressOurs(page, guard.untick);
        await expectNoGuard(page);
        await expect(uninstallButton(window)).toBeFocused();
        await page.keyboard.press(key);
        await expectCleans(director, no);
      });
    }

    test('C2: in the frame of a slider, with the card in that frame', async ({ workplace }, info) => {
      const director = stageMarket(workplace, tongue, generation);
      const top = await openConfirmed(workplace, tongue, generation);
      await top.goto(`${new URL(top.url()).origin}/stream/`);
      const frame = await openInSlider(top, installedPath(generation));
      await listIsDrawn(frame, generation);
      const window = await tickedWindow(frame, generation, words, appOf(director));
      await uninstallButton(window).click();
      await expectGuard(frame, guard.title.chatApp);
      await picture(top, info, `slider-${generation}`, tongue);
      expect(await top.locator('latchdesk-market').count()).toBe(0);
      expect(cleans(director)).toEqual([]);
      await pressOurs(frame, guard.untick);
      await expectNoGuard(frame);
      await uninstallButton(window).click();
      await expectCleans(director, no);
    });

    test('C2: a page that is drawn anew under the card changes nothing of the way on', async ({ workplace }) => {
      const { director, page, window } = await begin(workplace);
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp);
      if (generation === 'new') {
        const card = await rowOf(page, 'new', appOf(director)).elementHandle();
        director.rerenderMarket();
        await expect.poll(() => card?.evaluate((element) => element.isConnected)).toBe(false);
      } else {
        await page.evaluate(() => {
          const list = document.querySelector('#mp-installed-block');
          list?.replaceWith(list.cloneNode(true));
        });
      }
      await expectGuard(page, guard.title.chatApp);
      await pressOurs(page, guard.untick);
      await expectNoGuard(page);
      await uninstallButton(window).click();
      await expectCleans(director, no);
    });

    test('C2: a window that nobody knows gets a word beside it and is not stopped', async ({ workplace }, info) => {
      stageMarket(workplace, tongue, generation);
      const page = await openConfirmed(workplace, tongue, generation);
      await addUnknownWindow(page);
      await page.locator('#tomorrow input').check();
      await expect
        .poll(() => warningText(page, words), { timeout: 12_000 })
        .toContain(words.ours.warning.title.unknownWindow);
      expect(await warningText(page, words)).toContain(words.ours.warning.text);
      await picture(page, info, `unknown-${generation}`, tongue);
      await page.locator('#tomorrow .popup-window-button-decline').click();
      await expect(page.locator('#tomorrow')).toHaveAttribute('data-presses', '1');
      expect(await guardText(page)).toBe('');
    });

    test('C2: another application is guarded only where that is wanted', async ({ workplace }) => {
      const director = stageMarket(workplace, tongue, generation);
      const page = await openConfirmed(workplace, tongue, generation);
      // The note proves that everything is there.
      await expectCardsHere(page);
      const code = other(tongue);
      const window = await tickedWindow(page, generation, words, appOf(director, code));
      await uninstallButton(window).click();
      await expectCleans(director, yes);
      await expect.poll(() => isGone(director, code)).toBe(true);
      // The old page loads itself anew now, and would take the next window with it.
      await expect(async () => void (await page.reload())).toPass({ timeout: 15_000 });

      const { key } = await portalOf(workplace, tongue);
      await say(workplace, { type: 'settings.changed', key, changes: { guardsOthers: true } });
      const [third] = director.marketState().apps.filter((app) => app.isActive && app.developer !== 'ChatApp');
      if (!third) throw new Error('the portal has no other application');
      const next = await tickedWindow(page, generation, words, third);
      await uninstallButton(next).click();
      await expectGuard(page, guard.title.others, guard.about.other(third.name));
      expect(cleans(director)).toEqual([yes]);
    });

    test('C2: whoever hid the card is not stopped any more', async ({ workplace }) => {
      const { director, page, window } = await begin(workplace);
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp);
      await pressOurs(page, words.ours.shell.why);
      await expectGuard(page, words.ours.hideMeans.uninstallGuard);
      await pressOurs(page, words.ours.shell.hideHere);
      await expectNoGuard(page);
      expect(cleans(director)).toEqual([]);
      await uninstallButton(window).click();
      await expectCleans(director, yes);
      expect(await guardText(page)).toBe('');
    });

    test('C2: hidden in the settings, in a window that is open already', async ({ workplace }) => {
      const { director, page, window } = await begin(workplace);
      await hideCard(workplace, tongue, 'uninstallGuard');
      await page.reload();
      await expect.poll(() => noteText(page, words)).not.toBe('');
      const again = await askToUninstall(page, generation, words, appOf(director));
      await boxIn(again).check();
      await uninstallButton(again).click();
      await expectCleans(director, yes);
      await expect(window).toBeHidden();
    });

    test('C2: the background is killed just before the press', async ({ workplace }) => {
      const { director, page, window } = await begin(workplace);
      await workplace.killWorker();
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp, guard.why.ticked);
      expect(cleans(director)).toEqual([]);
      await pressOurs(page, guard.untick);
      await expectNoGuard(page);
      await uninstallButton(window).click();
      await expectCleans(director, no);
      // And the press was told all the same.
      await expectRun(workplace, tongue, 'absent');
    });

    test('C2: where the card cannot come, the press is not held up for long', async ({ workplace }) => {
      const director = stageMarket(workplace, tongue, generation);
      const page = await openConfirmed(workplace, tongue, generation);
      await hideCard(workplace, tongue, 'marketNote');
      const worker = await workplace.worker();
      await worker.evaluate(() => {
        type Api = { scripting: { executeScript: () => Promise<never> } } | undefined;
        // In Firefox they are two.
        const { chrome, browser } = globalThis as unknown as { chrome: Api; browser: Api };
        for (const api of [chrome, browser]) {
          if (api) api.scripting.executeScript = () => Promise.reject(new Error('not now'));
        }
      });
      await page.reload();
      await listIsDrawn(page, generation);
      const warned = page.waitForEvent('console', (message) => message.text().includes('the next press'));
      const window = await askToUninstall(page, generation, words, appOf(director));
      await boxIn(window).check();
      await until(
        async () => {
          await uninstallButton(window).click();
          return cleans(director).length > 0;
        },
        { every: 500, message: 'the press that passes' },
      );
      await warned;
      expect(cleans(director)).toEqual([yes]);
      expect(await page.locator('latchdesk-market').count()).toBe(0);
    });

    test('C2: an update while the window is open: the new guard takes over', async ({ workplace }) => {
      const { director, page, window } = await begin(workplace);
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp);
      await workplace.updateExtension();
      // The card of the old one ends as if the person had gone back.
      await expectNoGuard(page);
      await expectCardsHere(page);
      await expect(boxIn(window)).toBeChecked();
      expect(cleans(director)).toEqual([]);
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp);
      await pressOurs(page, guard.untick);
      await expectNoGuard(page);
      await uninstallButton(window).click();
      await expectCleans(director, no);
    });

    test('C2: the portal says no: its words stay, nothing is said to be gone', async ({ workplace }) => {
      const { director, page, window } = await begin(workplace, { market: { veto: 'A robot needs it' } });
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp);
      await pressOurs(page, guard.untick);
      await expectNoGuard(page);
      await uninstallButton(window).click();
      await expect(window).toContainText('A robot needs it');
      const run = await expectRun(workplace, tongue, 'stopped');
      expect(run.stop).toEqual({ kind: 'vetoed', message: 'A robot needs it' });
      expect(isGone(director)).toBe(false);
      expect(cleans(director)).toEqual([no]);
    });

    test('identity: one that is called much the same is guarded, too, as one that may be it', async ({ workplace }) => {
      const director = stageMarket(workplace, tongue, generation, { market: { hasLookAlike: true } });
      const page = await openConfirmed(workplace, tongue, generation);
      const window = await tickedWindow(page, generation, words, appOf(director, 'lite.chat'));
      await uninstallButton(window).click();
      await expectGuard(page, guard.title.chatApp, guard.about.maybe('ChatApp Lite'));
      expect(cleans(director)).toEqual([]);
    });

    test('identity: left the Market and listed without a name: guarded by its code', async ({ workplace }, info) => {
      const director = stageMarket(workplace, tongue, generation, {
        market: { isUnpublished: true, ...(generation === 'new' && { apps: [nameless(workplace, tongue)] }) },
      });
      const app = appOf(director);
      const page = await openConfirmed(workplace, tongue, generation);
      const window = await tickedWindow(page, generation, words, app);
      await uninstallButton(window).click();
      const about = generation === 'new' ? guard.aboutNameless : guard.about.certain(app.name);
      await expectGuard(page, guard.title.chatApp, about);
      await picture(page, info, `nameless-${generation}`, tongue);
      const word = eraseWord(generation === 'new' ? '' : app.name, guard.insist.word);
      await insist(page, words, word);
      await uninstallButton(window).click();
      await expectCleans(director, yes);
    });

    test('C5: “Open Access” in the dashboard opens the list and its dialog', async ({ workplace }) => {
      const director = stageMarket(workplace, tongue, generation, { market: { accessList: ['U1003'] } });
      const scripted = await watchScriptedClicks(workplace);
      const list = await openConfirmed(workplace, tongue, generation);
      await list.goto(`${new URL(list.url()).origin}/stream/`);
      const dashboard = await openChatAppPart(workplace, tongue, 'state');
      const opened = workplace.context.waitForEvent('page', (page) => page.url().includes(installedPath(generation)));
      await pressOurs(dashboard, words.dashboard.chatapp.access.open);
      const page = await opened;
      await expect(accessDialog(page)).toBeVisible({ timeout: 15_000 });
      const way = generation === 'new' ? ['⋯', words.portal.access] : [words.portal.oldAccess];
      await expect.poll(() => scripted.map(({ text }) => text)).toEqual(way);
      expect(writingCalls(director)).toEqual([]);
      expect(appOf(director).access).toEqual(['U1003']);
    });

    test('an employee sees nothing of it', async ({ workplace }) => {
      stageMarket(workplace, tongue, generation, { user: { role: 'employee' } });
      const page = await workplace.open(installedPath(generation), tongue.place);
      await page.locator('.market-denied, .rest-mp-denied').waitFor();
      await workplace.fence(tongue === RU ? 'second' : 'demo');
      expect(await page.locator('latchdesk-market').count()).toBe(0);
      expect(await noteText(page, words)).toBe('');
    });
  });
}

/** A card of the new list without a name, as one that left the Market is drawn. */
const nameless = (workplace: Workplace, { place }: Tongue) => ({
  code: workplace.director(place).marketState().chatApp,
  name: '',
});

/** The window of a portal of tomorrow: it is like those that are known, and is none of them. */
const addUnknownWindow = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const window = document.createElement('div');
    window.id = 'tomorrow';
    window.className = 'popup-window';
    window.style.cssText = 'position:fixed;left:30px;top:90px;width:300px;display:block;background:#fff;z-index:3000';
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', name: 'delete-all-data' });
    const confirm = document.createElement('span');
    confirm.className = 'popup-window-button popup-window-button-decline';
    confirm.textContent = 'Uninstall';
    confirm.addEventListener('click', () => {
      window.dataset.presses = String(Number(window.dataset.presses ?? 0) + 1);
    });
    window.append(box, confirm);
    document.body.append(window);
  });
