/** A list that the portal tells in pages, and that may change while they are read. */
import { listOf } from './access-shapes.ts';
import type { Commands } from './batch.ts';
import type { Replies, Reply } from './chatapp-session.ts';
import type { Listed, Why } from './chatapp-shapes.ts';

/** The portal's own measure. */
const PAGE = 50;

export class PagedList<T> {
  readonly #name: string;
  readonly #command: string;
  readonly #entryIn: (value: unknown) => Listed<T> | null;
  readonly #most: number;
  readonly #entries = new Map<string, T>();
  /** Ids of all entries there were, those that are left out included. */
  readonly #seen = new Set<string>();
  readonly #asked = new Set<number>();
  #wanted: number[] = [0];
  #total: number | null = null;
  #isBroken = false;
  #why: Why | null = null;

  /** `command` asks for the first page, in the order of ids; no more than `most` entries are taken. */
  constructor(name: string, command: string, entryIn: (value: unknown) => Listed<T> | null, most: number) {
    this.#name = name;
    this.#command = command;
    this.#entryIn = entryIn;
    this.#most = most;
  }

  get entries(): T[] {
    return [...this.#entries.values()].slice(0, this.#most);
  }

  /** Why there is nothing at all; null when at least the first page was read. */
  get why(): Why | null {
    return this.#why;
  }

  /** True when nothing can be missing. */
  get isWhole(): boolean {
    const isComplete = this.#total === null ? this.#seen.size < PAGE : this.#seen.size >= this.#total;
    return isComplete && !this.#isBroken && this.#wanted.length === 0 && this.#seen.size <= this.#most;
  }

  /** Commands for the pages that are still to be read. */
  next(): Commands {
    return Object.fromEntries(
      this.#wanted.map((start) => [`${this.#name}${start}`, `${this.#command}&start=${start}`]),
    );
  }

  /** Takes the replies to the commands that were next. */
  take(replies: Replies): void {
    const asked = this.#wanted;
    this.#wanted = [];
    for (const start of asked) this.#takePage(start, replies(`${this.#name}${start}`));
    for (let start = 0; start < Math.min(this.#total ?? 0, this.#most); start += PAGE) {
      if (!this.#asked.has(start)) this.#want(start);
    }
  }

  #takePage(start: number, reply: Reply): void {
    this.#asked.add(start);
    if ('why' in reply || typeof reply.result !== 'object' || reply.result === null) {
      this.#isBroken = true;
      if (start === 0) this.#why = 'why' in reply ? reply.why : 'failed';
      return;
    }
    for (const value of listOf(reply.result)) this.#takeEntry(value);
    const { total } = reply;
    // Somebody is gone since the page before this one: who moved up in its place was on neither of the two.
    if (total !== null && this.#total !== null && total < this.#total) this.#want(Math.max(0, start - PAGE));
    this.#total = total ?? this.#total;
  }

  #takeEntry(value: unknown): void {
    const entry = this.#entryIn(value);
    if (!entry) {
      this.#isBroken = true;
      return;
    }
    this.#seen.add(entry.id);
    if (entry.value) this.#entries.set(entry.id, entry.value);
  }

  #want(start: number): void {
    if (!this.#wanted.includes(start)) this.#wanted.push(start);
  }
}
