import { describe, expect, it, vi } from 'vitest';
import { statusOf } from '../readings.ts';
import { type Gate, gate } from './gate.ts';
import { worldThatRead } from './world.ts';

describe('showing a portal', () => {
  it('never leaves an older number on show, however long the browser takes to list the tabs', async () => {
    const world = await worldThatRead(3);
    const tabsOf = world.effects.tabsOf;
    const gates: Gate[] = [];
    world.effects.tabsOf = async (origin) => {
      const slow = gate();
      gates.push(slow);
      // The first question is answered last.
      await (gates.length === 1 ? slow.opened : undefined);
      return tabsOf(origin);
    };
    const first = world.event(1, statusOf(8, 'open'));
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    const second = world.event(1, statusOf(9, 'open'));
    await vi.waitFor(async () => expect((await world.view()).slots.used).toBe(5));
    await new Promise(setImmediate);
    gates[0]?.open();
    await Promise.all([first, second]);
    expect(world.tab(1).views.at(-1)?.slots.used).toBe(5);
    expect(world.surfaces.at(-1)?.slots.used).toBe(5);
    expect(world.badgeText).toBe('5/5');
  });

  it('is not repeated for each of many events that come at once', async () => {
    const world = await worldThatRead(3);
    world.tab(1).views = [];
    world.badges = [];
    const events = Array.from({ length: 200 }, (_, index) => statusOf(index + 1, 'open'));
    await Promise.all(events.map((event) => world.event(1, event)));
    expect((await world.view()).slots.used).toBe(200);
    expect(world.tab(1).views.at(-1)?.slots.used).toBe(200);
    expect(world.tab(1).views.length).toBeLessThan(150);
    expect(world.badges.length).toBeLessThan(150);
  });

  it('goes on after a browser call that failed', async () => {
    const world = await worldThatRead(3);
    const { showBadge } = world.effects;
    world.effects.showBadge = () => Promise.reject(new Error('no badge'));
    await expect(world.event(1, statusOf(8, 'open'))).rejects.toThrow('no badge');
    world.effects.showBadge = showBadge;
    await world.event(1, statusOf(9, 'open'));
    expect(world.badgeText).toBe('5/5');
  });
});
