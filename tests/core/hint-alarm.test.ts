import { expect, it } from 'vitest';
import { worldThatRead } from './world.ts';

const hint = { type: 'access.hinted', chatId: 10, dialogId: 'chat10' } as const;

it('a hint that has to wait for a moment is followed by the alarm when the background dies meanwhile', async () => {
  const world = await worldThatRead();
  world.now += 500;
  await world.event(1, hint);
  const asked = world.tab(1).asked.filter((type) => type === 'read').length;
  // The timer of the moment is gone with it, and nothing else happens.
  world.later.length = 0;
  expect(await world.ring()).toBeLessThanOrEqual(30_000);
  expect(world.tab(1).asked.filter((type) => type === 'read')).toHaveLength(asked + 1);
});
