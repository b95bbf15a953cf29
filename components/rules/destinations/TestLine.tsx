import type { Destination } from '../../../domain/rules/destination.ts';
import type { Outcome } from '../../../domain/rules/run.ts';
import { Icon } from '../../Icon.tsx';
import { AnswerLine, OutcomeWords } from '../runs/AttemptList.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';
import type { DestinationDeed } from './DestinationList.tsx';

interface TestLineProps {
  deed: DestinationDeed | null;
  kind: Destination['kind'];
}

/** What came of an example, a permission or a removal, announced. */
export function TestLine({ deed, kind }: TestLineProps) {
  const { runs } = useRunsText();
  const { destination: words } = runs;
  return (
    <div class="test-line" role="status">
      {deed?.kind === 'testing' && <p class="quiet">{words.testing[kind]}</p>}
      {deed?.kind === 'failed' && <Problem says={runs.notDone} />}
      {deed?.kind === 'denied' && <Problem says={words.denied} />}
      {deed?.kind === 'tested' && <Tested outcome={deed.outcome} kind={kind} />}
    </div>
  );
}

const Problem = ({ says }: { says: string }) => (
  <p class="field-problem">
    <Icon name="near" />
    {says}
  </p>
);

function Tested({ outcome, kind }: { outcome: Outcome; kind: Destination['kind'] }) {
  const { runs } = useRunsText();
  const { tested } = runs.destination;
  if (outcome.kind === 'done') {
    return (
      <>
        <p class="mark" data-tone="good">
          <Icon name="roomy" />
          {tested.done[kind](outcome.status === null ? '' : runs.trace.status(outcome.status))}
        </p>
        <AnswerLine outcome={outcome} />
      </>
    );
  }
  return (
    <>
      {outcome.kind === 'uncertain' && <p>{tested.uncertain}</p>}
      <p class="field-problem">
        <Icon name="near" />
        <OutcomeWords outcome={outcome} />
      </p>
      <AnswerLine outcome={outcome} />
    </>
  );
}
