/** The policy as the browser hands it over. Firefox checks nothing of it, Chromium drops what does not fit its schema. */
import * as v from 'valibot';
import {
  FIXABLE_SETTINGS,
  NO_POLICY,
  POLICY_NAMES,
  type Policy,
  type PolicyName,
  policyAddress,
} from '../../domain/policy.ts';
import { FEATURES, type Feature } from '../../domain/preferences.ts';
import { LanguageCode, SETTINGS_FIELDS } from '../settings-file/settings-schema.ts';

/** What of the policy could not be followed; `entry` is the text that IT wrote, cut short. */
export interface PolicyProblem {
  name: PolicyName | 'other';
  entry: string;
}

export interface PolicyReading {
  policy: Policy;
  problems: readonly PolicyProblem[];
}

const MOST_PORTALS = 1_000;
const LONGEST_ENTRY = 60;

/**
 * Takes what can be followed and names the rest. A list of portals of which nothing can be followed still means that
 * somebody wanted to narrow: then Latchdesk works nowhere.
 */
export function readPolicy(managed: unknown): PolicyReading {
  const problems: PolicyProblem[] = [];
  const found = new Reader(managed, (name, entry) => problems.push({ name, entry: entryText(entry) }));
  const policy: Policy = {
    portals: found.portals(),
    featuresOff: found.features(),
    isReadOnly: found.one('readOnly', v.boolean()) ?? false,
    // Empty would mean the portal's own language, which is what holds without a policy.
    language: found.one('language', v.pipe(LanguageCode, v.minLength(2))),
    settings: found.settings(),
  };
  found.nameStrangers();
  return { policy, problems };
}

class Reader {
  readonly #values: Record<string, unknown>;
  readonly #refuse: (name: PolicyProblem['name'], entry: unknown) => void;

  constructor(managed: unknown, refuse: (name: PolicyProblem['name'], entry: unknown) => void) {
    const isObject = typeof managed === 'object' && managed !== null && !Array.isArray(managed);
    this.#values = isObject ? { ...managed } : {};
    this.#refuse = refuse;
    if (!isObject && managed !== undefined && managed !== null) refuse('other', managed);
  }

  one<T>(name: PolicyName, schema: v.GenericSchema<unknown, T>): T | null {
    const value = this.#values[name];
    if (value === undefined) return null;
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) this.#refuse(name, value);
    return parsed.success ? parsed.output : null;
  }

  portals(): readonly string[] | null {
    if (this.#values.portals === undefined) return NO_POLICY.portals;
    const entries = this.#list('portals').slice(0, MOST_PORTALS);
    return entries.flatMap((entry) => {
      const address = typeof entry === 'string' ? policyAddress(entry) : null;
      if (address === null) this.#refuse('portals', entry);
      return address ?? [];
    });
  }

  features(): readonly Feature[] {
    const isFeature = (entry: unknown): entry is Feature => FEATURES.includes(entry as Feature);
    const entries = [...new Set(this.#list('featuresOff'))];
    for (const entry of entries.filter((each) => !isFeature(each))) this.#refuse('featuresOff', entry);
    return entries.filter(isFeature);
  }

  settings(): Policy['settings'] {
    const value = this.one('settings', v.record(v.string(), v.unknown())) ?? {};
    const fixed: Record<string, unknown> = {};
    for (const [name, wanted] of Object.entries(value)) {
      const field = FIXABLE_SETTINGS.find((each) => each === name);
      const parsed = field && v.safeParse(SETTINGS_FIELDS[field], wanted);
      if (field && parsed?.success) fixed[field] = parsed.output;
      else this.#refuse('settings', name);
    }
    return fixed as Policy['settings'];
  }

  /** A name with a slip of the pen would do nothing, and nobody would know. */
  nameStrangers(): void {
    const known: readonly string[] = POLICY_NAMES;
    for (const name of Object.keys(this.#values)) if (!known.includes(name)) this.#refuse('other', name);
  }

  #list(name: PolicyName): unknown[] {
    return this.one(name, v.array(v.unknown())) ?? [];
  }
}

const entryText = (entry: unknown): string =>
  (typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '')).slice(0, LONGEST_ENTRY);
