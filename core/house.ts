/**
 * What holds for all portals: the user's preferences, the policy above them, and the portals that are known. Loaded once
 * when the background starts and held in memory, so that whoever draws or decides can look without waiting.
 */
import { isCloudPortalHost } from '../bitrix24/addresses.ts';
import type { HouseRepository } from '../database/house.ts';
import type { InboxRest } from '../domain/inbox/rest.ts';
import { effectivePreferences, NO_POLICY, type Policy, servesAddress } from '../domain/policy.ts';
import { type KnownPortal, nextColour } from '../domain/portals/known-portal.ts';
import { DEFAULT_PREFERENCES, type Feature, type Preferences } from '../domain/preferences.ts';
import type { PausedReason } from '../domain/view.ts';
import type { PolicyProblem, PolicyReading } from './policy/read-policy.ts';

/** What a desk may know of the house. */
export interface HouseRules {
  readonly policy: Policy;
  /** What holds, the policy included. */
  readonly preferences: Preferences;
  portalOf(origin: string): KnownPortal | undefined;
  /** Why Latchdesk keeps off a portal; null when it works there. */
  whyPaused(origin: string): PausedReason | null;
}

/** Rules of a house in which nothing was set. */
export const NO_RULES: HouseRules = {
  policy: NO_POLICY,
  preferences: DEFAULT_PREFERENCES,
  portalOf: () => undefined,
  whyPaused: () => null,
};

export class House implements HouseRules {
  readonly #repository: HouseRepository;
  readonly #known = new Map<string, KnownPortal>();
  #own: Preferences = DEFAULT_PREFERENCES;
  #policy: Policy = NO_POLICY;
  #problems: readonly PolicyProblem[] = [];
  #rest: InboxRest | null = null;
  #isFirstRunDone = false;
  #managed: unknown = null;
  #loading: Promise<void> | null = null;
  /** Changes of portals, one after another: each sees what the one before it has made. */
  #changes: Promise<unknown> = Promise.resolve();
  #heard: () => void = () => undefined;

  constructor(repository: HouseRepository) {
    this.#repository = repository;
  }

  /** Resolves when everything is in memory; fails as long as the database cannot be read, and is tried again. */
  ready(): Promise<void> {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { preferences, rest, isFirstRunDone, managed, known } = await this.#repository.load();
    this.#own = { ...DEFAULT_PREFERENCES, ...preferences };
    this.#rest = rest;
    this.#isFirstRunDone = isFirstRunDone;
    this.#managed = managed;
    this.#known.clear();
    for (const portal of known) this.#known.set(portal.origin, portal);
    this.#heard();
  }

  /** Calls back after preferences, policy or portals have changed. */
  follow(heard: () => void): void {
    this.#heard = heard;
  }

  /** After everything was wiped. */
  async reload(): Promise<void> {
    this.#loading = null;
    await this.ready();
  }

  takePolicy({ policy, problems }: PolicyReading): void {
    this.#policy = policy;
    this.#problems = problems;
    this.#heard();
  }

  /** What IT had deployed when it was asked for last, as it was. */
  get managed(): unknown {
    return this.#managed;
  }

  async keepManaged(values: unknown): Promise<void> {
    await this.#repository.saveManaged(values);
    this.#managed = values;
  }

  get policy(): Policy {
    return this.#policy;
  }

  get problems(): readonly PolicyProblem[] {
    return this.#problems;
  }

  /** The user's own, before the policy. */
  get own(): Preferences {
    return this.#own;
  }

  get preferences(): Preferences {
    return effectivePreferences(this.#own, this.#policy);
  }

  get rest(): InboxRest | null {
    return this.#rest;
  }

  get isFirstRunDone(): boolean {
    return this.#isFirstRunDone;
  }

  isOn(feature: Feature): boolean {
    return !this.preferences.featuresOff.includes(feature);
  }

  /** All portals that are known. */
  get known(): readonly KnownPortal[] {
    return [...this.#known.values()];
  }

  portalOf(origin: string): KnownPortal | undefined {
    return this.#known.get(origin);
  }

  whyPaused(origin: string): PausedReason | null {
    const portal = this.#known.get(origin);
    if (!servesAddress(this.#policy, `${origin}${portal?.prefix ?? '/'}`)) return 'policy';
    if (!portal?.pause) return null;
    return portal.pause.by === 'user' ? 'paused' : 'noPermission';
  }

  async changePreferences(changes: Partial<Preferences>): Promise<void> {
    const next = { ...this.#own, ...changes };
    await this.#repository.savePreferences(next);
    this.#own = next;
    this.#heard();
  }

  async setRest(rest: InboxRest | null): Promise<void> {
    await this.#repository.saveRest(rest);
    this.#rest = rest;
  }

  async finishFirstRun(now: number): Promise<void> {
    await this.#repository.saveFirstRun(now);
    this.#isFirstRunDone = true;
  }

  /** Keeps a portal, a new one or one that has changed. */
  async keepPortal(portal: KnownPortal): Promise<void> {
    await this.#repository.savePortal(portal);
    this.#known.set(portal.origin, portal);
    this.#heard();
  }

  /** Changes a portal after all earlier changes; the same object is no change. Undefined for one that is not known. */
  changePortal(origin: string, change: (portal: KnownPortal) => KnownPortal): Promise<KnownPortal | undefined> {
    return this.#inTurn(async () => {
      const portal = this.#known.get(origin);
      const changed = portal && change(portal);
      if (changed && changed !== portal) await this.keepPortal(changed);
      return changed;
    });
  }

  /** The entry of a portal that the manifest knows, made when its first page is seen. */
  async meet(origin: string, now: number): Promise<KnownPortal> {
    return this.#known.get(origin) ?? this.#inTurn(() => this.#meet(origin, now));
  }

  async #meet(origin: string, now: number): Promise<KnownPortal> {
    const known = this.#known.get(origin);
    if (known) return known;
    const portal: KnownPortal = {
      ...{ origin, prefix: '/', source: 'manifest', pattern: `${origin}/*`, label: '' },
      ...{ colour: nextColour(this.known), pause: null, addedAt: now },
    };
    // One that was added is kept by whoever adds it: a page that is left open must not bring it back.
    if (isCloudPortalHost(new URL(origin).hostname)) await this.keepPortal(portal);
    return portal;
  }

  forgetPortal(origin: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#repository.removePortal(origin);
      this.#known.delete(origin);
      this.#heard();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#changes.then(work);
    this.#changes = result.catch(() => undefined);
    return result;
  }
}
