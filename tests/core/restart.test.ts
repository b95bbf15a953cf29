import { describe, expect, it, vi } from 'vitest';
import { dialog, messageIn, statusOf } from '../readings.ts';
import { dialogs, MINUTE, PORTAL, World, worldThatRead } from './world.ts';

const KEY = `${PORTAL}|1`;

describe('a background that is killed', () => {
  const steps: [string, (world: World) => Promise<unknown>][] = [
    ['a page said hello', (world) => world.open(1)],
    ['a reading', (world) => world.read(1, [...dialogs(3), dialog(9, { status: 'close' })])],
    ['an event', (world) => world.event(1, statusOf(9, 'open'))],
    ['a message', (world) => world.event(1, messageIn(1, { unread: 7 }))],
    ['a name', (world) => world.event(1, { type: 'dialog.renamed', chatId: 1, title: 'Renamed' })],
    ['a limit', (world) => world.event(1, { type: 'limit.changed', botId: '5', limit: 6 })],
    ['a lost connection', (world) => world.reconnect(1)],
    ['a failure', (world) => world.fail(1)],
    ['another page', (world) => world.open(2)],
    ['its reading', (world) => world.read(2, dialogs(4))],
    ['a chip that was moved', (world) => world.application.placeChip(KEY, { edge: 'left', offset: 9, isHidden: true })],
    ['an alarm', (world) => world.ring()],
    ['a reading on demand', (world) => world.application.readNow(KEY)],
    ['an employee', (world) => world.read(1, [], { isAdministrator: false })],
    ['a sign-out', (world) => world.open(1, { userId: '' })],
    ['another user', (world) => world.open(1, { userId: '2' })],
  ];

  it('after any step comes up with the same views, badge and alarm', async () => {
    const world = new World();
    for (const [step, play] of steps) {
      world.now += 2_000;
      await play(world);
      const views = await world.application.views();
      const { alarm } = world;
      await world.restart();
      expect(await world.application.views(), `after ${step}`).toEqual(views);
      expect(world.alarm, `after ${step}`).toBe(alarm);
      expect(world.badges.at(-1)?.portals.map((view) => view.slots)).toEqual(views.map((view) => view.slots));
    }
    expect(steps.length).toBe(16);
  });

  it('shows pages that have an overlay what they missed, and puts none where there is none', async () => {
    const world = await worldThatRead(3);
    await world.open(2);
    world.tab(2).hasOverlay = false;
    world.tab(1).views = [];
    await world.restart();
    expect(world.tab(1).views.map((view) => view.slots.used)).toEqual([3]);
    expect(world.tab(2).hasOverlay).toBe(false);
  });

  it('comes up although the last numbers cannot be shown', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const world = await worldThatRead(3);
    world.effects.showBadge = () => Promise.reject(new Error('no badge'));
    await world.restart();
    expect(complaint).toHaveBeenCalledOnce();
  });
});

describe('a write that fails', () => {
  it('changes nothing, is told to the sender, and the next message works', async () => {
    const world = await worldThatRead(3);
    world.now += 1_000;
    vi.spyOn(world.database.dialogs, 'bulkPut').mockImplementationOnce(() => {
      throw new Error('the disk is full');
    });
    await expect(world.event(1, statusOf(1, 'close'))).rejects.toThrow('the disk is full');
    expect((await world.view()).slots.used).toBe(3);
    await world.event(1, statusOf(1, 'close'));
    expect(await world.slots()).toBe('2/5 live');
    await world.restart();
    expect(await world.slots()).toBe('2/5 live');
  });
});

describe('two thousand dialogs', () => {
  it('are written once; afterwards only what changed is', async () => {
    const world = new World();
    await world.open(1);
    const all = dialogs(2_000, { status: 'close' });
    const written = vi.spyOn(world.database.dialogs, 'bulkPut');
    const counts = () => written.mock.calls.map(([rows]) => (rows as unknown[]).length);
    await world.read(1, all);
    world.now += MINUTE;
    await world.event(1, statusOf(7, 'open'));
    await world.event(1, statusOf(7, 'open'));
    world.now += MINUTE;
    await world.read(1, all.with(6, dialog(7)).with(10, dialog(11, { title: 'Renamed', status: 'close' })));
    expect(counts()).toEqual([2_000, 1, 0, 1]);
  });

  it('that are gone from the list are gone from the database', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, dialogs(50));
    world.now += MINUTE;
    await world.read(1, dialogs(2));
    expect(await world.database.dialogs.count()).toBe(2);
  });
});
