/** Which of the languages that are here somebody gets. Apart from the texts, so that a small surface needs no others. */

/** Languages whose readers know a language that is here better than English; `ua` and `kz` are the portal's own codes. */
const CLOSEST: Record<string, string> = { be: 'ru', uk: 'ru', ua: 'ru', kk: 'ru', kz: 'ru' };

/** The locale for a language code of a portal or a browser: `ru`, `ru-RU`, `en_US`; null when nothing is closer. */
export function closest<T extends { language: string }>(locales: readonly T[], language: string): T | null {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const served = (wanted: string | undefined) => locales.find((locale) => locale.language === wanted);
  return served(code) ?? served(CLOSEST[code]) ?? null;
}
