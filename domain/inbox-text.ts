/** The words for what needs a person, on every surface that lists it; every language has to supply them. */
import type { ReinstallState } from './market/reinstall.ts';

/** One language of the inbox. */
export interface InboxLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: InboxMessages;
}

/** A reinstall that somebody has to finish. */
export type OpenReinstall = Exclude<ReinstallState, 'done' | 'dataWiped'>;

export interface InboxMessages {
  heading: string;
  /** Nothing needs a person now. */
  nothing: string;
  /** Unfolds the rest of a long list. */
  more: (count: number) => string;
  fewer: string;
  /** More than any list shows. */
  beyond: (count: number) => string;
  /** How many things of one portal. */
  count: (count: number) => string;
  /** Lets everything rest until nine tomorrow morning. */
  rest: string;
  /** How many things rest, none included; anything about somebody's entry that is new is shown all the same. */
  resting: (count: number, until: string) => string;
  wake: string;
  /** Which user of a portal that is known with several. */
  user: (id: string) => string;
  /** As many as an assumed limit allows, or more. */
  probablyFull: (used: number, max: number) => string;
  ticketClosed: string;
  refused: (dialog: string) => string;
  /** How long support's answer has waited, in working time. */
  waitingMinutes: (dialog: string, minutes: number) => string;
  waitingHours: (dialog: string, hours: number) => string;
  idle: (dialog: string, workingDays: number) => string;
  /** Where an unfinished reinstall of ChatApp stands. */
  reinstall: Record<OpenReinstall, string>;
  /** Of so many actions of a rule nobody knows whether they were done. */
  ruleUncertain: (count: number, rule: string) => string;
  /** A rule has switched itself off. */
  ruleOff: (rule: string) => string;
  /** Where a press on a line leads, in a few words. */
  lead: Record<InboxLead, string>;
}

export type InboxLead =
  | 'request'
  | 'look'
  | 'check'
  | 'record'
  | 'dialog'
  | 'ways'
  | 'dialogs'
  | 'reinstall'
  | 'rules'
  | 'portal';
