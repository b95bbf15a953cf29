/** The dashboard's section about ChatApp, used and read as a person does, on a portal that is really read. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoEmployee } from '../../demo/model/market-state.ts';
import { STAFF_WORDS } from '../../demo/model/staff-names.ts';
import type { Call, Director, ScenarioChanges } from '../../demo/portal.ts';
import type { ChatAppBook, ChatAppWord, ReadTrouble } from '../../domain/chatapp/book.ts';
import { READING_PARTS } from '../../domain/chatapp/book.ts';
import type { StageId } from '../../domain/chatapp/stage.ts';
import type { ChatAppMessages, ChatAppTab } from '../../domain/chatapp-text.ts';
import type { ExplainerMessages } from '../../domain/explainer-text.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { viewOf } from './access.ts';
import { stage, type Tongue } from './cards.ts';
import { expectChip } from './fixture.ts';
import { marketOf, openInstalled } from './market.ts';
import type { Workplace } from './workplace.ts';

/** The words of the section in one language. */
export interface SectionWords {
  chatapp: ChatAppMessages;
  explainer: ExplainerMessages;
}

export const sectionWords = ({ language }: Tongue): SectionWords => {
  const { chatapp, explainer } = dashboardLocaleFor(language).messages;
  return { chatapp, explainer };
};

const soon = (message: string) => ({ message, timeout: 20_000, intervals: [50, 100, 200] });

/** A portal that has been seen, with a plain page of it open. */
export async function openPortal(
  workplace: Workplace,
  tongue: Tongue,
  scenario: ScenarioChanges = {},
): Promise<{ director: Director; page: Page }> {
  const director = stage(workplace, tongue, scenario);
  const page = await workplace.open('/stream/', tongue.place);
  await expectChip(page, '3/5');
  return { director, page };
}

/** Address of the section, of one part of it, and of what is on show there. */
export async function addressOf(
  workplace: Workplace,
  tongue: Tongue,
  tab: ChatAppTab,
  detail: string | null = null,
): Promise<string> {
  const { key } = await viewOf(workplace, tongue);
  const end = encodeURIComponent(detail === null ? tab : `${tab}:${detail}`);
  return workplace.ownAddress(`dashboard.html#chatapp/${encodeURIComponent(key)}/${end}`);
}

/** The section as a page of its own. */
export async function openChatApp(
  workplace: Workplace,
  tongue: Tongue,
  tab: ChatAppTab,
  detail: string | null = null,
): Promise<Page> {
  const address = await addressOf(workplace, tongue, tab, detail);
  const page = await workplace.context.newPage();
  // Long tables draw only what is in sight.
  await page.setViewportSize({ width: 1280, height: 3000 });
  await page.goto(address);
  await page.locator('.read-line').waitFor();
  return page;
}

/** Goes to another part of the section, as its own links do. */
export async function goTo(
  workplace: Workplace,
  tongue: Tongue,
  page: Page,
  tab: ChatAppTab,
  detail: string | null = null,
): Promise<void> {
  const { hash } = new URL(await addressOf(workplace, tongue, tab, detail));
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
}

/** Asks the background from a page of the extension that is open anyway. */
export const askFrom = <T>(page: Page, message: object): Promise<T> =>
  page.evaluate((said) => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(of: object): Promise<unknown> } } };
    return chrome.runtime.sendMessage(said);
  }, message) as Promise<T>;

const keyIn = (page: Page): string => decodeURIComponent(new URL(page.url()).hash).split('/').slice(1, 4).join('/');

/** Everything that is kept of the portal on show. */
export const bookOn = (page: Page): Promise<ChatAppBook> => askFrom(page, { type: 'book.wanted', key: keyIn(page) });

/** Somebody's word, kept without the form. */
export async function tell(page: Page, ...words: ChatAppWord[]): Promise<void> {
  for (const word of words) await askFrom(page, { type: 'book.told', key: keyIn(page), word });
  await page.reload();
  await page.locator('.read-line').waitFor();
}

/** Says how the three options are set. */
export const tellOptions = (page: Page, options: { password?: boolean; personal?: boolean; responsible?: boolean }) =>
  tell(
    page,
    ...Object.entries(options).map(
      ([option, value]) => ({ type: 'option.told', option, value }) as Extract<ChatAppWord, { type: 'option.told' }>,
    ),
  );

/** How far the usual roles reach, as somebody has looked it up on the portal. */
export const tellRoles = (page: Page, { language }: Tongue): Promise<void> => {
  const reaches = { administrator: 'any', chief: 'department', manager: 'own' } as const;
  const words = Object.entries(reaches).flatMap(([role, reach]): ChatAppWord[] => {
    const name = STAFF_WORDS[language].roles[role] ?? role;
    return [
      { type: 'role.told', role: name, right: 'viewsLines', reach: 'any' },
      { type: 'role.told', role: name, right: 'joins', reach },
    ];
  });
  return tell(page, ...words);
};

/** The person says which application it is, after the list of installed ones was visited. */
export async function confirmChatApp(
  workplace: Workplace,
  tongue: Tongue,
  { generation = 'new', name = 'ChatApp' }: { generation?: 'new' | 'old'; name?: string } = {},
): Promise<void> {
  const list = await openInstalled(workplace, tongue, generation);
  const candidates = async () => {
    const { candidates: named, nameless } = await marketOf(workplace, tongue);
    return [...named, ...nameless].map((app) => app.name);
  };
  await expect.poll(candidates, soon('the applications that could be ChatApp')).toContain(name);
  const words = sectionWords(tongue).chatapp.identity;
  const page = await openChatApp(workplace, tongue, 'state');
  const named = words.confirmNamed(name || words.nameless);
  await page.getByRole('button', { name: new RegExp(`^${escaped(named)}, `) }).click();
  await expect(page.getByText(name === '' ? words.knownNameless : words.known(name))).toBeVisible();
  await page.close();
  await list.close();
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Reads everything; what reads by itself after the application was confirmed comes first. */
export async function readEverything(page: Page): Promise<void> {
  const key = keyIn(page);
  const read = () => askFrom<ReadTrouble | null>(page, { type: 'book.readAgain', key, parts: [...READING_PARTS] });
  await expect.poll(read, soon('a whole reading')).toBeNull();
  await page.reload();
  await page.locator('.read-line').waitFor();
}

/** A portal, the application confirmed, and everything read; the section is open. */
export async function openRead(
  workplace: Workplace,
  tongue: Tongue,
  scenario: ScenarioChanges = {},
  tab: ChatAppTab = 'state',
): Promise<{ director: Director; portalPage: Page; page: Page; words: SectionWords }> {
  const { director, page: portalPage } = await openPortal(workplace, tongue, scenario);
  const generation = scenario.market?.generation ?? 'new';
  await confirmChatApp(workplace, tongue, { generation });
  const page = await openChatApp(workplace, tongue, tab);
  // Outside of a reinstall no page proves that the installation is finished: a person says so.
  await tell(page, { type: 'installation.told', value: 'finished' });
  await tellRoles(page, tongue);
  await readEverything(page);
  return { director, portalPage, page, words: sectionWords(tongue) };
}

/** Changes what is stored of the portal on show, as if time had done it. */
export const changeRecord = (page: Page, changes: object): Promise<void> =>
  page.evaluate(
    async ([key, changed]) => {
      const request = <T>(wanted: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          wanted.onsuccess = () => resolve(wanted.result);
          wanted.onerror = () => reject(wanted.error);
        });
      const database = await request(indexedDB.open('latchdesk'));
      const store = database.transaction('chatapp', 'readwrite').objectStore('chatapp');
      const rows = await request(store.getAll());
      const row = rows.find((each) => each.portal === key);
      await request(store.put({ ...row, ...changed }));
      database.close();
    },
    [keyIn(page), changes] as const,
  );

/** The line that says how old everything is. */
export const readLine = (page: Page): Locator => page.locator('.read-line');

export const readAgainButton = (page: Page, { chatapp }: SectionWords): Locator =>
  readLine(page).getByRole('button', { name: chatapp.reading.again, exact: true });

/** Presses "Read again" and waits until the answer is there, whatever it is. */
export async function pressReadAgain(page: Page, words: SectionWords): Promise<void> {
  await readAgainButton(page, words).click();
  await expect(readAgainButton(page, words)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });
}

/** A block of the section, by its heading. */
export const block = (page: Page, heading: string): Locator => page.getByRole('region', { name: heading, exact: true });

// Who works there

export const employeesOf = (director: Director): DemoEmployee[] =>
  director.staffState().employees.filter(({ isActive, isIntegrator }) => isActive && !isIntegrator);

export function nameOf(director: Director, id: number): string {
  const found = director.staffState().employees.find((each) => each.id === id);
  if (!found) throw new Error(`nobody has the id ${id}`);
  return `${found.firstName} ${found.lastName}`.trim();
}

export function lineNameOf(director: Director, id: number): string {
  const found = director.staffState().lines.find((each) => each.id === id);
  if (!found) throw new Error(`no line has the id ${id}`);
  return found.name;
}

// The explanation

/** Shows one employee, on one line or on any. */
export async function explainOn(
  workplace: Workplace,
  tongue: Tongue,
  page: Page,
  employee: number,
  line: number | null = null,
): Promise<void> {
  await goTo(workplace, tongue, page, 'explain', line === null ? `e${employee}` : `e${employee},${line}`);
  await page.locator('.explanation').waitFor();
}

/** One of the three questions with its answer. */
export const stageOn = (page: Page, { explainer }: SectionWords, id: StageId): Locator =>
  page.locator('section.stage').filter({ has: page.getByRole('heading', { name: explainer.stage[id], exact: true }) });

/** The sentence that answers one of the three questions. */
export const sentenceOn = (page: Page, words: SectionWords, id: StageId): Locator =>
  stageOn(page, words, id).locator('.stage-sentence');

/** The gates of a question, opened when they are not. */
export async function openGates(page: Page, words: SectionWords, id: StageId): Promise<Locator> {
  const card = stageOn(page, words, id);
  const fold = card.locator('button.fold');
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await card.locator('.gates').waitFor();
  return card.locator('.gates');
}

/** One gate by its name. */
export const gateIn = (gates: Locator, name: string): Locator =>
  gates.locator('li.gate').filter({ has: gates.page().locator('.gate-name').getByText(name, { exact: true }) });

// What the portal was asked

/** What was asked for this feature: each call with the methods of its batch. */
export const readingCalls = (director: Director): Call[] =>
  director.calls().filter(({ methods }) => methods.some((method) => /^(user\.get|department\.get)$/.test(method)));

/** Nothing but reading was asked of the portal. */
export const writingCalls = (director: Director): Call[] =>
  director
    .calls()
    .filter(({ methods, method }) =>
      [method, ...methods].some((each) => /setRights|uninstall|\.install|\.update|\.add$|\.delete/i.test(each)),
    );
