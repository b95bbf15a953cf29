/** What rules look at: a portal as it is known now. Plain data. */
import type { PortalView } from '../view.ts';
import type { WorkingTime } from '../working-time.ts';

export interface RuleWorld {
  view: PortalView;
  workingTime: WorkingTime;
}
