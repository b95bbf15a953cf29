/** Where rules may send: what is shown in one table, address and key in another that only a call reads. */
import type { AgreementKind, Destination, DestinationSecret } from '../domain/rules/destination.ts';
import type { LatchdeskDatabase } from './schema.ts';

/** A destination with its secrets. */
export interface WholeDestination {
  destination: Destination;
  secret: DestinationSecret;
}

export class DestinationRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  all(): Promise<Destination[]> {
    return this.#database.destinations.toArray();
  }

  get(id: string): Promise<Destination | undefined> {
    return this.#database.destinations.get(id);
  }

  secretOf(id: string): Promise<DestinationSecret | undefined> {
    return this.#database.secrets.get(id);
  }

  /** Both as they belong together: an address never stands beside the consent to another one. */
  async whole(id: string): Promise<WholeDestination | undefined> {
    const { destinations, secrets } = this.#database;
    return this.#database.transaction('r', destinations, secrets, async () => {
      const [destination, secret] = await Promise.all([destinations.get(id), secrets.get(id)]);
      return destination && secret && { destination, secret };
    });
  }

  async save(destination: Destination, secret: DestinationSecret): Promise<void> {
    const { destinations, secrets } = this.#database;
    await this.#database.transaction('rw', destinations, secrets, async () => {
      await destinations.put(destination);
      await secrets.put(secret);
    });
  }

  /** Notes when (epoch ms) somebody has agreed to it, if it leads where it led when it was shown. */
  agree(id: string, addressVersion: number, at: number): Promise<AgreementKind> {
    const { destinations } = this.#database;
    return this.#database.transaction('rw', destinations, async () => {
      const destination = await destinations.get(id);
      if (!destination) return 'gone';
      if (destination.addressVersion !== addressVersion) return 'changed';
      await destinations.put({ ...destination, agreedAt: at });
      return 'agreed';
    });
  }

  async remove(id: string): Promise<void> {
    const { destinations, secrets } = this.#database;
    await this.#database.transaction('rw', destinations, secrets, async () => {
      await destinations.delete(id);
      await secrets.delete(id);
    });
  }
}
