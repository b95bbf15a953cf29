/** Everything that the register keeps of a message; its text stays behind. */
import { namesOutsideAddress } from './addresses.ts';
import {
  classify,
  givesAnswer,
  isAccessButton,
  type PortalFacts,
  partnerButton,
  senderOf,
  unknownCommandsOf,
} from './classify.ts';
import { lengthIn } from './length.ts';
import type { AccessMessage, MessageButton } from './message.ts';
import { asksForPassword, saysOf } from './patterns.ts';
import { withoutMarkup } from './plain.ts';
import { LONGEST_NAME } from './record.ts';
import type { Sighting, VerdictKind } from './verdict.ts';

/** What a message is and what it tells. */
export function sight(message: AccessMessage, portal: PortalFacts): Sighting {
  const { carrier, id, chatId, dialogId, sentAt, author, buttons, text } = message;
  const verdict = classify(message, portal);
  const { kind, isVerified } = senderOf(message, portal);
  const keyboard = keyboardOf(message);
  const says = saysOf(text);
  // Other messages speak of other lengths.
  const isAboutAccess = verdict.kind !== 'nothing' || says !== null;
  const { days, unbelievedDays } = isAboutAccess ? lengthIn(text) : { days: null, unbelievedDays: null };
  return {
    ...{ carrier, messageId: id, chatId, dialogId, sentAt, verdict, keyboard, says, days, unbelievedDays },
    sender: { kind, id: author.id.slice(0, 80), name: cutName(author.name), isVerified },
    tone: toneOf(message.attachColours),
    answers: keyboard === 'answers' ? answersOf(buttons) : null,
    asksForPassword: asksForPassword(text),
    namesOutsideAddress: namesOutsideAddress(text, portal.host),
    ticket: message.ticket ?? ticketIn(text),
    partnerName: isOfPartner(verdict.kind) ? partnerIn(text) : '',
    unknownCommands: isVerified ? unknownCommandsOf(buttons).slice(0, 20) : [],
  };
}

const cutName = (name: string) => name.trim().slice(0, LONGEST_NAME);
const isOfPartner = (kind: VerdictKind) => kind === 'partnerRequest' || kind === 'partnerActive';

/** Which ways the buttons leave open. A single button that plainly allows is no end of an access. */
function keyboardOf({ carrier, buttons }: AccessMessage): Sighting['keyboard'] {
  const access = buttons.filter(isAccessButton);
  if (access.length > 0) return access.length > 1 || givesAnswer(access[0]) === 'allow' ? 'answers' : 'revoke';
  const partner = buttons.map(partnerButton).filter((kind) => kind !== null);
  if (partner.length > 0) return partner.includes('answers') ? 'answers' : 'revoke';
  if (buttons.length === 0) return 'none';
  return carrier === 'notification' && buttons.length > 1 ? 'answers' : 'other';
}

/** In the order of the buttons; null unless every one is certain and both ways are among them. */
function answersOf(buttons: readonly MessageButton[]): ('allow' | 'deny')[] | null {
  const answers = buttons.map(givesAnswer).filter((answer) => answer !== null);
  const isCertain = answers.length === buttons.length && buttons.length <= 10;
  return isCertain && answers.includes('allow') && answers.includes('deny') ? answers : null;
}

function toneOf(colours: readonly string[]): Sighting['tone'] {
  const seen = colours.map((colour) => colour.trim().toLowerCase());
  const [isGood, isBad] = [seen.includes('#aac337'), seen.includes('#df532d')];
  if (isGood === isBad) return null;
  return isGood ? 'positive' : 'negative';
}

const TICKET =
  /№\s?(\d{1,20})(?![\p{L}\d])|(?:диалог|обращени|тикет|заявк|ticket|case|chat|request)\p{L}{0,3}\s(?:номер\s|no\.?\s|number\s)?#?\s?(\d{3,20})(?![\p{L}\d-]|[.:/]\d)|#(\d{3,20})(?![\p{L}\d])/iu;

function ticketIn(text: string): string | null {
  const match = TICKET.exec(withoutMarkup(text));
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

const QUOTED = /«([^«»\n]{2,120})»|"([^"\n]{2,120})"|“([^“”\n]{2,120})”|\[b\]([^[\]\n]{2,120})\[\/b\]/giu;
const NAMED =
  /(?:[Пп]артн[её]р(?:у|а|ом)?|[Кк]омпани[яюией]{1,2}|[Pp]artner|[Cc]ompany)\s+(\p{Lu}[^\n.,:;!?«»"]{1,60}?)(?=[.,:;!?\n]|\s(?:запр|хоч|прос|предл|буд|стан|would|wants|requests|asks|is|has|will)|$)/u;

/** The partner's name as the message sets it apart, or as it follows the word; empty when neither does. */
function partnerIn(text: string): string {
  const quoted = [...text.matchAll(QUOTED)]
    .map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
    .find((name) => /\p{L}/u.test(name) && !/битрикс|bitrix|поддержк|support/i.test(name));
  return cutName(withoutMarkup(quoted ?? NAMED.exec(withoutMarkup(text))?.[1] ?? ''));
}
