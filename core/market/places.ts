/** Addresses of the portal's pages that somebody is led to. */
import { appPath, detailPath, installedPath, linePath } from '../../bitrix24/market-places.ts';
import type { MarketPlace, MarketWatch } from '../../domain/market/view.ts';

/** The path of a place, from the portal's own folder; null where only a confirmed application has one. */
export function pathOf(place: MarketPlace, { confirmed, generation }: MarketWatch): string | null {
  switch (place.kind) {
    case 'installed':
    case 'accessList':
      return installedPath(generation ?? 'new');
    case 'detail':
      return confirmed && detailPath(generation ?? 'new', confirmed.code);
    case 'application':
      return confirmed && appPath(confirmed);
    case 'line':
      return linePath(place.line);
    case 'contactCenter':
      return '/contact_center/';
    case 'rolePermissions':
      return '/contact_center/permissions/';
    case 'employees':
      return '/company/';
    case 'deals':
      return '/crm/deal/';
  }
}
