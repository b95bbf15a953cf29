/** The gate of one of the three options. It never closes by itself: what it asks for is a gate of its own. */
import type { Rule } from './ambiguities.ts';
import { type ChatAppFacts, isKnown, type Option } from './facts.ts';
import { type Gate, opensWhile, stateOf, type Verdict } from './gates.ts';
import { mayBeReset, optionSource } from './options.ts';

/** By the option; `exempt` rules speak of administrators. */
const RULES: Readonly<Record<Option, Record<'on' | 'off' | 'exempt', Rule>>> = {
  password: { on: 'C9', off: 'C8', exempt: 'C10' },
  personal: { on: 'C11', off: 'C12', exempt: 'C11' },
  responsible: { on: 'C13', off: 'C13', exempt: 'C15' },
};

/** The gate of an option for somebody who is exempt from it, or not. */
export function optionGate(option: Option, facts: ChatAppFacts, isExempt: boolean, alone: Verdict): Gate {
  const fact = facts.options[option];
  const source = optionSource(option, facts);
  const isReset = mayBeReset(option, facts);
  const isOn = isKnown(fact) ? fact.value : null;
  const found = isOn === null ? null : isReset ? 'ambiguous' : true;
  const state = stateOf({ source, found, isExempt });
  return {
    id: option,
    state,
    opens: state === 'ambiguous' || state === 'couldNotRead' ? opensWhile(state, alone) : 'yes',
    rule: RULES[option][isExempt ? 'exempt' : isOn ? 'on' : 'off'],
    ambiguity: state === 'ambiguous' ? 'A8' : null,
    place: { kind: 'dialogOptions' },
    detail: { kind: 'option', isOn },
    source,
  };
}
