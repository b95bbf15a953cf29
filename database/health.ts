/** How the sources of each portal are: one row for each portal and user. */
import { HEALTH_UNKNOWN, type PortalHealth } from '../domain/health/health.ts';
import type { HealthRow, LatchdeskDatabase } from './schema.ts';

const healthOf = ({ portal: _portal, ...health }: HealthRow): PortalHealth => health;

export class HealthRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  async get(portal: string): Promise<PortalHealth> {
    const row = await this.#database.health.get(portal);
    return row ? healthOf(row) : HEALTH_UNKNOWN;
  }

  /** The health of all portals by their keys. */
  async all(): Promise<Map<string, PortalHealth>> {
    return new Map((await this.#database.health.toArray()).map((row) => [row.portal, healthOf(row)]));
  }

  /** Applies changes by the keys of their portals; those of a portal that is not there (any more) are dropped. */
  change(changes: ReadonlyMap<string, (health: PortalHealth) => PortalHealth>): Promise<void> {
    const { portals, health } = this.#database;
    return this.#database.transaction('rw', portals, health, async () => {
      for (const [portal, changeOf] of changes) {
        if ((await portals.where('key').equals(portal).count()) === 0) continue;
        await health.put({ portal, ...changeOf(await this.get(portal)) });
      }
    });
  }

  /** Forgets one portal, all for null. */
  async remove(portal: string | null): Promise<void> {
    const { health } = this.#database;
    if (portal === null) await health.clear();
    else await health.delete(portal);
  }

  /** Version of the tables; fails when the database cannot be opened. */
  async version(): Promise<number> {
    if (!this.#database.isOpen()) await this.#database.open();
    return this.#database.verno;
  }
}
