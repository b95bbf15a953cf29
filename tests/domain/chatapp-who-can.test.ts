import { describe, expect, it } from 'vitest';
import { compareEmployees, whatChanges, whoCanStart } from '../../domain/chatapp/who-can.ts';
import { ADMIN, ANNA, BORIS, employee, entry, facts, line, options, read, said } from './chatapp-portal.ts';

describe('who can start a conversation on a line', () => {
  const limited = options(false, false, true);
  const bySales = line({ queue: read([{ kind: 'department', id: '2' }]), members: read(['10', '20']) });
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);

  it('sorts all employees by their answer, each with what decides', () => {
    const { people, isWhole } = whoCanStart('1', facts({ ...limited, lines: read([bySales]) }));
    expect(names(people.yes)).toEqual(['Olga']);
    expect(names(people.depends)).toEqual(['Anna', 'Igor']);
    expect(names(people.no)).toEqual(['Boris', 'Vera']);
    expect(people.no[0]?.deciding).toEqual({ stage: 'start', gate: 'queue' });
    expect(people.unknown).toEqual([]);
    expect(isWhole).toBe(true);
  });

  it('says when employees may be missing', () => {
    expect(whoCanStart('1', facts({ staff: read({ employees: [ANNA], isWhole: false }) })).isWhole).toBe(false);
  });

  it('has nobody responsible for a line that is not there', () => {
    const { people } = whoCanStart('9', facts(limited));
    expect(names(people.yes)).toEqual(['Olga']);
    // Anna stands in the queue of a line, which by one reading is enough.
    expect(names(people.depends)).toEqual(['Anna']);
  });
});

describe('two employees beside each other', () => {
  const limited = facts(options(false, false, true));

  it('part where the first answer differs, with the gates that differ', () => {
    const { parting, differences } = compareEmployees([ANNA, BORIS], limited, '1');
    expect(parting).toBe('start');
    expect(differences).toMatchObject([
      // Any queue at all is one of the things that "access" may mean.
      { stage: 'start', first: { id: 'role', state: 'found' }, second: { id: 'role', state: 'ambiguous' } },
      { stage: 'start', first: { id: 'queue', state: 'found' }, second: { id: 'queue', state: 'missing' } },
    ]);
  });

  it('do not part when both can do the same', () => {
    const twin = employee({ id: '10', name: 'Anna again' });
    expect(compareEmployees([ANNA, twin], limited, '1')).toMatchObject({ parting: null, differences: [] });
  });

  it('show why it works for an administrator only', () => {
    const { parting, differences } = compareEmployees(
      [ADMIN, BORIS],
      facts({ ...options(true, false, true), accessList: read([entry('U99')]) }),
      '1',
    );
    expect(parting).toBe('see');
    const exempt = differences.filter(({ first }) => first?.state === 'exempt').map(({ first }) => first?.id);
    expect(exempt).toEqual(['accessList', 'password', 'role', 'responsible', 'queue']);
  });

  it('are not taken for each other by what the portal shows of one of them', () => {
    const bySales = line({ queue: read([{ kind: 'department', id: '2' }]), members: read(['10']) });
    const colleague = employee({ id: '13', name: 'Dina' });
    const told = facts({ ...options(false, false, true), lines: read([bySales]) });
    const { first, second } = compareEmployees([ANNA, colleague], told, '1');
    expect([first, second].map(({ stages }) => stages.start.readings[0]?.isShown)).toEqual([true, false]);
  });

  it('list a gate that only one of them meets', () => {
    const { differences } = compareEmployees([ADMIN, ANNA], facts(options(true, false)), '1');
    expect(differences.find(({ second }) => second?.id === 'account')).toMatchObject({ stage: 'open', first: null });
  });
});

describe('what an option changes before it is switched', () => {
  it('"only responsible": who may start no more, and never an administrator', () => {
    const changes = whatChanges('responsible', false, true, facts(), '1');
    expect(changes.map(({ name, before, after }) => [name, before.start, after.start])).toEqual([
      ['Boris', 'depends', 'no'],
      ['Vera', 'depends', 'no'],
      ['Igor', 'depends', 'no'],
    ]);
  });

  it('the password: everybody but administrators is asked', () => {
    const changes = whatChanges('password', false, true, facts(), '1');
    expect(changes.map(({ name }) => name)).toEqual(['Anna', 'Boris', 'Vera', 'Igor']);
    expect(changes[0]).toMatchObject({
      before: { asksPassword: { value: 'no' }, account: { value: 'owner' } },
      after: { asksPassword: { value: 'yes' } },
    });
  });

  it('the password: who has no account is shut out', () => {
    const stranger = employee({ personalAccount: said(false) });
    const changes = whatChanges(
      'password',
      false,
      true,
      facts({ staff: read({ employees: [stranger], isWhole: true }) }),
    );
    expect(changes).toMatchObject([{ before: { open: 'yes' }, after: { open: 'no', start: 'no' } }]);
  });

  it('the password beside personal accounts: only whether one is asked becomes unclear', () => {
    const [change] = whatChanges('password', false, true, facts(options(false, true)), '1');
    expect(change).toMatchObject({
      before: { asksPassword: { value: 'no' }, account: { value: 'personal' }, open: 'yes' },
      after: { asksPassword: { value: 'depends' }, account: { value: 'personal' }, open: 'yes' },
    });
  });

  it('personal accounts: from the owner’s account to the own one', () => {
    const changes = whatChanges('personal', false, true, facts(), '1');
    expect(changes.map(({ before, after }) => [before.account.value, after.account.value])).toEqual(
      Array.from({ length: 4 }, () => ['owner', 'personal']),
    );
  });

  it('goes both ways, and nothing changes where nothing is switched', () => {
    expect(whatChanges('responsible', true, false, facts(), '1')).toHaveLength(3);
    expect(whatChanges('responsible', true, true, facts(), '1')).toEqual([]);
  });

  it('does not hang on what was answered before, nor on a reinstall', () => {
    const asked = facts({ ...options(false, false, null), reinstalledAt: Date.now() * 2 });
    expect(whatChanges('responsible', false, true, asked, '1')).toHaveLength(3);
  });
});
