/** What people said of ChatApp, kept with date and author. */
import { type ChatAppRecord, type ChatAppWord, MOST_ANSWERS, MOST_REACHES } from '../../domain/chatapp/book.ts';
import { isKnown, type KnownFact, type Option } from '../../domain/chatapp/facts.ts';
import type { AccountStep } from '../../domain/chatapp/personal-steps.ts';
import { stepsAfter } from '../../machines/personal-accounts.ts';

type RoleTold = Extract<ChatAppWord, { type: 'role.told' }>;

interface Said {
  at: number;
  by: string;
}

const entered = <T>(value: T, { at, by }: Said): KnownFact<T> => ({ from: 'entered', value, at, by });

/** The record after a person said something. */
export function withWord(record: ChatAppRecord, word: ChatAppWord, said: Said): ChatAppRecord {
  switch (word.type) {
    case 'option.told':
      return word.value === null
        ? withoutOption(record, word.option, said)
        : withOption(record, word.option, word.value, said);
    case 'role.told':
      return withReach(record, word, said);
    case 'step.told':
      return withStep(record, word.step, word.value, said);
    case 'step.withdrawn':
      return withdrawn(record, word.step);
    case 'accounts.told':
      return { ...record, accounts: { without: [...new Set(word.without)], newest: newestIn(record), ...said } };
    case 'installation.told':
      return { ...record, installation: entered(word.value, said) };
  }
}

/** The portal numbers its users one after another. */
function newestIn({ reading }: ChatAppRecord): number {
  const employees = reading && isKnown(reading.staff) ? reading.staff.value.employees : [];
  return employees.reduce((newest, { id }) => Math.max(newest, Number(id)), 0);
}

/** Personal accounts are an option and the last of four steps: one answer is the other. */
function withOption(record: ChatAppRecord, option: Option, value: boolean, said: Said): ChatAppRecord {
  const fact = entered(value, said);
  const steps =
    option === 'personal' ? stepsAfter(record.steps, { type: 'step.told', step: 'enabled', fact }) : record.steps;
  return {
    ...record,
    steps,
    options: { ...record.options, [option]: fact },
    answers: [...record.answers, { option, value, ...said }].slice(-MOST_ANSWERS),
  };
}

/** Who does not know after all is asked again. */
function withoutOption(record: ChatAppRecord, option: Option, said: Said): ChatAppRecord {
  const answers = [...record.answers, { option, value: null, ...said }].slice(-MOST_ANSWERS);
  const before = option === 'personal' ? withdrawn(record, 'enabled') : record;
  return { ...before, answers, options: { ...before.options, [option]: { from: 'nowhere', why: 'insideChatApp' } } };
}

function withReach(record: ChatAppRecord, { role, right, reach }: RoleTold, said: Said): ChatAppRecord {
  const others = record.roleReaches.filter((each) => each.role !== role || each.right !== right);
  const told = reach === null ? [] : [{ role, right, reach, ...said }];
  return { ...record, roleReaches: [...others, ...told].slice(-MOST_REACHES) };
}

function withStep(record: ChatAppRecord, step: AccountStep, value: boolean, said: Said): ChatAppRecord {
  if (step === 'enabled') return withOption(record, 'personal', value, said);
  return { ...record, steps: stepsAfter(record.steps, { type: 'step.told', step, fact: entered(value, said) }) };
}

function withdrawn(record: ChatAppRecord, step: AccountStep): ChatAppRecord {
  const steps = stepsAfter(record.steps, { type: 'step.withdrawn', step });
  if (step !== 'enabled') return { ...record, steps };
  return { ...record, steps, options: { ...record.options, personal: { from: 'nowhere', why: 'insideChatApp' } } };
}

/** The application was removed and came back: what was told of it before has to be asked again. */
export const afterReinstall = (record: ChatAppRecord, at: number): ChatAppRecord => ({
  ...record,
  reinstalledAt: at,
  steps: stepsAfter(record.steps, { type: 'application.reinstalled', at }),
});

/** Nothing that was read or said of the application before belongs to another one. */
export const withoutApplication = (record: ChatAppRecord): ChatAppRecord => ({
  ...record,
  installation: { from: 'nowhere', why: 'notRead' },
  reinstalledAt: null,
  reading: record.reading && { ...record.reading, accessList: { from: 'nowhere', why: 'notRead' } },
});
