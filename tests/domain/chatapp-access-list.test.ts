import { describe, expect, it } from 'vitest';
import { accessListWords, LONGEST_LIST, listLengthOf } from '../../domain/chatapp/access-list.ts';
import { explain } from '../../domain/chatapp/explain.ts';
import type { ChatAppFacts, Department, Employee } from '../../domain/chatapp/facts.ts';
import { ADMIN, ANNA, BORIS, employee, entry, facts, HEAD, nowhere, read, VERA } from './chatapp-portal.ts';

const listOf = (codes: string[], change: Partial<ChatAppFacts> = {}) =>
  facts({ accessList: read(codes.map((code) => entry(code))), ...change });

const seen = (who: Employee, codes: string[], change: Partial<ChatAppFacts> = {}) =>
  explain(who, listOf(codes, change), '1').stages.see;

const codeOf = (who: Employee, codes: string[]) => {
  const gate = seen(who, codes).gates.find(({ id }) => id === 'accessList');
  return gate?.detail.kind === 'accessList' ? gate.detail.code : null;
};

describe('a code of the access list', () => {
  it.each<[what: string, who: Employee, code: string, verdict: string]>([
    ['names the employee', ANNA, 'U10', 'yes'],
    ['names somebody else whose number begins alike', ANNA, 'U1', 'no'],
    ['is the own department', ANNA, 'D2', 'yes'],
    ['is the department above, alone', BORIS, 'D2', 'no'],
    ['is the department above with all below it', BORIS, 'DR2', 'yes'],
    ['is the own department with all below it', BORIS, 'DR3', 'yes'],
    ['is the root with all below it', BORIS, 'DR1', 'yes'],
    ['is a department below', ANNA, 'DR3', 'no'],
    ['is a department that the employee heads', HEAD, 'D2', 'yes'],
    ['is a department beside', VERA, 'DR2', 'no'],
    ['means everybody who is signed in', VERA, 'AU', 'yes'],
    ['means everybody', VERA, 'G2', 'yes'],
    ['is a system group', VERA, 'G1', 'unknown'],
    ['is a workgroup', VERA, 'SG5_K', 'unknown'],
    ['is switched off in the portal’s window', VERA, 'CR', 'unknown'],
    ['is of a kind that nobody knows', VERA, 'X1', 'unknown'],
  ])('%s', (_what, who, code, verdict) => {
    expect(seen(who, [code]).verdict).toBe(verdict);
  });

  it('that lets in is named', () => {
    expect(codeOf(BORIS, ['U99', 'DR2'])).toBe('DR2');
    expect(codeOf(ANNA, ['U99', 'SG5'])).toBeNull();
    expect(seen(ANNA, ['SG5', 'U10']).verdict).toBe('yes');
  });

  it('is not lost in a circle of departments', () => {
    const circle: readonly Department[] = [
      { id: '2', name: 'Sales', parent: '3', head: null },
      { id: '3', name: 'Retail', parent: '2', head: null },
    ];
    const change = { departments: read(circle) };
    expect(seen(ANNA, ['DR3'], change).verdict).toBe('yes');
    expect(seen(ANNA, ['DR9'], change).verdict).toBe('no');
  });

  it('finds nobody without a department by a department', () => {
    expect(seen(employee({ departments: [] }), ['DR1']).verdict).toBe('no');
    expect(seen(employee({ departments: ['77'] }), ['D77']).verdict).toBe('yes');
  });

  it('above the own department cannot be judged without the structure', () => {
    const change = { departments: nowhere() };
    expect(seen(ANNA, ['D2'], change).verdict).toBe('yes');
    expect(seen(BORIS, ['DR2'], change).verdict).toBe('unknown');
    expect(seen(BORIS, ['U99'], change).verdict).toBe('no');
  });

  it('never keeps an administrator out', () => {
    const see = seen(ADMIN, ['U99']);
    expect(see.verdict).toBe('yes');
    expect(see.deciding).toEqual({ stage: 'see', gate: 'accessList' });
    expect(see.gates.at(-1)).toMatchObject({ state: 'exempt', rule: 'platform' });
  });
});

describe('the access list in words', () => {
  const some = (codes: string[], change: Partial<ChatAppFacts> = {}) => {
    const words = accessListWords(listOf(codes, change));
    if (words.kind !== 'some') throw new Error(`expected entries, found ${words.kind}`);
    return words;
  };

  it('is everyone, with their number, when it is empty', () => {
    expect(accessListWords(listOf([]))).toEqual({ kind: 'everyone', count: { employees: 5, isWhole: true } });
  });

  it('says when employees may be missing from the number', () => {
    const staff = read({ employees: [ANNA], isWhole: false });
    expect(accessListWords(listOf([], { staff }))).toMatchObject({ count: { employees: 1, isWhole: false } });
    expect(accessListWords(listOf([], { staff: nowhere() }))).toMatchObject({
      count: { employees: 0, isWhole: false },
    });
  });

  it('counts each entry, and each employee once', () => {
    const { entries, count } = some(['DR2', 'U10', 'D4']);
    expect(entries.map(({ code, kind, count: each }) => [code, kind, each])).toEqual([
      ['DR2', 'departmentTree', 3],
      ['U10', 'user', 1],
      ['D4', 'department', 1],
    ]);
    expect(count).toEqual({ employees: 4, isWhole: true });
  });

  it('does not count what nobody can look up', () => {
    const { entries, count } = some(['SG5', 'U10']);
    expect(entries.map((each) => each.count)).toEqual([null, 1]);
    expect(count).toEqual({ employees: 1, isWhole: false });
  });

  it('is for nobody when it names only who is gone: that is not everyone', () => {
    expect(some(['U99', 'D98'])).toMatchObject({ isForNobody: true, count: { employees: 0 } });
    expect(some(['U99', 'SG5']).isForNobody).toBe(false);
    expect(some(['U99'], { staff: read({ employees: [ANNA], isWhole: false }) }).isForNobody).toBe(false);
    expect(some(['U10']).isForNobody).toBe(false);
  });

  it('warns of entries that the next save drops, and of a list that is then empty', () => {
    const dropping = (...providers: (string | null)[]) =>
      accessListWords(facts({ accessList: read(providers.map((provider, index) => entry(`U${index}`, provider))) }));
    expect(dropping(null, 'user')).toMatchObject({ dropped: ['U0'], dropsToEveryone: false });
    expect(dropping(null)).toMatchObject({ dropped: ['U0'], dropsToEveryone: true });
    expect(dropping('user')).toMatchObject({ dropped: [], dropsToEveryone: false });
  });

  it('is told apart from one that could not be read', () => {
    expect(accessListWords(facts({ accessList: nowhere('refused') }))).toEqual({ kind: 'unread', why: 'refused' });
  });

  it('counts without the structure what it can', () => {
    const { entries } = some(['DR1', 'U10'], { departments: nowhere() });
    expect(entries.map(({ count }) => count)).toEqual([null, 1]);
  });
});

describe('the length of a list', () => {
  const codesOf = (characters: number) => ['U'.padEnd(characters, '1')];

  it.each([
    [1799, 'fits'],
    [1800, 'near'],
    [LONGEST_LIST, 'near'],
    [LONGEST_LIST + 1, 'tooLong'],
  ])('of %i characters %s', (characters, state) => {
    expect(listLengthOf(codesOf(characters))).toEqual({ characters, state });
  });

  it('counts the commas between codes', () => {
    expect(listLengthOf(['U1', 'DR22']).characters).toBe(7);
    expect(listLengthOf([]).characters).toBe(0);
  });
});
