import { describe, expect, it } from 'vitest';
import { ANSWER_KEEPS_FOR, questionsDue } from '../../domain/chatapp/options.ts';
import { AT, facts, options } from './chatapp-portal.ts';

describe('the questionnaire', () => {
  it('asks about every option once', () => {
    expect(questionsDue(facts(options(null, null, null)), AT)).toEqual([
      { option: 'password', why: 'neverAsked' },
      { option: 'personal', why: 'neverAsked' },
      { option: 'responsible', why: 'neverAsked' },
    ]);
    expect(questionsDue(facts(options(true, null)), AT)).toEqual([{ option: 'personal', why: 'neverAsked' }]);
  });

  it('asks again after 90 days', () => {
    expect(questionsDue(facts(), AT + ANSWER_KEEPS_FOR - 1)).toEqual([]);
    expect(questionsDue(facts(), AT + ANSWER_KEEPS_FOR).map(({ why }) => why)).toEqual(['old', 'old', 'old']);
    expect(ANSWER_KEEPS_FOR).toBe(90 * 24 * 60 * 60 * 1000);
  });

  it('asks again after a reinstall, whatever the answer was', () => {
    expect(questionsDue(facts({ reinstalledAt: AT + 1 }), AT + 2).map(({ why }) => why)).toEqual(
      Array.from({ length: 3 }, () => 'reinstalled'),
    );
    expect(questionsDue(facts({ reinstalledAt: AT - 1 }), AT + 2)).toEqual([]);
  });
});
