/** Where in a settings file something was left out, and why, in words. */
import type { AllPortalsMessages, SkippedPlace, SkippedWhy } from '../../../domain/settings-text.ts';

type Words = AllPortalsMessages['load'];

const PLACES: readonly SkippedPlace[] = ['settings', 'chip', 'look', 'notes', 'register'];

/** "Portal 3 of the file, notes: a value that is not possible". */
export function skippedLine({ field, why }: { field: string; why: string }, words: Words): string {
  return `${placeText(field, words)}: ${words.skippedWhy[why as SkippedWhy] ?? words.skippedWhy.wrongValue}`;
}

/** `field` is made of our own names and of positions: `portals.2.notes.7`, `preferences.language`. */
function placeText(field: string, words: Words): string {
  const [first, position, part] = field.split('.');
  const { skippedPlace: place } = words;
  if (first === 'preferences') return place.preferences;
  if (position === undefined || !/^\d+$/.test(position)) return place.file;
  const known = PLACES.find((each) => each === part);
  return words.inPortal(Number(position) + 1, place[known ?? 'portal']);
}
