/**
 * What words say of access to a portal. The vendor's texts are not published, so words are never more than a second
 * signal beside sender and buttons. `\w` and `\b` know no Cyrillic: letters are `\p{L}` here.
 */
import { plainText, sentencesOf } from './plain.ts';

export type Says = 'requested' | 'granted' | 'denied' | 'ended';

const START = '(?<!\\p{L})';
const END = '(?!\\p{L})';
const within = (letters: number) => `[^.!?\\n]{0,${letters}}?`;
const pattern = (source: string) => new RegExp(source, 'u');

const ACCESS = `${START}(?:доступ(?:а|у|ом|е|ы)?|access)${END}`;

const ASKING =
  `${START}(?:запрос(?!\\p{L}*ил)|запрашива|прос(?:ит|им|ят)${END}|просьба|прошу|предостав(?!л)|разреш(?!ен|ил)|подтверд` +
  `|откр(?:ой|ыть)|выда(?:ть|йте)|да(?:ть|йте|й|дите)${END}|нуж(?:ен|но|на)${END}|необходим|требу|понадоб` +
  '|request|need|grant(?!ed)|allow(?!ed)|give|provide|permit|approve(?!d)|asks? for)';
const ASKED_AFTER = '(?:нужен|необходим|требуется|запрошен|понадоб\\p{L}{0,8}|is (?:needed|required)|request(?:ed)?)';
const ASKS = [
  pattern(`${ASKING}${within(90)}${ACCESS}`),
  pattern(`${ACCESS}${within(60)}${START}${ASKED_AFTER}${END}`),
];

/** Addressed to the reader: somebody who only tells of a request does not speak so. */
const APPEALING =
  `${START}(?:предоставьте|разреш(?:ите|ить)|подтверд(?:ите|ить)|откро(?:йте|й)|дай(?:те)?|дадите|нуж(?:ен|но)` +
  '|необходимо?|требуется|прос(?:им|ит)|прошу|please|allow|grant|approve|confirm|give|needs?|requires?|requests)' +
  END;
const APPEALS = [
  pattern(`${APPEALING}${within(90)}${ACCESS}`),
  pattern(`${ACCESS}${within(60)}${START}(?:нужен|необходим|требуется|is (?:needed|required))${END}`),
];

/** Other languages by their roots, both in one sentence. */
const ASKS_ELSEWHERE = pattern(
  `${START}(?:zugriff|zugang|acc[eè]s(?:so)?${END}|acceso|acesso|dost[eę]p|eri[sş]im)${within(120)}(?:support|assistance|soporte|suporte|wsparci|pomoc|assistenza|destek)` +
    `|(?:support|assistance|soporte|suporte|wsparci|pomoc|assistenza|destek)${within(120)}${START}(?:zugriff|zugang|acc[eè]s(?:so)?${END}|acceso|acesso|dost[eę]p|eri[sş]im)`,
);

const SUPPORT = pattern(
  `поддержк|битрикс ?24|bitrix ?24|help ?desk|${START}support${END}|${START}(?:марта|mia|marta)${END}`,
);

/** True when a text names support itself, and not the product alone. */
export const namesSupport = (raw: string): boolean => /поддержк|support|help ?desk/.test(plainText(raw).text);

/** Somebody is sent to support; support does not ask. */
const SENT_TO_SUPPORT = pattern(
  `${START}(?:попрос|напиш|написа|обрат|спрос|позвон|узна|скаж|ask|tell|contact|write to)\\p{L}{0,8} (?:\\p{L}{1,3} )?(?:тех|битрикс ?24 |bitrix24 )?(?:поддержк|support|helpdesk)`,
);
/** What colleagues ask one another for. */
const LESSER_THING = pattern(
  `${ACCESS} (?:к|ко|на|в|to|for) (?:\\p{L}{1,20} ){0,2}(?:папк|файл|документ|диск|чат|групп|задач|таблиц|отчет|сделк|лид|календар|почт|принтер|сет[иь]|камер|сервер|баз|folder|file|document|drive|chat|group|task|sheet|report|deal|calendar|mail|printer|server|wiki)`,
);

/** What support opens and closes for users; it is not the portal. */
const PART_OF_PORTAL = pattern(
  `${ACCESS} (?:к|ко|на|в|to|for) (?:\\p{L}{1,20} ){0,2}(?:crm|раздел|страниц|сайт|форм|приложени|карточк|модул|section|page|site|form|app${END}|record|module)`,
);

/** What has not happened, or need not. */
const NOT_YET = pattern(
  `${START}(?:буд(?:ет|ут)|если|когда|мож(?:ете|ет|но)|сможете|чтобы|после того|как только|только|не|нельзя|will|would|can|could|may be|if|once|when|unless|only|not|never)${END}|n['’]t${END}`,
);
const CONDITION = pattern(`${START}(?:если|когда|как|if|when|once|how)${END}`);

const done = (roots: string) => `${START}(?:${roots})(?:[оаы]|о)?${END}`;
const near = (words: string, reach = 60) =>
  pattern(`${ACCESS}${within(reach)}${words}|${words}${within(reach)}${ACCESS}`);

/** In the order of their weight: the end of an access is told together with its beginning more often than not. */
const STATEMENTS: readonly (readonly [Says, RegExp])[] = [
  [
    'ended',
    pattern(
      `${near(done('отозван|отменен|закрыт|прекращен|завершен|аннулирован|отключен|отозвал[иа]?|отменил[иа]?|закрыл[иа]?|прекратил[иа]?|отключил[иа]?')).source}` +
        `|${ACCESS}${within(40)}${START}(?:истек(?:ла|ло)?|заверши(?:лся|лось)|закончил(?:ся|ось)|больше нет)${END}` +
        `|${near('(?:cancell?ed|revoked|closed|expired|ended|terminated|withdrawn)').source}|no longer ha(?:s|ve) access`,
    ),
  ],
  [
    'denied',
    pattern(
      `${near(done('отказано|отказал[иа]?|отклонен|отклонил[иа]?|запрещен|запретил[иа]?')).source}` +
        `|${near('(?:denied|declined|rejected|refused)', 40).source}`,
    ),
  ],
  [
    'granted',
    pattern(
      `${near(done('предоставлен|разрешен|открыт|выдан|одобрен|предоставил[иа]?|разрешил[иа]?|открыл[иа]?|выдал[иа]?')).source}` +
        `|${near('(?:granted|allowed|approved)').source}|may (?:now )?access ${within(40)}for \\d`,
    ),
  ],
];

/** «Запрос отклонён, доступ не выдан»: what did not happen is told by a refusal in a part of its own. */
const REFUSED_REQUEST = pattern(
  `${START}(?:запрос|request)${within(40)}(?:${done('отклонен|отклонил[иа]?')}|${START}(?:declined|rejected|denied)${END})`,
);

const OF_ACCESS = pattern(ACCESS);

const isRefusal = (sentence: string): boolean =>
  OF_ACCESS.test(sentence) &&
  sentence.split(/[,;:–—]/).some((part) => REFUSED_REQUEST.test(part) && !NOT_YET.test(part));

function statementOf(sentence: string): Says | null {
  if (sentence.includes('?')) return null;
  if (isRefusal(sentence)) return 'denied';
  if (NOT_YET.test(sentence) || LESSER_THING.test(sentence) || PART_OF_PORTAL.test(sentence)) return null;
  return STATEMENTS.find(([, words]) => words.test(sentence))?.[0] ?? null;
}

const asksIn = (sentence: string) => ASKS.some((words) => words.test(sentence)) || ASKS_ELSEWHERE.test(sentence);

/** What a text says of an access; null when it says nothing that could be relied on. */
export function saysOf(raw: string): Says | null {
  const sentences = sentencesOf(plainText(raw).text);
  const statements = sentences.map(statementOf);
  const asks = sentences.filter((sentence, index) => statements[index] === null && asksIn(sentence));
  if (asks.some((sentence) => !CONDITION.test(sentence))) return 'requested';
  const [first] = STATEMENTS.map(([says]) => says).filter((says) => statements.includes(says));
  return first ?? (asks.length > 0 ? 'requested' : null);
}

/** True when words ask for access, whoever says them. */
export const asksForAccess = (raw: string): boolean => sentencesOf(plainText(raw).text).some(asksIn);

/**
 * True when words ask the reader for access on behalf of support: what an impostor would write. A colleague who wants
 * into a folder, or who only quotes or tells of a request, does not.
 */
export function asksAsSupport(raw: string, authorName = ''): boolean {
  const { text } = plainText(withoutQuotes(raw));
  if (!SUPPORT.test(text) && !imitatesVendor(authorName)) return false;
  if (SENT_TO_SUPPORT.test(text)) return false;
  return sentencesOf(text).some(
    (sentence) => APPEALS.some((words) => words.test(sentence)) && !LESSER_THING.test(sentence),
  );
}

/** True when somebody speaks of access to the portal, in whatever way. */
export const mentionsAccess = (raw: string): boolean =>
  saysOf(raw) !== null ||
  /доступ к (?:вашему |вашей )?(?:портал|битрикс)|access to (?:your|the) (?:portal|account|bitrix)/.test(
    plainText(raw).text,
  );

const VENDOR_NAMES =
  /^(?:марта|marta|mia|миа|(?:тех(?:ническая)? ?)?поддержка(?: ?(?:битрикс ?)?24)?|служба поддержки.*|битрикс ?24.*|bitrix ?24.*|help ?desk.*|support(?: ?24)?|уведомления от команды.*)$/;

/** True for a name like the ones under which the vendor writes. */
export const imitatesVendor = (name: string): boolean => VENDOR_NAMES.test(plainText(name).text);

/** Quotes of the messenger: lines between two rules, or lines that begin with arrows. What is nothing else stays. */
function withoutQuotes(raw: string): string {
  const rest = raw.replace(/-{20,}[\s\S]*?-{20,}|^\s{0,3}(?:>>|&gt;&gt;).*$/gm, '\n');
  return /\p{L}{3}/u.test(rest) ? rest : raw;
}

const PASSWORD = pattern(
  `парол|password|passwort|contrase[nñ]a|${START}senha${END}|код\\p{L}{0,2} (?:из (?:смс|sms)|подтвержд)|(?:sms|verification|one-time) code`,
);
const HANDING_OVER = pattern(
  `${START}(?:сообщ|присл|пришл|отправ|укаж|введ|напиш|назов|дайте|переда|предостав|нуж(?:ен|ны|но)|необходим|требу|подтверд|send|give|provide|enter|tell|share|need|type|confirm|reply)`,
);
const WARNING = pattern(`${START}(?:не|ни|никому|никогда|без|never|not|without|nobody)${END}|n['’]t${END}`);

/** True when a text wants a password or a code; a warning against giving one away does not. */
export const asksForPassword = (raw: string): boolean =>
  sentencesOf(plainText(raw).text).some(
    (sentence) => PASSWORD.test(sentence) && HANDING_OVER.test(sentence) && !WARNING.test(sentence),
  );
