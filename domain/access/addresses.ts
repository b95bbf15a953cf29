/** Web addresses in a message that lead away from the portal and its vendor. */

const ZONE =
  '(?:ru|by|kz|uz|com|eu|de|es|fr|it|pl|uk|co|ae|in|vn|jp|cn|mx|md|id|ua|net|com\\.br|com\\.tr|com\\.mx|com\\.ua)';
const VENDOR_HOST = new RegExp(
  `^(?:[a-z0-9-]+\\.)*(?:bitrix24\\.${ZONE}|1c-bitrix\\.(?:ru|by|kz|ua)|bitrixsoft\\.com)$`,
);

const WITH_SCHEME = /(?:https?|hxxps?|ftp):\/{1,3}([^\s/\\?#[\]"'<>«»]{1,253})/giu;
/** Without a scheme: a known ending, small letters, and nothing that makes it a mailbox or the name of a file. */
const BARE =
  /(?<![\p{L}\d@./\\-])((?:[\p{L}\d-]{2,63}\.){1,5}(?:com|net|org|info|biz|online|site|website|xyz|top|app|dev|link|click|club|pro|support|tech|cloud|page|store|shop|space|live|рф|рус|онлайн|сайт|ru|su|by|kz|uz|ua|eu|de|fr|es|it|pl|uk|io|me|co|cc|tk|ml|cn|in))(?![\p{L}\d@-]|\.[\p{L}\d])/gu;

/** True when a text, its markup included, names a web address that is neither the portal's own nor the vendor's. */
export function namesOutsideAddress(raw: string, ownHost: string): boolean {
  const text = raw
    .slice(0, 20_000)
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
  const hosts = [...text.matchAll(WITH_SCHEME), ...text.toLowerCase().matchAll(BARE)].map(([, host]) => host ?? '');
  return hosts.some((host) => !isInside(host, ownHost));
}

/** What stands before the last `@` of an address is a name for signing in, not the host. */
function isInside(authority: string, ownHost: string): boolean {
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/[.,;:!?)»”]+$/u, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '');
  return host === '' || host === ownHost.toLowerCase() || VENDOR_HOST.test(host);
}
