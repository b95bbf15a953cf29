/** What there is one of for all portals: preferences, the rest that was asked for, the portals that are known. */
import type { InboxRest } from '../domain/inbox/rest.ts';
import type { KnownPortal } from '../domain/portals/known-portal.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { LatchdeskDatabase, PreferenceRow } from './schema.ts';

export interface StoredHouse {
  preferences: Preferences | null;
  rest: InboxRest | null;
  isFirstRunDone: boolean;
  /** As it was deployed when it was asked for last. */
  managed: unknown;
  known: KnownPortal[];
}

export class HouseRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  load(): Promise<StoredHouse> {
    const { preferences, knownPortals } = this.#database;
    return this.#database.transaction('r', preferences, knownPortals, async () => {
      const rows = await preferences.toArray();
      const kept = <T extends PreferenceRow['id']>(id: T) =>
        rows.find((row) => row.id === id)?.value as Extract<PreferenceRow, { id: T }>['value'] | undefined;
      return {
        preferences: kept('preferences') ?? null,
        rest: kept('rest') ?? null,
        isFirstRunDone: kept('firstRun') !== undefined,
        managed: kept('policy') ?? null,
        known: await knownPortals.toArray(),
      };
    });
  }

  async savePreferences(value: Preferences): Promise<void> {
    await this.#database.preferences.put({ id: 'preferences', value });
  }

  /** Null: nothing rests any more. */
  async saveRest(value: InboxRest | null): Promise<void> {
    if (value) await this.#database.preferences.put({ id: 'rest', value });
    else await this.#database.preferences.delete('rest');
  }

  async saveFirstRun(at: number): Promise<void> {
    await this.#database.preferences.put({ id: 'firstRun', value: at });
  }

  async saveManaged(value: unknown): Promise<void> {
    await this.#database.preferences.put({ id: 'policy', value });
  }

  async savePortal(portal: KnownPortal): Promise<void> {
    await this.#database.knownPortals.put(portal);
  }

  async removePortal(origin: string): Promise<void> {
    await this.#database.knownPortals.delete(origin);
  }
}
