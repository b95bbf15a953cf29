import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HEALTH_UNKNOWN,
  type HealthEvent,
  healthAfter,
  MOST_COMMANDS,
  MOST_COUNTED,
  type PortalHealth,
} from '../../../domain/health/health.ts';
import { SOURCES } from '../../../domain/health/sources.ts';
import { healthView } from '../../../domain/health/view.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const told = (at: number): HealthEvent => ({ type: 'source.told', source: 'list', at });
const failed = (at: number, detail = '503'): HealthEvent => ({
  type: 'source.failed',
  source: 'list',
  failure: 'serverError',
  detail,
  at,
});
const malformed = (at: number, count = 1): HealthEvent => ({ type: 'payload.malformed', source: 'events', count, at });
const unknown = (name: string, at = NOW): HealthEvent => ({ type: 'command.unknown', name, at });

const healthOf = (...events: HealthEvent[]): PortalHealth => events.reduce(healthAfter, HEALTH_UNKNOWN);
const lineOf = (source: string, health: PortalHealth, now = NOW) =>
  healthView(health, now).lines.find((line) => line.source === source);

describe('a source', () => {
  it('of which nothing was told was not seen, and all are listed', () => {
    const { lines, isTroubled } = healthView(HEALTH_UNKNOWN, NOW);
    expect(lines.map(({ source, state }) => [source, state])).toEqual(SOURCES.map((source) => [source, 'notSeen']));
    expect(isTroubled).toBe(false);
  });

  it('is fine once it has told, and old when that was more than a day ago', () => {
    expect(lineOf('list', healthOf(told(NOW - HOUR)))).toMatchObject({ state: 'ok', okAt: NOW - HOUR });
    expect(lineOf('list', healthOf(told(NOW - 25 * HOUR)))).toMatchObject({ state: 'old' });
  });

  it('is broken since the first failure, with the last error', () => {
    const health = healthOf(told(1), failed(2), failed(3, 'QUERY_LIMIT_EXCEEDED'));
    expect(lineOf('list', health)).toMatchObject({
      state: 'broken',
      okAt: 1,
      brokenSince: 2,
      failures: 2,
      lastError: { at: 3, failure: 'serverError', code: 'QUERY_LIMIT_EXCEEDED' },
    });
    expect(healthView(health, NOW)).toMatchObject({ broken: 1, isTroubled: true });
  });

  it('recovers with what it tells, and its last error can still be looked up', () => {
    expect(lineOf('list', healthOf(failed(2), told(3)), 4)).toMatchObject({
      state: 'ok',
      brokenSince: null,
      failures: 0,
      lastError: { at: 2 },
    });
  });

  it('that the portal does not have is not broken', () => {
    const health = healthOf(failed(1), { type: 'source.absent', source: 'list', absence: 'notAllowed', at: 2 });
    expect(lineOf('list', health)).toMatchObject({ state: 'absent', absence: 'notAllowed', brokenSince: null });
    expect(lineOf('list', healthAfter(health, failed(3)))).toMatchObject({ state: 'broken', absence: null });
  });

  it('says nothing of the others', () => {
    expect(lineOf('limit', healthOf(failed(1)))).toMatchObject({ state: 'notSeen' });
  });

  it('is shown in the past also when the clock was put back', () => {
    expect(lineOf('list', healthOf(told(NOW + HOUR), failed(NOW + 2 * HOUR)))).toMatchObject({
      okAt: NOW,
      brokenSince: NOW,
      lastError: { at: NOW },
    });
  });
});

describe('payloads that nobody understands', () => {
  it('are counted, and do not break the source', () => {
    const health = healthOf(malformed(1), malformed(2, 3), { ...told(3), source: 'events' } as HealthEvent);
    expect(lineOf('events', health, 4)).toMatchObject({ state: 'ok', malformed: 4 });
    expect(healthView(health, NOW)).toMatchObject({ broken: 0, isTroubled: true, since: 1 });
  });

  it('alone do not show that the source works', () => {
    expect(lineOf('events', healthOf(malformed(1)))).toMatchObject({ state: 'notSeen', malformed: 1 });
  });

  it('are not counted for ever', () => {
    expect(lineOf('events', healthOf(malformed(1, 9e15), malformed(2)))?.malformed).toBe(MOST_COUNTED);
  });
});

describe('unknown commands', () => {
  it('are kept by name, with how often and when', () => {
    expect(healthOf(unknown('chatPin', 1), unknown('chatMute', 2), unknown('chatPin', 3)).unknownCommands).toEqual([
      { name: 'chatPin', count: 2, firstAt: 1, lastAt: 3 },
      { name: 'chatMute', count: 1, firstAt: 2, lastAt: 2 },
    ]);
  });

  it('push out the one that was not seen for longest when somebody makes names up', () => {
    const events = Array.from({ length: MOST_COMMANDS }, (_, index) => unknown(`name${index}`, index));
    const { unknownCommands } = healthOf(...events, unknown('name0', 100), unknown('new', 101));
    const names = unknownCommands.map(({ name }) => name);
    expect(names).toHaveLength(MOST_COMMANDS);
    expect(names).toEqual(expect.arrayContaining(['name0', 'new']));
    expect(names).not.toContain('name1');
  });

  it('are cut, and what is not seen is taken out of them', () => {
    expect(healthOf(unknown(`a\u202e\nb${'x'.repeat(500)}`)).unknownCommands[0]?.name).toMatch(/^a b?b?x{70,78}$/);
  });

  it('and malformed payloads begin anew when a person has seen them; what is broken stays broken', () => {
    const health = healthOf(failed(1), malformed(2), unknown('chatPin', 3), { type: 'counts.cleared', at: 9 });
    expect(health).toMatchObject({ unknownCommands: [], since: 9 });
    expect(lineOf('events', health)?.malformed).toBe(0);
    expect(lineOf('list', health)).toMatchObject({ state: 'broken', lastError: { at: 1 } });
  });
});

describe('an error', () => {
  it.each([
    ['503', '503'],
    ['UNKNOWN_BOT', 'UNKNOWN_BOT'],
    ['invalid_csrf', 'invalid_csrf'],
    ['no answer', 'no answer'],
    ['Анна Петрова', ''],
    ['IVANOV', ''],
    ['0123456789abcdef', ''],
    ['70812', ''],
    ['', ''],
  ])('that says %j is kept as %j', (detail, code) => {
    expect(lineOf('list', healthOf(failed(1, detail)))?.lastError?.code).toBe(code);
  });
});

describe('whatever happens', () => {
  const anyEvent: fc.Arbitrary<HealthEvent> = fc.oneof(
    fc.record({ type: fc.constant('source.told' as const), source: fc.constantFrom(...SOURCES), at: fc.nat() }),
    fc.record({
      type: fc.constant('source.failed' as const),
      source: fc.constantFrom(...SOURCES),
      failure: fc.constantFrom('timeout' as const, 'notJson' as const),
      detail: fc.string(),
      at: fc.nat(),
    }),
    fc.record({ type: fc.constant('command.unknown' as const), name: fc.string(), at: fc.nat() }),
    fc.record({
      type: fc.constant('payload.malformed' as const),
      source: fc.constantFrom(...SOURCES),
      count: fc.integer(),
      at: fc.nat(),
    }),
    fc.record({ type: fc.constant('counts.cleared' as const), at: fc.nat() }),
  );

  it('the last word of a source counts, and the state survives being stored', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const health = healthOf(...events);
        for (const source of SOURCES) {
          const words = events.filter((event) => 'source' in event && event.source === source);
          const last = words.filter(({ type }) => type !== 'payload.malformed').at(-1)?.type;
          const state = lineOf(source, health, 0)?.state;
          expect(state).toBe(last === 'source.failed' ? 'broken' : last === 'source.told' ? 'ok' : 'notSeen');
        }
        expect(JSON.parse(JSON.stringify(health))).toEqual(health);
      }),
    );
  });
});
