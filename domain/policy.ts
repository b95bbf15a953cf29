/**
 * What the IT department has fixed for this browser, and what holds after it. A policy only narrows: it takes features
 * and portals away and fixes values, and what it does not name stays the user's.
 */
import type { Feature, Preferences } from './preferences.ts';
import { HIDEABLE_CARDS, type HideableCard, type Settings } from './settings.ts';

/** Settings of a portal that can be fixed; working time and what somebody has read are each person's own. */
export const FIXABLE_SETTINGS = [
  'waitingHours',
  'idleDays',
  'warnsOfSecrets',
  'accessDays',
  'accessReminders',
  'integratorReviewDays',
  'guardsOthers',
] as const satisfies readonly (keyof Settings)[];
export type FixableSetting = (typeof FIXABLE_SETTINGS)[number];

export interface Policy {
  /** The portals Latchdesk may work on, each as `policyAddress` writes it; null: any. */
  portals: readonly string[] | null;
  featuresOff: readonly Feature[];
  isReadOnly: boolean;
  /** Null: the user's choice. */
  language: string | null;
  settings: Partial<Pick<Settings, FixableSetting>>;
}

export const NO_POLICY: Policy = { portals: null, featuresOff: [], isReadOnly: false, language: null, settings: {} };

/** The names under which the policy is deployed; they are the properties of `public/managed-schema.json`. */
export const POLICY_NAMES = ['portals', 'featuresOff', 'readOnly', 'language', 'settings'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** What somebody cannot change: a preference, one feature, a setting, or the list of portals. */
export type LockedField =
  | 'language'
  | 'isReadOnly'
  | 'portals'
  | `featuresOff.${Feature}`
  | `settings.${FixableSetting}`
  | `settings.hiddenCards.${HideableCard}`;

/** True when nothing is fixed. */
export const isUnmanaged = (policy: Policy): boolean => lockedFields(policy).size === 0;

/** The preferences that hold: the user's, narrowed by the policy. */
export function effectivePreferences(preferences: Preferences, policy: Policy): Preferences {
  return {
    language: policy.language ?? preferences.language,
    isReadOnly: policy.isReadOnly || preferences.isReadOnly,
    featuresOff: union(preferences.featuresOff, policy.featuresOff),
  };
}

/** The settings of one portal that hold: a card that the policy switches off is hidden, a fixed value is that value. */
export function effectiveSettings(settings: Settings, policy: Policy): Settings {
  return { ...settings, ...policy.settings, hiddenCards: union(settings.hiddenCards, cardsOff(policy)) };
}

/** What is fixed, each with the name of the policy that fixes it. */
export function lockedFields(policy: Policy): ReadonlyMap<LockedField, PolicyName> {
  const fields: [LockedField, PolicyName][] = [];
  if (policy.portals !== null) fields.push(['portals', 'portals']);
  if (policy.isReadOnly) fields.push(['isReadOnly', 'readOnly']);
  if (policy.language !== null) fields.push(['language', 'language']);
  for (const feature of policy.featuresOff) fields.push([`featuresOff.${feature}`, 'featuresOff']);
  for (const card of cardsOff(policy)) fields.push([`settings.hiddenCards.${card}`, 'featuresOff']);
  for (const field of FIXABLE_SETTINGS) {
    if (policy.settings[field] !== undefined) fields.push([`settings.${field}`, 'settings']);
  }
  return new Map(fields);
}

/** True when Latchdesk may work at an address: on any one, or on those the policy names and the pages below them. */
export function servesAddress({ portals }: Policy, address: string): boolean {
  if (portals === null) return true;
  if (!URL.canParse(address)) return false;
  const page = new URL(address);
  const path = `${page.pathname.replace(/\/$/, '')}/`;
  return portals.some((portal) => {
    const fixed = new URL(portal);
    return fixed.origin === page.origin && path.startsWith(fixed.pathname);
  });
}

/** A portal as a policy may name it, `demo.bitrix24.ru` or `https://portal.example:8443/crm`; null for anything else. */
export function policyAddress(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (/[*\s]/.test(text) || !URL.canParse(address)) return null;
  const url = new URL(address);
  // A name in the address or a query would promise more than is compared.
  if (url.username !== '' || url.search !== '' || url.hash !== '') return null;
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
}

function cardsOff({ featuresOff }: Policy): HideableCard[] {
  return HIDEABLE_CARDS.filter((card) => featuresOff.includes(card));
}

const union = <T>(own: readonly T[], fixed: readonly T[]): readonly T[] =>
  fixed.every((each) => own.includes(each)) ? own : [...new Set([...own, ...fixed])];
