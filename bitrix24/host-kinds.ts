/** Where a host can be reached from, by its name or number alone. */

/** `none`: no machine can have it. `local`: means something in a local network only. */
export type HostKind = 'public' | 'local' | 'none';

/** Endings that are never given away on the internet, by standard or by habit. */
const LOCAL_NAME =
  /^[^.]+$|\.(?:localhost|local|localdomain|lan|home|internal|intranet|intra|corp|private|test|home\.arpa)$/;
const LABEL = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;

/** The kind of a host name as `URL` writes it: small letters, ASCII, numbers in their usual form. */
export function hostKindOf(name: string): HostKind {
  if (name.startsWith('[')) return kindOfIpv6(name.slice(1, -1));
  const bytes = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(name)?.slice(1).map(Number);
  if (bytes) return kindOfIpv4(bytes);
  // An asterisk is a legal sign of a host for `URL`, and would open every host in a match pattern.
  if (name.length > 253 || !name.split('.').every((label) => LABEL.test(label))) return 'none';
  return LOCAL_NAME.test(name) ? 'local' : 'public';
}

function kindOfIpv4([first = 0, second = 0]: readonly number[]): HostKind {
  if (first === 0 || first >= 224) return 'none';
  const isLocal =
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168);
  return isLocal ? 'local' : 'public';
}

function kindOfIpv6(address: string): HostKind {
  if (address === '::' || address.startsWith('ff')) return 'none';
  // An IPv4 address in its other form.
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address)?.slice(1);
  if (mapped)
    return kindOfIpv4(mapped.flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]));
  return address === '::1' || /^f[cd]|^fe[89ab]/.test(address) ? 'local' : 'public';
}
