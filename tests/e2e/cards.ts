/** The cards of a page and the portal's controls beside them, used and read as a person does. */
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import type { ScenarioDialog } from '../../demo/model/scenario.ts';
import type { Director, ScenarioChanges } from '../../demo/portal.ts';
import type { CardMessages } from '../../domain/cards-text.ts';
import type { PopupMessages } from '../../domain/popup-text.ts';
import type { Messages } from '../../domain/text.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { clickSpoken, findSpoken, spoken, spokenWithin } from '../../scripts/lib/surface.mjs';
import type { Workplace } from './workplace.ts';

/** One of the two demo portals with the language that is spoken there. */
export interface Tongue {
  language: 'ru' | 'en';
  place: 'demo' | 'second';
  host: string;
  /** Dialog id of the main chat. */
  main: string;
  text: Messages;
  popup: PopupMessages;
  cards: CardMessages;
}

const tongue = (language: Tongue['language'], rest: Pick<Tongue, 'place' | 'host' | 'main'>): Tongue => ({
  language,
  ...rest,
  text: localeFor(language).messages,
  popup: popupLocaleFor(language).messages,
  cards: cardLocaleFor(language).messages,
});

export const RU = tongue('ru', { place: 'demo', host: 'demo.bitrix24.ru', main: '5' });
export const EN = tongue('en', { place: 'second', host: 'second.bitrix24.com', main: '12' });
export const TONGUES = [RU, EN] as const;

// What there is on the portal

export const openDialogs = (count: number): ScenarioDialog[] =>
  Array.from({ length: count }, (_, index) => ({ id: 901 + index, title: `Question ${901 + index}`, status: 'open' }));

/** Sets a portal up in its own language; answers its director. */
export function stage(workplace: Workplace, { place, language }: Tongue, scenario: ScenarioChanges = {}): Director {
  const director = workplace.director(place);
  director.reset({ ...scenario, user: { language, ...scenario.user } });
  return director;
}

type SeenDialog = ReturnType<Director['state']>['dialogs'][number];

export function dialogOf(director: Director, dialogId: string): SeenDialog {
  const dialog = director.state().dialogs.find((each) => each.dialogId === dialogId);
  if (!dialog) throw new Error(`${dialogId} is not on the portal`);
  return dialog;
}

/** What the user has written into a dialog, as the portal has it; forms send a new line as two signs. */
export const sentTo = (director: Director, dialogId: string): string[] => {
  const { user } = director.state();
  return dialogOf(director, dialogId)
    .messages.filter(({ authorId }) => authorId === user.id)
    .map(({ text }) => text.replaceAll('\r\n', '\n'));
};

const callsOf = (director: Director, method: string) =>
  director.calls().filter(({ methods }) => methods.includes(method));

/** How often the portal was asked for a new dialog. */
export const creations = (director: Director): number => callsOf(director, 'imbot.Network.Chat.add').length;

/** How often anything was sent, from whatever chat. */
export const sendings = (director: Director): number => callsOf(director, 'im.v2.Chat.Message.send').length;

// The portal's own controls

export const newDialogButton = (page: Page): Locator =>
  page.locator('.bx-im-sidebar-multidialog-detail__scope .bx-im-sidebar-detail-header__add-button button');
export const field = (page: Page): Locator => page.locator('textarea.bx-im-textarea__element');
export const sendButton = (page: Page): Locator => page.locator('.bx-im-elements-send-button');
export const chatTitle = (page: Page): Locator => page.locator('.bx-im-chat-header__info .bx-im-chat-title__text');
const supportSubtitle = (page: Page): Locator => page.locator('.bx-im-chat-header__subtitle_content');

/** The messenger with one chat, its field and our cards ready. */
export async function openMessenger(workplace: Workplace, { place }: Tongue, dialogId: string): Promise<Page> {
  const page = await workplace.open(`/online/?IM_DIALOG=${dialogId}`, place);
  await field(page).waitFor();
  await expectCardsReady(page);
  return page;
}

/** What the portal's field holds; it sets spaces around a text that is put in. */
export const expectField = (page: Page, text: string): Promise<void> =>
  expect.poll(async () => (await field(page).inputValue()).trim(), soon('the field')).toBe(text);

/** Our cards listen in this page. */
export const expectCardsReady = (page: Page): Promise<void> =>
  page.locator('latchdesk-cards').waitFor({ state: 'attached', timeout: 12_000 });

/** From the chat on show to the portal's list of dialogs, the way its own page leads: sidebar, all chats. */
export async function openList(page: Page): Promise<void> {
  await supportSubtitle(page).waitFor();
  const sidebar = page.locator('.bx-im-chat-header__icon.--panel');
  // The portal remembers an open sidebar; then a press would close it.
  if (!(await sidebar.getAttribute('class'))?.includes('--active')) await sidebar.click();
  await page.locator('.bx-im-sidebar-multidialog-preview__container').click();
  await newDialogButton(page).waitFor();
  await page.locator('.bx-im-multidialog-item__container').first().waitFor();
}

/** Presses the portal's own button as a person does; a grey one is pressed, too. */
export const pressNewDialog = (page: Page): Promise<void> => newDialogButton(page).click();

// The cards

const CARD_ROLES = ['dialog', 'alertdialog', 'region'];
/** How long to wait for what the page draws, and how often to look. */
const soon = (message: string) => ({ message, timeout: 12_000, intervals: [50, 100, 200] });

/** All that a card says, in reading order; null when it is not there. */
async function cardWords(page: Page, title: string): Promise<string | null> {
  const nodes = await spoken(page);
  const card = nodes.find(({ role, name }) => CARD_ROLES.includes(role) && name === title);
  if (!card) return null;
  const inside = new Set([card.id]);
  // In reading order whatever is above comes first.
  const words = nodes.flatMap(({ id, parentId, role, name, value }) => {
    if (inside.has(parentId)) inside.add(id);
    return inside.has(id) ? [role === 'textbox' ? `${name}: ${value}` : name] : [];
  });
  return words.join('\n');
}

export const hasCard = async (page: Page, title: string): Promise<boolean> => (await cardWords(page, title)) !== null;

/** All that a card says, in reading order; empty when it is not there. */
export const cardText = async (page: Page, title: string): Promise<string> => (await cardWords(page, title)) ?? '';

/** Waits for a card and for each of the sentences in it. */
export async function expectCard(page: Page, title: string, ...sentences: (string | RegExp)[]): Promise<void> {
  const unsaid = async () => {
    const words = await cardWords(page, title);
    if (words === null) return 'no such card';
    const missing = sentences.filter((each) => (typeof each === 'string' ? !words.includes(each) : !each.test(words)));
    return missing.length === 0 ? '' : `without ${missing.join(' and without ')}, but: ${words}`;
  };
  await expect.poll(unsaid, soon(`the card “${title}”`)).toBe('');
}

export const expectNoCard = (page: Page, title: string): Promise<void> =>
  expect.poll(() => hasCard(page, title), soon(`no card “${title}”`)).toBe(false);

/** The bubble's words; empty when there is none. */
export async function hintText(page: Page): Promise<string> {
  const inside = await spokenWithin(page, 'complementary', 'Latchdesk');
  return inside.map(({ name }) => name).join('\n');
}

export const expectHint = (page: Page, { title }: { title: string }): Promise<void> =>
  expect.poll(() => hintText(page), soon(`the hint “${title}”`)).toContain(title);

/** Presses a button of ours. */
export const press = (page: Page, name: string | RegExp): Promise<void> => clickSpoken(page, 'button', name);

const startsWith = (label: string) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Types into a field of ours over what stands there. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await clickSpoken(page, 'textbox', startsWith(label));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await expect.poll(() => writtenIn(page, label), soon(`${label} is typed`)).toBe(text);
}

/** What stands in a field of ours. */
export const writtenIn = async (page: Page, label: string): Promise<string | null> =>
  (await findSpoken(page, 'textbox', startsWith(label)))?.value ?? null;

/** Ticks or picks what carries this name. */
export const choose = (page: Page, role: 'checkbox' | 'radio', name: RegExp): Promise<void> =>
  clickSpoken(page, role, name);

export const isChosen = async (page: Page, role: 'checkbox' | 'radio', name: RegExp): Promise<boolean> =>
  (await findSpoken(page, role, name))?.states.checked === 'true';

/** A picture for people to look at; none is compared. */
export const picture = async (page: Page, testInfo: TestInfo, name: string, { language }: Tongue): Promise<void> => {
  // A picture in the middle of a movement shows neither before nor after.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.screenshot({ path: testInfo.outputPath(`${name}-${language}.png`) });
  await page.emulateMedia({ reducedMotion: null });
};
