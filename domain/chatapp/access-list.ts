/** The application's access list in names and numbers. */
import { type CodeKind, codeSetOf, matchOf, parseCode } from './access-codes.ts';
import { type AccessEntry, type ChatAppFacts, type Employee, employeesOf, isKnown, type Unread } from './facts.ts';
import { readyFacts } from './ready.ts';
import { departmentsOf, type Structure } from './structure.ts';

/** The portal stores no longer list, and reports success all the same. */
export const LONGEST_LIST = 2000;
/** From here on it is worth a warning: a few entries more and the list is not stored. */
const NEARLY_LONGEST = 1800;

export interface EntryCount {
  code: string;
  name: string;
  kind: CodeKind;
  /** Employees that it means; null: nobody can tell from here. */
  count: number | null;
}

/** A number of employees; `isWhole` is false while some of them may be missing from it. */
export interface Count {
  employees: number;
  isWhole: boolean;
}

export type AccessListWords =
  | { kind: 'unread'; why: Unread }
  /** Nobody is named, so it is open to all. */
  | { kind: 'everyone'; count: Count }
  | {
      kind: 'some';
      entries: readonly EntryCount[];
      /** All that are let in by name, each once; administrators come on top of them. */
      count: Count;
      /** True when nobody but administrators is let in: the list is not empty, and means nobody. */
      isForNobody: boolean;
      /** Codes that the portal's own window drops with the next save. */
      dropped: readonly string[];
      /** True when dropping them leaves nobody, which opens the application to everyone. */
      dropsToEveryone: boolean;
      length: ListLength;
    };

export interface ListLength {
  characters: number;
  state: 'fits' | 'near' | 'tooLong';
}

/** How long a list is in the portal's storage. A longer one is lost without a word: compare after every change. */
export function listLengthOf(codes: readonly string[]): ListLength {
  const characters = codes.join(',').length;
  return { characters, state: characters > LONGEST_LIST ? 'tooLong' : characters >= NEARLY_LONGEST ? 'near' : 'fits' };
}

/** What the access list says: whom it lets in, and what will happen to it. */
export function accessListWords(facts: ChatAppFacts): AccessListWords {
  const { accessList } = facts;
  if (!isKnown(accessList)) return { kind: 'unread', why: accessList.why };
  const employees = employeesOf(facts);
  const isWhole = isKnown(facts.staff) && facts.staff.value.isWhole;
  if (accessList.value.length === 0) return { kind: 'everyone', count: { employees: employees.length, isWhole } };
  return someWords(accessList.value, employees, isWhole, facts);
}

function someWords(
  list: readonly AccessEntry[],
  employees: readonly Employee[],
  isWhole: boolean,
  facts: ChatAppFacts,
): AccessListWords {
  const { structure } = readyFacts(facts);
  const codes = codeSetOf(list.map(({ code }) => code));
  const named = employees.map((employee) => matchOf(codes, employee, structure).belongs);
  const dropped = list.filter(({ provider }) => provider === null).map(({ code }) => code);
  return {
    kind: 'some',
    entries: entryCounts(list, employees, structure),
    count: {
      employees: named.filter((belongs) => belongs).length,
      isWhole: isWhole && !named.includes(null),
    },
    isForNobody: isWhole && named.every((belongs) => belongs === false),
    dropped,
    dropsToEveryone: dropped.length === list.length,
    length: listLengthOf(list.map(({ code }) => code)),
  };
}

function entryCounts(list: readonly AccessEntry[], employees: readonly Employee[], structure: Structure): EntryCount[] {
  const numbers = headcountOf(employees, structure);
  return list.map(({ code, name }) => {
    const { kind, id } = parseCode(code);
    const isStructureMissing = structure.departments === null && (kind === 'department' || kind === 'departmentTree');
    const count = kind === 'other' || isStructureMissing ? null : (numbers[kind].get(id) ?? 0);
    return { code, name, kind, count };
  });
}

type Headcount = Readonly<Record<Exclude<CodeKind, 'other'>, ReadonlyMap<string, number>>>;

/** How many employees each code would mean: one walk for a list of hundreds. */
function headcountOf(employees: readonly Employee[], structure: Structure): Headcount {
  const departments = new Map<string, number>();
  const trees = new Map<string, number>();
  const add = (to: Map<string, number>, id: string) => to.set(id, (to.get(id) ?? 0) + 1);
  for (const employee of employees) {
    const own = departmentsOf(employee, structure);
    for (const id of new Set(own)) add(departments, id);
    for (const id of new Set(own.flatMap((each) => [...structure.upwards(each)]))) add(trees, id);
  }
  return {
    user: new Map(employees.map(({ id }) => [id, 1])),
    department: departments,
    departmentTree: trees,
    everyone: new Map([['', employees.length]]),
  };
}
