/** What surfaces show of the records of one portal. */
import { bannerOf, urgencyOf } from '../../domain/access/banner.ts';
import { type AccessRecord, isOpenRequest, isRunning } from '../../domain/access/record.ts';
import { showingOf } from '../../domain/access/shown.ts';
import { type AccessItem, type AccessTotals, type AccessView, MOST_ITEMS } from '../../domain/access/view.ts';
import type { AccessWatch } from '../../domain/access/watch.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Dialogs, dialogNameOf } from './links.ts';

/** Requests and accesses in numbers; what was put off or set aside does not press anybody. */
export function accessTotals(records: readonly AccessRecord[], now: number): AccessTotals {
  const running = records.filter(isRunning);
  const awake = records.filter(({ snoozedUntil }) => snoozedUntil <= now);
  const pending = awake.filter((record) => isOpenRequest(record) && record.setAsideAt === null);
  const ends = running.flatMap((record) => (record.kind === 'vendor' ? (record.endsAt ?? []) : []));
  return {
    pending: pending.length,
    pendingSince: pending.length > 0 ? Math.min(...pending.map(({ requestedAt }) => requestedAt)) : null,
    running: running.length,
    overdue: awake.filter(({ kind, state }) => kind === 'vendor' && state === 'overdue').length,
    warnings: records.filter(({ kind, state }) => kind === 'lookalike' && state === 'warned').length,
    nextEndAt: ends.length > 0 ? Math.min(...ends) : null,
  };
}

/** What is open, runs or was just answered; the most pressing first. */
export function accessView(
  records: readonly AccessRecord[],
  watch: AccessWatch,
  dialogs: Dialogs,
  settings: Settings,
  now: number,
): AccessView {
  const items = records
    .map((record) => itemOf(record, dialogs, now))
    .filter((item) => item.banner !== null || isOpenRequest(item) || isRunning(item) || isPresent(item));
  items.sort((a, b) => rankOf(a) - rankOf(b) || b.requestedAt - a.requestedAt);
  return { items: items.slice(0, MOST_ITEMS), readAt: watch.readAt, presetDays: settings.accessDays };
}

function itemOf(record: AccessRecord, dialogs: Dialogs, now: number): AccessItem {
  const { told: _told, ...shown } = record;
  const banner = bannerOf(record, now);
  const added = { banner, dialogName: dialogNameOf(record, dialogs), ...showingOf(record, banner) };
  if (shown.kind !== 'vendor') return { ...shown, ...added };
  const { signIns: _signIns, ...grant } = shown;
  return { ...grant, ...added };
}

const isPresent = ({ kind, state }: AccessItem): boolean =>
  (kind === 'integrator' && state === 'present') || (kind === 'partner' && state === 'active');

/** What a page speaks of comes first, then what waits, then what runs. */
function rankOf(item: AccessItem): number {
  if (item.banner !== null) return urgencyOf(item.banner);
  if (isOpenRequest(item)) return 100;
  return isRunning(item) ? 200 : 300;
}
