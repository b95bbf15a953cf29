/** How far rules have followed the journal, and whether all of them rest. */
import type { LatchdeskDatabase, RulesProgress } from './schema.ts';

const NO_PROGRESS: RulesProgress = { cursor: null, isPaused: false };

export async function rulesProgress({ preferences }: LatchdeskDatabase): Promise<RulesProgress> {
  const row = await preferences.get('rules');
  return row?.id === 'rules' ? row.value : NO_PROGRESS;
}

/** Keeps what has changed. */
export function changeProgress(database: LatchdeskDatabase, changes: Partial<RulesProgress>): Promise<void> {
  const { preferences } = database;
  return database.transaction('rw', preferences, async () => {
    await preferences.put({ id: 'rules', value: { ...(await rulesProgress(database)), ...changes } });
  });
}

/** The number of the last entry that rules have seen; the first time that is the journal's last one. */
export function followedUpTo(database: LatchdeskDatabase): Promise<number> {
  const { preferences, journal } = database;
  return database.transaction('rw', preferences, journal, async () => {
    const { cursor } = await rulesProgress(database);
    if (cursor !== null) return cursor;
    const [last] = await journal.orderBy(':id').reverse().limit(1).primaryKeys();
    await changeProgress(database, { cursor: last ?? 0 });
    return last ?? 0;
  });
}
