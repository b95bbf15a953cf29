import { useRef } from 'preact/hooks';
import { type DraftCondition, newCondition } from '../../../domain/rules/draft.ts';
import { factsOf } from '../../../domain/rules/fits.ts';
import { MOST_CONDITIONS } from '../../../domain/rules/rule.ts';
import { useRulesText } from '../rules-text-context.ts';
import { ConditionItem } from './ConditionItem.tsx';
import { useEditing } from './editor-context.ts';
import { PartProblem, RuleChoice } from './fields.tsx';

/** What has to hold so that the rule runs. */
export function ConditionsPart() {
  const { editor } = useRulesText();
  const { draft, onChange, onTell } = useEditing();
  const add = useRef<HTMLButtonElement>(null);
  const { conditions, trigger } = draft;
  const { list } = conditions;
  const change = (next: readonly DraftCondition[]) => onChange({ ...draft, conditions: { ...conditions, list: next } });
  const [first = 'portal.name'] = factsOf(trigger.kind).filter((fact) => fact.startsWith('dialog.name'));
  const remove = (index: number) => {
    change(list.filter((_, other) => other !== index));
    onTell(editor.removed);
    add.current?.focus();
  };
  return (
    <fieldset class="rule-part">
      <legend class="part-title">{editor.field.conditions}</legend>
      <p class="quiet">{editor.conditionsText}</p>
      {list.length > 1 && (
        <RuleChoice
          path="conditions.match"
          field="match"
          value={conditions.match}
          options={[
            ['all', editor.match.all],
            ['any', editor.match.any],
          ]}
          onChange={(match) => onChange({ ...draft, conditions: { ...conditions, match: match as 'all' | 'any' } })}
        />
      )}
      {list.map((condition, index) => (
        <ConditionItem
          // Conditions have no names: their place is what tells them apart.
          key={index}
          index={index}
          condition={condition}
          onChange={(next) => change(list.map((each, other) => (other === index ? next : each)))}
          onRemove={() => remove(index)}
        />
      ))}
      <PartProblem path="conditions.list" />
      <button
        type="button"
        class="button"
        ref={add}
        aria-disabled={list.length >= MOST_CONDITIONS}
        onClick={() => list.length < MOST_CONDITIONS && change([...list, newCondition(first)])}
      >
        {editor.addCondition}
      </button>
    </fieldset>
  );
}
