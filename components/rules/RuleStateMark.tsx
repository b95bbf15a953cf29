import { MOST_FAILURES } from '../../domain/rules/rule.ts';
import type { RuleCard } from '../../domain/rules/view.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useRulesText } from './rules-text-context.ts';

const SIGNS: Readonly<Record<RuleCard['state'], { icon: IconName; tone: string }>> = {
  dry: { icon: 'search', tone: 'plain' },
  on: { icon: 'roomy', tone: 'good' },
  off: { icon: 'switchedOff', tone: 'quiet' },
};

/** The state of a rule: sign, word, and what it means. */
export function RuleStateMark({ card }: { card: RuleCard }) {
  const { list } = useRulesText();
  const { state, offBecause } = card;
  const hasFailed = state === 'off' && offBecause === 'failures';
  const { icon, tone } = hasFailed ? { icon: 'near' as const, tone: 'warning' } : SIGNS[state];
  return (
    <p class="mark rule-state" data-tone={tone}>
      <Icon name={icon} />
      <span>
        <strong>{list.state[state]}.</strong>{' '}
        {hasFailed ? list.offAfterFailures(MOST_FAILURES) : list.stateMeans[state]}
      </span>
    </p>
  );
}
