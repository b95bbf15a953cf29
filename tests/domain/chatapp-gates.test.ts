import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/chatapp/explain.ts';
import type { ChatAppFacts, Employee } from '../../domain/chatapp/facts.ts';
import type { StageId } from '../../domain/chatapp/stage.ts';
import {
  ADMIN,
  ANNA,
  AT,
  BORIS,
  employee,
  entry,
  facts,
  line,
  nowhere,
  OTHER_LINE,
  options,
  read,
  said,
} from './chatapp-portal.ts';

const stageOf = (stage: StageId, who: Employee, change: Partial<ChatAppFacts> = {}, id: string | null = '1') =>
  explain(who, facts(change), id).stages[stage];
const gateOf = (stage: StageId, gate: string, who: Employee, change: Partial<ChatAppFacts> = {}) =>
  stageOf(stage, who, change).gates.find(({ id }) => id === gate);

describe('the gates', () => {
  it('stand in the order in which they are passed', () => {
    const { see, open, start } = explain(ANNA, facts(options(true, true, true)), '1').stages;
    const ids = [see, open, start].map(({ gates }) => gates.map(({ id }) => id));
    expect(ids).toEqual([
      ['installation', 'accessList'],
      ['password', 'personal', 'steps', 'account'],
      ['role', 'responsible', 'queue'],
    ]);
  });

  it('leave out what no option asks for', () => {
    expect(stageOf('open', ANNA).gates.map(({ id }) => id)).toEqual(['password', 'personal']);
    expect(stageOf('open', ANNA, options(true, false)).gates.map(({ id }) => id)).toContain('account');
    expect(stageOf('open', ADMIN, options(true, false)).gates.map(({ id }) => id)).not.toContain('account');
  });

  it('say found, missing, exempt, could not read and entered', () => {
    const limited = options(true, false, true);
    expect(gateOf('start', 'queue', ANNA, limited)).toMatchObject({ state: 'found', opens: 'yes' });
    expect(gateOf('start', 'queue', BORIS, limited)).toMatchObject({ state: 'missing', opens: 'no' });
    expect(gateOf('start', 'queue', ADMIN, limited)).toMatchObject({ state: 'exempt', opens: 'yes' });
    expect(gateOf('open', 'password', ANNA, limited)).toMatchObject({ state: 'entered', opens: 'yes' });
    expect(gateOf('see', 'accessList', ANNA)).toMatchObject({ state: 'found', opens: 'yes', detail: { size: 0 } });
    expect(gateOf('see', 'accessList', ANNA, { accessList: nowhere() })).toMatchObject({
      state: 'couldNotRead',
      opens: 'unknown',
    });
  });

  it('say that a role is missing where people told how far roles reach', () => {
    const roles = said([{ code: 'U99', roleName: 'Manager', viewsLines: 'any' as const, joins: 'any' as const }]);
    expect(gateOf('start', 'role', BORIS, { roles })).toMatchObject({ state: 'missing', detail: { names: [] } });
  });

  it('name the rule and the place that puts it right', () => {
    const limited = options(true, false, true);
    expect(gateOf('see', 'accessList', ANNA)).toMatchObject({ rule: 'C6', place: { kind: 'accessList' } });
    expect(gateOf('see', 'accessList', ANNA, { accessList: read([entry('U99')]) })?.rule).toBe('C5');
    expect(gateOf('open', 'password', ANNA, limited)).toMatchObject({ rule: 'C9', place: { kind: 'dialogOptions' } });
    expect(gateOf('open', 'password', ADMIN, limited)?.rule).toBe('C10');
    expect(gateOf('open', 'password', ANNA)?.rule).toBe('C8');
    expect(gateOf('open', 'personal', ANNA)?.rule).toBe('C12');
    expect(gateOf('start', 'role', ANNA)).toMatchObject({ rule: 'C7', place: { kind: 'rolePermissions' } });
    expect(gateOf('start', 'queue', ANNA, limited)?.rule).toBe('C13');
    expect(gateOf('start', 'queue', BORIS, limited)).toMatchObject({
      rule: 'C14',
      place: { kind: 'lineQueue', line: '1' },
    });
    expect(gateOf('start', 'queue', BORIS)?.rule).toBe('C7');
    expect(gateOf('start', 'responsible', ADMIN, limited)?.rule).toBe('C15');
  });

  it('carry who said it and when, or why nobody could read it', () => {
    expect(gateOf('open', 'password', ANNA)?.source).toEqual({ from: 'entered', at: AT, by: 'Olga' });
    expect(gateOf('see', 'installation', ANNA)?.source).toEqual({ from: 'read', at: AT });
    const unanswered = gateOf('start', 'responsible', BORIS, options(false, false, null));
    expect(unanswered).toMatchObject({ state: 'couldNotRead', source: { from: 'nowhere', why: 'insideChatApp' } });
  });

  it('name what was missing where the list alone says nothing', () => {
    const unread = { accessList: read([entry('DR1')]), departments: nowhere('refused') };
    expect(gateOf('see', 'accessList', BORIS, unread)).toMatchObject({
      state: 'couldNotRead',
      source: { from: 'nowhere', why: 'refused' },
    });
  });

  it('name the step that is open and whoever said so', () => {
    const steps = { linked: said(true), invited: said(false, AT + 5, 'Igor'), synchronised: nowhere('insideChatApp') };
    expect(gateOf('open', 'steps', ANNA, { ...options(false, true), steps })).toMatchObject({
      detail: { open: ['invited'], unread: ['synchronised'] },
      source: { by: 'Igor' },
    });
  });
});

describe('the deciding gate', () => {
  it('is the first that is closed', () => {
    const start = stageOf('start', BORIS, { ...options(true, true, true), accessList: read([entry('U99')]) });
    expect(start.deciding).toEqual({ stage: 'see', gate: 'accessList' });
    expect(stageOf('start', BORIS, options(false, false, true)).deciding).toEqual({ stage: 'start', gate: 'queue' });
    const stranger = employee({ personalAccount: said(false) });
    expect(stageOf('open', stranger, options(true, false)).deciding).toEqual({ stage: 'open', gate: 'account' });
  });

  it('is what could not be read, but only if it matters', () => {
    const unread = { roles: nowhere('refused'), ...options(false, false, null) };
    const start = stageOf('start', BORIS, unread);
    expect(start.verdict).toBe('unknown');
    expect(start.deciding).toEqual({ stage: 'start', gate: 'responsible' });
    expect(stageOf('start', ANNA, options(null, false, null)).deciding).not.toBeNull();
    expect(stageOf('start', BORIS, { ...options(false, false, true), roles: nowhere() }).verdict).toBe('no');
  });

  it('is the exemption for an administrator', () => {
    expect(stageOf('see', ADMIN, { accessList: read([entry('U99')]) }).deciding?.gate).toBe('accessList');
    expect(stageOf('start', ADMIN, options(true, false, true)).deciding).toEqual({ stage: 'start', gate: 'role' });
  });
});

describe('what could not be read', () => {
  const everything: Partial<ChatAppFacts> = {
    departments: nowhere(),
    installation: nowhere(),
    accessList: nowhere(),
    lines: nowhere('notAvailable'),
    roles: nowhere(),
    ...options(null, null, null),
    steps: { linked: nowhere(), invited: nowhere(), synchronised: nowhere() },
  };

  it('makes everything unknown, and nothing a "no"', () => {
    const { see, open, start } = explain(ANNA, facts(everything), null).stages;
    expect([see, open, start].map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('changes nothing where it does not matter', () => {
    const see = stageOf('see', ADMIN, { accessList: nowhere() });
    expect(see.verdict).toBe('yes');
    expect(stageOf('see', { ...ANNA, standing: nowhere() }).verdict).toBe('yes');
  });

  it('about the administrator leaves a refused employee unknown', () => {
    const who = employee({ id: '77', standing: nowhere('notAvailable') });
    const see = stageOf('see', who, { accessList: read([entry('U99')]) });
    expect(see.verdict).toBe('unknown');
    expect(see.deciding).toEqual({ stage: 'see', gate: 'standing' });
  });

  it('of the personal account leaves the password form open', () => {
    const open = stageOf('open', employee({ personalAccount: nowhere('insideChatApp') }), options(true, false));
    expect(open.verdict).toBe('unknown');
    expect(open.deciding).toEqual({ stage: 'open', gate: 'account' });
  });
});

describe('without a chosen line', () => {
  const limited = options(false, false, true);

  it('the only line counts', () => {
    expect(stageOf('start', ANNA, limited, null).verdict).toBe('yes');
    expect(stageOf('start', BORIS, limited, null).verdict).toBe('no');
  });

  it('it is unknown where the lines differ, and certain where they agree', () => {
    const lines = read([line(), OTHER_LINE]);
    expect(stageOf('start', ANNA, { ...limited, lines }, null).verdict).toBe('unknown');
    expect(stageOf('start', BORIS, { ...limited, lines }, null).verdict).toBe('no');
    expect(stageOf('start', ADMIN, { ...limited, lines }, null).verdict).toBe('yes');
  });

  it('a portal without Open Channels has nobody responsible', () => {
    expect(stageOf('start', ANNA, { ...limited, lines: read([]) }, null).verdict).toBe('no');
    expect(stageOf('start', ADMIN, { ...limited, lines: read([]) }, null).verdict).toBe('yes');
  });
});
