/** What holds for every portal, however much of it could be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Explanation, explain } from '../../domain/chatapp/explain.ts';
import type {
  ChatAppFacts,
  Department,
  Employee,
  Fact,
  Line,
  QueueEntry,
  RoleGrant,
  Standing,
} from '../../domain/chatapp/facts.ts';
import type { Verdict } from '../../domain/chatapp/gates.ts';
import { STAGES } from '../../domain/chatapp/who-can.ts';
import { AT, nowhere, read, said } from './chatapp-portal.ts';

const IDS = ['1', '2', '3', '4'];
const id = fc.constantFrom(...IDS);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 3, arbitrary: value.map((each) => read(each)) },
    { weight: 2, arbitrary: value.map((each) => said(each)) },
    { weight: 2, arbitrary: fc.constant(nowhere()) },
  );

const code = fc.oneof(
  id.map((each) => `U${each}`),
  id.map((each) => `D${each}`),
  id.map((each) => `DR${each}`),
  fc.constantFrom('AU', 'G1', 'SG5'),
);

const department: fc.Arbitrary<Department> = fc.record({
  id,
  name: fc.constant('Department'),
  parent: fc.option(id),
  head: fc.option(id),
});

const entryOf: fc.Arbitrary<QueueEntry> = fc.record({ kind: fc.constantFrom('user', 'department'), id });

const lineOf = (number: string): fc.Arbitrary<Line> =>
  fc.record({
    id: fc.constant(number),
    name: fc.constant('Line'),
    isActive: fc.boolean(),
    queue: maybe(fc.array(entryOf, { maxLength: 3 })),
    members: maybe(fc.array(id, { maxLength: 3 })),
    isConnected: maybe(fc.boolean()),
    order: fc.constant(null),
  });

const reach = fc.constantFrom('none', 'own', 'department', 'any', null);
const role: fc.Arbitrary<RoleGrant> = fc.record({
  code,
  roleName: fc.constant('Role'),
  viewsLines: reach,
  joins: reach,
});

const standing = fc.constantFrom<Standing[]>('administrator', 'integrator', 'installer', 'employee');

const person: fc.Arbitrary<Employee> = fc.record({
  id,
  name: fc.constant('Somebody'),
  departments: fc.array(id, { maxLength: 2 }),
  standing: maybe(standing),
  personalAccount: maybe(fc.boolean()),
});

const portal: fc.Arbitrary<ChatAppFacts> = fc
  .record({
    departments: maybe(fc.uniqueArray(department, { selector: (each) => each.id, maxLength: 4 })),
    installation: maybe(fc.constantFrom('finished', 'unfinished', 'absent')),
    accessList: maybe(
      fc.array(
        code.map((each) => ({ code: each, name: each, provider: 'any' })),
        { maxLength: 3 },
      ),
    ),
    lines: maybe(fc.tuple(lineOf('1'), lineOf('2'))),
    roles: maybe(fc.array(role, { maxLength: 2 })),
    options: fc.record({
      password: maybe(fc.boolean()),
      personal: maybe(fc.boolean()),
      responsible: maybe(fc.boolean()),
    }),
    steps: fc.record({ linked: maybe(fc.boolean()), invited: maybe(fc.boolean()), synchronised: maybe(fc.boolean()) }),
    reinstalledAt: fc.constantFrom(null, AT - 1, AT + 1),
  })
  .map((each) => ({ ...each, staff: read({ employees: [], isWhole: true }) }));

const lineId = fc.constantFrom('1', '2', null);

const verdictsOf = ({ stages }: Explanation): Verdict[] =>
  STAGES.flatMap((stage) => [stages[stage].verdict, stages[stage].alone]);

describe('an administrator', () => {
  const administrator = person.map((each) => ({ ...each, standing: read<Standing>('administrator') }));

  it('is never denied by a gate that he is exempt from', () => {
    fc.assert(
      fc.property(administrator, portal, lineId, (who, facts, line) => {
        const { see, open, start } = explain(who, facts, line).stages;
        const exempt = [see, open, start].flatMap(({ gates }) => gates).filter(({ state }) => state === 'exempt');
        expect(exempt.every(({ opens }) => opens === 'yes')).toBe(true);
        expect(exempt.map(({ id: gate }) => gate)).toEqual(['accessList', 'password', 'role', 'responsible', 'queue']);
        // By the access list, the password and the queue nobody stands in his way.
        if (see.alone === 'no') expect(see.deciding?.gate).toBe('installation');
        expect(open.alone).not.toBe('no');
        expect(start.alone).toBe('yes');
      }),
    );
  });
});

type Removal = (who: Employee, facts: ChatAppFacts) => [Employee, ChatAppFacts];

const without =
  (change: Partial<ChatAppFacts>): Removal =>
  (who, facts) => [who, { ...facts, ...change }];
const inLine =
  (change: Partial<Line>): Removal =>
  (who, facts) => [
    who,
    facts.lines.from === 'nowhere'
      ? facts
      : { ...facts, lines: { ...facts.lines, value: facts.lines.value.map((each) => ({ ...each, ...change })) } },
  ];

const REMOVALS: Readonly<Record<string, Removal>> = {
  'the departments': without({ departments: nowhere() }),
  'the installation': without({ installation: nowhere() }),
  'the access list': without({ accessList: nowhere() }),
  'the lines': without({ lines: nowhere() }),
  'the roles': without({ roles: nowhere() }),
  'the queues as they were set': inLine({ queue: nowhere() }),
  'what the portal makes of the queues': inLine({ members: nowhere() }),
  'who is an administrator': (who, facts) => [{ ...who, standing: nowhere() }, facts],
  'the personal account': (who, facts) => [{ ...who, personalAccount: nowhere() }, facts],
  ...Object.fromEntries(
    (['password', 'personal', 'responsible'] as const).map((option): [string, Removal] => [
      `the option ${option}`,
      (who, facts) => [who, { ...facts, options: { ...facts.options, [option]: nowhere() } }],
    ]),
  ),
  ...Object.fromEntries(
    (['linked', 'invited', 'synchronised'] as const).map((step): [string, Removal] => [
      `the step ${step}`,
      (who, facts) => [who, { ...facts, steps: { ...facts.steps, [step]: nowhere() } }],
    ]),
  ),
};

describe('knowing less', () => {
  it.each(Object.entries(REMOVALS))('of %s never turns "unknown" into "yes"', (_name, remove) => {
    fc.assert(
      fc.property(person, portal, lineId, (who, facts, line) => {
        const before = verdictsOf(explain(who, facts, line));
        const after = verdictsOf(explain(...remove(who, facts), line));
        for (const [index, verdict] of before.entries()) {
          if (verdict === 'unknown') expect(after[index]).not.toBe('yes');
          // Nor is anybody let in whom more knowledge kept out.
          if (verdict === 'no' || verdict === 'depends') expect(after[index]).not.toBe('yes');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a department that is added to a queue', () => {
  it('never takes anybody out', () => {
    fc.assert(
      fc.property(person, portal, lineId, id, (who, facts, line, added) => {
        const { lines } = facts;
        if (lines.from === 'nowhere') return;
        const more = lines.value.map((each): Line => {
          const { queue } = each;
          if (each.id !== '1' || queue.from === 'nowhere') return each;
          return { ...each, queue: { ...queue, value: [...queue.value, { kind: 'department', id: added }] } };
        });
        const before = explain(who, facts, line).stages.start.alone;
        const after = explain(who, { ...facts, lines: { ...lines, value: more } }, line).stages.start.alone;
        if (before === 'yes') expect(after).toBe('yes');
        if (before !== 'no') expect(after).not.toBe('no');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('every answer', () => {
  it('has a gate that decides, and readings only where it depends', () => {
    fc.assert(
      fc.property(person, portal, lineId, (who, facts, line) => {
        const { stages } = explain(who, facts, line);
        for (const stage of STAGES) {
          const { verdict, alone, deciding, readings } = stages[stage];
          expect(deciding).not.toBeNull();
          const gate = deciding && stages[deciding.stage].gates.find(({ id: each }) => each === deciding.gate);
          expect(gate?.opens).toBe(verdict);
          expect(readings.length > 0).toBe(alone === 'depends');
          if (alone === 'depends') expect(new Set(readings.map((each) => each.verdict)).size).toBe(2);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
