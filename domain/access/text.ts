/**
 * The words for access to a portal that every surface shares: titles, lengths, clocks, senders, reasons. What only the
 * banner says is in `banner-text.ts`, so that panel, popup and notifications stay light.
 */
import type {
  ChangeReason,
  DaysSource,
  GrantState,
  IntegratorRecord,
  LookalikeRecord,
  PartnerState,
} from './record.ts';
import type { Because, SenderKind } from './verdict.ts';

/** One language of the words for access. */
export interface AccessLocale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: AccessMessages;
}

export interface AccessMessages {
  number: (value: number) => string;
  /** "12 December", with the year when it is another one. */
  date: (at: number, now: number) => string;
  /** "14:05" today, day and time on other days. */
  clock: (at: number, now: number) => string;
  /** "2 hours ago". */
  age: (at: number, now: number) => string;
  /** "in 3 days", "tomorrow", "today". */
  away: (days: number) => string;
  /** "21 days". */
  days: (count: number) => string;

  title: {
    request: (length: string) => string;
    probable: string;
    granted: (clock: string) => string;
    overdue: (date: string) => string;
    ticketClosed: string;
    ended: (date: string) => string;
    revoked: (date: string) => string;
    declined: string;
    answeredElsewhere: { granted: string; declined: string };
    unclear: string;
    /** The same of an access that ran. */
    unclearEnd: string;
    /** `name` is empty when nobody told it. */
    partner: (name: string) => string;
    partnerProbable: (name: string) => string;
    partnerState: Record<Exclude<PartnerState, 'seen' | 'pending'>, (name: string) => string>;
    lookalike: (count: number) => string;
    integrator: (name: string) => string;
    integratorGone: (name: string) => string;
  };
  state: {
    vendor: Record<GrantState, string>;
    partner: Record<PartnerState, string>;
    lookalike: Record<LookalikeRecord['state'], string>;
    integrator: Record<IntegratorRecord['state'], string>;
  };
  length: {
    /** "for 21 days"; an assumed one says so. */
    asked: (days: string, isAssumed: boolean) => string;
    /** "21 days, from the message". */
    known: (days: string, source: string) => string;
    source: Record<DaysSource, string>;
    unbelieved: (days: string) => string;
  };
  clockLine: {
    /** `away` is "in 3 days", `date` the day in words. */
    ends: (away: string, date: string, isAssumed: boolean) => string;
    endsToday: (clock: string, isAssumed: boolean) => string;
    overdue: (date: string) => string;
    /** Of what has no end. */
    since: (date: string) => string;
    sinceAtLeast: (date: string) => string;
  };
  requested: (age: string) => string;
  sender: {
    kind: Record<SenderKind, (name: string) => string>;
    verified: string;
    unverified: string;
    entered: string;
  };
  because: Record<Because, string>;
  why: Record<ChangeReason, string>;
}
