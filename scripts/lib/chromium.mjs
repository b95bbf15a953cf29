/** A Chromium window with the extension loaded, in which the demo portals have their real names. */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { Trouble } from './say.mjs';

/** Nothing that would look for a network of its own. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} OpenOptions
 * @property {import('./browser.mjs').Browser} browser
 * @property {string | null} extension directory; null opens a browser without it
 * @property {number} port of the demo portals
 * @property {string} profile directory, made when missing
 * @property {boolean} [headless]
 * @property {string} [locale] such as `ru-RU`
 * @property {'light' | 'dark'} [colorScheme]
 * @property {{width: number, height: number} | null} [viewport] null: as large as the window
 * @property {boolean} [keepsFirstSteps] the tab that an installation opens is left open
 * @property {Record<string, number>} [hosts] other names with the port of this computer that answers for each
 */

/**
 * @typedef {object} Opened
 * @property {import('@playwright/test').BrowserContext} context
 * @property {import('@playwright/test').Worker | null} worker the extension's service worker, null without extension
 * @property {string | null} extensionId
 */

/**
 * Opens the browser; close it with `context.close()`.
 * @param {OpenOptions} options
 * @returns {Promise<Opened>}
 */
export async function openChromium({
  browser,
  extension,
  port,
  profile,
  headless = true,
  locale = 'ru-RU',
  colorScheme,
  viewport,
  keepsFirstSteps = false,
  hosts = {},
}) {
  fs.mkdirSync(profile, { recursive: true });
  const isNew = fs.readdirSync(profile).length === 0;
  const others = Object.entries(hosts).map(([name, itsPort]) => `MAP ${name} 127.0.0.1:${itsPort}, `);
  const byCommandLine = extension !== null && browser.kind !== 'chrome';
  const launching = chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    locale,
    viewport: viewport === undefined ? { width: 1440, height: 900 } : viewport,
    ignoreHTTPSErrors: true,
    // On Linux the browser's own language comes from here, not from --lang.
    env: { ...process.env, LANGUAGE: locale.replace('-', '_') },
    ...(colorScheme ? { colorScheme } : {}),
    ignoreDefaultArgs: ['--disable-extensions'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...QUIET,
      // In a window: no bar about unusual switches, and room for a portal.
      ...(headless ? [] : ['--test-type', '--window-size=1440,900', '--hide-crash-restore-bubble']),
      `--lang=${locale}`,
      '--ignore-certificate-errors',
      `--host-resolver-rules=${others.join('')}MAP *.bitrix24.ru 127.0.0.1:${port}, MAP *.bitrix24.com 127.0.0.1:${port}, MAP *.example 127.0.0.1:${port}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(byCommandLine ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...(extension && !byCommandLine ? ['--enable-unsafe-extension-debugging'] : []),
    ],
  });
  const context = await launching.catch((error) => {
    throw new Trouble(
      `${browser.name} could not be started (${error.message.split('\n')[0]}).`,
      `close the window of an earlier start if there is one; else start ${browser.path} by hand and read what it says.`,
    );
  });
  if (extension === null) return { context, worker: null, extensionId: null };
  try {
    if (!byCommandLine) await loadOverProtocol(context, extension);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
    if (isNew && !keepsFirstSteps) await closeFirstSteps(context);
    return { context, worker, extensionId: new URL(worker.url()).host };
  } catch (error) {
    await context.close();
    throw new Trouble(
      `${browser.name} did not load the extension from ${path.relative(process.cwd(), extension)} (${error.message.split('\n')[0]}).`,
      'use Chromium: install it, or run “npx playwright install chromium”, or set CHROMIUM to its path.',
    );
  }
}

/** ms; a build that opens no first steps is not waited for any longer. */
const LONGEST_INSTALLATION = 5_000;

/** The tab that an installation opens would be in the way of whoever counts tabs or waits for one. */
async function closeFirstSteps(/** @type {import('@playwright/test').BrowserContext} */ context) {
  const giveUpAt = Date.now() + LONGEST_INSTALLATION;
  while (Date.now() < giveUpAt) {
    const page = context.pages().find((each) => each.url().endsWith('/dashboard.html#start'));
    if (page) return page.close();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Google Chrome 137 and newer ignores --load-extension; it still takes an extension over the debugging protocol. */
async function loadOverProtocol(
  /** @type {import('@playwright/test').BrowserContext} */ context,
  /** @type {string} */ extension,
) {
  const cdp = await context.browser()?.newBrowserCDPSession();
  // Playwright's types do not know this domain.
  await /** @type {any} */ (cdp).send('Extensions.loadUnpacked', { path: extension });
}
