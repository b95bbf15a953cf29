/**
 * A language that nobody speaks: every text of another one with accents, 40 % longer and in brackets. Drawn with it, a
 * surface shows what would not fit, and what is written into a component instead of a catalogue.
 */

const ACCENTS: Record<string, string> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ó', s: 'š', u: 'ú', y: 'ý', z: 'ž' },
  ...{ A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ó', S: 'Š', U: 'Ú', Y: 'Ý', Z: 'Ž' },
  ...{ е: 'ё', и: 'й', у: 'ў', Е: 'Ё', И: 'Й', У: 'Ў' },
};
const LONGER_BY = 0.4;
/** Words in German and Finnish are as long as this; longer ones would test nothing that happens. */
const LONGEST_FILLER = 9;
const OPEN = '⟦';
const CLOSE = '⟧';

/** A locale with pseudo texts; its dates and numbers stay those of its language. */
export function pseudoLocale<T extends { messages: object }>(locale: T): T {
  return { ...locale, messages: pseudoMessages(locale.messages) };
}

function pseudoMessages<T>(messages: T): T {
  if (typeof messages === 'string') return pseudoText(messages) as T;
  if (typeof messages === 'function') {
    const call = messages as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => pseudoMessages(call(...args))) as T;
  }
  if (Array.isArray(messages)) return messages.map(pseudoMessages) as T;
  if (typeof messages !== 'object' || messages === null) return messages;
  return Object.fromEntries(Object.entries(messages).map(([name, each]) => [name, pseudoMessages(each)])) as T;
}

/** The text, marked and lengthened; what has no letters stays as it is. */
export function pseudoText(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return text;
  const accented = [...text].map((sign) => ACCENTS[sign] ?? sign).join('');
  return `${OPEN}${accented}${filler(Math.ceil([...text].length * LONGER_BY))}${CLOSE}`;
}

/** As many signs as were asked for, in words that can be broken like any others. */
function filler(length: number): string {
  const words = [];
  for (let left = length; left > 0; left -= LONGEST_FILLER)
    words.push('o'.repeat(Math.max(1, Math.min(left, LONGEST_FILLER) - 1)));
  return words.length > 0 ? ` ${words.join(' ')}` : '';
}

/** Texts and labels below an element that come out of no catalogue, nor out of the data that was drawn. */
export function hardCodedTexts(root: Element, data: unknown): string[] {
  const document = root.ownerDocument;
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/^(style|script)$/i.test(node.parentElement?.tagName ?? '')) texts.push(node.textContent ?? '');
  }
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
  }
  // The longest first: a name may be part of another.
  const known = stringsIn(data).sort((one, other) => other.length - one.length);
  const rest = texts.map((text) =>
    known.reduce((left, each) => left.replaceAll(each, ''), withoutBracketed(text)).trim(),
  );
  return rest.filter((text) => /\p{L}{2}/u.test(text));
}

function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') return data === '' ? [] : [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : [];
}

/** Brackets stand inside of brackets where a sentence is made of other texts. */
function withoutBracketed(text: string): string {
  let depth = 0;
  let outside = '';
  for (const sign of text) {
    if (sign === OPEN) depth += 1;
    else if (sign === CLOSE) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += sign;
  }
  return outside;
}
