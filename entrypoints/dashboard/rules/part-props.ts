import type { RulesView } from '../../../domain/rules/view.ts';

/** What every part of the rules page gets. */
export interface RulesPartProps {
  view: RulesView;
  /** What is there after something was changed. */
  onView: (next: RulesView) => void;
}
