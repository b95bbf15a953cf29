import { useRef } from 'preact/hooks';
import type { DraftAction } from '../../../domain/rules/draft.ts';
import { isAbout } from '../../../domain/rules/fits.ts';
import { LONGEST } from '../../../domain/rules/limits.ts';
import { type ActionKind, OPEN_PLACES } from '../../../domain/rules/rule.ts';
import { useRulesText } from '../rules-text-context.ts';
import { DestinationField, ThroughField } from './DestinationField.tsx';
import { useEditing } from './editor-context.ts';
import { type Option, RuleChoice, RuleNumber, RuleText } from './fields.tsx';
import { InsertFact } from './InsertFact.tsx';

export interface ActionFieldsProps {
  path: string;
  action: DraftAction;
  onChange: (action: DraftAction) => void;
}

interface Line {
  field: 'title' | 'text' | 'note';
  longest: number;
  rows: number;
}

const TITLE: Line = { field: 'title', longest: LONGEST.title, rows: 1 };
const TEXT: Line = { field: 'text', longest: LONGEST.text, rows: 5 };
/** What is written in each kind of action; what a field names of the event is filled in. */
const LINES: Readonly<Record<ActionKind, readonly Line[]>> = {
  notify: [TITLE, { ...TEXT, rows: 3 }],
  draft: [TITLE, TEXT],
  alias: [{ ...TEXT, rows: 1, longest: LONGEST.alias }],
  tag: [{ ...TEXT, rows: 1, longest: LONGEST.tag }],
  note: [{ ...TEXT, rows: 3 }],
  journal: [{ ...TEXT, rows: 2, longest: LONGEST.journal }],
  offer: [],
  open: [],
  task: [TITLE, TEXT],
  webhook: [{ field: 'note', longest: LONGEST.text, rows: 2 }],
  report: [],
};

/** The fields of one action, by its kind. */
export function ActionFields({ path, action, onChange }: ActionFieldsProps) {
  const fields = useRef<HTMLDivElement>(null);
  const lines = LINES[action.kind];
  const change = (field: string, value: unknown) => onChange({ ...action, [field]: value });
  return (
    <div class="rule-fields" ref={fields}>
      <Choices path={path} action={action} onChange={onChange} />
      {lines.map(({ field, longest, rows }) => (
        <RuleText
          key={field}
          {...{ field, longest, rows }}
          path={`${path}.${field}`}
          value={action[field]}
          onChange={(text) => change(field, text)}
        />
      ))}
      {lines.length > 0 && <InsertFact path={path} lines={lines} fields={fields} action={action} onChange={change} />}
      {action.kind === 'task' && (
        <RuleNumber
          path={`${path}.deadlineDays`}
          field="deadlineDays"
          value={action.deadlineDays}
          isOptional
          onChange={(value) => change('deadlineDays', value)}
        />
      )}
    </div>
  );
}

/** What is chosen and not written. */
function Choices({ path, action, onChange }: ActionFieldsProps) {
  const { editor, place: places } = useRulesText();
  const { draft } = useEditing();
  const hasDialog = isAbout(draft.trigger.kind, 'dialog');
  const place = String(action.place);
  const choosePlace = (options: readonly Option[]) => (
    <RuleChoice
      path={`${path}.place`}
      field="place"
      value={place}
      options={options.filter(([each]) => each !== 'dialog' || hasDialog || place === 'dialog')}
      onChange={(next) => onChange({ ...action, place: next })}
    />
  );
  switch (action.kind) {
    case 'draft':
      return choosePlace([
        ['newDialog', editor.draftPlace.newDialog],
        ['dialog', editor.draftPlace.dialog],
      ]);
    case 'open':
      return choosePlace(OPEN_PLACES.map((each): Option => [each, places[each]]));
    case 'task':
      return <ThroughField path={path} action={action} onChange={onChange} />;
    case 'webhook':
      return <DestinationField path={path} action={action} onChange={onChange} />;
    case 'report':
      return (
        <RuleNumber
          path={`${path}.days`}
          field="days"
          value={action.days}
          onChange={(days) => onChange({ ...action, days })}
        />
      );
    default:
      return null;
  }
}
