/** A demo portal and a real Chromium with the built extension; the overlay is read as a screen reader reads it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, test as base, expect, type Page, type Worker } from '@playwright/test';
import { type DemoPortal, type Director, startPortal } from '../../demo/portal.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { ensureBrowser } from '../../scripts/lib/browser.mjs';
import { openChromium } from '../../scripts/lib/chromium.mjs';
import { clickSpoken, findSpoken, spoken, until } from '../../scripts/lib/surface.mjs';

const BUILT = resolve('.output/chrome-mv3');

export const ru = localeFor('ru').messages;
export const en = localeFor('en').messages;

type Place = 'demo' | 'second';

interface DeveloperPrivate {
  updateProfileConfiguration(changes: { inDeveloperMode: boolean }): Promise<void>;
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
}

/** One browser with the extension; it can be closed and opened again with the same profile. */
export class Workplace {
  readonly portal: DemoPortal;
  readonly #home = mkdtempSync(join(tmpdir(), 'latchdesk-e2e-'));
  /** A copy, so that a test may put an update in its place. */
  readonly extensionDir = join(this.#home, 'extension');
  #context: BrowserContext | undefined;
  #extensionId = '';

  constructor(portal: DemoPortal) {
    this.portal = portal;
    cpSync(BUILT, this.extensionDir, { recursive: true });
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('The browser is closed: call start() first');
    return this.#context;
  }

  get extensionId(): string {
    return this.#extensionId;
  }

  async start(locale = 'ru-RU'): Promise<void> {
    const opened = await openChromium({
      browser: await ensureBrowser(),
      extension: this.extensionDir,
      port: this.portal.port,
      profile: join(this.#home, 'profile'),
      locale,
    });
    this.#context = opened.context;
    this.#extensionId = opened.extensionId ?? '';
  }

  /** Closes the browser; the profile stays. */
  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#home, { recursive: true, force: true });
  }

  director(place: Place = 'demo'): Director {
    return this.portal.director(place);
  }

  /** Opens a page of a portal in a new tab. */
  async open(path = '/stream/', place: Place = 'demo'): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.portal.origins[place]}${path}`);
    return page;
  }

  /** The popup as a page of its own. */
  async openPopup(): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 380, height: 600 });
    await page.goto(`chrome-extension://${this.#extensionId}/popup.html`);
    return page;
  }

  /** Runs code in the background; wakes it when it sleeps. */
  async worker(): Promise<Worker> {
    const running = this.context.serviceWorkers().find((worker) => worker.url().includes(this.#extensionId));
    return running ?? this.context.waitForEvent('serviceworker');
  }

  /** Kills the service worker the way the browser does when it is idle. */
  async killWorker(): Promise<void> {
    const browser = this.context.browser();
    const cdp = browser ? await browser.newBrowserCDPSession() : await this.context.newCDPSession(this.anyPage());
    const { targetInfos } = await cdp.send('Target.getTargets');
    const workers = targetInfos.filter(
      (info) => info.type === 'service_worker' && info.url.includes(this.#extensionId),
    );
    for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId });
    await cdp.detach();
  }

  /** Puts a newer version in the place of the extension while everything stays open, as an update does. */
  async updateExtension(): Promise<void> {
    const manifestFile = join(this.extensionDir, 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    writeFileSync(manifestFile, JSON.stringify({ ...manifest, version: '99.0.0' }));
    // Only a browser in developer mode takes a changed unpacked extension.
    const settings = await this.context.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate(async (id) => {
      const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.reload(id, { failQuietly: false });
    }, this.#extensionId);
    await settings.close();
  }

  anyPage(): Page {
    const page = this.context.pages()[0];
    if (!page) throw new Error('No page is open');
    return page;
  }

  /** The badge as the database's own extension page sees it, without waking anything. */
  async badge(page?: Page): Promise<{ text: string; title: string }> {
    const own = page ?? (await this.openPopup());
    const badge = await own.evaluate(async () => {
      const { action } = (
        globalThis as unknown as { chrome: { action: Record<string, (of: object) => Promise<string>> } }
      ).chrome;
      return { text: (await action.getBadgeText?.({})) ?? '', title: (await action.getTitle?.({})) ?? '' };
    });
    if (!page) await own.close();
    return badge;
  }
}

/** The chip's button; its name begins with the label. */
export const chipOf = async (page: Page) =>
  (await spoken(page)).find((node) => node.role === 'button' && node.states.hasPopup === 'dialog') ?? null;

/** What the chip says, label first; empty when there is no chip. */
export const chipText = async (page: Page): Promise<string> => (await chipOf(page))?.name ?? '';

/** Waits until the chip's label is exactly this. */
export async function expectChip(page: Page, label: string, sentence?: string): Promise<void> {
  await expect
    .poll(() => chipText(page), { message: `the chip says ${label}`, timeout: 12_000 })
    .toMatch(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} `));
  if (sentence) await expect.poll(() => chipText(page), { message: 'the chip explains itself' }).toContain(sentence);
}

/** Waits for the page to settle without a chip: the link has answered and nothing was mounted. */
export async function expectNoChip(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(1_500);
  expect(await chipText(page)).toBe('');
  expect(await page.locator('latchdesk-overlay').count()).toBe(0);
}

export async function openPanel(page: Page): Promise<void> {
  const chip = await until(() => chipOf(page), { message: 'the chip' });
  await clickSpoken(page, 'button', chip.name);
  await until(() => findSpoken(page, 'dialog', /Latchdesk/), { message: 'the panel' });
}

/** Opens a chat as the portal's own scripts do. */
export const openChatOnPage = (page: Page, dialogId: string): Promise<void> =>
  page.evaluate((wanted) => {
    const { BX } = window as unknown as { BX: { Messenger: { Public: { openChat(dialogId: string): void } } } };
    BX.Messenger.Public.openChat(wanted);
  }, dialogId);

/** All texts of the page's accessibility tree in one string. */
export const allText = async (page: Page): Promise<string> => (await spoken(page)).map((node) => node.name).join('\n');

export const test = base.extend<{ workplace: Workplace }, { portal: DemoPortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const portal = await startPortal();
      await use(portal);
      await portal.close();
    },
    { scope: 'worker' },
  ],
  workplace: async ({ portal }, use) => {
    portal.director('demo').reset();
    portal.director('second').reset();
    const workplace = new Workplace(portal);
    await workplace.start();
    await use(workplace);
    await workplace.end();
  },
});

export { clickSpoken, expect, findSpoken, spoken, until };
