/** The project's own Node: the build and the demo need a newer one than the machine may have. */
import fs from 'node:fs';
import path from 'node:path';
import { npm } from './packages.mjs';
import { inRoot, ROOT } from './places.mjs';
import { run } from './run.mjs';
import { say, Trouble } from './say.mjs';

/** Runs TypeScript without a flag since then. */
const LEAST = { major: 22, minor: 18 };
const PACKAGE = inRoot('node_modules/node');

/** @param {string} version such as `v24.1.0` */
function isNewEnough(version) {
  const [major = 0, minor = 0] = (/v?(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
  return major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor);
}

/** The package's binary where it runs on this machine, else null. */
async function installedNode() {
  const file = path.join(PACKAGE, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!fs.existsSync(file)) return null;
  const { code, output } = await run(file, ['--version'], { quiet: true, timeout: 20_000 });
  return code === 0 && isNewEnough(output) ? file : null;
}

/** @type {string | null} */
let found = null;

/**
 * The path of a Node that can run the build and the demo. The package `node` fetches its binary in an install script,
 * which npm may skip: then the script is run again here.
 * @returns {Promise<string>}
 */
export async function ensureNode() {
  found ??= await installedNode();
  if (found) return found;
  say('Fetching the project’s own Node …');
  await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'], { quiet: true });
  found = await installedNode();
  const script = path.join(PACKAGE, 'installArchSpecificPackage.js');
  if (!found && fs.existsSync(script)) {
    await run(process.execPath, [script], { cwd: PACKAGE, quiet: true });
    found = await installedNode();
  }
  if (!found && isNewEnough(process.version)) {
    say(`The package “node” does not run here; using Node ${process.version} of this machine.`);
    found = process.execPath;
  }
  if (found) return found;
  throw new Trouble(
    `Node ${process.version} is too old for the build, and the newer one of the package “node” could not be fetched.`,
    `install Node ${LEAST.major}.${LEAST.minor} or newer, or run “npm rebuild node --foreground-scripts” and read what it says.`,
  );
}

/**
 * The script behind a package's command.
 * @param {string} name such as `wxt`, `tsc`, `biome`
 * @returns {string}
 */
export function packageBin(name) {
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  for (const dependency of [name, ...Object.keys({ ...dependencies, ...devDependencies })]) {
    const manifest = inRoot('node_modules', dependency, 'package.json');
    if (!fs.existsSync(manifest)) continue;
    const { bin } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    const file = typeof bin === 'string' ? dependency.split('/').at(-1) === name && bin : bin?.[name];
    if (file) return inRoot('node_modules', dependency, file);
  }
  throw new Trouble(`No package of this project has a command “${name}”.`, 'look at devDependencies in package.json.');
}

/** The environment in which “node” of any script below is the project's. @param {string} node */
export function nodeEnvironment(node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { [key]: [path.dirname(node), inRoot('node_modules/.bin'), process.env[key]].join(path.delimiter) };
}

/**
 * Runs a package's command with the project's Node.
 * @param {string} name
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function runBin(name, args, options = {}) {
  const node = await ensureNode();
  return run(node, [packageBin(name), ...args], {
    cwd: ROOT,
    ...options,
    env: { ...nodeEnvironment(node), ...options.env },
  });
}

/**
 * Runs the second half of a script with the project's Node; it ends when this process does.
 * @param {string} file inside scripts/
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {number} [timeout] ms
 * @returns {Promise<number>} its exit code
 */
export async function runWithNode(file, args, env = {}, timeout = 0) {
  const node = await ensureNode();
  const child = await run(node, [inRoot(file), ...args], {
    cwd: ROOT,
    ipc: true,
    timeout,
    env: { ...nodeEnvironment(node), ...env },
  });
  return child.code;
}
