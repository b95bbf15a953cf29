/** What has to be typed before settings and data may be deleted. */
import { foldName } from './names.ts';

/** A longer name is nothing to type. */
const LONGEST = 60;

/** The application's name; `fallback` where it has none that can be typed. */
export function eraseWord(name: string, fallback: string): string {
  const word = name.replace(/\s+/g, ' ').trim();
  return word === '' || word.length > LONGEST ? fallback : word;
}

/** True when the word was typed as people see it: case, spaces and letters that look alike make no difference. */
export const isEraseWord = (typed: string, word: string): boolean => foldName(typed) === foldName(word);
