import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HealthBook } from '../../core/health/health-book.ts';
import { HealthRepository } from '../../database/health.ts';
import type { SignIns } from '../../domain/access/record.ts';
import type { AccessReading } from '../../domain/access/verdict.ts';
import type { HealthEvent } from '../../domain/health/health.ts';
import type { HealthSource } from '../../domain/health/sources.ts';
import { dialog } from '../readings.ts';
import { gate } from './gate.ts';
import { CODE, list, reading } from './market-world.ts';
import { MINUTE, PORTAL, World, worldThatRead } from './world.ts';

const KEY = `${PORTAL}|1`;

let world: World;

beforeEach(async () => {
  world = await worldThatRead(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  world.database.close();
});

const health = () => world.application.own.health.view(KEY);
async function line(source: HealthSource) {
  const { lines } = await health();
  const found = lines.find((each) => each.source === source);
  if (!found) throw new Error(`No line of ${source}`);
  return found;
}
const pause = async () => {
  world.now += 5_000;
  await world.settle();
};

const LOOK: AccessReading = {
  ...{ carriers: null, hasNotifications: true, sightings: [], gone: [], readUpTo: [], hasMore: false },
  ...{ failure: null, userName: 'Irina Orlova' },
};
const look = (changes: Partial<AccessReading> = {}) => world.readAccess(1, { ...LOOK, ...changes });
const renamed = () => world.event(1, { type: 'dialog.renamed', chatId: 1, title: 'Secret title' });

describe('the health of a reading', () => {
  it('is well for list, limit and numbers that were read', async () => {
    await world.read(1, [dialog(1, { unread: 2 })]);
    for (const source of ['list', 'limit', 'counters', 'page'] as const) {
      expect(await line(source)).toMatchObject({ state: 'ok', okAt: world.now });
    }
    expect((await health()).isTroubled).toBe(false);
  });

  it('says nothing of numbers that only may be unread', async () => {
    world = new World();
    await world.open(1);
    await world.read(1, [dialog(1, { unread: 'unknown' })]);
    expect(await line('counters')).toMatchObject({ state: 'notSeen' });
  });

  it('is broken since the first failure, and tells the last code', async () => {
    const since = world.now;
    await world.fail(1);
    await pause();
    await world.application.readNow(KEY);
    await world.fail(1);
    expect(await line('list')).toMatchObject({
      ...{ state: 'broken', brokenSince: since, failures: 2 },
      lastError: { failure: 'serverError', code: '500' },
    });
    expect(await health()).toMatchObject({ broken: 1, isTroubled: true });
  });

  it('is broken when a tab never tells what it read', async () => {
    await world.application.readNow(KEY);
    await world.ring();
    expect(await line('list')).toMatchObject({ state: 'broken', lastError: { failure: 'timeout', code: 'no answer' } });
  });

  it('counts entries of an unknown shape', async () => {
    const outcome = { kind: 'reading' as const, skippedEntries: 3, reading: readingOf(5) };
    await world.tell(1, { type: 'reading.finished', userId: '1', outcome, access: null });
    expect(await line('list')).toMatchObject({ state: 'ok', malformed: 3 });
  });

  it('misses a limit that could not be read', async () => {
    await world.read(1, [dialog(1)], { limit: null });
    expect(await line('limit')).toMatchObject({ state: 'broken', lastError: { failure: 'malformed' } });
  });

  it('is absent, not broken, on a portal without support', async () => {
    await world.tell(1, { type: 'reading.finished', userId: '1', outcome: { kind: 'noSupportBot' }, access: null });
    expect(await line('list')).toMatchObject({ state: 'absent', absence: 'notOffered' });
    expect((await health()).isTroubled).toBe(false);
  });
});

describe('the health of the look for requests', () => {
  it('is told with every look', async () => {
    await look();
    expect(await line('access')).toMatchObject({ state: 'ok' });
    expect(await line('notifications')).toMatchObject({ state: 'ok' });
  });

  it.each([
    ['no answer', 'access', 'silent', 'no answer'],
    ['chat of another shape', 'access', 'malformed', ''],
    ['recent ACCESS_DENIED', 'access', 'refused', 'ACCESS_DENIED'],
    ['notify Anna Petrova', 'notifications', 'refused', ''],
  ] as const)('is broken after "%s"', async (failure, source, why, code) => {
    await look({ failure, hasNotifications: false });
    expect(await line(source)).toMatchObject({ state: 'broken', lastError: { failure: why, code } });
  });
});

describe('the health of what comes by itself', () => {
  it('is told by events once a minute, and costs a write only then', async () => {
    await pause();
    const put = vi.spyOn(world.database.health, 'put');
    for (let n = 0; n < 30; n += 1) await renamed();
    await pause();
    await renamed();
    await pause();
    expect(put).toHaveBeenCalledTimes(1);
    world.now += MINUTE;
    await renamed();
    expect(await line('events')).toMatchObject({ state: 'ok', okAt: world.now });
  });

  it('counts events of an unknown shape without calling them seen', async () => {
    await world.tell(1, { type: 'events.malformed', userId: '1', count: 4 });
    expect(await line('events')).toMatchObject({ state: 'notSeen', malformed: 4 });
    await world.application.own.health.clear(KEY);
    expect(await line('events')).toMatchObject({ malformed: 0 });
  });

  it('is told by pages of the Market', async () => {
    await world.see(1, list(world.now));
    expect(await line('marketPages')).toMatchObject({ state: 'ok' });
  });
});

describe('the health of what is read on demand', () => {
  it('tells each part of ChatApp by itself', async () => {
    await world.see(1, list(world.now));
    await world.application.market.confirm({ type: 'app.confirmed', key: KEY, code: CODE });
    world.tab(1).chatapp = () =>
      reading(world.now, {
        accessList: { from: 'nowhere', why: 'refused' },
        lines: { from: 'nowhere', why: 'failed' },
        roles: { from: 'nowhere', why: 'notAvailable' },
      });
    const parts = ['staff', 'accessList', 'lines', 'roles'] as const;
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: [...parts] });
    expect(await line('staff')).toMatchObject({ state: 'ok' });
    expect(await line('accessList')).toMatchObject({ state: 'absent', absence: 'notAllowed' });
    expect(await line('lines')).toMatchObject({ state: 'broken' });
    expect(await line('roles')).toMatchObject({ state: 'absent', absence: 'notOffered' });
    expect(await line('departments')).toMatchObject({ state: 'notSeen' });
  });

  it.each([
    ['read', 'ok'],
    ['refused', 'absent'],
    ['notAvailable', 'absent'],
    ['failed', 'broken'],
  ] as const)('takes an event log that was %s for %s', async (state, shown) => {
    world.tab(1).signIns = { at: world.now, from: 0, until: world.now, state, rows: [], isCut: false } as SignIns;
    await world.application.access.tryEventLog(KEY, 0, world.now);
    expect(await line('eventLog')).toMatchObject({ state: shown });
  });
});

describe('health in the database', () => {
  it('survives a killed background once it was written', async () => {
    await world.fail(1);
    await pause();
    await world.restart();
    expect(await line('list')).toMatchObject({ state: 'broken' });
  });

  it('is not made for portals that nobody knows', async () => {
    await world.tell(1, { type: 'events.malformed', userId: '77', count: 4 });
    await pause();
    expect(await world.database.health.toCollection().primaryKeys()).toEqual([KEY]);
  });

  it('is counted once, however often it is written', async () => {
    await world.tell(1, { type: 'events.malformed', userId: '1', count: 4 });
    await pause();
    await world.fail(1);
    await pause();
    expect(await line('events')).toMatchObject({ malformed: 4 });
  });

  it('loses nothing that is told while it is being written', async () => {
    const { book, writing } = slowBook();
    book.hear(KEY, [malformed(1)]);
    const first = book.write();
    await writing.opened;
    book.hear(KEY, [malformed(2)]);
    await first;
    await book.write();
    expect((await book.view(KEY)).lines.find(({ source }) => source === 'events')).toMatchObject({ malformed: 3 });
  });

  it('is forgotten with its portal', async () => {
    await world.fail(1);
    await world.application.own.portals.remove(PORTAL);
    await pause();
    expect(await world.database.health.count()).toBe(0);
    expect(await line('list')).toMatchObject({ state: 'notSeen' });
  });

  it('is written later when the database could not take it', async () => {
    const full = vi.spyOn(world.database.health, 'put').mockRejectedValue(new Error('QuotaExceededError'));
    await expect(pause()).rejects.toThrow();
    full.mockRestore();
    await world.fail(1);
    await pause();
    expect(await world.database.health.get(KEY)).toMatchObject({ sources: { page: { state: 'ok' } } });
  });
});

describe('diagnostics', () => {
  const text = () => world.application.own.health.diagnostics();

  it('tell versions, states and counts', async () => {
    await world.fail(1);
    expect(await text()).toContain('Latchdesk 0.6.0\nBrowser: Google Chrome 156, Linux\nLanguage: ru');
    expect(await text()).toContain('Database: version 6');
    expect(await text()).toMatch(/Portal [0-9a-f]{8} \(bitrix24\.ru\), user [0-9a-f]{8}/);
    expect(await text()).toMatch(/list: broken.*serverError 500/);
  });

  it('name a portal otherwise each time', async () => {
    const hash = /Portal ([0-9a-f]{8})/;
    expect(hash.exec(await text())?.[1]).not.toBe(hash.exec(await text())?.[1]);
  });

  it('are there when the database is gone, and say so', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    world.database.close();
    vi.spyOn(world.database, 'open').mockRejectedValue(new Error('UnknownError'));
    expect(await text()).toContain('Database: not open');
  });
});

describe('nothing of what was read', () => {
  it('gets into calls, health or diagnostics', async () => {
    await world.read(1, [dialog(1, { title: 'Secret title' })]);
    await look({ failure: 'chat Secret title', userName: 'Irina Orlova' });
    await renamed();
    const secret = { action: '/rest/1/k4dgsf3hq9dq1abc/profile?sessid=secret', ms: 1, outcome: 'answered' } as const;
    await world.tell(1, { type: 'calls.told', userId: '1', calls: [{ ...secret, at: world.now }] });
    await pause();
    const stored = [await world.database.calls.toArray(), await world.database.health.toArray()];
    const shown = [await world.application.own.calls.recent(), await health()];
    const said = `${JSON.stringify([stored, shown])}${await world.application.own.health.diagnostics()}`;
    expect(said).not.toMatch(/secret|Orlova|k4dgsf3hq9dq1abc|sessid/i);
    expect(await world.application.own.health.diagnostics()).not.toContain('demo');
  });

  it('nor do addresses and keys of destinations', async () => {
    const { database } = world;
    const address = 'https://hooks.example.org/in/0f4e9a77';
    await database.secrets.put({ id: 'd1', address, signingKey: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
    await database.destinations.put({
      ...{ id: 'd1', name: 'Orlova', kind: 'webhook', host: 'hooks.example.org', isPrivateAllowed: false },
      ...{ knowsKeys: false, agreedAt: world.now, addressVersion: 1, failures: 0, restsUntil: 0 },
    });
    await pause();
    const said = `${await world.application.own.health.diagnostics()}${JSON.stringify(await health())}`;
    expect(said).toContain('Latchdesk 0.6.0');
    expect(said).not.toMatch(/whsec|MfKQ|0f4e9a77|hooks\.example|Orlova/);
  });
});

const malformed = (count: number): HealthEvent => ({
  ...{ type: 'payload.malformed', source: 'events', count, at: world.now },
});

/** A book whose gate opens when it has begun to write. */
function slowBook() {
  const rows = new HealthRepository(world.database);
  const writing = gate();
  const slow = Object.assign(Object.create(rows) as HealthRepository, {
    get: (key: string) => rows.get(key),
    change: async (changes: Parameters<HealthRepository['change']>[0]) => {
      writing.open();
      await rows.get(KEY);
      await rows.change(changes);
    },
  });
  return { book: new HealthBook(slow, world.effects), writing };
}

const readingOf = (limit: number) => ({
  ...{ botId: '5', limit, isAdministrator: true, startedAt: world.now, dialogs: [dialog(1)] },
});
