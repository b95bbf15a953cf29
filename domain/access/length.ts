/** How many days of access a text names. */
import { plainText, sentencesOf } from './plain.ts';
import { LONGEST_ACCESS } from './record.ts';

export interface NamedLength {
  /** Null when the text names no length, or none that can be believed. */
  days: number | null;
  /** What it names and nobody should believe. */
  unbelievedDays: number | null;
}

/** A unit in hours, by its beginnings in the languages of the portal. */
const UNITS: readonly (readonly [string, number])[] = [
  ['час(?:а|ов|у)?|ч\\.|hours?|hrs?|stunden?|heures?|horas?|godzin\\p{L}?|saat', 1],
  [
    'дн(?:я|ей|евн\\p{L}{2,4}|и|\\.)|день|дня|сут(?:ки|ок|очн\\p{L}{2,4})|days?|tage?n?|jours?|d[ií]as?|dni|dzień|giorn[oi]|gün',
    24,
  ],
  ['недел(?:я|ю|и|ь|ьн\\p{L}{2,4})|weeks?|wochen?|semaines?|semanas?|tydzień|tygodni\\p{L}?|settiman[ae]|hafta', 168],
  ['месяц(?:а|ев)?|months?', 720],
  ['год(?:а)?|лет|years?', 8_760],
];
const WORDS: Record<string, number> = {
  ...{ один: 1, одну: 1, одни: 1, одного: 1, два: 2, две: 2, двух: 2, три: 3, трех: 3, четыре: 4, пять: 5, шесть: 6 },
  ...{ семь: 7, восемь: 8, девять: 9, десять: 10, четырнадцать: 14, двадцать: 20, тридцать: 30 },
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ fourteen: 14, twenty: 20, thirty: 30 },
};

const WORD = Object.keys(WORDS).join('|');
const UNIT = UNITS.map(([names]) => `(${names})`).join('|');
/** The number or its word, the word in brackets after it, the unit. A unit alone, after "for" or its like, is one. */
const LENGTH = new RegExp(
  `(?:(?<![\\d.,:/-])(\\d{1,9})|(?<!\\p{L})((?:(?:двадцать|тридцать|twenty|thirty)[ -])?(?:${WORD}))(?!\\p{L})|(?<!\\p{L})(?:на|сроком|срок|for|pour|por|per|für))` +
    `(?: ?\\([^()\\n]{1,30}\\))?(?: (?:календарн|рабоч|полн|calendar|business|working|full)\\p{L}{0,5})?[ -]{0,2}(?:${UNIT})(?!\\p{L})`,
  'gu',
);

/** Sentences that may speak of how long; the others name other lengths, such as the time for a reply. */
const OF_ACCESS = /(?<!\p{L})доступ(?!н)|access|zugriff|zugang|accès|acceso|acesso|dostęp|erişim/u;
const OF_LENGTH = /(?<!\p{L})(?:срок|период|длительн|продолжительн|действ|duration|period|valid|expir|lasts?)/u;
const OF_REPLY = /(?<!\p{L})(?:ответ|отвеч|repl|answer|respond)/u;
/** "for 21 days" is rather meant than any other number of the sentence. */
const INTRODUCED = /(?<!\p{L})(?:на|сроком(?: на)?|в течение|срок:?|for|für|pour|por|per|period of) $/u;

/** The length of an access by the words of a message: 21 for "3 недели", 1 for "24 часа". */
export function lengthIn(raw: string): NamedLength {
  const { text } = plainText(raw);
  const sentences = sentencesOf(text).filter((sentence) => !OF_REPLY.test(sentence));
  const found =
    firstLength(sentences.filter((sentence) => OF_ACCESS.test(sentence))) ??
    firstLength(sentences.filter((sentence) => OF_LENGTH.test(sentence))) ??
    // A short text, such as a label or a field of its own, is nothing but the length.
    (text.length <= 40 ? firstLength([/^\p{L}+$/u.test(text) ? `на ${text}` : text]) : null);
  if (found === null) return { days: null, unbelievedDays: null };
  const isBelieved = found >= 1 && found <= LONGEST_ACCESS;
  return isBelieved ? { days: found, unbelievedDays: null } : { days: null, unbelievedDays: Math.min(found, 999_999) };
}

function firstLength(sentences: readonly string[]): number | null {
  for (const sentence of sentences) {
    const lengths = [...sentence.matchAll(LENGTH)];
    const introduced = lengths.find((match) => isIntroduced(sentence, match));
    const match = introduced ?? lengths[0];
    if (match) return daysOf(match);
  }
  return null;
}

function isIntroduced(sentence: string, match: RegExpExecArray): boolean {
  const isUnitAlone = match[1] === undefined && match[2] === undefined;
  return isUnitAlone || INTRODUCED.test(sentence.slice(Math.max(0, match.index - 20), match.index));
}

function daysOf(match: RegExpExecArray): number {
  const [, digits, words, ...units] = match;
  const count = digits === undefined ? numberOf(words) : Number(digits);
  const hours = UNITS[units.findIndex((unit) => unit !== undefined)]?.[1] ?? 24;
  return Math.ceil((count * hours) / 24);
}

const numberOf = (words: string | undefined): number =>
  words === undefined ? 1 : words.split(/[ -]/).reduce((sum, word) => sum + (WORDS[word] ?? 0), 0);
