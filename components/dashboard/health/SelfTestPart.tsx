import type { DatabaseTrouble } from '../../../domain/database-trouble.ts';
import { SELF_TEST, type SelfTestRun, selfTestVerdict } from '../../../domain/health/self-test.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { Block, Note } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SelfTestStepItem } from './SelfTestStepItem.tsx';

export interface SelfTestPartProps {
  /** The last one; null: there was none. */
  run: SelfTestRun | null;
  /** `interrupted`: the run that is shown will not go on. */
  running: 'none' | 'beginning' | 'running' | 'beginFailed' | 'interrupted';
  now: number;
  trouble: DatabaseTrouble | null;
  onBegin: () => void;
}

const REQUESTS = SELF_TEST.reduce((sum, { requests }) => sum + requests, 0);

/** Tries every reader once when somebody wants it, and says what came of each. */
export function SelfTestPart(props: SelfTestPartProps) {
  const text = useText();
  const {
    health: { selfTest: words },
  } = useDashboardText();
  const { run, running, now, trouble, onBegin } = props;
  const isBusy = running === 'beginning' || running === 'running';
  return (
    <Block title={words.heading} source={run ? words.startedAt(text.time(run.startedAt, now)) : words.never}>
      <p class="quiet">{words.text(REQUESTS)}</p>
      <div class="inline-actions">
        <button type="button" class="button strong" aria-disabled={isBusy} onClick={() => !isBusy && onBegin()}>
          {run ? words.again : words.begin}
        </button>
        <Progress {...props} />
      </div>
      {running === 'beginFailed' && (
        <p class="field-problem" role="alert">
          <Icon name="near" />
          {words.beginFailed}
        </p>
      )}
      <div class="self-test-verdict" role="status">
        {run && <Verdict run={run} running={running} />}
      </div>
      {run && (
        <ol class="self-test" aria-label={words.heading}>
          {SELF_TEST.map((step) => (
            <SelfTestStepItem key={step.id} step={step} run={run} isOver={!isBusy} trouble={trouble} />
          ))}
        </ol>
      )}
    </Block>
  );
}

/** Announced, since it takes a while. */
function Progress({ run, running }: SelfTestPartProps) {
  const {
    health: { selfTest: words },
  } = useDashboardText();
  const step = run?.underWay?.id;
  const done = run ? Object.keys(run.results).length : 0;
  const isShown = running === 'running' && step !== undefined;
  return (
    <span class="quiet" role="status">
      {isShown
        ? `${words.progress(Math.min(done + 1, SELF_TEST.length), SELF_TEST.length)}: ${words.step[step].name}`
        : ''}
    </span>
  );
}

function Verdict({ run, running }: { run: SelfTestRun; running: SelfTestPartProps['running'] }) {
  const {
    health: { selfTest: words },
  } = useDashboardText();
  if (running === 'interrupted') return <Note tone="warning" {...words.interrupted} />;
  const verdict = selfTestVerdict(run);
  if (verdict === 'passed') return <Note tone="good" {...words.passed} />;
  if (verdict === null) return null;
  const failed = Object.values(run.results).filter(({ result }) => result === 'failed').length;
  return <Note tone="warning" title={words.failed(failed)} text={words.failedText} />;
}
