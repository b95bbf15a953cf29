/** Every row of the three decision tables, asked of whole portals. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/chatapp/explain.ts';
import type { ChatAppFacts, Employee } from '../../domain/chatapp/facts.ts';
import { OPEN_TABLE, outcomesIn, SEE_TABLE, START_TABLE, type StartWorld } from '../../domain/chatapp/tables.ts';
import {
  ADMIN,
  ANNA,
  BORIS,
  employee,
  entry,
  facts,
  line,
  NO_RIGHTS,
  options,
  read,
  said,
  VERA,
} from './chatapp-portal.ts';

type Change = Partial<ChatAppFacts>;

const LISTED: Change = { accessList: read([entry('U10')]) };
const NOT_LISTED: Change = { accessList: read([entry('U99')]) };
const UNFINISHED: Change = { installation: read('unfinished') };
const OPEN_STEP: Change = { steps: { linked: said(true), invited: said(true), synchronised: said(false) } };
const NO_ROLE: Change = { roles: read([NO_RIGHTS]) };
const WITHOUT_ACCOUNT = employee({ personalAccount: said(false) });
const INSTALLER = employee({ standing: said('installer') });

describe('stage 1, to see and open the application', () => {
  it.each<[row: number, what: string, who: Employee, change: Change, verdict: string, app: string]>([
    [1, 'an employee before the installation is finished', ANNA, UNFINISHED, 'no', 'refused'],
    [1, 'an administrator before the installation is finished', ADMIN, UNFINISHED, 'no', 'installerPage'],
    [1, 'somebody who may install, before it is finished', INSTALLER, UNFINISHED, 'no', 'installerPage'],
    [1, 'an administrator where it was removed', ADMIN, { installation: read('absent') }, 'no', 'refused'],
    [2, 'an employee, nobody is selected', ANNA, {}, 'yes', 'opens'],
    [3, 'an employee who is selected', ANNA, LISTED, 'yes', 'opens'],
    [4, 'an employee who is not selected', ANNA, NOT_LISTED, 'no', 'refused'],
    [5, 'an administrator who is not selected', ADMIN, NOT_LISTED, 'yes', 'opens'],
  ])('row %i: %s', (row, _what, who, change, verdict, app) => {
    const { stages, app: opened } = explain(who, facts(change), '1');
    expect(stages.see.rows).toEqual([row]);
    expect(stages.see.verdict).toBe(verdict);
    expect(opened.value).toBe(app);
  });

  it('who does not see it can do nothing further', () => {
    const { see, open, start } = explain(ANNA, facts(NOT_LISTED), '1').stages;
    expect([see.verdict, open.verdict, start.verdict]).toEqual(['no', 'no', 'no']);
    expect([open.alone, start.alone]).toEqual(['yes', 'yes']);
    expect(start.deciding).toEqual({ stage: 'see', gate: 'accessList' });
  });
});

describe('stage 2, to open ChatApp Dialog', () => {
  it.each<
    [row: number, what: string, who: Employee, change: Change, verdict: string, password: string, account: string]
  >([
    [1, 'no option is on', ANNA, options(false, false), 'yes', 'no', 'owner'],
    [2, 'personal accounts, all steps done', ANNA, options(false, true), 'yes', 'no', 'personal'],
    [
      3,
      'personal accounts, a step open',
      ANNA,
      { ...options(false, true), ...OPEN_STEP },
      'depends',
      'depends',
      'depends',
    ],
    [3, 'personal accounts, not invited', WITHOUT_ACCOUNT, options(false, true), 'depends', 'depends', 'depends'],
    [4, 'a password, personal accounts off', ANNA, options(true, false), 'yes', 'yes', 'depends'],
    [4, 'a password and no login to type', WITHOUT_ACCOUNT, options(true, false), 'no', 'yes', 'none'],
    [5, 'both options', ANNA, options(true, true), 'yes', 'depends', 'personal'],
    [5, 'both options, a step open', ANNA, { ...options(true, true), ...OPEN_STEP }, 'depends', 'depends', 'depends'],
    [5, 'both options, not invited', WITHOUT_ACCOUNT, options(true, true), 'depends', 'depends', 'depends'],
    [6, 'an administrator, a password', ADMIN, options(true, false), 'yes', 'no', 'depends'],
    [7, 'an administrator, personal accounts', ADMIN, options(false, true), 'yes', 'no', 'depends'],
    [7, 'an administrator, both options', ADMIN, options(true, true), 'yes', 'no', 'depends'],
    [7, 'an administrator, a step open', ADMIN, { ...options(true, true), ...OPEN_STEP }, 'depends', 'no', 'depends'],
    [8, 'an administrator, no option', ADMIN, options(false, false), 'yes', 'no', 'depends'],
  ])('row %i: %s', (row, _what, who, change, verdict, password, account) => {
    const told = explain(who, facts(change), '1');
    expect(told.stages.open.rows).toEqual([row]);
    expect(told.stages.open.verdict).toBe(verdict);
    expect(told.asksPassword.value).toBe(password);
    expect(told.account.value).toBe(account);
  });
});

describe('stage 3, to start a conversation', () => {
  const FREE = options(false, false, false);
  const LIMITED = options(false, false, true);
  // In another line's queue as well, so that every right that "access" may mean is there.
  const ELSEWHERE: Change = { lines: read([line(), line({ id: '2', queue: read([{ kind: 'user', id: '12' }]) })]) };
  const NOT_AT_ALL: Change = { ...NO_ROLE, lines: read([line({ queue: read([]), members: read([]) })]) };

  it.each<[row: number[], what: string, who: Employee, change: Change, verdict: string]>([
    [[1], 'the option off, in the queue', ANNA, FREE, 'yes'],
    [[2, 3], 'the option off, not in the queue', BORIS, FREE, 'depends'],
    [[3], 'the option off, no access at all', ANNA, { ...FREE, ...NOT_AT_ALL }, 'depends'],
    [[4], 'the option on, in the queue', ANNA, LIMITED, 'yes'],
    [[4, 5], 'the option on, in the queue, without a role', ANNA, { ...LIMITED, ...NO_ROLE }, 'depends'],
    [[6], 'the option on, in no queue', BORIS, LIMITED, 'no'],
    [[6], 'the option on, no access at all', BORIS, { ...LIMITED, ...NOT_AT_ALL }, 'no'],
    [[7], 'an administrator, the option on', ADMIN, { ...LIMITED, ...NOT_AT_ALL }, 'yes'],
    [[8], 'an administrator, the option off', ADMIN, { ...FREE, ...NOT_AT_ALL }, 'yes'],
    [[1, 2], 'the option off, in the queue of another line', VERA, { ...FREE, ...ELSEWHERE }, 'depends'],
  ])('row %j: %s', (rows, _what, who, change, verdict) => {
    const { start } = explain(who, facts(change), '1').stages;
    expect([...start.rows].sort()).toEqual(rows);
    expect(start.verdict).toBe(verdict);
  });
});

describe('the tables themselves', () => {
  const YES_NO = ['yes', 'no'] as const;
  const ON_OFF = [true, false] as const;

  it('row 2 of stage 3: with every right and without the queue, two rules contradict each other', () => {
    const world: StartWorld = { administrator: 'no', responsible: false, queue: 'no', role: 'yes' };
    expect(outcomesIn(START_TABLE, world)).toMatchObject([
      { row: 2, verdict: 'yes', takes: ['optionAlone'] },
      { row: 2, verdict: 'no', takes: ['queueAsWell'] },
    ]);
  });

  it('row 5 of stage 3: in the list, and without any right', () => {
    const world: StartWorld = { administrator: 'no', responsible: true, queue: 'yes', role: 'no' };
    expect(outcomesIn(START_TABLE, world)).toMatchObject([
      { row: 5, verdict: 'yes' },
      { row: 5, verdict: 'no', takes: ['accessAsWell'] },
    ]);
  });

  it('answer for whatever the facts are, each with all of its rows', () => {
    const see = YES_NO.flatMap((administrator) =>
      (['finished', 'unfinished', 'absent'] as const).flatMap((installation) =>
        (['empty', 'matched', 'notMatched'] as const).flatMap((list) =>
          outcomesIn(SEE_TABLE, { administrator, installer: administrator, installation, list }),
        ),
      ),
    );
    const open = YES_NO.flatMap((administrator) =>
      ON_OFF.flatMap((password) =>
        ON_OFF.flatMap((personal) =>
          (['done', 'missing'] as const).flatMap((steps) =>
            YES_NO.flatMap((account) => outcomesIn(OPEN_TABLE, { administrator, password, personal, steps, account })),
          ),
        ),
      ),
    );
    const start = YES_NO.flatMap((administrator) =>
      ON_OFF.flatMap((responsible) =>
        YES_NO.flatMap((queue) =>
          YES_NO.flatMap((role) => outcomesIn(START_TABLE, { administrator, responsible, queue, role })),
        ),
      ),
    );
    const rowsOf = (outcomes: readonly { row: number }[]) => [...new Set(outcomes.map(({ row }) => row))].sort();
    expect(rowsOf(see)).toEqual([1, 2, 3, 4, 5]);
    expect(rowsOf(open)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rowsOf(start)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
