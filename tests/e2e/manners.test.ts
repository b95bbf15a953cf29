/** A guest on the portal's page: its keys, its fields and its controls stay the portal's. */
import type { Page } from '@playwright/test';
import { placeOf } from '../../scripts/lib/surface.mjs';
import {
  chipOf,
  clickSpoken,
  expect,
  expectChip,
  findSpoken,
  openChatOnPage,
  openPanel,
  ru,
  test,
  until,
} from './fixture.ts';

const isPanelOpen = async (page: Page) => (await findSpoken(page, 'dialog', /Latchdesk/)) !== null;
const chatField = (page: Page) => page.locator('textarea.bx-im-textarea__element');

/** Notes every key that reaches the page's own listeners on their way up. */
const listenToKeys = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      document.addEventListener(type, (event) => heard.push(`${type} ${event.key}`));
    }
  });
const heardKeys = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

test.describe('keys', () => {
  test('Esc in the panel closes the panel alone: the slider behind it stays', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await page.locator('#open-slider').click();
    await page.waitForSelector('.side-panel-iframe');
    await openPanel(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => isPanelOpen(page)).toBe(false);
    await expect(page.locator('.side-panel-iframe')).toBeVisible();
  });

  test('Esc in the panel leaves the open chat alone; the next one, in the page, is the portal’s', async ({
    workplace,
  }) => {
    const page = await workplace.open('/online/?IM_DIALOG=chat500');
    await expectChip(page, '3/5');
    await chatField(page).waitFor();
    await openPanel(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => isPanelOpen(page)).toBe(false);
    await expect(chatField(page)).toBeVisible();
    await chatField(page).click();
    await page.keyboard.press('Escape');
    await expect(chatField(page)).toHaveCount(0);
  });

  test('what is typed in the panel does not reach the portal', async ({ workplace }) => {
    const page = await workplace.open('/online/?IM_DIALOG=chat500');
    await expectChip(page, '3/5');
    await chatField(page).waitFor();
    await listenToKeys(page);
    await openPanel(page);
    for (const key of ['a', 'Enter', 'ArrowDown', 'Control+k', 'Tab', 'Escape']) await page.keyboard.press(key);
    await expect.poll(() => isPanelOpen(page)).toBe(false);
    expect(await heardKeys(page)).toEqual([]);
    await expect(chatField(page)).toHaveValue('');
    await expect(chatField(page)).toBeVisible();
  });

  test('keys pressed in the page reach the portal while the panel is open', async ({ workplace }) => {
    const page = await workplace.open('/online/?IM_DIALOG=chat500');
    await expectChip(page, '3/5');
    await chatField(page).waitFor();
    await listenToKeys(page);
    await openPanel(page);
    await chatField(page).click();
    await page.keyboard.press('b');
    await expect(chatField(page)).toHaveValue('b');
    expect(await heardKeys(page)).toEqual(['keydown b', 'keypress b', 'keyup b']);
    expect(await isPanelOpen(page)).toBe(true);
  });
});

test('using the chip while a title is being edited ends the editing as any click in the page does, once', async ({
  workplace,
}) => {
  const director = workplace.director();
  director.reset({ dialogs: [{ id: 901, title: 'Old name', status: 'open' }] });
  const page = await workplace.open('/online/?IM_DIALOG=chat901');
  await expectChip(page, '1/5');
  await page.locator('.bx-im-elements-editable-chat-title__wrap').click();
  const field = page.locator('.bx-im-elements-editable-chat-title__input');
  director.clearCalls();
  const renames = () => director.calls().filter(({ methods }) => methods.includes('im.chat.updateTitle'));

  // Looking at the chip and an event that redraws it leave the field alone.
  const chip = await until(() => chipOf(page));
  const { x, y } = await placeOf(page, chip);
  await page.mouse.move(x, y);
  await field.fill('New name');
  director.openDialog({ title: 'Meanwhile' });
  await expectChip(page, '2/5');
  await expect(field).toBeFocused();
  expect(renames()).toEqual([]);

  await openPanel(page);
  await expect.poll(() => renames().length).toBe(1);
  await expect(field).toHaveCount(0);
  await clickSpoken(page, 'button', ru.panel.close);
  await expectChip(page, '2/5');
  expect(director.state().dialogs.find(({ chatId }) => chatId === 901)?.title).toBe('New name');
  expect(renames()).toHaveLength(1);
});

/** What a person uses at the edges of a page, and must not find the chip on. */
const CONTROLS = [
  '.bx-im-elements-send-button',
  '.bx-im-textarea__container',
  '.bx-im-chat-header__container',
  '.bx-im-list-recent-compact-item__wrap',
  '.bx-im-sidebar-multidialog-preview__container',
  '.bx-im-sidebar-detail-header__add-button',
  '.ui-notification-balloon',
  '.side-panel-label',
  '.air-header__buttons',
  '#avatar-area',
  '.app__left-menu a',
];

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

async function chipBox(page: Page): Promise<Box> {
  const { x, y, width, height } = await placeOf(page, await until(() => chipOf(page)));
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** The portal's controls that the chip covers. */
async function covered(page: Page): Promise<string[]> {
  const chip = await chipBox(page);
  return page.evaluate(
    ([box, controls]) =>
      controls.filter((selector) =>
        [...document.querySelectorAll(selector)].some((control) => {
          const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
          const isShown = width > 0 && height > 0 && control.checkVisibility();
          return isShown && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
        }),
      ),
    [chip, CONTROLS] as const,
  );
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
  [1920, 1080],
] as const) {
  test(`the chip covers none of the portal’s controls in a window of ${width} × ${height}`, async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await page.setViewportSize({ width, height });
    await expectChip(page, '3/5');
    await page.waitForSelector('.bx-im-list-recent-compact-item__wrap');
    await expect.poll(() => covered(page), { message: 'on a plain page' }).toEqual([]);
    expect((await chipBox(page)).right).toBeLessThanOrEqual(width);

    await page.locator('#open-slider').click();
    await page.waitForSelector('.side-panel-iframe');
    await expect.poll(() => covered(page), { message: 'beside a slider' }).toEqual([]);
    await page.keyboard.press('Escape');

    await openChatOnPage(page, 'chat500');
    await chatField(page).waitFor();
    await expect.poll(() => covered(page), { message: 'in the messenger’s slider' }).toEqual([]);

    await page.goto(`${workplace.portal.origins.demo}/online/?IM_DIALOG=5`);
    await chatField(page).waitFor();
    await expectChip(page, '3/5');
    await expect.poll(() => covered(page), { message: 'in the messenger' }).toEqual([]);
  });
}
