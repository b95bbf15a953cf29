import { useEffect, useState } from 'preact/hooks';
import type { OwnMessage } from '../../../core/own/own-protocol.ts';
import type { RuleSwitch, RulesView } from '../../../domain/rules/view.ts';
import type { RulesDeed } from '../../../domain/rules-text.ts';
import { ask } from '../ask.ts';

const SWITCHED: Readonly<Record<RuleSwitch, RulesDeed>> = {
  dry: 'switchedDry',
  on: 'switchedOn',
  off: 'switchedOff',
};

export interface Told {
  deed: RulesDeed;
  /** Where on the page it is told: a rule, or null for the list. */
  place: string | null;
}

/** What somebody does to rules as a whole, and what came of the last press; told until another place is looked at. */
export function useDeeds(place: string | null, onView: (view: RulesView) => void) {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => setTold((known) => (known?.place === place ? known : null)), [place]);
  const tell = (deed: RulesDeed, where: string | null = place) => setTold({ deed, place: where });
  const run = async (message: OwnMessage, done: RulesDeed, isDone: (view: RulesView) => boolean = () => true) => {
    try {
      const view = await ask<RulesView | null>(message);
      if (view) onView(view);
      const isSo = view !== null && isDone(view);
      if (isSo) tell(done, done === 'removed' ? null : place);
      else tell('notPossible');
      return isSo;
    } catch (error) {
      console.error('Latchdesk: rules could not be changed', error);
      tell('failed');
      return false;
    }
  };
  return {
    told,
    tell,
    pause: (isOn: boolean) =>
      void run({ type: 'rules.paused', isOn }, isOn ? 'paused' : 'goesOn', (view) => view.isPaused === isOn),
    switchTo: (id: string, state: RuleSwitch) =>
      void run({ type: 'rule.switched', id, state }, SWITCHED[state], ({ cards }) =>
        cards.some((card) => card.rule.id === id && card.state === state),
      ),
    /** True once it is gone. */
    remove: (id: string) =>
      run({ type: 'rule.removed', id }, 'removed', ({ cards }) => cards.every((card) => card.rule.id !== id)),
  };
}
