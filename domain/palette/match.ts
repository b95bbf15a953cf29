/** How well a typed word fits a word: exactly, with letters left out, or with one slip of the finger. 0: it does not. */

/** The strictest first. */
export const FITS = ['exact', 'loose', 'slip'] as const;
export type Fit = (typeof FITS)[number];

const WHOLE = 1.25;
const BEGINNING = 1;
const INSIDE = 0.4;
const LOOSE = 0.35;
const SLIP = 0.3;

/** The most that a word can be worth. */
export const BEST_WORTH = WHOLE;
/** Shorter ones stand in the middle of everything. */
const SHORTEST_INSIDE = 3;
const SHORTEST_LOOSE = 3;
const SHORTEST_SLIP = 5;
/** Letters that are left out are a few, not most. */
const MOST_STRETCH = 3;

/** True where this way of looking makes sense for a typed word; a number is right or another number. */
export const canFit = (typed: string, fit: Fit): boolean =>
  fit === 'exact' || (typed.length >= (fit === 'loose' ? SHORTEST_LOOSE : SHORTEST_SLIP) && !/\d/.test(typed));

/** Looks words up for one typed word. */
export function matcherFor(typed: string, fit: Fit): (word: string) => number {
  switch (fit) {
    case 'exact':
      return (word) => exactWorth(word, typed);
    case 'loose':
      return (word) => nearWorth(word, typed, typed.length * MOST_STRETCH, LOOSE);
    case 'slip': {
      const corrected = withoutOneLetter(typed);
      return (word) => Math.max(...corrected.map((each) => nearWorth(word, each, typed.length + 1, SLIP)));
    }
  }
}

function exactWorth(word: string, typed: string): number {
  const at = word.indexOf(typed);
  if (at < 0) return 0;
  if (at === 0) return word.length === typed.length ? WHOLE : BEGINNING;
  return typed.length < SHORTEST_INSIDE ? 0 : INSIDE;
}

/** All letters in their order from the beginning on, in at most `farthest` characters; the closer the better. */
function nearWorth(word: string, letters: string, farthest: number, most: number): number {
  if (word[0] !== letters[0]) return 0;
  let at = 0;
  for (let next = 1; next < letters.length; next++) {
    at = word.indexOf(letters[next] as string, at + 1);
    if (at < 0 || at >= farthest) return 0;
  }
  return most * (letters.length / (at + 1));
}

/**
 * A wrong, doubled or swapped letter is one too many, and without it the others stand in their order; the first letter
 * is taken to be right.
 */
function withoutOneLetter(typed: string): string[] {
  const words = Array.from({ length: typed.length - 1 }, (_, at) => typed.slice(0, at + 1) + typed.slice(at + 2));
  return [...new Set(words)];
}
