/** Pages of the Market as a person meets them: the list, the window before "Uninstall", our card, our note, the calls. */
import { type BrowserContext, expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { MarketState } from '../../demo/model/market-state.ts';
import type { Call, Director, ScenarioChanges } from '../../demo/portal.ts';
import { MARKET_WORDS, type MarketWords } from '../../demo/server/pages/market-words.ts';
import type { DashboardMessages } from '../../domain/dashboard-text.ts';
import type { MarketGeneration } from '../../domain/market/apps.ts';
import type { MarketView, RunView } from '../../domain/market/view.ts';
import type { MarketMessages } from '../../domain/market-text.ts';
import type { PortalView } from '../../domain/view.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { marketLocaleFor } from '../../locales/market/catalogue.ts';
import { cdpOf, placeOf, type Spoken, spoken, until } from '../../scripts/lib/surface.mjs';
import { stage, type Tongue } from './cards.ts';
import type { Workplace } from './workplace.ts';

export const GENERATIONS = ['new', 'old'] as const;

/** A page, or the frame of a slider in it. */
export type Ground = Page | Frame;

/** Our words and the portal's in one language. */
export interface MarketTongue {
  ours: MarketMessages;
  dashboard: DashboardMessages;
  portal: MarketWords;
}

export const marketWords = ({ language }: Tongue): MarketTongue => ({
  ours: marketLocaleFor(language).messages,
  dashboard: dashboardLocaleFor(language).messages,
  portal: MARKET_WORDS[language],
});

/** What an uninstallation sends for "delete settings and data", in each generation. */
export const CLEAN = { new: { yes: 'Y', no: 'N' }, old: { yes: 'true', no: 'false' } } as const;

const soon = (message: string) => ({ message, timeout: 12_000, intervals: [50, 100, 200] });

const pageOf = (ground: Ground): Page => ('page' in ground ? ground.page() : ground);

// What the portal has and hears

/** Sets a portal up with one generation of pages. */
export const stageMarket = (
  workplace: Workplace,
  tongue: Tongue,
  generation: MarketGeneration,
  { market, ...rest }: ScenarioChanges = {},
): Director => stage(workplace, tongue, { ...rest, market: { ...market, generation } });

/** An application as the portal has it; without a code it is ChatApp. */
export function appOf(director: Director, code = director.marketState().chatApp): MarketState['apps'][number] {
  const app = director.marketState().apps.find((each) => each.code === code);
  if (!app) throw new Error(`${code} is not on the portal`);
  return app;
}

/** Calls that change something about applications, as the portal has heard them. */
export const writingCalls = (director: Director): Call[] =>
  director.calls().filter(({ methods }) => methods.some(writes));

const writes = (method: string): boolean =>
  /\b(uninstall|install|reinstall|setRights|set_app_rights|set_installed)$|\.(add|update|delete|set|bind|unbind)$/i.test(
    method,
  );

/** What each uninstallation said about settings and data. */
export const cleans = (director: Director): string[] =>
  director
    .calls()
    .filter(({ method }) => /\buninstall$/i.test(method))
    .map(({ params }) => String((params as { clean?: unknown }).clean));

/** The only uninstallations there have been. */
export const expectCleans = (director: Director, ...expected: string[]): Promise<void> =>
  expect.poll(() => cleans(director), soon('what the uninstallations sent')).toEqual(expected);

// The portal's own pages

const FOLDER: Record<MarketGeneration, string> = { new: 'market', old: 'marketplace' };

export const installedPath = (generation: MarketGeneration): string => `/${FOLDER[generation]}/installed/`;

/** The list of installed applications, drawn. */
export async function openInstalled(
  workplace: Workplace,
  { place }: Tongue,
  generation: MarketGeneration,
): Promise<Page> {
  await observerOf(workplace);
  const page = await workplace.open(installedPath(generation), place);
  await listIsDrawn(page, generation);
  return page;
}

export const listIsDrawn = (ground: Ground, generation: MarketGeneration): Promise<void> =>
  ground
    .locator(generation === 'new' ? '.market-catalog__title_counter' : '#mp-installed-block')
    .waitFor({ state: 'attached' });

/** The same list in a slider over another page, as a link of the portal opens it. */
export async function openInSlider(page: Page, path: string): Promise<Frame> {
  await page.evaluate(
    (url) => {
      const { BX } = window as unknown as { BX: { SidePanel: { Instance: { open(url: string): void } } } };
      BX.SidePanel.Instance.open(url);
    },
    `${path}${path.includes('?') ? '&' : '?'}IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER`,
  );
  return until(() => page.frames().find((frame) => frame.url().includes(`${path}?IFRAME=Y`)), {
    message: `the slider with ${path}`,
  });
}

/** The row or card of an application. */
export const rowOf = (ground: Ground, generation: MarketGeneration, { code, name }: { code: string; name: string }) =>
  generation === 'new'
    ? ground.locator(`.market-catalog__elements-item[data-app-code="${code}"]`)
    : ground.locator('.rest-mp-installed-item', {
        has: ground.locator('.rest-mp-installed-item-content-title').getByText(name, { exact: true }),
      });

/** Asks the portal to uninstall, as a person does in its list. */
export async function askToUninstall(
  ground: Ground,
  generation: MarketGeneration,
  { portal }: MarketTongue,
  app: { code: string; name: string },
): Promise<Locator> {
  const row = rowOf(ground, generation, app);
  if (generation === 'old') await row.locator('button.ui-btn-light-border').click();
  else {
    await row.locator('.market-catalog__elements-item_btn-more').click();
    await ground.locator('.menu-popup-item', { hasText: portal.removeNew }).click();
  }
  const window = windowOf(ground, generation, app.code);
  await window.waitFor();
  return window;
}

/** The portal's window that is to be seen. */
export const windowOf = (ground: Ground, generation: MarketGeneration, code: string): Locator =>
  ground.locator(
    generation === 'new' ? `[id="market_delete_confirm_popup_${code}"]` : '#mp_delete_confirm_popup:visible',
  );

export const boxIn = (window: Locator): Locator => window.locator('input[type="checkbox"]');
export const uninstallButton = (window: Locator): Locator => window.locator('.popup-window-button-decline');
export const cancelButton = (window: Locator): Locator => window.locator('.popup-window-button-link-cancel');

/** Our cards are in this page or frame, so a press can be explained. */
export const expectCardsHere = (ground: Ground): Promise<void> =>
  ground.locator('latchdesk-market').waitFor({ state: 'attached', timeout: 12_000 });

/** A window with its box ticked, and our guard ready for the press. */
export async function tickedWindow(
  ground: Ground,
  generation: MarketGeneration,
  words: MarketTongue,
  app: { code: string; name: string },
): Promise<Locator> {
  const window = await askToUninstall(ground, generation, words, app);
  await boxIn(window).check();
  await expectCardsHere(ground);
  return window;
}

/** True while the focus is in the portal's window. */
export const hasFocus = (window: Locator): Promise<boolean> =>
  window.evaluate((element) => element.contains(element.ownerDocument.activeElement));

// What a script presses

/** A click that no person made. */
export interface ScriptedClick {
  text: string;
  path: string;
}

/** Listens in every frame of pages that open from now on for clicks and ticks that come from a script. */
export async function watchScriptedClicks(workplace: Workplace): Promise<ScriptedClick[]> {
  const clicks: ScriptedClick[] = [];
  await workplace.context.exposeBinding('tellScriptedClick', (_, click: ScriptedClick) => void clicks.push(click));
  await workplace.context.addInitScript(() => {
    const { tellScriptedClick } = window as unknown as { tellScriptedClick?: (click: ScriptedClick) => void };
    const hear = (event: Event) => {
      if (event.isTrusted || !(event.target instanceof Element)) return;
      tellScriptedClick?.({ text: event.target.textContent?.trim() ?? '', path: location.pathname });
    };
    for (const type of ['click', 'submit', 'mousedown', 'pointerdown', 'keydown']) addEventListener(type, hear, true);
  });
  return clicks;
}

// Our card and our note

/** What a screen reader would say of a page or of one frame. */
async function heard(ground: Ground): Promise<Spoken[]> {
  if (!('page' in ground) || ground === pageOf(ground).mainFrame()) return spoken(pageOf(ground));
  return spoken(pageOf(ground), await frameIdOf(ground));
}

interface FrameTree {
  frame: { id: string; url: string; urlFragment?: string };
  childFrames?: FrameTree[];
}

async function frameIdOf(frame: Frame): Promise<string> {
  const cdp = await cdpOf(frame.page());
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const all = (tree: FrameTree): FrameTree[] => [tree, ...(tree.childFrames ?? []).flatMap(all)];
  const found = all(frameTree).find(({ frame: { url } }) => url === frame.url());
  if (!found) throw new Error(`no frame ${frame.url()}`);
  return found.frame.id;
}

function inside(nodes: readonly Spoken[], top: Spoken | undefined): Spoken[] {
  if (!top) return [];
  const ids = new Set([top.id]);
  return nodes.filter(({ id, parentId }) => {
    if (ids.has(parentId)) ids.add(id);
    return ids.has(id);
  });
}

const wordsOf = (nodes: readonly Spoken[]): string =>
  nodes.map(({ role, name, value }) => (role === 'textbox' ? `${name}: ${value}` : name)).join('\n');

async function guardNodes(ground: Ground): Promise<Spoken[]> {
  const nodes = await heard(ground);
  return inside(
    nodes,
    nodes.find(({ role }) => role === 'alertdialog'),
  );
}

async function noteNodes(ground: Ground, { ours }: MarketTongue): Promise<Spoken[]> {
  const nodes = await heard(ground);
  return inside(
    nodes,
    nodes.find(({ role, name }) => role === 'complementary' && name === ours.note.name),
  );
}

/** All that the guard's card says, its title first; empty when there is none. */
export const guardText = async (ground: Ground): Promise<string> => wordsOf(await guardNodes(ground));

/** All that the note says; empty when there is none. */
export const noteText = async (ground: Ground, words: MarketTongue): Promise<string> =>
  wordsOf(await noteNodes(ground, words));

/** Waits for the guard's card and each of its sentences. */
export const expectGuard = (ground: Ground, ...sentences: string[]): Promise<void> =>
  expectSaid(() => guardText(ground), 'the card of the guard', sentences);

export const expectNoGuard = (ground: Ground): Promise<void> =>
  expect.poll(() => guardText(ground), soon('no card of the guard')).toBe('');

/** Waits for the note and each of its sentences. */
export const expectNote = (ground: Ground, words: MarketTongue, ...sentences: string[]): Promise<void> =>
  expectSaid(() => noteText(ground, words), 'the note', sentences);

async function expectSaid(read: () => Promise<string>, what: string, sentences: readonly string[]): Promise<void> {
  const unsaid = async () => {
    const text = await read();
    if (text === '') return `there is no ${what}`;
    const missing = sentences.filter((each) => !text.includes(each));
    return missing.length === 0 ? '' : `without ${missing.join(' and without ')}, but: ${text}`;
  };
  await expect.poll(unsaid, soon(what)).toBe('');
}

/** The word beside a window of the portal; empty when there is none. */
export async function warningText(ground: Ground, { ours }: MarketTongue): Promise<string> {
  const titles: string[] = Object.values(ours.warning.title);
  const nodes = await heard(ground);
  const top = nodes.find(({ role, name }) => role === 'complementary' && name !== ours.note.name);
  const text = wordsOf(inside(nodes, top));
  return titles.some((title) => text.includes(title)) ? text : '';
}

/** The whole story of the note, which comes as one line and may move while something new comes into it. */
export async function unfoldNote(ground: Ground, words: MarketTongue): Promise<void> {
  const { more, less } = words.ours.note;
  await until(
    async () => {
      const names = (await noteNodes(ground, words)).map(({ name }) => name);
      if (names.includes(more)) await pressOurs(ground, more);
      return names.includes(less);
    },
    { message: async () => `the whole note, but: ${await noteText(ground, words)}`, every: 300 },
  );
}

/** Presses a button of ours, as a person does with the mouse. */
export async function pressOurs(ground: Ground, name: string | RegExp, role = 'button'): Promise<void> {
  const page = pageOf(ground);
  const all = async () => (await heard(ground)).filter((node) => node.role === role);
  const isIt = (said: string) => (typeof name === 'string' ? said === name : name.test(said));
  const node = await until(async () => (await all()).find((each) => isIt(each.name)), {
    message: async () => `the ${role} “${name}” among ${(await all()).map((each) => each.name).join(', ')}`,
  });
  const { x, y } = await placeOf(page, node);
  await page.mouse.click(x, y);
}

/** Types the word that lets one press pass, and confirms it. */
export async function insist(ground: Ground, { ours }: MarketTongue, word: string): Promise<void> {
  const { insist: texts } = ours.guard;
  await pressOurs(ground, texts.show);
  await pressOurs(ground, texts.label(word), 'textbox');
  await pageOf(ground).keyboard.type(word);
  await pressOurs(ground, texts.confirm);
  await expectNoGuard(ground);
}

// What is known

const observers = new WeakMap<BrowserContext, Promise<Page>>();

/** A page of the extension that stays in the back: a page of the portal that is not on show looks at nothing. */
async function observerOf(workplace: Workplace): Promise<Page> {
  const known = await observers.get(workplace.context);
  if (known && !known.isClosed()) return known;
  const opening = workplace.openPopup();
  observers.set(workplace.context, opening);
  return opening;
}

/** Asks the background without taking the page of the portal from view. */
export async function say<T>(workplace: Workplace, message: object): Promise<T> {
  const observer = await observerOf(workplace);
  const answer = await observer.evaluate((said) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(of: object): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage(said);
  }, message);
  return answer as T;
}

export const portalOf = (workplace: Workplace, { host }: Tongue): Promise<PortalView> =>
  until(
    async () => {
      const views = await say<PortalView[]>(workplace, { type: 'views.wanted' });
      return views.find(({ origin }) => new URL(origin).hostname === host);
    },
    { message: `the portal ${host}` },
  );

export const marketOf = async (workplace: Workplace, tongue: Tongue): Promise<MarketView> =>
  (await portalOf(workplace, tongue)).market;

export const runOf = async (workplace: Workplace, tongue: Tongue): Promise<RunView | null> =>
  (await marketOf(workplace, tongue)).run;

/** Waits until the reinstall is in this state. */
export async function expectRun(workplace: Workplace, tongue: Tongue, state: RunView['state']): Promise<RunView> {
  const stateNow = async () => (await runOf(workplace, tongue))?.state ?? 'none';
  await expect.poll(stateNow, { ...soon(`the reinstall: ${state}`), timeout: 20_000 }).toBe(state);
  const run = await runOf(workplace, tongue);
  if (!run) throw new Error('the reinstall has gone');
  return run;
}

/** The list of installed applications with ChatApp said to be ChatApp. */
export async function openConfirmed(
  workplace: Workplace,
  tongue: Tongue,
  generation: MarketGeneration,
  code = workplace.director(tongue.place).marketState().chatApp,
): Promise<Page> {
  const page = await openInstalled(workplace, tongue, generation);
  await confirmApp(workplace, tongue, code);
  return page;
}

/** Says which application it is, once it is on a list that was seen. */
export async function confirmApp(workplace: Workplace, tongue: Tongue, code: string): Promise<void> {
  const { key } = await portalOf(workplace, tongue);
  await until(() => say(workplace, { type: 'app.confirmed', key, code }), { message: `${code} on a list` });
}

export async function hideCard(
  workplace: Workplace,
  tongue: Tongue,
  card: 'uninstallGuard' | 'marketNote',
): Promise<void> {
  const { key } = await portalOf(workplace, tongue);
  await say(workplace, { type: 'marketCard.hidden', key, card });
}

/** The dashboard at a part of ChatApp, as a page of its own. */
export async function openChatAppPart(workplace: Workplace, tongue: Tongue, tab: string): Promise<Page> {
  const { key } = await portalOf(workplace, tongue);
  const page = await workplace.context.newPage();
  await page.goto(workplace.ownAddress(`dashboard.html#chatapp/${encodeURIComponent(key)}/${tab}`));
  return page;
}

/** Every entry that the portal's own dialog of access shows as chosen is still what it was: it was only opened. */
export const accessDialog = (ground: Ground): Locator => ground.locator('#BXUserRights');
