/** One line of what needs a person: what it is, on which portal, and since when. */
import type { DaysSource } from '../access/record.ts';
import type { ReinstallState } from '../market/reinstall.ts';
import type { ReadFailure } from '../view.ts';

/** Why a person is needed; ids and numbers only, the words are made where they are shown. */
export type InboxReason =
  /** Messages that imitate support; `recordId` is the newest, `count` how many there are on the portal. */
  | { kind: 'lookalike'; recordId: string; name: string; count: number }
  /** Support asks for access; `probable`: only likely, a person has to tell. */
  | { kind: 'request' | 'probable'; recordId: string; days: number; daysSource: DaysSource }
  | { kind: 'partner'; recordId: string; name: string }
  | { kind: 'overdue' | 'ending' | 'ticketClosed'; recordId: string; endsAt: number | null; daysSource: DaysSource }
  /** A request was answered, and nobody can tell how. */
  | { kind: 'unclear'; recordId: string }
  | { kind: 'refused'; chatId: number }
  /** `isAssumed`: the portal did not tell the limit; `atMost`: the server may count fewer. */
  | { kind: 'over' | 'full'; used: number; max: number; isAssumed: boolean; atMost: boolean }
  /** Support's answer waits; `worked`: working time since then in ms. */
  | { kind: 'waiting'; chatId: number; worked: number }
  | { kind: 'idle'; chatId: number; days: number }
  /** A place is free for a parked question. */
  | { kind: 'parked'; draftId: string; topic: string }
  | { kind: 'reinstall'; runId: string; name: string; state: ReinstallState }
  /** Nobody knows whether actions of a rule were done; `count`: how many. `ruleOff`: it has failed too often in a row. */
  | { kind: 'ruleUncertain'; ruleId: string; name: string; count: number }
  | { kind: 'ruleOff'; ruleId: string; name: string }
  | { kind: 'signedOut' }
  | { kind: 'unreadable'; failure: ReadFailure };

export type InboxKind = InboxReason['kind'];

export interface InboxItem {
  /** The same as long as it is the same news; what happens anew gets another one. */
  id: string;
  /** Key of the portal; empty: of no portal in particular. */
  portal: string;
  host: string;
  /** Epoch ms since which it is so, for an access that runs when it ends; null: not known. */
  at: number | null;
  reason: InboxReason;
}

export type InboxTone = 'danger' | 'warning' | 'plain' | 'quiet';

/** The most urgent first. What lets somebody into a portal comes before what keeps somebody from working there. */
const ORDER = [
  'lookalike',
  'request',
  'probable',
  'partner',
  'overdue',
  'refused',
  'over',
  'full',
  'ticketClosed',
  'unclear',
  'ending',
  'ruleUncertain',
  'ruleOff',
  'reinstall',
  'waiting',
  'parked',
  'idle',
  'signedOut',
  'unreadable',
] as const satisfies readonly InboxKind[];

/** While it is in these states the application is gone, or does not work yet. */
const WITHOUT_APPLICATION: readonly ReinstallState[] = ['uninstalling', 'absent', 'installing', 'finishing'];

/** The items of all portals, the most urgent first; the order depends on nothing but the items. */
export const byUrgency = (items: readonly InboxItem[]): InboxItem[] => [...items].sort(compare);

function compare(a: InboxItem, b: InboxItem): number {
  return (
    ORDER.indexOf(a.reason.kind) - ORDER.indexOf(b.reason.kind) ||
    // What an assumed limit says is not certain, so it comes after what is.
    Number(isAssumed(a.reason)) - Number(isAssumed(b.reason)) ||
    (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER) ||
    compareText(a.id, b.id)
  );
}

const isAssumed = (reason: InboxReason): boolean => 'isAssumed' in reason && reason.isAssumed;

/** Not `localeCompare`: the order must not change with the language of the browser. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** True for what may let somebody into the portal, or leaves somebody inside: it does not rest with all the rest. */
export const isAboutEntry = ({ kind }: InboxReason): boolean =>
  ['lookalike', 'request', 'probable', 'partner', 'overdue'].includes(kind);

/** How loud an item is. */
export function toneOf(reason: InboxReason): InboxTone {
  switch (reason.kind) {
    case 'lookalike':
    case 'request':
    case 'partner':
    case 'overdue':
      return 'danger';
    case 'over':
    case 'full':
      return reason.isAssumed ? 'warning' : 'danger';
    case 'probable':
    case 'refused':
    case 'ticketClosed':
    case 'unclear':
    case 'ending':
    case 'ruleUncertain':
    case 'ruleOff':
      return 'warning';
    case 'reinstall':
      return WITHOUT_APPLICATION.includes(reason.state) ? 'warning' : 'plain';
    case 'waiting':
    case 'parked':
    case 'idle':
      return 'plain';
    case 'signedOut':
    case 'unreadable':
      return 'quiet';
  }
}
