/** A long journal, written straight into the database: nobody waits until so much has happened. */
import { openOwn } from './own-pages.ts';
import type { Workplace } from './workplace.ts';

/** Adds entries to a portal's journal, the last one at `until` and one a second before it; the first is called "Название 0". */
export async function writeJournal(workplace: Workplace, portal: string, count: number, until: number): Promise<void> {
  // A document of the extension in which nothing of it runs.
  const still = await openOwn(workplace, 'icon/16.png');
  await still.evaluate(
    async ([of, entries, last]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('latchdesk');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction('journal', 'readwrite');
      const journal = transaction.objectStore('journal');
      for (let n = 0; n < entries; n += 1) {
        const at = last - (entries - n) * 1_000;
        journal.add({ portal: of, at, kind: 'dialog.renamed', chatId: 901, title: `Название ${n}` });
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    [portal, count, until] as const,
  );
  await still.close();
}
