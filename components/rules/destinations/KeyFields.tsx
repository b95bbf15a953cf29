import { useRunsText } from '../runs/runs-text-context.ts';
import type { DestinationEditorProps } from './DestinationEditor.tsx';

/** The key that signs calls: made for a new destination, kept or replaced for one that has it. */
export function KeyFields({ form, known, onChange }: Pick<DestinationEditorProps, 'form' | 'known' | 'onChange'>) {
  const { form: words } = useRunsText().runs.destination;
  return (
    <fieldset class="weekdays checks">
      <legend class="field-label">{words.key}</legend>
      <p class="quiet">{words.keyHint}</p>
      {known?.hasKey ? (
        (['keep', 'make'] as const).map((choice) => (
          <label class="check" key={choice}>
            <input
              type="radio"
              name="destination-key"
              checked={form.keyChoice === choice}
              onChange={() => onChange({ keyChoice: choice })}
            />
            <span>{words.keyChoice[choice]}</span>
          </label>
        ))
      ) : (
        <p>{words.keyIsMade}</p>
      )}
    </fieldset>
  );
}
