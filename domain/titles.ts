/** Names of support dialogs: the portal's own ones, which tell nothing, and better ones. */
import { findSecrets, maskSecrets } from './secrets.ts';

/** As long as the portal's own field allows, in UTF-16 units. */
export const PORTAL_TITLE_MAX = 255;
/** A suggested title has to fit a row of a list. */
const LONGEST_SUGGESTION = 60;
/** A word is cut in two rather than leaving less than this of a title. */
const SHORTEST_CUT = 20;

const DEFAULT_NAME = '(?:вопрос в (?:тех(?:ническую)?\\s?)?поддержку|helpdesk (?:request|question))';
const NUMBER = '(?:№|#|no\\.?|n°)?\\s?\\d+';
const DEFAULT_TITLE = new RegExp(
  `^(?:${DEFAULT_NAME}(?:\\s?[\\p{Pd}−:]?\\s?${NUMBER})?|[\\p{Pd}−]\\s?${NUMBER})$`,
  'iu',
);

/** True for a title that the portal made up itself, such as "Helpdesk request - #812", and for none at all. */
export function isDefaultTitle(title: string | null): boolean {
  const bare = clean(title ?? '').replace(/^[«"“„]\s?|\s?[»"”]$/gu, '');
  return bare === '' || DEFAULT_TITLE.test(bare);
}

/** A title from the topic, else from the first sentence of the text that says something; empty when nothing does. */
export function suggestTitle(topic: string, text: string): string {
  const wish = clean(topic);
  if (wish !== '0' && /[\p{L}\p{N}]/u.test(wish)) return shorten(wish);
  // A title stands in lists and in the journal: what is secret in the text stays in the text.
  return shorten(firstSentence(maskSecrets(text, findSecrets(text))));
}

/** A wished title as the portal takes it; null for what it refuses. */
export function portalTitle(wish: string): string | null {
  const whole = wish.trim();
  const isPairCut = whole.length > PORTAL_TITLE_MAX && /[\uD800-\uDBFF]/.test(whole.charAt(PORTAL_TITLE_MAX - 1));
  const title = whole.slice(0, isPairCut ? PORTAL_TITLE_MAX - 1 : PORTAL_TITLE_MAX).trimEnd();
  return title === '' || title === '0' ? null : title;
}

/**
 * One line without characters that are not seen: they could break the line or turn the text around.
 * Both joiners stay; emoji and several scripts are written with them.
 */
const clean = (text: string): string =>
  text
    .replace(/(?![\u200C\u200D])[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** What a form of address ends with; without it the word belongs to the sentence. */
const PAUSE = '(?=[,!:]|\\.?$)';

const GREETING = new RegExp(
  `^(?:${[
    'здравствуй(?:те)?',
    'добр(?:ый|ого) (?:день|дня|вечер|вечера)',
    'добро(?:е|го) (?:утро|утра)',
    'доброго времени суток',
    'привет(?:ствую)?',
    'всем (?:привет|здравствуйте)',
    'hello',
    'hi',
    'hey',
    'good (?:morning|afternoon|evening|day)',
    `(?:уважаем(?:ый|ая|ые)|dear)(?: [\\p{L}.-]+){0,3}?${PAUSE}`,
    `(?:greetings|коллеги|всем|there|all|everyone|team|colleagues|support(?: team)?)${PAUSE}`,
  ].join('|')})(?![\\p{L}\\p{N}])[\\s,!.:;)\\p{Pd}]*`,
  'iu',
);

/** One to three capitalised words, and what parts them from the rest: after a greeting that is somebody's name. */
const NAME = /^(?:\p{Lu}[\p{Ll}.-]+ ?){1,3}(?:[,!]\s*|$)/u;

function withoutGreeting(sentence: string): string {
  let rest = sentence;
  for (let match = GREETING.exec(rest); match && rest !== ''; match = GREETING.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest === sentence ? rest : rest.replace(NAME, '');
}

function firstSentence(text: string): string {
  const sentences = text
    .split(/[\r\n\u2028\u2029]+|(?<=[.!?…])\s+/u)
    .map((sentence) => withoutGreeting(clean(sentence)).replace(/[.\s]+$/u, ''));
  return sentences.find((sentence) => /\p{L}/u.test(sentence)) ?? '';
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts at a word, and never through what is seen as one character. */
function shorten(title: string): string {
  if (title.length <= LONGEST_SUGGESTION) return title;
  let fits = '';
  for (const { segment } of graphemes.segment(title)) {
    if (fits.length + segment.length >= LONGEST_SUGGESTION) break;
    fits += segment;
  }
  const space = title.charAt(fits.length) === ' ' ? fits.length : fits.lastIndexOf(' ');
  const cut = (space >= SHORTEST_CUT ? fits.slice(0, space) : fits).replace(/[\s,;:.\p{Pd}]+$/u, '');
  return cut === '' ? '' : `${cut}…`;
}
