/** What ChatApp does not state, A1 to A10: never a verdict, always its readings. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/chatapp/explain.ts';
import type { ChatAppFacts, Employee } from '../../domain/chatapp/facts.ts';
import {
  ADMIN,
  ANNA,
  AT,
  BORIS,
  employee,
  entry,
  facts,
  line,
  NO_RIGHTS,
  nowhere,
  OTHER_LINE,
  options,
  read,
  said,
  VERA,
} from './chatapp-portal.ts';

const LIMITED = options(false, false, true);
const startOf = (who: Employee, change: Partial<ChatAppFacts>, id: string | null = '1') =>
  explain(who, facts(change), id).stages.start;
const openOf = (who: Employee, change: Partial<ChatAppFacts>) => explain(who, facts(change), '1');

describe('A1, who is a responsible employee of a line', () => {
  const bySales = line({ queue: read([{ kind: 'department', id: '2' }]), members: read(['10']) });

  it('a department in the queue counts or does not; the portal itself counts it', () => {
    const start = startOf(ANNA, { ...LIMITED, lines: read([bySales]) });
    expect(start.verdict).toBe('depends');
    expect(start.ambiguities).toEqual(['A1']);
    expect(start.readings).toEqual([
      { takes: ['departmentsCount'], verdict: 'yes', isShown: true },
      { takes: ['personsOnly'], verdict: 'no', isShown: false },
    ]);
    expect(start.deciding).toEqual({ stage: 'start', gate: 'queue' });
    expect(start.gates.at(-1)).toMatchObject({
      state: 'ambiguous',
      ambiguity: 'A1',
      detail: { membership: 'department', portalCounts: true },
    });
  });

  it('shows no reading of the portal where nobody read what it makes of the department', () => {
    const start = startOf(ANNA, { ...LIMITED, lines: read([{ ...bySales, members: nowhere() }]) });
    expect(start.readings.map(({ isShown }) => isShown)).toEqual([false, false]);
  });

  it('another line’s queue is enough or is not', () => {
    const elsewhere = line({ id: '2', queue: read([{ kind: 'user', id: '12' }]), members: read(['12']) });
    const start = startOf(VERA, { ...LIMITED, lines: read([line(), elsewhere]) });
    expect(start.readings.map(({ takes, verdict }) => [takes, verdict])).toEqual([
      [['thisLineOnly'], 'no'],
      [['anyLine'], 'yes'],
    ]);
    expect(start.gates.at(-1)).toMatchObject({ ambiguity: 'A1', detail: { membership: 'no' } });
    const closed = { ...elsewhere, isActive: false };
    expect(startOf(VERA, { ...LIMITED, lines: read([line(), closed]) }).verdict).toBe('no');
  });

  it('a department in another line’s queue needs both readings', () => {
    const elsewhere = line({ id: '2', queue: read([{ kind: 'department', id: '4' }]), members: read(['12']) });
    const start = startOf(VERA, { ...LIMITED, lines: read([line(), elsewhere]) });
    expect(start.readings.filter(({ verdict }) => verdict === 'yes')).toMatchObject([
      { takes: ['anyLine', 'departmentsCount'] },
    ]);
  });

  it('an employee below the department is in the queue only where the portal says so', () => {
    const among = (members: string[] | null) =>
      startOf(BORIS, {
        ...LIMITED,
        lines: read([{ ...bySales, members: members ? read(members) : nowhere() }]),
      }).verdict;
    expect(among(['10', '11'])).toBe('depends');
    expect(among(['10'])).toBe('no');
    expect(among(null)).toBe('unknown');
  });
});

describe('A2, the password against personal accounts', () => {
  it('with both options, one asks for a password and the other does not', () => {
    const { asksPassword, account, stages } = openOf(ANNA, options(true, true));
    expect(asksPassword.readings).toEqual([
      { value: 'yes', takes: ['passwordIsAsked'] },
      { value: 'no', takes: ['personalSignsIn'] },
    ]);
    expect(asksPassword.ambiguities).toEqual(['A2']);
    expect(account.value).toBe('personal');
    expect(stages.open.verdict).toBe('yes');
  });

  it('with the password alone, one rule names the typed account and another the owner’s', () => {
    const { account } = openOf(ANNA, options(true, false));
    expect(account.readings.map(({ value }) => value)).toEqual(['personal', 'owner']);
    expect(account.ambiguities).toEqual(['A2']);
  });
});

describe('A3, personal accounts for somebody without one', () => {
  it('an error, the password form or the owner’s account', () => {
    const { stages, account } = openOf(employee({ personalAccount: said(false) }), options(false, true));
    expect(stages.open.ambiguities).toEqual(['A3']);
    expect(stages.open.readings.map(({ takes, verdict }) => [takes[0], verdict])).toEqual([
      ['error', 'no'],
      ['passwordForm', 'no'],
      ['ownerInstead', 'yes'],
    ]);
    expect(account.readings.map(({ value }) => value)).toEqual(['none', 'none', 'owner']);
    expect(stages.open.deciding).toEqual({ stage: 'open', gate: 'account' });
  });

  it('an open step of the project leads to the same, and decides', () => {
    const steps = { linked: said(true), invited: said(true), synchronised: said(false) };
    const { open } = openOf(ANNA, { ...options(false, true), steps }).stages;
    expect(open.deciding).toEqual({ stage: 'open', gate: 'steps' });
    expect(open.gates.find(({ id }) => id === 'steps')).toMatchObject({
      ambiguity: 'A3',
      opens: 'depends',
      detail: { open: ['synchronised'], unread: [] },
    });
  });
});

describe('A4, who is a portal administrator', () => {
  const listed = { accessList: read([entry('U99')]) };

  it.each(['integrator', 'installer'] as const)('an %s is exempt or not', (standing) => {
    const start = startOf(employee({ id: '50', standing: said(standing) }), LIMITED);
    expect(start.verdict).toBe('depends');
    expect(start.ambiguities).toEqual(['A4']);
    expect(start.deciding).toEqual({ stage: 'start', gate: 'standing' });
    expect(start.gates[0]).toMatchObject({ id: 'standing', state: 'ambiguous', ambiguity: 'A4' });
  });

  it('the access list asks the portal, not ChatApp: who only installs is no administrator there', () => {
    const see = (standing: 'integrator' | 'installer') =>
      explain(employee({ id: '50', standing: said(standing) }), facts(listed), '1').stages.see.verdict;
    expect(see('installer')).toBe('no');
    expect(see('integrator')).toBe('depends');
  });

  it('is no question where both answers lead to the same', () => {
    const start = startOf(employee({ standing: said('integrator') }), LIMITED);
    expect(start.verdict).toBe('yes');
    expect(start.gates[0]).toMatchObject({ id: 'standing', opens: 'yes' });
  });
});

describe('A5, the account of an administrator', () => {
  it.each([
    [true, false],
    [false, true],
    [true, true],
    [false, false],
  ])('is not stated with password %s and personal accounts %s', (password, personal) => {
    const { account } = openOf(ADMIN, options(password, personal));
    expect(account.value).toBe('depends');
    expect(account.ambiguities).toEqual(['A5']);
    expect(account.readings.map(({ value }) => value)).toEqual(['owner', 'personal']);
  });
});

describe('A6, what is needed while everybody may start', () => {
  it('a missing place in the queue: one rule lets start, another demands the queue', () => {
    const start = startOf(BORIS, {});
    expect(start.verdict).toBe('depends');
    expect(start.ambiguities).toEqual(['A6']);
    expect(start.readings.some(({ takes }) => takes.includes('queueAsWell'))).toBe(true);
    expect(start.gates.at(-1)).toMatchObject({ id: 'queue', state: 'missing', opens: 'depends', ambiguity: 'A6' });
  });

  it('"access to Open Channels" may be any of three rights', () => {
    const start = startOf(ANNA, { ...LIMITED, roles: read([{ ...NO_RIGHTS, joins: 'own' }]) });
    expect(start.verdict).toBe('depends');
    const rights = ['accessIsToView', 'accessIsToJoin', 'accessIsAnyQueue'] as const;
    const needed = rights.map((right) => start.readings.some(({ takes }) => takes.includes(right)));
    expect(needed).toEqual([true, true, true]);
    expect(start.gates.find(({ id }) => id === 'role')).toMatchObject({ state: 'ambiguous', ambiguity: 'A6' });
  });

  it('own and department reach a line through its queue', () => {
    const opens = (who: Employee, joins: 'own' | 'department') =>
      startOf(who, {
        lines: read([line(), OTHER_LINE]),
        roles: read([{ code: 'AU', roleName: 'Manager', viewsLines: joins, joins }]),
      }).gates.find(({ id }) => id === 'role')?.state;
    const colleague = employee({ id: '13', departments: ['2'] });
    expect(opens(ANNA, 'own')).toBe('found');
    expect(opens(colleague, 'own')).toBe('missing');
    // Nobody is in a queue here but Anna, so one of the three rights is missing all the same.
    expect(opens(colleague, 'department')).toBe('ambiguous');
    expect(opens(VERA, 'department')).toBe('missing');
  });
});

describe('a role that nobody can look up', () => {
  const roleState = (change: Partial<ChatAppFacts>) =>
    startOf(VERA, change).gates.find(({ id }) => id === 'role')?.state;
  const department = { code: 'AU', roleName: 'Manager', viewsLines: 'department', joins: 'department' } as const;

  it('may be the employee’s or not', () => {
    const queues = { lines: read([line({ queue: read([]), members: read([]) })]) };
    const group = { code: 'G1', roleName: 'Administrator', viewsLines: 'any', joins: 'any' } as const;
    expect(roleState({ ...queues, roles: read([group]) })).toBe('couldNotRead');
    expect(roleState({ ...queues, roles: read([]) })).toBe('missing');
  });

  it('may reach through a colleague of whom nobody knows', () => {
    const queue = line({ queue: read([{ kind: 'user', id: '10' }]), members: nowhere() });
    expect(roleState({ lines: read([queue]), roles: read([department]) })).toBe('couldNotRead');
    expect(roleState({ lines: read([line()]), roles: read([department]) })).toBe('missing');
  });
});

describe('A7, which of the two tabs the options touch', () => {
  it('stands beside the answer once an option is on or unanswered', () => {
    expect(openOf(ANNA, options(false, false)).stages.open.aside).toEqual([]);
    expect(openOf(ANNA, options(true, false)).stages.open.aside).toEqual(['A7']);
    expect(openOf(ANNA, options(false, null)).stages.open.aside).toEqual(['A7']);
  });
});

describe('A8, whether options survive a reinstall', () => {
  const reinstalledAt = AT + 1;

  it('an option that was on may be off since', () => {
    const start = startOf(BORIS, { ...LIMITED, reinstalledAt });
    expect(start.verdict).toBe('depends');
    expect(start.ambiguities).toContain('A8');
    expect(start.deciding).toEqual({ stage: 'start', gate: 'responsible' });
    expect(start.gates.find(({ id }) => id === 'responsible')).toMatchObject({ state: 'ambiguous', ambiguity: 'A8' });
  });

  it('an answer given since then holds, and so does one that was off', () => {
    const later = { ...LIMITED.options, responsible: said(true, reinstalledAt + 1) };
    expect(startOf(BORIS, { options: later, reinstalledAt }).verdict).toBe('no');
    expect(openOf(ANNA, { ...options(false, false), reinstalledAt }).account.value).toBe('owner');
  });
});

describe('A9, whether channels came back after a reinstall', () => {
  it('stands beside the answer until a channel was seen on the line since', () => {
    const aside = (isConnectedAt: number) =>
      startOf(ANNA, { lines: read([line({ isConnected: read(true, isConnectedAt) })]), reinstalledAt: AT }).aside;
    expect(aside(AT)).toEqual(['A9']);
    expect(aside(AT + 1)).toEqual([]);
    expect(startOf(ANNA, {}).aside).toEqual([]);
  });
});

describe('A10, the names of the place', () => {
  it('stands beside what the access list decides', () => {
    const aside = (codes: string[]) =>
      explain(ANNA, facts({ accessList: read(codes.map((code) => entry(code))) }), '1').stages.see.aside;
    expect(aside(['U99'])).toEqual(['A10']);
    expect(aside([])).toEqual([]);
  });
});
