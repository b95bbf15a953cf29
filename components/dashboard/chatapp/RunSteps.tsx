import type { RunStep } from '../../../domain/chatapp-reinstall-text.ts';
import { stepsOf } from '../../../domain/market/guide.ts';
import type { RunView } from '../../../domain/market/view.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

/** The steps of a reinstall with the one that it is at. */
export function RunSteps({ run }: { run: RunView }) {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  const todo = todoIn(run);
  return (
    <ol class="run-steps">
      {stepsOf(run).map(({ step, mark }) => {
        const isNow = todo !== null && (mark === 'now' || mark === 'stopped');
        return (
          <li key={step} aria-current={isNow ? 'step' : undefined} data-passed={mark === 'done'}>
            <p class="run-step-title">
              {mark === 'done' && <Icon name="roomy" />}
              {words.step[step]}
              {isNow && <span class="small-tag">{words.now}</span>}
              {mark === 'done' && <span class="for-screen-reader">, {words.passed}</span>}
              {mark === 'skipped' && <span class="small-tag">{words.skipped}</span>}
            </p>
            {isNow && <p>{todo === 'compare' ? words.compareNext : words.stepText[todo]}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/** What is to be done in a state; null at an end. */
function todoIn({ state, stoppedIn, finishedBy }: RunView): RunStep | 'compare' | null {
  const at = state === 'stopped' ? stoppedIn : state;
  if (at === null || at === 'stopped' || at === 'done' || at === 'dataWiped') return null;
  return at === 'finishing' && finishedBy !== null ? 'compare' : at;
}
