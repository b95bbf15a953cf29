/** Entries of one kind and portal, each as the numbers of its words. */
import type { PaletteEntry, PaletteTarget } from './entry.ts';
import { wordsOf } from './fold.ts';
import { BEST_WORTH } from './match.ts';
import type { Vocabulary, Worths } from './vocabulary.ts';

/** Few that somebody knows by name come before many that just have the word in them. */
const KIND_WEIGHT: Readonly<Record<PaletteTarget['kind'], number>> = {
  portal: 1.2,
  section: 1.15,
  action: 1.1,
  employee: 1,
  dialog: 1,
};
/** The very first word of a title says most. */
const AT_FIRST = 1.1;
/** What a surface does not show in its first line says less. */
const BESIDE_TITLE = 0.75;
/** A word that only names the portal says little of its entries. */
const IN_PLACE = 0.3;
const LONGEST_TEXT = 400;

export interface Shelf {
  entries: readonly PaletteEntry[];
  /** Numbers of words, one entry after the other. */
  words: Uint32Array;
  /** Where the words of an entry begin; one more than there are entries. */
  begins: Uint32Array;
  /** Where those that are not in its title begin. */
  besides: Uint32Array;
  /** Words that name the portal all entries are of. */
  place: readonly number[];
  weight: number;
}

/** Writes entries of one kind; `place` names their portal. */
export function makeShelf(vocabulary: Vocabulary, entries: readonly PaletteEntry[], place = ''): Shelf {
  const words: number[] = [];
  const begins = new Uint32Array(entries.length + 1);
  const besides = new Uint32Array(entries.length);
  const add = (text: string) => {
    for (const word of wordsOf(text.slice(0, LONGEST_TEXT))) words.push(vocabulary.numberOf(word));
    return words.length;
  };
  for (const [index, entry] of entries.entries()) {
    besides[index] = add(entry.title);
    begins[index + 1] = add(entry.words);
  }
  return {
    entries,
    words: Uint32Array.from(words),
    begins,
    besides,
    place: wordsOf(place).map((word) => vocabulary.numberOf(word)),
    weight: KIND_WEIGHT[entries[0]?.target.kind ?? 'dialog'],
  };
}

/** The most that an entry of this shelf can be worth. */
export const ceilingOf = ({ weight }: Shelf, terms: readonly Worths[]): number =>
  terms.length * BEST_WORTH * AT_FIRST * weight;

/** What each term is worth as a name of the portal; 0: it is none. */
export const placeWorths = ({ place }: Shelf, terms: readonly Worths[]): number[] =>
  terms.map(({ of }) => Math.max(0, ...place.map((word) => of[word] ?? 0)) * IN_PLACE);

/** What an entry is worth; 0 when a term is missing, or when nothing but its portal was named. */
export function entryWorth(shelf: Shelf, index: number, terms: readonly Worths[], places: readonly number[]): number {
  let sum = 0;
  let isOwn = false;
  for (let at = 0; at < terms.length; at++) {
    const own = termWorth(shelf, index, (terms[at] as Worths).of);
    const place = places[at] as number;
    if (own === 0 && place === 0) return 0;
    isOwn ||= own > 0;
    sum += own > place ? own : place;
  }
  return isOwn ? sum * shelf.weight : 0;
}

function termWorth({ words, begins, besides }: Shelf, index: number, of: Float32Array): number {
  const begin = begins[index] as number;
  const beside = besides[index] as number;
  const end = begins[index + 1] as number;
  if (begin === end) return 0;
  let best = (of[words[begin] as number] as number) * (begin < beside ? AT_FIRST : BESIDE_TITLE);
  for (let at = begin + 1; at < end; at++) {
    const worth = of[words[at] as number] as number;
    if (worth === 0) continue;
    const placed = at < beside ? worth : worth * BESIDE_TITLE;
    if (placed > best) best = placed;
  }
  return best;
}
