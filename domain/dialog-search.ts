/** Search over the support dialogs of a portal, in memory: everything is folded once, a key only looks it through. */

export interface Searchable {
  chatId: number;
  title: string;
  alias: string;
  tags: readonly string[];
  note: string;
  ticket: string;
}

export type SearchField = 'title' | 'alias' | 'tags' | 'note' | 'ticket';

export interface SearchHit {
  chatId: number;
  score: number;
  /** Where a word of the query stands; empty when only the chat's number was meant. */
  fields: SearchField[];
}

/** What a word at the beginning of a word is worth; what the user named weighs more than what was said. */
const WORTH: Readonly<Record<SearchField, number>> = { alias: 10, title: 8, tags: 8, ticket: 12, note: 4 };
const FIELDS: readonly SearchField[] = ['title', 'alias', 'tags', 'note', 'ticket'];
/** A whole word says more than its beginning, its inside less. */
const WHOLE = 1.25;
const INSIDE = 0.4;
const OWN_NUMBER = 20;
const DEFAULT_LIMIT = 50;
/** Nobody types more; a text pasted by mistake should not cost time. */
const LONGEST_QUERY = 200;

/** One word of the query. */
interface Term {
  /** The ways to read it, each a list of words that all have to be there. */
  readings: string[][];
  inTags: boolean;
  chatId: number | null;
}

interface Entry {
  chatId: number;
  /** Words with a blank before and after each. */
  fields: Readonly<Record<SearchField, string>>;
}

interface Found {
  score: number;
  /** One bit for each of the fields; a set for each of 20,000 dialogs would cost more than the search. */
  places: number;
}

export class DialogIndex {
  readonly #entries: readonly Entry[];

  constructor(items: readonly Searchable[]) {
    this.#entries = items.map((item) => ({
      chatId: item.chatId,
      fields: {
        title: padded(item.title),
        alias: padded(item.alias),
        tags: padded(item.tags.join(' ')),
        note: padded(item.note),
        ticket: padded(item.ticket),
      },
    }));
  }

  /** The dialogs in which every word of the query stands, best first, equals in the order they came in. */
  search(query: string, limit = DEFAULT_LIMIT): SearchHit[] {
    const typed = query.slice(0, LONGEST_QUERY);
    const hits = this.#find(termsOf(typed, false));
    const found = hits.length > 0 ? hits : this.#find(termsOf(typed, true));
    return found.sort((a, b) => b.score - a.score).slice(0, Math.max(0, limit));
  }

  #find(terms: readonly Term[]): SearchHit[] {
    if (terms.length === 0) return [];
    const hits: SearchHit[] = [];
    for (const entry of this.#entries) {
      const found = allOf(terms, (term) => findTerm(entry, term));
      if (found) hits.push({ chatId: entry.chatId, score: found.score, fields: fieldsOf(found.places) });
    }
    return hits;
  }
}

/** What all parts found together; null as soon as one finds nothing. */
function allOf<T>(parts: readonly T[], find: (part: T) => Found | null): Found | null {
  let score = 0;
  let places = 0;
  for (const part of parts) {
    const found = find(part);
    if (!found) return null;
    score += found.score;
    places |= found.places;
  }
  return { score, places };
}

function findTerm(entry: Entry, term: Term): Found | null {
  let best: Found | null = null;
  for (const words of term.readings) {
    const found = allOf(words, (word) => findWord(entry, word, term.inTags));
    if (found && found.score > (best?.score ?? 0)) best = found;
  }
  if (term.chatId !== entry.chatId) return best;
  return { score: OWN_NUMBER + (best?.score ?? 0), places: best?.places ?? 0 };
}

/** The worth of the best place of a word, and all the fields it stands in. */
function findWord(entry: Entry, word: string, inTags: boolean): Found | null {
  let score = 0;
  let places = 0;
  for (let place = 0; place < FIELDS.length; place++) {
    const field = FIELDS[place] as SearchField;
    if (inTags && field !== 'tags') continue;
    const text = entry.fields[field];
    const at = text.indexOf(word);
    if (at < 0) continue;
    const weight = text.includes(` ${word} `, at - 1) ? WHOLE : text.includes(` ${word}`, at - 1) ? 1 : INSIDE;
    score = Math.max(score, WORTH[field] * weight);
    places |= 1 << place;
  }
  return places === 0 ? null : { score, places };
}

const fieldsOf = (places: number): SearchField[] => FIELDS.filter((_, place) => places & (1 << place));

/** "#tag", "tag:name" and plain words; `otherLayout` reads each word on the other keyboard as well. */
function termsOf(query: string, otherLayout: boolean): Term[] {
  const terms: Term[] = [];
  for (const [, sign = '', typed = ''] of query.matchAll(/(?:(#|(?:tag|тег):\s*))?(\S+)/giu)) {
    const readings = [typed, ...(otherLayout ? onOtherLayout(typed) : [])]
      .map(wordsOf)
      .filter((words) => words.length > 0);
    const number = /^(?:chat)?(\d{1,15})$/i.exec(fold(typed))?.[1];
    // "#812" is how portals number their questions, so it is a number and no tag.
    const inTags = sign !== '' && !(sign === '#' && number !== undefined);
    const chatId = number !== undefined && !inTags ? Number(number) : null;
    if (readings.length > 0) terms.push({ readings, inTags, chatId });
  }
  return terms;
}

/** What most texts are made of; for them the slow classes of Unicode are not needed. */
const PLAIN = /^[\x20-\x7eа-я\n«»—–]*$/;

/** One spelling for all: no capitals, no wide letters, no accents, е for ё; й is a letter of its own and stays. */
function fold(text: string): string {
  // As a compatible form the sign would become the letters "No" and grow into the number behind it.
  const small = text.replace(/№/g, '#').normalize('NFKC').toLowerCase();
  if (PLAIN.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/(?<!и)\u0306|(?!\u0306)\p{M}/gu, '')
    .normalize('NFC');
}

/** The words of a text with a blank before and after each. */
function padded(text: string): string {
  if (text === '') return '';
  const folded = ` ${fold(text)} `;
  return folded.replace(PLAIN.test(folded) ? /[^a-z0-9а-я$+<=>^`|~]+/g : /[\s\p{P}\p{C}]+/gu, ' ');
}

const wordsOf = (text: string): string[] => padded(text).split(' ').filter(Boolean);

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** What the same keys give on the other keyboard, one reading for either direction that changes something. */
function onOtherLayout(text: string): string[] {
  const typed = text.toLowerCase();
  const swap = (from: string, to: string) => Array.from(typed, (sign) => to[from.indexOf(sign)] ?? sign).join('');
  return [swap(LATIN, CYRILLIC), swap(CYRILLIC, LATIN)].filter((other) => other !== typed);
}
