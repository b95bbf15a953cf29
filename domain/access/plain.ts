/** Texts as the patterns read them: without markup, unseen characters and letters that only look right. */

export interface PlainText {
  /** Lower case, `ё` as `е`, `№` as `#`, lines kept. */
  text: string;
  /** True when letters of two alphabets stood in one word, as if to hide it. */
  hasMixedLetters: boolean;
}

/** As much as the portal's own field takes. */
const LONGEST_TEXT = 20_000;

const BREAK = /\[br\s?\/?\]|<br\s?\/?>|<\/?(?:p|div|li|tr)>|\r\n?/gi;
const MARKUP = /\[\/?[a-z*]{1,12}(?:=[^[\]]{0,500})?\]|<\/?[a-z][^<>]{0,300}>/gi;
const ENTITIES: readonly [RegExp, string][] = [
  [/&(?:nbsp|#160);/gi, ' '],
  [/&(?:quot|laquo|raquo|#34);/gi, '"'],
  [/&(?:amp|#38);/gi, '&'],
  [/&(?:shy|zwnj|#8203);/gi, ''],
];

/** Latin letters and the Cyrillic ones that cannot be told from them. */
const LATIN = 'abcehkmoptxyijs';
const CYRILLIC = 'авсенкмортхуіјѕ';

/** The text without markup; quotation marks and signs stay. */
export function withoutMarkup(raw: string): string {
  let text = raw.slice(0, LONGEST_TEXT).replace(BREAK, '\n').replace(MARKUP, '');
  for (const [entity, sign] of ENTITIES) text = text.replace(entity, sign);
  return text;
}

/** Makes a text ready for the patterns of this folder. */
export function plainText(raw: string): PlainText {
  const seen = withoutMarkup(raw)
    .replaceAll('№', '#')
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]/gu, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
  let hasMixedLetters = false;
  const text = seen.replace(/[\p{L}03]{2,}/gu, (word) => {
    const folded = foldWord(word);
    if (folded !== word) hasMixedLetters = true;
    return folded;
  });
  return { text, hasMixedLetters };
}

/** One word in one alphabet where look-alikes stand in for the rarer one; a word that merely mixes both stays. */
function foldWord(word: string): string {
  const cyrillic = word.match(/[а-яіјѕ]/g)?.length ?? 0;
  const latin = word.match(/[a-z]/g)?.length ?? 0;
  const isCyrillic = cyrillic >= latin && cyrillic > 0;
  // Zero and three between letters are o and з.
  const lettered = /\p{L}[03]+\p{L}/u.test(word)
    ? word.replace(/(?<=\p{L})0(?=\p{L})/gu, isCyrillic ? 'о' : 'o').replace(/(?<=[а-я])3(?=[а-я])/g, 'з')
    : word;
  if (cyrillic === 0 || latin === 0) return lettered;
  const [from, to] = isCyrillic ? [LATIN, CYRILLIC] : [CYRILLIC, LATIN];
  const folded = lettered.replace(new RegExp(`[${from}]`, 'g'), (letter) => to[from.indexOf(letter)] ?? letter);
  const isWhole = isCyrillic ? !/[a-z]/.test(folded) : !/[а-яіјѕ]/.test(folded);
  return isWhole ? folded : lettered;
}

/** The sentences of a plain text, each with the sign that ends it. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/(?<!\p{L})тех\. ?(?=поддержк)/gu, 'тех')
    .split(/(?<=[.!?…]["»”)]?)\s|\n/)
    .filter((sentence) => sentence.trim() !== '');
