import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToldCall } from '../../bitrix24/call-notes.ts';
import { CallLog } from '../../core/calls/call-log.ts';
import type { CallRepository } from '../../database/calls.ts';
import type { Call } from '../../domain/calls/calls.ts';
import { gate } from './gate.ts';
import { MINUTE, PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;

let world: World;

beforeEach(async () => {
  world = new World();
  await world.open(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  world.database.close();
});

const call = (changes: Partial<ToldCall> = {}): ToldCall => ({
  ...{ at: world.now, action: 'batch:imbot.Network.Chat.count', ms: 120, outcome: 'answered' },
  ...changes,
});
const tell = (...calls: ToldCall[]) => world.tell(1, { type: 'calls.told', userId: '1', calls });
const recent = (): Promise<Call[]> => world.application.own.calls.recent();
const stored = () => world.database.calls.toArray();
/** The moment at which the background writes what waits. */
const pause = async () => {
  world.now += 5_000;
  await world.settle();
};

describe('calls to portals', () => {
  it('are told by a tab and listed with their portal, the newest first', async () => {
    await tell(call(), call({ action: 'batch:profile', outcome: 'timeout', ms: 15_000 }));
    expect(await recent()).toEqual([
      { number: 2, portal: KEY, at: world.now, action: 'batch:profile', ms: 15_000, outcome: 'timeout' },
      { number: 1, portal: KEY, at: world.now, action: 'batch:imbot.Network.Chat.count', ms: 120, outcome: 'answered' },
    ]);
  });

  it('are written together, soon after the first of them', async () => {
    await tell(call());
    await tell(call());
    expect(await stored()).toEqual([]);
    await pause();
    expect(await stored()).toHaveLength(2);
  });

  it('are written at once when many came', async () => {
    await tell(...Array.from({ length: 5 }, () => call()));
    await pause();
    await tell(...Array.from({ length: 20 }, () => call()));
    await vi.waitFor(async () => expect(await stored()).toHaveLength(25));
  });

  it('go on after the background was killed, with numbers that follow', async () => {
    await tell(call());
    await pause();
    await world.restart();
    await tell(call({ action: 'batch:profile' }));
    expect((await recent()).map(({ number, action }) => [number, action])).toEqual([
      [2, 'batch:profile'],
      [1, 'batch:imbot.Network.Chat.count'],
    ]);
  });

  it('are kept up to 200, in memory and in the database', async () => {
    for (let round = 0; round < 9; round += 1) await tell(...Array.from({ length: 25 }, () => call()));
    await pause();
    expect(await recent()).toHaveLength(200);
    expect(await world.database.calls.count()).toBe(200);
  });

  it('of a portal that no page has named are not taken', async () => {
    await world.tell(1, { type: 'calls.told', userId: '99', calls: [call()] });
    expect(await recent()).toEqual([]);
  });

  it('are noted on a paused portal, too: they were sent before', async () => {
    await world.database.knownPortals.update(PORTAL, { pause: { by: 'user', since: world.now } });
    await world.restart();
    await tell(call());
    expect(await recent()).toHaveLength(1);
  });

  it('do not come from the future, and not from another day', async () => {
    await tell(call({ at: world.now + MINUTE }), call({ at: world.now - 2 * 86_400_000 }));
    expect((await recent()).map(({ at }) => at)).toEqual([world.now]);
  });

  it('that are just being loaded do not come back after they were forgotten', async () => {
    const loading = gate();
    const rows = [{ ...call(), number: 1, portal: KEY }];
    const repository = { all: () => loading.opened.then(() => rows), remove: async () => undefined };
    const calls = new CallLog(repository as unknown as CallRepository, world.effects);
    const listed = calls.recent();
    const forgotten = calls.forget(KEY);
    loading.open();
    await Promise.all([listed, forgotten]);
    expect(await calls.recent()).toEqual([]);
  });

  it('are forgotten with their portal, also those that nobody has written yet', async () => {
    await tell(call());
    await pause();
    await tell(call());
    await world.application.own.portals.remove(PORTAL);
    await pause();
    expect(await recent()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('are listed as far as they are known when the database is gone', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    await tell(call());
    world.database.close();
    expect(await recent()).toHaveLength(1);
  });

  it('are written with the next ones when the database could not take them', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const full = vi.spyOn(world.database.calls, 'bulkPut').mockRejectedValue(new Error('QuotaExceededError'));
    await tell(call());
    await expect(pause()).rejects.toThrow('QuotaExceededError');
    full.mockRestore();
    await tell(call());
    await pause();
    expect(await stored()).toHaveLength(2);
  });
});
