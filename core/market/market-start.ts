/** What the market script of a page begins with. */
import type { MarketStart } from '../../bitrix24/market-protocol.ts';
import { hiddenWith } from '../../domain/preferences.ts';
import type { PortalDesk } from '../portal-desk.ts';

/** Null where Latchdesk has no say: nobody is signed in any more, or not as an administrator, or it keeps off. */
export function marketStart(desk: PortalDesk): MarketStart | null {
  const { row, session, market, settings, language, rules } = desk;
  const { hasLeft, reason } = session.context;
  const mayNot = session.value === 'unsupported' && reason === 'notAdministrator';
  if (hasLeft || mayNot || session.value === 'signedOut' || rules.whyPaused(row.origin) !== null) return null;
  const { isReadOnly } = rules.preferences;
  const hiddenCards = hiddenWith(settings.hiddenCards, rules.preferences);
  return { key: row.key, language, isReadOnly, market: market.view(settings), hiddenCards };
}
