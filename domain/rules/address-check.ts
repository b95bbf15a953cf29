/**
 * Whether an address may be called: only encrypted ones on the open internet, unless the user has allowed their own
 * computer and network. A name that leads into a network by DNS cannot be told from others here.
 */
import ipaddr from 'ipaddr.js';
import type { AddressProblem, Destination } from './destination.ts';

export interface CheckedAddress {
  /** As it is called. */
  address: string;
  /** Host and port. */
  host: string;
  /** Match pattern of the host permission that a call needs; it knows no ports. */
  pattern: string;
  /** For `portal`: whose incoming webhook it is; else null. */
  userId: string | null;
}

export type AddressCheck = { kind: 'address'; checked: CheckedAddress } | { kind: 'refused'; problem: AddressProblem };

const LONGEST_ADDRESS = 2_000;

/** Reach of a host: `never` is nobody's to call, such as the address at which clouds hand out their keys. */
type Reach = 'open' | 'private' | 'loopback' | 'never';

/** Judges an address as somebody typed it. */
export function checkAddress(
  text: string,
  { kind, isPrivateAllowed }: Pick<Destination, 'kind' | 'isPrivateAllowed'>,
): AddressCheck {
  const typed = text.trim();
  if (typed.length > LONGEST_ADDRESS) return refused('tooLong');
  // With control characters and backslashes a person and a browser may read two different hosts.
  if (/[\p{Cc}\s\\]/u.test(typed) || !URL.canParse(typed)) return refused('notAnAddress');
  const url = new URL(typed);
  if (!/^https?:$/.test(url.protocol)) return refused('notHttps');
  if (url.username || url.password || /^https?:\/\/[^/?#]*@/i.test(typed)) return refused('hasUser');
  const reach = reachOf(url.hostname);
  const problem = problemOf(url, reach, isPrivateAllowed);
  if (problem) return refused(problem);
  return kind === 'portal' ? portalAddress(url) : { kind: 'address', checked: checkedAddress(url, null) };
}

function problemOf({ protocol }: URL, reach: Reach, isPrivateAllowed: boolean): AddressProblem | null {
  if (reach === 'never') return 'notAnAddress';
  if (reach !== 'open' && !isPrivateAllowed) return reach;
  return protocol === 'https:' || reach !== 'open' ? null : 'notHttps';
}

/** Of an incoming webhook only its beginning counts, whichever method was copied with it. */
function portalAddress(url: URL): AddressCheck {
  const [, folder = '', userId, key] =
    /^(.*?)\/rest\/(?:api\/)?(\d{1,15})\/(\w{4,100})(?:\/|$)/.exec(url.pathname) ?? [];
  if (!userId || !key) return refused('notIncomingWebhook');
  url.pathname = `${folder}/rest/${userId}/${key}/`;
  url.search = '';
  return { kind: 'address', checked: checkedAddress(url, userId) };
}

function checkedAddress(url: URL, userId: string | null): CheckedAddress {
  url.hash = '';
  const { protocol, hostname, host, href } = url;
  return { address: href, host, pattern: `${protocol}//${hostname}/*`, userId };
}

const refused = (problem: AddressProblem): AddressCheck => ({ kind: 'refused', problem });

/** Names that no public name server knows. */
const LOCAL_NAME = /(?:^|\.)(?:local|localdomain|internal|intranet|corp|home|lan|private|home\.arpa)$/;

/** The browser has written every number the usual way already: `0x7f.1` arrives as `127.0.0.1`. */
function reachOf(hostname: string): Reach {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  const literal = name.startsWith('[') ? name.slice(1, -1) : name;
  if (ipaddr.isValid(literal)) return reachOfNumber(literal);
  if (name === '' || name.endsWith('.')) return 'never';
  if (name === 'localhost' || name.endsWith('.localhost')) return 'loopback';
  return !name.includes('.') || LOCAL_NAME.test(name) ? 'private' : 'open';
}

const OWN_NETWORKS = ['private', 'uniqueLocal', 'carrierGradeNat'];
/** `::a.b.c.d`, an old way to write the older addresses. */
const IPV4_COMPATIBLE: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('::'), 96];

function reachOfNumber(literal: string): Reach {
  // Also takes the older address out of a newer one that wraps it.
  const address = ipaddr.process(literal);
  const range = address.range();
  if (range === 'loopback') return 'loopback';
  if (OWN_NETWORKS.includes(range)) return 'private';
  if (address instanceof ipaddr.IPv6 && address.match(IPV4_COMPATIBLE)) return 'never';
  return range === 'unicast' ? 'open' : 'never';
}
