/** What is kept of whom ChatApp serves, one record for each portal and user; thousands of employees, so never in a desk. */
import type { ChatAppRepository } from '../../database/chatapp.ts';
import type { ChatAppRecord } from '../../domain/chatapp/book.ts';
import { holdAll } from '../hold-all.ts';
import { EMPTY_RECORD } from './chatapp-facts.ts';

export class Books {
  readonly #repository: ChatAppRepository;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(repository: ChatAppRepository) {
    this.#repository = repository;
  }

  /** The record of a portal; an empty one when nothing is kept. */
  async get(key: string): Promise<ChatAppRecord> {
    await this.#queues.get(key);
    return (await this.#repository.get(key)) ?? EMPTY_RECORD;
  }

  /** Changes the record after all earlier changes; the same object is no change. Answers it as it is then. */
  change(key: string, work: (record: ChatAppRecord) => ChatAppRecord): Promise<ChatAppRecord> {
    return this.#enqueue(key, async () => {
      const before = (await this.#repository.get(key)) ?? EMPTY_RECORD;
      const after = work(before);
      if (after !== before) await this.#repository.put(key, after);
      return after;
    });
  }

  /** Does `work` while nobody changes these records. */
  holdAround<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    return holdAll(keys, (key, turn) => this.#enqueue(key, turn), work);
  }

  #enqueue<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#queues.get(key) ?? Promise.resolve()).then(work);
    const settled: Promise<unknown> = result
      .catch(() => undefined)
      .then(() => {
        if (this.#queues.get(key) === settled) this.#queues.delete(key);
      });
    this.#queues.set(key, settled);
    return result;
  }
}
