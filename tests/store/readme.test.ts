/** The Russian README beside the English one: the same parts in the same order, so that neither falls behind unseen. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const english = readFileSync(resolve(ROOT, 'README.md'), 'utf8').split('\n');
const russian = readFileSync(resolve(ROOT, 'README.ru.md'), 'utf8').split('\n');

const headings = (lines: readonly string[]) => lines.filter((line) => /^#+ /.test(line));
const depths = (lines: readonly string[]) => headings(lines).map((line) => line.replace(/ .*/, ''));
/** Lines of code without what is said beside them. */
const codeBlocks = (lines: readonly string[]) =>
  lines.filter((line) => /^ {4}[a-z]/.test(line)).map((line) => line.replace(/\s+#.*/, ''));

/** What stands below each heading: rows of tables, items of lists, pictures. */
function shapeOf(lines: readonly string[]): Record<string, number>[] {
  const parts: Record<string, number>[] = [];
  for (const line of lines) {
    if (/^#+ /.test(line)) parts.push({ rows: 0, items: 0, pictures: 0 });
    const part = parts.at(-1);
    if (!part) continue;
    if (/^\|/.test(line)) part.rows = (part.rows ?? 0) + 1;
    else if (/^(?:-|\d+\.) /.test(line)) part.items = (part.items ?? 0) + 1;
    else if (/^!\[/.test(line)) part.pictures = (part.pictures ?? 0) + 1;
  }
  return parts;
}

/** First cells of all tables that are code, as commands and permissions are; words in them are translated. */
const codeCells = (lines: readonly string[]) =>
  lines.flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []).filter((cell) => /[a-z]{4}|--/.test(cell));

const anchorOf = (heading: string) =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

test('both have the same headings, one for one', () => {
  expect(depths(russian)).toEqual(depths(english));
});

test('below each heading stand as many rows, items and pictures', () => {
  expect(shapeOf(russian)).toEqual(shapeOf(english));
});

test('blocks of code are the same', () => {
  expect(codeBlocks(english).length).toBeGreaterThan(0);
  expect(codeBlocks(russian)).toEqual(codeBlocks(english));
});

test('commands, options and permissions in tables are the same', () => {
  expect(codeCells(english).length).toBeGreaterThan(5);
  expect(codeCells(russian)).toEqual(codeCells(english));
});

test.each([
  ['README.md', english],
  ['README.ru.md', russian],
])('links of %s lead somewhere', (_name, lines) => {
  const links = [...lines.join('\n').matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  const anchors = new Set(headings(lines).map(anchorOf));
  expect(links.length).toBeGreaterThan(12);
  const broken = links.filter((link) =>
    link.startsWith('#') ? !anchors.has(link.slice(1)) : !existsSync(resolve(ROOT, link.replace(/#.*/, ''))),
  );
  expect(broken).toEqual([]);
});

test('every heading is in Russian, but names', () => {
  const names = ['### ChatApp'];
  expect(headings(russian).filter((line) => !/[а-яё]/i.test(line) && !names.includes(line))).toEqual([]);
});

test('no paragraph was left in English', () => {
  const paragraphs = russian
    .join('\n')
    .split(/\n\s*\n/)
    .filter((text) => !/^ {4}|^!\[|^\||^#/.test(text));
  const left = paragraphs.filter((text) => {
    const words = text.replace(/`[^`]*`|\]\([^)]*\)/g, '');
    const latin = words.match(/[a-z]/gi)?.length ?? 0;
    return latin > (words.match(/[а-яё]/gi)?.length ?? 0);
  });
  expect(left).toEqual([]);
});
