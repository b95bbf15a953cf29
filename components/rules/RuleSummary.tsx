import { readDraft } from '../../domain/rules/draft.ts';
import { ruleSentence } from '../../domain/rules/sentence.ts';
import type { RuleCard, RulesView } from '../../domain/rules/view.ts';
import { useText } from '../text-context.ts';
import { RuleStateMark } from './RuleStateMark.tsx';
import { namesIn } from './rule-names.ts';
import { useRulesText } from './rules-text-context.ts';

interface RuleSummaryProps {
  card: RuleCard;
  view: Pick<RulesView, 'portals' | 'destinations'>;
  /** Epoch ms. */
  now: number;
}

const COUNTS = ['done', 'dry', 'waiting', 'uncertain', 'failed', 'skipped'] as const;

/** A rule in words, its state, and what became of it. */
export function RuleSummary({ card, view, now }: RuleSummaryProps) {
  const text = useText();
  const words = useRulesText();
  const { list } = words;
  const { rule, lastRunAt, counts } = card;
  const draft = readDraft(rule);
  const happened = COUNTS.filter((name) => counts[name] > 0);
  return (
    <div class="rule-summary">
      {draft && <p>{ruleSentence(words, draft, namesIn(view))}</p>}
      <RuleStateMark card={card} />
      <p class="quiet">
        {lastRunAt === null ? list.neverRan : list.lastRun(text.clock(lastRunAt, now))}
        {happened.length > 0 &&
          `. ${list.counted}: ${happened.map((name) => list.counts[name](counts[name])).join(', ')}`}
      </p>
    </div>
  );
}
