/** The last calls to portals: a small table that is written some rows at a time. */
import type { Call, CallBatch } from '../domain/calls/calls.ts';
import type { LatchdeskDatabase } from './schema.ts';

export class CallRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  all(): Promise<Call[]> {
    return this.#database.calls.toArray();
  }

  write({ put, deleteBelow }: CallBatch): Promise<void> {
    const { calls } = this.#database;
    return this.#database.transaction('rw', calls, async () => {
      await calls.bulkPut([...put]);
      await calls.where('number').below(deleteBelow).delete();
    });
  }

  /** Forgets the calls of one portal, of all for null. */
  async remove(portal: string | null): Promise<void> {
    const { calls } = this.#database;
    if (portal === null) await calls.clear();
    else await calls.where('portal').equals(portal).delete();
  }
}
