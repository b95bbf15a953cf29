import type { RuleCard, RulesView } from '../../domain/rules/view.ts';
import { Empty } from '../dashboard/States.tsx';
import { WriteButton } from '../dashboard/WriteButton.tsx';
import { RuleButtons, type RuleDeeds } from './RuleButtons.tsx';
import { RuleSummary } from './RuleSummary.tsx';
import { useRulesText } from './rules-text-context.ts';
import { TemplateList, type TemplateListProps } from './TemplateList.tsx';

export interface RuleListProps extends RuleDeeds, Pick<TemplateListProps, 'timeZone' | 'onTake'> {
  view: RulesView;
  now: number;
  hrefOf: (id: string) => string;
  onEdit: (card: RuleCard) => void;
  onCreate: () => void;
}

/** All rules, each in words; before the first there are the ready ones to begin with. */
export function RuleList({ view, now, hrefOf, onCreate, timeZone, onTake, ...deeds }: RuleListProps) {
  const { list } = useRulesText();
  return (
    <section class="rules-part" aria-label={list.heading}>
      <div class="part-head">
        <h2 class="part-title">{list.heading}</h2>
        <WriteButton type="button" class="button strong" onClick={onCreate}>
          {list.create}
        </WriteButton>
      </div>
      {view.cards.length === 0 ? (
        <>
          <Empty {...list.none} />
          <TemplateList {...{ view, timeZone, onTake }} />
        </>
      ) : (
        <ul class="rule-list">
          {view.cards.map((card) => (
            <li key={card.rule.id} class="rule-card">
              <article aria-label={card.rule.name}>
                <h3 class="rule-name">{card.rule.name}</h3>
                <RuleSummary card={card} view={view} now={now} />
                <RuleButtons card={card} href={hrefOf(card.rule.id)} {...deeds} />
              </article>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
