/** Who works on a portal, in which departments, and who answers which Open Channel. */
import { addAccount } from './cast.ts';
import type { DemoDepartment, DemoEmployee, DemoLine, StaffState } from './market-state.ts';
import { generatedName, STAFF_WORDS, type StaffWords } from './staff-names.ts';
import type { PortalState } from './state.ts';

/** Departments of every portal; generated ones begin at 101. */
export const DEPARTMENTS = { company: 1, sales: 10, wholesale: 11, support: 12, books: 13 } as const;
const { company, sales, wholesale, support, books } = DEPARTMENTS;

const FIRST_USUAL = 1010;
const FIRST_GENERATED = 5001;
const FIRST_BRANCH = 101;
const FIRST_INTEGRATOR = 3101;

/** The usual employees: where they work, beside the user and two colleagues. */
const USUAL: readonly (Partial<DemoEmployee> & { departments: number[] })[] = [
  { departments: [company], isAdministrator: true },
  { departments: [wholesale] },
  { departments: [wholesale] },
  { departments: [sales] },
  { departments: [sales, support] },
  { departments: [support] },
  { departments: [support] },
  { departments: [books] },
  { departments: [books] },
  // An account outside the structure.
  { departments: [] },
  // Dismissed, and still on a line.
  { departments: [support], isActive: false },
];

export const noStaff = (): StaffState => ({
  employees: [],
  departments: [],
  lines: [],
  roles: [],
  adminList: 'open',
  openLines: true,
});

/** Makes the staff from the scenario, and a person of everybody who was none yet. */
export function setStaff(state: PortalState): void {
  const { staff, user } = state.scenario;
  const words = STAFF_WORDS[user.language];
  state.staff = {
    employees: [...(staff.employees ?? usualEmployees(state, words)), ...generatedEmployees(state, words)],
    departments: [...(staff.departments ?? usualDepartments(words)), ...generatedDepartments(state, words)],
    lines: staff.lines ?? usualLines(words),
    roles: staff.roles ?? usualRoles(),
    adminList: staff.adminList,
    openLines: staff.openLines,
  };
  if (staff.departmentCycle) setParent(state, sales, wholesale);
  for (const employee of state.staff.employees) syncPerson(state, employee);
}

/** The line, department or employee with an id. */
export const lineOf = ({ staff }: PortalState, id: number) => staff.lines.find((line) => line.id === id);
export const departmentOf = ({ staff }: PortalState, id: number) => staff.departments.find((each) => each.id === id);
export const employeeOf = ({ staff }: PortalState, id: number) => staff.employees.find((each) => each.id === id);

/** The signed-in user is what the scenario says, whoever that is; integrators count as administrators. */
export function isAdministrator({ scenario, staff }: PortalState, userId: number): boolean {
  if (userId === scenario.user.id) return scenario.user.role !== 'employee';
  const employee = staff.employees.find(({ id }) => id === userId);
  return employee !== undefined && (employee.isAdministrator || employee.isIntegrator);
}

/** Changes an employee, or adds one. */
export function setEmployee(state: PortalState, changes: Partial<DemoEmployee> & { id: number }): DemoEmployee {
  const known = employeeOf(state, changes.id);
  const employee = Object.assign(known ?? newEmployee(changes.id, '', ''), changes);
  if (!known) state.staff.employees.push(employee);
  syncPerson(state, employee);
  return employee;
}

/** A department is dissolved: who worked there has it no more, what lies below moves up; lists elsewhere keep its id. */
export function dropDepartment(state: PortalState, id: number): void {
  const gone = departmentOf(state, id);
  if (!gone) throw new Error(`There is no department ${id}: take an id from staffState().departments.`);
  state.staff.departments = state.staff.departments.filter((each) => each !== gone);
  for (const each of state.staff.departments) if (each.parent === id) each.parent = gone.parent;
  for (const employee of state.staff.employees) {
    if (!employee.departments.includes(id)) continue;
    setEmployee(state, { id: employee.id, departments: employee.departments.filter((other) => other !== id) });
  }
}

/** Users of a line as the portal expands its queue: departments become their active members. */
export function queueMembers({ staff }: PortalState, line: DemoLine): number[] {
  const members = line.queue.flatMap(({ kind, id }) =>
    kind === 'user'
      ? [id]
      : staff.employees
          .filter(({ departments, isActive, isIntegrator }) => isActive && !isIntegrator && departments.includes(id))
          .map((employee) => employee.id),
  );
  return [...new Set(members)];
}

function usualEmployees(state: PortalState, words: StaffWords): DemoEmployee[] {
  const { user } = state.scenario;
  const [first, second] = state.texts.colleagues;
  const named = (id: number, name: string, departments: number[]) => {
    const [firstName = '', ...rest] = name.split(' ');
    return { ...newEmployee(id, firstName, rest.join(' ')), departments };
  };
  const others = [
    named(1001, first, [sales]),
    named(1002, second, [support]),
    ...USUAL.map((traits, n) => {
      const [firstName, lastName] = words.employees[n] ?? ['', ''];
      return { ...newEmployee(FIRST_USUAL + n, firstName, lastName), ...traits, departments: [...traits.departments] };
    }),
  ];
  // Who signs in as one of them stays where that one works.
  const home = others.find(({ id }) => id === user.id)?.departments ?? [company];
  const me = { ...named(user.id, user.name, home), isAdministrator: user.role !== 'employee' };
  return [me, ...others.filter(({ id }) => id !== user.id)];
}

const newEmployee = (id: number, firstName: string, lastName: string): DemoEmployee => ({
  ...{ id, firstName, lastName, departments: [] },
  ...{ isAdministrator: false, isActive: true, isIntegrator: false },
});

function generatedEmployees(state: PortalState, words: StaffWords): DemoEmployee[] {
  const { manyEmployees, manyDepartments, integrators } = state.scenario.staff;
  const home = (n: number) => (manyDepartments > 0 ? FIRST_BRANCH + (n % manyDepartments) : books);
  const many = Array.from({ length: manyEmployees }, (_, n) => {
    return { ...newEmployee(FIRST_GENERATED + n, ...generatedName(words, n)), departments: [home(n)] };
  });
  const guests = Array.from({ length: integrators }, (_, n) => {
    const [first, last] = generatedName(words, 109 - (n % 110));
    return { ...newEmployee(FIRST_INTEGRATOR + n, first, last), isIntegrator: true };
  });
  return [...many, ...guests];
}

function usualDepartments(words: StaffWords): DemoDepartment[] {
  const { departments: names } = words;
  return [
    { id: company, name: names.company, parent: null, head: null },
    { id: sales, name: names.sales, parent: company, head: 1001 },
    // Headed by somebody who works elsewhere.
    { id: wholesale, name: names.wholesale, parent: sales, head: 1002 },
    { id: support, name: names.support, parent: company, head: 1002 },
    { id: books, name: names.books, parent: company, head: null },
  ];
}

/** Branches of branches, five in each. */
const generatedDepartments = (state: PortalState, words: StaffWords): DemoDepartment[] =>
  Array.from({ length: state.scenario.staff.manyDepartments }, (_, n) => ({
    id: FIRST_BRANCH + n,
    name: words.department(n + 1),
    parent: n < 5 ? company : FIRST_BRANCH + Math.floor(n / 5) - 1,
    head: null,
  }));

function usualLines({ lines: [first, second, third] }: StaffWords): DemoLine[] {
  const user = (id: number) => ({ kind: 'user' as const, id });
  const care = { kind: 'department' as const, id: support };
  return [
    { id: 1, name: first, isActive: true, order: 'evenly', queue: [user(1011), user(1012), user(1013)] },
    { id: 2, name: second, isActive: true, order: 'strictly', queue: [user(1014), care] },
    { id: 3, name: third, isActive: false, order: 'all', queue: [user(1001), user(1020)] },
  ];
}

const usualRoles = (): StaffState['roles'] => [
  { code: 'G1', role: 'administrator' },
  { code: 'U1002', role: 'chief' },
  { code: `DR${company}`, role: 'manager' },
];

function setParent(state: PortalState, id: number, parent: number): void {
  const department = departmentOf(state, id);
  if (department) department.parent = parent;
}

/** What is told of an employee elsewhere follows the staff. */
function syncPerson(state: PortalState, employee: DemoEmployee): void {
  const { id, firstName, lastName, isIntegrator, isActive, departments } = employee;
  const name = `${firstName} ${lastName}`.trim();
  const account = isIntegrator ? 'integrator' : 'employee';
  const person = state.people.get(id) ?? addAccount(state, account, name, id);
  Object.assign(person, { name, account, isActive, departments: [...departments] });
}
