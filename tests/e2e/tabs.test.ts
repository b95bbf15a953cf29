/** Tabs that read, leave, come back and are put to sleep. */
import { holdReading } from './answers.ts';
import { chipText, clickSpoken, expect, expectChip, isFirefox, openPanel, readings, ru, test } from './fixture.ts';

interface Tabs {
  query(of: { url: string }): Promise<{ id: number }[]>;
  discard(id: number): Promise<{ id: number; discarded: boolean } | undefined>;
  update(id: number, to: { active: boolean }): Promise<unknown>;
}

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
    await workplace.fence();
    expect(readings(workplace.director())).toHaveLength(1);
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
    await expect.poll(() => readings(workplace.director()).length).toBe(1);
    const said = new Set<string>();
    const listening = (async () => {
      for (let looks = 0; looks < 20; looks += 1) said.add(await chipText(other));
    })();
    await page.goto(`${workplace.portal.origins.demo}/online/`);
    await listening;
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
    await expectChip(other, '3/5', ru.slots.roomy(3, 5));
    const views = await workplace.views();
    expect(views.map(({ reading, session, slots }) => [reading, session.state, slots.used])).toEqual([
      [false, 'live', 3],
    ]);
    expect([...said].filter((text) => !text.includes(ru.slots.roomy(3, 5)))).toEqual([]);
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
    test.skip(isFirefox, 'Firefox discards no tab that is on show, and there each page is a window of its own');
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
