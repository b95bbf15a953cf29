/**
 * The stages of `npm test`, in order. To add one: a name for `npm test -- NAME`, a title, and `run`, which shows its
 * output as it works and returns counts. `needs` names stages without which this one can say nothing.
 */
import fs from 'node:fs';
import { ensureBrowser, findFirefox } from './browser.mjs';
import { ensureExtension } from './extension.mjs';
import { runBin } from './node.mjs';
import { inRoot } from './places.mjs';
import { countPlaywright, countVitest, readCount } from './reports.mjs';
import { say } from './say.mjs';

/** @typedef {import('./reports.mjs').Count} Count */
/** @typedef {{name: string, title: string, needs?: string[], run: () => Promise<Count>}} Stage */

/** A stage that hangs is ended after this long, ms. */
const LIMIT = 60 * 60_000;

/** One check that passes or fails as a whole: its commands run one after another until one fails. */
async function commands(/** @type {[string, ...string[]][]} */ ...list) {
  for (const [name, ...args] of list) {
    const { code, timedOut } = await runBin(name, args, { timeout: LIMIT });
    if (timedOut) say(`${name} took longer than ${LIMIT / 60_000} minutes and was ended.`);
    if (code !== 0) return { passed: 0, failed: 1, skipped: 0 };
  }
  return { passed: 1, failed: 0, skipped: 0 };
}

/** An empty place for a runner's report. @param {string} name */
function reportFile(name) {
  const file = inRoot('.output/reports', `${name}.json`);
  fs.mkdirSync(inRoot('.output/reports'), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

async function unit() {
  const report = reportFile('unit');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runBin('vitest', ['run', ...reporters], { timeout: LIMIT });
  return readCount(report, countVitest, code);
}

async function build() {
  await ensureExtension('chrome', { force: true, loud: true });
  await ensureExtension('firefox', { force: true, loud: true });
  return { passed: 1, failed: 0, skipped: 0 };
}

async function endToEnd() {
  const browser = await ensureBrowser();
  await ensureExtension('chrome');
  say(`${browser.name}, ${browser.path}`);
  const report = reportFile('e2e');
  const { code } = await runBin('playwright', ['test', '--reporter=list,json'], {
    env: { CHROMIUM: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeout: LIMIT,
  });
  return readCount(report, countPlaywright, code);
}

async function webExtLint() {
  const dir = await ensureExtension('firefox');
  return commands(['web-ext', 'lint', '--source-dir', dir, '--warnings-as-errors', '--no-config-discovery']);
}

/** What is played in Firefox unless everything is asked for: pages of the portal, and what a browser does in its own way. */
const IN_FIREFOX = [
  'access-rules',
  'chatapp-guard',
  'events',
  'installing',
  'lifecycle',
  'own-portals',
  'private-keys',
  'rules-file',
  'rules-webhook',
  'sixth-dialog',
  'slots',
  'support-rules',
  'surfaces',
  'tabs',
  'watch',
  'wrong-portal',
];

/** Played in Russian and on the new pages of the Market as well: the browser makes no difference between the two. */
const TWINS = ' (in|pages,) en | old pages';

async function firefox() {
  const browser = await findFirefox();
  if (!browser) {
    say('Skipped: no Firefox is installed here (set FIREFOX to its path if it is in an unusual place).');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  await ensureExtension('firefox');
  const isWhole = process.argv.includes('--all');
  say(`${browser.name}, ${browser.path}${isWhole ? '' : '; a part of the tests, all of them with --all'}`);
  const report = reportFile('firefox');
  const files = IN_FIREFOX.map((name) => `${name}.test.ts`);
  const choice = isWhole ? [] : [...files, '--grep-invert', TWINS];
  const { code } = await runBin('playwright', ['test', '--reporter=list,json', ...choice], {
    env: {
      LATCHDESK_BROWSER: 'firefox',
      FIREFOX: browser.path,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
    timeout: LIMIT,
  });
  return readCount(report, countPlaywright, code);
}

/** @type {Stage[]} */
export const STAGES = [
  {
    name: 'types',
    title: 'Types',
    run: () => commands(['wxt', 'prepare'], ['tsc', '--noEmit'], ['tsc', '--noEmit', '-p', 'scripts']),
  },
  { name: 'lint', title: 'Lint and formatting', run: () => commands(['biome', 'check', '.']) },
  { name: 'unit', title: 'Unit and component tests, import rule', run: unit },
  { name: 'build', title: 'Build for Chromium and Firefox', run: build },
  { name: 'web-ext', title: 'web-ext lint', needs: ['build'], run: webExtLint },
  { name: 'e2e', title: 'End-to-end tests in Chromium', needs: ['build'], run: endToEnd },
  { name: 'firefox', title: 'End-to-end tests in Firefox', needs: ['build'], run: firefox },
];
