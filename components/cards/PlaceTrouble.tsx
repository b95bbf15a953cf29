import type { PlaceProblemKind } from '../../domain/cards-text.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { type Copy, CopyButton } from './CopyButton.tsx';
import type { PlaceHow } from './guard-props.ts';

interface PlaceTroubleProps {
  kind: PlaceProblemKind;
  name: string;
  text: string;
  onPlace: (how: PlaceHow) => void;
  onCopy: Copy;
}

/** Why a draft is not in the field, and what can be done instead. */
export function PlaceTrouble({ kind, name, text, onPlace, onCopy }: PlaceTroubleProps) {
  const { close } = useCardText();
  const isOccupied = kind === 'occupied';
  return (
    <div class="place-trouble">
      <p class="field-problem" role="status">
        <Icon name="near" />
        {close.problem[kind](name)}
      </p>
      <div class="inline-actions">
        <button type="button" class="button" onClick={() => onPlace(isOccupied ? 'below' : 'insert')}>
          {isOccupied ? close.below : close.again}
        </button>
        <CopyButton text={text} onCopy={onCopy} />
      </div>
    </div>
  );
}
