/** A browser for the demo and the tests: one that is installed, else one that can be installed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runBin } from './node.mjs';
import { run } from './run.mjs';
import { say, Trouble } from './say.mjs';

/**
 * @typedef {object} Browser
 * @property {string} path
 * @property {'chromium' | 'edge' | 'chrome'} kind Google Chrome 137 and newer takes no extension from the command line
 * @property {string} name such as `Chromium 156.0.8078.79`
 */

/** Chromium first: it takes the extension from the command line. Google Chrome last. */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'chromium.exe', '/snap/bin/chromium'],
  edge: ['microsoft-edge', 'microsoft-edge-stable', 'msedge.exe'],
  chrome: ['google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'],
  firefox: ['firefox-esr', 'firefox', 'firefox.exe'],
};
const MAC = {
  chromium: 'Chromium.app/Contents/MacOS/Chromium',
  edge: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  chrome: 'Google Chrome.app/Contents/MacOS/Google Chrome',
  firefox: 'Firefox.app/Contents/MacOS/firefox',
};
const WINDOWS = {
  chromium: 'Chromium\\Application\\chrome.exe',
  edge: 'Microsoft\\Edge\\Application\\msedge.exe',
  chrome: 'Google\\Chrome\\Application\\chrome.exe',
  firefox: 'Mozilla Firefox\\firefox.exe',
};

/** @param {keyof typeof COMMANDS} kind @returns {string[]} files that exist */
function places(kind) {
  const env = process.env;
  const onPath = (env.PATH ?? env.Path ?? '')
    .split(path.delimiter)
    .flatMap((dir) => COMMANDS[kind].map((name) => (path.isAbsolute(name) ? name : path.join(dir, name))));
  const usual =
    process.platform === 'darwin'
      ? ['/Applications', path.join(os.homedir(), 'Applications')].map((dir) => path.join(dir, MAC[kind]))
      : process.platform === 'win32'
        ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].map((dir) =>
            path.join(dir ?? '', WINDOWS[kind]),
          )
        : [];
  return [...new Set([...onPath, ...usual])].filter((file) => path.isAbsolute(file) && fs.existsSync(file));
}

/** What the program says it is, or null when it does not start (a stub that points to a shop, a broken install). */
async function versionOf(/** @type {string} */ file) {
  if (process.platform === 'win32') return path.basename(file); // `--version` would open a window there
  const { code, output } = await run(file, ['--version'], { quiet: true, timeout: 20_000 });
  return code === 0
    ? (/(?:Chromium|Google Chrome|Microsoft Edge|Mozilla Firefox)[^\n]*?[\d.]+\w*/.exec(output)?.[0] ?? null)
    : null;
}

/** @returns {Promise<Browser | null>} */
async function inspect(/** @type {string} */ file) {
  const name = await versionOf(file);
  if (!name || /firefox/i.test(name)) return null;
  const kind = /edge/i.test(name) ? 'edge' : /google|^chrome\.exe/i.test(name) ? 'chrome' : 'chromium';
  return { path: file, kind, name };
}

/** The browser that the environment names: CHROMIUM must work, BROWSER counts when it is of the Chromium family. */
async function chosen() {
  const { CHROMIUM, BROWSER } = process.env;
  if (CHROMIUM) {
    const browser = fs.existsSync(CHROMIUM) ? await inspect(CHROMIUM) : null;
    if (browser) return browser;
    throw new Trouble(
      `CHROMIUM is set to “${CHROMIUM}”, which does not start.`,
      'correct or unset the variable CHROMIUM.',
    );
  }
  return BROWSER && path.isAbsolute(BROWSER) && fs.existsSync(BROWSER) ? inspect(BROWSER) : null;
}

/** @param {('chromium' | 'edge' | 'chrome')[]} kinds */
async function installed(kinds) {
  for (const kind of kinds) {
    for (const file of places(kind)) {
      const browser = await inspect(file);
      if (browser) return browser;
    }
  }
  return null;
}

/** @returns {Promise<Browser | null>} */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return fs.existsSync(file) ? { path: file, kind: 'chromium', name: 'Playwright’s Chromium' } : null;
}

/** Installs Debian's package when that is possible here. @param {string} name */
async function aptInstall(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return;
  say(`No browser found: installing ${name} with apt-get, which takes a minute or two …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true };
  const update = await run('apt-get', ['update', '-q'], options);
  const install = await run('apt-get', ['install', '-y', '-q', name], options);
  if (install.code !== 0) process.stderr.write(`${update.output}${install.output}`);
}

/** @type {Browser | null} */
let found = null;

/**
 * A browser of the Chromium family, installed when there is none.
 * @returns {Promise<Browser>}
 */
export async function ensureBrowser() {
  found ??=
    (await chosen()) ??
    (await installed(['chromium'])) ??
    (await playwrightsOwn()) ??
    (await installed(['edge', 'chrome']));
  if (found) return found;
  await aptInstall('chromium');
  found = await installed(['chromium']);
  if (!found) {
    say('No browser found: fetching Playwright’s Chromium …');
    await runBin('playwright', ['install', '--no-shell', 'chromium']);
    found = await playwrightsOwn();
  }
  if (found) return found;
  throw new Trouble(
    'No Chromium, Chrome or Edge was found, and none could be installed.',
    'install Chromium, or set the variable CHROMIUM to the path of a browser of that family.',
  );
}

/** An installed Firefox, or null. @returns {Promise<{path: string, name: string} | null>} */
export async function findFirefox() {
  const files = process.env.FIREFOX ? [process.env.FIREFOX] : places('firefox');
  for (const file of files) {
    const name = await versionOf(file);
    if (name) return { path: file, name };
  }
  return null;
}
