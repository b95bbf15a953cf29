/** Keyboard, screen reader, zoom, motion, colours and print, in the real browser with the portal's page around. */
import type { Page } from '@playwright/test';
import { cdpOf, placeOf, type Spoken, spokenWithin } from '../../scripts/lib/surface.mjs';
import {
  chipOf,
  chipText,
  clickSpoken,
  expect,
  expectChip,
  findSpoken,
  isFirefox,
  openPanel,
  ru,
  spoken,
  test,
  until,
} from './fixture.ts';

const OPEN = (id: number) => ({ id, title: `Question ${id}`, status: 'open' as const });
const inPanel = (page: Page) => spokenWithin(page, 'dialog', /Latchdesk/);
const focused = async (page: Page) =>
  (await spoken(page)).find((node) => node.states.focused && node.role !== 'RootWebArea') ?? null;
const isFocusable = (node: Spoken) => node.role === 'button' || node.role === 'link' || node.role === 'textbox';

/** Runs code on a node, inside a closed shadow root, too. */
async function onNode<T>(page: Page, { backendId }: Spoken, code: string): Promise<T> {
  const cdp = await cdpOf(page);
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: backendId });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { ${code} }`,
    returnByValue: true,
  });
  return result.value;
}

const chipNode = (page: Page) => until(() => chipOf(page), { message: 'the chip' });
const panelNode = (page: Page) => until(() => findSpoken(page, 'dialog', /Latchdesk/), { message: 'the panel' });

/** Presses Tab; Firefox also stops at whatever can be scrolled, from where the next press leads on. */
async function tabOn(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const at = await focused(page);
  if (isFirefox && at && !isFocusable(at) && at.role !== 'dialog') await page.keyboard.press('Tab');
}

/** Presses Tab until the chip has the focus; answers what had it on the way. */
async function tabToChip(page: Page): Promise<string[]> {
  const way: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const node = await focused(page);
    if (node?.states.hasPopup === 'dialog') return way;
    way.push(node?.name ?? '');
  }
  throw new Error(`80 presses of Tab did not reach the chip, but: ${way.join(', ')}`);
}

test.describe('by keyboard', () => {
  test('the page keeps its own order, our surface comes last', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const own = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [tabindex="0"]')].filter(
          (element) => element.checkVisibility(),
        ).length,
    );
    expect(own).toBeGreaterThan(5);
    expect(await tabToChip(page)).toHaveLength(own);
  });

  test('the panel is walked through in reading order, and every control has a name', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await tabToChip(page);
    await page.keyboard.press('Space');
    await panelNode(page);
    await expect.poll(async () => (await chipOf(page))?.states.expanded).toBe(true);
    await expect.poll(async () => (await focused(page))?.role).toBe('dialog');
    const controls = (await inPanel(page)).filter(isFocusable);
    expect(controls.length).toBeGreaterThan(6);
    for (const control of controls) expect(control.name).not.toBe('');
    for (const control of controls) {
      await tabOn(page);
      expect((await focused(page))?.name).toBe(control.name);
    }
  });

  test('Esc first closes the menu, then the panel; the focus goes back step by step', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await tabToChip(page);
    await page.keyboard.press('Enter');
    await panelNode(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(() => findSpoken(page, 'button', ru.panel.hideHere));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect.poll(() => findSpoken(page, 'button', ru.panel.hideHere)).toBe(null);
    expect((await focused(page))?.name).toBe(ru.panel.menu);
    await page.keyboard.press('Escape');
    await expect.poll(() => findSpoken(page, 'dialog', /Latchdesk/)).toBe(null);
    await expect.poll(async () => (await chipOf(page))?.states.focused).toBe(true);
  });

  test('the cross gives the focus back as well, and a change underneath does not take it away', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: [OPEN(901), OPEN(902)] });
    const page = await workplace.open('/stream/');
    await expectChip(page, '2/5');
    await tabToChip(page);
    await page.keyboard.press('Enter');
    await panelNode(page);
    const row = await until(() => findSpoken(page, 'button', /^Question 902/));
    while ((await focused(page))?.backendId !== row.backendId) await page.keyboard.press('Tab');
    director.openDialog({ title: 'On top of the list' });
    await expectChip(page, '3/5');
    expect((await focused(page))?.backendId).toBe(row.backendId);
    await clickSpoken(page, 'button', ru.panel.close);
    await expect.poll(async () => (await chipOf(page))?.states.focused).toBe(true);
  });

  test('the popup has headings, a list of named cards, and is walked through in order', async ({ workplace }) => {
    await expectChip(await workplace.open('/stream/'), '3/5');
    await expectChip(await workplace.open('/stream/', 'second'), '3/5');
    const popup = await workplace.openPopup();
    await until(() => findSpoken(popup, 'article', 'second.bitrix24.com'));
    const said = await spoken(popup);
    expect(said.filter(({ role }) => role === 'heading').map(({ states }) => states.level)).toEqual([1, 2, 2, 3, 3]);
    const buttons = said.filter(({ role }) => role === 'button');
    expect(new Set(buttons.map(({ name }) => name)).size).toBe(buttons.length);
    for (const button of buttons) {
      await popup.keyboard.press('Tab');
      expect((await focused(popup))?.name).toBe(button.name);
    }
  });
});

test('a screen reader hears of a new level once, and of nothing else', async ({ workplace }) => {
  const director = workplace.director();
  director.reset({ dialogs: [OPEN(901)], limit: 6 });
  const page = await workplace.open('/stream/');
  await expectChip(page, '1/6');
  const announcement = async () =>
    (await spoken(page)).filter(({ role, states }) => role === 'status' && states.live === 'polite');
  const words = async () => {
    const [region] = await announcement();
    return region ? onNode<string>(page, region, 'return this.textContent') : 'no live region';
  };
  expect(await announcement()).toHaveLength(1);
  expect(await words()).toBe('');
  director.openDialog({ title: 'Second' });
  await expectChip(page, '2/6');
  director.reply({ dialogId: 'chat901', text: 'An answer' });
  await expect.poll(() => chipText(page)).toContain(ru.dialogs.unreadTotal(1, 1));
  expect(await words()).toBe('');
  director.setLimit(3);
  await expectChip(page, '2/3');
  await expect.poll(words).toContain(ru.slots.near);
  const said = await words();
  director.openDialog({ title: 'Third' });
  await expectChip(page, '3/3');
  await expect.poll(words).toContain(ru.slots.full(3));
  expect(await words()).not.toBe(said);
});

/** The sides of a node that lie outside of the window, and what in it would have to be scrolled sideways. */
async function overflow(page: Page, node: Spoken): Promise<string[]> {
  const { x, y, width, height } = await placeOf(page, node);
  const { width: right = 0, height: bottom = 0 } = page.viewportSize() ?? {};
  const sides: [string, boolean][] = [
    ['left', x - width / 2 < 0],
    ['right', x + width / 2 > right],
    ['top', y - height / 2 < 0],
    ['bottom', y + height / 2 > bottom],
  ];
  const wide = await onNode<string[]>(
    page,
    node,
    `return [this, ...this.querySelectorAll('*')]
       .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
       .filter((each) => each.scrollWidth > each.clientWidth + 1)
       .map((each) => each.className)`,
  );
  return [...sides.flatMap(([side, isOut]) => (isOut ? [side] : [])), ...wide];
}

// 1440 × 900 at 200 % and at 400 %, a narrow window, and a low one.
for (const [width, height] of [
  [720, 450],
  [360, 225],
  [320, 568],
] as const) {
  test(`nothing is lost in ${width} × ${height} pixels`, async ({ workplace }) => {
    const title = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(2);
    workplace.director().reset({ dialogs: [{ ...OPEN(901), title, unread: 1234 }, OPEN(902), OPEN(903), OPEN(904)] });
    const page = await workplace.open('/stream/');
    await page.setViewportSize({ width, height });
    await expectChip(page, '4/5');
    expect(await overflow(page, await chipNode(page))).toEqual([]);
    await openPanel(page);
    expect(await overflow(page, await panelNode(page))).toEqual([]);
    // Each control comes into view when it is reached.
    for (const control of (await inPanel(page)).filter(isFocusable)) {
      await tabOn(page);
      const { y } = await placeOf(page, control);
      expect((await focused(page))?.name).toBe(control.name);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
      const isOnTop = await onNode<boolean>(
        page,
        control,
        `const { left, top, width, height } = this.getBoundingClientRect();
         const hit = this.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
         return this === hit || this.contains(hit)`,
      );
      expect(isOnTop, `${control.name} is not covered`).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      await page.evaluate(() => Math.max(document.documentElement.clientWidth, document.body.scrollWidth)),
    );
  });
}

test('controls are at least 32 pixels high', async ({ workplace }) => {
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  await openPanel(page);
  await clickSpoken(page, 'button', ru.panel.menu);
  await until(() => findSpoken(page, 'button', ru.panel.hideHere));
  for (const control of [await chipNode(page), ...(await inPanel(page)).filter(isFocusable)]) {
    const { height } = await placeOf(page, control);
    expect(height, control.name).toBeGreaterThanOrEqual(32);
  }
});

test('motion is shown only to those who have not reduced it', async ({ workplace }) => {
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  const motion = async () => onNode<string>(page, await panelNode(page), 'return getComputedStyle(this).animationName');
  await openPanel(page);
  expect(await motion()).toBe('appear');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await motion()).toBe('none');
});

test('with forced colours chip, panel and meter keep their outlines', async ({ workplace }) => {
  const page = await workplace.open('/stream/');
  await page.emulateMedia({ forcedColors: 'active' });
  await expectChip(page, '3/5');
  await openPanel(page);
  const border =
    'const { borderTopWidth, borderTopStyle } = getComputedStyle(this); return borderTopWidth + " " + borderTopStyle';
  expect(await onNode(page, await chipNode(page), border)).toBe('1px solid');
  expect(await onNode(page, await panelNode(page), border)).toBe('1px solid');
  const fills = await onNode<string[]>(
    page,
    await panelNode(page),
    'return [...this.querySelectorAll(".meter-segments span")].map((each) => getComputedStyle(each).backgroundColor)',
  );
  expect(fills).toHaveLength(5);
  // Filled is drawn in the colour of the text, whatever that is; free stays as empty as the ground.
  const text = await onNode<string>(page, await panelNode(page), 'return getComputedStyle(this).color');
  expect(fills.slice(0, 3)).toEqual([text, text, text]);
  expect(fills[3]).not.toBe(text);
});

test('nothing of ours is printed', async ({ workplace }) => {
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  await openPanel(page);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => chipText(page)).toBe('');
  expect(await findSpoken(page, 'dialog', /Latchdesk/)).toBe(null);
  await page.emulateMedia({ media: 'screen' });
  await expectChip(page, '3/5');
});
