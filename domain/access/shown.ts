/** How the banner of a record was shown: folded by somebody, announced once. Kept in `told` for all tabs and pages. */
import type { AccessRecord } from './record.ts';
import type { BannerKind } from './view.ts';

export type Showing = 'folded' | 'unfolded' | 'announced';

/** A mark holds for what is said now; another end of an access or another kind is said anew. */
function markOf(record: AccessRecord, showing: Exclude<Showing, 'unfolded'>, banner: BannerKind): string {
  const about = record.kind === 'vendor' ? record.endsAt : null;
  return `${showing}:${banner}:${record.state}:${about}`;
}

/** The record after its banner was folded, unfolded or announced; the same one when nothing changes. */
export function withShowing<T extends AccessRecord>(record: T, banner: BannerKind, showing: Showing): T {
  const mark = markOf(record, showing === 'announced' ? 'announced' : 'folded', banner);
  const has = record.told.includes(mark);
  if (showing === 'unfolded') return has ? { ...record, told: record.told.filter((each) => each !== mark) } : record;
  return has ? record : { ...record, told: [...record.told, mark] };
}

/** What surfaces need to know of it. */
export const showingOf = (
  record: AccessRecord,
  banner: BannerKind | null,
): { isFolded: boolean; isAnnounced: boolean } => ({
  isFolded: banner !== null && record.told.includes(markOf(record, 'folded', banner)),
  isAnnounced: banner !== null && record.told.includes(markOf(record, 'announced', banner)),
});
