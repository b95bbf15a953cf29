/** Preferences and the policy above them: told to the settings page, changed there, and followed at once. */
import type { GovernanceView } from '../domain/governance.ts';
import { isUnmanaged, lockedFields } from '../domain/policy.ts';
import type { Display } from './display.ts';
import type { Effects } from './effects.ts';
import type { House } from './house.ts';
import type { Own } from './own/own-protocol.ts';
import { readPolicy } from './policy/read-policy.ts';

export class Governance {
  readonly #house: House;
  readonly #display: Display;
  readonly #effects: Effects;

  constructor(house: House, display: Display, effects: Effects) {
    this.#house = house;
    this.#display = display;
    this.#effects = effects;
  }

  /** Takes the policy as it is deployed now. */
  async hearPolicy(): Promise<void> {
    this.#house.takePolicy(readPolicy(await this.#effects.managedValues()));
  }

  async view(): Promise<GovernanceView> {
    await this.#house.ready();
    const { own, preferences, policy, problems } = this.#house;
    return {
      preferences: own,
      effective: preferences,
      locks: [...lockedFields(policy)],
      problems,
      isManaged: !isUnmanaged(policy),
    };
  }

  async change(changes: Own<'preferences.changed'>['changes']): Promise<void> {
    await this.#house.changePreferences(changes);
    await this.#display.showAll();
  }
}
