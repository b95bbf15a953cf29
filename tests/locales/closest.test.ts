import { describe, expect, it } from 'vitest';
import { closest } from '../../locales/closest.ts';

const [en, ru, uk] = ['en', 'ru', 'uk'].map((language) => ({ language }));

describe('the language that somebody gets', () => {
  it('is their own where it is here, whatever its region', () => {
    expect(closest([en, ru, uk] as { language: string }[], 'uk-UA')).toBe(uk);
    expect(closest([en, ru] as { language: string }[], 'ru_RU')).toBe(ru);
  });

  it('is the one that their readers know better, where their own is not', () => {
    expect(closest([en, ru] as { language: string }[], 'uk')).toBe(ru);
    expect(closest([en, ru] as { language: string }[], 'kz')).toBe(ru);
  });

  it('is left to the caller where nothing is closer', () => {
    expect(closest([en, ru] as { language: string }[], 'fr')).toBeNull();
  });
});
