/** An installation into a browser that has a portal open already. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, TestInfo } from '@playwright/test';
import { ensureBrowser, findFirefox } from '../../scripts/lib/browser.mjs';
import { openChromium } from '../../scripts/lib/chromium.mjs';
import { openFirefox } from '../../scripts/lib/firefox.mjs';
import { BUILT } from './engine.ts';
import { expect, expectChip, isFirefox, test } from './fixture.ts';
import { ownWords, pageAt } from './own-pages.ts';

const { start } = ownWords('ru').dashboard;

/** Takes the place of an extension at the start of the browser, which then takes a true one while it runs. */
function makePlaceholder(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Placeholder',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(directory, 'worker.js'), '');
  return directory;
}

interface Bare {
  context: BrowserContext;
  install(): Promise<void>;
}

/** A browser without the extension, which takes it while it runs. */
async function openBare(port: number, testInfo: TestInfo): Promise<Bare> {
  const profile = testInfo.outputPath('profile');
  if (isFirefox) {
    const browser = await findFirefox();
    if (!browser) throw new Error('No Firefox is installed here');
    const opened = await openFirefox({ browser, port, profile });
    return { context: opened.context, install: () => opened.install(BUILT) };
  }
  const { context } = await openChromium({
    // As a browser that takes extensions over the debugging protocol.
    browser: { ...(await ensureBrowser()), kind: 'chrome' },
    extension: makePlaceholder(testInfo.outputPath('placeholder')),
    port,
    profile,
    keepsFirstSteps: true,
  });
  return { context, install: () => loadInChromium(context) };
}

async function loadInChromium(context: BrowserContext): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  await (cdp as unknown as { send(method: string, of: object): Promise<unknown> }).send('Extensions.loadUnpacked', {
    path: BUILT,
  });
}

test('the portal that is open works at once, and the first steps name it', async ({ portal }, testInfo) => {
  portal.director('demo').reset();
  const { context, install } = await openBare(portal.port, testInfo);
  try {
    const page = await context.newPage();
    await page.goto(`${portal.origins.demo}/stream/`);
    await install();
    await expectChip(page, '3/5');
    const steps = await pageAt(context, /dashboard\.html#start$/);
    await expect(steps.getByRole('list', { name: start.found })).toContainText(start.readPortal('3/5'));
    expect(context.pages().filter((each) => each.url().endsWith('#start'))).toHaveLength(1);
  } finally {
    await context.close();
  }
});
