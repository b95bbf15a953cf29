/** What happened, in order; entries are only ever added. Titles and ids, no message texts. */

import type { Reminder } from './access/record.ts';

/** How many slots were taken, of how many. */
export interface CountedSlots {
  used: number;
  /** Null: not a number. */
  max: number | null;
  /** The portal has told the limit; left out where it was assumed, and by earlier versions, of which nobody knows. */
  isTold?: true;
}

export type JournalEntry = {
  /** Epoch ms. */
  at: number;
  /** The rule whose action has caused it: it starts no rule. */
  byRule?: string;
} & (
  | (CountedSlots & {
      kind: 'slots.counted';
      /** What was known before it, null: nothing; left out by entries of earlier versions. */
      before?: CountedSlots | null;
    })
  | { kind: 'dialog.created' | 'dialog.opened' | 'dialog.closed' | 'message.refused'; chatId: number }
  | { kind: 'dialog.renamed'; chatId: number; title: string }
  | { kind: 'support.answered' | 'user.wrote'; chatId: number }
  | { kind: 'guard.overridden'; reason: string; used: number | null; max: number | null }
  | { kind: 'draft.parked' | 'draft.offered' | 'draft.used' | 'draft.discarded'; draftId: string; title: string }
  | {
      kind:
        | 'access.requested'
        | 'access.warned'
        | 'access.granted'
        | 'access.declined'
        | 'access.overdue'
        | 'access.ended'
        | 'access.unclear'
        | 'access.ticketClosed';
      recordId: string;
    }
  | { kind: 'access.reminded'; recordId: string; reminder: Reminder['kind']; days: number }
  /** An attempt to uninstall with all data; `name` is empty where nobody knew it. */
  | { kind: 'wipe.stopped'; name: string; code: string | null }
  | {
      kind: 'wipe.insisted';
      name: string;
      code: string | null;
      /** Epoch ms of the `wipe.stopped` of the same attempt; left out where there was none, and by earlier versions. */
      stoppedAt?: number;
    }
  | {
      kind: 'reinstall.begun' | 'reinstall.compared' | 'reinstall.done' | 'reinstall.stopped' | 'reinstall.dataWiped';
      runId: string;
    }
  | { kind: 'appAccess.emptied'; name: string }
  | { kind: 'portal.signedOut' }
  /** A rule has written this down. */
  | { kind: 'rule.noted'; byRule: string; name: string; text: string /** Key of the run. */; run?: string }
);

export type SlotsEntry = Extract<JournalEntry, { kind: 'slots.counted' }>;

export type JournalKind = JournalEntry['kind'];
export type AccessJournalKind = Extract<JournalKind, `access.${string}`>;
export type AppJournalKind = Extract<JournalKind, `${'wipe' | 'reinstall' | 'appAccess'}.${string}`>;
export type RuleJournalKind = Extract<JournalKind, 'rule.noted' | 'portal.signedOut'>;
