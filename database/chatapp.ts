/** Who works on a portal and what was told of ChatApp there: one large row for each portal and user. */
import type { ChatAppRecord } from '../domain/chatapp/book.ts';
import type { LatchdeskDatabase } from './schema.ts';

export class ChatAppRepository {
  readonly #database: LatchdeskDatabase;

  constructor(database: LatchdeskDatabase) {
    this.#database = database;
  }

  async get(portal: string): Promise<ChatAppRecord | undefined> {
    const row = await this.#database.chatapp.get(portal);
    if (!row) return undefined;
    const { portal: _portal, ...record } = row;
    return record;
  }

  async put(portal: string, record: ChatAppRecord): Promise<void> {
    await this.#database.chatapp.put({ portal, ...record });
  }
}
