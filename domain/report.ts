/**
 * What went on with support in a period, `from` included and `until` not, which is at most now.
 * What Latchdesk did not see is null, never zero.
 */
import type { DialogStatus, SupportDialog } from './dialogs.ts';
import type { JournalEntry, JournalKind } from './journal.ts';
import { type WorkingTime, workingTimeBetween } from './working-time.ts';

export interface ReportInput {
  dialogs: readonly SupportDialog[];
  entries: readonly JournalEntry[];
  from: number;
  until: number;
  workingTime: WorkingTime;
  nameOf: (dialog: SupportDialog) => string;
}

/** A dialog in which something happened during the period. */
export interface ReportRow {
  chatId: number;
  title: string;
  status: DialogStatus;
  ticket: string | null;
  createdAt: number | null;
  openedAt: number | null;
  /** From the user's first message to support's first answer to it; null while either was not seen. */
  firstReplyMs: number | null;
  firstReplyWorkingMs: number | null;
  /** From opened to closed, or to the end of the period while it is not closed. */
  durationMs: number | null;
  closedAt: number | null;
  /** True when it began or ended while Latchdesk did not look. */
  isPartlySeen: boolean;
}

/** A count is null where it would be zero only because nobody looked. */
export interface ReportTotals {
  topics: number | null;
  opened: number | null;
  closed: number | null;
  medianFirstReplyMs: number | null;
  medianFirstReplyWorkingMs: number | null;
  /** Of closed dialogs only: the others take longer than is known yet. */
  medianDurationMs: number | null;
  /** Messages and questions sent against a warning. */
  overrides: number | null;
  /** Messages that the portal refused. */
  refused: number | null;
}

/** From `at` on, this many of `max` slots were used. */
export interface SlotStep {
  at: number;
  used: number;
  max: number | null;
}

export interface SupportReport {
  /** Oldest first. */
  rows: ReportRow[];
  totals: ReportTotals;
  slots: SlotStep[];
  /** Time at the limit, and time in which number and limit were known. */
  atLimit: { fullMs: number; knownMs: number; share: number | null };
  /** Epoch ms of the earliest entry there is; null when there is none. */
  observedSince: number | null;
}

/** Sums up a period from dialogs and journal. */
export function supportReport(input: ReportInput): SupportReport {
  const observedSince = input.entries.reduce<number | null>(
    (earliest, { at }) => (earliest === null || at < earliest ? at : earliest),
    null,
  );
  const inPeriod = input.entries.filter(({ at }) => isWithin(input, at));
  const rows = reportRows(input, inPeriod);
  const slots = slotSteps(input);
  const isObserved = observedSince !== null && observedSince < input.until;
  return {
    rows,
    totals: totalsOf(input, rows, inPeriod, isObserved),
    slots,
    atLimit: timeAtLimit(slots, input.until),
    observedSince,
  };
}

const isWithin = ({ from, until }: ReportInput, at: number | null | undefined): boolean =>
  at !== null && at !== undefined && at >= from && at < until;

function reportRows(input: ReportInput, inPeriod: readonly JournalEntry[]): ReportRow[] {
  const mentioned = new Set(inPeriod.map((entry) => ('chatId' in entry ? entry.chatId : null)));
  const beginning = (row: ReportRow) => row.createdAt ?? row.openedAt ?? Number.MIN_SAFE_INTEGER;
  return input.dialogs
    .filter((dialog) => mentioned.has(dialog.chatId) || timesOf(dialog).some((at) => isWithin(input, at)))
    .map((dialog) => reportRow(dialog, input))
    .sort((a, b) => beginning(a) - beginning(b) || a.chatId - b.chatId);
}

const timesOf = ({ course, turn, lastActivityAt, refusedAt }: SupportDialog) => [
  ...Object.values(course),
  turn?.at,
  lastActivityAt,
  refusedAt,
];

function reportRow(dialog: SupportDialog, { workingTime, until, nameOf }: ReportInput): ReportRow {
  const { createdAt, openedAt, firstOwnAt, firstReplyAt } = dialog.course;
  const closedAt = dialog.status === 'close' ? dialog.course.closedAt : null;
  return {
    chatId: dialog.chatId,
    title: nameOf(dialog),
    status: dialog.status,
    ticket: dialog.ticket,
    createdAt,
    openedAt,
    firstReplyMs: span(firstOwnAt, firstReplyAt),
    firstReplyWorkingMs: span(firstOwnAt, firstReplyAt, (own, reply) => workingTimeBetween(workingTime, own, reply)),
    durationMs: span(openedAt, dialog.status === 'close' ? closedAt : until),
    closedAt,
    isPartlySeen: isPartlySeen(dialog),
  };
}

/** Null where an end was not seen, or the ends belong to different openings of the dialog. */
function span(
  from: number | null,
  to: number | null,
  measure = (start: number, end: number) => end - start,
): number | null {
  return from === null || to === null || to < from ? null : measure(from, to);
}

function isPartlySeen({ status, course }: SupportDialog): boolean {
  const missedBeginning = status === 'new' ? course.createdAt === null : course.openedAt === null;
  return missedBeginning || (status === 'close' && course.closedAt === null);
}

function totalsOf(
  input: ReportInput,
  rows: readonly ReportRow[],
  inPeriod: readonly JournalEntry[],
  isObserved: boolean,
): ReportTotals {
  const seen = (number: number) => (isObserved || number > 0 ? number : null);
  const count = (kind: JournalKind) => seen(inPeriod.filter((entry) => entry.kind === kind).length);
  // The journal also knows dialogs that the portal no longer lists, and a dialog opened twice is one.
  const dialogs = (kind: 'dialog.opened' | 'dialog.closed', time: 'openedAt' | 'closedAt') =>
    seen(
      new Set([
        ...inPeriod.flatMap((entry) => (entry.kind === kind ? [entry.chatId] : [])),
        ...input.dialogs.filter(({ course }) => isWithin(input, course[time])).map(({ chatId }) => chatId),
      ]).size,
    );
  return {
    topics: seen(rows.length),
    opened: dialogs('dialog.opened', 'openedAt'),
    closed: dialogs('dialog.closed', 'closedAt'),
    medianFirstReplyMs: median(rows.map((row) => row.firstReplyMs)),
    medianFirstReplyWorkingMs: median(rows.map((row) => row.firstReplyWorkingMs)),
    medianDurationMs: median(rows.map((row) => (row.closedAt === null ? null : row.durationMs))),
    overrides: count('guard.overridden'),
    refused: count('message.refused'),
  };
}

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.floor((known.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** What was counted last before the period holds at its start. */
function slotSteps({ entries, from, until }: ReportInput): SlotStep[] {
  const steps: SlotStep[] = [];
  const counted = entries.filter((entry) => entry.kind === 'slots.counted' && entry.at < until);
  for (const entry of counted.sort((a, b) => a.at - b.at)) {
    if (entry.kind !== 'slots.counted') continue;
    const step = { at: Math.max(entry.at, from), used: entry.used, max: entry.max };
    if (steps.at(-1)?.at === step.at) steps.pop();
    const last = steps.at(-1);
    if (last?.used !== step.used || last.max !== step.max) steps.push(step);
  }
  return steps;
}

function timeAtLimit(steps: readonly SlotStep[], until: number): SupportReport['atLimit'] {
  let [fullMs, knownMs] = [0, 0];
  steps.forEach(({ at, used, max }, index) => {
    // Without a limit there is none to be at.
    if (max === null || max <= 0) return;
    const lasted = (steps[index + 1]?.at ?? until) - at;
    knownMs += lasted;
    if (used >= max) fullMs += lasted;
  });
  return { fullMs, knownMs, share: knownMs === 0 ? null : fullMs / knownMs };
}
