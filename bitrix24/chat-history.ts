/** What one reading has seen of a chat, and what it has to ask next. */
import type { Carrier, GoneMessage } from '../domain/access/verdict.ts';
import { earlierCommand, laterCommand, type Methods, newestCommand, PAGE } from './access-commands.ts';
import type { ReadMessage } from './access-shapes.ts';

/** A chat that was never read is looked through so far back: an access may last that long and longer. */
const FIRST_LOOK_BACK = 30 * 86_400_000;

type Step =
  | { kind: 'newest' }
  /** From `lastId` on until `until` is reached. */
  | { kind: 'later'; lastId: number; until: number }
  | { kind: 'earlier'; firstId: number }
  | { kind: 'done' }
  | { kind: 'failed' };

export class ChatHistory {
  readonly carrier: Carrier;
  readonly messages = new Map<number, ReadMessage>();
  readonly #readUpTo: number | null;
  readonly #now: number;
  #step: Step = { kind: 'newest' };

  constructor(carrier: Carrier, readUpTo: number | null, now: number) {
    this.carrier = carrier;
    this.#readUpTo = readUpTo;
    this.#now = now;
  }

  get isFailed(): boolean {
    return this.#step.kind === 'failed';
  }

  /** True once the newest messages are there. */
  get isBegun(): boolean {
    return this.#step.kind !== 'newest' && !this.isFailed;
  }

  /** True when newer messages than the ones that were read in order are left for the next reading. */
  get hasMore(): boolean {
    return this.#step.kind === 'later';
  }

  /** Everything up to this message was looked at, now or before; null: nothing was. */
  get readUpTo(): number | null {
    if (this.#step.kind === 'later') return this.#step.lastId || null;
    return Math.max(this.#readUpTo ?? 0, ...this.messages.keys()) || null;
  }

  /** True for a message that no reading before this one has looked at. */
  isNew(messageId: number): boolean {
    return messageId > (this.#readUpTo ?? 0);
  }

  /** Messages among `known` of which only the place is left. */
  deleted(known: ReadonlySet<number>): GoneMessage[] {
    const { chatId } = this.carrier;
    const gone = [...this.messages.values()].filter(({ id, isDeleted }) => isDeleted && known.has(id));
    return gone.map(({ id }) => ({ chatId, messageId: id }));
  }

  /** What to ask next; null when enough was read. */
  nextCommand(methods: Methods): string | null {
    const step = this.#step;
    switch (step.kind) {
      case 'newest':
        return newestCommand(methods, this.carrier, this.#readUpTo);
      case 'later':
        return laterCommand(methods, this.carrier, step.lastId);
      case 'earlier':
        return earlierCommand(methods, this.carrier, step.firstId);
      default:
        return null;
    }
  }

  /** Takes the answer; `length` is how many messages it had, the unreadable ones included. */
  take(page: readonly ReadMessage[], length: number, methods: Methods): void {
    for (const message of page) this.messages.set(message.id, message);
    this.#step = length < PAGE || page.length === 0 ? { kind: 'done' } : this.#stepAfter(page, methods);
  }

  fail(): void {
    this.#step = { kind: 'failed' };
  }

  #stepAfter(page: readonly ReadMessage[], methods: Methods): Step {
    const step = this.#step;
    const ids = page.map(({ id }) => id);
    const [oldest, newest] = [Math.min(...ids), Math.max(...ids)];
    if (step.kind === 'later') {
      const isThere = newest >= step.until || newest <= step.lastId;
      return isThere ? { kind: 'done' } : { ...step, lastId: newest };
    }
    if (step.kind === 'earlier') return oldest < step.firstId ? this.#stepBefore(page, oldest) : { kind: 'done' };
    // The public method goes forward from where it begins.
    if (methods === 'public') return { kind: 'later', lastId: newest, until: Number.POSITIVE_INFINITY };
    if (this.#readUpTo === null) return this.#stepBefore(page, oldest);
    return oldest <= this.#readUpTo ? { kind: 'done' } : { kind: 'later', lastId: this.#readUpTo, until: oldest };
  }

  #stepBefore(page: readonly ReadMessage[], oldest: number): Step {
    const isFarEnough = page.some(({ sentAt }) => sentAt < this.#now - FIRST_LOOK_BACK);
    return isFarEnough || this.carrier.kind === 'suspect' ? { kind: 'done' } : { kind: 'earlier', firstId: oldest };
  }
}
