/** Finds employees by what is typed, fast enough for each key in a list of thousands. */
import type { Employee } from './facts.ts';

/** An employee with what is searched, written once. */
export interface Findable<T extends { id: string; name: string }> {
  person: T;
  text: string;
}

const folded = (text: string) => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** Makes people findable by name, id, and whatever else is said of them. */
export const findable = <T extends { id: string; name: string }>(
  people: readonly T[],
  more: (person: T) => string = () => '',
): Findable<T>[] => people.map((person) => ({ person, text: ` ${folded(`${person.name} ${more(person)}`)}` }));

/** Those that every typed word fits: the beginning of a word, or the id. */
export function searchPeople<T extends { id: string; name: string }>(
  people: readonly Findable<T>[],
  query: string,
): T[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return people.map(({ person }) => person);
  return people
    .filter(({ person, text }) => words.every((word) => person.id === word || isIn(text, word)))
    .map(({ person }) => person);
}

/** One letter is asked of beginnings only: in the middle it fits everybody. */
const isIn = (text: string, word: string) => text.includes(word.length === 1 ? ` ${word}` : word);

/** Employees in the order of their names. */
export function byName<T extends Pick<Employee, 'name'>>(people: readonly T[], language: string): T[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...people].sort((one, other) => compare(one.name, other.name));
}
