/** Whether an employee is in a line's queue, and whether that makes them "responsible". */
import type { ReadingId } from './ambiguities.ts';
import type { Employee } from './facts.ts';
import type { ReadyFacts } from './ready.ts';
import { departmentsOf, type QueueIndex, type Structure } from './structure.ts';
import { distinct, known, type Reading, reading, unread, type Variable } from './worlds.ts';

type YesNo = 'yes' | 'no';

/** By name, only through a department, or not at all. */
export type Membership = 'named' | 'department' | 'no';

/** All that it may be; one where it was read. */
export type Memberships = readonly Membership[];

const RANK = { no: 0, department: 1, named: 2 } as const satisfies Record<Membership, number>;

/** Whether an employee is in the queue of a line. */
export function membershipIn(index: QueueIndex, employee: Employee, structure: Structure): Memberships {
  const { users, departments, members } = index;
  const isMember = members?.has(employee.id) ?? null;
  if (users?.has(employee.id)) return ['named'];
  if (!users || !departments) {
    if (isMember === null) return ['named', 'department', 'no'];
    return isMember ? ['named', 'department'] : ['no'];
  }
  if (isMember || employee.departments.some((id) => departments.has(id))) return ['department'];
  return isMember === null && mayBeIn(departments, employee, structure) ? ['department', 'no'] : ['no'];
}

/** Whether a department reaches to those below it and to its head, only the portal itself can tell. */
function mayBeIn(departments: ReadonlySet<string>, employee: Employee, structure: Structure): boolean {
  if (departments.size === 0) return false;
  if (structure.departments === null) return true;
  return departmentsOf(employee, structure).some((own) =>
    [...structure.upwards(own)].some((id) => departments.has(id)),
  );
}

/** The highest membership in any working line but this one. */
export function membershipElsewhere(line: string, employee: Employee, { structure }: ReadyFacts): Memberships {
  let best: Memberships = ['no'];
  for (const index of structure.lines?.values() ?? []) {
    if (index.line.id === line || !index.line.isActive) continue;
    const here = membershipIn(index, employee, structure);
    if (here.length === 1 && here[0] === 'no') continue;
    if (here.length === 1 && here[0] === 'named') return here;
    best = [...new Set(best.flatMap((one) => here.map((other) => (RANK[one] > RANK[other] ? one : other))))];
  }
  return best;
}

/** "Responsible" for a line, under every reading of that word. */
export function responsibleFor(line: string, employee: Employee, ready: ReadyFacts): Variable<YesNo> {
  const { lines } = ready.structure;
  if (lines === null) return UNREAD;
  const index = lines.get(line);
  const here: Memberships = index ? membershipIn(index, employee, ready.structure) : ['no'];
  if (here.length === 1 && here[0] === 'named') return IN;
  const elsewhere = membershipElsewhere(line, employee, ready);
  return shared(here, elsewhere);
}

const IN = known<YesNo>('yes');
const UNREAD = unread<YesNo>('yes', 'no');
const MADE = new Map<string, Variable<YesNo>>();

/** One variable for each pair of memberships, so that like employees share it. */
function shared(here: Memberships, elsewhere: Memberships): Variable<YesNo> {
  const key = `${here}|${elsewhere}`;
  const made = MADE.get(key) ?? distinct(here.flatMap((one) => elsewhere.map((other) => READINGS[one][other])));
  MADE.set(key, made);
  return made;
}

const by = (value: YesNo, ...takes: ReadingId[]) => reading(value, ...takes);
type Readings = readonly Reading<YesNo>[];

/** By the membership here, then elsewhere. */
const READINGS: Readonly<Record<Membership, Readonly<Record<Membership, Readings>>>> = {
  named: { named: [by('yes')], department: [by('yes')], no: [by('yes')] },
  department: {
    named: [
      by('yes', 'departmentsCount'),
      by('no', 'personsOnly', 'thisLineOnly'),
      by('yes', 'personsOnly', 'anyLine'),
    ],
    department: [by('yes', 'departmentsCount'), by('no', 'personsOnly')],
    no: [by('yes', 'departmentsCount'), by('no', 'personsOnly')],
  },
  no: {
    named: [by('no', 'thisLineOnly'), by('yes', 'anyLine')],
    department: [
      by('no', 'thisLineOnly'),
      by('yes', 'anyLine', 'departmentsCount'),
      by('no', 'anyLine', 'personsOnly'),
    ],
    no: [by('no')],
  },
};
