import { describe, expect, it } from 'vitest';
import { messageIn } from '../readings.ts';
import { dialogs, MINUTE, worldThatRead } from './world.ts';

describe('events that may have been missed', () => {
  it('are read anew after a reconnect, even while another tab is live', async () => {
    const world = await worldThatRead(3);
    await world.open(2);
    world.now += MINUTE;
    await world.reconnect(1);
    expect([...world.tab(1).asked, ...world.tab(2).asked]).toContain('read');
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
  });

  it('make the numbers uncertain until they are read', async () => {
    const world = await worldThatRead(3);
    world.now += 1_000;
    await world.reconnect(1);
    expect(await world.slots()).toBe('3/5? live');
    world.now += 30_000;
    await world.application.check();
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
  });

  /** A reading in whose course events were missed has just come. */
  async function overtaken() {
    const world = await worldThatRead(3);
    world.now += MINUTE;
    await world.reconnect(1);
    const startedAt = world.now;
    world.now += 2_000;
    await world.reconnect(1);
    await world.read(1, dialogs(4), { startedAt });
    expect(await world.slots()).toBe('4/5? live');
    world.tab(1).asked = [];
    return world;
  }

  it('during a reading are read a moment after it', async () => {
    const world = await overtaken();
    await world.settle();
    expect(world.tab(1).asked, 'not two readings in one breath').not.toContain('read');
    world.now += 1_000;
    await world.settle();
    expect(world.tab(1).asked).toContain('read');
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
  });

  it('during a reading are read by the alarm when the background ends in that moment', async () => {
    const world = await overtaken();
    await world.restart();
    await world.ring();
    expect(world.tab(1).asked).toContain('read');
  });

  it('keep a page that comes meanwhile from trusting a live tab', async () => {
    const world = await worldThatRead(3);
    world.tab(1).userId = '0';
    await world.tell(1, { type: 'connection.changed', userId: '1' });
    world.tab(1).userId = '1';
    expect((await world.open(2)).read).toBe(true);
  });

  it('are not hidden by a message or a name that comes while the portal is read', async () => {
    const world = await worldThatRead(3);
    world.now += MINUTE;
    await world.reconnect(1);
    const startedAt = world.now;
    world.now += 1_000;
    await world.event(1, messageIn(1, { unread: 4 }));
    await world.event(1, { type: 'dialog.renamed', chatId: 2, title: 'Renamed' });
    const closed = dialogs(3, { status: 'close', unread: 0 });
    await world.read(1, closed, { startedAt });
    expect(await world.slots()).toBe('0/5 live');
    expect((await world.view()).dialogs.map(({ chatId, title, unread }) => [chatId, title, unread])).toEqual([
      [3, 'Question 3', 0],
      [2, 'Renamed', 0],
      [1, 'Question 1', 4],
    ]);
  });

  it('of a connection that flaps are not followed one by one', async () => {
    const world = await worldThatRead(3);
    for (let flap = 0; flap < 60; flap += 1) {
      world.now += 5_000;
      await world.reconnect(1);
      if (world.tab(1).asked.at(-1) === 'read') await world.read(1, dialogs(3));
      if (world.alarm !== null && world.alarm <= world.now) await world.ring();
    }
    expect(world.tab(1).asked.filter((type) => type === 'read').length).toBeLessThan(10);
  });
});
