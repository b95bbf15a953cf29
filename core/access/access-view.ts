/** What surfaces show of the records of one portal. */
import { bannerOf, urgencyOf } from '../../domain/access/banner.ts';
import { type AccessRecord, isOpenRequest, isRunning } from '../../domain/access/record.ts';
import { showingOf } from '../../domain/access/shown.ts';
import {
  type AccessItem,
  type AccessTotals,
  type AccessView,
  type BannerKind,
  MOST_ITEMS,
} from '../../domain/access/view.ts';
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
  const shown = records
    .map((record) => ({ record, banner: bannerOf(record, now) }))
    .filter(({ record, banner }) => banner !== null || isOpenRequest(record) || isRunning(record) || isPresent(record));
  shown.sort((a, b) => rankOf(a) - rankOf(b) || b.record.requestedAt - a.record.requestedAt);
  const items = shown.slice(0, MOST_ITEMS).map((each) => itemOf(each, dialogs));
  const isCut = shown.length > MOST_ITEMS;
  const spokenCount = shown.filter(({ banner }) => banner !== null).length;
  return { items, ...(isCut && { spokenCount }), readAt: watch.readAt, presetDays: settings.accessDays };
}

interface Shown {
  record: AccessRecord;
  banner: BannerKind | null;
}

function itemOf({ record, banner }: Shown, dialogs: Dialogs): AccessItem {
  const { told: _told, ...shown } = record;
  const added = { banner, dialogName: dialogNameOf(record, dialogs), ...showingOf(record, banner) };
  if (shown.kind !== 'vendor') return { ...shown, ...added };
  const { signIns: _signIns, ...grant } = shown;
  return { ...grant, ...added };
}

const isPresent = ({ kind, state }: AccessRecord): boolean =>
  (kind === 'integrator' && state === 'present') || (kind === 'partner' && state === 'active');

/** What a page speaks of comes first, then what waits, then what runs. */
function rankOf({ record, banner }: Shown): number {
  if (banner !== null) return urgencyOf(banner);
  if (isOpenRequest(record)) return 100;
  return isRunning(record) ? 200 : 300;
}
