/** What a step can do and see: the demo portal through its director, the extension through its surfaces. */
import path from 'node:path';
import { bannerLocaleFor } from '../../locales/access/banner/catalogue.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { LOCALES, localeFor } from '../../locales/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { marketLocaleFor } from '../../locales/market/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { rulesLocaleFor } from '../../locales/rules/catalogue.ts';
import { runsLocaleFor } from '../../locales/runs/catalogue.ts';
import { badge, clickSpoken, findSpoken, until } from '../lib/surface.mjs';
import { agrees, includes, readCards, readChip, readPage, readPanel, SUBJECT } from './reading.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../demo/model/state.ts').PortalName} PortalName */

export class Tour {
  #options;
  /** @type {string[]} */
  #events = [];
  /** The page that the step looks at. @type {Page} */
  page;
  /** The language of the portal at present; the overlay follows it. @type {'ru' | 'en'} */
  language;

  /** @param {Parameters<typeof import('./play.mjs').playTour>[0]} options */
  constructor(options) {
    this.#options = options;
    this.language = options.language;
    this.page = /** @type {Page} */ (options.opened.context.pages()[0]);
    this.#listen(this.page);
  }

  /** The texts in which the overlay speaks now. */
  get text() {
    return localeFor(this.language).messages;
  }

  /** The texts in which the cards speak now. */
  get cards() {
    return cardLocaleFor(this.language).messages;
  }

  /** The texts of the banner about access, and those that all surfaces share with it. */
  get access() {
    return { banner: bannerLocaleFor(this.language).messages, shared: accessLocaleFor(this.language).messages };
  }

  /** The texts of note, guide and guard about applications. */
  get market() {
    return marketLocaleFor(this.language).messages;
  }

  /** The dashboard's texts; like the popup it follows the browser, not the portal. */
  get dashboard() {
    return dashboardLocaleFor(this.#options.language).messages;
  }

  /** The texts of rules, and of what became of them; they follow the browser as the dashboard does. */
  get rules() {
    return rulesLocaleFor(this.#options.language).messages;
  }

  get runs() {
    return runsLocaleFor(this.#options.language).messages;
  }

  /** The popup's texts; it follows the browser as well. */
  get popup() {
    return popupLocaleFor(this.#options.language).messages;
  }

  /** The director of a demo portal. @param {PortalName} [portal] */
  director(portal = 'demo') {
    return this.#options.portal.director(portal);
  }

  /** Starts a portal anew, in the tour's language unless the changes say otherwise. */
  reset(/** @type {any} */ changes = {}, /** @type {PortalName} */ portal = 'demo') {
    const language = changes.user?.language ?? this.#options.language;
    this.director(portal).reset({ ...changes, user: { ...changes.user, language } });
    if (portal === 'demo') this.language = language;
  }

  /** Opens an address in the tab at hand. @param {string} place @param {PortalName} [portal] */
  async visit(place, portal = 'demo') {
    await this.page.goto(this.#options.portal.origins[portal] + place, { waitUntil: 'domcontentloaded' });
  }

  /** Goes on in another tab, or a new one. @param {Page} [page] */
  async inTab(page) {
    this.page = page ?? (await this.#options.opened.context.newPage());
    if (!page) this.#listen(this.page);
    await this.page.bringToFront();
    return this.page;
  }

  /** Opens the popup as a tab of the popup's size. */
  async openPopup() {
    const page = await this.inTab();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.goto(`chrome-extension://${this.#options.opened.extensionId}/popup.html`);
    return page;
  }

  /** Opens a section of the dashboard in a tab of its own. @param {string} section @param {string} [rest] more of the address */
  async openDashboard(section, rest = '') {
    const key = encodeURIComponent(`${this.#options.portal.origins.demo}|1`);
    const page = this.page.url().includes('/dashboard.html') ? this.page : await this.inTab();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`chrome-extension://${this.#options.opened.extensionId}/dashboard.html#${section}/${key}${rest}`);
    return page;
  }

  /** All portals as the background has them. @returns {Promise<import('../../domain/view.ts').PortalView[]>} */
  views() {
    return this.#say({ type: 'views.wanted' });
  }

  /** Tells the background about the first portal's user what a page of the extension may tell. @param {string} type @param {object} rest */
  tellBackground(type, rest) {
    return this.#say({ type, key: `${this.#options.portal.origins.demo}|1`, ...rest });
  }

  async #say(/** @type {object} */ message) {
    const page = await this.#options.opened.context.newPage();
    await page.goto(`chrome-extension://${this.#options.opened.extensionId}/popup.html`);
    const answer = await page.evaluate((said) => {
      const { chrome } = /** @type {any} */ (globalThis);
      return chrome.runtime.sendMessage(said);
    }, message);
    await page.close();
    await this.page.bringToFront();
    return answer;
  }

  chip() {
    return readChip(this.page);
  }

  panel() {
    return readPanel(this.page);
  }

  async openPanel() {
    if (await this.panel()) return;
    await clickSpoken(this.page, 'button', SUBJECT);
    await until(() => this.panel(), { message: 'the panel to open' });
  }

  async closePanel() {
    if (!(await this.panel())) return;
    await this.page.keyboard.press('Escape');
    await until(async () => !(await this.panel()), { message: 'the panel to close' });
  }

  /** Asks the panel to read the portal again, and waits until the portal was asked. */
  async readAgain() {
    await this.openPanel();
    const asked = this.director().calls().length;
    const { menu, readAgain } = this.text.panel;
    const isInMenu = !(await findSpoken(this.page, 'button', readAgain));
    if (isInMenu) await clickSpoken(this.page, 'button', menu);
    await clickSpoken(this.page, 'button', readAgain);
    if (isInMenu) await clickSpoken(this.page, 'button', menu);
    await until(() => this.director().calls().length > asked, { message: 'the portal to be asked' });
  }

  /** Waits for a call to the demo portal that ended like that. @param {string} outcome */
  expectCall(outcome) {
    const isThere = () =>
      this.director()
        .calls()
        .some((call) => call.outcome === outcome);
    return until(isThere, { message: `a call that ends with “${outcome}”: ${this.lastCalls().join(' | ')}` });
  }

  /** The toolbar button for the tab at hand. */
  badge() {
    const { worker } = this.#options.opened;
    if (!worker) throw new Error('the extension has no service worker');
    const { protocol, origin } = new URL(this.page.url());
    return badge(worker, protocol === 'https:' ? `${origin}/*` : undefined);
  }

  /** Waits for the chip to say so; null waits for it to be away. @param {string | RegExp | null} wanted */
  expectChip(wanted) {
    const message = async () =>
      `the chip ${wanted === null ? 'to be away' : wanted}, it is ${(await this.chip())?.label ?? 'away'}`;
    return until(async () => agrees((await this.chip())?.label ?? null, wanted), { message });
  }

  /** @param {string | RegExp} wanted */
  expectSentence(wanted) {
    const message = async () => `the chip to say “${wanted}”, it says “${(await this.chip())?.sentence}”`;
    return until(async () => includes((await this.chip())?.sentence ?? '', wanted), { message });
  }

  /** @param {string | RegExp} wanted */
  expectBadge(wanted) {
    const message = async () => `the badge ${wanted || '(none)'}, it is ${(await this.badge()).text || '(none)'}`;
    return until(async () => agrees((await this.badge()).text, wanted), { message });
  }

  /** Waits for the tooltip to say so in any language: it follows the browser, not the portal. */
  expectTooltip(/** @type {(text: import('../../domain/text.ts').Messages) => string} */ wanted) {
    const choices = LOCALES.map(({ messages }) => wanted(messages));
    const message = async () => `the tooltip to say “${choices[0]}”, it says “${(await this.badge()).title}”`;
    const check = async () => {
      const { title } = await this.badge();
      return choices.some((text) => title.includes(text));
    };
    return until(check, { message });
  }

  /** Opens the panel and waits for a line. @param {string | RegExp} wanted */
  async expectInPanel(wanted) {
    await this.openPanel();
    const message = async () => `“${wanted}” in the panel, which says: ${(await this.panel())?.join(' | ')}`;
    await until(async () => (await this.panel())?.some((line) => includes(line, wanted)), { message });
  }

  /** Clicks a button, link or field of ours once it is there. @param {string | RegExp} name @param {string | null} [role] */
  click(name, role = 'button') {
    return clickSpoken(this.page, role, name);
  }

  /** Writes into a field of ours, over what stands in it. @param {string | RegExp} name @param {string} text @param {string} [role] */
  async fill(name, text, role = 'textbox') {
    await this.click(name, role);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
    const message = async () => `the field “${name}” to hold “${text}”, it holds “${await this.#valueOf(name, role)}”`;
    const hold = async () => (await this.#valueOf(name, role)).replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ');
    await until(hold, { message });
  }

  async #valueOf(/** @type {string | RegExp} */ name, /** @type {string} */ role) {
    return (await findSpoken(this.page, role, name))?.value ?? '';
  }

  /** Waits for a card or hint of that name; null waits for none to be there. @param {string | RegExp | null} wanted */
  async expectCard(wanted) {
    const names = async () => (await readCards(this.page)).map(({ name }) => name);
    const message = async () => `the card ${wanted ?? '(none)'}, there is ${(await names()).join(', ') || 'none'}`;
    const check = async () => {
      const there = await names();
      return wanted === null ? there.length === 0 : there.some((name) => includes(name, wanted));
    };
    await until(check, { message });
  }

  /** Waits for a text on any card or hint. @param {string | RegExp} wanted */
  async expectOnCard(wanted) {
    const says = async () => (await readCards(this.page)).map((card) => card.says);
    const message = async () => `“${wanted}” on a card, the cards say: ${(await says()).join(' ‖ ')}`;
    await until(async () => (await says()).some((text) => includes(text, wanted)), { message });
  }

  /** Waits for a text anywhere on the page at hand. @param {string | RegExp} wanted */
  expectOnPage(wanted) {
    return until(async () => (await readPage(this.page)).some((line) => includes(line, wanted)), {
      message: `“${wanted}” on the page`,
    });
  }

  /** Everything there is to see now, for the print-out. */
  async look() {
    const [chip, panel, button] = [await this.chip(), await this.panel(), await this.badge()];
    const events = this.#events.splice(0);
    const isPopup = this.page.url().startsWith('chrome-extension:');
    const popup = isPopup ? await readPage(this.page) : null;
    const cards = isPopup ? [] : await readCards(this.page);
    return [
      !isPopup && `chip     ${chip ? `${chip.label}  ${chip.sentence}` : 'none'}`,
      !isPopup && `badge    ${button.text || 'none'}  ${button.title.replaceAll('\n', ' / ')}`,
      panel && `panel    ${panel.join(' | ')}`,
      ...cards.map(({ name, says }) => `card     ${name}: ${says}`),
      popup && `page     ${popup.join(' | ')}`,
      events.length > 0 && `events   ${events.join(', ')}`,
    ].filter((line) => typeof line === 'string');
  }

  /** The last calls that reached the demo portal: what to read first when a step fails. */
  lastCalls() {
    const calls = this.director().calls().slice(-8);
    return calls.map(
      ({ kind, method, methods, outcome }) => `${kind} ${methods.length ? methods.join('+') : method}: ${outcome}`,
    );
  }

  /** @param {string} name */
  async picture(name) {
    const file = path.join(this.#options.dir, `${name}.png`);
    // A picture in the middle of a movement shows neither before nor after; ours move where Playwright cannot look.
    await this.page.emulateMedia({ reducedMotion: 'reduce' });
    await this.page.screenshot({ path: file, animations: 'disabled' });
    await this.page.emulateMedia({ reducedMotion: null });
    return path.relative(process.cwd(), file);
  }

  /** Remembers the live events that reach a page. */
  #listen(/** @type {Page} */ page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        for (const [, command = ''] of String(payload).matchAll(/"command":"(\w+)"/g)) this.#events.push(command);
      });
    });
  }
}
