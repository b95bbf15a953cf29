/** Access to the portal as a person meets it: the banner, the portal's own buttons, the clock, the register. */
import { expect, type Locator, type Page } from '@playwright/test';
import { ACCESS_TEXTS } from '../../demo/model/access-texts.ts';
import type { Director } from '../../demo/portal.ts';
import type { BannerMessages } from '../../domain/access/banner-text.ts';
import type { AccessRecord, GrantRecord, HistoryEntry } from '../../domain/access/record.ts';
import type { AccessMessages } from '../../domain/access/text.ts';
import type { AccessItem, BannerKind, RegisterRow } from '../../domain/access/view.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import type { RegisterMessages } from '../../domain/register-text.ts';
import type { PortalView } from '../../domain/view.ts';
import { bannerLocaleFor } from '../../locales/access/banner/catalogue.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { cdpOf, clickSpoken, type Spoken, spoken, until } from '../../scripts/lib/surface.mjs';
import type { Tongue } from './cards.ts';
import type { Workplace } from './workplace.ts';

/** The words around access in one language; `native` are those of the demo portal's own buttons. */
export interface AccessWords {
  banner: BannerMessages;
  shared: AccessMessages;
  register: RegisterMessages;
  native: { allow: string; deny: string; end: string };
}

export const accessWords = ({ language }: Tongue): AccessWords => ({
  banner: bannerLocaleFor(language).messages,
  shared: accessLocaleFor(language).messages,
  register: dashboardLocaleFor(language).messages.register,
  native: ACCESS_TEXTS[language],
});

/** How long a request, or what became of it, may take to arrive: readings keep three seconds between them. */
const soon = (message: string) => ({ message, timeout: 15_000, intervals: [50, 100, 200] });

// The banner

const NAMES = (['ru', 'en'] as const).map((language) => bannerLocaleFor(language).messages.name);

const isBanner = ({ role, name }: Spoken) => role === 'region' && NAMES.includes(name);

/** The banner's nodes in reading order, itself first; empty when there is none. */
export async function bannerNodes(page: Page): Promise<Spoken[]> {
  const nodes = await spoken(page);
  const banner = nodes.find(isBanner);
  if (!banner) return [];
  const inside = new Set([banner.id]);
  return nodes.filter(({ id, parentId }) => {
    if (inside.has(parentId)) inside.add(id);
    return inside.has(id);
  });
}

/** All that the banner says; empty when there is none. */
export const bannerText = async (page: Page): Promise<string> =>
  (await bannerNodes(page))
    .map(({ role, name, value }) => (role === 'textbox' ? `${name}: ${value}` : name))
    .join('\n');

/** The title of the banner that is on show; empty when there is none, or it is folded. */
export const bannerTitle = async (page: Page): Promise<string> =>
  (await bannerNodes(page)).find(({ role }) => role === 'heading')?.name ?? '';

/** Waits for a banner of this title that says each of the sentences. */
export async function expectBanner(page: Page, title: string, ...sentences: (string | RegExp)[]): Promise<void> {
  const unsaid = async () => {
    if ((await bannerTitle(page)) !== title) return `no such banner, but “${await bannerTitle(page)}”`;
    const words = await bannerText(page);
    const missing = sentences.filter((each) => (typeof each === 'string' ? !words.includes(each) : !each.test(words)));
    return missing.length === 0 ? '' : `without ${missing.join(' and without ')}, but: ${words}`;
  };
  await expect.poll(unsaid, soon(`the banner “${title}”`)).toBe('');
}

export const expectNoBanner = (page: Page): Promise<void> =>
  expect.poll(() => bannerText(page), soon('no banner')).toBe('');

/** How many banners a page has, whatever they say. */
export async function countBanners(page: Page): Promise<number> {
  expect(await page.locator('latchdesk-access').count()).toBeLessThanOrEqual(1);
  return (await spoken(page)).filter(isBanner).length;
}

/** Names of all that can be pressed in the banner. */
export const bannerButtons = async (page: Page): Promise<string[]> =>
  (await bannerNodes(page)).filter(({ role }) => role === 'button' || role === 'link').map(({ name }) => name);

/** Presses a button of the banner. */
export async function pressInBanner(page: Page, name: string): Promise<void> {
  await until(async () => (await bannerButtons(page)).includes(name), {
    message: async () => `“${name}” among ${(await bannerButtons(page)).join(', ')}`,
  });
  await clickSpoken(page, 'button', name);
}

/** Opens the card below the banner's line. */
export async function openDetails(page: Page, { banner }: AccessWords): Promise<void> {
  await pressInBanner(page, banner.details);
  await expect.poll(() => bannerButtons(page), soon('the details')).toContain(banner.less);
}

/** Picks an entry of a list in the banner by its name, with the keyboard. */
export async function choose(page: Page, label: string, entry: string): Promise<void> {
  const list = await until(
    async () => (await bannerNodes(page)).find(({ role, name }) => role === 'combobox' && name === label),
    {
      message: `the list “${label}”`,
    },
  );
  const cdp = await cdpOf(page);
  await cdp.send('DOM.getDocument', { depth: 0 });
  await cdp.send('DOM.focus', { backendNodeId: list.backendId });
  await page.keyboard.type(entry);
}

/** The frames around the portal's buttons: what is written at each of them. They are for the eyes only. */
export async function frames(page: Page): Promise<string[]> {
  const cdp = await cdpOf(page);
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  return marksIn(root).map(textOf);
}

interface DrawnNode {
  attributes?: string[];
  nodeValue: string;
  children?: DrawnNode[];
  shadowRoots?: DrawnNode[];
}

const isMark = ({ attributes = [] }: DrawnNode) =>
  /^access-mark-(caption|label)$/.test(attributes[attributes.indexOf('class') + 1] ?? '');

const marksIn = (node: DrawnNode): DrawnNode[] =>
  isMark(node) ? [node] : [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(marksIn);

const textOf = ({ nodeValue, children = [] }: DrawnNode): string => nodeValue + children.map(textOf).join('');

export const expectFrames = (page: Page, ...texts: string[]): Promise<void> =>
  expect.poll(() => frames(page), soon('the frames around the portal’s buttons')).toEqual(texts);

// The portal's own messenger

export const messageOnPage = (page: Page, messageId: number): Locator =>
  page.locator(`.bx-im-message-base__wrap[data-id="${messageId}"]`);

/** A button that the portal itself shows under a message. */
export const nativeButton = (page: Page, messageId: number, label: string): Locator =>
  messageOnPage(page, messageId).locator('.bx-im-keyboard-button__container', { hasText: label });

/** A tab with a chat, scrolled to a message of it. */
export const openAtMessage = (workplace: Workplace, { place }: Tongue, dialogId: string, messageId: number) =>
  workplace.open(`/online/?IM_DIALOG=${dialogId}&IM_MESSAGE=${messageId}`, place);

/** Presses the portal's own button as a person does. */
export async function pressNative(page: Page, messageId: number, label: string): Promise<void> {
  await nativeButton(page, messageId, label).click();
}

/** Support asks; the message in the first of its chats. */
export function ask(director: Director, wish: Parameters<Director['askForAccess']>[0] = {}): number {
  const [copy] = director.askForAccess(wish);
  if (!copy) throw new Error('Nobody here gets a request');
  return copy.messageId;
}

/** How often a button under a message was pressed, as the portal heard it. */
export const presses = (director: Director): number =>
  director.calls().filter(({ methods, method }) => [method, ...methods].includes('im.message.command')).length;

/** What the portal has made of its requests. */
export const answers = (director: Director): string[] => director.state().access.requests.map(({ state }) => state);

// What is kept

const hostOf = ({ origin }: { origin: string }) => new URL(origin).hostname;

export const viewOf = (workplace: Workplace, { host }: Tongue): Promise<PortalView> =>
  until(async () => (await workplace.views()).find((view) => hostOf(view) === host), {
    message: `the portal ${host}`,
  });

export const itemsOf = async (workplace: Workplace, tongue: Tongue): Promise<AccessItem[]> =>
  (await viewOf(workplace, tongue)).register.items;

/** What pages speak of, the most pressing first. */
export const bannersOf = async (workplace: Workplace, tongue: Tongue): Promise<BannerKind[]> =>
  (await itemsOf(workplace, tongue)).flatMap(({ banner }) => banner ?? []);

/** The register, the newest first. */
export async function registerOf(workplace: Workplace, tongue: Tongue): Promise<RegisterRow[]> {
  const { key } = await viewOf(workplace, tongue);
  return workplace.say({ type: 'register.wanted', key });
}

/** The states of all records, the newest first. */
export const statesOf = async (workplace: Workplace, tongue: Tongue): Promise<AccessRecord['state'][]> =>
  (await registerOf(workplace, tongue)).map(({ state }) => state);

/** Waits until the register holds exactly these. */
export const expectStates = (workplace: Workplace, tongue: Tongue, ...states: AccessRecord['state'][]): Promise<void> =>
  expect.poll(() => statesOf(workplace, tongue), soon(`the register: ${states.join(', ')}`)).toEqual(states);

/** The only request of the register. */
export async function onlyGrant(workplace: Workplace, tongue: Tongue): Promise<GrantRecord> {
  const rows = await registerOf(workplace, tongue);
  const [row] = rows;
  if (rows.length !== 1 || row?.kind !== 'vendor') throw new Error(`not one request: ${JSON.stringify(rows)}`);
  return row;
}

/** Everything that was ever written down of a record. */
export async function historyOf(workplace: Workplace, tongue: Tongue, id: string): Promise<HistoryEntry[]> {
  const { key } = await viewOf(workplace, tongue);
  return workplace.say({ type: 'history.wanted', key, id });
}

export async function journalOf(workplace: Workplace, tongue: Tongue): Promise<JournalEntry[]> {
  const { key } = await viewOf(workplace, tongue);
  return workplace.say({ type: 'journal.wanted', key, from: 0, until: Date.now() + 60_000 });
}

/** Changes settings as the dashboard does. */
export async function setting(workplace: Workplace, tongue: Tongue, changes: object): Promise<void> {
  const { key } = await viewOf(workplace, tongue);
  await workplace.say({ type: 'settings.changed', key, changes });
}

/** The dashboard's section about access, as a page of its own. */
export async function openRegister(workplace: Workplace, tongue: Tongue): Promise<Page> {
  const { key } = await viewOf(workplace, tongue);
  const page = await workplace.context.newPage();
  await page.goto(workplace.ownAddress(`dashboard.html#access/${encodeURIComponent(key)}`));
  return page;
}

/** Waits until background and page have looked at the portal, so that a request is news. */
export const expectLookedAt = (workplace: Workplace, tongue: Tongue): Promise<void> =>
  expect
    .poll(async () => (await viewOf(workplace, tongue)).register.readAt, soon('a first look for requests'))
    .not.toBeNull();
