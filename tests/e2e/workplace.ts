/** One browser with the built extension beside the demo portals. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { PortalName } from '../../demo/model/state.ts';
import type { DemoPortal, Director } from '../../demo/portal.ts';
import type { PortalView } from '../../domain/view.ts';
import { spoken, until } from '../../scripts/lib/surface.mjs';
import { type Background, BUILT, type Engine, openEngine } from './engine.ts';

export type Place = PortalName;

/** One browser with the extension; it can be closed and opened again with the same profile. */
export class Workplace {
  readonly portal: DemoPortal;
  readonly #home = mkdtempSync(join(tmpdir(), 'latchdesk-e2e-'));
  /** A copy, so that a test may put an update in its place. */
  readonly extensionDir = join(this.#home, 'extension');
  /** Names beside those of the demo portals, with the port that answers for each. */
  readonly #hosts: Record<string, number>;
  #engine: Engine | undefined;

  constructor(portal: DemoPortal, hosts: Record<string, number> = {}) {
    this.portal = portal;
    this.#hosts = hosts;
    cpSync(BUILT, this.extensionDir, { recursive: true });
  }

  get #open(): Engine {
    if (!this.#engine) throw new Error('The browser is closed: call start() first');
    return this.#engine;
  }

  get context(): BrowserContext {
    return this.#open.context;
  }

  /** In Chromium; what Firefox calls it says nothing to any test. */
  get extensionId(): string {
    return new URL(this.#open.ownOrigin).host;
  }

  async start(locale = 'ru-RU', keepsFirstSteps = false): Promise<void> {
    this.#engine = await openEngine({
      extension: this.extensionDir,
      port: this.portal.port,
      profile: join(this.#home, 'profile'),
      locale,
      keepsFirstSteps,
      hosts: this.#hosts,
    });
  }

  /** Closes the browser; the profile stays. */
  async stop(): Promise<void> {
    await this.#engine?.close();
    this.#engine = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Ends it for good; `isClean` where its test went well. */
  async end(isClean = false): Promise<void> {
    await this.#engine?.giveBack(isClean);
    this.#engine = undefined;
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
    await page.goto(this.ownAddress('popup.html'));
    return page;
  }

  /** Where a page of the extension is, such as `popup.html`. */
  ownAddress(path: string): string {
    return `${this.#open.ownOrigin}/${path}`;
  }

  /** Runs code in the background; wakes it when it sleeps. */
  worker(): Promise<Background> {
    return this.#open.background();
  }

  /** Kills the background the way the browser does when it is idle. */
  killWorker(): Promise<void> {
    return this.#open.killBackground();
  }

  /** Switches the extension off or on, as a person does on the browser's page of extensions. */
  setEnabled(isEnabled: boolean): Promise<void> {
    return this.#open.setEnabled(isEnabled);
  }

  /** Lets the extension into a host or shuts it out, as a person does on the browser's own pages. */
  setHost(pattern: string, isAllowed: boolean): Promise<void> {
    return this.#open.setHost(pattern, isAllowed);
  }

  /** Lets the extension into private windows, as a person does on the browser's page of extensions. */
  allowPrivate(): Promise<void> {
    return this.#open.allowPrivate();
  }

  /** Before the start: what the browser would ask for notifications, which no test can answer, was answered with yes. */
  letNotify(): void {
    const manifestFile = join(this.extensionDir, 'manifest.json');
    const { permissions, optional_permissions: _, ...manifest } = JSON.parse(readFileSync(manifestFile, 'utf8'));
    writeFileSync(manifestFile, JSON.stringify({ ...manifest, permissions: [...permissions, 'notifications'] }));
  }

  /** Puts a newer version in the place of the extension while everything stays open, as an update does. */
  async updateExtension(): Promise<void> {
    const manifestFile = join(this.extensionDir, 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    writeFileSync(manifestFile, JSON.stringify({ ...manifest, version: '99.0.0' }));
    await this.#open.takeUpdate();
  }

  anyPage(): Page {
    const page = this.context.pages()[0];
    if (!page) throw new Error('No page is open');
    return page;
  }

  /** Asks the background as the extension's own pages do. */
  async say<T>(message: object): Promise<T> {
    const own = await this.openPopup();
    const answer = await own.evaluate((said) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(of: object): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage(said);
    }, message);
    await own.close();
    return answer as T;
  }

  /** All portals as the background has them. */
  views(): Promise<PortalView[]> {
    return this.say({ type: 'views.wanted' });
  }

  /** Plays the whole way from a page to its chip on another portal: what began before it has had its time. */
  async fence(place: Place = 'second'): Promise<void> {
    const page = await this.open('/stream/', place);
    await until(() => chipOf(page), { message: `the chip of the ${place} portal` });
    await page.close();
  }

  /** Waits until a reading that nobody asked for may follow the last one of a portal. */
  async pauseOver(place: Place = 'demo'): Promise<void> {
    const sinceReading = () => Date.now() - (readings(this.director(place)).at(-1)?.time ?? Number.POSITIVE_INFINITY);
    await expect.poll(sinceReading, { message: 'the pause between readings' }).toBeGreaterThan(3_000);
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

/** Readings of the support dialogs that a portal has seen. */
export const readings = (director: Director) =>
  director.calls().filter((call) => call.methods.includes('imbot.Network.Chat.list'));

/** The chip's button; its name begins with the label. */
export const chipOf = async (page: Page) =>
  (await spoken(page)).find((node) => node.role === 'button' && node.states.hasPopup === 'dialog') ?? null;
