import { RehearsalCard } from '../../../components/rules/rehearsal/RehearsalCard.tsx';
import type { Rule } from '../../../domain/rules/rule.ts';
import type { Rehearsal } from '../../../domain/rules/view.ts';
import { ask } from '../ask.ts';
import { useAnswer } from '../use-answer.ts';
import { useNow } from '../use-now.ts';
import type { RulesPartProps } from './part-props.ts';
import { RunsTexts } from './RunsTexts.tsx';

export interface RehearsalPartProps extends RulesPartProps {
  rule: Rule;
}

/** What a rule would have done in the last 30 days; what it would do now where only people start it. */
export function RehearsalPart({ rule, view }: RehearsalPartProps) {
  const now = useNow();
  const subject = JSON.stringify(rule);
  const { answer, retry } = useAnswer(() => ask<Rehearsal | null>({ type: 'rule.rehearsed', rule }), {
    subject,
    // Only a press tries again: thirty days of the journal are a lot to go through with each change elsewhere.
    stamp: subject,
  });
  return (
    <RunsTexts>
      <RehearsalCard {...{ view, now }} isByHand={rule.trigger.kind === 'manual'} rehearsal={answer} onRetry={retry} />
    </RunsTexts>
  );
}
