import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RuleDraft } from '../../../domain/rules/draft.ts';
import type { RuleProblem, RulesView } from '../../../domain/rules/view.ts';

/** What every field of the form needs. */
export interface Editing {
  draft: RuleDraft;
  view: Pick<RulesView, 'portals' | 'destinations'>;
  /** IANA name of this computer's zone. */
  timeZone: string;
  problems: readonly RuleProblem[];
  onChange: (draft: RuleDraft) => void;
  /** Something was moved or taken away, in words. */
  onTell: (text: string) => void;
  /** Leads to where destinations are set up. */
  onDestinations: () => void;
}

export const EditingContext = createContext<Editing | null>(null);

/** The rule that is edited. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('No rule is edited here: wrap the field in <EditingContext.Provider>');
  return editing;
}
