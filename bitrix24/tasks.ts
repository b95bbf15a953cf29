/** How a task is asked for, and what the portal's answer means. See docs/portal-contract.md, "Tasks". */
import * as v from 'valibot';
import { addressAt, type PortalPlace } from '../domain/portals/address.ts';

/** As REST 3.0 takes it; the older REST gets the same under its own names. */
export const TaskRequest = v.object({
  fields: v.object({
    title: v.string(),
    description: v.string(),
    creatorId: v.number(),
    responsibleId: v.number(),
    deadline: v.optional(v.string()),
  }),
});
export type TaskRequest = v.InferOutput<typeof TaskRequest>;

/** Version of the REST that is asked. */
export type RestVersion = 2 | 3;

const METHOD = 'tasks.task.add';
export const LONGEST_TITLE = 250;
/** Longer addresses are refused by some servers on the way; letters of other alphabets take six signs each. */
const LONGEST_FORM_ADDRESS = 6_000;

/** Where a task is posted with the browser's own session; the token in the address alone keeps that session. */
export function sessionAddress(origin: string, version: RestVersion, token: string): string {
  const path = version === 3 ? `/rest/api/${METHOD}` : `/rest/${METHOD}.json`;
  return `${origin}${path}?sessid=${encodeURIComponent(token)}&BX_LAST_ACTIVITY=N`;
}

/** Where a task is posted through an incoming webhook, `https://…/rest/1/key/`. */
export function webhookAddress(webhook: string, version: RestVersion): string {
  if (version === 2) return `${webhook}${METHOD}.json`;
  return webhook.replace(/\/rest\/(\d+)\/(\w+)\/$/, `/rest/api/$1/$2/${METHOD}`);
}

/** Where an incoming webhook tells which parts of the portal it may reach; nothing is changed there. */
export const scopeAddress = (webhook: string): string => `${webhook}scope.json`;

/** The scopes by which tasks may be made; the newer REST calls it otherwise. */
export const hasTaskScope = (json: unknown): boolean => {
  const { result } = (json ?? {}) as { result?: unknown };
  return Array.isArray(result) && (result.includes('task') || result.includes('tasks'));
};

/** The body for a version, letter by letter the same each time: a repeat with another body is refused. */
export function bodyFor(version: RestVersion, body: string): string {
  if (version === 3) return body;
  const { title, description, creatorId, responsibleId, deadline } = v.parse(TaskRequest, JSON.parse(body)).fields;
  const fields = { TITLE: title, DESCRIPTION: description, CREATED_BY: creatorId, RESPONSIBLE_ID: responsibleId };
  return JSON.stringify({ fields: { ...fields, ...(deadline !== undefined && { DEADLINE: deadline }) } });
}

/** The portal knows neither fractions of a second nor `Z`. */
export const deadlineText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

/** The portal's own form for a new task with its first fields filled in; a person saves it. */
export function formAddress(place: PortalPlace, userId: string, { fields }: TaskRequest): string {
  const path = `/company/personal/user/${encodeURIComponent(userId)}/tasks/task/edit/0/`;
  const start = `${addressAt(place, path)}?TITLE=${encodeURIComponent(fields.title.slice(0, LONGEST_TITLE).toWellFormed())}`;
  const room = LONGEST_FORM_ADDRESS - start.length - '&DESCRIPTION='.length;
  return `${start}&DESCRIPTION=${encodedWithin(fields.description, Math.max(0, room))}`;
}

/** As much of a text as fits once it is encoded, never a part of a character. */
function encodedWithin(text: string, room: number): string {
  let encoded = '';
  for (const sign of text.toWellFormed()) {
    const next = encodeURIComponent(sign);
    if (encoded.length + next.length > room) break;
    encoded += next;
  }
  return encoded;
}

/**
 * `made`: there is a task, `id` as the portal told it. `otherVersion`: it does not speak this REST. `signedOut`: nobody is
 * signed in, or the webhook is gone. `noRight`, `noPlan`, `noScope`: it will not make one. `refused`: for another reason.
 * `unclear`: an answer that says neither.
 */
export type TaskAnswer =
  | { kind: 'made'; id: string }
  | { kind: 'otherVersion' | 'signedOut' | 'noRight' | 'noPlan' | 'noScope' | 'unclear' }
  | { kind: 'refused'; code: string };

const Id = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(String),
  v.check((id) => /^[1-9]\d{0,14}$/.test(id)),
);
const Made = v.object({
  result: v.union([
    v.pipe(
      v.object({ item: v.object({ id: Id }) }),
      v.transform(({ item }) => item.id),
    ),
    v.pipe(
      v.object({ task: v.object({ id: Id }) }),
      v.transform(({ task }) => task.id),
    ),
    v.pipe(
      v.object({ id: Id }),
      v.transform(({ id }) => id),
    ),
  ]),
});
const Refusal = v.union([
  v.object({ error: v.object({ code: v.string(), message: v.optional(v.string(), '') }) }),
  v.pipe(
    v.object({ error: v.string(), error_description: v.optional(v.string(), '') }),
    v.transform((answer) => ({ error: { code: answer.error, message: answer.error_description } })),
  ),
]);

/** Reads an answer of either version; 429 and what says that the server itself failed are the caller's. */
export function taskAnswer(status: number, text: string): TaskAnswer {
  const json = parsedJson(text);
  const made = v.safeParse(Made, json);
  if (status < 300 && made.success) return { kind: 'made', id: made.output.result };
  const refusal = v.safeParse(Refusal, json);
  if (refusal.success) return refusalOf(status, refusal.output.error);
  if (status === 404 || status === 405) return { kind: 'otherVersion' };
  if (status === 401) return { kind: 'signedOut' };
  if (status === 403) return { kind: 'noRight' };
  return status >= 400 ? { kind: 'refused', code: '' } : { kind: 'unclear' };
}

function refusalOf(status: number, { code, message }: { code: string; message: string }): TaskAnswer {
  if (status === 404 || /METHOD_?NOT_?FOUND/i.test(code)) return { kind: 'otherVersion' };
  if (/commercial plan|tariff|licen[sc]e/i.test(`${code} ${message}`)) return { kind: 'noPlan' };
  if (/scope/i.test(code)) return { kind: 'noScope' };
  if (status === 401 || /NO_AUTH|session_failed|expired_token|user_not_authorized/i.test(code))
    return { kind: 'signedOut' };
  if (status === 403 || /ACCESS_?DENIED|CREDENTIALS|RIGHTS/i.test(code)) return { kind: 'noRight' };
  return { kind: 'refused', code: code.replace(/[^\w.]/g, '').slice(0, 100) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page instead of data: the status has to tell.
    return null;
  }
}

const HEADER = 'Idempotency-Key';

/** The header by which the newer REST knows a call again; it comes back from a portal that has understood it. */
export const keyHeader = (version: RestVersion, key: string): Record<string, string> =>
  version === 3 ? { [HEADER]: key } : {};

export const hasUnderstoodKey = (headers: Headers, key: string): boolean => headers.get(HEADER) === key;

/** The portal remembers a key for a day; an hour is left for clocks that differ. */
export const KEY_KEPT_FOR = 23 * 3_600_000;
