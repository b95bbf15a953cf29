/** Sign-ins from the portal's event log, which only administrators may read and not every portal has. */
import * as v from 'valibot';
import { LONGEST_NAME, type SignIn, type SignIns } from '../domain/access/record.ts';
import { listOf } from './access-shapes.ts';
import { batchAnswers, bodyOf } from './batch.ts';
import { Id, MomentOrNull } from './fields.ts';
import { type PortalAnswer, postToPortal, renewedToken } from './requests.ts';

const TIMEOUT = 15_000;
const PAGE = 50;
const MOST_PAGES = 10;
/** The portal names this many users in one answer. */
const USERS = 50;

const Text = v.optional(v.fallback(v.string(), ''), '');

const Row = v.object({
  id: Id,
  timestampX: MomentOrNull,
  auditTypeId: Text,
  itemId: v.optional(v.unknown()),
  userId: v.optional(v.unknown()),
  remoteAddr: Text,
});
type Row = Omit<v.InferOutput<typeof Row>, 'itemId'> & { account: string };

const Named = v.object({
  name: Text,
  NAME: Text,
  LAST_NAME: Text,
  id: v.optional(v.unknown()),
  ID: v.optional(v.unknown()),
});

/** An answer without rows, because the log could not be read. */
const signInsNotRead = (state: Exclude<SignIns['state'], 'read'>, from: number, until: number): SignIns => ({
  ...{ at: Date.now(), from, until, state, rows: [], isCut: false },
});

/** Reads the successful sign-ins between two moments (epoch ms), and which accounts are employees'. Never throws. */
export async function readSignIns(token: string, from: number, until: number): Promise<SignIns> {
  const session = new LogSession(token);
  // The log knows whole seconds only: what happened right after the beginning may bear a time before it.
  const since = Math.floor(from / 1_000) * 1_000;
  const rows: Row[] = [];
  let isCut = false;
  // The portal takes 0 for nothing at all; the very first entry of a log is long past.
  let lastId = 1;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await session.tail(lastId, since, until);
    const entries = rowsIn(answer);
    if (typeof entries === 'string') return signInsNotRead(entries, from, until);
    const parsed = entries.map((entry) => v.safeParse(Row, entry)).flatMap((row) => (row.success ? [row.output] : []));
    rows.push(...parsed.map(withAccount).filter((row) => isWithin(row, since, until)));
    const newest = Math.max(lastId, ...parsed.map(({ id }) => id));
    isCut = entries.length >= PAGE;
    if (!isCut || newest === lastId) break;
    lastId = newest;
  }
  const accounts = await session.accounts([...new Set(rows.map(({ account }) => account).filter(Boolean))]);
  const told = rows.map((row) => signInOf(row, accounts)).sort((a, b) => a.at - b.at);
  return { at: Date.now(), from, until, state: 'read', rows: told, isCut };
}

/** What the log was filtered by is tested again: a portal may not know the filter. */
const isWithin = ({ timestampX, auditTypeId }: Row, from: number, until: number): boolean =>
  auditTypeId === 'USER_AUTHORIZE' && timestampX !== null && timestampX >= from && timestampX <= until;

/** The entry is about the account that signed in; who was signed in before that is another field. */
function withAccount({ itemId, userId, ...row }: v.InferOutput<typeof Row>): Row {
  const account = [itemId, userId].map((id) => String(id ?? '')).find((id) => /^[1-9]\d{0,14}$/.test(id)) ?? '';
  return { ...row, account };
}

type Account = Pick<SignIn, 'name' | 'account'>;
const UNKNOWN: Account = { name: '', account: 'unknown' };

function signInOf({ timestampX, remoteAddr, account }: Row, accounts: ReadonlyMap<string, Account>): SignIn {
  const known = accounts.get(account) ?? UNKNOWN;
  return { at: timestampX ?? 0, userId: account, address: remoteAddr.slice(0, 60), ...known };
}

function rowsIn(answer: PortalAnswer): unknown[] | 'notAvailable' | 'refused' | 'failed' {
  if ('failure' in answer) {
    if (answer.detail === '404') return 'notAvailable';
    return answer.detail === '403' || answer.detail === '401' ? 'refused' : 'failed';
  }
  const { error, result } = (answer.json ?? {}) as { error?: unknown; result?: { items?: unknown } };
  if (error !== undefined || answer.status >= 400) {
    const code = JSON.stringify(error ?? '').slice(0, 300);
    if (/METHOD_?NOT_?FOUND|UNKNOWN_?METHOD|CONTROLLER|SCOPE|LICEN[SC]E|TARIFF/i.test(code) || answer.status === 404) {
      return 'notAvailable';
    }
    return /ACCESS|DENIED|RIGHTS|AUTH/i.test(code) || answer.status === 403 ? 'refused' : 'failed';
  }
  const items = Array.isArray(result) ? result : result?.items;
  return Array.isArray(items) ? items : 'failed';
}

class LogSession {
  #token: string;
  readonly #signal = AbortSignal.timeout(TIMEOUT);

  constructor(token: string) {
    this.#token = token;
  }

  /** One page of the log after an entry; the field of the cursor is not filtered by. */
  tail(lastId: number, from: number, until: number): Promise<PortalAnswer> {
    const body = JSON.stringify({
      select: ['id', 'timestampX', 'auditTypeId', 'itemId', 'userId', 'remoteAddr'],
      filter: [
        ['auditTypeId', '=', 'USER_AUTHORIZE'],
        ['timestampX', '>=', new Date(from).toISOString()],
        ['timestampX', '<=', new Date(until).toISOString()],
      ],
      cursor: { field: 'id', order: 'ASC', value: lastId, limit: PAGE },
    });
    return this.#post((token) => [
      `/rest/api/main.eventlog.tail?sessid=${encodeURIComponent(token)}&BX_LAST_ACTIVITY=N`,
      body,
    ]);
  }

  /** Who these accounts are. The list of employees leaves out whom the vendor lets in; only their name may be told. */
  async accounts(ids: readonly string[]): Promise<Map<string, Account>> {
    const accounts = new Map<string, Account>();
    for (let index = 0; index < ids.length; index += USERS) {
      const few = ids.slice(index, index + USERS);
      const list = (name: string) => new URLSearchParams(few.map((id): [string, string] => [name, id])).toString();
      const commands = { employees: `user.get?${list('ID[]')}`, users: `im.user.list.get?${list('ID[]')}` };
      const answer = await this.#post((token) => ['/rest/batch.json', bodyOf(token, commands)]);
      const answers = 'json' in answer ? batchAnswers(answer.json) : null;
      if (!answers) continue;
      const names = namesIn(answers.result.users);
      const employees = Array.isArray(answers.result.employees) ? namesIn(answers.result.employees) : null;
      for (const id of few) accounts.set(id, accountOf(id, employees, names));
    }
    return accounts;
  }

  async #post(request: (token: string) => [path: string, body: URLSearchParams | string]): Promise<PortalAnswer> {
    const answer = await postToPortal(...request(this.#token), this.#signal);
    const renewed = 'json' in answer ? renewedToken(answer.json) : null;
    if (!renewed || renewed === this.#token) return answer;
    this.#token = renewed;
    return postToPortal(...request(this.#token), this.#signal);
  }
}

function accountOf(id: string, employees: Map<string, string> | null, names: Map<string, string>): Account {
  const name = employees?.get(id) || names.get(id) || '';
  // Without the list nothing can be said of who is not in it.
  if (!employees) return { name, account: 'unknown' };
  return { name, account: employees.has(id) ? 'employee' : 'unlisted' };
}

function namesIn(users: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const entry of listOf(users)) {
    const user = v.safeParse(Named, entry);
    if (!user.success) continue;
    const { name, NAME, LAST_NAME, id, ID } = user.output;
    names.set(String(ID ?? id), (name || `${NAME} ${LAST_NAME}`).trim().slice(0, LONGEST_NAME));
  }
  return names;
}
