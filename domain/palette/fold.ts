/** One spelling for all, so that what is typed and what is looked for are compared letter by letter. */

/** What most texts are made of; for them the slow classes of Unicode are not needed. */
const PLAIN = /^[\x20-\x7eа-я\n«»—–]*$/;
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** No capitals, no wide letters, no accents, е for ё; й is a letter of its own and stays. */
function fold(text: string): string {
  // As a compatible form the sign would become the letters "No" and grow into the number behind it.
  const small = text.replace(/№/g, '#').normalize('NFKC').toLowerCase();
  if (PLAIN.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/(?<!и)\u0306|(?!\u0306)\p{M}/gu, '')
    .normalize('NFC');
}

/** The words of a text in one spelling. */
export function wordsOf(text: string): string[] {
  if (text === '') return [];
  const folded = fold(text);
  return folded.split(PLAIN.test(folded) ? /[^a-z0-9а-я]+/ : /[\s\p{P}\p{S}\p{C}]+/u).filter(Boolean);
}

/**
 * What the same keys give on the other keyboard, `ghbdtn` as `привет`; null when no key is another there. The signs of
 * a Latin keyboard that carry Cyrillic letters count, so a text is taken as it was typed, before it is cut into words.
 */
export function onOtherKeyboard(typed: string): string | null {
  const small = typed.toLowerCase();
  const isCyrillic = /[а-яё]/.test(small);
  const [from, to] = isCyrillic ? [CYRILLIC, LATIN] : [LATIN, CYRILLIC];
  const other = Array.from(small, (sign) => to[from.indexOf(sign)] ?? sign).join('');
  return other === small ? null : other;
}

/** Which letters a word has, one bit each: Cyrillic in the first number, Latin, digits and the rest in the second. */
export type Letters = readonly [number, number];

/** The bits of one letter. */
function bitsOf(code: number): Letters {
  if (code >= 0x430 && code <= 0x44f) return [1 << (code - 0x430), 0];
  if (code >= 0x61 && code <= 0x7a) return [0, 1 << (code - 0x61)];
  // Two digits share a bit: there are five left for them.
  if (code >= 0x30 && code <= 0x39) return [0, 1 << (26 + ((code - 0x30) >> 1))];
  return [0, 1 << 31];
}

const BITS: readonly Letters[] = Array.from({ length: 0x450 }, (_, code) => bitsOf(code));
const OTHER: Letters = bitsOf(0xffff);

/** The letters of a word. */
export function lettersOf(word: string): Letters {
  let [cyrillic, others] = [0, 0];
  for (let at = 0; at < word.length; at++) {
    const bits = BITS[word.charCodeAt(at)] ?? OTHER;
    cyrillic |= bits[0];
    others |= bits[1];
  }
  return [cyrillic, others];
}
