/**
 * What rules are told of a portal as it is known now. What could not be read, or what nothing confirms any more, is null
 * and never zero.
 */
import { daysLeft } from '../access/clock.ts';
import { isGuessed } from '../access/record.ts';
import type { AccessItem } from '../access/view.ts';
import type { DialogView, PortalView } from '../view.ts';
import type { Facts } from './facts.ts';
import type { RuleWorld } from './world.ts';

const HOUR = 3_600_000;

/** A world, prepared for being asked about many events. */
interface Prepared {
  dialogs: ReadonlyMap<number, DialogView>;
  records: ReadonlyMap<string, AccessItem>;
  facts: Facts;
}

const prepared = new WeakMap<RuleWorld, Prepared>();

/** Thousands of events ask the same world; its dialogs are gone through once. */
function prepare(world: RuleWorld): Prepared {
  const known = prepared.get(world);
  if (known) return known;
  const { view } = world;
  const made: Prepared = {
    dialogs: new Map(view.dialogs.map((dialog) => [dialog.chatId, dialog])),
    records: new Map(view.register.items.map((item) => [item.id, item])),
    facts: { ...placeFacts(view), ...slotFacts(view), ...accessTotals(view) },
  };
  prepared.set(world, made);
  return made;
}

/** True while what is known of dialogs and requests holds: somebody may have answered elsewhere otherwise. */
export const isConfirmed = ({ session, slots }: PortalView): boolean => session.state === 'live' && !slots.stale;

export const dialogIn = (world: RuleWorld, chatId: number): DialogView | null =>
  prepare(world).dialogs.get(chatId) ?? null;

const recordIn = (world: RuleWorld, id: string): AccessItem | null => prepare(world).records.get(id) ?? null;

/** What holds for the whole portal. */
export const portalFacts = (world: RuleWorld, now: number): Facts => ({
  'event.at': isoOf(now),
  ...prepare(world).facts,
});

function placeFacts(view: PortalView): Facts {
  return {
    'portal.name': view.label,
    'portal.host': view.host,
    'dialogs.waiting': waitingCount(view),
    // Laid by in this browser: that is always known.
    'drafts.parked': view.drafts.filter(({ kind }) => kind === 'parked').length,
  };
}

function slotFacts(view: PortalView): Facts {
  const { used, limit, limitSource } = view.slots;
  if (!isConfirmed(view)) return countedSlots(null, null);
  return countedSlots(used, limit?.kind === 'count' && limitSource !== 'assumed' ? limit.max : null);
}

/** Slots as they were counted; without a limit in numbers nobody knows how many are free. */
export const countedSlots = (used: number | null, max: number | null): Facts => ({
  'slots.used': used,
  'slots.limit': max,
  'slots.free': used === null || max === null ? null : Math.max(0, max - used),
});

/** True while support has the last word in a dialog that is not closed. */
export const waitsForUser = ({ status, turn }: DialogView): boolean => status !== 'close' && turn?.author === 'support';

/** Dialogs known to wait; null where none is and the last word of some is not known. */
function waitingCount(view: PortalView): number | null {
  if (!isConfirmed(view)) return null;
  const waiting = view.dialogs.filter(waitsForUser).length;
  const isWhole = view.dialogs.every(({ status, turn }) => status === 'close' || turn !== null);
  return waiting > 0 || isWhole ? waiting : null;
}

function accessTotals(view: PortalView): Facts {
  const { access, register } = view;
  // Nobody has looked yet: what a person entered is known, that there is nothing else is not.
  const counted = (count: number) => (count === 0 && register.readAt === null ? null : count);
  return {
    'access.running': counted(access.running),
    'access.overdue': counted(access.overdue),
    'access.pending': isConfirmed(view) ? counted(access.pending) : null,
  };
}

/** What an event about a dialog tells of it; a dialog that is not listed leaves all of it unknown. */
export function dialogFacts(world: RuleWorld, chatId: number, at: number): Facts {
  const dialog = dialogIn(world, chatId);
  return {
    'dialog.id': dialog?.dialogId ?? null,
    'dialog.name': dialog?.alias || dialog?.title?.trim() || null,
    'dialog.tags': dialog?.tags ?? null,
    'dialog.ticket': dialog?.ticket || null,
    'dialog.isMain': dialog?.isMain ?? null,
    'dialog.unread': typeof dialog?.unread === 'number' ? dialog.unread : null,
    'dialog.waitsHours': dialog && waitsHours(dialog, at),
  };
}

/** Whole hours of real time since support answered; 0 while it is not the user's turn. */
function waitsHours(dialog: DialogView, at: number): number | null {
  if (dialog.status === 'close') return 0;
  if (dialog.turn === null) return null;
  if (dialog.turn.author !== 'support') return 0;
  // What is known now does not tell how it was before support wrote.
  return dialog.turn.since > at ? null : Math.floor((at - dialog.turn.since) / HOUR);
}

/** What an event about a request or an access tells of it, and of its dialog unless that one is a guess. */
export function recordFacts(world: RuleWorld, id: string, at: number): Facts {
  const record = recordIn(world, id);
  const dialog = record?.dialog ?? null;
  const isLinked: boolean = dialog !== null && !isGuessed(dialog);
  const endsAt = record?.kind === 'vendor' ? record.endsAt : null;
  return {
    ...(dialog && isLinked && dialogFacts(world, dialog.chatId, at)),
    'access.state': record?.state ?? null,
    'access.requester': record && requesterOf(record),
    'access.ticket': record?.ticket || null,
    'access.daysLeft': endsAt === null ? null : daysLeft(endsAt, at),
    'access.endsAt': endsAt === null ? null : isoOf(endsAt),
    'access.isCertain': record && isCertain(record),
  };
}

function requesterOf(record: AccessItem): string | null {
  return (record.kind === 'partner' && record.partnerName) || record.sender.name || null;
}

/** True for a request that support's own account made or that a person has confirmed; not for what only looks like one. */
function isCertain(record: AccessItem): boolean {
  if (record.kind === 'lookalike' || record.state === 'seen') return false;
  // It may never have been more than probable.
  return record.state !== 'unknown' || record.sender.isVerified;
}

/** What an event about an application tells of it. */
export const appFacts = (name: string | null, code: string | null): Facts => ({
  'app.name': name || null,
  'app.code': code || null,
});

/** A time that no calendar has, as a broken clock may tell, is not known. */
export const isoOf = (at: number): string | null =>
  Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : null;
