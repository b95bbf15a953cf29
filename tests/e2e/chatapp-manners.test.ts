/** The section about ChatApp and the cards on the Market's pages for everybody: keyboard, screen reader, zoom, paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { cdpOf, type Spoken, spoken, until } from '../../scripts/lib/surface.mjs';
import { picture, TONGUES } from './cards.ts';
import {
  askFrom,
  bookOn,
  goTo,
  lineNameOf,
  nameOf,
  openRead,
  readEverything,
  sectionWords,
  sentenceOn,
  tellOptions,
} from './chatapp.ts';
import { expect, popupWords, test, type Workplace } from './fixture.ts';
import {
  appOf,
  expectGuard,
  expectNote,
  marketWords,
  openConfirmed,
  portalOf,
  say,
  stageMarket,
  tickedWindow,
  unfoldNote,
  uninstallButton,
} from './market.ts';
import { pressLast } from './own-pages.ts';

test.describe.configure({ timeout: 120_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TABS = ['state', 'explain', 'options', 'accounts', 'reinstall'] as const;
const [ME, SELLER, ACCOUNTANT] = [1, 1011, 1017];
const LOOKS = ['light', 'dark'] as const;

/** What axe has to say of a page of ours. */
async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: { id: string }[] }>;
      };
    };
    const { violations, passes } = await axe.run();
    if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('axe has looked at nothing');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  });
}

/** The same of a card in a closed root, into which axe could not look without being told of it. */
async function problemsOfCard(page: Page, role: string): Promise<string[]> {
  await page.evaluate(AXE);
  const card = await until(async () => (await spoken(page)).find((node) => node.role === role && isOurs(node)), {
    message: `the ${role}`,
  });
  const cdp = await cdpOf(page);
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: card.backendId });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `async function () {
      const root = this.getRootNode();
      Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
      const { violations, passes } = await axe.run(root.host);
      delete root.host.shadowRoot;
      if (!passes.some(({ id }) => id === 'button-name')) throw new Error('axe has looked at nothing');
      return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' '));
    }`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** The guard is the only alert dialog; the note is named after us. */
const isOurs = ({ role, name }: Spoken) => role === 'alertdialog' || name.startsWith('Latchdesk');

/** What would have to be scrolled sideways: the page, and any part of it that lies outside. */
const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.querySelectorAll('.chatapp *')].filter((each) => {
      const { right, left, width } = each.getBoundingClientRect();
      // Kept for screen readers alone.
      const isHidden = each.closest('.for-screen-reader, [data-look="list"] thead') !== null;
      return !isHidden && width > 1 && (right > clientWidth + 1 || left < -1);
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []),
      ...out.map((each) => `${each.tagName} ${each.className}: ${each.textContent?.slice(0, 40)}`),
    ];
  });

for (const tongue of TONGUES) {
  const { language } = tongue;
  const words = sectionWords(tongue);
  const { chatapp, explainer } = words;

  /** Everything read and said, so that every part has something to show. */
  const openFull = async (workplace: Workplace) => {
    const opened = await openRead(workplace, tongue, { market: { accessList: ['DR10', 'D12', 'U1020'] } });
    await tellOptions(opened.page, { password: true, personal: true, responsible: true });
    const { key } = await portalOf(workplace, tongue);
    const id = await askFrom<string>(opened.page, { type: 'reinstall.begun', key });
    await askFrom(opened.page, { type: 'reinstall.told', key, id, event: { type: 'record.wanted' } });
    await expect.poll(async () => (await bookOn(opened.page)).run?.state).toBe('recorded');
    await opened.page.setViewportSize({ width: 1280, height: 900 });
    return opened;
  };

  /** Every part and every view of the explanation, one after the other. */
  const VIEWS = [
    ...TABS.map((tab) => [tab, null] as const),
    ['explain', `e${ACCOUNTANT},1`] as const,
    ['explain', 'w2'] as const,
    ['explain', `c${ME},${ACCOUNTANT},1`] as const,
  ];

  test.describe(`in ${language}`, () => {
    test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

    test('nothing in the section keeps anybody out, in the light and in the dark', async ({ workplace }, info) => {
      const { page } = await openFull(workplace);
      for (const colorScheme of LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const [tab, detail] of VIEWS) {
          await goTo(workplace, tongue, page, tab, detail);
          await page.locator('.chatapp-part').waitFor();
          expect(await problemsOf(page), `${tab} ${detail ?? ''}, ${colorScheme}`).toEqual([]);
          await picture(page, info, `${tab}-${detail ?? 'all'}-${colorScheme}`, tongue);
        }
      }
    });

    test('nothing in the note, the guide and the card of the guard keeps anybody out either', async ({
      workplace,
    }, info) => {
      const market = marketWords(tongue);
      const director = stageMarket(workplace, tongue, 'new');
      const page = await openConfirmed(workplace, tongue, 'new');
      await page.bringToFront();
      await expectNote(page, market);
      await unfoldNote(page, market);
      for (const colorScheme of LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await problemsOfCard(page, 'complementary'), `the note, ${colorScheme}`).toEqual([]);
        await picture(page, info, `note-${colorScheme}`, tongue);
      }
      const { key } = await portalOf(workplace, tongue);
      await say(workplace, { type: 'reinstall.begun', key });
      await expectNote(page, market, market.ours.guide.title(appOf(director).name));
      await unfoldNote(page, market);
      for (const colorScheme of LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await problemsOfCard(page, 'complementary'), `the guide, ${colorScheme}`).toEqual([]);
        await picture(page, info, `guide-${colorScheme}`, tongue);
      }
      const window = await tickedWindow(page, 'new', market, appOf(director));
      await uninstallButton(window).click();
      await expectGuard(page, market.ours.guard.title.chatApp);
      for (const colorScheme of LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await problemsOfCard(page, 'alertdialog'), `the guard, ${colorScheme}`).toEqual([]);
        await picture(page, info, `guard-${colorScheme}`, tongue);
      }
    });

    test('by keyboard alone: found, read, and the place that puts it right is open', async ({ workplace }) => {
      const { director, page } = await openRead(workplace, tongue);
      await tellOptions(page, { password: false, personal: false, responsible: true });
      await goTo(workplace, tongue, page, 'state');
      const focused = () =>
        page.evaluate(() => {
          const at = document.activeElement as HTMLInputElement | null;
          return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
        });
      const tabTo = async (name: string) => {
        const way: string[] = [];
        for (let presses = 0; presses < 80; presses += 1) {
          await page.keyboard.press('Tab');
          const at = await focused();
          if (at === name) return;
          way.push(at);
        }
        throw new Error(`80 presses of Tab did not reach “${name}”, but: ${way.join(', ')}`);
      };
      // The parts are one row: arrows go along it.
      await tabTo(chatapp.tab.state);
      await page.keyboard.press('ArrowRight');
      expect(await focused()).toBe(chatapp.tab.explain);
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(explainer.picker.label, { exact: true })).toBeVisible();
      await tabTo(explainer.picker.label);
      await page.keyboard.type(nameOf(director, ACCOUNTANT).slice(0, 6));
      await page.keyboard.press('ArrowDown');
      await expect.poll(focused).toContain(nameOf(director, ACCOUNTANT));
      await page.keyboard.press('Enter');
      await expect(sentenceOn(page, words, 'start')).toContainText(
        explainer.verdict.start.no(nameOf(director, ACCOUNTANT)),
      );
      // Whoever cannot see hears whose page it is.
      await expect.poll(focused).toBe(nameOf(director, ACCOUNTANT));

      const lines = page.locator('.explainer select');
      await tabTo(explainer.line.label);
      while ((await lines.inputValue()) !== '1') await page.keyboard.press('ArrowDown');
      await expect(sentenceOn(page, words, 'start')).toContainText(
        explainer.finding.queueOut(explainer.line.named(lineNameOf(director, 1))),
      );
      const place = explainer.placeOfLine(explainer.line.named(lineNameOf(director, 1)));
      await tabTo(`${place}: ${explainer.gate.queue}`);
      const opening = workplace.context.waitForEvent('page');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await opening).url()).toContain('/contact_center/lines_edit/');
    });

    for (const [width, height] of [
      [700, 900],
      [640, 450],
      [360, 640],
    ] as const) {
      test(`nothing is lost and nothing scrolls sideways in ${width} × ${height} pixels`, async ({
        workplace,
      }, info) => {
        const { director, page } = await openFull(workplace);
        const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
        director.setEmployee({ id: ACCOUNTANT, firstName: long, lastName: '' });
        director.setDepartment({ id: 12, name: long });
        director.setLine({ id: 1, name: long });
        await readEverything(page);
        await page.setViewportSize({ width, height });
        for (const [tab, detail] of VIEWS) {
          await goTo(workplace, tongue, page, tab, detail);
          await page.locator('.chatapp-part').waitFor();
          await expect.poll(() => overflowOf(page), { message: `${tab} ${detail ?? ''}` }).toEqual([]);
          await picture(page, info, `${tab}-${detail ?? 'all'}-${width}`, tongue);
        }
      });
    }

    test('on paper a comparison of two employees stands without controls, in dark letters', async ({ workplace }) => {
      const { director, page } = await openFull(workplace);
      await goTo(workplace, tongue, page, 'explain', `c${SELLER},${ACCOUNTANT},1`);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const pair = page.locator('.explain-pair');
      for (const id of [SELLER, ACCOUNTANT]) await expect(pair).toContainText(nameOf(director, id));
      await expect(pair.getByText(explainer.compare.differences)).toBeVisible();
      await expect(page.getByRole('group', { name: explainer.views.label })).toBeHidden();
      const paint = await pair.evaluate((element) => {
        const { color } = getComputedStyle(element);
        return color.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
      });
      // Paper is white whatever the screen was.
      expect(Math.max(...paint)).toBeLessThan(110);
    });

    test('the popup says how far an unfinished reinstall is, and goes on with it', async ({ workplace }, info) => {
      await openFull(workplace);
      const popup = await workplace.openPopup();
      const { host } = tongue;
      const own = popupWords[language];
      await expect(popup.getByText(own.reinstall.recorded)).toBeVisible();
      await picture(popup, info, 'popup', tongue);
      const opening = workplace.context.waitForEvent('page');
      await pressLast(popup.getByRole('button', { name: own.reinstallOpenNamed(host) }));
      const opened = await opening;
      // The test's browser gives a page that the extension opened now its own language, now the one that was asked for.
      const steps = (['ru', 'en'] as const).map((each) => dashboardLocaleFor(each).messages.chatapp.reinstall.steps);
      await expect(opened.getByRole('heading', { name: new RegExp(`^(${steps.join('|')})$`) })).toBeVisible();
      expect(new URL(opened.url()).hash).toMatch(/\/reinstall$/);
    });
  });
}
