import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../../domain/rules/backoff-header.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['99999999999', 86_400_000],
    ['Sat, 21 Nov 2099 10:00:30 GMT', 86_400_000],
  ])('%j is so many ms: %i', (header, ms) => expect(retryAfter(header, NOW)).toBe(ms));

  it.each([null, '', 'soon', '-5', '1.5', '1e3', '5 minutes', '2026-11-21'])('%j says nothing', (header) =>
    expect(retryAfter(header, NOW)).toBeNull(),
  );
});
