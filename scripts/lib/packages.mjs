/** The npm packages: installed when they are missing or no longer what the lock file says. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { inRoot, ROOT } from './places.mjs';
import { run } from './run.mjs';
import { say, since, Trouble } from './say.mjs';

const LOCK = inRoot('package-lock.json');
const INSTALLED = inRoot('node_modules/.package-lock.json');
const STAMP = inRoot('node_modules/.latchdesk-packages');

/** Changes with the lock file and with the kind of machine, because some packages are binaries. */
function wantedStamp() {
  const hash = createHash('sha256').update(fs.readFileSync(LOCK)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** True when npm's own record of what it installed holds every required package of the lock file. */
function isInstalledByHand() {
  if (!fs.existsSync(INSTALLED)) return false;
  const installed = JSON.parse(fs.readFileSync(INSTALLED, 'utf8')).packages;
  const wanted = JSON.parse(fs.readFileSync(LOCK, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional }]) =>
      place === '' || optional || devOptional || installed[place]?.version === version,
  );
}

/**
 * Runs npm, the same one that started this script where there is one.
 * @param {string[]} args
 * @param {{quiet?: boolean, cwd?: string}} [options]
 */
export function npm(args, { quiet = false, cwd = ROOT } = {}) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli) && fs.existsSync(cli)) return run(process.execPath, [cli, ...args], { cwd, quiet });
  return run('npm', args, { cwd, quiet, shell: process.platform === 'win32' });
}

/** Makes `node_modules` hold what `package-lock.json` says; does nothing when it already does. */
export async function ensurePackages() {
  const stamp = wantedStamp();
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === stamp) return;
  if (!fs.existsSync(STAMP) && isInstalledByHand()) {
    fs.writeFileSync(STAMP, stamp);
    return;
  }
  if (fs.lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Trouble(
      'node_modules is a link to another folder, and installing the packages would empty that one.',
      'remove the link and start the same command again.',
    );
  }
  const start = Date.now();
  say('Installing the packages (npm ci) …');
  const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Trouble(
      `npm ci ended with code ${code}, so the packages are not installed.`,
      'read npm’s message above; most often the npm registry could not be reached — then start the same command again.',
    );
  }
  fs.writeFileSync(STAMP, stamp);
  say(`Packages installed in ${since(start)}.`);
}
