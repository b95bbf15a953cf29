import { describe, expect, it } from 'vitest';
import { earliestAttempt, pauseAfterFailure, recentAttempts } from '../../core/reading-schedule.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const SECOND = 1_000;

describe('attempts to read', () => {
  it('are remembered no longer and no more of them than they count', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => NOW - (10_000 - index) * 10);
    expect(recentAttempts(many, NOW)).toEqual(many.slice(-12));
    expect(recentAttempts([NOW - 300 * SECOND, NOW - 299 * SECOND], NOW)).toEqual([NOW - 299 * SECOND]);
    expect(recentAttempts([NOW + 1], NOW)).toEqual([]);
  });

  it('that nobody asked for keep a distance: three quick ones, then one a minute', () => {
    expect(earliestAttempt([], NOW)).toBe(NOW);
    expect(earliestAttempt([NOW - SECOND], NOW)).toBe(NOW + 2 * SECOND);
    expect(earliestAttempt([NOW - 9 * SECOND, NOW - 5 * SECOND, NOW - SECOND], NOW)).toBe(NOW + 59 * SECOND);
  });
});

describe('the pause after failures', () => {
  it('grows to half an hour and is spread by a fifth', () => {
    expect([1, 2, 3, 4, 5, 99].map((failures) => pauseAfterFailure(failures, 0) / (60 * SECOND))).toEqual([
      1, 2, 5, 15, 30, 30,
    ]);
    expect(pauseAfterFailure(1, 1)).toBe(72 * SECOND);
  });
});
