import { LONGEST } from '../../../domain/rules/limits.ts';
import { portalsOnce } from '../rule-names.ts';
import { useRulesText } from '../rules-text-context.ts';
import { useEditing } from './editor-context.ts';
import { fieldId, PartProblem, RuleText } from './fields.tsx';

/** What the rule is called, and on which portals it looks. */
export function BasicsPart() {
  const { editor } = useRulesText();
  const { draft, onChange } = useEditing();
  return (
    <fieldset class="rule-part">
      <legend class="part-title">{editor.basics}</legend>
      <RuleText
        path="name"
        field="name"
        value={draft.name}
        longest={LONGEST.name}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <Portals />
    </fieldset>
  );
}

function Portals() {
  const { editor } = useRulesText();
  const { draft, view, onChange } = useEditing();
  const { portals } = draft;
  const known = portalsOnce(view);
  const unknown = portals === 'all' ? [] : portals.filter((origin) => !known.some((each) => each.origin === origin));
  const choices = [
    ...known.map(({ origin, label }) => ({ origin, label })),
    ...unknown.map((origin) => ({ origin, label: editor.unknownPortal(origin) })),
  ];
  const choose = (next: typeof portals) => onChange({ ...draft, portals: next });
  const toggle = (origin: string, list: readonly string[]) =>
    choose(list.includes(origin) ? list.filter((each) => each !== origin) : [...list, origin]);
  return (
    <fieldset class="rule-checks" id={fieldId('portals')} tabIndex={-1}>
      <legend class="field-label">{editor.field.portals}</legend>
      <Choice isChosen={portals === 'all'} name={editor.allPortals} onChoose={() => choose('all')} />
      <Choice isChosen={portals !== 'all'} name={editor.somePortals} onChoose={() => choose([])} />
      {portals !== 'all' && (
        <div class="rule-check-list">
          {choices.length === 0 && <p class="quiet">{editor.noPortals}</p>}
          {choices.map(({ origin, label }) => (
            <label key={origin} class="check">
              <input type="checkbox" checked={portals.includes(origin)} onChange={() => toggle(origin, portals)} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
      <PartProblem path="portals" />
    </fieldset>
  );
}

interface ChoiceProps {
  isChosen: boolean;
  name: string;
  onChoose: () => void;
}

function Choice({ isChosen, name, onChoose }: ChoiceProps) {
  return (
    <label class="check">
      <input type="radio" name="rule-portals" checked={isChosen} onChange={() => !isChosen && onChoose()} />
      <span>{name}</span>
    </label>
  );
}
