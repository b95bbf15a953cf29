/**
 * The last calls that Latchdesk made to portals: when, to which one, what kind, how long and how it ended. No payload
 * goes in, so none can come out. The ring is plain data; what is new waits in it until a batch is written, since a write
 * for each call would cost more than the call.
 */
import type { ReadFailure } from '../view.ts';

export interface Call {
  /** Grows by one with each call, and is the key of the stored row. */
  number: number;
  /** Epoch ms at which it left. */
  at: number;
  /** Key of the portal's desk. */
  portal: string;
  /** The method, as `callAction` writes it. */
  action: string;
  /** Whole milliseconds until the answer, or until it was given up. */
  ms: number;
  outcome: CallOutcome;
}

export type CallOutcome = 'answered' | ReadFailure;

export interface CallRing {
  /** The oldest first. */
  calls: readonly Call[];
  /** Number of the newest call, also when it has been taken out; 0: there was none. */
  lastNumber: number;
  /** Number of the newest call that is stored; 0: none. */
  storedUpTo: number;
  /** Epoch ms since which a call waits to be stored; null: none does. */
  waitingSince: number | null;
}

/** What is to be written, in one transaction. */
export interface CallBatch {
  put: readonly Call[];
  /** Rows with smaller numbers are to be deleted. */
  deleteBelow: number;
}

export const NO_CALLS: CallRing = { calls: [], lastNumber: 0, storedUpTo: 0, waitingSince: null };

export const MOST_CALLS = 200;
const FULL_BATCH = 20;
/** A background that is killed loses the calls of so many milliseconds. */
const LONGEST_WAIT = 5_000;

/** The ring with one more call; the oldest beyond the last 200 is gone. */
export function withCall(ring: CallRing, call: Omit<Call, 'number'>, now: number): CallRing {
  const { at, portal, action, ms, outcome } = call;
  const number = ring.lastNumber + 1;
  const added = { number, at, portal, action: callAction(action), ms: Math.max(0, Math.round(ms)), outcome };
  return {
    ...ring,
    calls: [...ring.calls, added].slice(-MOST_CALLS),
    lastNumber: number,
    // A clock that was put back must not keep the batch waiting.
    waitingSince: Math.min(ring.waitingSince ?? now, now),
  };
}

/** The ring out of stored rows. */
export function callsFrom(rows: readonly Call[]): CallRing {
  const calls = [...rows].sort((one, other) => one.number - other.number).slice(-MOST_CALLS);
  const lastNumber = calls.at(-1)?.number ?? 0;
  return { calls, lastNumber, storedUpTo: lastNumber, waitingSince: null };
}

/** True when a batch should be written now. */
export const isBatchDue = ({ calls, storedUpTo, waitingSince }: CallRing, now: number): boolean =>
  waitingSince !== null &&
  (now - waitingSince >= LONGEST_WAIT || calls.filter(({ number }) => number > storedUpTo).length >= FULL_BATCH);

/** What there is to write; null when all is stored. */
export function batchOf({ calls, storedUpTo }: CallRing): CallBatch | null {
  const put = calls.filter(({ number }) => number > storedUpTo);
  return put.length === 0 ? null : { put, deleteBelow: calls[0]?.number ?? 0 };
}

/** The ring once a batch is stored; a batch that could not be stored simply is not told, and comes again. */
export function withStored(ring: CallRing, { put }: CallBatch, now: number): CallRing {
  const storedUpTo = Math.max(ring.storedUpTo, put.at(-1)?.number ?? 0);
  const isAllStored = ring.calls.every(({ number }) => number <= storedUpTo);
  return { ...ring, storedUpTo, waitingSince: isAllStored ? null : now };
}

/** The ring without the calls of one portal, of all for null. Numbers go on, so that no row is taken for another. */
export function withoutCalls(ring: CallRing, portal: string | null): CallRing {
  const calls = ring.calls.filter((call) => portal !== null && call.portal !== portal);
  const isWaiting = calls.some(({ number }) => number > ring.storedUpTo);
  return { ...ring, calls, waitingSince: isWaiting ? ring.waitingSince : null };
}

/** `imbot.Network.Chat.list`, `bitrix:main.ui.filter`, `/rest/batch.json`. */
const METHOD = /^\/?[A-Za-z][\w-]{0,40}(?:[./:][A-Za-z][\w-]{0,40}){0,8}\/?$/;

/** The method of a call without what it was asked with; `other` for what is no method. */
export function callAction(text: string): string {
  const method = text.replace(/[?#].*$/s, '');
  // Long words of digits and letters are keys, and digits alone are ids.
  const isPlain = METHOD.test(method) && !/[A-Za-z]*\d[\w-]{5,}|\d{4,}|[\w-]{31,}/.test(method);
  return isPlain ? method : 'other';
}
