/** Popup, side panel, palette, every section of the dashboard, and the edge: axe, in both languages, light and dark, at every width. */
import type { Page } from '@playwright/test';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import { expectLookedAt, ask as supportAsks } from './access.ts';
import { overflowOf, problemsInRoot, problemsOf } from './axe.ts';
import { EN, openDialogs, RU, stage } from './cards.ts';
import { confirmChatApp } from './chatapp.ts';
import { expect, expectChip, spoken, test, until, type Workplace } from './fixture.ts';
import { keyOf, needLines, openOwn, openPalette, ownWords, palette } from './own-pages.ts';
import { enter } from './register.ts';

test.describe.configure({ timeout: 150_000 });

const LOOKS = ['light', 'dark'] as const;
const WIDTHS = [380, 700, 1440] as const;
const DAY = 86_400_000;

/** Two portals with something of everything, in one language for all surfaces. */
async function openFull(workplace: Workplace, language: 'ru' | 'en'): Promise<string> {
  stage(workplace, EN, { dialogs: openDialogs(5) });
  const director = stage(workplace, RU);
  await workplace.say({ type: 'preferences.changed', changes: { language } });
  await expectChip(await workplace.open('/stream/'), '3/5');
  await expectChip(await workplace.open('/stream/', 'second'), '5/5');
  await expectLookedAt(workplace, RU);
  supportAsks(director);
  await enter(workplace, RU, {
    ...{ kind: 'vendor', state: 'granted', requestedAt: Date.now() - DAY, startsAt: Date.now() - DAY, days: 21 },
    ...{ ticket: '4711', chatId: null, reason: 'Mail', answerer: '' },
  });
  return keyOf(workplace, RU.host);
}

/** Looks at a page in each look and width; answers all that is wrong, with where. */
async function expectFine(page: Page, name: string, widths: readonly number[] = WIDTHS): Promise<void> {
  const problems: string[] = [];
  for (const width of widths) {
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

for (const language of ['ru', 'en'] as const)
  test.describe(`in ${language}`, () => {
    const words = ownWords(language);

    test('the popup, the side panel and the palette', async ({ workplace }) => {
      const empty = await openOwn(workplace, 'popup.html');
      await expect(empty.locator('.empty')).toBeVisible();
      await workplace.say({ type: 'preferences.changed', changes: { language } });
      await expectFine(empty, 'the popup without portals', [380]);
      await openFull(workplace, language);
      const popup = await workplace.openPopup();
      await expect(needLines(popup).first()).toContainText(
        words.text.access.request(words.text.access.length(21, false)),
        {
          timeout: 15_000,
        },
      );
      for (const more of await popup.getByRole('button', { name: /^(Ещё|More):/ }).all()) await more.click();
      await expectFine(popup, 'the popup', [380]);
      await popup.getByRole('button', { name: words.inbox.rest }).click();
      await expect(popup.getByRole('button', { name: words.inbox.wake })).toBeVisible();
      await expectFine(popup, 'the popup at rest', [380]);
      const panel = await openOwn(workplace, 'sidepanel.html');
      await expect(panel.getByRole('article')).toHaveCount(2);
      await expectFine(panel, 'the side panel', [320, 380, 700]);
      await openPalette(panel);
      await expectFine(panel, 'the palette', [380, 700]);
      await panel.keyboard.type('4711щщ');
      await expect(panel.getByText(words.palette.none('4711щщ'))).toBeVisible();
      await expectFine(panel, 'the palette without a hit', [380]);
      const dashboard = await openOwn(workplace, 'dashboard.html#overview');
      await expect(dashboard.locator('.tile')).toHaveCount(3);
      await openPalette(dashboard);
      await expect(palette(dashboard).getByRole('option').first()).toBeVisible();
      await expectFine(dashboard, 'the palette over the dashboard');
    });

    for (const part of [
      ['overview', 'dialogs', 'access', 'report', 'journal'],
      ['portals', 'health', 'privacy', 'start'],
    ] as const)
      test(`the dashboard: ${part.join(', ')}`, async ({ workplace }) => {
        const key = await openFull(workplace, language);
        for (const section of part) {
          const page = await openOwn(workplace, `dashboard.html#${section}/${encodeURIComponent(key)}`);
          await expect(page.locator('h1')).toHaveText(words.dashboard.rail.section[section]);
          await expect(page.locator('.state-loading')).toHaveCount(0);
          await expectFine(page, section);
          await page.close();
        }
      });

    test('the dashboard: ChatApp, drafts, settings, with what opens in them', async ({ workplace }) => {
      const key = await openFull(workplace, language);
      await workplace.say({ type: 'preferences.changed', changes: { language: 'ru' } });
      await confirmChatApp(workplace, RU);
      await workplace.say({ type: 'preferences.changed', changes: { language } });
      for (const section of ['chatapp', 'drafts'] as const) {
        const page = await openOwn(workplace, `dashboard.html#${section}/${encodeURIComponent(key)}`);
        await page.locator('h1').waitFor();
        await expect(page.locator('.state-loading')).toHaveCount(0);
        await expectFine(page, section);
        await page.close();
      }
      const portal = await openOwn(
        workplace,
        `dashboard.html#portals/${encodeURIComponent(workplace.portal.origins.demo)}`,
      );
      await portal.getByRole('complementary', { name: words.dashboard.portals.details(RU.host) }).waitFor();
      await portal.getByLabel(words.dashboard.portals.add.address, { exact: true }).fill('http://192.168.0.1');
      await portal.keyboard.press('Enter');
      await expect(portal.locator('.field-problem').first()).toBeVisible();
      await portal.getByRole('button', { name: words.dashboard.portals.forget.begin }).click();
      await expectFine(portal, 'a portal');
      await portal.close();
      const page = await openOwn(workplace, `dashboard.html#settings/${encodeURIComponent(key)}`);
      const { load } = words.dashboard.allPortals;
      const settings = { address: workplace.portal.origins.demo, settings: { waitingHours: 8, idleDays: 'soon' } };
      const file = { format: 'latchdesk.settings', schema: 1, preferences: { isReadOnly: true }, portals: [settings] };
      await page.getByLabel(load.choose).setInputFiles({
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await expect(page.getByRole('button', { name: load.take })).toBeVisible();
      await expectFine(page, 'settings');
    });
  });

test('the edge on the pages of two portals', async ({ workplace }) => {
  await workplace.say({ type: 'preferences.changed', changes: { featuresOff: [] } });
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '3/5');
  await expectChip(await workplace.open('/stream/', 'second'), '3/5');
  const name = backgroundLocaleFor('ru').messages.edgeName(RU.host);
  const edge = await until(
    async () => (await spoken(demo)).find((node) => node.role === 'note' && node.name === name),
    {
      message: 'the edge',
    },
  );
  for (const colorScheme of LOOKS) {
    await demo.emulateMedia({ colorScheme });
    expect(await problemsInRoot(demo, edge, 'aria-allowed-role'), colorScheme).toEqual([]);
  }
});
