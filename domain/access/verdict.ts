/** What a message that was looked at turned out to be. */

/** A reason of a verdict, in the order in which they were found; each has a sentence in every language. */
export type Because =
  /** Buttons with the portal's own command for access. */
  | 'accessCommand'
  | 'partnerCommand'
  | 'senderVerified'
  | 'senderUnverified'
  /** The bot belongs to an application of the market. */
  | 'senderIsApplication'
  | 'senderIsPerson'
  /** The buttons address a bot that is not the vendor's. */
  | 'buttonsOfAnotherBot'
  /** Called like the vendor's support, without being it. */
  | 'nameImitates'
  /** Letters of two alphabets in one word. */
  | 'mixedLetters'
  | 'textAsksForAccess'
  | 'unknownCommands'
  | 'confirmNotification'
  /** Only the button that ends an access is left. */
  | 'onlyRevokeButton';

export type VerdictKind =
  /** The vendor's support asks for access. */
  | 'request'
  /** An access that runs and can be ended here. */
  | 'revocable'
  | 'partnerRequest'
  /** Support by a partner runs and can be ended here. */
  | 'partnerActive'
  /** Looks like a request; only a person can tell. */
  | 'probable'
  /** Worth remembering, not worth a word. */
  | 'hint'
  /** Looks like a request, but the sender is not the vendor. */
  | 'lookalike'
  | 'nothing';

export interface Verdict {
  kind: VerdictKind;
  /** 0…1. */
  confidence: number;
  because: Because[];
}

/** Who sent it, as far as it could be proved. */
export type SenderKind = 'support' | 'assistant' | 'notifier' | 'bot' | 'person' | 'notice';

/** What a reading tells of one message: the verdict and the facts that the register keeps, without the text. */
export interface Sighting {
  carrier: 'message' | 'notification';
  messageId: number;
  chatId: number;
  dialogId: string;
  /** Epoch ms. */
  sentAt: number;
  verdict: Verdict;
  sender: { kind: SenderKind; id: string; name: string; isVerified: boolean };
  /** `answers`: both ways are open; `revoke`: only the end of an access; `other`: buttons that we do not know. */
  keyboard: 'answers' | 'revoke' | 'other' | 'none';
  /** What the text says of an access, as a second signal. */
  says: 'requested' | 'granted' | 'denied' | 'ended' | null;
  /** The colour of what is attached: good news or bad. */
  tone: 'positive' | 'negative' | null;
  /** Days of access that the text names; null when it names none that can be believed. */
  days: number | null;
  /** Days that the text names and nobody should believe, e.g. 400. */
  unbelievedDays: number | null;
  /** Which answers the buttons give, in order; null unless labels and parameters agree. */
  answers: readonly ('allow' | 'deny')[] | null;
  asksForPassword: boolean;
  namesOutsideAddress: boolean;
  ticket: string | null;
  /** Name of the partner who asks; empty when the text tells none. */
  partnerName: string;
  /** Names of commands that we do not know; never texts. */
  unknownCommands: readonly string[];
}

/** Messages that one reading tells of; more wait for the next. */
export const MOST_SIGHTINGS = 500;

/** What became of messages that were known before and are not there any more. */
export interface GoneMessage {
  chatId: number;
  messageId: number;
}

/** A chat in which requests may arrive. */
export interface Carrier {
  dialogId: string;
  chatId: number;
  kind: 'support' | 'assistant' | 'notifier' | 'suspect';
}

/** Everything that one reading tells about access. */
export interface AccessReading {
  /** Where requests may arrive, as the portal listed it now; null when it was not asked. */
  carriers: readonly Carrier[] | null;
  /** True when the confirm notifications were looked through. */
  hasNotifications: boolean;
  sightings: readonly Sighting[];
  gone: readonly GoneMessage[];
  /** The newest message that was looked at, by chat id. */
  readUpTo: readonly [chatId: number, messageId: number][];
  /** True when more messages wait than one reading takes. */
  hasMore: boolean;
  /** Short name of what went wrong, never content; null when all was read. */
  failure: string | null;
  /** The name of whoever is signed in; empty when the portal did not tell. */
  userName: string;
}
