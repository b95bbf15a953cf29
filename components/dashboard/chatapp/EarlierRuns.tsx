import { compareRecords } from '../../../domain/market/compare.ts';
import type { ReinstallRun } from '../../../domain/market/reinstall.ts';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Block } from './bits.tsx';
import { Differences } from './ComparisonPart.tsx';
import type { Names } from './chatapp-words.ts';
import { differenceLine } from './difference-words.ts';

interface EarlierRunsProps {
  runs: readonly ReinstallRun[];
  names: Names;
  now: number;
}

/** Reinstalls that are over, the newest first. */
export function EarlierRuns({ runs, names, now }: EarlierRunsProps) {
  const text = useText();
  const {
    chatapp: {
      reinstall: { earlier: words, state },
    },
  } = useDashboardText();
  return (
    <Block title={words.heading}>
      {runs.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="earlier-runs">
        {runs.map((run) => (
          <li key={run.id}>
            <p>{words.entry(state[run.state], text.time(run.startedAt, now), text.time(run.changedAt, now))}</p>
            <Details run={run} names={names} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Details({ run: { before, after }, names }: { run: ReinstallRun; names: Names }) {
  const { chatapp } = useDashboardText();
  if (!after) return null;
  const lines = compareRecords(before, after).map((difference) => differenceLine(difference, names, chatapp));
  return (
    <details>
      <summary>{chatapp.reinstall.earlier.showDetails}</summary>
      <Differences lines={lines} />
    </details>
  );
}
