import { WORKING_HOURS } from '../../../domain/rules/draft.ts';
import type { WorkingHours } from '../../../domain/rules/rule.ts';
import { useRulesText } from '../rules-text-context.ts';
import { useEditing } from './editor-context.ts';
import { type Option, RuleChoice, RuleNumber } from './fields.tsx';

/** When the rule may run, and how often. */
export function LimitsPart() {
  const { editor, workingHours: words } = useRulesText();
  const { draft, onChange } = useEditing();
  const { cooldown, caps, workingHours } = draft;
  return (
    <fieldset class="rule-part">
      <legend class="part-title">{editor.limits}</legend>
      <RuleChoice
        path="workingHours"
        field="workingHours"
        value={workingHours}
        options={WORKING_HOURS.map((each): Option => [each, words[each]])}
        onChange={(next) => onChange({ ...draft, workingHours: next as WorkingHours })}
      />
      <RuleNumber
        path="cooldown.minutes"
        field="minutes"
        value={cooldown.minutes}
        onChange={(minutes) => onChange({ ...draft, cooldown: { ...cooldown, minutes } })}
      />
      {cooldown.minutes !== 0 && (
        <RuleChoice
          path="cooldown.per"
          field="per"
          value={cooldown.per}
          options={[
            ['rule', editor.per.rule],
            ['object', editor.per.object],
          ]}
          onChange={(per) => onChange({ ...draft, cooldown: { ...cooldown, per: per as 'rule' | 'object' } })}
        />
      )}
      <RuleNumber
        path="caps.runsPerHour"
        field="runsPerHour"
        value={caps.runsPerHour}
        onChange={(runsPerHour) => onChange({ ...draft, caps: { ...caps, runsPerHour } })}
      />
    </fieldset>
  );
}
