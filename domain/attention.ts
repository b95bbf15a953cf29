/** Which dialogs are worth a warning, and when the next one will be. Hours and days count working time only. */
import type { SupportDialog } from './dialogs.ts';
import type { DialogNote } from './notes.ts';
import type { Settings } from './settings.ts';
import { afterWorkingTime, workingDay, workingTimeBetween } from './working-time.ts';

export type Attention =
  /** Support answered and waits for the user; `worked`: working time since then in ms. */
  | { kind: 'waiting'; since: number; worked: number }
  /** Nothing moved for `days` whole working days. */
  | { kind: 'idle'; since: number; days: number }
  /** The portal refused a message of the user. */
  | { kind: 'refused'; since: number };

const HOUR = 3_600_000;

/** What a dialog needs the user for, the most pressing reason only; null when it needs nothing. */
export function attentionOf(
  dialog: SupportDialog,
  note: DialogNote | null,
  settings: Settings,
  now: number,
): Attention | null {
  const resting = restsUntil(note, now);
  const refusedAt = unseenRefusal(dialog, note);
  if (refusedAt !== null && !(resting && isKnownRefusal(refusedAt, note))) return { kind: 'refused', since: refusedAt };
  return resting ? null : (waiting(dialog, settings, now) ?? idle(dialog, settings, now));
}

/** The epoch ms at which a dialog that needs nothing now will need attention; null when that is not in sight. */
export function nextAttentionAt(
  dialog: SupportDialog,
  note: DialogNote | null,
  settings: Settings,
  now: number,
): number | null {
  if (attentionOf(dialog, note, settings, now)) return null;
  const dues = [
    unseenRefusal(dialog, note),
    due(settings, waitingSince(dialog), neededToWait(settings), now),
    due(settings, idleSince(dialog), neededToIdle(settings), now),
  ].filter((at) => at !== null);
  // What falls due during a rest shows when the rest ends.
  return dues.length === 0 ? null : Math.max(Math.min(...dues), restsUntil(note, now) ?? now);
}

/** Epoch ms of a dialog's last known movement; null when none is known. */
export function lastMovementAt(dialog: SupportDialog): number | null {
  const latest = Math.max(dialog.lastActivityAt ?? 0, dialog.turn?.at ?? 0);
  return latest === 0 ? null : latest;
}

/** True once nothing moved for the working days the user set; a day nobody works never passes. */
export function isIdleSince(since: number, settings: Settings, now: number): boolean {
  return workingTimeBetween(settings.workingTime, since, now) >= neededToIdle(settings);
}

const restsUntil = (note: DialogNote | null, now: number) =>
  note && note.snoozedUntil > now ? note.snoozedUntil : null;

const unseenRefusal = ({ refusedAt }: SupportDialog, note: DialogNote | null) =>
  refusedAt !== null && refusedAt > (note?.refusalSeenAt ?? 0) ? refusedAt : null;

/** The user saw it before asking for rest. */
const isKnownRefusal = (refusedAt: number, note: DialogNote | null) => note !== null && refusedAt <= note.snoozedAt;

const neededToWait = (settings: Settings) => settings.waitingHours * HOUR;

/** Without working hours no working day ever passes. */
const neededToIdle = ({ workingTime, idleDays }: Settings) =>
  workingDay(workingTime) > 0 ? idleDays * workingDay(workingTime) : Number.POSITIVE_INFINITY;

const waitingSince = ({ status, turn }: SupportDialog) =>
  status !== 'close' && turn?.author === 'support' ? turn.since : null;

const idleSince = (dialog: SupportDialog) => (dialog.status === 'open' ? lastMovementAt(dialog) : null);

function waiting(dialog: SupportDialog, settings: Settings, now: number): Attention | null {
  const since = waitingSince(dialog);
  if (since === null) return null;
  const worked = workingTimeBetween(settings.workingTime, since, now);
  return worked >= neededToWait(settings) ? { kind: 'waiting', since, worked } : null;
}

function idle(dialog: SupportDialog, settings: Settings, now: number): Attention | null {
  const since = idleSince(dialog);
  if (since === null || !isIdleSince(since, settings, now)) return null;
  const { workingTime } = settings;
  return {
    kind: 'idle',
    since,
    days: Math.floor(workingTimeBetween(workingTime, since, now) / workingDay(workingTime)),
  };
}

/** Counts on from now, not from `since`, so that a long wait does not fall out of the calendar's sight. */
function due(settings: Settings, since: number | null, needed: number, now: number): number | null {
  if (since === null) return null;
  const missing = needed - workingTimeBetween(settings.workingTime, since, now);
  return afterWorkingTime(settings.workingTime, Math.max(since, now), missing);
}
