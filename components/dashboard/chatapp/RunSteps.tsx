import { RUN_STEPS } from '../../../domain/chatapp-reinstall-text.ts';
import type { RunView } from '../../../domain/market/view.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

/** The steps of a reinstall with the one that it is at. */
export function RunSteps({ run }: { run: Pick<RunView, 'state' | 'stoppedIn'> }) {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  const state = run.state === 'stopped' ? run.stoppedIn : run.state;
  const current = (RUN_STEPS as readonly (string | null)[]).indexOf(state);
  const isOver = state === 'done';
  return (
    <ol class="run-steps">
      {RUN_STEPS.map((step, index) => {
        const isNow = index === current && !isOver;
        const isPassed = index < current || isOver;
        return (
          <li key={step} aria-current={isNow ? 'step' : undefined} data-passed={isPassed}>
            <p class="run-step-title">
              {isPassed && <Icon name="roomy" />}
              {words.step[step].title}
              {isNow && <span class="small-tag">{words.now}</span>}
              {isPassed && <span class="for-screen-reader">, {words.passed}</span>}
            </p>
            {isNow && <p>{words.step[step].text}</p>}
          </li>
        );
      })}
    </ol>
  );
}
