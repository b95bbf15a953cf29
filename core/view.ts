/** Builds what the surfaces show from a desk. */
import { sortDialogs, totalUnread } from '../domain/dialogs.ts';
import type { DialogRecord } from '../domain/ledger.ts';
import type { SlotLevel } from '../domain/slots.ts';
import type { PortalView } from '../domain/view.ts';
import type { PortalDesk } from './portal-desk.ts';

/** Closed dialogs in a view unless more are asked for. */
export const CLOSED_IN_VIEW = 50;

const toDialog = ({ eventAt: _eventAt, ...dialog }: DialogRecord) => dialog;

/** True when the number on show is not backed by the portal right now. */
function isStale(desk: PortalDesk): boolean {
  const isAnswering = desk.session.value === 'live' || desk.session.value === 'unknown';
  return desk.slots.value.freshness === 'stale' || !isAnswering;
}

export function buildView(desk: PortalDesk, now: number, closedCount = CLOSED_IN_VIEW): PortalView {
  const { row, session, slots, ledger } = desk;
  const { used, created, limit, limitSource, atMost, source, at } = slots.context;
  const sorted = sortDialogs(ledger.dialogs).map((dialog) => toDialog(dialog as DialogRecord));
  const firstClosed = sorted.findIndex((dialog) => dialog.status === 'close');
  return {
    key: row.key,
    origin: row.origin,
    host: new URL(row.origin).host,
    userId: row.userId,
    language: row.language,
    session: { state: session.value, ...session.context },
    slots: {
      level: slots.value.level as SlotLevel | 'unread',
      used,
      created,
      limit,
      limitSource,
      atMost,
      source,
      at,
      stale: isStale(desk),
    },
    dialogs: firstClosed < 0 ? sorted : sorted.slice(0, firstClosed + closedCount),
    dialogTotal: sorted.length,
    unread: totalUnread(ledger.dialogs),
    reading: row.readingLeaseUntil > now,
    chip: row.chip,
  };
}
