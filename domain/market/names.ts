/** Names as people see them: Cyrillic letters that look like Latin ones, case and spacing make no difference. */

const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  н: 'h',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  т: 't',
  у: 'y',
  х: 'x',
};

/** A name folded to what it looks like; only for comparing. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[авсеёнкмортух]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();

/** True when two names look the same, one of them perhaps cut short with dots at its end. */
export function looksSame(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  return a === b || isCutOf(a, b) || isCutOf(b, a);
}

function isCutOf(short: string, whole: string): boolean {
  const head = /^(.+?)\s*(?:\.\.\.|…)$/.exec(short)?.[1];
  return head !== undefined && whole.startsWith(head);
}
