/** Open Channels with their queues: from the portal's method, or from the settings of the one line that is on show. */
import * as v from 'valibot';
import type { LineRecord, Part, QueueEntry, QueueOrder } from '../domain/market/record.ts';
import { listOf } from './access-shapes.ts';
import type { BatchAnswers } from './batch.ts';
import { Id, TitleOrNull } from './fields.ts';
import { LINE } from './market-dom.ts';

/** Lines the portal tells in one answer; it knows no more than this itself. */
export const MOST_LINES = 200;

/** A batch's command for all lines; the raw queue keeps departments as departments. */
export const LINES_COMMAND = `imopenlines.config.list.get?PARAMS[limit]=${MOST_LINES}&OPTIONS[QUEUE]=Y&OPTIONS[CONFIG_QUEUE]=Y`;

const Order = v.optional(v.fallback(v.nullable(v.picklist(['evenly', 'strictly', 'all'])), null), null);

const Entry = v.pipe(
  v.object({ ENTITY_TYPE: v.picklist(['user', 'department']), ENTITY_ID: Id }),
  v.transform(({ ENTITY_TYPE, ENTITY_ID }): QueueEntry => ({ kind: ENTITY_TYPE, id: ENTITY_ID })),
);

const Line = v.object({
  ID: Id,
  LINE_NAME: TitleOrNull,
  ACTIVE: v.optional(v.unknown()),
  QUEUE_TYPE: Order,
  CONFIG_QUEUE: v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
});

/** The lines in an answer under `name`; a line that cannot be read spoils all, since it would look missing. */
export function linesIn({ result, errors }: BatchAnswers, name: string, at: number): Part<LineRecord[]> {
  if (errors[name]) return { state: 'notRead', reason: 'refused' };
  const answer = result[name];
  if (answer === undefined) return { state: 'notRead', reason: 'failed' };
  if (typeof answer !== 'object' || answer === null) return { state: 'notRead', reason: 'unexpectedShape' };
  const lines = listOf(answer).map(lineOf);
  // As many as the portal tells at most: there may be more.
  if (lines.length >= MOST_LINES || lines.includes(null)) return { state: 'notRead', reason: 'unexpectedShape' };
  return { state: 'read', value: lines.filter((line) => line !== null), source: 'portal', at };
}

function lineOf(value: unknown): LineRecord | null {
  const line = v.safeParse(Line, value);
  if (!line.success) return null;
  const { ID, LINE_NAME, ACTIVE, QUEUE_TYPE, CONFIG_QUEUE } = line.output;
  const entries = listOf(CONFIG_QUEUE).map((entry) => v.safeParse(Entry, entry));
  if (entries.some(({ success }) => !success)) return null;
  const queue = entries.flatMap((entry) => (entry.success ? [entry.output] : []));
  return { id: ID, name: LINE_NAME ?? '', isActive: flagOf(ACTIVE), order: QUEUE_TYPE, queue };
}

const flagOf = (value: unknown): boolean | null =>
  value === 'Y' || value === true ? true : value === 'N' || value === false ? false : null;

/** The line whose settings are on show; its name is not among the fields. Null elsewhere, or without a queue to read. */
export function readLineSettings(page: Document): Omit<LineRecord, 'name' | 'isActive'> | null {
  const form = page.querySelector(LINE.form);
  const id = v.safeParse(Id, form?.querySelector<HTMLInputElement>(LINE.id)?.value);
  const fields = form?.querySelector(LINE.queue);
  if (!id.success || !fields) return null;
  const order = v.parse(Order, form?.querySelector<HTMLSelectElement>(LINE.order)?.value) as QueueOrder | null;
  const queue = queueIn([...fields.querySelectorAll<HTMLInputElement>('input[name^="CONFIG[QUEUE]"]')]);
  return queue && { id: id.output, order, queue };
}

/** Each member is two fields with a common index, in any order; half a member makes the rest doubtful, too. */
function queueIn(inputs: readonly HTMLInputElement[]): QueueEntry[] | null {
  const members = new Map<string, Record<string, string>>();
  for (const { name, value } of inputs) {
    const [, index, field] = /^CONFIG\[QUEUE\]\[([^\]]*)\]\[(type|id)\]$/.exec(name) ?? [];
    if (index === undefined || field === undefined) continue;
    members.set(index, { ...members.get(index), [field]: value });
  }
  const entries = [...members.values()].map(({ type, id }) => v.safeParse(Entry, { ENTITY_TYPE: type, ENTITY_ID: id }));
  const queue = entries.flatMap((entry) => (entry.success ? [entry.output] : []));
  return queue.length === entries.length ? queue : null;
}
