/** What the note on a page of the portal is about, if anything. Pure: what the page is comes as a plain word. */
import type { ConfirmedApp, ListedApp, MarketGeneration } from './apps.ts';
import { isOpenRun, isSetAside } from './reinstall.ts';
import type { AccessSummary, MarketView, RunView, WipeAttempt } from './view.ts';

/** The page of a frame, as far as it matters for the note. */
export interface NotePlace {
  page: 'installed' | 'detail' | 'app' | 'line' | 'contactCenter' | 'card';
  /** Null on pages that look the same in both. */
  generation: MarketGeneration | null;
  /** The page lists the confirmed application, or is its own. */
  isOfApplication: boolean;
}

export type NoteContent =
  | { kind: 'identity'; candidates: ListedApp[]; nameless: ListedApp[] }
  | { kind: 'guide'; run: RunView; place: NotePlace }
  /** A page has shown that it is not installed; `at` in epoch ms. */
  | { kind: 'absent'; app: ConfirmedApp; at: number }
  | { kind: 'application'; app: ConfirmedApp; access: AccessSummary | null; lastWipe: WipeAttempt | null };

/** The loss of all data is told for that long. */
const LOSS_TOLD_FOR = 24 * 3_600_000;

/** What the note of a page says; null where there is nothing to say. */
export function noteFor(market: MarketView, place: NotePlace | null, now: number): NoteContent | null {
  if (!place) return null;
  const { run, confirmed } = market;
  if (run && isToldOn(place, run, now)) return { kind: 'guide', run, place };
  if (!confirmed) return place.page === 'installed' ? questionOf(market) : null;
  if (!isOfMarket(place)) return null;
  const { presence, access, lastWipe } = market;
  // Its own page says by itself that it is to be installed; the list says nothing of it.
  if (presence?.presence === 'absent')
    return place.page === 'installed' ? { kind: 'absent', app: confirmed, at: presence.at } : null;
  if (!place.isOfApplication) return null;
  return { kind: 'application', app: confirmed, access, lastWipe: isOf(confirmed, lastWipe) ? lastWipe : null };
}

/** A page of the Market, or the application itself. */
export const isOfMarket = ({ page }: NotePlace): boolean => page === 'installed' || page === 'detail' || page === 'app';

/** A run that stands still is told only where it can go on; one that is under way, on every page of its steps. */
function isToldOn(place: NotePlace, run: RunView, now: number): boolean {
  if (run.state === 'dataWiped') return isOfMarket(place) && now - run.changedAt < LOSS_TOLD_FOR;
  if (isSetAside(run)) return false;
  return isOpenRun(run) && (run.state !== 'stopped' || isOfMarket(place));
}

/** Asked only while one is listed about which nobody has said no. */
function questionOf({ candidates, nameless, declined }: MarketView): NoteContent | null {
  const isNew = ({ code }: ListedApp) => code !== null && !declined.includes(code);
  return [...candidates, ...nameless].some(isNew)
    ? { kind: 'identity', candidates: candidates.filter(hasCode), nameless: nameless.filter(hasCode) }
    : null;
}

const hasCode = ({ code }: ListedApp): boolean => code !== null;

const isOf = ({ code }: ConfirmedApp, wipe: WipeAttempt | null): boolean => wipe !== null && wipe.code === code;
