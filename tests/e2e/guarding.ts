/** What tests of the cards do again and again: the portal's own list and button, the fields of a card, what was kept. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Director } from '../../demo/portal.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import type { PortalView } from '../../domain/view.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { cdpOf, placeOf, type Spoken, spoken, until } from '../../scripts/lib/surface.mjs';
import type { Workplace } from './workplace.ts';

export const words = cardLocaleFor('ru').messages;
/** Titles of the guard's card when all five slots are taken, when the last is free, when one became free. */
export const FULL = localeFor('ru').messages.slots.full(5);
export const NEAR = words.guard.near;
export const FREED = words.guard.freed;

const PANEL = '.bx-im-sidebar-multidialog-detail__scope';

export const openDialogs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: 901 + n, title: `Question ${901 + n}`, status: 'open' as const }));

/** All slots taken while the portal's own button is not grey: its page takes the open main chat for a closed one. */
export const FULL_UNSEEN = {
  limit: 5,
  dialogs: openDialogs(4),
  mainChat: { status: 'open' as const, duplicate: true },
};

/** The portal's own button for a new dialog. */
export const newDialogButton = (page: Page): Locator =>
  page.locator(`${PANEL} .bx-im-sidebar-detail-header__add-button button`);

/** Waits for what draws the cards. */
export const cardsReady = (page: Page): Promise<void> => expect(page.locator('latchdesk-cards')).toBeAttached();

/** Opens the list of support dialogs as a person does: sidebar, "all chats". */
export async function openList(page: Page): Promise<void> {
  const toList = page.locator('.bx-im-sidebar-multidialog-preview__container');
  const toSidebar = page.locator('.bx-im-chat-header__icon.--panel');
  await toSidebar.or(toList).first().waitFor();
  // The browser remembers an open sidebar.
  if (!/--active/.test((await toSidebar.getAttribute('class')) ?? '')) await toSidebar.click();
  await toList.click();
  await expect(newDialogButton(page)).toBeVisible();
  await expect(page.locator(`${PANEL} .bx-im-sidebar-detail__loader-container`)).toHaveCount(0);
}

/** A tab with the list of dialogs beside the first dialog, and everything that guards it. */
export async function openWithList(workplace: Workplace, dialogId = 'chat901'): Promise<Page> {
  const page = await workplace.open(`/online/?IM_DIALOG=${dialogId}`);
  await cardsReady(page);
  await openList(page);
  return page;
}

/** Titles of the cards on show. */
export const cardTitles = async (page: Page): Promise<string[]> =>
  (await spoken(page)).filter(({ role }) => role === 'dialog').map(({ name }) => name);

/** Waits until exactly this card is on show. */
export async function expectCard(page: Page, title: string): Promise<void> {
  await expect.poll(() => cardTitles(page), { message: `the card “${title}”`, timeout: 12_000 }).toEqual([title]);
}

const fieldOf = (page: Page, label: string): Promise<Spoken> =>
  until(async () => (await spoken(page)).find(({ role, name }) => role === 'textbox' && name === label), {
    message: `the field “${label}”`,
  });

/** The whole text of a card's field. */
export async function textIn(page: Page, label: string): Promise<string> {
  const { backendId } = await fieldOf(page, label);
  const cdp = await cdpOf(page);
  await cdp.send('DOM.getDocument', { depth: 0 });
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: backendId });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function () { return this.value; }',
    returnByValue: true,
  });
  return String(result.value);
}

/** Puts the caret into a card's field and types. */
export async function typeIn(page: Page, label: string, text: string): Promise<void> {
  const { x, y } = await placeOf(page, await fieldOf(page, label));
  await page.mouse.click(x, y);
  await page.keyboard.insertText(text);
}

/** The first portal as the background has it for a user. */
export async function viewOf(workplace: Workplace, userId = '1'): Promise<PortalView> {
  const { demo } = workplace.portal.origins;
  return until(async () => (await workplace.views()).find(({ key }) => key === `${demo}|${userId}`), {
    message: `the portal of user ${userId}`,
  });
}

/** Everything the journal holds of a user. */
export const journalOf = (workplace: Workplace, userId = '1'): Promise<JournalEntry[]> =>
  workplace.say({
    type: 'journal.wanted',
    key: `${workplace.portal.origins.demo}|${userId}`,
    from: 0,
    until: Date.now() + 60_000,
  });

/** How often the portal was asked to make a dialog. */
export const creations = (director: Director): number =>
  director.calls().filter(({ methods }) => methods.includes('imbot.Network.Chat.add')).length;

/** The portal's own message field. */
export const messageField = (page: Page): Locator => page.locator('textarea.bx-im-textarea__element');

/** Keeps the background busy for so many ms: it hears what it is told meanwhile only afterwards, if it still lives. */
export async function keepBusy(workplace: Workplace, ms: number): Promise<void> {
  await workplace.views();
  const worker = await workplace.worker();
  await worker.evaluate((duration) => {
    setTimeout(() => {
      for (const end = Date.now() + duration; Date.now() < end; );
    });
  }, ms);
}
