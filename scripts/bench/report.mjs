/** The measurements as Markdown. */
import { kilobytes } from './bundles.mjs';
import { THROTTLE } from './load.mjs';

/**
 * @typedef {object} Measured
 * @property {import('./bundles.mjs').Bundle[]} bundles
 * @property {import('./load.mjs').Row[]} loads
 * @property {import('./idle.mjs').Idle[]} idle
 */

const IDLE_HEAD = [
  'page',
  'watched',
  'requests',
  'wake-ups',
  'wake-ups by one live event',
  'script without',
  'script with',
];

/** @param {Measured & {browser: string, pairs: number}} measured */
export function writeReport({ bundles, loads, idle, browser, pairs }) {
  return `# What the extension costs

Written by \`npm run bench -- --write\` with ${browser}. Bytes, requests and calls in an idle tab have limits and fail the run; times depend
on the machine, so only the ratios of runs that took turns are worth comparing.

## Bytes

${table(['what', 'minified', 'gzipped', 'limit', 'files'], bundles.map(bundleRow))}

## Time added to a page load

Main thread of the page, processor slowed ${THROTTLE}×, medians of ${pairs} pairs, milliseconds.

${table(['page', 'counter', 'without', 'with', 'added', 'ratio'], loads.map(loadRow))}

## An idle tab

A wake-up is a call from the browser into the extension's code: timer, observer, message or listener.

${table(IDLE_HEAD, idle.map(idleRow))}
`;
}

function bundleRow(/** @type {import('./bundles.mjs').Bundle} */ { what, bytes, gzip, limit, files }) {
  return [
    what,
    kilobytes(bytes),
    kilobytes(gzip),
    limit === null ? '' : kilobytes(limit),
    files.map((file) => `\`${file}\``).join(' ') || 'none',
  ];
}

function loadRow(/** @type {import('./load.mjs').Row} */ row) {
  const name = row.counter === 'script' ? 'script' : 'all tasks';
  const added = row.with - row.without;
  return [row.page, name, row.without.toFixed(1), row.with.toFixed(1), added.toFixed(1), row.ratio.toFixed(2)];
}

function idleRow(/** @type {import('./idle.mjs').Idle} */ { page, seconds, requests, wakeups, byEvent, script }) {
  const times = [script.without, script.with].map((ms) => `${ms.toFixed(1)} ms`);
  return [page, `${seconds} s`, String(requests.length), wakeupsInWords(wakeups), wakeupsInWords(byEvent), ...times];
}

function wakeupsInWords(/** @type {import('./idle.mjs').Wakeups} */ { inPage, background }) {
  const files = { ...inPage, ...(background ? { 'background.js': background } : {}) };
  const words = Object.entries(files).map(([file, count]) => `${count} in \`${file.replace(/^.*\//, '')}\``);
  return words.join(', ') || '0';
}

function table(/** @type {string[]} */ head, /** @type {string[][]} */ rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
