import { useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon.tsx';
import { RuleButtons, type RuleDeeds } from '../../../components/rules/RuleButtons.tsx';
import { RuleSummary } from '../../../components/rules/RuleSummary.tsx';
import { useRulesText } from '../../../components/rules/rules-text-context.ts';
import { readDraft } from '../../../domain/rules/draft.ts';
import type { RuleCard, RulesView } from '../../../domain/rules/view.ts';
import { DestinationsPart } from './DestinationsPart.tsx';
import { EditorPart } from './EditorPart.tsx';
import { forgetDraft, keptDraft } from './kept-draft.ts';
import { ownTimeZone } from './NewRule.tsx';
import { RehearsalPart } from './RehearsalPart.tsx';
import { RunsPart } from './RunsPart.tsx';
import { StartedRule } from './StartedRule.tsx';
import { ToDestinations } from './ToDestinations.tsx';

interface RuleDetailsProps extends RuleDeeds {
  card: RuleCard;
  view: RulesView;
  now: number;
  /** The form was asked for. */
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onView: (view: RulesView) => void;
  onSaved: (view: RulesView, id: string) => void;
}

/** One rule: what it says, what it would do, what it did, and its form. */
export function RuleDetails(props: RuleDetailsProps) {
  const { card, onEdit } = props;
  const [kept] = useState(() => keptDraft(card.rule.id));
  const [isKeptOpen, setKeptOpen] = useState(kept !== null);
  const { page } = useRulesText();
  const close = () => {
    setKeptOpen(false);
    onEdit(false);
  };
  return (
    <article class="rules-part" aria-label={card.rule.name}>
      {isKeptOpen && <p class="quiet">{page.goesOnEditing}</p>}
      {isKeptOpen || props.isEditing ? <RuleForm {...props} onClose={close} /> : <RuleShown {...props} />}
    </article>
  );
}

function RuleForm({ card, view, onView, onSaved, onClose }: RuleDetailsProps & { onClose: () => void }) {
  const { rule } = card;
  const [saved] = useState(() => readDraft(rule));
  const [start] = useState(() => keptDraft(rule.id));
  if (!saved) return null;
  return (
    <EditorPart
      {...{ view, saved, onView }}
      name={rule.name}
      timeZone={ownTimeZone()}
      keptAs={rule.id}
      start={start ?? { draft: saved, text: null, tab: 'form', version: rule.version, isTouched: false }}
      onSaved={(next, id) => {
        onClose();
        onSaved(next, id);
      }}
      onClose={() => {
        forgetDraft(rule.id);
        onClose();
      }}
    />
  );
}

function RuleShown({ card, view, now, onEdit, onView, ...deeds }: RuleDetailsProps) {
  const { page } = useRulesText();
  const { rule, state, missing } = card;
  const isByHand = rule.trigger.kind === 'manual';
  const next = isByHand ? page.nextDryByHand : page.nextDry;
  return (
    <>
      <h2 class="part-title">{rule.name}</h2>
      <RuleSummary card={card} view={view} now={now} />
      {state === 'dry' && (
        <div class="notice" data-tone="quiet">
          <Icon name="search" size={16} />
          <div>
            <p class="notice-what">{next.title}</p>
            <p>{next.text}</p>
          </div>
        </div>
      )}
      <RuleButtons card={card} {...deeds} onEdit={() => onEdit(true)} />
      {isByHand && <StartedRule card={card} view={view} onView={onView} />}
      <RehearsalPart view={view} rule={rule} onView={onView} />
      {missing.length > 0 && (
        <ToDestinations>
          <DestinationsPart view={view} onView={onView} />
        </ToDestinations>
      )}
      <RunsPart view={view} ruleId={rule.id} onView={onView} />
    </>
  );
}
