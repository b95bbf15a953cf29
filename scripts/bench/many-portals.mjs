/** Fifty portals, a journal of 100,000 entries and 5,000 dialogs in the extension's database, made of the one portal that was read. */
import { openOwnPage, waitForDialogs } from './worlds.mjs';

export const PORTALS = 50;
export const JOURNAL_ROWS = 100_000;
/** Of the last portal. */
export const DIALOGS = 5_000;

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */

/**
 * Reads the demo portal, and puts as many more like it beside it.
 * @param {Opened} extended
 * @param {string} origin
 * @returns {Promise<{journalOf: string, dialogsOf: string}>} keys of the portals with the long lists
 */
export async function fillDatabase(extended, origin) {
  const portal = await extended.context.newPage();
  await portal.goto(`${origin}/stream/`);
  const own = await openOwnPage(extended);
  const key = await waitForDialogs(own, 3);
  await portal.close();
  const dialogsOf = await own.page.evaluate(fillTables, {
    key,
    portals: PORTALS,
    rows: JOURNAL_ROWS,
    dialogs: DIALOGS,
  });
  await own.page.close();
  return { journalOf: key, dialogsOf };
}

/** Runs in a page of the extension. @param {{key: string, portals: number, rows: number, dialogs: number}} wanted */
async function fillTables({ key, portals, rows, dialogs }) {
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('latchdesk');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const done = (/** @type {IDBTransaction} */ work) =>
    new Promise((resolve, reject) => {
      work.oncomplete = resolve;
      work.onerror = () => reject(work.error);
    });
  const read = (/** @type {string} */ table) =>
    new Promise((resolve, reject) => {
      const asking = database.transaction(table).objectStore(table).getAll();
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
  const isOurs = (/** @type {any} */ row) => (row.portal ?? row.key) === key;
  const tables = ['portals', 'dialogs', 'snapshots', 'notes', 'grants'];
  const models = await Promise.all(
    tables.map(async (table) => /** @type {any[]} */ (await read(table)).filter(isOurs)),
  );
  const colours = ['indigo', 'green', 'red', 'brown', 'teal', 'violet', 'pink', 'slate'];

  for (let index = 1; index < portals; index += 1) {
    const origin = `https://client-${String(index).padStart(3, '0')}.bitrix24.ru`;
    const other = `${origin}|1`;
    const work = database.transaction([...tables, 'knownPortals'], 'readwrite');
    for (const [place, table] of tables.entries())
      for (const row of models[place] ?? [])
        work
          .objectStore(table)
          .put(table === 'portals' ? { ...row, key: other, origin, userId: '1' } : { ...row, portal: other });
    const known = { origin, prefix: '/', source: 'manifest', pattern: `${origin}/*`, label: `Client ${index}` };
    work
      .objectStore('knownPortals')
      .put({ ...known, colour: colours[index % colours.length], pause: null, addedAt: Date.now() });
    await done(work);
  }
  const last = `https://client-${String(portals - 1).padStart(3, '0')}.bitrix24.ru|1`;
  const more = database.transaction('dialogs', 'readwrite');
  for (let n = 0; n < dialogs; n += 1) {
    const changes = { chatId: 100_000 + n, dialogId: `chat${100_000 + n}`, title: `Question ${n}`, status: 'close' };
    more.objectStore('dialogs').put({ ...models[1]?.[0], ...changes, isMain: false, portal: last });
  }
  await done(more);
  const minute = 60_000;
  const start = Date.now() - rows * minute;
  for (let first = 0; first < rows; first += 10_000) {
    const work = database.transaction('journal', 'readwrite');
    for (let n = first; n < first + 10_000; n += 1)
      work
        .objectStore('journal')
        .add({ portal: key, at: start + n * minute, kind: 'dialog.opened', chatId: (n % 50) + 1 });
    await done(work);
  }
  database.close();
  return last;
}
