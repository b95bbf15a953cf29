/** The one request that reads a portal, and what its answer means. See docs/portal-contract.md, "Reading". */
import * as v from 'valibot';
import { LONGEST_NAME } from '../domain/access/record.ts';
import type { Unread } from '../domain/dialogs.ts';
import { MOST_DIALOGS } from '../domain/ledger.ts';
import type { DialogReading, Reading } from '../domain/reading.ts';
import { Count, DialogId, Id, MomentOrNull, Status, TitleOrNull, UnreadCount } from './fields.ts';

/** Commands of a batch by the names under which their answers come. */
export type Commands = Record<string, string>;

/** Form body of the batch; `withCounters` asks for unread numbers where the page has none of its own. */
export function batchBody(token: string, withCounters: boolean, more: Commands = {}): URLSearchParams {
  return bodyOf(token, {
    count: 'imbot.Network.Chat.count',
    list: 'imbot.Network.Chat.list?limit=0',
    me: 'profile',
    admin: 'user.admin',
    ...(withCounters ? { counters: 'im.v2.Counter.get' } : {}),
    ...more,
  });
}

/** Form body of any batch. */
export function bodyOf(token: string, commands: Commands): URLSearchParams {
  // Reading must not make the administrator look active.
  const body = new URLSearchParams({ sessid: token, halt: '0', BX_LAST_ACTIVITY: 'N' });
  for (const [name, command] of Object.entries(commands)) body.set(`cmd[${name}]`, command);
  return body;
}

/** PHP sends an empty map as `[]`. */
const mapOf = <T extends v.GenericSchema>(schema: T) =>
  v.union([
    v.record(v.string(), schema),
    v.pipe(
      v.array(v.unknown()),
      v.transform(() => ({}) as Record<string, v.InferOutput<T>>),
    ),
  ]);

const Batch = v.object({
  result: v.object({
    result: mapOf(v.unknown()),
    // An error of another shape is an error of its command alone.
    result_error: v.optional(mapOf(v.fallback(v.object({ error: v.string() }), { error: 'unknown' })), {}),
  }),
});

const CountAnswer = v.object({
  openSessionsLimit: Count,
  chatIdsWithCounters: v.optional(v.array(v.unknown()), []),
});

const Entry = v.object({ chatId: Id, dialogId: DialogId, status: Status, botId: Id, dateMessage: MomentOrNull });
const Chat = v.object({ id: Id, name: TitleOrNull });
const ListAnswer = v.object({
  chats: v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
  multidialogs: v.array(v.unknown()),
});

/** Of the profile only what is needed: the time zone stays out. */
const Profile = v.object({
  ID: Id,
  ADMIN: v.optional(v.unknown()),
  NAME: v.optional(v.unknown()),
  LAST_NAME: v.optional(v.unknown()),
});

const CountersAnswer = v.object({
  chat: mapOf(UnreadCount),
  chatUnread: v.optional(v.array(Id), []),
});

export type BatchOutcome =
  /** `userId` is whose dialogs these are; null when the portal did not tell. */
  | { kind: 'reading'; userId: string | null; reading: Omit<Reading, 'startedAt'>; skippedEntries: number }
  | { kind: 'noSupportBot' }
  | { kind: 'refused'; code: string }
  | { kind: 'unexpectedShape' };

/** Answers and errors of a batch by the names of its commands. */
export interface BatchAnswers {
  result: Record<string, unknown>;
  errors: Record<string, { error: string }>;
}

/** Takes a batch apart; null when it is of another shape. */
export function batchAnswers(json: unknown): BatchAnswers | null {
  const batch = v.safeParse(Batch, json);
  return batch.success ? { result: batch.output.result.result, errors: batch.output.result.result_error } : null;
}

/** The name of whoever is signed in, as the batch told it; empty when it did not. */
export function userNameOf({ result }: BatchAnswers): string {
  const me = v.safeParse(Profile, result.me);
  if (!me.success) return '';
  const parts = [me.output.NAME, me.output.LAST_NAME].filter((part) => typeof part === 'string');
  return parts.join(' ').trim().slice(0, LONGEST_NAME);
}

/** Whose session a batch was answered for; null when it does not tell. */
export function userIdOf({ result }: BatchAnswers): string | null {
  const me = v.safeParse(Profile, result.me);
  return me.success ? String(me.output.ID) : null;
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** The same chat may be listed twice; the entry that carries a date or is not closed tells the truth. */
function bestEntries(entries: v.InferOutput<typeof Entry>[]): v.InferOutput<typeof Entry>[] {
  const byChat = new Map<number, v.InferOutput<typeof Entry>>();
  const weight = (entry: v.InferOutput<typeof Entry>) =>
    (entry.status === 'close' ? 0 : 2) + (entry.dateMessage === null ? 0 : 1);
  for (const entry of entries) {
    const known = byChat.get(entry.chatId);
    if (!known || weight(entry) > weight(known)) byChat.set(entry.chatId, entry);
  }
  return [...byChat.values()];
}

function titlesOf(chats: v.InferOutput<typeof ListAnswer>['chats']): Map<number, string | null> {
  const titles = new Map<number, string | null>();
  for (const value of Object.values(chats)) {
    const chat = v.safeParse(Chat, value);
    if (chat.success) titles.set(chat.output.id, chat.output.name);
  }
  return titles;
}

/** The list of unread ids may be another administrator's: what it names is unread, what it leaves out is unknown. */
function unreadReader(counters: unknown, idsWithUnread: unknown[]): (chatId: number) => Unread {
  const exact = v.safeParse(CountersAnswer, counters);
  if (exact.success) {
    const { chat, chatUnread } = exact.output;
    const marked = new Set(chatUnread);
    return (chatId) => chat[String(chatId)] || (marked.has(chatId) ? 1 : 0);
  }
  const named = new Set(idsWithUnread.map(Number));
  return (chatId) => (named.has(chatId) ? 'some' : 'unknown');
}

/** Reads the answer of the batch; one failed command does not spoil the others. */
export function parseBatch(json: unknown): BatchOutcome {
  const answers = batchAnswers(json);
  if (!answers) return { kind: 'unexpectedShape' };
  const { result, errors } = answers;

  const code = errors.list?.error ?? errors.count?.error;
  if (code === 'UNKNOWN_BOT' || code === 'IM_NOT_INSTALLED') return { kind: 'noSupportBot' };
  if (errors.list) return { kind: 'refused', code: errors.list.error.slice(0, 100) };

  const list = v.safeParse(ListAnswer, result.list);
  if (!list.success) return { kind: 'unexpectedShape' };
  // The background would not believe more, and a part of the list would be a wrong number.
  if (list.output.multidialogs.length > MOST_DIALOGS) return { kind: 'unexpectedShape' };
  const count = v.safeParse(CountAnswer, result.count);
  const me = v.safeParse(Profile, result.me);

  const parsed = list.output.multidialogs.map((entry) => v.safeParse(Entry, entry));
  const entries = bestEntries(parsed.flatMap((entry) => (entry.success ? [entry.output] : [])));
  const titles = titlesOf(list.output.chats);
  const unreadOf = unreadReader(result.counters, count.success ? count.output.chatIdsWithCounters : []);

  return {
    kind: 'reading',
    userId: me.success ? String(me.output.ID) : null,
    skippedEntries: parsed.filter((entry) => !entry.success).length,
    reading: {
      botId: entries[0] ? String(entries[0].botId) : null,
      limit: count.success ? count.output.openSessionsLimit : null,
      isAdministrator: [result.admin, me.success ? me.output.ADMIN : null].find(isBoolean) ?? null,
      dialogs: entries.map(
        (entry): DialogReading => ({
          chatId: entry.chatId,
          dialogId: entry.dialogId,
          isMain: !entry.dialogId.startsWith('chat'),
          title: titles.get(entry.chatId) ?? null,
          status: entry.status,
          lastActivityAt: entry.dateMessage,
          unread: unreadOf(entry.chatId),
          lastWord: null,
        }),
      ),
    },
  };
}
