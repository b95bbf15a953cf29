/** The three options of ChatApp Dialog, which only a person can tell, and when to ask again. */

import { type ChatAppFacts, type Fact, isKnown, type Option } from './facts.ts';
import type { GateSource } from './gates.ts';
import { sourceOf } from './gates.ts';
import { known, reading, unread, type Variable } from './worlds.ts';

export const OPTIONS = ['password', 'personal', 'responsible'] as const satisfies readonly Option[];

/** An answer is asked for again after so long. */
export const ANSWER_KEEPS_FOR = 90 * 86_400_000;

export interface Question {
  option: Option;
  why: 'neverAsked' | 'reinstalled' | 'old';
}

/** The options to ask about now. */
export function questionsDue({ options, reinstalledAt }: ChatAppFacts, now: number): Question[] {
  return OPTIONS.flatMap((option) => {
    const why = whyAsk(options[option], reinstalledAt, now);
    return why === null ? [] : [{ option, why }];
  });
}

function whyAsk(fact: Fact<boolean>, reinstalledAt: number | null, now: number): Question['why'] | null {
  if (!isKnown(fact)) return 'neverAsked';
  if (isBefore(fact, reinstalledAt)) return 'reinstalled';
  return now - fact.at >= ANSWER_KEEPS_FOR ? 'old' : null;
}

const isBefore = (fact: { at: number }, reinstalledAt: number | null) =>
  reinstalledAt !== null && fact.at <= reinstalledAt;

/** True when an option that was on may have been switched off by a reinstall since. */
export const mayBeReset = (option: Option, { options, reinstalledAt }: ChatAppFacts): boolean => {
  const fact = options[option];
  return isKnown(fact) && fact.value && isBefore(fact, reinstalledAt);
};

const ON = known(true);
const OFF = known(false);
const UNREAD = unread(true, false);
const MAYBE_RESET: Variable<boolean> = [[reading(true, 'optionKept'), reading(false, 'optionReset')]];

/** An option as it may be now; whether it survives a reinstall is not published. */
export function optionNow(option: Option, facts: ChatAppFacts): Variable<boolean> {
  const fact = facts.options[option];
  if (!isKnown(fact)) return UNREAD;
  if (mayBeReset(option, facts)) return MAYBE_RESET;
  return fact.value ? ON : OFF;
}

/** The same facts as if an option stood differently; who says so is told with it. */
export function withOption(facts: ChatAppFacts, option: Option, value: boolean, at: number, by: string): ChatAppFacts {
  return { ...facts, options: { ...facts.options, [option]: { from: 'entered', value, at, by } } };
}

/** Where the answer about an option comes from. */
export const optionSource = (option: Option, { options }: ChatAppFacts): GateSource => sourceOf(options[option]);
