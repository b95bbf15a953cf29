/** One index over everything that can be opened or done, on all portals; each key looks it through anew. */
import type { PaletteEntry } from './entry.ts';
import { FITS, type Fit } from './match.ts';
import { type Term, termsOf } from './query.ts';
import { ceilingOf, entryWorth, makeShelf, placeWorths, type Shelf } from './shelf.ts';
import { Vocabulary, type Worths } from './vocabulary.ts';

export interface PaletteHit {
  entry: PaletteEntry;
  /** How it was found: with all letters, with letters left out, with a slip. */
  fit: Fit;
  /** True when a word of the query was read as if typed on the other keyboard. */
  isOtherKeyboard: boolean;
}

const DEFAULT_LIMIT = 20;

/** Words that no entry has any more stay known, so a page that lives for days makes a new one now and then. */
export class PaletteIndex {
  readonly #vocabulary = new Vocabulary();
  /** In the order in which equals are shown. */
  readonly #shelves = new Map<string, Shelf>();

  /**
   * Puts entries of one kind in place of those that had this name; in the order in which equals are shown, so the most
   * recent first. `place` are words that name the portal of all of them.
   */
  put(name: string, entries: readonly PaletteEntry[], place = ''): void {
    this.#shelves.set(name, makeShelf(this.#vocabulary, entries, place));
  }

  /** Takes entries away, as of a portal that was wiped. */
  remove(name: string): void {
    this.#shelves.delete(name);
  }

  /** What fits best, the best first: what was found more strictly stays above what was not. */
  search(query: string, limit = DEFAULT_LIMIT): PaletteHit[] {
    const hits: PaletteHit[] = [];
    const seen = new Set<PaletteEntry>();
    const add = (terms: readonly Worths[], how: Omit<PaletteHit, 'entry'>) => {
      if (terms.length === 0 || hits.length >= limit) return;
      for (const entry of this.#best(terms, limit - hits.length, seen)) {
        seen.add(entry);
        hits.push({ entry, ...how });
      }
    };
    const [asTyped, either] = [termsOf(query, false), termsOf(query, true)];
    for (const fit of FITS) {
      const typed = this.#worthsOf(asTyped, fit);
      add(typed, { fit, isOtherKeyboard: false });
      const other = this.#worthsOf(either, fit);
      if (!hasSameWords(typed, other)) add(other, { fit, isOtherKeyboard: true });
    }
    return hits;
  }

  /** Empty when a term fits no word at all: then no entry can have all of them. */
  #worthsOf(terms: readonly Term[], fit: Fit): Worths[] {
    const worths: Worths[] = [];
    for (const term of terms) {
      const worth = this.#vocabulary.worthsOf(term, fit);
      if (worth.count === 0) return [];
      worths.push(worth);
    }
    return worths;
  }

  #best(terms: readonly Worths[], limit: number, seen: ReadonlySet<PaletteEntry>): PaletteEntry[] {
    const best = new Best(limit);
    for (const shelf of this.#shelves.values()) {
      const ceiling = ceilingOf(shelf, terms);
      const places = placeWorths(shelf, terms);
      // Equals stay behind, so nothing can come in any more once all are as good as it gets.
      for (let index = 0; index < shelf.entries.length && best.floor < ceiling; index++) {
        const worth = entryWorth(shelf, index, terms, places);
        if (worth <= best.floor) continue;
        const entry = shelf.entries[index] as PaletteEntry;
        if (!seen.has(entry)) best.add(entry, worth);
      }
    }
    return best.entries;
  }
}

/** The other keyboard is no news where it adds no word: the search would only be made twice. */
const hasSameWords = (typed: readonly Worths[], other: readonly Worths[]): boolean =>
  typed.length === other.length && typed.every(({ count }, at) => count === other[at]?.count);

/** The best few of many, in order. */
class Best {
  readonly #limit: number;
  readonly #found: { entry: PaletteEntry; worth: number }[] = [];
  /** What an entry has to be worth more than. */
  floor = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get entries(): PaletteEntry[] {
    return this.#found.map(({ entry }) => entry);
  }

  add(entry: PaletteEntry, worth: number): void {
    let at = this.#found.length;
    while (at > 0 && (this.#found[at - 1]?.worth ?? 0) < worth) at--;
    this.#found.splice(at, 0, { entry, worth });
    if (this.#found.length > this.#limit) this.#found.pop();
    if (this.#found.length === this.#limit) this.floor = this.#found.at(-1)?.worth ?? 0;
  }
}
