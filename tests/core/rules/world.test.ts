import { describe, expect, it } from 'vitest';
import { Desks } from '../../../core/desks.ts';
import { ruleWorld } from '../../../core/rules/world.ts';
import { PortalRepository } from '../../../database/portals.ts';
import { timedEvents } from '../../../domain/rules/timed-events.ts';
import { portalFacts } from '../../../domain/rules/world-facts.ts';
import { accessReading, sighting } from '../../access-records.ts';
import { dialog, messageIn } from '../../readings.ts';
import { dialogs, MINUTE, PORTAL, World, worldThatRead } from '../world.ts';

const KEY = `${PORTAL}|1`;

/** What rules see of the portal, over what the database holds. */
async function worldOf(world: World) {
  const desk = await new Desks(new PortalRepository(world.database)).peek(KEY);
  if (!desk) throw new Error('The portal was never seen');
  return ruleWorld(desk, world.now);
}

describe('what rules look at', () => {
  it('is the portal with its numbers and the working time that was set for it', async () => {
    const world = await worldThatRead(3);
    const { view, workingTime } = await worldOf(world);
    expect(view.key).toBe(KEY);
    expect(workingTime).toMatchObject({ from: 540, until: 1080 });
    expect(portalFacts({ view, workingTime }, world.now)).toMatchObject({ 'slots.used': 3, 'slots.limit': 5 });
  });

  it('has every dialog, also those that a view leaves out, open ones first', async () => {
    const world = new World();
    await world.open(1);
    const closed = Array.from({ length: 80 }, (_, index) => dialog(10_000 + index, { status: 'close' }));
    await world.read(1, [...closed, ...dialogs(600)]);
    const { view } = await worldOf(world);
    expect((await world.view()).dialogs.length).toBeLessThan(680);
    expect(view.dialogs).toHaveLength(680);
    expect(view.dialogs[0]?.status).toBe('open');
    expect(view.dialogs.at(-1)?.status).toBe('close');
  });

  it('has every record, also those that no surface shows, without what nobody but the register needs', async () => {
    const world = new World();
    await world.open(1);
    const sightings = Array.from({ length: 30 }, (_, index) =>
      sighting({ messageId: 77 + index, sentAt: world.now - (index + 1) * 1_000, carrier: 'message' }),
    );
    await world.readAccess(1, accessReading(sightings));
    const rows = await world.application.access.register(KEY);
    const shown = (await world.view()).register.items;
    expect(shown.length).toBeLessThan(rows.length);
    const { view } = await worldOf(world);
    expect(view.register.items).toEqual(expect.arrayContaining(shown));
    expect(view.register.items.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    for (const item of view.register.items) {
      expect(item).toHaveProperty('banner');
      expect(item).not.toHaveProperty('told');
      expect(item).not.toHaveProperty('signIns');
    }
  });

  it('lets time bring events from what was read', async () => {
    const world = await worldThatRead(2);
    world.now += 1_000;
    await world.event(1, messageIn(2, { lastActivityAt: world.now }));
    const since = world.now;
    world.now += 20 * MINUTE;
    expect(timedEvents({ kind: 'answer.waits', hours: 1 }, await worldOf(world), world.now)).toEqual({
      due: [],
      nextAt: since + 60 * MINUTE,
    });
  });
});
