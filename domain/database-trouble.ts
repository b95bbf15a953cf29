/** Why the extension's own storage does not work, as far as an answer or an error of the background tells. */

/** `other`: nobody said why. */
export const DATABASE_TROUBLES = ['blocked', 'gone', 'quota', 'newer', 'other'] as const;
export type DatabaseTrouble = (typeof DATABASE_TROUBLES)[number];

/** Only the text of an error comes over from the background, so the names that databases give theirs are looked for in it. */
const SIGNS: readonly [DatabaseTrouble, RegExp][] = [
  ['newer', /database has version \d+|VersionError/],
  ['quota', /QuotaExceeded/],
  ['blocked', /\bblocked\b/i],
  ['gone', /DatabaseClosed|OpenFailed|MissingAPI|InvalidState|UnknownError|DatabaseGone|indexedDB/i],
];

/** The trouble that an answer or an error tells of; null when it is none of the storage. */
export function databaseTrouble(told: unknown): DatabaseTrouble | null {
  const { trouble, reason } = (told ?? {}) as { trouble?: unknown; reason?: unknown };
  if (trouble === 'database') return DATABASE_TROUBLES.find((each) => each === reason) ?? 'other';
  if (!(told instanceof Error)) return null;
  const text = `${told.name} ${told.message}`;
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}
