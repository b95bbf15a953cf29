/** What was typed into the palette, as words to look for. */
import { onOtherKeyboard, wordsOf } from './fold.ts';

/** One typed word: the ways to read it, any of which may be meant. */
export type Term = readonly string[];

/** Nobody types more; a text pasted by mistake should not cost time. */
const LONGEST_QUERY = 100;
const MOST_TERMS = 8;

/**
 * The terms of a query; with `otherKeyboard` each may also have been meant for the other keyboard, since a word that is
 * right as it is may stand beside one that is not. Empty: nothing to look for.
 */
export function termsOf(query: string, otherKeyboard: boolean): Term[] {
  const parts = query.slice(0, LONGEST_QUERY).trim().split(/\s+/);
  const terms = parts.flatMap((part) => {
    const other = otherKeyboard ? onOtherKeyboard(part) : null;
    return termsOfPart([wordsOf(part), other === null ? [] : wordsOf(other)]);
  });
  return terms.slice(0, MOST_TERMS);
}

/** A part with signs inside is several words; only what is one word in each reading has alternatives. */
function termsOfPart(readings: readonly string[][]): Term[] {
  const single = readings.filter((words) => words.length === 1).flat();
  if (single.length > 0) return [single];
  return (readings[0] ?? []).map((word) => [word]);
}
