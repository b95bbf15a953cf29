import type { MoveOutcome } from '../../../domain/portals/moved.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

/** A move that was made. */
export interface Moved {
  from: string;
  to: string;
  outcome: Exclude<MoveOutcome, { refusal: unknown }>;
}

interface MovedNoteProps extends Moved {
  now: number;
  onDismiss: () => void;
}

/** What has moved where, and what a look through the whole storage has found of the old address. */
export function MovedNote({ from, to, outcome, now, onDismiss }: MovedNoteProps) {
  const text = useText();
  const { portals } = useDashboardText();
  const words = portals.move;
  const left = outcome.left.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <div class="notice" data-tone={left > 0 ? 'warning' : 'quiet'} role="status">
      <Icon name={left > 0 ? 'near' : 'roomy'} size={16} />
      <div>
        <p class="notice-what">{words.done(from, to)}</p>
        <p>
          {words.doneAt(outcome.removed, text.clock(outcome.at, now))}{' '}
          {left > 0 ? words.leftOver(left) : words.nothingLeft}
        </p>
        <button type="button" class="button" onClick={onDismiss}>
          {portals.forget.dismiss}
        </button>
      </div>
    </div>
  );
}
