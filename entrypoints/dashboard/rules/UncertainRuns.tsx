import { useState } from 'preact/hooks';
import { UncertainList, type UncertainListProps } from '../../../components/rules/runs/UncertainList.tsx';
import type { RuleRun } from '../../../domain/rules/run.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import type { Decision } from '../../../domain/runs-text.ts';
import { ask } from '../ask.ts';
import { useNow } from '../use-now.ts';
import type { RulesPartProps } from './part-props.ts';
import { RunsTexts } from './RunsTexts.tsx';

/** Runs of which nobody knows whether they were done; nothing is drawn where there are none. */
export function UncertainRuns({ view, onView }: RulesPartProps) {
  const now = useNow();
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState<UncertainListProps['told']>(null);
  const decide = async ({ key }: RuleRun, decision: Decision) => {
    setBusy(key);
    setTold(null);
    try {
      const next = await ask<RulesView | null>({ type: 'run.decided', key, decision });
      setTold(next ? decision : 'failed');
      if (next) onView(next);
    } catch (error) {
      console.error('Latchdesk: what was decided about a run could not be noted', error);
      setTold('failed');
    } finally {
      setBusy(null);
    }
  };
  return (
    <RunsTexts>
      <UncertainList {...{ view, now, busy, told }} onDecide={(run, decision) => void decide(run, decision)} />
    </RunsTexts>
  );
}
