import { describe, expect, it } from 'vitest';
import { dialog } from '../readings.ts';
import { dialogs, PORTAL, World, worldThatRead } from './world.ts';

const KEY = `${PORTAL}|1`;

/** A world with two open dialogs and `count` closed ones. */
async function worldWithClosed(count: number): Promise<World> {
  const world = new World();
  await world.open(1);
  const closed = Array.from({ length: count }, (_, index) => dialog(index + 100, { status: 'close' }));
  await world.read(1, [...closed, ...dialogs(2)]);
  return world;
}

describe('a view', () => {
  it('carries all open dialogs and the first fifty closed ones, and how many there are', async () => {
    const world = await worldWithClosed(120);
    const view = await world.view();
    expect(view.dialogs).toHaveLength(52);
    expect(view.dialogTotal).toBe(122);
    expect(view.dialogs.slice(0, 2).map(({ status }) => status)).toEqual(['open', 'open']);
  });

  it('carries more closed ones when asked for', async () => {
    const world = await worldWithClosed(120);
    expect((await world.application.view(KEY, 100))?.dialogs).toHaveLength(102);
    expect((await world.application.view(KEY, 10_000))?.dialogs).toHaveLength(122);
    expect((await world.application.view(KEY, 0))?.dialogs).toHaveLength(2);
  });

  it('stays small whatever a portal lists as open', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, dialogs(3_000));
    const view = await world.view();
    expect(view.dialogs).toHaveLength(500);
    expect(view.slots.used).toBe(3_000);
  });

  it('carries nothing that only the ledger needs', async () => {
    const world = await worldThatRead(1);
    const [first] = (await world.view()).dialogs;
    expect(Object.keys(first ?? {}).sort()).toEqual(
      [
        ...['chatId', 'dialogId', 'isMain', 'lastActivityAt', 'openSeenAt', 'status', 'title', 'unread'],
        ...['turn', 'course', 'refusedAt', 'ticket', 'alias', 'tags', 'attention', 'isNudged', 'isRefusalNew'],
      ].sort(),
    );
  });

  it('of an unknown portal is none', async () => {
    expect(await new World().application.view('https://nobody.bitrix24.ru|1')).toBeUndefined();
  });
});

describe('opening a dialog', () => {
  it('happens in a page of the portal when one can', async () => {
    const world = await worldThatRead();
    expect(await world.application.tabs.openDialog(KEY, 'chat1', null)).toBe('inPage');
    expect(world.openedUrls).toEqual([]);
  });

  it('happens in a new tab when none can', async () => {
    const world = await worldThatRead();
    world.tab(1).manner = 'hangs';
    expect(await world.application.tabs.openDialog(KEY, 'chat1', 1)).toBe('inTab');
    expect(world.openedUrls).toEqual([`${PORTAL}/online/?IM_DIALOG=chat1`]);
  });
});

describe('the place of the chip', () => {
  it('is kept, and shown in all tabs at once', async () => {
    const world = await worldThatRead();
    await world.open(2);
    const chip = { edge: 'left' as const, offset: 20, isHidden: false };
    await world.application.placeChip(KEY, chip);
    expect(world.tab(2).views.at(-1)?.chip).toEqual(chip);
    await world.restart();
    expect((await world.view()).chip).toEqual(chip);
  });
});
