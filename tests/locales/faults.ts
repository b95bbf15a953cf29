/** What can be wrong with a language beside the one it was translated from. Each fault is a line that names its text. */
import { type Said, textsOf } from './texts.ts';

/** Paths that a language lacks, and those that no other has. */
export function missingTexts(reference: unknown, messages: unknown): string[] {
  const wanted = new Set(textsOf(reference).map(({ path }) => path));
  const found = new Set(textsOf(messages).map(({ path }) => path));
  return [
    ...[...wanted].filter((path) => !found.has(path)).map((path) => `${path} is missing`),
    ...[...found].filter((path) => !wanted.has(path)).map((path) => `${path} is nowhere else`),
  ];
}

/** Words that are the same in every language. */
const NAMES =
  /\b(?:ChatApp(?: Dialog)?|Bitrix24|Latchdesk|MIA|CRM|CSV|JSON|PDF|API|ID|IP|URL|Alt|Ctrl|Esc|Enter|OK|WhatsApp|Telegram|Excel)\b/g;

/** Texts with words that say the same in both languages: copied, and not translated. */
export function untranslatedTexts(reference: unknown, messages: unknown): string[] {
  const originals = new Map(textsOf(reference).map(({ path, texts }) => [path, texts]));
  const isCopy = ({ path, texts }: Said) => texts.join('\n') === originals.get(path)?.join('\n');
  const hasWords = ({ texts }: Said) => texts.some((text) => /\p{L}{2}/u.test(text.replace(NAMES, '')));
  return textsOf(messages)
    .filter((said) => hasWords(said) && isCopy(said))
    .map(({ path, texts }) => `${path} says what the original says: ${texts[0]}`);
}

/** One use of a word with its forms. */
export interface FormsUsed {
  /** BCP 47 tag by which the form was chosen. */
  language: string;
  forms: Readonly<Record<string, string>>;
}

/** The forms that whole numbers take in a language. */
export function formsOf(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const numbers = [...Array.from({ length: 201 }, (_, number) => number), 1_000, 1_000_000];
  return new Set(numbers.map((number) => rules.select(number)));
}

/**
 * Words whose forms are not those of the language they are in. `twofold` names words that truly have two forms in a
 * language with more of them, as verbs and adjectives do; without it a forgotten form could not be told from these.
 */
export function pluralFaults(language: string, used: readonly FormsUsed[], twofold: readonly string[] = []): string[] {
  const faults = used.flatMap((use) => {
    const word = wordOf(use);
    return twofold.includes(word) ? [] : [...faultsOf(use, language)].map((fault) => `"${word}" ${fault}`);
  });
  return [...new Set(faults)];
}

/** The forms as one text, `#` for the numbers in them. */
export const wordOf = ({ forms }: FormsUsed): string =>
  Object.values(forms)
    .join(', ')
    .replace(/\d+(?:[\s.,]\d{3})*/g, '#');

function* faultsOf({ language: chosenBy, forms }: FormsUsed, language: string): Generator<string> {
  if (new Intl.Locale(chosenBy).language !== new Intl.Locale(language).language)
    yield `is chosen by the rules of ${chosenBy}, not of ${language}`;
  const wanted = formsOf(language);
  for (const form of wanted) if (!forms[form]?.trim()) yield `lacks the form "${form}"`;
  for (const form of Object.keys(forms)) {
    // The type asks every language for "other"; some need it for fractions only.
    if (form !== 'other' && !wanted.has(form)) yield `has the form "${form}", which ${language} has not`;
  }
  if (wanted.size > 1 && new Set(Object.values(forms)).size === 1) yield 'has one word for all its forms';
}
