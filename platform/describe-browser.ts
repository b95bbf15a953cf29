/** Which browser this is, in a few words without anything that tells one computer from another. */

interface UserAgentData {
  brands: readonly { brand: string; version: string }[];
  platform: string;
}

/** What a browser says of itself. */
export interface BrowserSays {
  userAgent: string;
  userAgentData?: UserAgentData;
}

/** "Google Chrome 156, Windows"; "Firefox 145, Linux". */
export function describeBrowser({ userAgent, userAgentData }: BrowserSays): string {
  const name = userAgentData ? brandOf(userAgentData) : nameIn(userAgent);
  const system = userAgentData ? SYSTEMS[userAgentData.platform] : systemIn(userAgent);
  return system ? `${name}, ${system}` : name;
}

const SYSTEMS: Readonly<Record<string, string>> = {
  Windows: 'Windows',
  macOS: 'macOS',
  Linux: 'Linux',
  Android: 'Android',
  'Chrome OS': 'ChromeOS',
  'Chromium OS': 'ChromeOS',
};

/** Its own name where it has one; every browser of this kind is also Chromium, and one of its brands is made up. */
function brandOf({ brands }: UserAgentData): string {
  const real = brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand.replace(/[^A-Za-z]/g, '')));
  const own = real.find(({ brand }) => brand !== 'Chromium') ?? real[0];
  return own ? `${own.brand} ${own.version.replace(/\..*$/, '')}` : 'Chromium';
}

function nameIn(userAgent: string): string {
  const [, name, version] = /(Firefox|Edg|OPR|Chrome)\/(\d{1,3})/.exec(userAgent) ?? [];
  return name ? `${name} ${version}` : 'unknown';
}

function systemIn(userAgent: string): string | undefined {
  if (/Android/.test(userAgent)) return 'Android';
  if (/Windows/.test(userAgent)) return 'Windows';
  if (/Mac OS X|Macintosh/.test(userAgent)) return 'macOS';
  return /Linux|X11/.test(userAgent) ? 'Linux' : undefined;
}
