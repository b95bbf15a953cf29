/** A small portal for the explanation: everything is read, everybody sees the application, no option is on. */
import type {
  ChatAppFacts,
  Department,
  Employee,
  Fact,
  KnownFact,
  Line,
  RoleGrant,
  Unread,
} from '../../domain/chatapp/facts.ts';

export const AT = Date.UTC(2026, 10, 20, 9);

export const read = <T>(value: T, at = AT): KnownFact<T> => ({ from: 'read', value, at });
export const said = <T>(value: T, at = AT, by = 'Olga'): KnownFact<T> => ({ from: 'entered', value, at, by });
export const nowhere = (why: Unread = 'failed'): Fact<never> => ({ from: 'nowhere', why });

/** 1 Company (2 Sales (3 Retail), 4 Support); 20 heads Sales. */
export const DEPARTMENTS: readonly Department[] = [
  { id: '1', name: 'Company', parent: null, head: null },
  { id: '2', name: 'Sales', parent: '1', head: '20' },
  { id: '3', name: 'Retail', parent: '2', head: null },
  { id: '4', name: 'Support', parent: '1', head: null },
];

export const employee = (change: Partial<Employee> = {}): Employee => ({
  id: '10',
  name: 'Anna',
  departments: ['2'],
  standing: read('employee'),
  personalAccount: said(true),
  ...change,
});

export const ADMIN = employee({ id: '1', name: 'Olga', departments: ['1'], standing: read('administrator') });
export const ANNA = employee();
export const BORIS = employee({ id: '11', name: 'Boris', departments: ['3'] });
export const VERA = employee({ id: '12', name: 'Vera', departments: ['4'] });
export const HEAD = employee({ id: '20', name: 'Igor', departments: ['1'] });

export const line = (change: Partial<Line> = {}): Line => ({
  id: '1',
  name: 'Sales',
  isActive: true,
  queue: read([{ kind: 'user', id: '10' }]),
  members: read(['10']),
  isConnected: read(true),
  order: 'evenly',
  ...change,
});

/** A second line that nobody of the tests stands in. */
export const OTHER_LINE = line({
  id: '2',
  name: 'Help',
  queue: read([{ kind: 'user', id: '99' }]),
  members: read(['99']),
});

/** A role that lets everybody do everything. */
export const ALL_RIGHTS: RoleGrant = { code: 'DR1', roleName: 'Manager', viewsLines: 'any', joins: 'any' };
export const NO_RIGHTS: RoleGrant = { code: 'DR1', roleName: 'Guest', viewsLines: 'none', joins: 'none' };

export const facts = (change: Partial<ChatAppFacts> = {}): ChatAppFacts => ({
  staff: read({ employees: [ADMIN, ANNA, BORIS, VERA, HEAD], isWhole: true }),
  departments: read(DEPARTMENTS),
  installation: read('finished'),
  accessList: read([]),
  lines: read([line()]),
  roles: read([ALL_RIGHTS]),
  options: { password: said(false), personal: said(false), responsible: said(false) },
  steps: { linked: said(true), invited: said(true), synchronised: said(true) },
  reinstalledAt: null,
  ...change,
});

/** The options as answered; `null`: nobody has been asked. */
export const options = (
  password: boolean | null,
  personal: boolean | null,
  responsible: boolean | null = false,
): Pick<ChatAppFacts, 'options'> => {
  const answer = (value: boolean | null) => (value === null ? nowhere('insideChatApp') : said(value));
  return { options: { password: answer(password), personal: answer(personal), responsible: answer(responsible) } };
};

export const entry = (code: string, provider: string | null = 'intranet') => ({ code, name: code, provider });
