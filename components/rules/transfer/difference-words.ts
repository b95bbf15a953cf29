import type { RulesMessages } from '../../../domain/rules-text.ts';
import { placeWords } from '../editor/problem-words.ts';

/** The names that the form has for what a document says with a word of its own, by the end of the path. */
const NAMES: readonly [RegExp, (words: RulesMessages) => Readonly<Record<string, string>>][] = [
  [/^trigger\.kind$/, ({ triggerName }) => triggerName],
  [/^actions\.\d+\.kind$/, ({ actionName }) => actionName],
  [/^actions\.\d+\.place$/, ({ place, editor }) => ({ ...place, ...editor.draftPlace })],
  [/^conditions\.match$/, ({ editor }) => editor.match],
  [/^conditions\.list\.\d+\.fact$/, ({ fact }) => fact],
  [/^conditions\.list\.\d+\.is$/, ({ operator }) => operator],
  [/^workingHours$/, ({ workingHours }) => workingHours],
  [/^cooldown\.per$/, ({ editor }) => editor.per],
  [/^portals$/, ({ editor }) => ({ all: editor.allPortals })],
];

/** Where two rules differ, as the form names it; null for a place without words. */
export const placeName = (path: string, words: RulesMessages): string | null => placeWords(path, words);

/** A value as the form shows it; one that it has no words for stays as it is. */
export function valueName(path: string, value: string, words: RulesMessages): string {
  const names = NAMES.find(([pattern]) => pattern.test(path))?.[1](words) ?? {};
  return Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
