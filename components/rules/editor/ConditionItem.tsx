import { type DraftCondition, newCondition, withOperator } from '../../../domain/rules/draft.ts';
import { FACTS, type FactName } from '../../../domain/rules/facts.ts';
import { factsOf, OPERATORS_OF } from '../../../domain/rules/fits.ts';
import { LONGEST } from '../../../domain/rules/limits.ts';
import type { Operator } from '../../../domain/rules/rule.ts';
import { momentText, parseMoment } from '../../dashboard/access/record-input.ts';
import { Icon } from '../../Icon.tsx';
import { useRulesText } from '../rules-text-context.ts';
import { useEditing } from './editor-context.ts';
import { type Option, RuleChoice, RuleNumber, RuleText, RuleTime } from './fields.tsx';

interface ConditionItemProps {
  index: number;
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

/** One condition: a fact, how it is compared, and with what. */
export function ConditionItem({ index, condition, onChange, onRemove }: ConditionItemProps) {
  const { editor, fact: facts, operator } = useRulesText();
  const { draft } = useEditing();
  const path = `conditions.list.${index}`;
  const fitting = factsOf(draft.trigger.kind);
  // What does not fit any more stays to be seen, and is told of.
  const offered = fitting.includes(condition.fact) ? fitting : [...fitting, condition.fact];
  const operators = OPERATORS_OF[FACTS[condition.fact]];
  const shown = operators.includes(condition.is) ? operators : [...operators, condition.is];
  return (
    <fieldset class="rule-item rule-condition">
      <legend class="field-label">{editor.condition(index + 1)}</legend>
      <RuleChoice
        path={`${path}.fact`}
        field="fact"
        value={condition.fact}
        options={offered.map((each): Option => [each, facts[each]])}
        onChange={(fact) => onChange(newCondition(fact as FactName, condition))}
      />
      <RuleChoice
        path={`${path}.is`}
        field="is"
        value={condition.is}
        options={shown.map((each): Option => [each, operator[each]])}
        onChange={(is) => onChange(withOperator(condition, is as Operator))}
      />
      {condition.is !== 'isKnown' && (
        <Value path={`${path}.value`} condition={condition} onChange={(value) => onChange({ ...condition, value })} />
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={editor.removeCondition(index + 1)}
        title={editor.removeCondition(index + 1)}
        onClick={onRemove}
      >
        <Icon name="cross" size={16} />
      </button>
    </fieldset>
  );
}

interface ValueProps {
  path: string;
  condition: DraftCondition;
  onChange: (value: unknown) => void;
}

/** The field that fits the fact. */
function Value({ path, condition: { fact, value }, onChange }: ValueProps) {
  const { editor } = useRulesText();
  const place = { path, field: 'value' } as const;
  switch (FACTS[fact]) {
    case 'number':
      return <RuleNumber {...place} value={value} onChange={onChange} />;
    case 'flag':
      return (
        <RuleChoice
          {...place}
          value={String(value)}
          options={[
            ['true', editor.yes],
            ['false', editor.no],
          ]}
          onChange={(chosen) => onChange(chosen === 'true')}
        />
      );
    case 'time':
      return <Moment {...place} value={value} onChange={onChange} />;
    case 'text':
    case 'list':
      return <RuleText {...place} value={value} longest={LONGEST.value} onChange={onChange} />;
  }
}

interface MomentProps {
  path: string;
  field: 'value';
  value: unknown;
  onChange: (value: string) => void;
}

/** Shown on the user's own clock, kept as ISO 8601. */
function Moment({ value, onChange, ...place }: MomentProps) {
  const at = Date.parse(String(value));
  return (
    <RuleTime
      {...place}
      type="datetime-local"
      value={Number.isNaN(at) ? '' : momentText(at)}
      onChange={(text) => {
        const moment = parseMoment(text);
        onChange(moment === null ? '' : new Date(moment).toISOString());
      }}
    />
  );
}
