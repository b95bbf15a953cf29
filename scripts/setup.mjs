#!/usr/bin/env node
/**
 * Everything that `npm start` and `npm test` need, fetched where it is missing: packages, a newer Node, a browser, the
 * built extension. Runs on Node 20 with nothing installed; a second run takes a second.
 *   node scripts/setup.mjs [--firefox]
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureExtension } from './lib/extension.mjs';
import { ensureNode } from './lib/node.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { main, say, Trouble } from './lib/say.mjs';

export { ensureBrowser, ensureExtension, ensureNode, ensurePackages };

/** Packages and Node: what every script needs. @returns {Promise<string>} the path of the project's Node */
export async function ensureTools() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Trouble(
      `Node ${process.version} is too old.`,
      'install Node 20 or newer from nodejs.org, then start again.',
    );
  }
  await ensurePackages();
  return ensureNode();
}

/** Everything for a browser with the extension in it. */
export async function setUp() {
  const node = await ensureTools();
  const browser = await ensureBrowser();
  const extension = await ensureExtension('chrome');
  return { node, browser, extension };
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { browser, extension } = await setUp();
    if (process.argv.includes('--firefox')) await ensureExtension('firefox');
    say(`Ready: ${browser.name}, ${path.relative(process.cwd(), extension)}.`);
  });
}
