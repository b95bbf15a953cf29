import { describe, expect, it } from 'vitest';
import { dialog, messageIn, START, statusOf } from '../readings.ts';
import { dialogs, MINUTE, World, worldThatRead } from './world.ts';

describe('live events', () => {
  it('change the numbers without a request', async () => {
    const world = await worldThatRead(3);
    world.now += 1_000;
    await world.event(1, statusOf(9, 'open'));
    expect(await world.slots()).toBe('4/5 live');
    expect(world.badgeText).toBe('4/5');
    expect(world.tab(1).views.at(-1)?.slots.used).toBe(4);
    expect(world.tab(1).asked).not.toContain('read');
  });

  it('before the first reading change nothing, and the reading is started anew', async () => {
    const world = new World();
    await world.open(1);
    world.now += 100;
    await world.event(1, statusOf(9, 'open'));
    expect((await world.view()).slots.used).toBeNull();
    await world.read(1, dialogs(2), { startedAt: START + 50 });
    expect(await world.slots()).toBe('2/5? live');
    await world.ring();
    await world.read(1, [...dialogs(2), dialog(9)]);
    expect(await world.slots()).toBe('3/5 live');
  });

  it('of a portal that was never seen change nothing', async () => {
    const world = await worldThatRead();
    world.tab(1).userId = '77';
    await world.event(1, statusOf(9, 'open'));
    expect((await world.application.views()).map((view) => view.userId)).toEqual(['1']);
  });

  it('that come out of order and twice end where the newest left it', async () => {
    const world = await worldThatRead(3);
    world.now += 1_000;
    const at = world.now;
    await world.event(1, statusOf(1, 'close'), at - 100);
    await world.event(1, statusOf(1, 'open'), at - 500);
    await world.event(1, statusOf(1, 'close'), at - 100);
    expect(await world.slots()).toBe('2/5 live');
  });

  it('that tell a status late are taken, though a message came meanwhile', async () => {
    const world = await worldThatRead(3);
    world.now += 60_000;
    await world.event(1, messageIn(1), world.now);
    await world.event(1, statusOf(1, 'close'), world.now - 20_000);
    expect(await world.slots()).toBe('2/5 live');
  });

  it('of the future count as of now', async () => {
    const world = await worldThatRead(3);
    await world.event(1, statusOf(1, 'close'), world.now + 3_600_000);
    world.now += 1;
    await world.event(1, statusOf(1, 'open'));
    expect(await world.slots()).toBe('3/5 live');
  });

  it('of another bot change neither count nor limit', async () => {
    const world = await worldThatRead(3);
    await world.event(1, { ...statusOf(9, 'open'), botId: '77' } as never);
    await world.event(1, { type: 'limit.changed', botId: '77', limit: 99 });
    expect(await world.slots()).toBe('3/5 live');
  });

  it('about a limit are not believed while it is not known which bot is support', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, [], { botId: null });
    await world.event(1, { type: 'limit.changed', botId: '77', limit: 99 });
    expect((await world.view()).slots.limit).toEqual({ kind: 'count', max: 5 });
  });

  it.each([
    [-1, 'off'],
    [0, 'unlimited'],
    [1, 'single'],
    [6, 'count'],
  ])('that set the limit to %i make it %s', async (limit, kind) => {
    const world = await worldThatRead(3);
    await world.event(1, { type: 'limit.changed', botId: '5', limit });
    expect((await world.view()).slots.limit?.kind).toBe(kind);
  });

  it('beyond the limit are counted: six of five', async () => {
    const world = await worldThatRead(5);
    await world.event(1, statusOf(9, 'open'));
    expect((await world.view()).slots).toMatchObject({ used: 6, level: 'over' });
  });

  it('do not vouch for numbers that nothing has confirmed in time', async () => {
    const world = await worldThatRead(3);
    world.now += 31 * MINUTE;
    await world.event(1, statusOf(9, 'open'));
    expect(await world.slots()).toBe('4/5? live');
    expect((await world.view()).slots.at).toBe(START);
  });

  it('have stale numbers read, since there is a tab again that can', async () => {
    const world = await worldThatRead(3);
    world.now += 31 * MINUTE;
    await world.event(1, messageIn(1));
    expect(world.tab(1).asked).toContain('read');
    await world.read(1, dialogs(5));
    expect(await world.slots()).toBe('5/5 live');
  });

  it('of ever new dialogs stop at a bound', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, dialogs(20_000, { status: 'close' }));
    await world.event(1, statusOf(99_999, 'open'));
    expect((await world.view()).dialogTotal).toBe(20_000);
  });
});

const told = (chatId: number, unread: number) => ({ chatId, unread, lastWord: null });

describe('unread numbers that a page counted', () => {
  it('take the place of hints, but do not vouch for the slots', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, dialogs(2, { unread: 'unknown' }));
    world.now += MINUTE;
    const chats = [told(1, 3), told(2, 0), told(99, 7)];
    await world.tell(1, { type: 'chats.told', userId: '1', chats, at: world.now });
    expect((await world.view()).unread).toEqual({ dialogs: 1, messages: 3 });
    expect((await world.view()).slots.at).toBe(START);
  });

  it('do not undo an event that came later', async () => {
    const world = await worldThatRead(2);
    world.now += 1_000;
    await world.event(1, messageIn(1, { unread: 5 }));
    await world.tell(1, { type: 'chats.told', userId: '1', chats: [told(1, 0)], at: world.now - 500 });
    expect((await world.view()).unread.messages).toBe(5);
  });
});
