import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import { NOTHING, Scene } from './scene.ts';

let scene: Scene;
let send: typeof import('../../link/outbox.ts').send;

const message = (at: number): LinkMessage => ({ type: 'chats.told', userId: '1', chats: [], at });
const timesTold = () => scene.told.map((told) => (told.type === 'chats.told' ? told.at : -1));

beforeEach(async () => {
  scene = new Scene();
  vi.useFakeTimers();
  vi.spyOn(console, 'debug').mockReturnValue(undefined);
  ({ send } = await import('../../link/outbox.ts'));
});
afterEach(() => scene.end());

describe('the outbox', () => {
  it('sends one message after another, however long each takes', async () => {
    const answers: (() => void)[] = [];
    scene.background = () => new Promise((resolve) => answers.push(() => resolve(NOTHING)));
    const sent = [send(message(1)), send(message(2))];
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(timesTold()).toEqual([1]);
    answers[0]?.();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    expect(await Promise.all(sent)).toEqual([NOTHING, NOTHING]);
    expect(timesTold()).toEqual([1, 2]);
  });

  it.each([
    ['without an answer', () => undefined],
    ['with an error', () => Promise.reject(new Error('The message port closed'))],
  ])('sends again when the background ended %s, and in the same order', async (_how, died) => {
    scene.background = () => (scene.told.length <= 2 ? died() : NOTHING);
    const sent = [send(message(1)), send(message(2))];
    await vi.advanceTimersByTimeAsync(300 + 1_000);
    expect(await Promise.all(sent)).toEqual([NOTHING, NOTHING]);
    expect(timesTold()).toEqual([1, 1, 1, 2]);
  });

  it('gives up quietly after four attempts, and the next message is sent', async () => {
    scene.background = () => (scene.told.length <= 4 ? undefined : NOTHING);
    const sent = [send(message(1)), send(message(2))];
    await vi.advanceTimersByTimeAsync(300 + 1_000 + 3_000);
    expect(await Promise.all(sent)).toEqual([null, NOTHING]);
    expect(timesTold()).toEqual([1, 1, 1, 1, 2]);
  });

  it('stops at once when the extension is gone', async () => {
    scene.runtime.id = undefined;
    expect(await send(message(1))).toBeNull();
    expect(scene.told).toEqual([]);
  });

  it('keeps no more than a thousand messages for a background that does not answer', async () => {
    scene.background = () => new Promise(() => undefined);
    const sent = Array.from({ length: 1_800 }, (_, index) => send(message(index)));
    expect(await Promise.all(sent.slice(1_000))).toEqual(Array(800).fill(null));
    expect(timesTold()).toEqual([0]);
  });

  it('counts only what is waiting: any number of messages goes through one by one', async () => {
    for (let index = 0; index < 1_050; index += 1) expect(await send(message(index))).toEqual(NOTHING);
    expect(scene.told).toHaveLength(1_050);
  });
});
