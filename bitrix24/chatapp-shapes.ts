/** Employees, departments and administrators as the portal's methods send them, and what its refusals mean. */
import * as v from 'valibot';
import type { ListedEmployee } from '../domain/chatapp/book.ts';
import type { Department, Fact } from '../domain/chatapp/facts.ts';
import { listOf } from './access-shapes.ts';
import { Id } from './fields.ts';

/** What a reading holds at most; the background believes no more. */
export const LONGEST_NAME = 200;
export const MOST_DEPARTMENTS_OF_ONE = 100;
export const MOST_LINES_READ = 500;
export const MOST_QUEUE_ENTRIES = 5_000;
export const MOST_ACCESS_ENTRIES = 700;
export const MOST_ROLE_GRANTS = 2_000;
export const LONGEST_CODE = 100;

/** Why the portal did not tell something, as far as its answer says. */
export type Why = 'refused' | 'notAvailable' | 'failed';

export const nowhere = (why: Why | 'notRead') => ({ from: 'nowhere', why }) as const satisfies Fact<never>;

/** What a code of the portal's means: a method that is not there, a right that is missing, or anything else. */
export function whyOf(code: string): Why {
  if (/METHOD_?NOT_?FOUND|UNKNOWN_?METHOD|NOT_?INSTALLED|INSUFFICIENT_?SCOPE|LICEN[SC]E|TARIFF/i.test(code)) {
    return 'notAvailable';
  }
  return /ACCESS|DENIED|RIGHTS|PERMISSION|FORBIDDEN/i.test(code) ? 'refused' : 'failed';
}

/** One entry of a list: what it is about, and what it says; null for one that is none of ours. */
export interface Listed<T> {
  id: string;
  value: T | null;
}

/** An id that may be missing, which the portal says in several ways. */
const IdOrNull = v.optional(v.fallback(v.nullable(v.pipe(Id, v.transform(String))), null), null);
const Text = v.optional(v.fallback(v.nullable(v.string()), ''), '');

const User = v.object({
  ID: Id,
  NAME: Text,
  LAST_NAME: Text,
  EMAIL: Text,
  ACTIVE: v.optional(v.unknown()),
  USER_TYPE: v.optional(v.unknown()),
  UF_DEPARTMENT: v.optional(v.unknown()),
});

/** The fields that are wanted; newer portals send no others. Who was invited and has no name yet has an address. */
export const USER_FIELDS = ['ID', 'NAME', 'LAST_NAME', 'EMAIL', 'ACTIVE', 'USER_TYPE', 'UF_DEPARTMENT'] as const;

/** Guests from outside the company; the portal lets none of them into a queue. */
const GUESTS = /^(?:extranet|collaber|email|shop|bot|imconnector)$/i;

/** Reads an employee; null when it is of another shape. Who was dismissed, or is a guest, is no employee. */
export function employeeIn(value: unknown): Listed<ListedEmployee> | null {
  const user = v.safeParse(User, value);
  if (!user.success) return null;
  const { ID, NAME, LAST_NAME, EMAIL, ACTIVE, USER_TYPE, UF_DEPARTMENT } = user.output;
  const id = String(ID);
  if (ACTIVE === false || ACTIVE === 'N' || GUESTS.test(String(USER_TYPE ?? ''))) return { id, value: null };
  const name = (`${NAME ?? ''} ${LAST_NAME ?? ''}`.trim() || (EMAIL ?? '').trim()).slice(0, LONGEST_NAME);
  return { id, value: { id, name, departments: idsIn(UF_DEPARTMENT).slice(0, MOST_DEPARTMENTS_OF_ONE) } };
}

const Unit = v.object({ ID: Id, NAME: Text, PARENT: IdOrNull, UF_HEAD: IdOrNull });

/** Reads a department; null when it is of another shape. */
export function departmentIn(value: unknown): Listed<Department> | null {
  const unit = v.safeParse(Unit, value);
  if (!unit.success) return null;
  const { ID, NAME, PARENT, UF_HEAD } = unit.output;
  const name = (NAME ?? '').trim().slice(0, LONGEST_NAME);
  const id = String(ID);
  return { id, value: { id, name, parent: PARENT, head: UF_HEAD } };
}

const Holder = v.pipe(
  v.union([v.object({ ID: Id }), v.object({ id: Id })]),
  v.transform((user) => String('ID' in user ? user.ID : user.id)),
);

/** Ids of the administrators; null when the answer is of another shape. A portal without one is no portal. */
export function administratorsIn(value: unknown): string[] | null {
  const holders = listOf(value).map((entry) => v.safeParse(Holder, entry));
  const ids = new Set(holders.flatMap((holder) => (holder.success ? [holder.output] : [])));
  return ids.size > 0 && holders.every(({ success }) => success) ? [...ids] : null;
}

/** The ids in a list, or in a single value in its place, each once; what is none is left out. */
export function idsIn(value: unknown): string[] {
  const some = typeof value === 'object' ? listOf(value) : [value];
  const ids = some.map((entry) => v.safeParse(Id, entry));
  return [...new Set(ids.flatMap((id) => (id.success ? [String(id.output)] : [])))];
}
