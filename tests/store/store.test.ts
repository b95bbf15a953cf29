/** The texts for the stores: within the limits of their forms, the same in both languages, and true to the manifest. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { privacy as privacyEn } from '../../locales/dashboard/privacy-en.ts';
import { privacy as privacyRu } from '../../locales/dashboard/privacy-ru.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (...parts: string[]) => readFileSync(resolve(ROOT, ...parts), 'utf8');
const LANGUAGES = ['en', 'ru'] as const;
type Language = (typeof LANGUAGES)[number];
const FILES = ['listing', 'permissions', 'privacy'] as const;

const textOf = (file: string, language: Language) => read('store', `${file}.${language}.md`);

interface Part {
  heading: string;
  body: string;
}

/** The parts below the second-level headings, in order. */
const partsOf = (file: string, language: Language): Part[] =>
  textOf(file, language)
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return { heading, body: lines.join('\n').trim() };
    });

const bodies = (file: string, language: Language) => partsOf(file, language).map(({ body }) => body);
const linesOf = (body: string) => body.split('\n').filter((line) => line.startsWith('- '));
/** As the stores count: each sign that somebody sees is one. */
const lengthOf = (body: string) => [...body].length;

describe.each(LANGUAGES)('the listing in %s', (language) => {
  const [name = '', summary = '', longer = '', description = '', purpose = '', terms = ''] = bodies(
    'listing',
    language,
  );
  const manifest = JSON.parse(read('public', '_locales', language, 'messages.json'));

  test('keeps to what the forms of all stores take', () => {
    expect(lengthOf(name)).toBeLessThanOrEqual(45);
    expect(lengthOf(summary)).toBeLessThanOrEqual(132);
    expect(lengthOf(longer)).toBeLessThanOrEqual(250);
    expect(lengthOf(description)).toBeGreaterThanOrEqual(250);
    expect(lengthOf(description)).toBeLessThanOrEqual(4_000);
    expect(lengthOf(purpose)).toBeLessThanOrEqual(1_000);
    const words = linesOf(terms).map((line) => line.slice(2));
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(7);
    for (const word of words) expect(lengthOf(word), word).toBeLessThanOrEqual(30);
  });

  test('has the name and the summary of the manifest', () => {
    expect([name, summary]).toEqual([manifest.extensionName.message, manifest.extensionDescription.message]);
  });

  test('is plain text without marks, as the forms show it', () => {
    for (const body of [name, summary, longer, description, purpose]) expect(body).not.toMatch(/[*_`#<>[\]]|!/);
  });

  test('says that nobody else is behind it', () => {
    expect(description).toMatch(
      language === 'en' ? /not affiliated with Bitrix24 or ChatApp/ : /не связана с компаниями Битрикс24 и ChatApp/,
    );
  });
});

describe.each(LANGUAGES)('the permissions in %s', (language) => {
  const parts = partsOf('permissions', language);
  const config = read('wxt.config.ts');
  const quoted = (text: string) => [...text.matchAll(/['`]([^'`]+)['`]/g)].map(([, word = '']) => word);
  const listed = (field: string) =>
    [...config.matchAll(new RegExp(`\\b${field}: \\[([^\\]]*)\\]`, 'g'))].flatMap(([, list = '']) => quoted(list));
  const justified = parts.flatMap(({ heading }) => quoted(heading));

  test('have a reason for everything that the manifest asks for', () => {
    const asked = [...listed('permissions'), ...listed('optional_permissions'), ...listed('optional_host_permissions')];
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((permission) => !justified.includes(permission))).toEqual([]);
    expect(config).toContain('host_permissions: CLOUD_MATCHES');
    expect(justified).toContain('https://*.bitrix24.<zone>/*');
  });

  test.each(parts.map(({ heading, body }) => [heading, body] as const))('%s fits into its field', (_heading, body) => {
    expect(lengthOf(body)).toBeGreaterThan(40);
    expect(lengthOf(body)).toBeLessThanOrEqual(1_000);
  });
});

describe('the privacy page', () => {
  test.each([
    ['en', privacyEn.points],
    ['ru', privacyRu.points],
  ] as const)('in %s begins with the points that the dashboard shows', (language, points) => {
    const [short] = partsOf('privacy', language);
    expect(linesOf(short?.body ?? '').map((line) => line.slice(2))).toEqual([...points]);
  });

  test('says the same day in both languages', () => {
    const [english, russian] = LANGUAGES.map((language) => textOf('privacy', language).split('\n')[2] ?? '');
    const numbers = (line = '') => line.replace(/Bitrix24|Битрикс24/, '').match(/\d+/g);
    expect(numbers(english)).toEqual(numbers(russian));
    expect(numbers(english)).toHaveLength(2);
  });
});

describe.each(FILES)('%s', (file) => {
  /** Headings with their depth, lists with their lengths: what stays the same in a translation. */
  const shapeOf = (language: Language) =>
    textOf(file, language)
      .split('\n')
      .flatMap((line) => {
        const [, marks] = /^(#+) /.exec(line) ?? [];
        if (marks) return [`${marks} ${[...line.matchAll(/`[^`]+`/g)].join(' ')}`];
        return /^[-•] /.test(line) ? ['-'] : [];
      });

  test('has the same headings and lists in both languages', () => {
    expect(shapeOf('ru')).toEqual(shapeOf('en'));
    expect(shapeOf('en').length).toBeGreaterThan(5);
  });

  test('is translated, without English quotes and without holes', () => {
    const paragraphs = bodies(file, 'ru').filter((body) => lengthOf(body) > 60);
    for (const body of paragraphs)
      expect(body.match(/[а-яё]/gi)?.length ?? 0, body).toBeGreaterThan(lengthOf(body) / 3);
    expect(textOf(file, 'ru')).not.toMatch(/["“”]|TODO|XXX/);
    expect(textOf(file, 'en')).not.toMatch(/[а-яё]|TODO|XXX/i);
  });
});

test('there is nothing else in the folder', () => {
  const expected = ['README.md', ...FILES.flatMap((file) => LANGUAGES.map((language) => `${file}.${language}.md`))];
  expect(readdirSync(resolve(ROOT, 'store')).sort()).toEqual(expected.sort());
});
