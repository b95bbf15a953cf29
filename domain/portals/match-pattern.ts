/** Match patterns of browsers, as far as host permissions go: scheme, host and port; the path means nothing there. */

interface Hosts {
  scheme: string;
  host: string;
  /** Empty: all ports. */
  port: string;
}

const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:[\]]+|\[[^\]]+\])(?::(\*|\d+))?\//;

/** True when a granted permission lets us into all that a wanted pattern names. */
export function covers(granted: string, wanted: string): boolean {
  const inner = hostsOf(wanted);
  if (!inner) return false;
  if (granted === '<all_urls>') return true;
  const outer = hostsOf(granted);
  if (!outer) return false;
  const hasScheme = outer.scheme === '*' || outer.scheme === inner.scheme;
  return hasScheme && (outer.port === '' || outer.port === inner.port) && coversHost(outer.host, inner.host);
}

function hostsOf(pattern: string): Hosts | null {
  const [, scheme, host, port = ''] = PATTERN.exec(pattern) ?? [];
  return scheme && host ? { scheme, host: host.toLowerCase(), port: port === '*' ? '' : port } : null;
}

function coversHost(outer: string, inner: string): boolean {
  if (outer === '*' || outer === inner) return true;
  if (!outer.startsWith('*.')) return false;
  const domain = outer.slice(2);
  const name = inner.replace(/^\*\./, '');
  return name === domain || name.endsWith(`.${domain}`);
}
