/** How many dialogs may be open at once, and how many are. See docs/portal-contract.md, "Slots". */
import type { SupportDialog } from './dialogs.ts';

export type Limit =
  | { kind: 'count'; max: number }
  | { kind: 'unlimited' }
  /** One conversation only: the portal offers no further questions. */
  | { kind: 'single' }
  | { kind: 'off' };

export type SlotLevel = 'roomy' | 'near' | 'full' | 'over' | 'unlimited' | 'single' | 'switchedOff';

/** Used when the portal did not tell the limit; always shown as assumed. */
export const ASSUMED_LIMIT: Limit = { kind: 'count', max: 5 };

/** How long numbers keep without anything that confirms them, in ms. */
export const NUMBERS_KEEP_FOR = 30 * 60_000;

const DAY = 86_400_000;
/** The server stops counting a session this long after it was created; the portal's page goes on counting it. */
export const SESSION_COUNTS_FOR = 30 * DAY;

/** The portal's number in words: below zero off, 0 unlimited, 1 single, n a count. */
export function limitFromPortal(value: number): Limit {
  if (value < 0) return { kind: 'off' };
  if (value === 0) return { kind: 'unlimited' };
  if (value === 1) return { kind: 'single' };
  return { kind: 'count', max: value };
}

export interface SlotCount {
  used: number;
  created: number;
  /** True when a dialog is open for so long that the server may no longer count it. */
  atMost: boolean;
}

/** Open dialogs hold a slot, the main chat included; created ones are counted apart. */
export function countSlots(dialogs: readonly SupportDialog[], now: number): SlotCount {
  const open = dialogs.filter((dialog) => dialog.status === 'open');
  return {
    used: open.length,
    created: dialogs.filter((dialog) => dialog.status === 'new').length,
    atMost: open.some((dialog) => dialog.openSeenAt !== null && now - dialog.openSeenAt > SESSION_COUNTS_FOR),
  };
}

/** Where the count stands against the limit; six of five is legal and called `over`. */
export function slotLevel(used: number, limit: Limit): SlotLevel {
  if (limit.kind === 'off') return 'switchedOff';
  if (limit.kind !== 'count') return limit.kind;
  if (used > limit.max) return 'over';
  if (used === limit.max) return 'full';
  return used === limit.max - 1 ? 'near' : 'roomy';
}
