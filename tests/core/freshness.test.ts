import { describe, expect, it, vi } from 'vitest';
import { messageIn, START, statusOf } from '../readings.ts';
import { dialogs, MINUTE, World, worldThatRead } from './world.ts';

const HOUR = 60 * MINUTE;

describe('the alarm', () => {
  it('confirms the numbers through a tab that hears live events, without a reading', async () => {
    const world = await worldThatRead();
    for (let round = 1; round <= 3; round += 1) {
      expect(await world.ring()).toBe(25 * MINUTE);
      expect(await world.slots()).toBe('3/5 live');
      expect((await world.view()).slots.at).toBe(START + round * 25 * MINUTE);
    }
    expect(world.tab(1).asked).not.toContain('read');
  });

  it('has the portal read when its tabs hear no events', async () => {
    const world = await worldThatRead();
    world.tab(1).isLive = false;
    await world.ring();
    expect(world.tab(1).asked).toContain('read');
  });

  it('lets the numbers grow stale without tabs, and then rings no more', async () => {
    const world = await worldThatRead();
    world.tabs.clear();
    const rings: number[] = [];
    while (world.alarm !== null && rings.length < 50) rings.push(await world.ring());
    expect(rings.length).toBeLessThanOrEqual(2);
    expect(await world.slots()).toBe('3/5? live');
    expect((await world.view()).slots.at).toBe(START);
  });

  it('is set for the portal whose time comes first', async () => {
    const world = await worldThatRead();
    world.now += MINUTE;
    await world.open(2, { origin: 'https://second.bitrix24.com' });
    expect(world.alarm).toBeLessThan(world.now + MINUTE);
    await world.read(2);
    expect(world.alarm).toBe(START + 25 * MINUTE);
  });

  it('that rings after a night has the portal read instead of trusting what a tab believes', async () => {
    const world = await worldThatRead();
    world.now += 9 * HOUR;
    expect(await world.slots()).toBe('3/5? live');
    await world.application.check();
    expect(world.tab(1).asked).toContain('read');
    await world.read(1, dialogs(5));
    expect(await world.slots()).toBe('5/5 live');
  });

  it('looks after the other portals when one cannot be looked after, and rings again', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const world = await worldThatRead();
    await world.open(2, { origin: 'https://second.bitrix24.com' });
    await world.read(2);
    const tabsOf = world.effects.tabsOf;
    world.effects.tabsOf = (origin) =>
      origin === 'https://demo.bitrix24.ru' ? Promise.reject(new Error('no tabs')) : tabsOf(origin);
    await world.ring();
    expect((await world.view('1', 'https://second.bitrix24.com')).slots.at).toBe(world.now);
    expect(world.alarm).toBe(world.now + 30_000);
    expect(complaint).toHaveBeenCalledOnce();
  });
});

describe('old numbers', () => {
  it('are shown as old at once after a long pause, before any alarm', async () => {
    const world = await worldThatRead();
    world.now += 31 * MINUTE;
    await world.restart();
    expect(world.badges.at(-1)?.portals[0]?.slots.stale).toBe(true);
    expect(await world.slots()).toBe('3/5? live');
  });

  it('are not vouched for when the user signs in again, until they are read', async () => {
    const world = await worldThatRead();
    await world.open(1, { userId: '' });
    expect((await world.view()).session.state).toBe('signedOut');
    world.now += 10 * MINUTE;
    await world.open(1);
    expect(await world.slots()).toBe('3/5? unknown');
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
  });
});

describe('a clock that is set back', () => {
  it('does not make later events and readings count as old', async () => {
    const world = await worldThatRead(3);
    await world.event(1, messageIn(2, { unread: 9 }));
    world.now -= HOUR;
    await world.event(1, messageIn(2, { unread: 1 }));
    await world.event(1, statusOf(1, 'close'));
    expect((await world.view()).unread.messages).toBe(1);
    expect((await world.view()).slots.used).toBe(2);
    world.now += MINUTE;
    await world.read(1, dialogs(5));
    expect(await world.slots()).toBe('5/5 live');
    world.now += 1_000;
    await world.event(1, statusOf(1, 'close'));
    expect(await world.slots()).toBe('4/5 live');
  });

  it('does not vouch for numbers of the future, nor ring for ever', async () => {
    const world = await worldThatRead(3);
    world.tabs.clear();
    world.now -= HOUR;
    const rings: number[] = [];
    while (world.alarm !== null && rings.length < 50) rings.push(await world.ring());
    expect(rings.length).toBeLessThan(5);
    expect((await world.view()).slots.stale).toBe(true);
  });

  it('by a moment is no reason to doubt the numbers', async () => {
    const world = await worldThatRead(3);
    world.now -= 5_000;
    await world.event(1, statusOf(9, 'open'));
    expect(await world.slots()).toBe('4/5 live');
  });

  it('does not keep a lease, a pause or a miss for longer than they were meant', async () => {
    const world = await worldThatRead(3);
    await world.open(1, { isLive: false });
    world.now -= HOUR;
    await world.reconnect(1);
    expect(world.tab(1).asked).toContain('read');
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
    expect(world.alarm).toBe(world.now + 25 * MINUTE);
  });
});

describe('what was planned before a clock is set back', () => {
  it('a miss is made up for by the next reading', async () => {
    const world = await worldThatRead(3);
    await world.open(1, { isLive: false });
    world.now -= HOUR;
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
    expect(world.alarm).toBe(world.now + 25 * MINUTE);
  });

  it('the next look comes in time', async () => {
    const world = await worldThatRead(3);
    world.now -= 5 * HOUR;
    await world.application.placeChip('https://demo.bitrix24.ru|1', { edge: 'left', offset: 1, isHidden: false });
    expect(world.alarm).toBeLessThanOrEqual(world.now + 36 * MINUTE);
  });
});

describe('a clock that is set forward and back again', () => {
  it('leaves the portal readable', async () => {
    const world = await worldThatRead(3);
    world.now += 400 * 24 * HOUR;
    await world.event(1, statusOf(1, 'close'));
    await world.reconnect(1);
    await world.read(1, dialogs(2));
    world.now -= 400 * 24 * HOUR;
    await world.event(1, statusOf(7, 'open'));
    await world.reconnect(1);
    await world.read(1, dialogs(5));
    expect(await world.slots()).toBe('5/5 live');
    expect(world.alarm).toBeLessThanOrEqual(world.now + 36 * MINUTE);
  });
});

describe('daylight saving', () => {
  it('moves no deadline: half an hour is half an hour', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Europe/Berlin';
    try {
      const world = new World();
      // 01:50 in Berlin, ten minutes before the clocks jump from 02:00 to 03:00.
      world.now = Date.UTC(2026, 2, 29, 0, 50);
      await world.open(1);
      await world.read(1);
      world.now += 29 * MINUTE;
      expect(await world.slots()).toBe('1/5 live');
      world.now += MINUTE;
      expect(await world.slots()).toBe('1/5? live');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
