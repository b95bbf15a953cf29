/** Several tabs, several people, and pages that are left, restored, discarded or opened by other pages. */
import type { Page } from '@playwright/test';
import type { PortalView } from '../../domain/view.ts';
import { holdReading } from './answers.ts';
import {
  chipText,
  clickSpoken,
  expect,
  expectChip,
  expectNoChip,
  openPanel,
  ru,
  test,
  type Workplace,
} from './fixture.ts';

const OPEN = (id: number, title = `Question ${id}`) => ({ id, title, status: 'open' as const });
const open = (count: number) => Array.from({ length: count }, (_, index) => OPEN(901 + index));
const readings = (workplace: Workplace) =>
  workplace
    .director()
    .calls()
    .filter((call) => call.methods.includes('imbot.Network.Chat.list'));

interface Tabs {
  query(of: { url: string }): Promise<{ id: number }[]>;
  discard(id: number): Promise<{ id: number; discarded: boolean } | undefined>;
  update(id: number, to: { active: boolean }): Promise<unknown>;
}

/** Speaks to the background as the extension's own pages do. */
const say = (popup: Page, message: object): Promise<unknown> =>
  popup.evaluate((said) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(of: object): Promise<unknown> } } };
    return chrome.runtime.sendMessage(said);
  }, message);

test.describe('the tab that reads', () => {
  test('when it is closed in the middle, another one takes over', async ({ workplace }) => {
    test.slow();
    const director = workplace.director();
    const reader = await workplace.open('/auth/');
    const reading = await holdReading(reader);
    await reader.goto(`${workplace.portal.origins.demo}/stream/`);
    await reading.answered;
    const other = await workplace.open('/stream/');
    await expect.poll(() => director.state().connections).toBe(2);
    await other.waitForTimeout(500);
    expect(readings(workplace)).toHaveLength(1);
    await reader.close();
    await expect.poll(() => chipText(other), { timeout: 40_000 }).toMatch(/^3\/5 /);
  });

  test('when it goes to another page in the middle, nothing wrong is said anywhere and nobody waits for it', async ({
    workplace,
  }) => {
    const page = await workplace.open('/stream/');
    const other = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await expectChip(other, '3/5');
    // The tab in front is the first to be asked to read.
    await page.bringToFront();
    await openPanel(page);
    const director = workplace.director();
    director.clearCalls();
    director.fault({ kind: 'slow', match: 'batch', ms: 8_000, times: 1 });
    await clickSpoken(page, 'button', ru.panel.readAgain);
    await expect.poll(() => readings(workplace).length).toBe(1);
    const said = new Set<string>();
    const listening = (async () => {
      for (let looks = 0; looks < 20; looks += 1) said.add(await chipText(other));
    })();
    await page.goto(`${workplace.portal.origins.demo}/online/`);
    await listening;
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
    await expectChip(other, '3/5', ru.slots.roomy(3, 5));
    const views = (await say(await workplace.openPopup(), { type: 'views.wanted' })) as PortalView[];
    expect(views.map(({ reading, session, slots }) => [reading, session.state, slots.used])).toEqual([
      [false, 'live', 3],
    ]);
    expect([...said].filter((text) => !text.includes(ru.slots.roomy(3, 5)))).toEqual([]);
  });
});

test.describe('who is signed in', () => {
  test('signing out in another tab is seen in all, signing in again too', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await openPanel(page);
    const other = await workplace.open('/online/');
    await expectChip(other, '3/5');

    director.setRole('signedOut');
    await other.goto(`${workplace.portal.origins.demo}/auth/`);
    await expectChip(page, '?', ru.trouble.signedOut.short);
    await expectNoChip(other);
    expect((await workplace.badge()).text).toBe('?');

    director.setRole('administrator');
    director.openDialog({ title: 'Meanwhile' });
    await other.goto(`${workplace.portal.origins.demo}/stream/`);
    await expectChip(other, '4/5');
    await expectChip(page, '4/5', ru.slots.near);
  });

  test('another user on the same host gets numbers of their own; the old page never takes them for its user’s', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const old = await workplace.open('/stream/');
    await expectChip(old, '3/5');
    director.reset({ user: { id: 2 }, dialogs: open(5) });
    director.expireToken();
    const page = await workplace.open('/stream/');
    await expectChip(page, '5/5');
    await expectChip(old, '?', ru.trouble.signedOut.short);

    const popup = await workplace.openPopup();
    await say(popup, { type: 'reading.wanted', key: `${workplace.portal.origins.demo}|1` });
    await popup.waitForTimeout(1_500);
    const views = (await say(popup, { type: 'views.wanted' })) as PortalView[];
    expect(views.find(({ userId }) => userId === '1')?.slots.used).toBe(3);
    expect(views.find(({ userId }) => userId === '1')?.session.state).toBe('signedOut');
    expect(await chipText(page)).toMatch(/^5\/5 /);
  });

  test('a page that was left open reads nothing of the user who is signed in now', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.reset({ user: { id: 2 }, dialogs: open(5) });
    director.expireToken();
    await openPanel(page);
    await clickSpoken(page, 'button', ru.panel.readAgain);
    await expectChip(page, '?', ru.trouble.signedOut.short);
    expect(await chipText(page)).not.toContain('5/5');
  });

  test('a connection that comes back in the old user’s page is nothing to read for', async ({ workplace }) => {
    const director = workplace.director();
    const old = await workplace.open('/stream/');
    await expectChip(old, '3/5');
    director.reset({ user: { id: 2 }, dialogs: open(5) });
    await expectChip(await workplace.open('/stream/'), '5/5');
    await old.waitForTimeout(3_100);
    director.dropConnection();
    await expect.poll(() => director.state().connections, { timeout: 15_000 }).toBe(2);
    await old.waitForTimeout(1_500);
    const views = (await say(await workplace.openPopup(), { type: 'views.wanted' })) as PortalView[];
    expect(views.map(({ userId, slots, session }) => [userId, slots.used, session.state]).sort()).toEqual([
      ['1', 3, 'signedOut'],
      ['2', 5, 'live'],
    ]);
  });

  test('an administrator who becomes an employee loses the chip, and gets it back with the right', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.setRole('employee');
    await page.reload();
    await expect.poll(() => chipText(page)).toBe('');
    director.setRole('integrator');
    await page.reload();
    await expectChip(page, '3/5');
  });

  test('a second tab that says the user is no administrator any more ends it in both', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/online/');
    await expectChip(page, '3/5');
    // A page that contradicts what was read is asked at most every few seconds.
    await page.waitForTimeout(3_100);
    director.setRole('employee');
    const other = await workplace.open('/online/');
    await expect.poll(() => chipText(other)).toBe('');
    await expect.poll(() => chipText(page)).toBe('');
    await expect(workplace.badge()).resolves.toMatchObject({ text: '' });
  });

  test('an employee who signs in after an administrator sees no chip, whatever the old page hears', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const old = await workplace.open('/stream/');
    await expectChip(old, '3/5');
    director.reset({ user: { id: 9, role: 'employee' } });
    const page = await workplace.open('/stream/');
    await expectNoChip(page);
    director.openDialog({ title: 'Heard by the old page' });
    await page.waitForTimeout(1_000);
    await expectNoChip(page);
  });

  test('another language is spoken in every open page at once', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
    director.setLanguage('en');
    const other = await workplace.open('/stream/');
    await expectChip(other, '3/5', '3 of 5 in use, 2 free');
    await expectChip(page, '3/5', '3 of 5 in use, 2 free');
  });
});

test.describe('pages that come and go', () => {
  test('a page restored from the back/forward cache makes up for what it missed', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.setLimit(9, { push: false });
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expectChip(page, '3/9');
  });

  test('going back and forward leaves one chip with the right number', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await page.goto(`${workplace.portal.origins.demo}/online/`);
    await expectChip(page, '3/5');
    director.openDialog({ title: 'Fourth' });
    await expectChip(page, '4/5');
    await page.goBack();
    await expectChip(page, '4/5');
    await page.goForward();
    await expectChip(page, '4/5');
    expect(await page.locator('latchdesk-overlay').count()).toBe(1);
  });

  test('a window that a page opens gets a chip of its own', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const opening = workplace.context.waitForEvent('page');
    await page.evaluate(() => {
      window.open('/online/?IM_DIALOG=chat500', 'messenger', 'popup,width=900,height=600');
    });
    const popup = await opening;
    await expectChip(popup, '3/5');
    director.openDialog({ title: 'Fourth' });
    await expectChip(popup, '4/5');
    await expectChip(page, '4/5');
    await popup.close();
    director.openDialog({ title: 'Fifth' });
    await expectChip(page, '5/5');
  });

  test('a tab that the browser discarded keeps nobody from reading, and is right again when it is loaded', async ({
    workplace,
  }) => {
    const director = workplace.director();
    await expectChip(await workplace.open('/stream/'), '3/5');
    const popup = await workplace.openPopup();
    await popup.bringToFront();
    const discarded = await popup.evaluate(async () => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      const [tab] = await tabs.query({ url: 'https://demo.bitrix24.ru/*' });
      return tabs.discard(tab?.id ?? 0);
    });
    expect(discarded?.discarded).toBe(true);
    director.openDialog({ title: 'Nobody hears it' });
    await expectChip(await workplace.open('/stream/'), '4/5');

    await popup.bringToFront();
    await popup.evaluate(async (id) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      await tabs.update(id, { active: true });
    }, discarded?.id ?? 0);
    const restored = () => workplace.context.pages().filter((page) => page.url().endsWith('/stream/'));
    await expect.poll(() => restored().length).toBe(2);
    for (const page of restored()) await expectChip(page, '4/5');
  });
});
