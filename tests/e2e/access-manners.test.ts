/** The banner about access as a guest on the portal's pages: once, quiet, reachable, and gone when it is not wanted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { cdpOf, findSpoken, placeOf, type Spoken, spoken, until } from '../../scripts/lib/surface.mjs';
import {
  accessWords,
  ask,
  bannerButtons,
  bannerNodes,
  bannerText,
  bannerTitle,
  countBanners,
  expectBanner,
  expectFrames,
  expectNoBanner,
  expectStates,
  messageOnPage,
  nativeButton,
  onlyGrant,
  openAtMessage,
  openDetails,
  openRegister,
  pressInBanner,
  pressNative,
} from './access.ts';
import { openDialogs, picture, stage, TONGUES, type, writtenIn } from './cards.ts';
import { allText, clickSpoken, expect, expectChip, isFirefox, openPanel, test, type Workplace } from './fixture.ts';
import { dashboardWords, enter, openQuietPage, openSection } from './register.ts';

// Each of them waits for several readings, and the portal is not read more often than every three seconds.
test.describe.configure({ timeout: 90_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs code on a node in the page's own world, inside a closed shadow root, too. */
async function onNode<T>(page: Page, { backendId }: Spoken, code: string): Promise<T> {
  const cdp = await cdpOf(page);
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: backendId });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `async function () { ${code} }`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

const bannerNode = async (page: Page): Promise<Spoken> =>
  until(async () => (await bannerNodes(page))[0], { message: 'the banner' });

/** What axe has to say of the banner; it is told of the closed root, into which it could not look. */
async function problemsOfBanner(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return onNode(
    page,
    await bannerNode(page),
    `const root = this.getRootNode();
     Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
     const { violations, passes } = await axe.run(root.host);
     delete root.host.shadowRoot;
     if (!passes.some(({ id }) => id === 'button-name')) throw new Error('axe has looked at nothing');
     return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' '));`,
  );
}

/** Texts of the banner that stand out too little; what axe cannot tell inside a closed root. */
async function faintTexts(page: Page): Promise<string[]> {
  return onNode(
    page,
    await bannerNode(page),
    `const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
     const paint = (colours) => {
       for (const colour of ['#fff', ...colours]) {
         brush.fillStyle = colour;
         brush.fillRect(0, 0, 1, 1);
       }
       return brush.getImageData(0, 0, 1, 1).data;
     };
     const light = (rgb) => [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
       const part = rgb[at] / 255;
       return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
     }, 0);
     const grounds = (element) => {
       const over = element.parentElement ? grounds(element.parentElement) : [];
       return [...over, getComputedStyle(element).backgroundColor];
     };
     const written = [...this.querySelectorAll('*')].filter((each) => each.checkVisibility() &&
       [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
     if (written.length < (this.dataset.folded === 'true' ? 0 : 3)) throw new Error('there is nothing to read');
     return written.flatMap((each) => {
       const ground = grounds(each);
       const [front, back] = [light(paint([...ground, getComputedStyle(each).color])), light(paint(ground))];
       const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
       return ratio < 4.5 ? [ratio.toFixed(2) + ' ' + each.textContent] : [];
     });`,
  );
}

async function problemsOfPage(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
  });
}

const focused = async (page: Page): Promise<Spoken | null> =>
  (await spoken(page)).find((node) => node.states.focused && node.role !== 'RootWebArea') ?? null;

const focusedName = async (page: Page): Promise<string> => (await focused(page))?.name ?? '';

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const way: string[] = [];
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = await focusedName(page);
    if (reached === name) return;
    way.push(reached);
  }
  throw new Error(`90 presses of Tab did not reach “${name}”, but: ${way.join(', ')}`);
}

/** Controls of the banner in reading order. */
const controlsOf = async (page: Page): Promise<Spoken[]> =>
  (await bannerNodes(page)).filter(({ role }) => ['button', 'link', 'textbox', 'combobox'].includes(role));

/** The sides of the banner that lie outside of the window, and what in it would have to be scrolled sideways. */
async function overflow(page: Page): Promise<string[]> {
  const node = (await bannerNodes(page)).find(({ role }) => role === 'heading' || role === 'button');
  if (!node) throw new Error('there is no banner');
  return onNode(
    page,
    node,
    `const frame = this.closest('.access');
     const parts = [...frame.querySelectorAll('*')];
     const out = parts.filter((each) => {
       const { left, right, width } = each.getBoundingClientRect();
       return width > 1 && (left < -1 || right > innerWidth + 1);
     });
     const wide = parts.filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
       .filter((each) => each.scrollWidth > each.clientWidth + 1);
     return [...out, ...wide].map((each) => each.className);`,
  );
}

for (const tongue of TONGUES) {
  const { language, place, main, text } = tongue;
  const words = accessWords(tongue);
  const { banner, shared, native, register } = words;
  const asked = (days: number) => shared.title.request(shared.length.asked(shared.days(days), false));

  /** A plain page with a request on it. */
  const openAsked = async (workplace: Workplace) => {
    const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
    const page = await openQuietPage(workplace, tongue);
    const messageId = ask(director);
    await expectBanner(page, asked(21));
    return { director, page, messageId };
  };

  test.describe(`in ${language}`, () => {
    test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

    test('two tabs and four things to say: one banner each, the most pressing first, and how many more', async ({
      workplace,
    }, info) => {
      const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
      const page = await openQuietPage(workplace, tongue);
      const second = await workplace.open('/stream/', place);
      await expectChip(second, '2/5');
      ask(director, { days: 3 });
      ask(director, { days: 7 });
      director.askForPartner({ name: 'Fair Wind' });
      director.imitateRequest({ by: 'marketBot' });
      for (const each of [page, second]) {
        await expectBanner(each, shared.title.lookalike(1), banner.more(3));
        expect(await countBanners(each)).toBe(1);
      }
      await picture(page, info, 'four-at-once', tongue);
      await pressInBanner(page, banner.more(3));
      const others = [asked(3), asked(7), shared.title.partner('Fair Wind')];
      await expectBanner(page, shared.title.lookalike(1), ...others);
      await picture(page, info, 'four-at-once-list', tongue);
      await pressInBanner(page, asked(7));
      await expectBanner(page, asked(7), banner.more(3), banner.answers.agreeWhat);
      expect(await countBanners(page)).toBe(1);
      // The other page goes its own way.
      expect(await bannerTitle(second)).toBe(shared.title.lookalike(1));
      await pressInBanner(second, banner.button.understood);
      await expect.poll(() => bannerText(second)).toContain(banner.more(2));
      expect(await bannerTitle(page)).toBe(asked(7));
    });

    test('by keyboard alone: opened, walked through, folded with Esc and had back; the page keeps its focus', async ({
      workplace,
    }) => {
      const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
      const page = await openQuietPage(workplace, tongue);
      await page.locator('.app__left-menu a').first().focus();
      const before = await focusedName(page);
      ask(director);
      await expectBanner(page, asked(21));
      expect(await focusedName(page), 'a banner that comes takes no focus').toBe(before);

      await tabTo(page, banner.details);
      await page.keyboard.press('Enter');
      await expect.poll(() => bannerButtons(page)).toContain(banner.less);
      expect(await focusedName(page)).toBe(banner.less);
      const controls = await controlsOf(page);
      expect(controls.length).toBeGreaterThan(6);
      for (const { name } of controls) expect(name).not.toBe('');
      const names = controls.map(({ name }) => name);
      for (const name of names.slice(names.indexOf(banner.less) + 1)) {
        await page.keyboard.press('Tab');
        expect(await focusedName(page)).toBe(name);
      }
      await page.keyboard.press('Escape');
      await expect.poll(() => bannerButtons(page)).toContain(banner.details);
      expect(await focusedName(page)).toBe(banner.details);
      await page.keyboard.press('Escape');
      await expect.poll(() => bannerButtons(page)).toEqual([banner.folded(asked(21))]);
      expect(await focusedName(page)).toBe(banner.folded(asked(21)));
      await page.keyboard.press('Enter');
      await expectBanner(page, asked(21));
      expect(await focusedName(page)).toBe(banner.details);

      await tabTo(page, banner.button.open);
      await page.keyboard.press('Enter');
      await expectBanner(page, asked(21), banner.openedNote.answer);
    });

    test('nothing in it keeps anybody out: folded, open, in the light and in the dark, and on the dashboard', async ({
      workplace,
    }, info) => {
      const { page } = await openAsked(workplace);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await problemsOfBanner(page), `the line, ${colorScheme}`).toEqual([]);
        expect(await faintTexts(page), `the line, ${colorScheme}`).toEqual([]);
        await openDetails(page, words);
        await pressInBanner(page, banner.button.later);
        expect(await problemsOfBanner(page), `the details, ${colorScheme}`).toEqual([]);
        expect(await faintTexts(page), `the details, ${colorScheme}`).toEqual([]);
        await picture(page, info, `details-${colorScheme}`, tongue);
        await pressInBanner(page, banner.fold);
        await expect.poll(() => bannerButtons(page)).toEqual([banner.folded(asked(21))]);
        expect(await problemsOfBanner(page), `folded, ${colorScheme}`).toEqual([]);
        await picture(page, info, `folded-${colorScheme}`, tongue);
        await pressInBanner(page, banner.folded(asked(21)));
      }
      await enter(workplace, tongue, {
        kind: 'integrator',
        name: 'Ilya Sokol',
        userId: '77',
        since: 1_700_000_000_000,
      });
      const dashboard = await openRegister(workplace, tongue);
      await dashboard.getByRole('rowheader').getByRole('button').first().click();
      await expect(dashboard.getByRole('complementary')).toContainText(register.history.heading);
      for (const colorScheme of ['light', 'dark'] as const) {
        await dashboard.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await problemsOfPage(dashboard), `the register, ${colorScheme}`).toEqual([]);
        await picture(dashboard, info, `register-${colorScheme}`, tongue);
      }
      await dashboard.getByRole('button', { name: register.record, exact: true }).click();
      expect(await problemsOfPage(dashboard), 'the form').toEqual([]);
    });

    for (const [width, height] of [
      [720, 450],
      [360, 640],
    ] as const) {
      test(`nothing of it is lost in ${width} × ${height} pixels`, async ({ workplace }, info) => {
        const { page } = await openAsked(workplace);
        await page.setViewportSize({ width, height });
        await expect.poll(() => overflow(page)).toEqual([]);
        await picture(page, info, `line-${width}`, tongue);
        await openDetails(page, words);
        await expect.poll(() => overflow(page)).toEqual([]);
        await picture(page, info, `details-${width}`, tongue);
        for (const control of await controlsOf(page)) {
          const { y } = await placeOf(page, control);
          expect(y, control.name).toBeGreaterThan(0);
          expect(y, control.name).toBeLessThan(height);
          const isOnTop = await onNode<boolean>(
            page,
            control,
            `const { left, top, width, height } = this.getBoundingClientRect();
             const hit = this.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
             return this === hit || this.contains(hit);`,
          );
          expect(isOnTop, `${control.name} is not covered`).toBe(true);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          await page.evaluate(() => Math.max(document.documentElement.clientWidth, document.body.scrollWidth)),
        );
      });
    }

    test('folded stays folded: after a reload, in another tab, and until there is something new to say', async ({
      workplace,
    }) => {
      const { director, page } = await openAsked(workplace);
      const tab = banner.folded(asked(21));
      await pressInBanner(page, banner.fold);
      await expect.poll(() => bannerButtons(page)).toEqual([tab]);
      await page.reload();
      await expect.poll(() => bannerButtons(page)).toEqual([tab]);
      const second = await workplace.open('/stream/', place);
      await expect.poll(() => bannerButtons(second)).toEqual([tab]);
      director.imitateRequest({ by: 'marketBot' });
      await expectBanner(second, shared.title.lookalike(1));
    });

    test('“hide here” takes it from all pages of the portal at once, and the settings bring it back', async ({
      workplace,
    }, info) => {
      const { page } = await openAsked(workplace);
      const second = await workplace.open('/stream/', place);
      await expectBanner(second, asked(21));
      await openDetails(page, words);
      await pressInBanner(page, banner.hideHere);
      for (const each of [page, second]) await expectNoBanner(each);
      await page.reload();
      await expectChip(page, '2/5');
      expect(await bannerText(page)).toBe('');
      // Hidden is only the banner: the panel goes on telling.
      await openPanel(page);
      await expect.poll(() => allText(page)).toContain(text.access.verified);
      await page.keyboard.press('Escape');

      const settings = await openSection(workplace, tongue, 'settings');
      const box = settings.getByRole('checkbox', { name: dashboardWords(tongue).settings.card.accessBanner });
      await expect(box).not.toBeChecked();
      await box.scrollIntoViewIfNeeded();
      await picture(settings, info, 'hidden-in-settings', tongue);
      await box.check();
      for (const each of [page, second]) await expectBanner(each, asked(21));
    });

    test('“decide later” outlives the browser, and the request is still there to be had back', async ({
      workplace,
    }) => {
      const { page } = await openAsked(workplace);
      await openDetails(page, words);
      await pressInBanner(page, banner.button.later);
      await pressInBanner(page, banner.later.threeDays);
      await expect.poll(() => bannerButtons(page)).toEqual([banner.button.undo, banner.dismiss]);
      const { snoozedUntil } = await onlyGrant(workplace, tongue);
      expect(snoozedUntil).toBeGreaterThan(Date.now());
      await workplace.stop();
      await workplace.start(language === 'ru' ? 'ru-RU' : 'en-US');
      const after = await openQuietPage(workplace, tongue);
      expect(await bannerText(after)).toBe('');
      expect((await onlyGrant(workplace, tongue)).snoozedUntil).toBe(snoozedUntil);
      await expectStates(workplace, tongue, 'pending');
      await openPanel(after);
      await clickSpoken(after, 'button', text.access.takeBack);
      await expectBanner(after, asked(21));
    });

    test('a reason that is being typed outlives a killed background, and is kept once', async ({ workplace }) => {
      const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
      await openQuietPage(workplace, tongue);
      const messageId = ask(director);
      const page = await openAtMessage(workplace, tongue, main, messageId);
      await expectBanner(page, asked(21));
      await pressNative(page, messageId, native.allow);
      await expectBanner(page, banner.answered.granted);
      await pressInBanner(page, banner.button.giveReason);
      await type(page, banner.reason.grantedLabel, 'CRM mail is late');
      await workplace.killWorker();
      director.openDialog({ title: 'Meanwhile' });
      await expectChip(page, '3/5');
      expect(await writtenIn(page, banner.reason.grantedLabel)).toBe('CRM mail is late');
      await workplace.killWorker();
      await pressInBanner(page, banner.button.save);
      await expectNoBanner(page);
      expect(await onlyGrant(workplace, tongue)).toMatchObject({ state: 'granted', reason: 'CRM mail is late' });
    });

    test('an update while pages are open leaves one banner that works', async ({ workplace }) => {
      const { page } = await openAsked(workplace);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await workplace.updateExtension();
      workplace.director(place).openDialog({ title: 'After the update' });
      await expectChip(page, '3/5');
      await expectBanner(page, asked(21));
      await expect.poll(() => page.locator('latchdesk-access').count()).toBe(1);
      expect(await countBanners(page)).toBe(1);
      await openDetails(page, words);
      await pressInBanner(page, banner.button.notMine);
      await expect.poll(() => bannerText(page)).toContain(banner.putAway.setAside);
      expect(errors).toEqual([]);
    });
  });
}

test.describe('towards the page', () => {
  const [tongue] = TONGUES;
  const words = accessWords(tongue);
  const { banner, shared, native } = words;
  const asked = shared.title.request(shared.length.asked(shared.days(21), false));

  const openAsked = async (workplace: Workplace) => {
    const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
    const page = await openQuietPage(workplace, tongue);
    const messageId = ask(director);
    await expectBanner(page, asked);
    return { director, page, messageId };
  };

  test('motion is shown only to those who have not reduced it', async ({ workplace }) => {
    const { page } = await openAsked(workplace);
    const motion = async () => {
      const heading = await until(() => findSpoken(page, 'heading', asked));
      return onNode<string>(
        page,
        heading,
        `const parts = [this.closest('.access'), ...this.closest('.access').querySelectorAll('*')];
         return parts.flatMap((each) => {
           const { animationName, animationDuration, transitionDuration } = getComputedStyle(each);
           const moves = (animationName !== 'none' && parseFloat(animationDuration) > 0.01) ||
             parseFloat(transitionDuration) > 0.01;
           return moves ? [each.className] : [];
         }).join(' ');`,
      );
    };
    expect(await motion()).not.toBe('');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motion()).toBe('');
  });

  test('it is not printed, and leaves full screen alone; afterwards it is back', async ({ workplace }) => {
    const { page } = await openAsked(workplace);
    await page.emulateMedia({ media: 'print' });
    await expectNoBanner(page);
    await page.emulateMedia({ media: 'screen' });
    await expectBanner(page, asked);
    await page.evaluate(() => document.documentElement.requestFullscreen());
    await expectNoBanner(page);
    await page.evaluate(() => document.exitFullscreen());
    await expectBanner(page, asked);
  });

  test('framing the portal’s buttons moves, wraps and edits none of its nodes', async ({ workplace }) => {
    const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
    await openQuietPage(workplace, tongue);
    const messageId = ask(director);
    await expectStates(workplace, tongue, 'pending');
    const page = await openAtMessage(workplace, tongue, tongue.main, messageId);
    await messageOnPage(page, messageId).waitFor();
    await expectFrames(page, banner.mark.answer, banner.mark.allow, banner.mark.deny);
    const around = async () => {
      const box = await nativeButton(page, messageId, native.allow).boundingBox();
      const html = await messageOnPage(page, messageId).evaluate((message) => message.outerHTML);
      return { html, width: box?.width, height: box?.height };
    };
    const framed = await around();
    expect(framed.html).not.toMatch(/latchdesk|access-mark/i);

    // While frames go and come back, the portal has no reason to touch the message either.
    await messageOnPage(page, messageId).evaluate((message) => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      const note = (records: MutationRecord[]) => {
        for (const { target, type, attributeName } of records) {
          touched.push(
            `${type} ${attributeName ?? ''} ${target instanceof Element ? target.className : target.nodeName}`,
          );
        }
      };
      const wanted = { subtree: true, childList: true, attributes: true, characterData: true };
      new MutationObserver(note).observe(message.parentElement ?? message, wanted);
    });
    await openDetails(page, words);
    await pressInBanner(page, banner.button.later);
    await pressInBanner(page, banner.later.hour);
    await expectFrames(page);
    await pressInBanner(page, banner.button.undo);
    await expectFrames(page, banner.mark.answer, banner.mark.allow, banner.mark.deny);
    expect(await around()).toEqual(framed);
    expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
    // And the button under the frame is the portal’s alone: pressed, it does what it says.
    await pressNative(page, messageId, native.deny);
    await expectStates(workplace, tongue, 'declined');
    await expectFrames(page);
  });

  test('Esc and what is typed in the banner do not reach the portal', async ({ workplace }) => {
    const { director, page, messageId } = await openAsked(workplace);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['keydown', 'keypress', 'keyup'] as const) {
        document.addEventListener(type, (event) => heard.push(`${type} ${event.key}`));
      }
    });
    director.answerAccess({ messageId, answer: 'allow', by: 'colleague' });
    await expectBanner(page, shared.title.answeredElsewhere.granted);
    await openDetails(page, words);
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await expect.poll(() => bannerButtons(page)).toContain(banner.details);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  test('pages with a banner on show ask the portal for nothing while nothing happens', async ({ workplace }) => {
    const { director, page } = await openAsked(workplace);
    const second = await workplace.open('/stream/', tongue.place);
    await expectBanner(second, asked);
    await openDetails(second, words);
    await workplace.pauseOver(tongue.place);
    const known = director.calls().length;
    const sinceCall = () => Date.now() - (director.calls().at(-1)?.time ?? Number.POSITIVE_INFINITY);
    // Longer than the pauses between readings, so that each of the pages had its chance.
    await expect.poll(sinceCall, { message: 'the portal to be left alone', timeout: 30_000 }).toBeGreaterThan(12_000);
    const since = director.calls().slice(known);
    expect(since.map(({ method, methods }) => [method, ...methods].join(' '))).toEqual([]);
    for (const each of [page, second]) expect(await bannerTitle(each)).toBe(asked);
  });

  test('cut off from the extension, a page says so where something is pressed, and throws nothing', async ({
    workplace,
  }) => {
    test.skip(
      isFirefox,
      'Firefox ends the scripts of an extension that is switched off: its banner answers no press any more',
    );
    const { page } = await openAsked(workplace);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await workplace.setEnabled(false);
    await expect
      .poll(
        async () => {
          if ((await bannerText(page)) === '') return 'quiet';
          if ((await bannerButtons(page)).includes(banner.details)) await openDetails(page, words);
          await pressInBanner(page, banner.button.notMine);
          return (await bannerText(page)).includes(banner.notSaved) ? 'says so' : await bannerText(page);
        },
        { timeout: 15_000 },
      )
      .toMatch(/quiet|says so/);
    expect(errors).toEqual([]);
  });
});
