import { describe, expect, test } from 'vitest';
import { formatBytes, formatDuration } from '../../domain/format-measures.ts';

const plain = (text: string) => text.replace(/\s/g, ' ');

describe('a length of time', () => {
  test.each([
    [0, '0 ms', '0 мс'],
    [420, '420 ms', '420 мс'],
    [999, '999 ms', '999 мс'],
    [1_234, '1.2 s', '1,2 с'],
    [15_400, '15 s', '15 с'],
    [75_000, '75 s', '75 с'],
  ])('of %i ms', (ms, english, russian) => {
    expect(plain(formatDuration('en-US', ms)).replace('sec', 's')).toBe(english);
    expect(plain(formatDuration('ru', ms))).toBe(russian);
  });
});

describe('a size', () => {
  test.each([
    [740, '740 bytes', '740 байт'],
    [12_400, '12 kB', '12 кБ'],
    [3_420_000, '3.4 MB', '3,4 МБ'],
  ])('of %i bytes', (bytes, english, russian) => {
    expect(plain(formatBytes('en-GB', bytes))).toBe(english);
    expect(plain(formatBytes('ru', bytes)).toLowerCase()).toBe(russian.toLowerCase());
  });
});
