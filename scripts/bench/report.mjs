/** The measurements as Markdown. */
import * as accesses from './access.mjs';
import { kilobytes } from './bundles.mjs';
import * as explainers from './explainer.mjs';
import * as fronts from './front.mjs';
import * as guards from './guard.mjs';
import * as lives from './live.mjs';
import { THROTTLE } from './load.mjs';
import * as memories from './memory.mjs';
import * as followings from './rules.mjs';
import * as scrolls from './scrolling.mjs';
import * as searches from './search.mjs';
import { KEYS } from './typing.mjs';

/**
 * @typedef {object} Measured
 * @property {import('./bundles.mjs').Bundle[]} bundles
 * @property {import('./explainer.mjs').AnswerTimes[]} explainer
 * @property {import('./guard.mjs').GuardTimes[]} guard
 * @property {import('./typing.mjs').TypingRow[]} typing
 * @property {import('./live.mjs').LiveTimes[]} live
 * @property {import('./access.mjs').AccessTimes} access
 * @property {import('./search.mjs').SearchTimes} search
 * @property {import('./load.mjs').Row[]} loads
 * @property {import('./idle.mjs').Idle[]} idle
 * @property {{rows: import('./front.mjs').FrontRow[], scrolls: import('./scrolling.mjs').ScrollRow[]}} front
 * @property {import('./memory.mjs').MemoryUse} memory
 * @property {import('./rules.mjs').RulesRow[]} rules
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

const GUARD_HEAD = ['slots', 'what', 'without', 'with', 'added', 'limit of added, 99th', ''];
const SEARCH_HEAD = ['query', 'where', 'found', 'median of all keys', 'slowest key', 'longest', 'limit', ''];
const EXPLAINER_HEAD = ['what', 'median', '95th percentile', 'limit of the median', ''];
const FRONT_HEAD = ['surface', 'background', 'median', 'longest', 'limit of the median', ''];
const SCROLL_HEAD = ['list', 'rows', '99th percentile', 'frames above the limit', 'limit', ''];
const RULES_HEAD = ['events', 'rules for each', 'what', 'ms', 'limit', ''];
const LIVE_HEAD = ['dialogs', 'reaches', 'median', '95th percentile', 'limit of the median', ''];

/** @param {Measured & {browser: string, pairs: number, load: string, processors: number}} measured */
export function writeReport(measured) {
  const { bundles, explainer, guard, typing, live, access, search, loads, idle, front, memory, rules, ...run } =
    measured;
  const { browser, pairs, load, processors } = run;
  return `# What the extension costs

Written by \`npm run bench -- --write\` with ${browser}. Bytes, requests and calls in an idle tab have limits and fail the run. Times depend
on the machine: only the ratios of runs that took turns are worth comparing, and a limit on a time is shown, not judged.
The machine's load at the end was ${load} on ${processors} processors.

## Bytes

${table(['what', 'minified', 'gzipped', 'limit', 'files'], bundles.map(bundleRow))}

## A press on the button for a new dialog

${guards.PRESSES} presses on a portal with ${guards.DIALOGS} more dialogs, both browsers in turn; milliseconds, 50th and 99th percentile. A press is the
\`click()\` on the portal's own button, measured in the page from before it until all listeners have run, the portal's and
ours. With free slots the press passes: the portal's call that makes a dialog is refused inside the page, so that all
presses meet the same page, and the hint about one question for each dialog counts as dismissed. With all slots taken the
guard stops the press, opens its card and tells the background; the card is closed before the next press.

The second row is the same presses less the time inside \`sendMessage\`, which wakes another process. In both, 99th
percentiles of half a millisecond of work show the machine's load as much as the work. The third row is the decision by
itself: the extension's click listeners, called ${guards.CALLS} times in its own world of that page, with the mean in place of the
50th percentile because the page's clock ticks every 0.1 ms. There every call finds what the one before has left: with
all slots taken, the card open.

${table(GUARD_HEAD, guard.flatMap(guardRows))}

## A key in the message field

${KEYS} keys through the browser's own input in a dialog with support, both browsers in turn, with the pauses in which the text
is looked at; main thread, milliseconds for one key.

${table(['counter', 'without', 'with', 'added', 'ratio'], typing.map(typingRow))}

## A live event

${lives.EVENTS} events that change the number of slots in use, one after another; milliseconds since a handler of the page heard the
event, median and 95th percentile. The view is sent after the database has the change. The chip counts when its text has
changed, the badge when the background sets it.

${table(LIVE_HEAD, live.flatMap(liveRows))}

## A request for access

${accesses.ROUNDS} requests, one after another, and then ${accesses.FLOOD} at once. From the live event until the background has read the chat,
judged the message and stored the request; a hint is followed at once, but not sooner than three seconds after the look
before it. Calls are all that the portal answered meanwhile.

${table(['what', 'value'], accessRows(access))}

## A key in the search

${searches.DIALOGS} closed dialogs; each query is typed key by key, ten times; milliseconds. The limit is compared with the slowest key, by the
median of its ten times; the longest single time has the stalls of the machine in it. The background is asked by a page of the
extension, as the dashboard asks it, with up to 500 dialogs in the answer; the index is searched by itself in Node. The
first search after a change makes the index as well: ${search.first.background.toFixed(1)} ms from the page, ${search.first.index.toFixed(1)} ms by itself.

${table(SEARCH_HEAD, search.rows.map(searchRow))}

## An explanation

${explainers.EMPLOYEES} employees in ${explainers.DEPARTMENTS} departments, ${explainers.LINES} lines; the pure functions in Node, milliseconds once the data is there, median and 95th
percentile. Nothing is kept between the rounds.

${table(EXPLAINER_HEAD, explainer.map(explainerRow))}

## Popup and dashboard with many portals

${fronts.PORTALS} portals and ${fronts.JOURNAL_ROWS} journal entries in the database; milliseconds from the start of the page's navigation until portals with
their numbers have been drawn. With the background asleep, the browser has ended it just before.

${table(FRONT_HEAD, front.rows.map(frontRow))}

The wheel turned over long lists of the dashboard; milliseconds between two frames.

${table(SCROLL_HEAD, front.scrolls.map(scrollRow))}

## Rules

${followings.EVENTS} entries written into a journal that has ${followings.OLD_ROWS} others, and ${followings.RULES} rules, most of which say no; in the extension's own
database. Followed: from the wish until every entry was judged and everything planned was written. Done: until the
planned actions were done as well, one after another for each rule. The longest task is the longest one of the
background's thread until then, as the browser records it: by the clock with the stalls of the machine, by the processor
without them, but only as fine as that clock ticks.

${table(RULES_HEAD, rules.flatMap(rulesRows))}

## Memory of the background

${memories.EVENTS} live events a round on one of these portals, about what a day brings; megabytes in use after each, garbage collected:
${memory.megabytes.map((used) => used.toFixed(1)).join(', ')}. The last round against the second: ${memory.growth.toFixed(2)} (limit ${memories.GROWTH_LIMIT}, ${verdict(memory.growth, memories.GROWTH_LIMIT)}).

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

/** What a time is beside its limit. @param {number} value @param {number} limit */
const verdict = (value, limit) => (value < limit ? 'kept' : '**above**');
const ms = (/** @type {number} */ value, digits = 1) => value.toFixed(digits);

/** What is added to a press, in the order of the rows. @param {import('./guard.mjs').GuardTimes} times */
function addedTo({ without, with: whole, unsent, decision }) {
  const less = (/** @type {import('./guard.mjs').Times} */ { half, most }) => ({
    half: half - without.half,
    most: most - without.most,
  });
  return [
    { what: 'the press', spent: whole, added: less(whole) },
    { what: 'the press less the message', spent: unsent, added: less(unsent) },
    { what: 'the decision by itself', spent: null, added: { half: decision.mean, most: decision.most } },
  ];
}

function guardRows(/** @type {import('./guard.mjs').GuardTimes} */ times) {
  const { ADDED_LIMIT: limit } = guards;
  const pair = (/** @type {import('./guard.mjs').Times} */ { half, most }, digits = 1) =>
    `${ms(half, digits)} / ${ms(most)}`;
  return addedTo(times).map(({ what, spent, added }) => [
    times.slots === 'free' ? 'some free' : 'all taken',
    what,
    spent ? pair(times.without) : '',
    spent ? pair(spent) : '',
    pair(added, spent ? 1 : 4),
    String(limit),
    verdict(added.most, limit),
  ]);
}

function typingRow(/** @type {import('./typing.mjs').TypingRow} */ row) {
  const { counter, without } = row;
  const name = counter === 'script' ? 'script' : 'all tasks';
  return [name, ms(without, 3), ms(row.with, 3), ms(row.with - without, 3), ms(row.with / Math.max(without, 0.001), 2)];
}

function liveRows(/** @type {import('./live.mjs').LiveTimes} */ { dialogs, ...places }) {
  const names = { view: 'database and tab', chip: 'chip', badge: 'badge' };
  return /** @type {const} */ (['view', 'chip', 'badge']).map((place) => {
    const { median, most } = places[place];
    const { MEDIAN_LIMIT: limit } = lives;
    return [String(dialogs), names[place], ms(median), ms(most), String(limit), verdict(median, limit)];
  });
}

function frontRow(/** @type {import('./front.mjs').FrontRow} */ { surface, background, median, longest }) {
  const limit = limitOf(surface);
  return [surface, background, ms(median), ms(longest), String(limit), verdict(median, limit)];
}

function scrollRow(/** @type {import('./scrolling.mjs').ScrollRow} */ { list, rows, most, stalls }) {
  const { FRAME_LIMIT: limit } = scrolls;
  return [list, String(rows), ms(most), String(stalls), String(limit), verdict(most, limit)];
}

const limitOf = (/** @type {string} */ surface) =>
  surface === 'dashboard' ? fronts.DASHBOARD_LIMIT : fronts.POPUP_LIMIT;

function accessRows(/** @type {import('./access.mjs').AccessTimes} */ { median, most, calls, floodCalls }) {
  return [
    ['from the event to the register, median, ms', ms(median)],
    ['the slowest, ms', ms(most)],
    ['calls to the portal for one request', String(calls)],
    [`calls to the portal for ${accesses.FLOOD} at once`, String(floodCalls)],
  ];
}

function searchRow(
  /** @type {import('./search.mjs').SearchRow} */ { query, where, found, slowestAt, slowest, ...times },
) {
  const { KEY_LIMIT: limit } = searches;
  const name = where === 'background' ? 'from a page' : 'index alone';
  const key = `${ms(slowest, 2)} (${slowestAt.trim()})`;
  return [
    query,
    name,
    String(found),
    ms(times.median, 2),
    key,
    ms(times.longest, 2),
    String(limit),
    verdict(slowest, limit),
  ];
}

function explainerRow(/** @type {import('./explainer.mjs').AnswerTimes} */ { what, median, most }) {
  const { ANSWER_LIMIT: limit } = explainers;
  return [what, ms(median, 2), ms(most, 2), String(limit), verdict(median, limit)];
}

/** One sentence for each time above its limit. @param {Measured} measured */
export function slowTimes({ explainer, guard, live, search, front, memory, rules }) {
  const slow = [];
  for (const { surface, background, median } of front.rows) {
    if (median >= limitOf(surface))
      slow.push(`${surface}, background ${background}: ${ms(median)} ms, the limit is ${limitOf(surface)}`);
  }
  if (memory.growth >= memories.GROWTH_LIMIT)
    slow.push(`memory grew ${memory.growth.toFixed(2)} times, the limit is ${memories.GROWTH_LIMIT}`);
  for (const { mix, followed, longest } of rules) {
    const { TIME_LIMIT: time, TASK_LIMIT: task } = followings;
    if (followed >= time) slow.push(`rules, ${mix} events: ${ms(followed)} ms, the limit is ${time}`);
    if (longest >= task) slow.push(`rules, ${mix} events: a task of ${ms(longest)} ms, the limit is ${task}`);
  }
  for (const { what, median } of explainer) {
    if (median >= explainers.ANSWER_LIMIT)
      slow.push(`${what}: ${ms(median)} ms, the limit is ${explainers.ANSWER_LIMIT}`);
  }
  for (const times of guard) {
    for (const { what, added } of addedTo(times)) {
      if (added.most < guards.ADDED_LIMIT) continue;
      slow.push(`${what}, ${times.slots} slots: ${ms(added.most)} ms added, the limit is ${guards.ADDED_LIMIT}`);
    }
  }
  for (const { dialogs, ...places } of live) {
    for (const [place, { median }] of Object.entries(places)) {
      if (median >= lives.MEDIAN_LIMIT)
        slow.push(`a live event, ${place}, ${dialogs} dialogs: ${ms(median)} ms, the limit is ${lives.MEDIAN_LIMIT}`);
    }
  }
  for (const { query, where, slowest } of search.rows) {
    if (slowest >= searches.KEY_LIMIT)
      slow.push(`a key of “${query}”, ${where}: ${ms(slowest)} ms, the limit is ${searches.KEY_LIMIT}`);
  }
  return slow;
}

function rulesRows(/** @type {import('./rules.mjs').RulesRow} */ row) {
  const { TIME_LIMIT: time, TASK_LIMIT: task } = followings;
  const cells = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ limit) => [
    ...[row.mix, String(row.matching), what, ms(value), String(limit), verdict(value, limit)],
  ];
  return [
    cells('followed', row.followed, time),
    [row.mix, String(row.matching), `done, ${row.runs} actions`, ms(row.done), '', ''],
    cells('longest task, by the clock', row.longest, task),
    [row.mix, String(row.matching), 'longest task, by the processor', ms(row.longestOwn), '', ''],
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
