/** Reads what a portal knows of the people who work with ChatApp: with the page's own session, and without writing. */
import * as v from 'valibot';
import {
  type ChatAppReading,
  type ListedEmployee,
  MOST_DEPARTMENTS,
  MOST_EMPLOYEES,
  type ReadingPart,
} from '../domain/chatapp/book.ts';
import type { Department, Fact } from '../domain/chatapp/facts.ts';
import { type Commands, userNameOf } from './batch.ts';
import { LinesList } from './chatapp-lines.ts';
import { readAccessList } from './chatapp-rights.ts';
import { readRoles } from './chatapp-roles.ts';
import { ChatAppSession, type Replies, type Reply } from './chatapp-session.ts';
import {
  administratorsIn,
  departmentIn,
  employeeIn,
  LONGEST_NAME,
  nowhere,
  USER_FIELDS,
  type Why,
} from './chatapp-shapes.ts';
import { Id } from './fields.ts';
import type { ChatAppQuery } from './market-protocol.ts';
import { PagedList } from './paged-list.ts';

/** For everything together. */
const TIMEOUT = 40_000;
/** The first look at the lists, what it leaves open, and twice what moved meanwhile. */
const MOST_ROUNDS = 4;

const fields = USER_FIELDS.map((field) => `SELECT[]=${field}`).join('&');
const USERS_COMMAND = `user.get?FILTER[ACTIVE]=true&sort=ID&order=ASC&${fields}`;
const DEPARTMENTS_COMMAND = 'department.get?sort=ID&order=ASC';
const ADMINISTRATORS_COMMAND = 'user.admin.list';

const WHO_COMMANDS: Commands = { me: 'profile', admin: 'user.admin' };

type Me = ChatAppReading['me'];

/** Reads the parts that are asked for. Never throws: what could not be read says why; `now` in epoch ms. */
export async function readChatApp(
  token: string,
  userId: string,
  query: ChatAppQuery,
  now: () => number = Date.now,
): Promise<ChatAppReading> {
  const startedAt = now();
  try {
    return await new PartsReader(token, userId, query, startedAt).read();
  } catch (error) {
    console.debug('Latchdesk: the reading for ChatApp broke off', error);
    return withoutParts({ id: '', name: '', isAdministrator: null }, query.parts, 'failed', startedAt);
  }
}

/** A reading of which nothing could be read. */
function withoutParts(me: Me, parts: readonly ReadingPart[], why: Why, startedAt: number): ChatAppReading {
  const part = (name: ReadingPart) => nowhere(parts.includes(name) ? why : 'notRead');
  return {
    ...{ startedAt, me, staff: part('staff'), administrators: part('staff'), departments: part('departments') },
    ...{ accessList: part('accessList'), lines: part('lines'), roles: part('roles') },
  };
}

class PartsReader {
  readonly #session: ChatAppSession;
  readonly #userId: string;
  readonly #query: ChatAppQuery;
  readonly #startedAt: number;
  readonly #staff = new PagedList<ListedEmployee>('users', USERS_COMMAND, employeeIn, MOST_EMPLOYEES);
  readonly #departments = new PagedList<Department>('units', DEPARTMENTS_COMMAND, departmentIn, MOST_DEPARTMENTS);
  readonly #lines: LinesList;

  constructor(token: string, userId: string, query: ChatAppQuery, startedAt: number) {
    this.#session = new ChatAppSession(token, AbortSignal.timeout(TIMEOUT));
    this.#userId = userId;
    this.#query = query;
    this.#startedAt = startedAt;
    this.#lines = new LinesList(startedAt);
  }

  async read(): Promise<ChatAppReading> {
    const { parts } = this.#query;
    const first = await this.#session.ask({ ...WHO_COMMANDS, ...this.#firstCommands() });
    const me = meIn(first);
    if (me.id !== this.#userId) return withoutParts(me, parts, 'failed', this.#startedAt);
    if (me.isAdministrator === false) return withoutParts(me, parts, 'refused', this.#startedAt);
    const { renewals } = this.#session;
    // What is small comes first: a long list of employees may use up the time.
    const accessList = this.#wants('accessList')
      ? await readAccessList(this.#session, this.#query, this.#startedAt)
      : nowhere('notRead');
    const roles = this.#wants('roles') ? await readRoles(this.#session, this.#startedAt) : nowhere('notRead');
    await this.#readLists(first);
    // With a new token the answers may be another user's.
    const last = this.#session.renewals > renewals ? meIn(await this.#session.ask(WHO_COMMANDS)) : me;
    if (last.id !== me.id) return withoutParts(last, parts, 'failed', this.#startedAt);
    const administrators = this.#wants('staff') ? this.#administrators(first('admins')) : nowhere('notRead');
    const lists = { staff: this.#staffFact(), departments: this.#departmentsFact(), lines: this.#linesFact() };
    return { startedAt: this.#startedAt, me, ...lists, administrators, accessList, roles };
  }

  #wants(part: ReadingPart): boolean {
    return this.#query.parts.includes(part);
  }

  #firstCommands(): Commands {
    return { ...this.#listCommands(), ...(this.#wants('staff') ? { admins: ADMINISTRATORS_COMMAND } : {}) };
  }

  #listCommands(): Commands {
    return Object.assign({}, ...this.#lists().map((list) => list.next()));
  }

  #lists() {
    return [
      ...(this.#wants('staff') ? [this.#staff] : []),
      ...(this.#wants('departments') ? [this.#departments] : []),
      ...(this.#wants('lines') ? [this.#lines] : []),
    ];
  }

  /** Takes the first answers to the lists, and asks on until they are whole or enough was asked. */
  async #readLists(first: Replies): Promise<void> {
    let replies = first;
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      for (const list of this.#lists()) list.take(replies);
      const commands = this.#listCommands();
      if (round === MOST_ROUNDS || Object.keys(commands).length === 0) return;
      replies = await this.#session.ask(commands);
    }
  }

  #staffFact(): ChatAppReading['staff'] {
    if (!this.#wants('staff')) return nowhere('notRead');
    const { entries, isWhole, why } = this.#staff;
    // Whoever reads is one of them: a list without anybody is no list.
    if (why || entries.length === 0) return nowhere(why ?? 'failed');
    return { from: 'read', value: { employees: entries, isWhole }, at: this.#startedAt };
  }

  /** A department that is missing would put its people nowhere, so only all of them will do. */
  #departmentsFact(): ChatAppReading['departments'] {
    if (!this.#wants('departments')) return nowhere('notRead');
    const { entries, isWhole, why } = this.#departments;
    return why || !isWhole ? nowhere(why ?? 'failed') : { from: 'read', value: entries, at: this.#startedAt };
  }

  #linesFact(): ChatAppReading['lines'] {
    return this.#wants('lines') ? this.#lines.fact : nowhere('notRead');
  }

  #administrators(reply: Reply): Fact<readonly string[]> {
    if ('why' in reply) return nowhere(reply.why);
    const ids = administratorsIn(reply.result);
    return ids && ids.length <= MOST_EMPLOYEES ? { from: 'read', value: ids, at: this.#startedAt } : nowhere('failed');
  }
}

const Profile = v.object({ ID: Id, ADMIN: v.optional(v.unknown()) });

/** Who is signed in, as the portal tells it. */
function meIn(replies: Replies): Me {
  const [me, admin] = [replies('me'), replies('admin')];
  const profile = v.safeParse(Profile, 'result' in me ? me.result : null);
  if (!profile.success) return { id: '', name: '', isAdministrator: null };
  const rights = ['result' in admin ? admin.result : null, profile.output.ADMIN];
  return {
    id: String(profile.output.ID),
    name: 'result' in me ? userNameOf({ result: { me: me.result }, errors: {} }).slice(0, LONGEST_NAME) : '',
    isAdministrator: rights.find((right) => typeof right === 'boolean') ?? null,
  };
}
