import { useState } from 'preact/hooks';
import { StartPart } from '../../../components/rules/StartPart.tsx';
import type { RuleRun } from '../../../domain/rules/run.ts';
import type { RuleCard, RulesView } from '../../../domain/rules/view.ts';
import { ask } from '../ask.ts';

interface StartedRuleProps {
  card: RuleCard;
  view: RulesView;
  onView: (view: RulesView) => void;
}

/** Starts a rule by hand on one portal. */
export function StartedRule({ card, view, onView }: StartedRuleProps) {
  const [started, setStarted] = useState<number | null>(null);
  const { id, portals: chosen } = card.rule;
  const portals = view.portals.filter(({ origin }) => chosen === 'all' || chosen.includes(origin));
  const start = async (portal: string) => {
    const runs = await ask<RuleRun[] | null>({ type: 'rule.started', id, portal }).catch((error) => {
      console.error('Latchdesk: a rule could not be started', error);
      return null;
    });
    setStarted((runs ?? []).filter(({ actionIndex }) => actionIndex >= 0).length);
    const next = await ask<RulesView | null>({ type: 'rules.wanted' }).catch(() => null);
    if (next) onView(next);
  };
  return <StartPart portals={portals} started={started} onStart={(portal) => void start(portal)} />;
}
