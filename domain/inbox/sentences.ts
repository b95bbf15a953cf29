/** A line of the inbox in words: what it is, since when, and where a press leads. */
import { daysUntil } from '../access/sentences.ts';
import { nameOf } from '../dialog-names.ts';
import type { InboxLead, InboxMessages, OpenReinstall } from '../inbox-text.ts';
import type { ReinstallState } from '../market/reinstall.ts';
import { spanLine } from '../sentences.ts';
import type { Messages } from '../text.ts';
import type { PortalView } from '../view.ts';
import type { InboxItem, InboxReason } from './item.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Of a portal all that its lines say. */
export type ToldPortal = Pick<PortalView, 'dialogs' | 'slots'>;

type Of<K extends InboxReason['kind']> = Extract<InboxReason, { kind: K }>;

interface Words {
  text: Messages;
  inbox: InboxMessages;
  now: number;
}

/** What is the matter, in one sentence without its full stop. */
export function inboxSentence(words: Words, { reason }: InboxItem, portal: ToldPortal | undefined): string {
  const { text, inbox, now } = words;
  const dialog = (chatId: number) => dialogName(text, portal, chatId);
  switch (reason.kind) {
    case 'lookalike':
      return text.access.lookalike(reason.count);
    case 'request':
      return text.access.request(text.access.length(reason.days, reason.daysSource === 'preset'));
    case 'probable':
      return text.access.probable;
    case 'partner':
      return text.access.partner(reason.name);
    case 'overdue':
      return text.access.overdue(reason.endsAt === null ? '' : text.date(reason.endsAt, now));
    case 'ending':
      return endingSentence(words, reason);
    case 'ticketClosed':
      return inbox.ticketClosed;
    case 'unclear':
      return text.access.settled.unknown;
    case 'refused':
      return inbox.refused(dialog(reason.chatId));
    case 'over':
    case 'full':
      return fullSentence(words, reason);
    case 'waiting':
      return waitingSentence(words, dialog(reason.chatId), reason.worked);
    case 'idle':
      return inbox.idle(dialog(reason.chatId), reason.days);
    case 'parked':
      return reason.topic ? text.parked.offered(reason.topic) : text.parked.offeredUntitled;
    case 'reinstall':
      return inbox.reinstall[openState(reason.state)];
    case 'ruleUncertain':
      return inbox.ruleUncertain(reason.count, reason.name);
    case 'ruleOff':
      return inbox.ruleOff(reason.name);
    case 'signedOut':
      return text.trouble.signedOut.what;
    case 'unreadable':
      return text.chip.unknown(text.trouble[reason.failure].short);
  }
}

/** A dialog that is in no view any more has its number. */
function dialogName(text: Messages, portal: ToldPortal | undefined, chatId: number): string {
  const dialog = portal?.dialogs.find((each) => each.chatId === chatId);
  return dialog ? nameOf(text, dialog) : text.dialogs.untitled(chatId);
}

function endingSentence(
  { text, now }: Words,
  { endsAt, daysSource }: Of<'overdue' | 'ending' | 'ticketClosed'>,
): string {
  if (endsAt === null) return text.access.openWithoutEnd;
  const left = daysUntil(endsAt, now);
  const isAssumed = daysSource === 'preset';
  return left > 0
    ? text.access.open(left, text.date(endsAt, now), isAssumed)
    : text.access.openToday(text.clock(endsAt, now), isAssumed);
}

function fullSentence({ text, inbox }: Words, { kind, used, max, isAssumed, atMost }: Of<'over' | 'full'>): string {
  if (isAssumed) return inbox.probablyFull(used, max);
  if (atMost) return text.slots.atMost(used, max);
  return kind === 'over' ? text.slots.over(used, max) : text.slots.full(max);
}

function waitingSentence({ inbox }: Words, dialog: string, worked: number): string {
  if (worked < HOUR) return inbox.waitingMinutes(dialog, Math.max(1, Math.floor(worked / MINUTE)));
  return inbox.waitingHours(dialog, Math.floor(worked / HOUR));
}

/** One that is over is no item, so its words are never asked for. */
const openState = (state: ReinstallState): OpenReinstall =>
  state === 'done' || state === 'dataWiped' ? 'compared' : state;

/** Since when it is so, or how it is known; empty where the sentence has said it, or nobody knows. */
export function inboxSince({ text, now }: Omit<Words, 'inbox'>, item: InboxItem, portal?: ToldPortal): string {
  const { at, reason } = item;
  switch (reason.kind) {
    case 'overdue':
    case 'ending':
      return text.access.source[reason.daysSource];
    case 'over':
    case 'full':
      return portal && portal.slots.at !== null
        ? text.slots.provenance(text.slots.source[portal.slots.source], text.age(portal.slots.at, now))
        : '';
  }
  if (at === null) return '';
  if (reason.kind === 'lookalike') return text.access.last(text.age(at, now));
  if (['request', 'probable', 'partner', 'parked'].includes(reason.kind))
    return text.access.waits(spanLine(text, at, now));
  return reason.kind === 'signedOut' || reason.kind === 'unreadable' || reason.kind === 'reinstall'
    ? spanLine(text, at, now)
    : text.age(at, now);
}

/** Where somebody does something about it. */
export function leadOf({ kind }: InboxReason, isReadOnly: boolean): InboxLead {
  switch (kind) {
    case 'request':
      return 'request';
    case 'lookalike':
    case 'probable':
    case 'partner':
      return 'look';
    case 'overdue':
    case 'ticketClosed':
      return 'check';
    case 'ending':
    case 'unclear':
      return 'record';
    case 'refused':
    case 'waiting':
    case 'idle':
      return 'dialog';
    // The card with the ways on and the parked texts both change something.
    case 'over':
    case 'full':
      return isReadOnly ? 'dialogs' : 'ways';
    case 'parked':
      return isReadOnly ? 'dialogs' : 'look';
    case 'reinstall':
      return 'reinstall';
    case 'ruleUncertain':
    case 'ruleOff':
      return 'rules';
    case 'signedOut':
    case 'unreadable':
      return 'portal';
  }
}
