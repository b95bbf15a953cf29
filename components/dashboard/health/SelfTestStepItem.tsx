import type { DatabaseTrouble } from '../../../domain/database-trouble.ts';
import type { SelfTestRun, SelfTestStep, StepResult } from '../../../domain/health/self-test.ts';
import type { HealthMessages } from '../../../domain/health-text.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

interface SelfTestStepItemProps {
  step: SelfTestStep;
  run: SelfTestRun;
  /** True when the run goes no further: what has no result will get none. */
  isOver: boolean;
  trouble: DatabaseTrouble | null;
}

type Standing = StepResult['result'] | 'underWay' | 'waits';

const SIGN: Record<Standing, { icon: IconName; tone: string }> = {
  passed: { icon: 'roomy', tone: 'good' },
  absent: { icon: 'aside', tone: 'quiet' },
  notNeeded: { icon: 'aside', tone: 'quiet' },
  failed: { icon: 'near', tone: 'danger' },
  skipped: { icon: 'switchedOff', tone: 'quiet' },
  underWay: { icon: 'refresh', tone: 'plain' },
  waits: { icon: 'clock', tone: 'quiet' },
};

/** One step: what it does, how it went, and what to do. */
export function SelfTestStepItem({ step: { id, requests }, run, isOver, trouble }: SelfTestStepItemProps) {
  const { health } = useDashboardText();
  const { selfTest: words } = health;
  const result = run.results[id];
  const standing: Standing = result?.result ?? (run.underWay?.id === id && !isOver ? 'underWay' : 'waits');
  const { icon, tone } = SIGN[standing];
  const told = {
    ...words.result,
    underWay: words.underWay,
    // A run that broke off keeps nobody waiting.
    waits: isOver ? words.result.skipped : words.waits,
  };
  const { name, does } = words.step[id];
  return (
    <li class="self-test-step" data-result={standing}>
      <span class="cell-name">{name}</span>
      <span class="quiet">
        {does}
        {requests > 0 && ` · ${words.requests(requests)}`}
      </span>
      <span class="mark" data-tone={tone}>
        <Icon name={icon} />
        {told[standing]}
        {result && 'ms' in result && <span class="quiet">{words.took(health.duration(result.ms))}</span>}
      </span>
      {result && <Means result={result} words={health} trouble={id === 'database' ? (trouble ?? 'other') : null} />}
    </li>
  );
}

interface MeansProps {
  result: StepResult;
  words: HealthMessages;
  /** Set for the storage, whose failures are not those of a portal. */
  trouble: DatabaseTrouble | null;
}

function Means({ result, words: { selfTest, sources, database }, trouble }: MeansProps) {
  switch (result.result) {
    case 'passed':
      return null;
    case 'absent':
      return <p class="quiet">{selfTest.absentMeans[result.absence]}</p>;
    case 'notNeeded':
      return <p class="quiet">{selfTest.notNeededMeans}</p>;
    case 'skipped':
      return <p class="quiet">{selfTest.skippedMeans(selfTest.step[result.because].name)}</p>;
    case 'failed': {
      const { what, next } = sources.failure[result.failure];
      const said = trouble ? database[trouble] : { title: what, text: next };
      return (
        <p>
          <strong>{said.title}.</strong> {said.text.replace(/\.$/, '')}.
          {result.code !== '' && <span class="quiet"> {sources.code(result.code)}</span>}
        </p>
      );
    }
  }
}
