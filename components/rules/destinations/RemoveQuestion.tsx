import type { DestinationView } from '../../../domain/rules/destination.ts';
import { Confirmation } from '../../dashboard/Confirmation.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';

interface RemoveQuestionProps {
  destination: DestinationView;
  isBusy: boolean;
  onRemove: () => void;
  onCancel: () => void;
}

/** Before a destination is forgotten, with the rules that need it. */
export function RemoveQuestion({ destination, isBusy, onRemove, onCancel }: RemoveQuestionProps) {
  const { removing: words } = useRunsText().runs.destination;
  const { name, usedBy } = destination;
  return (
    <Confirmation
      question={words.ask(name)}
      back={words.cancel}
      go={words.confirm}
      isReady={!isBusy}
      onBack={onCancel}
      onGo={onRemove}
    >
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
    </Confirmation>
  );
}
