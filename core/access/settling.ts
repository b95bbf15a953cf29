/** What time and the support dialogs do to the records: clocks, closed questions, reminders. */
import { nextChangeAt } from '../../domain/access/clock.ts';
import {
  type AccessRecord,
  type GrantRecord,
  isOpenRequest,
  isRunning,
  type Reminder,
} from '../../domain/access/record.ts';
import { type DueReminder, dueReminder, nextReminderAt, toldAfter } from '../../domain/access/reminders.ts';
import type { AccessWatch, OutgoingReminder } from '../../domain/access/watch.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Dialogs, findDialog } from './links.ts';
import { move } from './moves.ts';
import type { Register } from './register.ts';

export interface Settling {
  dialogs: Dialogs;
  settings: Settings;
  /** True when nobody, or somebody else, is signed in: what was asked of the user waits until they are back. */
  hasLeft: boolean;
  now: number;
}

interface Work extends Settling {
  register: Register;
  watch: AccessWatch;
}

/** Notifications at once of what others can cause: whoever floods a chat does not flood the desktop. */
const MOST_AT_ONCE = 3;
const CAUSED_BY_OTHERS: readonly Reminder['kind'][] = ['new', 'pending', 'lookalike'];

/** Brings records and reminders up to date; what is watched for afterwards. */
export function settleRecords(work: Work): AccessWatch {
  const { register, settings, now } = work;
  for (const record of register.all.filter(isRunning)) settleGrant(work, record);
  const outbox = withReminders(work.watch.outbox, remind(work, register.all.filter(isLive)));
  const times = register.all.filter(isLive).flatMap((record) => {
    const reminderAt = isKeptBack(work, record) ? null : nextReminderAt(record, settings, now);
    return [reminderAt ?? [], nextChangeAt(record, now) ?? []].flat();
  });
  return { ...work.watch, outbox, nextAt: times.length > 0 ? Math.min(...times) : null };
}

/** Requests and warnings are for whoever can read them; an access that runs concerns everybody. */
const isKeptBack = ({ hasLeft }: Work, record: AccessRecord): boolean =>
  hasLeft && (isOpenRequest(record) || record.kind === 'lookalike');

/** Links requests with the dialogs they come from, as far as anything tells. */
export function linkRequests(register: Register, watch: AccessWatch, dialogs: Dialogs, now: number): void {
  for (const record of register.all) {
    const isGuessed = record.dialog === null || record.dialog.source === 'onlyOpen';
    if (record.origin !== 'detected' || !isOpenRequest(record) || !isGuessed) continue;
    const dialog = findDialog(record, watch, dialogs);
    if (!dialog || dialog.chatId === record.dialog?.chatId) continue;
    // A number from a guessed dialog would speak for the request as if somebody had said it.
    register.put({ ...record, dialog }, now);
    const from = String(record.dialog?.chatId ?? '');
    register.note(record.id, now, 'portal', { kind: 'field', field: 'dialog', from, to: String(dialog.chatId) });
  }
}

/** What is over and understood waits for nothing. */
const isLive = (record: AccessRecord): boolean =>
  isOpenRequest(record) ||
  isRunning(record) ||
  ['warned', 'present', 'unknown', 'active'].includes(record.state) ||
  (record.answeredBy !== null && !record.isReasonAsked);

function settleGrant({ register, dialogs, now }: Work, record: GrantRecord): void {
  const clock = { by: 'clock', why: 'clock', answeredBy: null, answerer: '', now } as const;
  const moved = move(register, record, [{ type: 'clock.advanced', now }], clock);
  const ticketClosedAt = closedDuring(moved, dialogs);
  if (ticketClosedAt === moved.ticketClosedAt) return;
  register.put({ ...moved, ticketClosedAt }, now);
  if (ticketClosedAt === null) return;
  register.note(moved.id, now, 'portal', { kind: 'ticketClosed' });
  register.tell('access.ticketClosed', moved.id, now);
}

/** When the linked question was closed while the access runs; null while it is open, or was closed before. */
function closedDuring(record: GrantRecord, { dialogs }: Dialogs): number | null {
  const dialog = dialogs.find(({ chatId }) => chatId === record.dialog?.chatId);
  // A dialog that is not listed any more is no news.
  if (!dialog || dialog.isMain) return record.ticketClosedAt;
  if (dialog.status !== 'close') return null;
  if (record.ticketClosedAt !== null) return record.ticketClosedAt;
  // Nobody may have been there to see it close: its last message then tells whether that was after the beginning.
  const closedAt = dialog.course.closedAt ?? dialog.lastActivityAt ?? 0;
  return record.startsAt !== null && closedAt >= record.startsAt ? closedAt : null;
}

function remind(work: Work, records: readonly AccessRecord[]): OutgoingReminder[] {
  const { register, settings, now } = work;
  const outgoing: OutgoingReminder[] = [];
  let flooded = 0;
  for (const record of records) {
    const due = isKeptBack(work, record) ? null : dueReminder(record, settings, now);
    if (!due) continue;
    register.put({ ...record, told: toldAfter(record.told, due) }, now);
    if (CAUSED_BY_OTHERS.includes(due.reminder.kind)) flooded += 1;
    // The rest of a flood is in the register and in the banner's number.
    if (flooded > MOST_AT_ONCE) continue;
    outgoing.push(noteReminder(work, record.id, due));
  }
  return outgoing;
}

function noteReminder({ register, now }: Work, recordId: string, { reminder, key }: DueReminder): OutgoingReminder {
  register.note(recordId, now, 'clock', { kind: 'reminded', reminder });
  register.record({ at: now, kind: 'access.reminded', recordId, reminder: reminder.kind, days: reminder.days });
  return { key: `${recordId} ${key}`, recordId, reminder };
}

/** One for each record: the newest. */
function withReminders(outbox: readonly OutgoingReminder[], due: readonly OutgoingReminder[]): OutgoingReminder[] {
  const replaced = new Set(due.map(({ recordId }) => recordId));
  return [...outbox.filter(({ recordId }) => !replaced.has(recordId)), ...due];
}
