/** Everything that the extension has stored, looked through from one of its own pages. */
import type { Page } from '@playwright/test';

/** Every row of every table as text, with the table before it. */
export const storedRows = (own: Page): Promise<string[]> =>
  own.evaluate(async () => {
    const request = <T>(wanted: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        wanted.onsuccess = () => resolve(wanted.result);
        wanted.onerror = () => reject(wanted.error);
      });
    const rows: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        for (const row of await request(store.getAll())) rows.push(`${table} ${JSON.stringify(row)}`);
      }
      database.close();
    }
    return rows;
  });

/** The tables with a row that names something, one for each row. */
export const rowsNaming = async (own: Page, name: string): Promise<string[]> =>
  (await storedRows(own)).filter((row) => row.includes(name)).map((row) => row.split(' ', 1)[0] ?? '');

interface Area {
  get(of: null): Promise<object>;
}

/** What the extension has in the browser's other storages, as text. */
export const inMemory = (own: Page): Promise<string> =>
  own.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session' | 'sync', Area> } })
      .chrome;
    const areas = await Promise.all([storage.local?.get(null), storage.session?.get(null), storage.sync?.get(null)]);
    return JSON.stringify([areas, { ...localStorage }, { ...sessionStorage }]);
  });
