/** What the schema says of a document, in the words of `RuleProblemKind`. Nothing of the document but names is repeated. */
import type * as v from 'valibot';
import type { RuleProblem, RuleProblemKind } from '../../domain/rules/view.ts';

type Issue = v.BaseIssue<unknown>;

export function problemOf(issue: Issue): RuleProblem {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const problem = kindOf(issue, keys);
  // The name of a field that nobody knows is anybody's.
  const named = keys.every((key) => /^[\w-]{1,40}$/.test(key)) ? keys : keys.slice(0, -1);
  return { path: named.join('.'), problem };
}

function kindOf(issue: Issue, keys: readonly string[]): RuleProblemKind {
  switch (issue.type) {
    case 'integer':
    case 'min_value':
    case 'max_value':
      return 'outOfRange';
    case 'min_length':
      return 'missing';
    case 'max_length':
      return Array.isArray(issue.input) ? 'tooMany' : 'tooLong';
    case 'regex':
      return String(issue.input).trim() === '' ? 'missing' : 'wrongType';
    default:
      return ofShape(issue, keys);
  }
}

function ofShape(issue: Issue, keys: readonly string[]): RuleProblemKind {
  if (issue.expected === 'never') return 'unknownField';
  if (issue.received === 'undefined') return 'missing';
  const isList = issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant';
  if (!isList || typeof issue.input !== 'string') return 'wrongType';
  return keys.at(-1) === 'fact' ? 'unknownFact' : 'notOnTheList';
}
