/** Samples of what is known of an application, for tests of several rooms. */
import { type MarketView, NOTHING_SEEN } from '../domain/market/view.ts';

const { cards: _cards, tiles: _tiles, opening: _opening, needsSubscription: _needs, ...seen } = NOTHING_SEEN;

/** Nothing was ever seen of an application. */
export const NO_MARKET: MarketView = { ...seen, run: null, guardsOthers: false };
