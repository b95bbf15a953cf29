/** What shows all portals has to know of rules. */
import type { RuleNeed } from '../../domain/rules/view.ts';

export interface RulesPulse {
  /** What is known of portals has changed, or time has passed. */
  wake(): void;
  /** Epoch ms at which rules have to be looked after next; null: only when something happens. */
  nextAt(): number | null;
  /** What of rules needs a person. */
  needs(): readonly RuleNeed[];
}

/** Of a house without rules. */
export const NO_PULSE: RulesPulse = { wake: () => undefined, nextAt: () => null, needs: () => [] };
