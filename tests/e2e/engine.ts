/** The browser below a workplace: Chromium, or Firefox where LATCHDESK_BROWSER says so. */
import { resolve } from 'node:path';
import type { BrowserContext } from '@playwright/test';

export const isFirefox = process.env.LATCHDESK_BROWSER === 'firefox';

/** What the build of the extension for this browser has left. */
export const BUILT = resolve(isFirefox ? '.output/firefox-mv3' : '.output/chrome-mv3');

/** Runs code in the extension's background. */
export interface Background {
  evaluate<T, A>(code: (of: A) => T, of: A): Promise<Awaited<T>>;
  evaluate<T>(code: () => T): Promise<Awaited<T>>;
}

export interface EngineOptions {
  /** The directory with the built extension. */
  extension: string;
  port: number;
  profile: string;
  locale: string;
  /** The tab that an installation opens is left open; in Firefox nothing else ever happens. */
  keepsFirstSteps?: boolean;
  /** Other names with the port of this computer that answers for each. */
  hosts?: Record<string, number>;
}

/** An open browser with the extension. */
export interface Engine {
  context: BrowserContext;
  /** Of the extension's pages, without a slash at its end. */
  ownOrigin: string;
  /** Wakes the background when it sleeps. */
  background(): Promise<Background>;
  killBackground(): Promise<void>;
  setEnabled(isEnabled: boolean): Promise<void>;
  /** Lets the extension into a host or shuts it out, as on the browser's own pages. */
  setHost(pattern: string, isAllowed: boolean): Promise<void>;
  /** Lets the extension into private windows. */
  allowPrivate(): Promise<void>;
  /** Takes what lies in the extension's directory now. */
  takeUpdate(): Promise<void>;
  /** Closes the browser; the profile stays. */
  close(): Promise<void>;
  /** The workplace is done with it; `isClean` where its test went well. */
  giveBack(isClean: boolean): Promise<void>;
}

export async function openEngine(options: EngineOptions): Promise<Engine> {
  if (isFirefox) return (await import('./engine-firefox.ts')).openInFirefox(options);
  return (await import('./engine-chromium.ts')).openInChromium(options);
}

/** Ends what was kept for a next test. */
export async function closeEngines(): Promise<void> {
  if (isFirefox) await (await import('./engine-firefox.ts')).closeKept();
}
