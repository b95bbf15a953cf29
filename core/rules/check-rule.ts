/** Says of anything whether it is a rule, and if not, why. The document may be anybody's. */
import * as v from 'valibot';
import { FACTS } from '../../domain/rules/facts.ts';
import { isAbout, isFactName, isFactOf, needsDialog, OPERATORS_OF, VALUE_TYPE_OF } from '../../domain/rules/fits.ts';
import { LARGEST_RULE } from '../../domain/rules/limits.ts';
import { type Action, type Condition, placeholdersOf, RULE_SCHEMA, type Rule } from '../../domain/rules/rule.ts';
import { checkSchedule } from '../../domain/rules/schedule.ts';
import type { RuleCheck, RuleProblem, RuleProblemKind } from '../../domain/rules/view.ts';
import { refusalOf } from '../../domain/settings-file/file.ts';
import { withoutHidden } from '../../domain/templates.ts';
import { RuleSchema } from './rule-schema.ts';
import { problemOf } from './schema-problems.ts';

/** More tell nothing more. */
const MOST_PROBLEMS = 50;

/** Checks a document or its text; never throws. The rule is a copy without signs that are not seen. */
export function checkRule(value: unknown): RuleCheck {
  if (typeof value === 'string') return checkRuleText(value);
  const text = textOf(value);
  return text === null ? refused('', 'notARule') : checkRuleText(text);
}

/** Checks the text of a document; never throws. */
export function checkRuleText(text: string): RuleCheck {
  if (text.length > LARGEST_RULE) return refused('', 'tooLarge');
  if (refusalOf(text) === 'tooDeep') return refused('', 'notARule');
  const json = parseTidy(text);
  if (!json) return refused('', 'notJson');
  const document = json.value;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return refused('', 'notARule');
  if (isNewer(document)) return refused('schema', 'newerSchema');
  const parsed = v.safeParse(RuleSchema, document);
  const problems = parsed.success ? [...problemsIn(parsed.output)] : parsed.issues.map(problemOf);
  const distinct = distinctProblems(problems);
  return parsed.success && distinct.length === 0
    ? { rule: parsed.output, problems: [] }
    : { rule: null, problems: distinct };
}

const refused = (path: string, problem: RuleProblemKind): RuleCheck => ({ rule: null, problems: [{ path, problem }] });

/** Whatever it is, seen as JSON; null for what is none, as a circle. */
function textOf(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}

/** Null: no JSON. */
function parseTidy(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, ''), tidied) };
  } catch {
    return null;
  }
}

/** Texts hold nothing that is not seen and no half characters; names and titles are one line. */
function tidied(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const seen = withoutHidden(value.toWellFormed());
  return field === 'name' || field === 'title' ? seen.replace(/[\t\r\n]+/g, ' ') : seen;
}

const isNewer = (document: object) =>
  'schema' in document && Number.isInteger(document.schema) && Number(document.schema) > RULE_SCHEMA;

function distinctProblems(problems: readonly RuleProblem[]): RuleProblem[] {
  const byPlace = new Map(problems.map((each) => [`${each.path} ${each.problem}`, each]));
  return [...byPlace.values()].slice(0, MOST_PROBLEMS);
}

/** What a schema cannot say. */
function* problemsIn(rule: Rule): Generator<RuleProblem> {
  if (rule.portals !== 'all')
    for (const [index, origin] of rule.portals.entries())
      if (!URL.canParse(origin) || new URL(origin).origin !== origin)
        yield { path: `portals.${index}`, problem: 'wrongType' };
  yield* scheduleProblems(rule);
  for (const [index, condition] of rule.conditions.list.entries())
    yield* conditionProblems(rule, condition, `conditions.list.${index}`);
  for (const [index, action] of rule.actions.entries()) yield* actionProblems(rule, action, `actions.${index}`);
}

function* scheduleProblems({ trigger }: Rule): Generator<RuleProblem> {
  if (trigger.kind !== 'schedule') return;
  const problem = checkSchedule(trigger.cron, trigger.timeZone);
  if (problem) yield { path: problem === 'badTimeZone' ? 'trigger.timeZone' : 'trigger.cron', problem };
}

function* conditionProblems({ trigger }: Rule, { fact, is, value }: Condition, path: string): Generator<RuleProblem> {
  const type = FACTS[fact];
  if (!isFactOf(trigger.kind, fact)) yield { path: `${path}.fact`, problem: 'noSuchObject' };
  if (!OPERATORS_OF[type].includes(is)) yield { path: `${path}.is`, problem: 'wrongOperator' };
  else if (is === 'isKnown') {
    if (value !== undefined) yield { path: `${path}.value`, problem: 'unknownField' };
  } else if (value === undefined) yield { path: `${path}.value`, problem: 'missing' };
  else if (typeof value !== VALUE_TYPE_OF[type] || (type === 'time' && !isMoment(String(value))))
    yield { path: `${path}.value`, problem: 'wrongType' };
}

const isMoment = (text: string) =>
  /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}(?:Z|[+-]\d\d:\d\d))?$/.test(text) && Date.parse(text) > 0;

function* actionProblems({ trigger }: Rule, action: Action, path: string): Generator<RuleProblem> {
  if (needsDialog(action) && !isAbout(trigger.kind, 'dialog')) yield { path: `${path}.kind`, problem: 'noSuchObject' };
  if (action.kind === 'draft' && action.place === 'newDialog' && action.title.trim() === '')
    yield { path: `${path}.title`, problem: 'missing' };
  for (const [field, text] of textsOf(action))
    for (const name of placeholdersOf(text)) {
      if (!isFactName(name)) yield { path: `${path}.${field}`, problem: 'unknownFact' };
      else if (!isFactOf(trigger.kind, name)) yield { path: `${path}.${field}`, problem: 'noSuchObject' };
    }
}

/** Fields of an action that are filled in. */
const textsOf = (action: Action): [string, string][] =>
  Object.entries(action).flatMap(([field, text]) =>
    typeof text === 'string' && ['title', 'text', 'note'].includes(field) ? [[field, text] as [string, string]] : [],
  );
