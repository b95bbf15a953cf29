/** What a page or a press says about a reinstall that is under way. */
import { type AppRecord, placementIdsOf } from './record.ts';
import type { ReinstallEvent, UninstallPress } from './reinstall.ts';

/** True when a page shows the application so, and was drawn since the present state began: a portal may answer a press at once. */
export const isNews = (since: number, event: ReinstallEvent, presence: 'active' | 'absent'): boolean =>
  event.type === 'application.seen' && event.presence === presence && event.shownSince >= since;

/** After one press that may have wiped, another that does not cannot bring anything back. */
export function pressAfter(
  earlier: UninstallPress | null,
  { wipes, at }: Pick<UninstallPress, 'wipes' | 'at'>,
): UninstallPress {
  if (!earlier || earlier.hadNoEffect || earlier.wipes === false) return { at, wipes, hadNoEffect: false };
  return { at, wipes: earlier.wipes || wipes ? true : null, hadNoEffect: false };
}

/** Every reinstall gives tabs new numbers; old ones come from a card that was open before. */
export function hasNewTabs(before: AppRecord | null, after: AppRecord): boolean {
  const old = before ? placementIdsOf(before) : [];
  return old.length > 0 && placementIdsOf(after).some((id) => !old.includes(id));
}
