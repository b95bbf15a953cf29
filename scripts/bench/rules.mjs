/** How long rules take to follow a journal that thousands of events were written into, and whether they keep others waiting. */
import { until } from '../lib/surface.mjs';
import { watchTasks } from './worker-tasks.mjs';
import { openOwnPage, waitForDialogs } from './worlds.mjs';

export const RULES = 100;
export const EVENTS = 10_000;
/** ms until the journal was followed. */
export const TIME_LIMIT = 5_000;
/** ms of one task in the background. */
export const TASK_LIMIT = 50;
/** Entries that rules have seen long ago. */
export const OLD_ROWS = 100_000;
/** What happens, with the trigger that waits for it. */
const HAPPENINGS = [
  ['support.answered', { kind: 'support.answered', chatId: 1 }],
  ['dialog.opened', { kind: 'dialog.opened', chatId: 1 }],
  ['dialog.closed', { kind: 'dialog.closed', chatId: 1 }],
  ['message.refused', { kind: 'message.refused', chatId: 1 }],
  ['dialog.renamed', { kind: 'dialog.renamed', chatId: 1, title: 'Почта не приходит' }],
  ['access.granted', { kind: 'access.granted', recordId: 'none' }],
  ['access.revoked', { kind: 'access.ended', recordId: 'none' }],
  ['access.declined', { kind: 'access.declined', recordId: 'none' }],
  ['access.ticketClosed', { kind: 'access.ticketClosed', recordId: 'none' }],
  ['wipe.attempted', { kind: 'wipe.stopped', name: 'ChatApp', code: 'chatapp' }],
  ['reinstall.finished', { kind: 'reinstall.done', runId: 'none' }],
  ['reinstall.stopped', { kind: 'reinstall.stopped', runId: 'none' }],
  ['appAccess.emptied', { kind: 'appAccess.emptied', name: 'ChatApp' }],
  ['portal.signedOut', { kind: 'portal.signedOut' }],
  ['slots.freed', { kind: 'slots.counted', used: 4, max: 5, isTold: true, before: { used: 5, max: 5, isTold: true } }],
  [
    'slots.limitChanged',
    { kind: 'slots.counted', used: 3, max: 5, isTold: true, before: { used: 3, max: 4, isTold: true } },
  ],
];

/** Rules that wait for each event, and kinds of events. */
const MIXES = /** @type {const} */ ([
  { mix: 'usual', matching: 4, kinds: 16 },
  { mix: 'hard', matching: 25, kinds: 4 },
]);

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/**
 * @typedef {object} RulesRow
 * @property {'usual' | 'hard'} mix
 * @property {number} matching rules that wait for each event
 * @property {number} followed ms from the wish until the journal was followed and everything planned was written
 * @property {number} done ms from the wish until everything planned was done as well
 * @property {number} runs planned runs
 * @property {number} skipped
 * @property {number} longest ms of the longest task in the background, by the clock
 * @property {number} longestOwn the same, by the processor
 */

/**
 * @param {{extended: Opened, origin: string}} options a browser of its own: its database is filled
 * @returns {Promise<RulesRow[]>}
 */
export async function measureRules({ extended, origin }) {
  const portal = await extended.context.newPage();
  await portal.goto(`${origin}/stream/`);
  const own = await openOwnPage(extended);
  const key = await waitForDialogs(own, 3);
  await portal.close();
  await own.page.evaluate(writeOldRows, { key, rows: OLD_ROWS });
  const rows = [];
  for (const mix of MIXES) rows.push(await measureMix(extended, own, key, mix));
  await own.page.close();
  return rows;
}

/**
 * @param {Opened} extended
 * @param {Awaited<ReturnType<typeof openOwnPage>>} own
 * @param {string} key
 * @param {(typeof MIXES)[number]} mix
 * @returns {Promise<RulesRow>}
 */
async function measureMix(extended, own, key, { mix, matching, kinds }) {
  const happenings = HAPPENINGS.slice(0, kinds);
  const triggers = Array.from({ length: RULES }, (_, n) =>
    n < matching * kinds ? String(happenings[n % kinds]?.[0]) : 'manual',
  );
  const entries = happenings.map(([, entry]) => entry);
  // Where there are no rules the journal is not followed.
  await own.page.evaluate(writeEvents, { key, mix, triggers, entries, events: 0 });
  await own.say({ type: 'rules.paused', isOn: false });
  await followedUpTo(own, 0);
  await own.say({ type: 'rules.paused', isOn: true });
  const last = await own.page.evaluate(writeEvents, { key, mix, triggers, entries, events: EVENTS });
  const stop = await watchTasks(extended);
  const begun = performance.now();
  await own.say({ type: 'rules.paused', isOn: false });
  await followedUpTo(own, last);
  const followed = performance.now() - begun;
  await until(async () => (await own.page.evaluate(readState)).unfinished === 0, { timeout: 120_000, every: 50 });
  const done = performance.now() - begun;
  const { runs, skipped } = await own.page.evaluate(readState);
  return { mix, matching, followed, done, runs, skipped, ...(await stop()) };
}

/** @param {Awaited<ReturnType<typeof openOwnPage>>} own @param {number} last number of a journal entry */
function followedUpTo(own, last) {
  const isThere = async () => ((await own.page.evaluate(readState)).cursor ?? -1) >= last;
  return until(isThere, { timeout: 120_000, every: 20, message: 'rules to follow the journal' });
}

/** Runs in a page of the extension. @param {{key: string, rows: number}} wanted */
async function writeOldRows({ key, rows }) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchdesk');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  for (let first = 0; first < rows; first += 10_000) {
    const work = database.transaction('journal', 'readwrite');
    for (let n = first; n < first + 10_000; n += 1) {
      const at = Date.now() - (rows - n) * 1_000;
      // Nothing that a rule could wait for.
      work.objectStore('journal').add({ portal: key, at, kind: 'user.wrote', chatId: (n % 50) + 1 });
    }
    await new Promise((resolve, reject) => {
      work.oncomplete = resolve;
      work.onerror = () => reject(work.error);
    });
  }
  database.close();
}

/**
 * Runs in a page of the extension: rules in place of those there are, no runs, and events; answers the last one's number.
 * One rule of four has no condition, of the others nearly all say no.
 * @param {{key: string, mix: string, triggers: string[], entries: any[], events: number}} wanted
 */
async function writeEvents({ key, mix, triggers, entries, events }) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchdesk');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const now = Date.now();
  const work = database.transaction(['rules', 'runs', 'ruleMarks', 'journal', 'dialogs'], 'readwrite');
  for (const table of ['rules', 'runs', 'ruleMarks']) work.objectStore(table).clear();
  const list = [
    { fact: 'portal.host', is: 'contains', value: 'bitrix24' },
    { fact: 'slots.used', is: 'atLeast', value: 1_000 },
  ];
  for (const [n, kind] of triggers.entries()) {
    const rule = {
      ...{ schema: 1, id: `${mix}-${n}`, name: `Rule ${n}`, version: 1, portals: 'all', trigger: { kind } },
      conditions: { match: 'all', list: n % 4 === 0 ? [] : list },
      actions: [{ kind: 'journal', text: '{portal.name}: {dialog.name}' }],
      ...{ cooldown: { minutes: 0, per: 'rule' }, workingHours: 'any', mode: 'single', caps: { runsPerHour: 20 } },
    };
    const kept = { state: 'on', offBecause: null, failures: 0, since: 0, changedAt: now, scheduledUpTo: null };
    work.objectStore('rules').put({ id: rule.id, rule, ...kept });
  }
  const chats = await new Promise((resolve) => {
    const asking = work.objectStore('dialogs').getAll();
    asking.onsuccess = () => resolve(asking.result.map((/** @type {any} */ { chatId }) => chatId));
  });
  /** @type {number} */
  let last = 0;
  for (let n = 0; n < events; n += 1) {
    const entry = entries[n % entries.length];
    const about = 'chatId' in entry ? { chatId: chats[n % chats.length] } : {};
    const adding = work.objectStore('journal').add({ portal: key, at: now, ...entry, ...about });
    if (n === events - 1) adding.onsuccess = () => Object.assign(globalThis, { last: adding.result });
  }
  await new Promise((resolve, reject) => {
    work.oncomplete = resolve;
    work.onerror = () => reject(work.error);
  });
  last = /** @type {any} */ (globalThis).last;
  database.close();
  return last;
}

/** Runs in a page of the extension. */
async function readState() {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchdesk');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const work = database.transaction(['preferences', 'runs']);
  const ask = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const states = work.objectStore('runs').index('state');
  const count = (/** @type {string} */ state) => ask(states.count(state));
  const [row, planned, running, waiting, skipped, all] = await Promise.all([
    ask(work.objectStore('preferences').get('rules')),
    ...['planned', 'running', 'waiting', 'skipped'].map(count),
    ask(work.objectStore('runs').count()),
  ]);
  database.close();
  return { cursor: row?.value.cursor, unfinished: planned + running + waiting, skipped, runs: all - skipped };
}
