/** Which hosts are cloud portals. See docs/portal-contract.md, "Addresses". */

export const CLOUD_ZONES = [
  'ru',
  'by',
  'kz',
  'uz',
  'com',
  'eu',
  'de',
  'es',
  'fr',
  'it',
  'pl',
  'uk',
  'co',
  'ae',
  'in',
  'vn',
  'jp',
  'cn',
  'mx',
  'md',
  'id',
  'com.br',
  'com.tr',
  'ua',
] as const;

/** Names in the cloud zones that belong to the vendor's own sites, not to a customer's portal. */
const VENDOR_SITES = [
  'www',
  'helpdesk',
  'auth2',
  'oauth',
  'apidocs',
  'dev',
  'training',
  'partners',
  'cdn*',
  'vendors',
  'market',
  'store',
  'network',
  'id',
  'passport',
  'mail',
  'vibecode',
] as const;

/** Match patterns of the manifest: every cloud zone, https only. */
export const CLOUD_MATCHES = CLOUD_ZONES.map((zone) => `https://*.bitrix24.${zone}/*`);

/** Globs of the manifest that keep the content scripts off the vendor's own sites and the bare zones. */
export const VENDOR_GLOBS = ['https://bitrix24.*/*', ...VENDOR_SITES.map((name) => `https://${name}.bitrix24.*/*`)];

/** Globs of the manifest for pages of the Market, of both generations. */
export const MARKET_GLOBS = ['*/market/*', '*/marketplace/*'];

const PORTAL_HOST = new RegExp(`^([a-z0-9-]+)\\.bitrix24\\.(?:${CLOUD_ZONES.join('|').replaceAll('.', '\\.')})$`);
const VENDOR_NAME = new RegExp(`^(?:${VENDOR_SITES.join('|').replaceAll('*', '.*')})$`);

/** True for `name.bitrix24.zone` of a known zone unless the name is one of the vendor's sites. */
export function isCloudPortalHost(host: string): boolean {
  const name = PORTAL_HOST.exec(host.toLowerCase())?.[1];
  return name !== undefined && !VENDOR_NAME.test(name);
}
