/** Preferences and the policy above them: told to the settings page, changed there, and followed at once. */
import type { GovernanceView } from '../domain/governance.ts';
import { effectivePreferences, isUnmanaged, lockedFields, type Policy } from '../domain/policy.ts';
import { FEATURES, type Feature, type Preferences } from '../domain/preferences.ts';
import { servedLanguage } from '../locales/languages.ts';
import type { Display } from './display.ts';
import type { Effects } from './effects.ts';
import type { House } from './house.ts';
import { type PolicyReading, readPolicy } from './policy/read-policy.ts';

/** Changes as they come from outside: a field that was not sent changes nothing. */
type Wanted = { [K in keyof Preferences]?: Preferences[K] | undefined };

export class Governance {
  readonly #house: House;
  readonly #display: Display;
  readonly #effects: Effects;
  /** Two dashboards may change at once: the later change must know of the earlier one. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(house: House, display: Display, effects: Effects) {
    this.#house = house;
    this.#display = display;
    this.#effects = effects;
  }

  /** Takes the policy as it was known last: Chromium needs seconds after its start to tell what is deployed. */
  takeKeptPolicy(): void {
    this.#house.takePolicy(withServedLanguage(readPolicy(this.#house.managed)));
  }

  /** Takes the policy as it is deployed now; true when it is another one. */
  async hearPolicy(): Promise<boolean> {
    const values = withoutNothing(await this.#effects.managedValues());
    if (JSON.stringify(values) === JSON.stringify(this.#house.managed)) return false;
    await this.#house.keepManaged(values);
    this.takeKeptPolicy();
    return true;
  }

  /** What the user wants, what holds, and what is fixed. */
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

  /** Takes what may be changed; the rest stays. Every page that is open follows at once. */
  change(changes: Wanted): Promise<void> {
    const turn = this.#turn.then(() => this.#change(changes));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #change(changes: Wanted): Promise<void> {
    await this.#house.ready();
    const { own, policy, preferences: before } = this.#house;
    const taken = takenChanges(changes, own, policy);
    if (Object.keys(taken).length === 0) return;
    await this.#house.changePreferences(taken);
    const after = effectivePreferences(this.#house.own, policy);
    // A chip that comes back has to be put into pages that have none.
    const isChipBack = before.featuresOff.includes('chip') && !after.featuresOff.includes('chip');
    await this.#display.showAll({ mayInject: isChipBack });
  }
}

/** Browsers tell that nothing is deployed in two ways. */
const withoutNothing = (values: unknown): unknown =>
  typeof values === 'object' && values !== null && Object.keys(values).length === 0 ? null : values;

/** Of the changes those that the policy leaves to the user and that can be followed. */
function takenChanges(changes: Wanted, own: Preferences, policy: Policy): Partial<Preferences> {
  const { language, isReadOnly, featuresOff } = changes;
  const served = language === undefined || policy.language !== null ? null : servedLanguage(language);
  return {
    ...(served === null ? {} : { language: served }),
    ...(isReadOnly === undefined || policy.isReadOnly ? {} : { isReadOnly }),
    ...(featuresOff === undefined ? {} : { featuresOff: ownFeatures(featuresOff, own, policy) }),
  };
}

/** Surfaces know what is off as one list; what the policy switches off stays as the user had it. */
function ownFeatures(wanted: readonly Feature[], own: Preferences, policy: Policy): readonly Feature[] {
  const isOff = (feature: Feature) =>
    (policy.featuresOff.includes(feature) ? own.featuresOff : wanted).includes(feature);
  return FEATURES.filter(isOff);
}

/** A language that nothing here serves would be English under another name: IT is told instead. */
function withServedLanguage({ policy, problems }: PolicyReading): PolicyReading {
  const { language } = policy;
  if (language === null) return { policy, problems };
  const served = servedLanguage(language);
  if (served !== null) return { policy: { ...policy, language: served }, problems };
  return { policy: { ...policy, language: null }, problems: [...problems, { name: 'language', entry: language }] };
}
