import type { Page } from '@playwright/test';
import {
  allText,
  chipOf,
  chipText,
  clickSpoken,
  expect,
  expectChip,
  findSpoken,
  openPanel,
  popupWords,
  ru,
  spoken,
  test,
} from './fixture.ts';

const isPanelOpen = async (page: Page) => (await findSpoken(page, 'dialog', /Latchdesk/)) !== null;

test.describe('the panel', () => {
  test('lists all dialogs with status, unread and whose turn it is since when', async ({ workplace }) => {
    const now = Date.now();
    workplace.director().reset({
      dialogs: [
        {
          id: 901,
          title: 'Mail does not arrive',
          status: 'open',
          unread: 2,
          date: new Date(now - 3_600_000).toISOString(),
        },
        { id: 902, title: 'Import fails', status: 'new' },
        { id: 903, title: 'Rights', status: 'close' },
      ],
      mainChat: { status: 'open' },
    });
    const page = await workplace.open('/stream/');
    await expectChip(page, '2/5');
    await openPanel(page);
    const text = await allText(page);
    expect(text).toContain('Mail does not arrive');
    expect(text).toContain(ru.dialogs.unread(2));
    expect(text).toContain(ru.dialogs.status.open);
    expect(text).toContain(ru.dialogs.status.new);
    expect(text).toContain(ru.slots.created(1));
    expect(text).toContain(`${ru.dialogs.turn.support} ${ru.span.hours(1)}`);
    expect(text).toContain(ru.dialogs.closed(1));
  });

  test('opens a dialog through the portal’s own call', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await openPanel(page);
    const row = (await spoken(page)).find((node) => node.role === 'button' && /открыт/.test(node.name));
    expect(row).toBeTruthy();
    const pages = workplace.context.pages().length;
    await clickSpoken(page, 'button', row?.name ?? '');
    await page.waitForSelector('.bx-im-messenger__container');
    await expect.poll(() => isPanelOpen(page)).toBe(false);
    expect(workplace.context.pages()).toHaveLength(pages);
  });

  test('opens a dialog in a new tab where the page has no messenger', async ({ workplace }) => {
    workplace.director().reset({ quickAccess: false });
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await openPanel(page);
    const row = (await spoken(page)).find((node) => node.role === 'button' && /открыт/.test(node.name));
    const opened = workplace.context.waitForEvent('page');
    await clickSpoken(page, 'button', row?.name ?? '');
    expect((await opened).url()).toMatch(/\/online\/\?IM_DIALOG=(chat)?\d+/);
  });

  test('shows titles with markup and 300 characters as text', async ({ workplace }) => {
    const title = `<img src=x onerror="document.title='hacked'"><b>${'длинно '.repeat(42)}`.slice(0, 300);
    workplace.director().reset({ dialogs: [{ id: 901, title, status: 'open' }] });
    const page = await workplace.open('/stream/');
    await expectChip(page, '1/5');
    await openPanel(page);
    expect(await allText(page)).toContain(title.slice(0, 120));
    expect(await page.title()).not.toBe('hacked');
  });

  test('is used by keyboard alone, and focus returns to the chip', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await chipOf(page))?.states.focused) break;
    }
    expect((await chipOf(page))?.states.focused).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => isPanelOpen(page)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => isPanelOpen(page)).toBe(false);
    await expect.poll(async () => (await chipOf(page))?.states.focused).toBe(true);
  });

  test('shows further closed dialogs on demand', async ({ workplace }) => {
    workplace.director().reset({ dialogs: [], many: 300 });
    const page = await workplace.open('/stream/');
    await expectChip(page, '0/5');
    await openPanel(page);
    const rows = async () => (await spoken(page)).filter((node) => node.role === 'listitem').length;
    const folded = await rows();
    await clickSpoken(page, 'button', /^Закрытые: \d+$/);
    await expect.poll(rows).toBe(folded + 50);
    await clickSpoken(page, 'button', /^Показать ещё/);
    await expect.poll(rows).toBeGreaterThan(folded + 50);
  });
});

test.describe('live changes in the panel', () => {
  test('a new name, an answer and reading it show at once', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: [{ id: 901, title: 'Old name', status: 'open' }] });
    const page = await workplace.open('/stream/');
    await expectChip(page, '1/5');
    await openPanel(page);
    director.rename({ dialogId: 'chat901', title: 'New name' });
    await expect.poll(() => allText(page)).toContain('New name');
    director.reply({ dialogId: 'chat901', text: 'An answer' });
    await expect.poll(() => allText(page)).toContain(ru.dialogs.unread(1));
    expect(await allText(page)).not.toContain('An answer');
  });
});

test.describe('the chip', () => {
  test('remembers where it was put, per portal', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const place = async (of: Page) => {
      const cdp = await of.context().newCDPSession(of);
      await cdp.send('DOM.getDocument', { depth: 0 });
      const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: (await chipOf(of))?.backendId ?? 0 });
      return { x: model.content[0] ?? 0, y: model.content[1] ?? 0 };
    };
    const from = await place(page);
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, 140, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await place(page)).y - 130)).toBeLessThan(25);
    const dropped = await place(page);
    expect(await isPanelOpen(page)).toBe(false);

    const other = await workplace.open('/online/');
    await expectChip(other, '3/5');
    expect(Math.abs((await place(other)).y - dropped.y)).toBeLessThan(3);
  });

  test('leaves the page alone in full screen', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await page.evaluate(() => document.documentElement.requestFullscreen());
    await expect.poll(() => chipText(page)).toBe('');
    await page.evaluate(() => document.exitFullscreen());
    await expectChip(page, '3/5');
  });
});

test.describe('the popup', () => {
  test('teaches when no portal was seen yet', async ({ workplace }) => {
    const popup = await workplace.openPopup();
    await expect.poll(() => allText(popup)).toContain(popupWords.ru.emptyTitle);
  });

  test('shows every portal, the most pressing first, and follows events', async ({ workplace }) => {
    const full = Array.from({ length: 5 }, (_, index) => ({
      id: 901 + index,
      title: `Q${index}`,
      status: 'open' as const,
    }));
    workplace.director('second').reset({ dialogs: full });
    await expectChip(await workplace.open('/stream/'), '3/5');
    await expectChip(await workplace.open('/stream/', 'second'), '5/5');
    const popup = await workplace.openPopup();
    await expect.poll(() => allText(popup)).toContain('demo.bitrix24.ru');
    const text = await allText(popup);
    expect(text.indexOf('second.bitrix24.com')).toBeLessThan(text.indexOf('demo.bitrix24.ru'));
    workplace.director().openDialog({ title: 'Fourth' });
    await expect.poll(() => allText(popup)).toContain(ru.slots.near);
  });

  test('says who may use support when an employee is signed in', async ({ workplace }) => {
    workplace.director().reset({ user: { role: 'employee' } });
    await workplace.open('/stream/');
    const popup = await workplace.openPopup();
    await expect.poll(() => allText(popup)).toContain(ru.unsupported.notAdministrator.what);
  });
});

test('an integrator whom the portal does not call an administrator can say so', async ({ workplace }) => {
  workplace.director().reset({ user: { role: 'employee' } });
  const page = await workplace.open('/stream/');
  const popup = await workplace.openPopup();
  await clickSpoken(popup, 'button', popupWords.ru.claimRight);
  await expectChip(page, '3/5');
  await page.reload();
  await expectChip(page, '3/5');
});

test.describe('in English', () => {
  test.use({ locale: 'en-US' });
  test('the popup follows the browser’s language', async ({ workplace }) => {
    await workplace.stop();
    await workplace.start('en-US');
    const popup = await workplace.openPopup();
    await expect.poll(() => allText(popup)).toContain(popupWords.en.emptyTitle);
  });
});
