import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/chatapp/explain.ts';
import { checklistOf, type StepFacts, withAccounts, withSteps } from '../../domain/chatapp/personal-steps.ts';
import { ANNA, AT, BORIS, employee, facts, nowhere, options, read, said, VERA } from './chatapp-portal.ts';

const steps = (change: Partial<StepFacts> = {}): StepFacts => ({
  linked: said(true),
  invited: said(true),
  synchronised: said(true),
  enabled: said(true),
  ...change,
});

describe('the checklist of personal accounts', () => {
  it('shows four steps in order, each with who said so', () => {
    const { rows } = checklistOf(steps({ invited: said(false, AT, 'Igor'), synchronised: nowhere() }), facts());
    expect(rows.map(({ step, state }) => [step, state])).toEqual([
      ['linked', 'done'],
      ['invited', 'open'],
      ['synchronised', 'unknown'],
      ['enabled', 'done'],
    ]);
    expect(rows[1]?.fact).toMatchObject({ from: 'entered', by: 'Igor', at: AT });
  });

  it('names the first step that is not done', () => {
    expect(checklistOf(steps(), facts()).next).toBeNull();
    expect(checklistOf(steps({ invited: nowhere(), enabled: said(false) }), facts()).next).toBe('invited');
  });

  it('warns of an option that is on before its steps are done', () => {
    expect(checklistOf(steps({ invited: said(false) }), facts()).isOnTooEarly).toBe(true);
    expect(checklistOf(steps({ invited: nowhere() }), facts()).isOnTooEarly).toBe(false);
    expect(checklistOf(steps({ invited: said(false), enabled: said(false) }), facts()).isOnTooEarly).toBe(false);
  });

  it('says what it costs while it stays off', () => {
    expect(checklistOf(steps({ enabled: said(false) }), facts()).worksAsOwner).toBe(true);
    expect(checklistOf(steps(), facts()).worksAsOwner).toBe(false);
    expect(checklistOf(steps({ enabled: nowhere() }), facts()).worksAsOwner).toBeNull();
  });

  it('counts the accounts that were told of', () => {
    const employees = [ANNA, employee({ personalAccount: said(false) }), employee({ personalAccount: nowhere() })];
    const { accounts } = checklistOf(steps(), facts({ staff: read({ employees, isWhole: true }) }));
    expect(accounts).toEqual({ has: 1, hasNot: 1, unknown: 1 });
  });
});

describe('what was said of accounts', () => {
  it('goes to every employee, but not over a newer word about one of them', () => {
    const unread = [BORIS, VERA].map((each) => ({ ...each, personalAccount: nowhere('insideChatApp') }));
    const newer = { ...ANNA, personalAccount: said(false, AT + 1) };
    const told = withAccounts([newer, ...unread], new Set(['12']), { at: AT, by: 'Olga' });
    expect(told.map(({ personalAccount }) => personalAccount)).toEqual([
      said(false, AT + 1),
      said(true, AT, 'Olga'),
      said(false, AT, 'Olga'),
    ]);
  });

  it('and of steps reaches the explanation, without the option’s own answer', () => {
    const told = withSteps(facts(options(false, true)), steps({ linked: said(false), enabled: said(false) }));
    const { rows, gates } = explain(ANNA, told, '1').stages.open;
    expect(rows).toEqual([3]);
    expect(gates.find(({ id }) => id === 'personal')?.detail).toEqual({ kind: 'option', isOn: true });
  });
});
