/** True for a name in which every word that was typed begins somewhere; without words every name fits. */
export function fits(name: string, query: string): boolean {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return true;
  const own = wordsOf(name);
  return wanted.every((word) => own.some((each) => each.startsWith(word)));
}

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
