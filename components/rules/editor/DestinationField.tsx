import { useRulesText } from '../rules-text-context.ts';
import type { ActionFieldsProps } from './ActionFields.tsx';
import { useEditing } from './editor-context.ts';
import { type Option, RuleChoice } from './fields.tsx';

/** Destinations of a kind to choose from; one that is not here any more stays to be seen. */
function useDestinations(kind: 'webhook' | 'portal', chosen: string, ...others: string[]) {
  const { editor } = useRulesText();
  const { view } = useEditing();
  const fitting = view.destinations.filter((each) => each.kind === kind);
  const isKnown = [...others, ...fitting.map(({ id }) => id)].includes(chosen);
  const unknown: Option[] = isKnown || chosen === '' ? [] : [[chosen, editor.unknownDestination]];
  return { fitting, unknown };
}

/** Where a webhook goes. */
export function DestinationField({ path, action, onChange }: ActionFieldsProps) {
  const { editor } = useRulesText();
  const chosen = String(action.destination ?? '');
  const { fitting, unknown } = useDestinations('webhook', chosen);
  return (
    <>
      <RuleChoice
        path={`${path}.destination`}
        field="destination"
        value={chosen}
        options={[
          ['', editor.noDestination],
          ...fitting.map(({ id, name, host }): Option => [id, `${name} (${host})`]),
          ...unknown,
        ]}
        onChange={(destination) => onChange({ ...action, destination })}
      />
      <ToDestinations />
    </>
  );
}

/** How a task is created. */
export function ThroughField({ path, action, onChange }: ActionFieldsProps) {
  const { editor } = useRulesText();
  const chosen = String(action.through ?? '');
  const { fitting, unknown } = useDestinations('portal', chosen, 'session', 'form');
  return (
    <>
      <RuleChoice
        path={`${path}.through`}
        field="through"
        value={chosen}
        options={[
          ['session', editor.through.session],
          ['form', editor.through.form],
          ...fitting.map(({ id, name }): Option => [id, editor.through.destination(name)]),
          ...unknown,
        ]}
        onChange={(through) => onChange({ ...action, through })}
      />
      {chosen !== 'session' && chosen !== 'form' && <ToDestinations />}
    </>
  );
}

function ToDestinations() {
  const { editor } = useRulesText();
  const { onDestinations } = useEditing();
  return (
    <button type="button" class="text-button" onClick={onDestinations}>
      {editor.addDestination}
    </button>
  );
}
