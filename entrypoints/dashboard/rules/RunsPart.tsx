import { RunsTable } from '../../../components/rules/runs/RunsTable.tsx';
import { ask } from '../ask.ts';
import { useAnswer } from '../use-answer.ts';
import { useNow } from '../use-now.ts';
import { allRuns } from './all-runs.ts';
import type { RulesPartProps } from './part-props.ts';
import { RunsTexts } from './RunsTexts.tsx';
import { useTextFile } from './use-text-file.ts';

export interface RunsPartProps extends RulesPartProps {
  /** Only of this rule; null: of all. */
  ruleId: string | null;
}

/** What rules did, or would have done, and why. */
export function RunsPart({ view, ruleId }: RunsPartProps) {
  const now = useNow();
  const { answer, retry } = useAnswer(() => allRuns(ruleId), { subject: String(ruleId), stamp: view });
  const { file, save } = useTextFile('runs');
  return (
    <RunsTexts>
      <RunsTable
        {...{ view, ruleId, now, file }}
        runs={answer}
        onSave={() => save(() => ask<string | null>({ type: 'runs.exported' }))}
        onRetry={retry}
      />
    </RunsTexts>
  );
}
