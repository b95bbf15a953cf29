#!/usr/bin/env node
/**
 * `node scripts/promo.mjs`: the pictures for the pages of the stores, from those of a tour and from the icon.
 * First `npm start -- --tour .demo/tour-en --lang en`, then
 *   --from DIR   pictures of that tour (.demo/tour)
 *   --lang CODE  language of the words on the tiles (ru)
 *   --out DIR    where they go (.demo/store)
 */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browser.mjs';
import { openChromium } from './lib/chromium.mjs';
import { inRoot } from './lib/places.mjs';
import { main, say, Trouble } from './lib/say.mjs';

/** Pictures of the tour, in the order in which a store shows them; five are the most that it takes. */
const SCREENSHOTS = ['panel', 'many-overview', 'guard-full', 'access-request', 'chatapp-explain-no'];
const SCREEN = { width: 1280, height: 800 };
/** Of the Chrome Web Store. */
const TILES = { tile: { width: 440, height: 280 }, marquee: { width: 1400, height: 560 } };

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

await main(async () => {
  const { from, lang, out } = readOptions();
  const pictures = await picturesIn(from);
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'latchdesk-promo-'));
  await fs.mkdir(out, { recursive: true });
  // No extension and no portal: the port is never asked.
  const { context } = await openChromium({ browser: await ensureBrowser(), extension: null, port: 9, profile });
  try {
    for (const [index, file] of pictures.entries()) {
      await draw(context, path.join(out, `screenshot-${lang}-${index + 1}.png`), SCREEN, await screenshotOf(file));
    }
    const words = await wordsIn(lang);
    for (const [name, size] of Object.entries(TILES)) {
      await draw(context, path.join(out, `${name}-${lang}.png`), size, await tileOf(words, size.height / 280));
    }
  } finally {
    await context.close();
    await fs.rm(profile, { recursive: true, force: true });
  }
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: inRoot('.demo', 'tour') },
      lang: { type: 'string', default: 'ru' },
      out: { type: 'string', default: inRoot('.demo', 'store') },
    },
  });
  return values;
}

/** The tour numbers its pictures: `07-panel.png`. @param {string} dir */
async function picturesIn(dir) {
  const files = await fs.readdir(dir).catch(() => /** @type {string[]} */ ([]));
  return SCREENSHOTS.map((name) => {
    const file = files.find((each) => each.replace(/^\d+-/, '') === `${name}.png`);
    if (!file)
      throw new Trouble(`There is no picture “${name}” in ${dir}.`, 'run: npm start -- --tour DIR, and name that DIR.');
    return path.join(dir, file);
  });
}

/** The name, and the first sentence of what the manifest says. @param {string} lang */
async function wordsIn(lang) {
  const file = inRoot('public', '_locales', lang, 'messages.json');
  const messages = JSON.parse(await fs.readFile(file, 'utf8'));
  const [line = ''] = messages.extensionDescription.message.split(/(?<=\.)\s/);
  return { name: messages.extensionName.message, line };
}

/** @param {string} file @param {'png' | 'svg+xml'} kind */
async function inlined(file, kind) {
  return `data:image/${kind};base64,${(await fs.readFile(file)).toString('base64')}`;
}

/**
 * Pictures of portals have the shape of those of a store; of the dashboard’s, which are taller, the end is left out.
 * @param {string} file
 */
async function screenshotOf(file) {
  const fit = 'width:100%;height:100%;object-fit:cover;object-position:top';
  return `<img src="${await inlined(file, 'png')}" alt="" style="${fit}">`;
}

/** @param {{ name: string, line: string }} words @param {number} scale */
async function tileOf({ name, line }, scale) {
  const px = (/** @type {number} */ value) => `${Math.round(value * scale)}px`;
  return `<div style="display:grid;align-content:center;justify-items:center;gap:${px(12)};height:100%;padding:${px(24)};
      box-sizing:border-box;color:#fff;background:#27305f;text-align:center;font-family:system-ui,sans-serif">
    <img src="${await inlined(inRoot('assets', 'icon.svg'), 'svg+xml')}" alt="" style="width:${px(72)};height:${px(72)}">
    <div style="font-size:${px(26)};line-height:${px(32)};font-weight:600">${escaped(name)}</div>
    <div style="max-width:${px(360)};font-size:${px(15)};line-height:${px(21)}">${escaped(line)}</div>
  </div>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * @param {BrowserContext} context
 * @param {string} file
 * @param {{ width: number, height: number }} size px
 * @param {string} html
 */
async function draw(context, file, size, html) {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.setContent(`<style>html,body{height:100%;margin:0}img{display:block}</style>${html}`);
  for (const image of await page.locator('img').all()) {
    await image.evaluate((element) => /** @type {HTMLImageElement} */ (element).decode());
  }
  await page.screenshot({ path: file });
  await page.close();
  say(path.relative(process.cwd(), file));
}
