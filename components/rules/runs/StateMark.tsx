import type { RunState } from '../../../domain/rules/run.ts';
import { Icon } from '../../Icon.tsx';
import { STATE_SIGN } from './run-words.ts';
import { useRunsText } from './runs-text-context.ts';

/** What became of a run: sign, word and colour. */
export function StateMark({ state }: { state: RunState }) {
  const { runs } = useRunsText();
  const { icon, tone } = STATE_SIGN[state];
  return (
    <span class="mark" data-tone={tone}>
      <Icon name={icon} />
      {runs.state[state].title}
    </span>
  );
}
