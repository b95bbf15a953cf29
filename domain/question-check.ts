/**
 * Whether a question to support says what support will ask for, and whether it is one question.
 * Russian and English; in doubt it finds nothing, because a false alarm is worse than a miss.
 */

export type QuestionPart = 'topic' | 'steps' | 'expected' | 'actual' | 'screenshot';

export interface QuestionCheck {
  missing: QuestionPart[];
  /** How many questions it seems to ask, at least one. */
  topics: number;
  looksLikeSecondTopic: boolean;
  tooShort: boolean;
}

/** JavaScript's own word borders know Latin letters only. */
const END = '(?![\\p{L}\\d])';
const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})`, 'iu');

const STEPS = word(
  `шаг(?:и|ов|ам|ами)?${END}|(?:нажима|открыва|выбира|клика|добавля|сохраня|загружа|отправля|созда|удаля|меня|пыта)(?:ю|ем|ём|л)|нажа[лв]|откры(?:л|в${END})|кликн|выбрал|захо(?:жу|дим|дил)|заш[её]?л|перехо(?:жу|дим|дил)|переш[её]?л|(?:при|после) (?:нажат|попытк|открыт|сохранен|перехо)|воспроизв|steps?${END}|(?:i|we) (?:then )?(?:click|press|open|go|went|select|choose|enter|tap|try|tried)|(?:when|after|by) (?:i|we|click|open|press|sav|try)|reproduc`,
);
const EXPECTED = word(
  `ожида|долж(?:ен|н[аоы])${END}|хотел|хочу,? чтоб|нужно,? чтоб|раньше|expect|should|supposed to|used to`,
);
const ACTUAL = word(
  `вместо|ошибк|на самом деле|фактическ|не (?:работа|откры|прих|отправ|сохран|загру|отобра|показ|появ|вид|созда|удал|мо[жг]|получ|меня|синхр|сраба|да[её]т|выход|зах|прош)|пропа|пада(?:ет|ют)|вылета|слома|исчез|завис|пуст|белый экран|instead|error|actual|(?:do|does|did|is|are|was|can|wo)(?:n.t| ?not)${END}|fail|crash|nothing happens|blank|empty|stuck|missing|disappear|broken`,
);
const SCREENSHOT = word(
  `скрин|снимок|снимк|видео(?:запис|ролик)?${END}|запис[ьи] экрана|во вложени|вложил|прикреп|прикладыва|прилож(?:ил\\p{L}?|ен[аоы]?|у)${END}|screen ?(?:shot|cast|record)|video${END}|attach|https?:`,
);
const FILE = /\.(?:png|jpe?g|gif|webp|heic|mp4|mov|webm|pdf|zip|har|log)(?![\p{L}\d])/iu;
/** A path through the menus is steps without the word. */
const PATH = /\S\s*(?:→|⇒|->|=>)\s*\S|\p{L} [>»] \p{L}/u;

/** A wish to know how: nothing has gone wrong, so there is nothing to expect or to show. */
const HOW_TO = word(
  'как|где|куда|(?:можно|возможно|есть) ли|how (?:do|can|to|should|many|much)|where|is (?:it possible|there)|can (?:i|we)|which',
);
/** Greetings, complaints and questions as such: they name no subject. */
const NO_SUBJECT = word(
  `здравству|добр|уважаем|коллег|поддержк|помо[гщ]|пожалуйст|срочн|спасибо|благодар|вопрос|проблем|ошибк|подскаж|скаж|работа|почему|зачем|когда|какой|каки[ем]|можно|нужно|(?:день|дня|утро|вечер|привет|есть|меня|нас|мне|нам|наш|портал|как|что|где|куда|это|вс[её]|ли|не|hello|good|day|morning|dear|team|support|please|help|urgent|thanks?|questions?|problems?|issues?|errors?|have|has|need|does|not|works?|working|the|this|with|our|how|what|why|where|when|which|can|could|you|are)${END}`,
);
/** Points back at what was asked before, or goes on with it. */
const GOES_ON = word(
  `(?:эт(?:о|от|а|и|ого|ому|им|их|у)|так(?:ой|ое|ая|ие)?|он|она|они|оно|его|е[её]|их|им|ним|тут|there|it|its|this|that|these|those|them|they)${END}|^(?:или|либо|может|возможно|когда|сколько|что|какие|какой|or|maybe|perhaps|when|what|is it)${END}`,
);
const ASKS =
  /^(?:\p{L}+,? ){0,2}(?:как|где|почему|зачем|куда|откуда|можно|есть ли|how|why|where|can|could|is there|do|does|which)(?!\p{L})/iu;
const ALSO = /^(?:(?:и|а|and) )?(?:ещ[её]|также|also|additionally)[,:]? /iu;

/** What may stand before "another question" in its sentence. */
const OPENING =
  '^[\\s\\p{P}]*(?:(?:и|а|но|кстати|также|тогда|плюс|сразу|заодно|есть|будет|возник|у меня|у нас|здравствуйте|добрый день|спасибо|and|also|but|by the way|btw|then|plus|hello|hi|thanks|thank you|(?:i|we)(?: also)? have|i.ve got|there is|there.s|an?),?\\s+){0,5}';
const ANOTHER = new RegExp(
  `${OPENING}(?:(?:ещ[её](?: один| такой| есть| 1)?|второй|третий|отдельный|новый|следующий) вопрос|другой вопрос(?!, (?:что|почему|зачем))|ещ[её] (?:одна )?(?:проблема|просьба)|вопрос (?:№ ?)?[2-9]|(?:another|one more|one other|second|third|different|separate|unrelated|new) (?:question|issue|problem|request)|question (?:no\\.? ?|# ?)?[2-9])(?=[.!?…)]*$|\\s*[:,;–—-]|\\. | (?:по|про|об?|насч[её]т|касательно|такой|about|regarding)${END})|(?:by the way|btw),? (?:one more|another)(?! (?:time|detail|thing|note|log|screen))|кстати,? ещ[её][,:–—-]*\\s(?:вопрос|хотел|как|где|почему|можно)${END}`,
  'iu',
);
/** The other question has gone elsewhere or is answered. */
const SETTLED = word(
  `нет${END}|не нуж|решил|реш[её]н|закры[лт]|снят|уже|зада[лм]|созда[лм]|откр(?:ыл|ою)|в (?:другом|отдельном|новом)|solved|resolved|answered|closed|already|created|asked|opened|later|separately`,
);

/** Tells what a question lacks and whether it is more than one. */
export function checkQuestion(text: string): QuestionCheck {
  const own = withoutQuotes(text);
  const words = wordsOf(own);
  const isHowTo = HOW_TO.test(own) && own.includes('?') && !ACTUAL.test(own);
  const has: Record<QuestionPart, boolean> = {
    topic: subjectsOf(own, 3).length > 0,
    steps: isHowTo || STEPS.test(own) || PATH.test(own) || isStepList(own),
    expected: isHowTo || EXPECTED.test(own),
    actual: isHowTo || ACTUAL.test(own),
    screenshot: isHowTo || SCREENSHOT.test(own) || FILE.test(own),
  };
  return {
    missing: (Object.keys(has) as QuestionPart[]).filter((part) => !has[part]),
    topics: countTopics(own),
    looksLikeSecondTopic: looksLikeSecondTopic(own),
    tooShort: words.length < 4,
  };
}

/** True for a message that starts another subject in a dialog that has one. */
export const looksLikeSecondTopic = (text: string): boolean => sentencesOf(withoutQuotes(text)).some(announcesAnother);

function countTopics(text: string): number {
  const sentences = sentencesOf(text);
  const known = new Set<string>();
  let topics = 1;
  for (const sentence of sentences) {
    // With nothing before it, "one more question" is the only one here.
    if (known.size > 1 && (announcesAnother(sentence) || asksAlso(sentence, known))) topics++;
    for (const stem of subjectsOf(sentence)) known.add(stem);
  }
  const numbered = text.split('\n').filter((line) => /^\s*\d{1,2}[.)].*\?\s*$/.test(line));
  const asked = countSubjects(sentences.filter((sentence) => ASKS.test(sentence)));
  return Math.max(topics, countSubjects(numbered), asked > 2 ? asked : 1);
}

function announcesAnother(sentence: string): boolean {
  const match = ANOTHER.exec(sentence);
  if (!match) return false;
  const rest = sentence.slice(match.index + match[0].length);
  // What follows a colon is the question itself, in which anything may be closed.
  return /^\s*:\s*\S+\s/.test(rest) || !SETTLED.test(rest);
}

function asksAlso(sentence: string, known: ReadonlySet<string>): boolean {
  const rest = sentence.replace(ALSO, '');
  return rest !== sentence && ASKS.test(rest) && isWhole(rest) && !subjectsOf(rest).some((stem) => known.has(stem));
}

/** A question that can be understood without another one. */
const isWhole = (sentence: string): boolean =>
  sentence.includes('?') && !GOES_ON.test(sentence) && subjectsOf(sentence).length > 1;

/** Questions that share no subject with an earlier one. */
function countSubjects(sentences: readonly string[]): number {
  const known = new Set<string>();
  return sentences.filter(isWhole).filter((sentence) => {
    const stems = subjectsOf(sentence);
    const isNew = stems.every((stem) => !known.has(stem));
    for (const stem of stems) known.add(stem);
    return isNew;
  }).length;
}

/** Beginnings of the words that say what it is about; endings change with the case. */
const subjectsOf = (text: string, shortest = 4): string[] =>
  wordsOf(text.toLowerCase())
    .filter((one) => one.length >= shortest && !NO_SUBJECT.test(one))
    .map((one) => one.slice(0, 5));

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const sentencesOf = (text: string): string[] => (text.match(/[^.!?…\n]+[.!?…]*/g) ?? []).map((one) => one.trim());

/** A numbered list of statements. */
const isStepList = (text: string): boolean =>
  [1, 2].every((n) => new RegExp(`^[ \\t]*${n}[.)] [^?\\n]+$`, 'm').test(text));

/** What support wrote and the user quotes is not the user's. */
const withoutQuotes = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^-{20,}\n[\s\S]*?\n-{20,}$/gm, '')
    .replace(/^[ \t]*>.*$/gm, '')
    .trim();
