import { useEffect, useRef } from 'preact/hooks';
import type { DestinationView } from '../../../domain/rules/destination.ts';
import { useRunsText } from '../runs/runs-text-context.ts';

interface RemoveQuestionProps {
  destination: DestinationView;
  isBusy: boolean;
  onRemove: () => void;
  onCancel: () => void;
}

/** The one question before a destination is forgotten, with the rules that need it. */
export function RemoveQuestion({ destination, isBusy, onRemove, onCancel }: RemoveQuestionProps) {
  const { removing: words } = useRunsText().runs.destination;
  const first = useRef<HTMLButtonElement>(null);
  const { name, usedBy } = destination;
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      class="preview confirmation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <legend class="notice-what">{words.ask(name)}</legend>
      <p>{words.text}</p>
      {usedBy.length > 0 && (
        <>
          <p>{words.stops}</p>
          <ul class="bulleted">
            {usedBy.map((rule) => (
              <li key={rule} dir="auto">
                {rule}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="inline-actions">
        <button type="button" class="button" ref={first} onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="button" class="button danger-button" aria-disabled={isBusy} onClick={() => !isBusy && onRemove()}>
          {words.confirm}
        </button>
      </div>
    </fieldset>
  );
}
