/** What the market script of a page begins with. */
import type { MarketStart } from '../../bitrix24/market-protocol.ts';
import type { PortalDesk } from '../portal-desk.ts';

/** Null where Latchdesk has no say: nobody is signed in any more, or not as an administrator. */
export function marketStart({ row, session, market }: PortalDesk): MarketStart | null {
  const { hasLeft, reason } = session.context;
  const mayNot = session.value === 'unsupported' && reason === 'notAdministrator';
  if (hasLeft || mayNot || session.value === 'signedOut') return null;
  const { key, language, settings } = row;
  return { key, language, market: market.view(settings), hiddenCards: settings.hiddenCards };
}
