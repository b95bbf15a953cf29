/** Facts in words: where they come from, how old they are, and whom a number or a code means. */
import { parseCode } from '../../../domain/chatapp/access-codes.ts';
import type { Count } from '../../../domain/chatapp/access-list.ts';
import { type ChatAppFacts, employeesOf, type Fact, isKnown } from '../../../domain/chatapp/facts.ts';
import type { ChatAppMessages } from '../../../domain/chatapp-text.ts';
import type { Messages } from '../../../domain/text.ts';

export interface Around {
  words: ChatAppMessages;
  text: Pick<Messages, 'age' | 'time'>;
  /** Epoch ms. */
  now: number;
}

/** Says where a fact comes from and how old it is. */
export function sourceWords(fact: Fact<unknown>, { words: { source, reading }, text, now }: Around): string {
  if (fact.from === 'read') return source.read(text.age(fact.at, now));
  if (fact.from === 'nowhere') return source.unknown(reading.why[fact.why].title);
  const time = text.time(fact.at, now);
  return fact.by === '' ? source.toldBySomebody(time) : source.told(fact.by, time);
}

/** "12 employees", "at least 12 employees". */
export const countWords = (count: Count, words: ChatAppMessages): string =>
  count.isWhole ? words.employees(count.employees) : words.atLeast(words.employees(count.employees));

/** Names of employees and departments by their ids. */
export interface Names {
  employees: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
}

export const namesIn = (facts: ChatAppFacts): Names => ({
  employees: new Map(employeesOf(facts).map(({ id, name }) => [id, name])),
  departments: new Map(isKnown(facts.departments) ? facts.departments.value.map(({ id, name }) => [id, name]) : []),
});

/** Whom an entry of a queue means. */
export function memberName(kind: 'user' | 'department', id: string, names: Names, { lines }: ChatAppMessages): string {
  if (kind === 'user') return names.employees.get(id) ?? lines.unlistedEmployee(id);
  const name = names.departments.get(id);
  return name === undefined ? lines.unlistedDepartment(id) : lines.department(name);
}

/** The group that every portal has. */
const ADMINISTRATORS = 'G1';

/** Whom an access code means. */
export function codeName(code: string, names: Names, words: ChatAppMessages): string {
  const { kind, id } = parseCode(code);
  switch (kind) {
    case 'user':
      return memberName('user', id, names, words);
    case 'everyone':
      return words.access.kind.everyone;
    case 'other':
      return code === ADMINISTRATORS ? words.access.kind.administrators : `${words.access.kind.other} ${code}`;
    default: {
      const department = memberName('department', id, names, words);
      return kind === 'departmentTree' && names.departments.has(id) ? words.lines.withBelow(department) : department;
    }
  }
}

/** Names that fit on a line or two, and how many are left out. */
export function shortList(names: readonly string[], more: (count: number) => string, most = 20): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} ${more(names.length - most)}` : shown;
}
