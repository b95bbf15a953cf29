/** Open Channels with the queue as it was set, and the employees that the portal makes of it. */
import * as v from 'valibot';
import type { Fact, Line, QueueEntry } from '../domain/chatapp/facts.ts';
import { listOf } from './access-shapes.ts';
import type { Commands } from './batch.ts';
import type { Replies } from './chatapp-session.ts';
import { LONGEST_NAME, MOST_LINES_READ, MOST_QUEUE_ENTRIES, nowhere } from './chatapp-shapes.ts';
import { Id, TitleOrNull } from './fields.ts';

/** Lines the portal tells in one answer; it knows no more than this itself. */
const MOST_LINES = 200;

/** A batch's command for lines; the raw queue keeps departments as departments. */
const LINES_COMMAND = `imopenlines.config.list.get?PARAMS[limit]=${MOST_LINES}&OPTIONS[QUEUE]=Y&OPTIONS[CONFIG_QUEUE]=Y`;

const Entry = v.pipe(
  v.object({ ENTITY_TYPE: v.picklist(['user', 'department']), ENTITY_ID: Id }),
  v.transform(({ ENTITY_TYPE, ENTITY_ID }): QueueEntry => ({ kind: ENTITY_TYPE, id: String(ENTITY_ID) })),
);
const Member = v.pipe(Id, v.transform(String));

const Channel = v.object({
  ID: Id,
  LINE_NAME: TitleOrNull,
  ACTIVE: v.optional(v.unknown()),
  QUEUE_TYPE: v.optional(v.fallback(v.nullable(v.picklist(['evenly', 'strictly', 'all'])), null), null),
  CONFIG_QUEUE: v.optional(v.unknown()),
  QUEUE: v.optional(v.unknown()),
});

/** Reads all lines, as many in one answer as the portal tells. */
export class LinesList {
  readonly #at: number;
  readonly #lines = new Map<string, Line>();
  #offset: number | null = 0;
  #fact: Fact<readonly Line[]> = nowhere('failed');

  /** `at`: when the reading began, in epoch ms. */
  constructor(at: number) {
    this.#at = at;
  }

  get fact(): Fact<readonly Line[]> {
    return this.#fact;
  }

  /** The command for the lines that are still to be read. */
  next(): Commands {
    if (this.#offset === null) return {};
    return { lines: `${LINES_COMMAND}&PARAMS[order][ID]=ASC&PARAMS[offset]=${this.#offset}` };
  }

  /** Takes the reply to the command that was next. A line that cannot be read spoils all: it would look missing. */
  take(replies: Replies): void {
    const asked = this.#offset;
    if (asked === null) return;
    this.#offset = null;
    const reply = replies('lines');
    this.#fact = nowhere('why' in reply ? reply.why : 'failed');
    if ('why' in reply || typeof reply.result !== 'object' || reply.result === null) return;
    const before = this.#lines.size;
    const lines = listOf(reply.result).map((value) => lineIn(value, this.#at));
    if (lines.includes(null)) return;
    for (const line of lines) if (line) this.#lines.set(line.id, line);
    const isLast = lines.length < MOST_LINES;
    const isMoving = this.#lines.size > before;
    if (this.#lines.size > MOST_LINES_READ || (!isLast && !isMoving)) return;
    if (isLast) this.#fact = { from: 'read', value: [...this.#lines.values()], at: this.#at };
    else this.#offset = asked + MOST_LINES;
  }
}

function lineIn(value: unknown, at: number): Line | null {
  const channel = v.safeParse(Channel, value);
  if (!channel.success) return null;
  const { ID, LINE_NAME, ACTIVE, QUEUE_TYPE, CONFIG_QUEUE, QUEUE } = channel.output;
  return {
    id: String(ID),
    name: (LINE_NAME ?? '').slice(0, LONGEST_NAME),
    // A line that is switched off says so; where nothing is said it counts, or it would be missing.
    isActive: ACTIVE !== 'N' && ACTIVE !== false,
    queue: listFact(CONFIG_QUEUE, Entry, at),
    members: listFact(QUEUE, Member, at),
    // Only the application itself is told which of its channels is connected where.
    isConnected: nowhere('notAvailable'),
    order: QUEUE_TYPE,
  };
}

/** A list of which every entry is known; one that is not would look like somebody missing from it. */
function listFact<T>(value: unknown, schema: v.GenericSchema<unknown, T>, at: number): Fact<readonly T[]> {
  if (value === undefined) return nowhere('notAvailable');
  if (typeof value !== 'object' || value === null) return nowhere('failed');
  const entries = listOf(value).map((entry) => v.safeParse(schema, entry));
  if (entries.length > MOST_QUEUE_ENTRIES || entries.some(({ success }) => !success)) return nowhere('failed');
  return { from: 'read', value: entries.flatMap((entry) => (entry.success ? [entry.output] : [])), at };
}
