/** Two records of one request, seen at two addresses of one portal, as one. */
import type { AccessRecord, HistoryChange, RecordField, RequestCopy } from '../access/record.ts';
import { newerOf } from './moved.ts';

export interface JoinedRecord {
  record: AccessRecord;
  /** Words of the older record that the newer one has otherwise: they go into the history. */
  lost: HistoryChange[];
}

/** What somebody wrote; where only one of the two has it, that one's stays. */
const WRITTEN = ['reason', 'answerer', 'ticket'] as const satisfies readonly (RecordField & keyof AccessRecord)[];

/** The newer says how it is, unless it only knows that something was seen. */
export function joinRecords(here: AccessRecord, moved: AccessRecord): JoinedRecord {
  const newer = tellsLess(here) === tellsLess(moved) ? newerOf(here, moved, ({ changedAt }) => changedAt) : null;
  const base = newer ?? (tellsLess(here) ? moved : here);
  const other = base === here ? moved : here;
  const words = Object.fromEntries(WRITTEN.map((field) => [field, base[field] || other[field]]));
  const record = {
    ...base,
    ...words,
    copies: withCopies(base.copies, other.copies),
    dialog: [base.dialog, other.dialog].find((dialog) => dialog?.source === 'entered') ?? base.dialog ?? other.dialog,
    told: [...new Set([...base.told, ...other.told])],
    isReasonAsked: base.isReasonAsked || other.isReasonAsked,
    requestedAt: Math.min(base.requestedAt, other.requestedAt),
    changedAt: Math.max(base.changedAt, other.changedAt),
  };
  const lost = WRITTEN.filter((field) => other[field] !== '' && base[field] !== '' && other[field] !== base[field]);
  return {
    record: withSignIns(record, other),
    lost: lost.map((field) => ({ kind: 'field', field, from: other[field], to: base[field] })),
  };
}

const tellsLess = ({ state }: AccessRecord): boolean => state === 'seen' || state === 'unknown';

function withCopies(copies: readonly RequestCopy[], others: readonly RequestCopy[]): readonly RequestCopy[] {
  const isSame = (one: RequestCopy, other: RequestCopy) =>
    one.carrier === other.carrier && one.chatId === other.chatId && one.messageId === other.messageId;
  return [...copies, ...others.filter((other) => !copies.some((copy) => isSame(copy, other)))];
}

/** What a log has told once is not lost to a look that could not read it. */
function withSignIns(record: AccessRecord, other: AccessRecord): AccessRecord {
  if (record.kind !== 'vendor' || other.kind !== 'vendor' || record.signIns?.state === 'read') return record;
  return other.signIns
    ? { ...record, signIns: other.signIns.state === 'read' ? other.signIns : (record.signIns ?? other.signIns) }
    : record;
}
