import { expect, it } from 'vitest';
import { appPath, detailPath, installedPath, linePath, marketPageAt } from '../../bitrix24/market-places.ts';
import { addressAt } from '../../domain/portals/address.ts';

const PLACES = [
  { origin: 'https://demo.bitrix24.ru', prefix: '/' },
  { origin: 'http://intranet.local:8080', prefix: '/intranet/' },
  { origin: 'https://example.ru', prefix: '/sites/team/' },
];

it.each(PLACES)('pages are known at $origin$prefix, by the very addresses that people are led to', (place) => {
  const pageAt = (path: string) => {
    const { pathname, search } = new URL(addressAt(place, path));
    return marketPageAt(pathname, search);
  };
  expect(pageAt(installedPath('new'))).toEqual({ page: 'installed', generation: 'new', isWhole: true });
  expect(pageAt(installedPath('old'))).toEqual({ page: 'installed', generation: 'old', isWhole: true });
  expect(pageAt(detailPath('new', 'vendor.chat'))).toEqual({ page: 'detail', generation: 'new', code: 'vendor.chat' });
  expect(pageAt(appPath({ appId: 17, code: 'vendor.chat' }))).toEqual({ page: 'app', appId: 17, code: null });
  expect(pageAt(linePath(3))).toEqual({ page: 'line', line: 3 });
  expect(pageAt('/contact_center/')).toEqual({ page: 'contactCenter' });
  expect(pageAt('/crm/deal/details/5/')).toEqual({ page: 'card', card: 'deal' });
  expect(pageAt('/crm/type/1038/details/5/')).toEqual({ page: 'card', card: 'dynamic_1038' });
  expect(pageAt('/stream/')).toBeNull();
});
