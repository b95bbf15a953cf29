import { type StepMark, stepsOf } from '../../domain/market/guide.ts';
import type { RunView } from '../../domain/market/view.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useMarketText } from './market-text-context.ts';

const SIGN: Record<StepMark, IconName> = {
  done: 'roomy',
  now: 'chevron',
  later: 'clock',
  skipped: 'aside',
  stopped: 'near',
};

/** The steps in their order, each with a sign and a word. */
export function GuideSteps({ run }: { run: RunView }) {
  const { guide } = useMarketText();
  return (
    <ol class="market-steps" aria-label={guide.stepsName}>
      {stepsOf(run).map(({ step, mark }) => (
        <li key={step} data-mark={mark} {...(mark === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <Icon name={SIGN[mark]} />
          <span class="market-step-name">{guide.step[step]}</span>
          <span class="quiet">{guide.mark[mark]}</span>
        </li>
      ))}
    </ol>
  );
}
