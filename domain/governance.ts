/** What the settings page shows of preferences and policy: what the user wants, what holds, and what is fixed. */
import type { LockedField, PolicyName } from './policy.ts';
import type { Preferences } from './preferences.ts';

export interface GovernanceView {
  /** The user's own. */
  preferences: Preferences;
  /** What holds. */
  effective: Preferences;
  /** What cannot be changed, with the name of the policy that fixes it. */
  locks: readonly (readonly [LockedField, PolicyName])[];
  /** What of the policy could not be followed; `entry` is the text that IT wrote, cut short. */
  problems: readonly { name: string; entry: string }[];
  isManaged: boolean;
}
