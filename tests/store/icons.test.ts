import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const ICONS = resolve(ROOT, 'public/icon');
const text = (...parts: string[]) => readFileSync(resolve(ROOT, ...parts), 'utf8');

/** Width and height of a PNG, from its first chunk. */
function sizeOf(file: string): { width: number; height: number; hasAlpha: boolean } {
  const bytes = readFileSync(resolve(ICONS, file));
  expect(bytes.subarray(1, 4).toString('latin1'), `${file} is a PNG`).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), hasAlpha: bytes[25] === 6 };
}

test('there is an icon for each size that browsers and stores ask for', () => {
  const files = readdirSync(ICONS).sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  expect(files).toEqual(['16.png', '32.png', '48.png', '96.png', '128.png']);
});

test.each(readdirSync(ICONS))('%s has the pixels of its name, and a clear ground', (file) => {
  const size = Number.parseInt(file, 10);
  expect(sizeOf(file)).toEqual({ width: size, height: size, hasAlpha: true });
});

/** The drawing as numbers and letters, so that `2.500` and `2.5` are the same line. */
const strokes = (source: string): string[] =>
  [...source.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) =>
    path.replace(/\d+(?:\.\d+)?/g, (number) => ` ${Number(number)} `).replace(/\s+/g, ' '),
  );

test('the icon shows the sign that stands on every surface', () => {
  const drawing = text('assets/icon.svg');
  expect(strokes(drawing)).toEqual(strokes(text('components/LatchMark.tsx')));
  expect(drawing).toContain('viewBox="0 0 16 16"');
});

test('the drawing brings nothing with it: no script, no link, no font', () => {
  expect(text('assets/icon.svg')).not.toMatch(/<script|<text|<image|href|url\(|@import/i);
});
