/** Every word of the palette once: a key is compared with words, not with a quarter of a million texts. */
import { lettersOf } from './fold.ts';
import { canFit, type Fit, matcherFor } from './match.ts';

/** What each word is worth for one typed word, by the word's number. */
export interface Worths {
  of: Float32Array;
  /** How many words fit. */
  count: number;
}

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** The letters of each word: most are ruled out by them, at next to no cost. */
  readonly #cyrillic: number[] = [];
  readonly #others: number[] = [];

  /** How many words there are. */
  get size(): number {
    return this.#words.length;
  }

  /** The number of a word, which stays the same. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    const [cyrillic, others] = lettersOf(word);
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#cyrillic.push(cyrillic);
    this.#others.push(others);
    return number;
  }

  /** Compares typed words, of which any may be meant, with all words. */
  worthsOf(typed: readonly string[], fit: Fit): Worths {
    const of = new Float32Array(this.#words.length);
    let count = 0;
    for (const each of typed) if (canFit(each, fit)) count += this.#compare(each, fit, of);
    return { of, count };
  }

  #compare(typed: string, fit: Fit, into: Float32Array): number {
    const [cyrillic, others] = lettersOf(typed);
    const worthOf = matcherFor(typed, fit);
    let count = 0;
    for (let number = 0; number < this.#words.length; number++) {
      const missingCyrillic = cyrillic & ~(this.#cyrillic[number] as number);
      const missingOthers = others & ~(this.#others[number] as number);
      if ((missingCyrillic !== 0 || missingOthers !== 0) && fit !== 'slip') continue;
      // One letter too many may be one that is not there at all.
      if (hasTwoBits(missingCyrillic, missingOthers)) continue;
      const worth = worthOf(this.#words[number] as string);
      if (worth <= (into[number] as number)) continue;
      into[number] = worth;
      count++;
    }
    return count;
  }
}

const hasTwoBits = (one: number, other: number): boolean =>
  (one & (one - 1)) !== 0 || (other & (other - 1)) !== 0 || (one !== 0 && other !== 0);
