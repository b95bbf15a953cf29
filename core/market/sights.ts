/** What a page shows of applications, turned into what is remembered and what a reinstall hears. */
import type { MarketSight } from '../../bitrix24/market-protocol.ts';
import { tabsOf } from '../../bitrix24/market-tabs.ts';
import { tilesOf } from '../../bitrix24/market-tiles.ts';
import {
  type AppsList,
  CHATAPP,
  type ConfirmedApp,
  confirmApp,
  identify,
  type ListedApp,
  type Presence,
  presenceIn,
} from '../../domain/market/apps.ts';
import type { CardTabs, Part } from '../../domain/market/record.ts';
import type { ReinstallEvent } from '../../domain/market/reinstall.ts';
import type { MarketWatch } from '../../domain/market/view.ts';

type Sight<K extends MarketSight['kind']> = Extract<MarketSight, { kind: K }>;

/** Types of cards whose tabs are remembered; a portal with more smart processes has the newest of them. */
const MOST_CARDS = 12;
/** Applications somebody may have to choose from. */
const MOST_CANDIDATES = 20;
/** Applications that are not asked about again. */
const MOST_DECLINED = 200;

/**
 * What is remembered after a page was seen. Contents are as old as their loading, however late they are told, and an
 * older page does not take the place of a newer one: two may be open, and a new script tells all of them again.
 */
export function watchAfter(watch: MarketWatch, sight: MarketSight, now: number): MarketWatch {
  const at = 'shownSince' in sight ? Math.min(sight.shownSince, now) : now;
  switch (sight.kind) {
    case 'apps':
      return at < (watch.listedAt ?? 0) ? watch : listSeen(watch, sight, at);
    case 'appPage':
      return pageSeen(watch, sight, at);
    case 'appFrame':
      return openingSeen(watch, sight, at);
    case 'tabs':
      return tabsSeen(watch, sight, at);
    case 'tiles':
      return tilesSeen(watch, sight, at);
    case 'install':
      return installSeen(watch, sight);
    case 'accessClosed':
      return watch;
  }
}

/** The window leads to the application under its number, which may be told here for the first time. */
function installSeen(watch: MarketWatch, { code, appId }: Sight<'install'>): MarketWatch {
  const { confirmed } = watch;
  if (!confirmed || appId === undefined || code !== confirmed.code) return watch;
  return { ...watch, confirmed: completed(confirmed, { appId, name: '' }) };
}

function listSeen(watch: MarketWatch, sight: Sight<'apps'>, at: number): MarketWatch {
  const { generation } = sight;
  const { confirmed } = watch;
  if (!confirmed) return { ...watch, generation, listedAt: at, ...choice(sight, watch.declined) };
  const listed = sight.apps.find(({ code }) => code === confirmed.code);
  const seen = withPresence({ ...watch, generation, listedAt: at }, presenceIn(sight, confirmed.code), at);
  if (!listed) return seen;
  return {
    ...seen,
    confirmed: completed(confirmed, listed),
    isUnpublished: listed.isUnpublished ?? seen.isUnpublished,
    needsSubscription: listed.needsSubscription,
  };
}

/** Those that could be it; the ones that somebody said no to are not asked about again. */
function choice({ apps }: Pick<AppsList, 'apps'>, declined: readonly string[]) {
  const asked = identify(
    CHATAPP,
    apps.filter(({ code }) => code === null || !declined.includes(code)),
    null,
  );
  const { candidates, nameless } = asked.state === 'ask' ? asked : { candidates: [], nameless: [] };
  return { candidates: candidates.slice(0, MOST_CANDIDATES), nameless: nameless.slice(0, MOST_CANDIDATES) };
}

/** Its number and its name, as far as this page tells them. */
function completed(confirmed: ConfirmedApp, { appId, name }: Pick<ListedApp, 'appId' | 'name'>): ConfirmedApp {
  const isSame = (appId === null || appId === confirmed.appId) && (name === '' || name === confirmed.name);
  return isSame ? confirmed : { ...confirmed, appId: appId ?? confirmed.appId, name: name || confirmed.name };
}

const withPresence = (watch: MarketWatch, presence: Presence, at: number): MarketWatch =>
  presence === 'unknown' || at < (watch.presence?.at ?? 0) ? watch : { ...watch, presence: { presence, at } };

function openingSeen(watch: MarketWatch, sight: Sight<'appFrame'>, at: number): MarketWatch {
  const isOld = at < (watch.opening?.at ?? 0);
  return isOld || !isConfirmed(watch, sight) ? watch : { ...watch, opening: { trouble: sight.trouble, at } };
}

function pageSeen(watch: MarketWatch, sight: Sight<'appPage'>, at: number): MarketWatch {
  if (sight.code !== watch.confirmed?.code) return watch;
  const seen = withPresence(watch, sight.presence, at);
  return { ...seen, needsSubscription: sight.needsSubscription || seen.needsSubscription };
}

const isConfirmed = (
  { confirmed }: MarketWatch,
  { appId, code }: { appId: number | null; code: string | null },
): boolean =>
  confirmed !== null && ((code !== null && code === confirmed.code) || (appId !== null && appId === confirmed.appId));

const isNewerThan = (part: Part<unknown> | undefined, at: number): boolean => part?.state === 'read' && part.at > at;

function tabsSeen(watch: MarketWatch, sight: Sight<'tabs'>, at: number): MarketWatch {
  const { confirmed } = watch;
  const before = watch.cards.find(({ card }) => card === sight.card);
  if (!confirmed || isNewerThan(before?.tabs, at)) return watch;
  const { tabs } = tabsOf(sight.tabs, confirmed);
  const seen: CardTabs = { card: sight.card, tabs: { state: 'read', value: tabs, source: 'page', at } };
  const others = watch.cards.filter(({ card }) => card !== sight.card);
  return { ...watch, cards: [...others, seen].slice(-MOST_CARDS) };
}

function tilesSeen(watch: MarketWatch, sight: Sight<'tiles'>, at: number): MarketWatch {
  const { confirmed } = watch;
  if (!confirmed || isNewerThan(watch.tiles, at)) return watch;
  return {
    ...watch,
    tiles: { state: 'read', value: tilesOf(sight.tiles, confirmed.name), source: 'page', at },
  };
}

/** What a reinstall of the confirmed application hears of it. */
export function eventsOf(sight: MarketSight, watch: MarketWatch, now: number): ReinstallEvent[] {
  const { confirmed } = watch;
  if (!confirmed) return [];
  switch (sight.kind) {
    case 'apps':
      return presenceEvent(presenceIn(sight, confirmed.code), sight.shownSince, now);
    case 'appPage':
      return sight.code === confirmed.code ? presenceEvent(sight.presence, sight.shownSince, now) : [];
    case 'install':
      // The window of another application says nothing about this one.
      if (sight.code !== undefined && sight.code !== null && sight.code !== confirmed.code) return [];
      return sight.refusal === null
        ? [{ type: 'install.seen', at: now }]
        : [{ type: 'install.refused', refusal: sight.refusal, message: sight.message, at: now }];
    case 'appFrame':
      // The portal leads from its window for installing straight to the application: where it opens, it is there.
      return isConfirmed(watch, sight) && (sight.trouble === null || sight.trouble === 'notFinished')
        ? presenceEvent('active', sight.shownSince, now)
        : [];
    default:
      return [];
  }
}

const presenceEvent = (presence: Presence, shownSince: number, now: number): ReinstallEvent[] =>
  presence === 'unknown'
    ? []
    : [{ type: 'application.seen', presence, shownSince: Math.min(shownSince, now), at: now }];

/** After "this one" and after "none of these". */
export function withChoice(watch: MarketWatch, code: string | null, now: number): MarketWatch | null {
  const offered = [...watch.candidates, ...watch.nameless];
  if (code === null) {
    const declined = [...new Set([...watch.declined, ...offered.flatMap((app) => app.code ?? [])])];
    return { ...watch, declined: declined.slice(-MOST_DECLINED), candidates: [], nameless: [] };
  }
  const app = offered.find((each) => each.code === code);
  const confirmed = app && confirmApp(app, now);
  if (!confirmed) return null;
  return {
    ...withPresence({ ...watch, candidates: [], nameless: [], declined: [] }, app.presence, watch.listedAt ?? now),
    confirmed,
    isUnpublished: app.isUnpublished,
    needsSubscription: app.needsSubscription,
  };
}
