import { type DraftTrigger, newTrigger } from '../../../domain/rules/draft.ts';
import type { TriggerKind } from '../../../domain/rules/rule.ts';
import { numberFieldOf } from '../../../domain/rules/sentence.ts';
import type { RuleField } from '../../../domain/rules-editor-text.ts';
import { TRIGGER_GROUPS, type TriggerGroup } from '../../../domain/rules-text.ts';
import { useRulesText } from '../rules-text-context.ts';
import { useEditing } from './editor-context.ts';
import { RuleChoice, RuleNumber } from './fields.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';

const GROUPS = Object.keys(TRIGGER_GROUPS) as TriggerGroup[];

/** What starts the rule, with its number or its times. */
export function TriggerPart() {
  const { editor, triggerGroup, triggerName } = useRulesText();
  const { draft, timeZone, onChange } = useEditing();
  const { trigger } = draft;
  const change = (next: DraftTrigger) => onChange({ ...draft, trigger: next });
  const number = numberFieldOf(trigger.kind) as RuleField | null;
  return (
    <fieldset class="rule-part">
      <legend class="part-title">{editor.field.trigger}</legend>
      <RuleChoice
        path="trigger.kind"
        field="trigger"
        isNamedAbove
        value={trigger.kind}
        options={[]}
        groups={GROUPS.map((group) => [
          triggerGroup[group],
          TRIGGER_GROUPS[group].map((kind) => [kind, triggerName[kind]] as const),
        ])}
        onChange={(kind) => change(newTrigger(kind as TriggerKind, timeZone, trigger))}
      />
      {number && (
        <RuleNumber
          key={trigger.kind}
          path={`trigger.${number}`}
          field={number}
          value={trigger[number]}
          onChange={(value) => change({ ...trigger, [number]: value })}
        />
      )}
      {trigger.kind === 'schedule' && <ScheduleFields trigger={trigger} onChange={change} />}
    </fieldset>
  );
}
