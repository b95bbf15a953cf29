import type { RuleProblem } from '../../../domain/rules/view.ts';
import { RULE_FIELDS, type RuleField } from '../../../domain/rules-editor-text.ts';
import type { RulesMessages } from '../../../domain/rules-text.ts';
import type { RunsMessages } from '../../../domain/runs-text.ts';

/** What is wrong and what to do, as one text. */
export const troubleText = ({ what, next }: RunsMessages['problem'][RuleProblem['problem']]): string =>
  `${what}. ${next}.`;

const isField = (name: string | undefined): name is RuleField => RULE_FIELDS.some((field) => field === name);

/** Where in the rule a path leads, in words; null for a place that the form has no words for. */
export function placeWords(path: string, { editor }: Pick<RulesMessages, 'editor'>): string | null {
  const [, list, index, rest] = /^(actions|conditions\.list)\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  // The only kind outside of a list.
  if (path === 'trigger.kind') return editor.field.trigger;
  const name = (rest ?? path).split('.').findLast((part) => !/^\d+$/.test(part));
  const field = isField(name) ? editor.field[name] : null;
  if (list === undefined) return field;
  const part = (list === 'actions' ? editor.action : editor.condition)(Number(index) + 1);
  return rest === undefined ? part : field && editor.within(part, field);
}
