/** Addresses that are secrets themselves, shown so that a person tells them apart. */

const SHOWN = 4;
/** What is shorter would be given away by its end. */
const LONG_ENOUGH = 16;

/** Where it leads to, and the last signs of a long key: `https://hooks.example/…abcd`. */
export function maskAddress(address: string): string {
  if (!URL.canParse(address)) return '…';
  const { protocol, origin, pathname, search, hash } = new URL(address);
  if (!/^https?:$/.test(protocol)) return '…';
  const rest = `${pathname}${search}${hash}`.replace(/\/+$/, '');
  if (rest === '') return `${origin}/`;
  const key = rest.split(/[/?&=#]/).at(-1) ?? '';
  return `${origin}/…${key.length >= LONG_ENOUGH ? key.slice(-SHOWN) : ''}`;
}
