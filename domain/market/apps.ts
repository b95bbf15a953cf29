/** Applications as the portal lists them. */
import { looksSame } from './names.ts';

/** The portal has two generations of its pages, which share nothing but their meaning. */
export type MarketGeneration = 'new' | 'old';

/** `unknown`: the page does not tell. */
export type Presence = 'active' | 'absent' | 'unknown';

/** An application in the list of installed ones. */
export interface ListedApp {
  /** Null where the page does not tell. */
  code: string | null;
  appId: number | null;
  /** Empty for an application that left the Market. */
  name: string;
  developer: string;
  presence: Presence;
  /** It left the Market or is not to be had there now: it could not be installed again. Null: nobody tells. */
  isUnpublished: boolean | null;
  /** The portal wants a subscription before it installs or updates this application. */
  needsSubscription: boolean;
}

/** The list as one page shows it. */
export interface AppsList {
  generation: MarketGeneration;
  apps: ListedApp[];
  /** What is not in it, is not installed: the list is whole and leaves only that out. */
  provesAbsence: boolean;
}

/** Whether an application is installed, as far as this list tells. */
export function presenceIn(list: AppsList, code: string): Presence {
  const app = list.apps.find((each) => each.code === code);
  if (app) return app.presence;
  // A row without a code could be the one that is looked for.
  const isReadable = list.apps.every((each) => each.code !== null);
  return list.provesAbsence && isReadable ? 'absent' : 'unknown';
}

/** An application that an administrator has said to be the one, on one portal. */
export interface ConfirmedApp {
  code: string;
  appId: number | null;
  name: string;
  /** Epoch ms. */
  confirmedAt: number;
}

/** What an application of a kind is recognised by until somebody confirms it. */
export interface AppKind {
  name: string;
}

export const CHATAPP: AppKind = { name: 'ChatApp' };

export type Identity =
  | { state: 'known'; app: ConfirmedApp; listed: ListedApp | null }
  /** Somebody has to say which; the nameless ones may be it as well. */
  | { state: 'ask'; candidates: ListedApp[]; nameless: ListedApp[] }
  | { state: 'none' };

/** Which of the listed applications is the one of a kind: the confirmed one by its code, before that a question. */
export function identify(kind: AppKind, apps: readonly ListedApp[], confirmed: ConfirmedApp | null): Identity {
  if (confirmed) {
    return { state: 'known', app: confirmed, listed: apps.find(({ code }) => code === confirmed.code) ?? null };
  }
  const withCode = apps.filter(({ code }) => code !== null);
  const candidates = withCode.filter((app) => looksLike(kind, app));
  const nameless = withCode.filter(({ name }) => name === '').filter((app) => !candidates.includes(app));
  return candidates.length + nameless.length > 0 ? { state: 'ask', candidates, nameless } : { state: 'none' };
}

/** True for a name that begins like the kind's, or a developer who is called so. Letters that look alike count. */
export function looksLike(kind: AppKind, { name, developer }: Pick<ListedApp, 'name' | 'developer'>): boolean {
  return looksSame(name.trim().slice(0, kind.name.length), kind.name) || mentions(developer, kind.name);
}

const mentions = (text: string, name: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((word) => looksSame(word.slice(0, name.length), name));

/** What is kept once an administrator has said "this one"; null for an application whose code no page told. */
export const confirmApp = ({ code, appId, name }: ListedApp, now: number): ConfirmedApp | null =>
  code === null ? null : { code, appId, name, confirmedAt: now };
