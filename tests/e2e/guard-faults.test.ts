/** The guard when presses are odd, numbers move under an open card, and the page is hostile. */
import type { Page } from '@playwright/test';
import { placeOf } from '../../scripts/lib/surface.mjs';
import { clickSpoken, expect, findSpoken, listenFor, ru, spoken, test, until } from './fixture.ts';
import {
  cardTitles,
  creations,
  expectCard,
  FREED,
  FULL,
  FULL_UNSEEN,
  journalOf,
  keepBusy,
  NEAR,
  newDialogButton,
  openDialogs,
  openList,
  openWithList,
  textIn,
  typeIn,
  viewOf,
  words,
} from './guarding.ts';
import type { Workplace } from './workplace.ts';

const { ways } = words.guard;
const choose = (page: Page, way: keyof typeof ways) => clickSpoken(page, 'button', new RegExp(`^${ways[way].title}`));

/** Draws the portal's list anew, as any change of its data may. */
const redrawList = (page: Page, dialogId = 'chat901') =>
  page.evaluate(async (id) => {
    const { BX } = window as unknown as { BX: { Event: { EventEmitter: { emit(name: string, of: object): void } } } };
    const before = document.querySelector('.bx-im-sidebar-multidialog-detail__scope button');
    BX.Event.EventEmitter.emit('IM.Sidebar:close', { panel: 'multidialog' });
    await new Promise((resolve) => setTimeout(resolve));
    BX.Event.EventEmitter.emit('IM.Sidebar:open', { panel: 'multidialog', dialogId: id, standalone: true });
    await new Promise((resolve) => setTimeout(resolve));
    if (before?.isConnected) throw new Error('the list was not drawn anew');
  }, dialogId);

/** Presses the portal's button while the page draws another one in its place. */
async function pressWhileRedrawn(page: Page): Promise<void> {
  const box = await newDialogButton(page).boundingBox();
  if (!box) throw new Error('the portal shows no button');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await redrawList(page);
  await page.mouse.up();
}

/** What the page hears of presses on its own button. */
async function listenToClicks(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const scope = window as unknown as { clicks: string[] };
    scope.clicks = [];
    document.addEventListener('click', (event) => scope.clicks.push((event.target as Element).className), true);
  });
  return () => page.evaluate(() => (window as unknown as { clicks: string[] }).clicks);
}

test.describe('odd presses', () => {
  test('a button that is drawn anew under the finger shows the card once, and the next press shows it again', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await openWithList(workplace);
    await pressWhileRedrawn(page);
    await expectCard(page, FULL);
    await page.keyboard.press('Escape');
    await expect.poll(() => cardTitles(page)).toEqual([]);
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    expect(creations(director)).toBe(0);
  });

  test('a button that is drawn anew under the finger stops nothing while slots are free', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(2) });
    const page = await openWithList(workplace);
    await pressWhileRedrawn(page);
    await newDialogButton(page).click();
    await expect.poll(() => creations(director)).toBe(1);
    expect(await cardTitles(page)).toEqual([]);
  });

  test('a double click at the limit shows one card and makes no dialog', async ({ workplace }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await openWithList(workplace);
    const clicks = await listenToClicks(page);
    await newDialogButton(page).dblclick();
    await expectCard(page, FULL);
    await clickSpoken(page, 'button', words.shell.close);
    await expect.poll(() => cardTitles(page)).toEqual([]);
    expect((await clicks()).filter((target) => target.includes('bx-im-button'))).toEqual([]);
    expect(creations(director)).toBe(0);
  });

  test('a double click at the last slot shows one card and makes no dialog', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(4) });
    const page = await openWithList(workplace);
    await newDialogButton(page).dblclick();
    await expectCard(page, NEAR);
    expect(creations(director)).toBe(0);
    await clickSpoken(page, 'button', words.guard.openNew);
    await expect.poll(() => creations(director)).toBe(1);
  });

  test('a double click with free slots is the portal’s own: one dialog and no card', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(2) });
    // The portal draws its button as busy meanwhile and takes no second press.
    director.fault({ kind: 'slow', match: 'imbot.Network.Chat.add', ms: 700, times: 1 });
    const page = await openWithList(workplace);
    const clicks = await listenToClicks(page);
    await newDialogButton(page).dblclick();
    await until(() => director.state().dialogs.some(({ status }) => status === 'new'));
    expect((await clicks()).filter((target) => target.includes('bx-im-button'))).toHaveLength(2);
    expect(creations(director)).toBe(1);
    expect(await cardTitles(page)).toEqual([]);
  });

  for (const key of ['Enter', 'Space']) {
    test(`the key ${key} on the portal’s button is guarded like a click`, async ({ workplace }) => {
      const director = workplace.director();
      director.reset({ dialogs: openDialogs(4) });
      const page = await openWithList(workplace);
      await newDialogButton(page).focus();
      // A key that is held down repeats itself into the card.
      await page.keyboard.down(key);
      await page.keyboard.down(key);
      await page.keyboard.up(key);
      await expectCard(page, NEAR);
      await page.keyboard.press('Escape');
      await expect.poll(() => cardTitles(page)).toEqual([]);
      await expect(newDialogButton(page)).toBeFocused();
      expect(creations(director)).toBe(0);

      director.closeDialog({ dialogId: 'chat904' });
      await expect.poll(async () => (await viewOf(workplace)).slots.used).toBe(3);
      await newDialogButton(page).focus();
      await page.keyboard.press(key);
      await expect.poll(() => creations(director)).toBe(1);
      expect(await cardTitles(page)).toEqual([]);
    });
  }
});

test.describe('two tabs', () => {
  test('pressed at once at the last slot both ask, and when one takes it the other says that all are taken', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(4) });
    const first = await openWithList(workplace);
    const second = await openWithList(workplace, 'chat902');
    await Promise.all([newDialogButton(first).click(), newDialogButton(second).click()]);
    await Promise.all([expectCard(first, NEAR), expectCard(second, NEAR)]);
    expect(creations(director)).toBe(0);

    await clickSpoken(first, 'button', words.guard.openNew);
    const made = await until(() => director.state().dialogs.find(({ status }) => status === 'new'));
    // Until support takes it, the new dialog holds no slot.
    await expectCard(second, NEAR);
    director.confirm({ dialogId: made.dialogId });
    await expectCard(second, FULL);
    expect(creations(director)).toBe(1);
  });

  test('pressed at once at the limit each tab has its own card, and what is typed in one is not in the other', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const first = await openWithList(workplace);
    const second = await openWithList(workplace, 'chat902');
    await Promise.all([newDialogButton(first).click(), newDialogButton(second).click()]);
    await Promise.all([expectCard(first, FULL), expectCard(second, FULL)]);
    await choose(first, 'park');
    await expectCard(first, words.park.title);
    await expectCard(second, FULL);
    await typeIn(first, words.park.text, 'Asked in the first tab');
    await clickSpoken(first, 'button', words.park.park);
    await expectCard(first, words.park.parked);
    await choose(second, 'park');
    expect(await textIn(second, words.park.text)).toBe('');
    await typeIn(second, words.park.text, 'Asked in the second tab');
    await clickSpoken(second, 'button', words.park.park);
    await expectCard(second, words.park.parked);
    const { drafts } = await viewOf(workplace);
    expect(drafts.map(({ excerpt, state }) => [excerpt, state])).toEqual([
      ['Asked in the first tab', 'waiting'],
      ['Asked in the second tab', 'waiting'],
    ]);
    expect(creations(director)).toBe(0);
  });
});

test.describe('numbers that move under an open card', () => {
  test('a slot that becomes free is told, and taken again it is told, too', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    director.closeDialog({ dialogId: 'chat903' });
    await expectCard(page, FREED);
    director.openDialog({ title: 'Opened by support' });
    await expectCard(page, FULL);
    director.closeDialog({ dialogId: 'chat902' });
    await expectCard(page, FREED);
    await clickSpoken(page, 'button', words.guard.openNew);
    await expect.poll(() => creations(director)).toBe(1);
  });

  test('a limit that goes up or down while the card is open is told', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    director.setLimit(9);
    await expectCard(page, FREED);
    director.setLimit(4);
    await expectCard(page, words.guard.over(5, 4));
    director.setLimit(-1);
    await expectCard(page, ru.slots.switchedOff);
    director.setLimit(1);
    await expectCard(page, ru.slots.single);
    director.setLimit(0);
    await expectCard(page, FREED);
  });

  test('the last slot is not called the last one once there are more', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(4) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await expectCard(page, NEAR);
    director.setLimit(9);
    await expectCard(page, FREED);
    director.setLimit(1);
    await expectCard(page, ru.slots.single);
  });

  test('while somebody is writing the fields stay, with their text and the caret, and the news is told beside them', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    const focusedField = async () =>
      (await spoken(page)).find(({ role, states }) => role === 'textbox' && states.focused)?.name;
    await newDialogButton(page).click();
    for (const [way, title, field, closed] of [
      ['park', words.park.title, words.park.text, 'chat903'],
      ['openRequest', words.ask.title, words.ask.question, 'chat902'],
    ] as const) {
      await choose(page, way);
      await expectCard(page, title);
      await typeIn(page, field, 'Half a sen');
      director.closeDialog({ dialogId: closed });
      await expect.poll(async () => (await viewOf(workplace)).slots.used).toBe(4);
      await until(() => findSpoken(page, null, words.guard.freedMeanwhile), { message: 'the news in the card' });
      await page.keyboard.type('tence');
      director.setLimit(4);
      await expect.poll(() => findSpoken(page, null, words.guard.freedMeanwhile)).toBe(null);
      expect(await textIn(page, field)).toBe('Half a sentence');
      expect(await focusedField()).toBe(field);
      expect(await cardTitles(page)).toEqual([title]);
      director.setLimit(5);
      director.openDialog({ title: 'Back to five' });
      await expect.poll(async () => (await viewOf(workplace)).slots.used).toBe(5);
      await clickSpoken(page, 'button', words.shell.back);
      await expectCard(page, FULL);
    }
  });

  test('a way that is chosen in the moment in which a slot becomes free is gone all the same', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    const way = await until(() => findSpoken(page, 'button', new RegExp(`^${ways.park.title}`)));
    const { x, y } = await placeOf(page, way);
    const heard = await listenFor(page, 'changeMultidialogSessionsLimit');
    // While the background is busy, the card cannot know yet.
    await keepBusy(workplace, 4_000);
    director.setLimit(9);
    await heard();
    await page.mouse.click(x, y);
    await expectCard(page, words.park.title);
    await typeIn(page, words.park.text, 'Begun at once');
    await until(() => findSpoken(page, null, words.guard.freedMeanwhile), { message: 'the news in the card' });
    expect(await textIn(page, words.park.text)).toBe('Begun at once');
  });

  test('who goes back from writing finds the slot that became free meanwhile', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await choose(page, 'park');
    await expectCard(page, words.park.title);
    director.setLimit(9);
    await until(() => findSpoken(page, null, words.guard.freedMeanwhile), { message: 'the news in the card' });
    await clickSpoken(page, 'button', words.shell.back);
    await expectCard(page, FREED);
    await clickSpoken(page, 'button', words.guard.openNew);
    await expect.poll(() => creations(director)).toBe(1);
  });

  test('the names in an open card follow the portal', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await until(() => findSpoken(page, 'button', words.shell.openNamed('Question 903')));
    director.rename({ dialogId: 'chat903', title: 'Renamed meanwhile' });
    await until(() => findSpoken(page, 'button', words.shell.openNamed('Renamed meanwhile')));
    expect(await findSpoken(page, 'button', words.shell.openNamed('Question 903'))).toBe(null);
  });
});

/** Decisions of a person, as the journal names them. */
const DECISIONS = ['guard.overridden', 'draft.parked', 'draft.used', 'draft.discarded'];
const decisions = async (workplace: Workplace) =>
  (await journalOf(workplace)).map(({ kind }) => kind).filter((kind) => DECISIONS.includes(kind));

/** What a script of the page may call. */
interface PageScope {
  BX: {
    onCustomEvent(target: Window, name: string, of: unknown[]): void;
    Event: { EventEmitter: { emit(name: string, of: object): void } };
    message(code: string): string;
  };
}

/** Does by script all that a person would do with mouse and keyboard, on everything within reach. */
const pressEverything = (page: Page) =>
  page.evaluate(() => {
    const mouse = (type: string) => new MouseEvent(type, { bubbles: true, composed: true, cancelable: true });
    const key = (type: string, name: string) =>
      new KeyboardEvent(type, { key: name, code: name, bubbles: true, composed: true, cancelable: true });
    const hosts = [...document.querySelectorAll('latchdesk-cards, latchdesk-overlay')];
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const button = document.querySelector('.bx-im-sidebar-multidialog-detail__scope .bx-im-button__container');
    for (const target of [button, middle, ...hosts]) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        target?.dispatchEvent(mouse(type));
      }
      for (const name of ['Enter', ' ', 'Tab', 'Enter']) {
        for (const type of ['keydown', 'keypress', 'keyup']) target?.dispatchEvent(key(type, name));
      }
      (target as HTMLElement | null)?.click();
    }
  });

/** Tells Latchdesk by the portal's own events, and by messages of the window, what never happened. */
const tellLies = (page: Page) =>
  page.evaluate(() => {
    const { BX } = window as unknown as PageScope;
    const event = (command: string, params: object) =>
      BX.onCustomEvent(window, 'onPullEvent-im', [command, params, { server_time_ago: 0 }]);
    event('messageParamsUpdate', { chatId: 901, params: { IS_DELIVERED: 'N' } });
    event('messageParamsUpdate', { chatId: 902, params: { IS_DELIVERED: 'N' } });
    event('chatRename', { chatId: 903, name: 'A name of the page’s own' });
    for (const dialogId of ['chat901', '5', 'chat99999999999', '<b>', '']) {
      const layout = { kind: 'layout', layout: { dialogId, sendsByEnter: true } };
      postMessage(layout, '*');
      postMessage({ type: 'support.shown', userId: '1' }, '*');
      postMessage({ type: 'guard.told', event: { type: 'overridden', reason: 'because' } }, '*');
      BX.Event.EventEmitter.emit('IM.Layout:onLayoutChange', { from: {}, to: { name: 'chat', entityId: dialogId } });
      BX.Event.EventEmitter.emit('IM.Dialog:onDialogInited', { dialogId });
    }
  });

test.describe('a hostile page', () => {
  test('its clicks make no dialog at the limit, and it decides nothing in anybody’s name', async ({ workplace }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await openWithList(workplace);
    await pressEverything(page);
    await expectCard(page, FULL);
    await pressEverything(page);
    await tellLies(page);
    await expect
      .poll(async () => (await viewOf(workplace)).dialogs.map(({ title }) => title), { message: 'the lies are heard' })
      .toContain('A name of the page’s own');
    await pressEverything(page);
    await workplace.fence();
    expect(creations(director)).toBe(0);
    expect((await viewOf(workplace)).drafts).toEqual([]);
    expect(await decisions(workplace)).toEqual([]);
  });

  test('it can neither use up nor discard a question that waits, nor change it', async ({ workplace }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await choose(page, 'park');
    await typeIn(page, words.park.topic, 'Waits');
    await typeIn(page, words.park.text, 'What the page must not touch');
    await clickSpoken(page, 'button', words.park.park);
    await expectCard(page, words.park.parked);
    await pressEverything(page);
    await tellLies(page);
    await page.evaluate(() => {
      const { BX } = window as unknown as PageScope;
      const params = { botId: BX.message('DEMO_BOT') || 5, limit: 9 };
      BX.onCustomEvent(window, 'onPullEvent-im', ['changeMultidialogSessionsLimit', params, {}]);
    });
    await expect.poll(async () => (await viewOf(workplace)).slots.level).toBe('roomy');
    await pressEverything(page);
    await workplace.fence();
    const { drafts } = await viewOf(workplace);
    expect(drafts.map(({ title, excerpt, state }) => [title, excerpt, state])).toEqual([
      ['Waits', 'What the page must not touch', 'offered'],
    ]);
    expect(await decisions(workplace)).toEqual(['draft.parked']);
  });

  test('it reads neither the card nor the text in it, and finds no trace of them where a page keeps things', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(5) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await choose(page, 'park');
    await typeIn(page, words.park.text, 'Xylophone lessons');
    await expect.poll(async () => (await viewOf(workplace)).drafts.length).toBe(1);

    const look = () =>
      page.evaluate(async () => {
        const host = document.querySelector('latchdesk-cards');
        const own = Object.getOwnPropertyNames(window).filter((name) => /latch/i.test(name));
        const bases = await indexedDB.databases();
        const seen = [
          document.documentElement.outerHTML,
          document.documentElement.innerText,
          document.documentElement.textContent,
          JSON.stringify({ ...localStorage }),
          JSON.stringify({ ...sessionStorage }),
          JSON.stringify(history.state),
          document.cookie,
          window.name,
          host?.textContent,
          String(getSelection()),
          document.activeElement?.outerHTML,
        ].join('\n');
        return {
          isHostThere: host !== null,
          root: host?.shadowRoot ?? null,
          slotted: host?.childNodes.length,
          active: document.activeElement === host,
          own,
          bases: bases.map(({ name }) => name),
          betrays: /Xylophone/.test(seen) || seen.includes('Отложить вопрос'),
        };
      });
    const nothing = { isHostThere: true, root: null, slotted: 0, own: [], bases: [], betrays: false };
    expect(await look()).toEqual({ ...nothing, active: true });
    await clickSpoken(page, 'button', words.park.park);
    await expectCard(page, words.park.parked);
    expect(await look()).toMatchObject(nothing);
  });

  test('what it passes off as a card that an older version left behind is not taken for one', async ({ workplace }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await workplace.open('/stream/');
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const text = { id: crypto.randomUUID(), kind: 'parked', title: 'Made up', text: 'By the page', dialogId: null };
        for (const unsaved of [JSON.stringify([text, null, 7]), '{', 'null']) {
          const host = document.createElement('latchdesk-cards');
          const container = document.createElement('div');
          container.dataset.unsaved = unsaved;
          host.attachShadow({ mode: 'open' }).append(container);
          document.documentElement.append(host);
        }
      });
    });
    await page.goto(`${workplace.portal.origins.demo}/online/?IM_DIALOG=chat901`);
    await openList(page);
    // The guard came up beside them.
    await expect(page.locator('latchdesk-cards')).toHaveCount(4);
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    await choose(page, 'park');
    expect(await textIn(page, words.park.text)).toBe('');
    await workplace.fence();
    expect((await viewOf(workplace)).drafts).toEqual([]);
  });

  test('a page that names ever new users pushes out nobody’s texts', async ({ workplace }) => {
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    await choose(page, 'park');
    await typeIn(page, words.park.text, 'Still there afterwards');
    await clickSpoken(page, 'button', words.park.park);
    await expectCard(page, words.park.parked);
    // The bridge speaks through a port of the page's own world: a script that was there first has it.
    await page.addInitScript(() => {
      const { postMessage } = MessagePort.prototype;
      MessagePort.prototype.postMessage = function send(this: MessagePort, ...of: unknown[]) {
        (window as unknown as { stolen: MessagePort }).stolen = this;
        return Reflect.apply(postMessage, this, of);
      };
    });
    await page.reload();
    await expect.poll(() => page.evaluate(() => 'stolen' in window)).toBe(true);
    await page.evaluate(() => {
      const { stolen } = window as unknown as { stolen: MessagePort };
      const claim = { language: 'ru', token: '', generation: 'v2', hasStore: false, isAdministrator: true };
      for (let user = 100; user < 112; user += 1) {
        stolen.postMessage({ kind: 'page', page: { ...claim, userId: String(user), isConnected: true } });
      }
    });
    await expect
      .poll(async () => (await workplace.views()).map(({ userId }) => userId), { message: 'the made-up users' })
      .toContain('111');
    const { drafts } = await viewOf(workplace);
    expect(drafts.map(({ excerpt }) => excerpt)).toEqual(['Still there afterwards']);
  });
});
