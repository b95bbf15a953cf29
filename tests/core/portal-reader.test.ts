import { expect, it, vi } from 'vitest';
import { World } from './world.ts';

it('puts what reads chats into the tab that wants it, and asks it for nothing else', async () => {
  const world = new World();
  const putReader = vi.spyOn(world.effects, 'putReader');
  const sender = { tabId: 7, origin: 'https://demo.bitrix24.ru' };
  const reply = await world.application.hear({ type: 'reader.wanted', what: 'access' as const, userId: '1' }, sender);
  expect(putReader).toHaveBeenCalledExactlyOnceWith(7, 'access');
  expect(reply.read).toBe(false);
});

it('lets a tab read on where it cannot be put', async () => {
  const world = new World();
  vi.spyOn(world.effects, 'putReader').mockResolvedValue(false);
  const sender = { tabId: 7, origin: 'https://demo.bitrix24.ru' };
  expect(
    await world.application.hear({ type: 'reader.wanted', what: 'access' as const, userId: '1' }, sender),
  ).toMatchObject({ watch: null });
});
