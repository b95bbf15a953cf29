#!/usr/bin/env node
/**
 * `node scripts/icons.mjs`: draws the icons of the extension, public/icon/<size>.png, from assets/icon.svg.
 * To be run when the drawing changes; the pictures are part of the repository.
 */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { openChromium } from './lib/chromium.mjs';
import { inRoot } from './lib/places.mjs';
import { main, say } from './lib/say.mjs';

const SIZES = [16, 32, 48, 96, 128];
const DRAWING = inRoot('assets', 'icon.svg');

await main(async () => {
  const svg = await fs.readFile(DRAWING, 'utf8');
  const browser = await ensureBrowser();
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'latchdesk-icons-'));
  // No extension and no portal: the port is never asked.
  const { context } = await openChromium({ browser, extension: null, port: 9, profile });
  try {
    for (const size of SIZES) await drawIcon(context, svg, size);
  } finally {
    await context.close();
    await fs.rm(profile, { recursive: true, force: true });
  }
});

/**
 * One icon, as large as its pixels, without a ground.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} svg
 * @param {number} size px
 */
async function drawIcon(context, svg, size) {
  const page = await context.newPage();
  await page.setViewportSize({ width: size, height: size });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block;width:${size}px;height:${size}px}</style><img src="${address}" alt="">`,
  );
  await page.locator('img').evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
  const file = inRoot('public', 'icon', `${size}.png`);
  await page.screenshot({ path: file, omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
  await page.close();
  say(`public/icon/${size}.png`);
}
