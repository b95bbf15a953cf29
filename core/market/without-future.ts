/** What is remembered of an application after the computer's clock was set back: nothing is ahead of it. */
import type { Part } from '../../domain/market/record.ts';
import type { MarketWatch } from '../../domain/market/view.ts';

/** The same object when nothing lies ahead. */
export function watchWithoutFuture(watch: MarketWatch, now: number): MarketWatch {
  const { listedAt, presence, opening, cards, tiles, access, lastWipe } = watch;
  const parts = [tiles, ...cards.map(({ tabs }) => tabs)].map(timeOf);
  const times = [listedAt, presence?.at, opening?.at, access?.at, lastWipe?.at, ...parts];
  if (times.every((at) => (at ?? 0) <= now)) return watch;
  return {
    ...watch,
    listedAt: listedAt && Math.min(listedAt, now),
    presence: presence && atMost(presence, now),
    opening: opening && atMost(opening, now),
    access: access && atMost(access, now),
    lastWipe: lastWipe && atMost(lastWipe, now),
    tiles: partUntil(tiles, now),
    cards: cards.map(({ card, tabs }) => ({ card, tabs: partUntil(tabs, now) })),
  };
}

const timeOf = (part: Part<unknown>): number => (part.state === 'read' ? part.at : 0);

const atMost = <T extends { at: number }>(seen: T, now: number): T => ({ ...seen, at: Math.min(seen.at, now) });

const partUntil = <T>(part: Part<T>, now: number): Part<T> => (part.state === 'read' ? atMost(part, now) : part);
