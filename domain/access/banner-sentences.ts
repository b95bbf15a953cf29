/** What the banner says at first sight: its title and the quiet line below. */
import type { BannerMessages, PlaceKind } from './banner-text.ts';
import { accessTitle, lengthWords, requestedWords } from './sentences.ts';
import type { AccessMessages } from './text.ts';
import type { AccessItem, BannerKind } from './view.ts';

/** An item of which a page has something to say. */
export type BannerItem = AccessItem & { banner: BannerKind };

export const isBannerItem = (item: AccessItem): item is BannerItem => item.banner !== null;

/** True while the message of a request can still be opened. */
export const hasMessage = ({ copies }: AccessItem): boolean => copies.some(({ keyboard }) => keyboard !== 'gone');

/** The title of a banner. */
export function bannerTitle(words: AccessMessages, text: BannerMessages, item: BannerItem, now: number): string {
  if (item.banner !== 'answered') return accessTitle(words, item, now);
  if (item.kind === 'partner') return text.answered[item.state === 'declined' ? 'partnerDeclined' : 'partnerActive'];
  return text.answered[item.state === 'declined' ? 'declined' : 'granted'];
}

/** The quiet line below a title; empty when the title says it all. */
export function bannerNote(words: AccessMessages, text: BannerMessages, item: BannerItem, now: number): string {
  const { note } = text;
  switch (item.banner) {
    case 'lookalike':
      return note.doNotAnswer;
    case 'request':
    case 'probable':
      return requestedWords(words, item, now);
    case 'partner':
      return note.noEnd;
    case 'ending':
    case 'overdue':
      return item.kind === 'vendor' ? lengthWords(words, item) : '';
    case 'ticketClosed':
      return item.kind === 'vendor' && item.ticketClosedAt !== null
        ? note.closed(words.age(item.ticketClosedAt, now))
        : '';
    case 'answered':
      return answeredNote(words, text, item, now);
    case 'unclear':
      // Of an access that ran, the answer was its beginning and says nothing here.
      return item.kind === 'vendor' && item.startsAt !== null ? '' : noticedNote(words, text, item, now);
    case 'answeredElsewhere':
      return noticedNote(words, text, item, now);
  }
}

const noticedNote = (
  words: AccessMessages,
  { note }: BannerMessages,
  { answeredAt }: BannerItem,
  now: number,
): string => (answeredAt === null ? '' : note.answered(words.age(answeredAt, now)));

function answeredNote(words: AccessMessages, { note }: BannerMessages, item: BannerItem, now: number): string {
  if (item.kind === 'partner') return item.state === 'declined' ? '' : note.noEnd;
  if (item.kind !== 'vendor' || item.endsAt === null || item.state === 'declined') return note.supportKnows;
  return note.until(words.date(item.endsAt, now), item.daysSource === 'preset');
}

export interface RequestPlace {
  kind: PlaceKind;
  /** The chat's name where it has one worth saying. */
  name: string;
}

/** The chats in which a request stands, each once. `nameOf` knows the dialogs with support. */
export function placesOf(
  { copies, sender }: AccessItem,
  mainDialogId: string | null,
  nameOf: (dialogId: string) => string,
): RequestPlace[] {
  const dialogIds = [...new Set(copies.map(({ carrier, dialogId }) => (carrier === 'message' ? dialogId : '')))];
  return dialogIds.map((dialogId) => {
    if (dialogId === '') return { kind: 'notice', name: '' };
    if (dialogId === mainDialogId) return { kind: 'main', name: '' };
    if (sender.kind === 'notifier') return { kind: 'notifier', name: '' };
    if (sender.kind === 'assistant' && dialogId === sender.id) return { kind: 'assistant', name: sender.name };
    return { kind: 'other', name: nameOf(dialogId) || (dialogId === sender.id ? sender.name : '') };
  });
}
