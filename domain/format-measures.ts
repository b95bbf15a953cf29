/** How lengths of a request and sizes of what is stored become words, through Intl. */

const MEGABYTE = 1_000_000;
const KILOBYTE = 1_000;

/** "420 ms", "1.2 s", "75 s". */
export function formatDuration(language: string, ms: number): string {
  if (ms < 1_000) return unit(language, 'millisecond', Math.round(ms), 0);
  return unit(language, 'second', ms / 1_000, ms < 10_000 ? 1 : 0);
}

/** "740 bytes", "12 kB", "3.4 MB". */
export function formatBytes(language: string, bytes: number): string {
  if (bytes < KILOBYTE) return unit(language, 'byte', Math.round(bytes), 0);
  if (bytes < MEGABYTE) return unit(language, 'kilobyte', bytes / KILOBYTE, 0);
  return unit(language, 'megabyte', bytes / MEGABYTE, 1);
}

function unit(language: string, name: string, value: number, digits: number): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: name,
    // The short form of a byte has no plural in some languages.
    unitDisplay: name === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}
