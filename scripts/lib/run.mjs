/** Child processes that never outlive this one: each has its own group, and a signal to us ends every group. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** How long a child may take to end by itself after the signal before it is killed, ms. */
const GRACE = 10_000;
const windows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const alive = new Set();
/** @type {NodeJS.Signals | null} */
let stoppedBy = null;

/** Thrown instead of starting anything more once a signal came. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
    this.exitCode = 128 + (constants.signals[stoppedBy ?? 'SIGTERM'] ?? 15);
  }
}

/** Children that share our group, because they read the keyboard. @type {WeakSet<import('node:child_process').ChildProcess>} */
const inFront = new WeakSet();

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  if (inFront.has(child)) {
    child.kill(signal);
    return;
  }
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // the group has ended meanwhile
  }
}

let listening = false;
function listenOnce() {
  if (listening) return;
  listening = true;
  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  // npm takes a signal for itself and its shell and leaves this process behind: notice that it is gone.
  if (process.env.npm_lifecycle_event && !windows) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      stop('SIGTERM');
    }, 500).unref();
  }
  process.on('exit', () => {
    for (const child of alive) endGroup(child, 'SIGKILL');
  });
}

/** Ends all children; the second time at once. @param {NodeJS.Signals} signal */
function stop(signal) {
  const again = stoppedBy !== null;
  stoppedBy = signal;
  for (const child of alive) {
    endGroup(child, again ? 'SIGKILL' : signal);
    killLater(child);
  }
  if (alive.size === 0) process.exit(new Stopped().exitCode);
}

/** @param {import('node:child_process').ChildProcess} child */
function killLater(child) {
  setTimeout(() => alive.has(child) && endGroup(child, 'SIGKILL'), GRACE).unref();
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's own
 * @param {boolean} [options.quiet] keep the output and return it instead of showing it
 * @param {boolean} [options.ipc] opens a channel, so that the child notices when this process is gone
 * @param {boolean} [options.keyboard] the child may read the keyboard; it stays in our group
 * @param {boolean} [options.shell]
 * @param {number} [options.timeout] ms after which the group is ended
 * @returns {Promise<{code: number, output: string, timedOut: boolean}>} `code` is 127 when the command cannot be started
 */
export function run(command, args, options = {}) {
  const { cwd, env = {}, quiet = false, ipc = false, keyboard = false, shell = false, timeout = 0 } = options;
  if (stoppedBy) return Promise.reject(new Stopped());
  listenOnce();
  const out = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd,
    shell,
    env: { ...process.env, ...env },
    stdio: [keyboard ? 'inherit' : 'ignore', out, out, ...(ipc ? [/** @type {const} */ ('ipc')] : [])],
    detached: !windows && !keyboard,
    windowsHide: true,
  });
  alive.add(child);
  if (keyboard) inFront.add(child);
  let output = '';
  let timedOut = false;
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const limit = timeout
    ? setTimeout(() => {
        timedOut = true;
        endGroup(child, 'SIGTERM');
        killLater(child);
      }, timeout)
    : null;

  return new Promise((resolve, reject) => {
    const end = (/** @type {number} */ code) => {
      if (limit) clearTimeout(limit);
      endGroup(child, 'SIGKILL'); // grandchildren that the child has left behind
      alive.delete(child);
      if (stoppedBy) reject(new Stopped());
      else resolve({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += String(error);
      end(127);
    });
    child.once('close', (code, signal) => end(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)));
  });
}
