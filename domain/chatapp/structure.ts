/** The portal's structure, looked up once for all employees. */
import { type ChatAppFacts, type Department, type Employee, employeesOf, isKnown, type Line } from './facts.ts';

export interface Structure {
  /** Null: the departments could not be read. */
  departments: ReadonlyMap<string, Department> | null;
  /** Ids of the departments that a user heads. */
  headedBy: ReadonlyMap<string, readonly string[]>;
  /** Each department with all above it. */
  upwards: (department: string) => ReadonlySet<string>;
  /** Null: the lines could not be read. */
  lines: ReadonlyMap<string, QueueIndex> | null;
}

/** One line, ready for questions about thousands of employees. */
export interface QueueIndex {
  line: Line;
  /** Null: the queue was not read as it was set. */
  users: ReadonlySet<string> | null;
  departments: ReadonlySet<string> | null;
  /** Null: what the portal makes of it was not read. */
  members: ReadonlySet<string> | null;
  /** Departments of everybody who is in the queue by name or by what the portal makes of it. */
  colleagues: ReadonlySet<string>;
}

/** Looks the structure up; the result holds for these facts only. */
export function structureOf(facts: ChatAppFacts): Structure {
  const departments = isKnown(facts.departments)
    ? new Map(facts.departments.value.map((each) => [each.id, each]))
    : null;
  const headedBy = new Map<string, string[]>();
  for (const { id, head } of departments?.values() ?? []) {
    if (head !== null) headedBy.set(head, [...(headedBy.get(head) ?? []), id]);
  }
  return { departments, headedBy, upwards: upwardsIn(departments ?? new Map()), lines: linesOf(facts) };
}

/** Departments of an employee, as a member or as the head. */
export const departmentsOf = ({ id, departments }: Employee, { headedBy }: Structure): readonly string[] => {
  const headed = headedBy.get(id);
  return headed ? [...new Set([...departments, ...headed])] : departments;
};

/** The lines that take conversations. */
export const workingLines = ({ lines }: Structure): QueueIndex[] =>
  [...(lines?.values() ?? [])].filter(({ line }) => line.isActive);

function upwardsIn(departments: ReadonlyMap<string, Department>): Structure['upwards'] {
  const found = new Map<string, ReadonlySet<string>>();
  return (department) => {
    const before = found.get(department);
    if (before) return before;
    const above = new Set<string>();
    // A department may stand above itself: a set ends the circle.
    for (let id: string | null = department; id !== null && !above.has(id); id = departments.get(id)?.parent ?? null)
      above.add(id);
    found.set(department, above);
    return above;
  };
}

function linesOf(facts: ChatAppFacts): Structure['lines'] {
  if (!isKnown(facts.lines)) return null;
  const employees = new Map(employeesOf(facts).map((each) => [each.id, each]));
  return new Map(facts.lines.value.map((line) => [line.id, indexOf(line, employees)]));
}

function indexOf(line: Line, employees: ReadonlyMap<string, Employee>): QueueIndex {
  const entries = isKnown(line.queue) ? line.queue.value : null;
  const idsOf = (kind: 'user' | 'department') =>
    entries && new Set(entries.filter((entry) => entry.kind === kind).map(({ id }) => id));
  const users = idsOf('user');
  const members = isKnown(line.members) ? new Set(line.members.value) : null;
  const departments = idsOf('department');
  const present = [...(users ?? []), ...(members ?? [])].flatMap((id) => employees.get(id)?.departments ?? []);
  return { line, users, departments, members, colleagues: new Set([...(departments ?? []), ...present]) };
}
