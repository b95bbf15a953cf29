/** How long a server asks to be left alone, from `Retry-After`. */

/** Whoever asks for more has other troubles than too many calls. */
const LONGEST = 24 * 3_600_000;

/** ms from `now`, at most a day; null where the header is missing or says nothing. */
export function retryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : dateOf(value) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), LONGEST);
}

/** Dates of HTTP begin with the day of the week; anything else that a parser would take for one is none. */
const dateOf = (value: string): number => (/^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN);
