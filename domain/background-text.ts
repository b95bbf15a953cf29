/** What only the background says: notifications and the toolbar's tooltip. Apart from `text.ts`, which every page loads. */
import type { RuleAnswerWords } from './rules/answer-words.ts';
import type { WatchStopReason } from './watch/watch.ts';

/** One language of the background. */
export interface BackgroundLocale {
  /** BCP 47 tag. */
  language: string;
  messages: BackgroundMessages;
}

export interface BackgroundMessages {
  /** What the coloured edge of a portal's page is called where it is read out. */
  edgeName: (portal: string) => string;
  /** What there is of access on a portal, for a line with other news. */
  tooltip: {
    pending: (count: number, span: string) => string;
    overdue: string;
    warned: string;
    running: (date: string) => string;
    /** So many portals more than a tooltip can name. */
    more: (count: number) => string;
  };
  notification: {
    slotFree: string;
    parkedQuestion: (topic: string) => string;
    attention: Record<'waiting' | 'idle' | 'refused', string>;
    /** The portal is not read without a tab any more; why, and what helps. */
    watchStopped: { title: string; because: Record<WatchStopReason, string> };
    access: AccessNotifications;
  };
  rules: RuleAnswerWords;
}

export interface AccessNotifications {
  title: {
    request: string;
    probable: string;
    partner: string;
    pending: string;
    before: string;
    end: string;
    after: string;
    ticketClosed: string;
    review: string;
    lookalike: string;
  };
  /** `length` is "for 21 days", `source` tells how that is known. */
  request: (length: string, source: string) => string;
  probable: string;
  /** `name` is empty when nobody told it. */
  partner: (name: string) => string;
  pending: (wait: string) => string;
  /** `open` tells how long it still is. */
  before: (open: string, source: string) => string;
  ended: (date: string, source: string) => string;
  ticketClosed: (open: string) => string;
  review: (name: string, date: string) => string;
  lookalike: (name: string) => string;
}
