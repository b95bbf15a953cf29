import { describe, expect, it } from 'vitest';
import { accessListWords } from '../../domain/chatapp/access-list.ts';
import { explain } from '../../domain/chatapp/explain.ts';
import type { ChatAppFacts, Department, Employee, Line } from '../../domain/chatapp/facts.ts';
import { readyFacts } from '../../domain/chatapp/ready.ts';
import { whatChanges, whoCanStart } from '../../domain/chatapp/who-can.ts';
import { entry, facts, line, nowhere, options, read, said } from './chatapp-portal.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const DEPARTMENTS: Department[] = numbers(300).map((each) => ({
  id: `${each}`,
  name: `Department ${each}`,
  parent: each === 1 ? null : `${Math.floor(each / 3) + (each > 2 ? 0 : 1)}`,
  head: `${each}`,
}));

const EMPLOYEES: Employee[] = numbers(5000).map((each) => ({
  id: `${each}`,
  name: `Employee ${each}`,
  departments: [`${(each % 300) + 1}`],
  standing: read(each % 500 === 0 ? 'administrator' : 'employee'),
  personalAccount: each % 3 === 0 ? nowhere('insideChatApp') : said(true),
}));

const LINES: Line[] = numbers(20).map((each) =>
  line({
    id: `${each}`,
    queue: read([
      { kind: 'department', id: `${each}` },
      ...numbers(30).map((user) => ({ kind: 'user' as const, id: `${user * each}` })),
    ]),
    members: read(numbers(60).map((user) => `${user * each}`)),
  }),
);

/** A list nearly as long as the portal stores. */
const LIST = numbers(350).map((each) => entry(each % 4 ? `U${each}` : `DR${each}`));

const portal = (change: Partial<ChatAppFacts> = {}) =>
  facts({
    staff: read({ employees: EMPLOYEES, isWhole: true }),
    departments: read(DEPARTMENTS),
    lines: read(LINES),
    accessList: read(LIST),
    ...options(true, true, true),
    ...change,
  });

/** The best of some runs: the machine may be busy with something else. */
function bestOf(work: () => unknown): number {
  const runs = numbers(4).map(() => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return Math.min(...runs);
}

describe('5,000 employees in 300 departments', () => {
  it('are sorted by whether they can start on a line in less than 100 ms', () => {
    expect(bestOf(() => whoCanStart('1', portal()))).toBeLessThan(100);
  });

  it('are counted by the access list in less than 100 ms', () => {
    expect(bestOf(() => accessListWords(portal()))).toBeLessThan(100);
  });

  it('are explained where no line was chosen among twenty, in less than 400 ms', () => {
    const facts = portal();
    const ready = readyFacts(facts);
    expect(bestOf(() => EMPLOYEES.map((each) => explain(each, facts, null, ready)))).toBeLessThan(400);
  });

  it('are told before and after an option in less than 300 ms, though half of it was never read', () => {
    const unread = portal({ ...options(null, null, null), roles: nowhere() });
    expect(bestOf(() => whatChanges('responsible', false, true, unread, '1'))).toBeLessThan(300);
  });
});
