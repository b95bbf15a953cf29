/** The file that rules are saved to, and what taking one would change. No addresses and no keys are ever in it. */
import * as v from 'valibot';
import type { Destination } from '../../domain/rules/destination.ts';
import { differencesOf } from '../../domain/rules/differences.ts';
import { LARGEST_RULES_FILE, LONGEST } from '../../domain/rules/limits.ts';
import { MOST_RULES, type Rule, type RuleRow } from '../../domain/rules/rule.ts';
import { destinationsOf } from '../../domain/rules/uses.ts';
import type { ImportedRule, RuleProblem, RuleProblemKind, RulesImportPlan } from '../../domain/rules/view.ts';
import { findSecrets, maskSecrets } from '../../domain/secrets.ts';
import { refusalOf } from '../../domain/settings-file/file.ts';
import { oneLine } from '../../domain/templates.ts';
import { checkRule } from './check-rule.ts';

const RULES_FORMAT = 'latchdesk-rules';
const RULES_FILE_SCHEMA = 1;
/** Of each rule, so that none that is left out goes unnamed. */
const MOST_PROBLEMS = 10;
const MOST_DESTINATIONS = 500;

const Frame = v.object({
  format: v.literal(RULES_FORMAT),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rules: v.array(v.unknown()),
  destinations: v.optional(v.array(v.unknown()), []),
});
/** Told to a person and nothing else: what is used is what is set up here. */
const NamedDestination = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/), v.maxLength(LONGEST.id)),
  name: v.pipe(v.string(), v.maxLength(200), v.transform(oneLine)),
  kind: v.picklist(['webhook', 'portal']),
  host: v.pipe(v.string(), v.maxLength(260), v.regex(/^[^\s/?#@\\]*$/), v.transform(oneLine)),
});
type NamedDestination = v.InferOutput<typeof NamedDestination>;

/** The file with these rules and what their destinations are called; what looks like a secret in a text is masked. */
export function exportRules(rules: readonly Rule[], destinations: readonly Destination[]): string {
  const used = new Set(rules.flatMap((rule) => [...destinationsOf(rule).keys()]));
  const named = destinations
    .filter(({ id }) => used.has(id))
    .map(({ id, name, kind, host }) => ({ id, name: masked(name), kind, host }));
  const file = {
    format: RULES_FORMAT,
    schema: RULES_FILE_SCHEMA,
    rules: rules.map(withoutSecrets),
    destinations: named,
  };
  return JSON.stringify(file, null, 2);
}

/** What taking the file would change; changes nothing and never throws. */
export function planImport(
  text: string,
  here: readonly RuleRow[],
  destinations: readonly Destination[],
): RulesImportPlan {
  const { rules, named, problems } = readRulesFile(text);
  const byId = new Map(here.map((row) => [row.id, row.rule]));
  const imported = rules.map((rule) => importedRule(rule, byId.get(rule.id)));
  const isTooMuch = here.length + imported.filter(({ kind }) => kind === 'new').length > MOST_RULES;
  return {
    mark: markOf(text, here, destinations),
    rules: imported,
    problems: isTooMuch ? [...problems, { path: 'rules', problem: 'tooManyRules' }] : problems,
    destinations: wantedDestinations(rules, named, destinations),
  };
}

/** The rules of the file with these ids. Which of them may come in is told by the plan. */
export const takeImport = (text: string, ids: readonly string[]): Rule[] =>
  readRulesFile(text).rules.filter(({ id }) => ids.includes(id));

interface RulesFile {
  /** Each is a rule, each id once. */
  rules: Rule[];
  named: NamedDestination[];
  problems: RuleProblem[];
}

function readRulesFile(fileText: string): RulesFile {
  const frame = frameOf(fileText.replace(/^\uFEFF/, ''));
  if (typeof frame === 'string') return { rules: [], named: [], problems: [{ path: '', problem: frame }] };
  const rules = new Map<string, Rule>();
  const problems: RuleProblem[] = [];
  for (const [index, document] of frame.rules.entries()) {
    // A text inside of the list is no document, whatever it says.
    const check = checkRule(typeof document === 'string' ? null : document);
    const at = `rules.${index}`;
    if (!check.rule)
      problems.push(
        ...check.problems.slice(0, MOST_PROBLEMS).map((each) => ({ ...each, path: joined(at, each.path) })),
      );
    else if (rules.has(check.rule.id)) problems.push({ path: `${at}.id`, problem: 'tooMany' });
    else rules.set(check.rule.id, check.rule);
  }
  const named = frame.destinations.slice(0, MOST_DESTINATIONS).flatMap((each) => {
    const parsed = v.safeParse(NamedDestination, each);
    return parsed.success ? [parsed.output] : [];
  });
  return { rules: [...rules.values()], named, problems };
}

const joined = (place: string, path: string) => (path === '' ? place : `${place}.${path}`);

function frameOf(text: string): v.InferOutput<typeof Frame> | RuleProblemKind {
  if (text.length > LARGEST_RULES_FILE) return 'tooLarge';
  const refusal = refusalOf(text);
  if (refusal) return refusal === 'empty' ? 'notJson' : 'notARule';
  try {
    const frame = v.safeParse(Frame, JSON.parse(text));
    if (!frame.success) return 'notARule';
    if (frame.output.schema > RULES_FILE_SCHEMA) return 'newerSchema';
    return frame.output.rules.length > MOST_RULES ? 'tooManyRules' : frame.output;
  } catch {
    return 'notJson';
  }
}

function importedRule(rule: Rule, here: Rule | undefined): ImportedRule {
  const { id, name } = rule;
  if (!here) return { id, name, kind: 'new', differences: [] };
  const differences = differencesOf(here, rule);
  return { id, name, kind: differences.length === 0 ? 'same' : 'changed', differences };
}

/** What the rules send to. What is set up here goes by its own name and host: a file could call it anything. */
function wantedDestinations(
  rules: readonly Rule[],
  named: readonly NamedDestination[],
  here: readonly Destination[],
): RulesImportPlan['destinations'] {
  const wanted = new Map(rules.flatMap((rule) => [...destinationsOf(rule)]));
  return [...wanted].map(([id, kind]) => {
    const own = here.find((each) => each.id === id && each.kind === kind);
    const { name, host } = own ?? named.find((each) => each.id === id) ?? { name: '', host: '' };
    return { id, name, host, isThere: own !== undefined };
  });
}

const masked = (text: string) => maskSecrets(text, findSecrets(text));

const TYPED_BY_PEOPLE = ['name', 'title', 'text', 'note', 'value'];

const withoutSecrets = (rule: Rule): unknown =>
  JSON.parse(JSON.stringify(rule), (field, value: unknown) =>
    typeof value === 'string' && TYPED_BY_PEOPLE.includes(field) ? masked(value) : value,
  );

/** Changes when the file or what is here does; it names a plan and protects nothing. */
function markOf(text: string, here: readonly RuleRow[], destinations: readonly Destination[]): string {
  const rules = here.map(({ rule }) => rule).sort((one, other) => (one.id < other.id ? -1 : 1));
  const places = destinations.map(({ id, name, kind, host }) => [id, name, kind, host]).sort();
  return shortHash(JSON.stringify([text, rules, places]));
}

/** FNV-1a, twice with different starts. */
function shortHash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return [one, other].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
