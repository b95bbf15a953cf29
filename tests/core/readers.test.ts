import { describe, expect, it } from 'vitest';
import { messageIn, START } from '../readings.ts';
import { dialogs, MINUTE, World, worldThatRead } from './world.ts';

describe('one reader for many tabs', () => {
  it('the first page is told to read, the others are not', async () => {
    const world = new World();
    const replies = await Promise.all([world.open(1), world.open(2), world.open(3)]);
    expect(replies.map((reply) => reply.read)).toEqual([true, false, false]);
  });

  it('a page that comes while fresh numbers are heard by another tab does not read', async () => {
    const world = await worldThatRead();
    world.now += MINUTE;
    expect((await world.open(2)).read).toBe(false);
    expect((await world.view()).slots.at).toBe(START + MINUTE);
  });

  it('a page reads when the only other tab does not hear live events', async () => {
    const world = await worldThatRead();
    world.tab(1).isLive = false;
    expect((await world.open(2)).read).toBe(true);
  });

  it('a page reads when the other tab hears the events of another user', async () => {
    const world = await worldThatRead();
    world.tab(1).userId = '2';
    expect((await world.open(2)).read).toBe(true);
  });
});

describe('the lease of a reader', () => {
  it('goes to the page anew that was reloaded before it had read', async () => {
    const world = new World();
    await world.open(1);
    world.now += 2_000;
    expect((await world.open(1)).read).toBe(true);
  });

  it.each(['gone', 'hangs'] as const)('goes to the next page when the reading tab %s', async (manner) => {
    const world = new World();
    await world.open(1);
    world.tab(1).manner = manner;
    expect((await world.open(2)).read).toBe(true);
  });

  it('goes to another tab by alarm when the reading tab was closed', async () => {
    const world = new World();
    await world.open(1);
    await world.open(2);
    world.tab(1).manner = 'gone';
    await world.ring();
    expect(world.tab(2).asked).toContain('read');
    await world.read(2);
    expect(await world.slots()).toBe('1/5 live');
  });

  it('goes to another tab by alarm when the reading tab is there but never says what it read', async () => {
    const world = new World();
    await world.open(1);
    await world.open(2);
    await world.ring();
    expect(world.tab(1).asked).not.toContain('read');
    expect(world.tab(2).asked).toContain('read');
  });

  it.each([1, 3])('is given ever more rarely when there are %i tabs and none says what it read', async (tabs) => {
    const world = new World();
    for (let id = 1; id <= tabs; id += 1) await world.open(id);
    const rings: number[] = [];
    while (world.alarm !== null && world.now < START + 24 * 60 * MINUTE) rings.push(await world.ring());
    expect(rings.length).toBeLessThan(150);
    expect((await world.view()).session).toMatchObject({ state: 'degraded', failure: 'timeout' });
  });

  it('a tab that was given up still brings good news, but its troubles no longer count', async () => {
    const world = new World();
    await world.open(1);
    world.tab(1).manner = 'hangs';
    await world.open(2);
    await world.fail(1);
    expect((await world.view()).session.state).toBe('unknown');
    await world.read(1, dialogs(2));
    expect(await world.slots()).toBe('2/5 live');
  });

  it('a slow reading that ends after a later one does not undo it', async () => {
    const world = new World();
    await world.open(1);
    world.tab(1).manner = 'hangs';
    world.now += 20_000;
    await world.open(2);
    await world.read(2, dialogs(4));
    world.now += 1_000;
    await world.read(1, dialogs(1), { startedAt: START });
    expect(await world.slots()).toBe('4/5 live');
  });
});

describe('a portal that fails', () => {
  it('is read again after growing pauses, and recovers', async () => {
    const world = await worldThatRead();
    await world.open(1, { isLive: false });
    await world.fail(1);
    expect(await world.slots()).toBe('3/5? degraded');
    const pauses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      pauses.push((await world.ring()) / MINUTE);
      await world.fail(1);
    }
    expect(pauses).toEqual([1, 2, 5, 15, 30, 30]);
    await world.ring();
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
  });

  it('keeps since when it fails', async () => {
    const world = await worldThatRead();
    await world.fail(1);
    world.now += MINUTE;
    await world.fail(1);
    expect((await world.view()).session.since).toBe(START);
  });

  it('is tried again when an event shows that it lives, with one reading', async () => {
    const world = await worldThatRead();
    await world.fail(1);
    world.now += MINUTE;
    await world.event(1, messageIn(1));
    await world.event(1, messageIn(1, { unread: 2 }));
    expect(world.tab(1).asked.filter((type) => type === 'read')).toHaveLength(1);
    await world.read(1, dialogs(3));
    expect(await world.slots()).toBe('3/5 live');
    expect(world.alarm).toBe(world.now + 25 * MINUTE);
  });
});

describe('a person who asks for a reading', () => {
  it('gets one at once when a tab is there', async () => {
    const world = await worldThatRead();
    expect(await world.application.readNow('https://demo.bitrix24.ru|1')).toBe(true);
    expect((await world.view()).reading).toBe(true);
  });

  it('is told when no tab can read, or the portal is not known', async () => {
    const world = await worldThatRead();
    world.tab(1).manner = 'gone';
    expect(await world.application.readNow('https://demo.bitrix24.ru|1')).toBe(false);
    expect(await world.application.readNow('https://other.bitrix24.ru|1')).toBe(false);
  });
});
