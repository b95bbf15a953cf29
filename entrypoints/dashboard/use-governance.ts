import { useEffect, useState } from 'preact/hooks';
import { Saver } from '../../components/dashboard/saver.ts';
import type { Saving } from '../../domain/cards-text.ts';
import type { GovernanceView } from '../../domain/governance.ts';
import { effectivePreferences, NO_POLICY } from '../../domain/policy.ts';
import type { Preferences } from '../../domain/preferences.ts';
import { ask } from './ask.ts';
import { useAnswer } from './use-answer.ts';

/** Preferences and policy; what is chosen shows at once and is saved a moment later. `stamp` tells of a change elsewhere. */
export function useGovernance(stamp: string) {
  const { answer, retry, refresh, setAnswer } = useAnswer(() => ask<GovernanceView>({ type: 'governance.wanted' }), {
    subject: 'governance',
    stamp,
  });
  /** Chosen, and not confirmed yet. */
  const [chosen, setChosen] = useState<Partial<Preferences>>({});
  const [saving, setSaving] = useState<Saving | null>(null);
  const [saver] = useState(
    () =>
      new Saver<Preferences>(async (changes) => {
        const message = { type: 'preferences.changed', changes } as Parameters<typeof ask>[0];
        const value = await ask<GovernanceView | null>(message);
        if (value !== null) setAnswer({ state: 'ready', value, isRefreshFailed: false });
        return value !== null;
      }, setSaving),
  );
  useEffect(() => () => void saver.flush(), []);
  // What is saved is in the answer; what was chosen since then is not.
  useEffect(() => {
    if (saving === 'saved') setChosen({});
  }, [saving]);

  const change = (changes: Partial<Preferences>) => {
    setChosen((known) => ({ ...known, ...changes }));
    saver.change(changes);
  };
  const shown = answer.state === 'ready' ? { ...answer, value: withChosen(answer.value, chosen) } : answer;
  return { answer: shown, retry, refresh, saving, change, flush: () => saver.flush() };
}

/** As it will be: a tick must not wait for the background. */
function withChosen(view: GovernanceView, chosen: Partial<Preferences>): GovernanceView {
  if (Object.keys(chosen).length === 0) return view;
  const preferences = { ...view.preferences, ...chosen };
  // Of the policy only what it holds is known here: that stays as it is.
  const locks = new Map(view.locks);
  const fixedOff = view.effective.featuresOff.filter((feature) => locks.has(`featuresOff.${feature}`));
  const policy = {
    ...NO_POLICY,
    featuresOff: fixedOff,
    isReadOnly: locks.has('isReadOnly'),
    language: locks.has('language') ? view.effective.language : null,
  };
  return { ...view, preferences, effective: effectivePreferences(preferences, policy) };
}
