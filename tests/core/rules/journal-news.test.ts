/** What the journal tells so that rules hear of it. */
import { describe, expect, it } from 'vitest';
import type { UninstallTold } from '../../../bitrix24/market-protocol.ts';
import type { JournalEntry, JournalKind } from '../../../domain/journal.ts';
import { accessReading, sighting } from '../../access-records.ts';
import { dialog, messageIn, statusOf } from '../../readings.ts';
import { CODE, worldWithApp } from '../market-world.ts';
import { MINUTE, PORTAL, World, worldThatRead } from '../world.ts';

async function entriesOf<K extends JournalKind>(world: World, kind: K) {
  const wish = { type: 'journal.wanted', key: `${PORTAL}|1`, from: 0, until: world.now + 1 } as const;
  const entries: JournalEntry[] = await world.application.wishes.journal(wish);
  return entries.filter((entry): entry is Extract<JournalEntry, { kind: K }> => entry.kind === kind);
}

describe('the question behind an access', () => {
  const GRANTED = { keyboard: 'revoke', says: 'granted', tone: 'positive', answers: null } as const;

  async function worldWithAccess(): Promise<World> {
    const world = new World();
    await world.open(1);
    await world.readAccess(1, accessReading([sighting({ sentAt: world.now })]));
    world.now += MINUTE;
    await world.readAccess(1, accessReading([sighting({ sentAt: world.now - MINUTE, ...GRANTED })]));
    world.now += MINUTE;
    return world;
  }

  it('is told to be closed once, when it is closed while the access runs', async () => {
    const world = await worldWithAccess();
    expect(await entriesOf(world, 'access.ticketClosed')).toEqual([]);
    await world.event(1, statusOf(1, 'close'));
    const told = await entriesOf(world, 'access.ticketClosed');
    expect(told).toMatchObject([{ at: world.now, recordId: '10:77' }]);
    world.now += MINUTE;
    await world.read(1, [dialog(1, { status: 'close' })]);
    expect(await entriesOf(world, 'access.ticketClosed')).toHaveLength(1);
  });

  it('is told again when it was opened and closed once more', async () => {
    const world = await worldWithAccess();
    for (const status of ['close', 'open', 'close'] as const) {
      world.now += MINUTE;
      await world.event(1, statusOf(1, status));
    }
    expect(await entriesOf(world, 'access.ticketClosed')).toHaveLength(2);
  });
});

describe('the limit of slots', () => {
  const told = async (...limits: (number | null)[]) => {
    const world = new World();
    await world.open(1);
    for (const limit of limits) {
      world.now += MINUTE;
      await world.read(1, undefined, { limit });
    }
    return entriesOf(world, 'slots.counted');
  };

  it('that was only assumed is told apart from the one that the portal tells later', async () => {
    const [assumed, known, ...more] = await told(null, 10);
    expect(assumed).toMatchObject({ used: 1, max: 5 });
    expect(assumed).not.toHaveProperty('isTold');
    expect(known).toMatchObject({ max: 10, isTold: true, before: { used: 1, max: 5 } });
    expect(known?.before).not.toHaveProperty('isTold');
    expect(more).toEqual([]);
  });

  it('that was told is known to the next entry also where the same was assumed before', async () => {
    const [, changed, ...more] = await told(null, 5, 10);
    expect(changed).toMatchObject({ max: 10, isTold: true, before: { used: 1, max: 5, isTold: true } });
    expect(more).toEqual([]);
  });

  it('stays told while readings do not tell it', async () => {
    expect(await told(10, null, 10)).toMatchObject([{ max: 10, isTold: true }]);
  });
});

describe('a sign-out', () => {
  it('is told once, however often it is noticed', async () => {
    const world = await worldThatRead();
    await world.fail(1, 'signedOut');
    expect(await entriesOf(world, 'portal.signedOut')).toEqual([{ at: world.now, kind: 'portal.signedOut' }]);
    world.now += MINUTE;
    await world.fail(1, 'signedOut');
    await world.restart();
    await world.open(1);
    await world.fail(1, 'signedOut');
    expect(await entriesOf(world, 'portal.signedOut')).toHaveLength(1);
  });

  it('is told when somebody else signs in on the same portal', async () => {
    const world = await worldThatRead();
    await world.open(2, { userId: '9' });
    expect(await entriesOf(world, 'portal.signedOut')).toHaveLength(1);
  });

  it('is told again after the user was back', async () => {
    const world = await worldThatRead();
    await world.fail(1, 'signedOut');
    world.now += MINUTE;
    await world.open(1);
    await world.read(1);
    await world.fail(1, 'signedOut');
    expect(await entriesOf(world, 'portal.signedOut')).toHaveLength(2);
  });

  it('is not told of a portal that nobody was seen to be signed in on', async () => {
    const world = new World();
    await world.open(1);
    await world.fail(1, 'signedOut');
    expect(await entriesOf(world, 'portal.signedOut')).toEqual([]);
  });

  it('is not told for other troubles', async () => {
    const world = await worldThatRead();
    await world.fail(1, 'serverError');
    expect(await entriesOf(world, 'portal.signedOut')).toEqual([]);
    await world.event(1, messageIn(1));
  });
});

describe('an attempt to uninstall with all data', () => {
  const press = (world: World, type: 'stopped' | 'insisted' | 'wentBack', name = 'ChatApp') => {
    const event: UninstallTold = { type, code: CODE, name };
    return world.hearMarket(1, { type: 'uninstall.told', event });
  };

  it('that somebody insists on names the moment at which it was stopped', async () => {
    const world = await worldWithApp();
    const stoppedAt = world.now;
    await press(world, 'stopped');
    world.now += 2_000;
    await press(world, 'stopped');
    world.now += 30_000;
    await press(world, 'insisted');
    expect(await entriesOf(world, 'wipe.stopped')).toMatchObject([{ at: stoppedAt }]);
    expect(await entriesOf(world, 'wipe.insisted')).toMatchObject([{ at: world.now, stoppedAt }]);
  });

  it('is a new one after somebody went back, and for another application', async () => {
    const world = await worldWithApp();
    await press(world, 'stopped');
    world.now += MINUTE;
    await press(world, 'wentBack');
    world.now += MINUTE;
    await press(world, 'insisted');
    world.now += MINUTE;
    await press(world, 'stopped');
    world.now += MINUTE;
    await press(world, 'insisted', 'Another');
    const insisted = await entriesOf(world, 'wipe.insisted');
    expect(insisted.map(({ stoppedAt }) => stoppedAt)).toEqual([undefined, undefined]);
  });
});
