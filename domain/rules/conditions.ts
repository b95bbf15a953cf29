/** Whether the conditions of a rule hold for an event. What is not known is neither yes nor no. */
import type { RuleEvent } from './event.ts';
import { FACTS, type FactType, type FactValue } from './facts.ts';
import type { Condition, Operator, Rule } from './rule.ts';
import type { Verdict } from './run.ts';

type Answer = Verdict['verdict'];

/** The verdicts in order up to the one that decides: with `all` the first that is not yes, with `any` the first yes. */
export function judge(rule: Rule, event: RuleEvent): { verdicts: Verdict[]; holds: boolean } {
  const { match, list } = rule.conditions;
  const verdicts: Verdict[] = [];
  for (const condition of list) {
    const value = Object.hasOwn(FACTS, condition.fact) ? (event.facts[condition.fact] ?? null) : null;
    const verdict = verdictOf(condition, value);
    verdicts.push({ condition, value, verdict });
    if ((verdict === 'yes') === (match === 'any')) return { verdicts, holds: match === 'any' };
  }
  return { verdicts, holds: match === 'all' || list.length === 0 };
}

function verdictOf({ fact, is, value }: Condition, found: FactValue): Answer {
  if (is === 'isKnown') return found === null ? 'no' : 'yes';
  if (found === null || value === undefined) return 'unknown';
  const holds = comparisons[FACTS[fact]](found, is, value);
  return holds === null ? 'unknown' : holds ? 'yes' : 'no';
}

type Wanted = NonNullable<Condition['value']>;
/** Null: this cannot be compared. */
type Comparison = (found: FactValue, is: Operator, wanted: Wanted) => boolean | null;

const comparisons: Record<FactType, Comparison> = {
  text: (found, is, wanted) => {
    if (typeof found !== 'string' || typeof wanted !== 'string') return null;
    if (is === 'contains') return folded(found).includes(folded(wanted));
    if (is === 'lacks') return !folded(found).includes(folded(wanted));
    return equality(folded(found), is, folded(wanted));
  },
  number: (found, is, wanted) =>
    typeof found === 'number' && typeof wanted === 'number' ? order(found, is, wanted) : null,
  flag: (found, is, wanted) =>
    typeof found === 'boolean' && typeof wanted === 'boolean' ? equality(found, is, wanted) : null,
  list: (found, is, wanted) => {
    if (!isList(found) || typeof wanted !== 'string') return null;
    if (is !== 'contains' && is !== 'lacks') return null;
    const has = found.some((entry) => folded(entry) === folded(wanted));
    return is === 'contains' ? has : !has;
  },
  time: (found, is, wanted) => order(momentOf(found), is, momentOf(wanted)),
};

const isList = (found: FactValue): found is readonly string[] =>
  Array.isArray(found) && found.every((entry) => typeof entry === 'string');

function equality<T>(found: T, is: Operator, wanted: T): boolean | null {
  if (is === 'equals') return found === wanted;
  return is === 'differs' ? found !== wanted : null;
}

function order(found: number, is: Operator, wanted: number): boolean | null {
  if (Number.isNaN(found) || Number.isNaN(wanted)) return null;
  if (is === 'atLeast') return found >= wanted;
  if (is === 'atMost') return found <= wanted;
  return equality(found, is, wanted);
}

const momentOf = (time: FactValue): number => (typeof time === 'string' ? Date.parse(time) : Number.NaN);

/** The same for everybody: the language of the browser changes no verdict. */
const folded = (text: string): string => text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
