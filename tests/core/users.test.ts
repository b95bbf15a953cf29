import { describe, expect, it } from 'vitest';
import { statusOf } from '../readings.ts';
import { dialogs, MINUTE, PORTAL, SECOND, World, worldThatRead } from './world.ts';

describe('two users on one host', () => {
  it('never mix: each sees only what was read as theirs', async () => {
    const world = await worldThatRead(3);
    world.now += MINUTE;
    expect((await world.open(2, { userId: '2' })).read).toBe(true);
    await world.read(2, dialogs(1));
    expect(await world.slots('1')).toBe('3/5? signedOut');
    expect(await world.slots('2')).toBe('1/5 live');
    expect((await world.application.overlayStarted({ tabId: 2, origin: PORTAL }))?.userId).toBe('2');
  });

  it('the page that the first one left open neither reads nor counts', async () => {
    const world = await worldThatRead(3);
    world.now += MINUTE;
    await world.open(2, { userId: '2' });
    await world.read(2, dialogs(1));
    world.tab(1).asked = [];
    world.now += MINUTE;
    await world.event(1, statusOf(9, 'open'));
    await world.reconnect(1);
    expect(await world.application.readNow(`${PORTAL}|1`)).toBe(false);
    expect(world.tab(1).asked).not.toContain('read');
    expect((await world.view('1')).slots.used).toBe(3);
    expect((await world.view('2')).slots.used).toBe(1);
  });

  it('a reading that was under way when the user left brings nobody back', async () => {
    const world = await worldThatRead(3);
    world.now += MINUTE;
    await world.reconnect(1);
    const startedAt = world.now;
    world.now += 1_000;
    await world.open(2, { userId: '2' });
    await world.read(1, dialogs(5), { startedAt });
    await world.fail(1);
    expect((await world.view('1')).session.state).toBe('signedOut');
    expect((await world.view('1')).slots.used).toBe(3);
  });

  it('an employee’s page does not show the administrator who was signed in before', async () => {
    const world = await worldThatRead(3);
    world.now += MINUTE;
    await world.open(2, { userId: '2' });
    await world.read(2, [], { isAdministrator: false });
    expect(await world.application.overlayStarted({ tabId: 2, origin: PORTAL })).toBeNull();
    expect(world.tab(2).hasOverlay).toBe(false);
  });

  it('whoever comes back is read anew', async () => {
    const world = await worldThatRead(3);
    await world.open(2, { userId: '2' });
    await world.read(2, dialogs(1));
    world.now += 1_000;
    expect((await world.open(1)).read).toBe(true);
    await world.read(1, dialogs(2));
    expect(await world.slots('1')).toBe('2/5 live');
    expect((await world.view('2')).session.state).toBe('signedOut');
  });

  it('who is signed out already is not told of at every page load', async () => {
    const world = await worldThatRead(3);
    await world.open(2, { userId: '2' });
    await world.read(2);
    world.surfaces = [];
    await world.open(2, { userId: '2' });
    expect(world.surfaces.map((view) => view.userId)).toEqual(['2']);
  });

  it('a page that names ever new users pushes out the ones seen longest ago', async () => {
    const world = await worldThatRead(3);
    for (let user = 100; user < 130; user += 1) {
      world.now += 1_000;
      await world.open(2, { userId: String(user) });
    }
    const users = (await world.application.views()).map((view) => view.userId);
    expect(users).toHaveLength(8);
    expect(users).toContain('129');
    expect(await world.database.dialogs.count()).toBe(0);
    expect(await world.database.snapshots.count()).toBe(16);
  });

  it('and nobody who has left a text', async () => {
    const world = await worldThatRead(3);
    const { key } = await world.view();
    const draft = { id: crypto.randomUUID(), kind: 'parked' as const, title: '', text: 'Kept', dialogId: null };
    await world.application.wishes.keepDraft({ type: 'draft.kept', key, draft });
    await world.open(2, { userId: '2' });
    await world.application.wishes.changeNote({
      type: 'note.changed',
      key: key.replace('|1', '|2'),
      chatId: 901,
      changes: { text: 'Noted' },
    });
    for (let user = 100; user < 130; user += 1) {
      world.now += 1_000;
      await world.open(2, { userId: String(user) });
    }
    const users = (await world.application.views()).map((view) => view.userId);
    expect(users).toHaveLength(8);
    expect(users).toEqual(expect.arrayContaining(['1', '2', '129']));
  });
});

describe('a user who signs out', () => {
  it('leaves no number on the badge', async () => {
    const world = await worldThatRead(3);
    await world.open(1, { userId: '' });
    expect(world.badgeText).toBe('?');
    expect(await world.slots()).toBe('3/5? signedOut');
  });

  it('whose session ended is looked after, and comes back when a reading succeeds', async () => {
    const world = await worldThatRead(3);
    await world.fail(1, 'signedOut');
    expect((await world.view()).session.state).toBe('signedOut');
    await world.ring();
    expect(world.tab(1).asked).toContain('read');
    await world.read(1, dialogs(4));
    expect(await world.slots()).toBe('4/5 live');
  });
});

describe('a portal that is not ours', () => {
  it.each([
    ['notAdministrator', (world: World) => world.read(1, [], { isAdministrator: false })],
    [
      'noSupportBot',
      (world: World) =>
        world.tell(1, { type: 'reading.finished', userId: '1', outcome: { kind: 'noSupportBot' }, access: null }),
    ],
  ])('%s: nothing is shown, no alarm rings, and a minute later a page may ask again', async (reason, standAside) => {
    const world = new World();
    await world.open(1);
    await standAside(world);
    expect((await world.view()).session).toMatchObject({ state: 'unsupported', reason });
    expect(world.tab(1).hasOverlay).toBe(false);
    expect(world.badgeText).toBe('');
    expect(world.alarm).toBeNull();

    world.now += MINUTE - 1_000;
    expect((await world.open(1)).read).toBe(false);
    await world.reconnect(1);
    expect(world.tab(1).asked).not.toContain('read');

    world.now += 1_000;
    expect((await world.open(1)).read).toBe(true);
    await world.read(1, dialogs(2));
    expect(await world.slots()).toBe('2/5 live');
    expect(world.tab(1).hasOverlay).toBe(true);
  });

  it('is looked at again at once when the page is loaded again', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, dialogs(2), { isAdministrator: false });
    expect((await world.open(1)).read).toBe(false);
    expect((await world.open(1, { isReload: true })).read).toBe(true);
  });

  it('believes an integrator whom the portal does not call an administrator, for good', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, dialogs(2), { isAdministrator: false });
    const { key } = await world.view();
    expect(await world.application.claimRight(key)).toBe(true);
    await world.read(1, dialogs(2), { isAdministrator: false });
    expect(await world.slots()).toBe('2/5 live');
    expect((await world.open(2)).read).toBe(false);
  });

  it('with the old messenger is not read, until a page has the new one', async () => {
    const world = new World();
    expect((await world.open(1, { generation: 'v1' })).read).toBe(false);
    expect((await world.view()).session).toMatchObject({ state: 'unsupported', reason: 'oldMessenger' });
    expect((await world.open(1, { generation: 'none' })).read).toBe(false);
    expect((await world.view()).session.state).toBe('unsupported');
    expect((await world.open(1, { generation: 'v2' })).read).toBe(true);
    await world.read(1, dialogs(2));
    expect(await world.slots()).toBe('2/5 live');
  });

  it('that goes back to the old messenger is looked after no more', async () => {
    const world = await worldThatRead(3);
    await world.open(1, { generation: 'v1' });
    expect(world.alarm).toBeNull();
  });
});

describe('two portals', () => {
  it('know nothing of each other', async () => {
    const world = await worldThatRead(3);
    await world.open(2, { origin: SECOND });
    await world.read(2, dialogs(5));
    await world.event(2, statusOf(1, 'close'));
    expect(await world.slots('1', PORTAL)).toBe('3/5 live');
    expect(await world.slots('1', SECOND)).toBe('4/5 live');
    expect(world.tab(1).views.every((view) => view.origin === PORTAL)).toBe(true);
    await world.open(2, { origin: SECOND, userId: '' });
    expect((await world.view('1', PORTAL)).session.state).toBe('live');
  });
});
