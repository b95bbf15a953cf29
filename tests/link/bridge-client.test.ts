import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { PAGE, Scene } from './scene.ts';

let scene: Scene;
let bridge: import('../../link/bridge-client.ts').BridgeClient;
let onPage: Mock;
let onEvent: Mock;
let onConnection: Mock;

beforeEach(async () => {
  scene = new Scene();
  [onPage, onEvent, onConnection] = [vi.fn(), vi.fn(), vi.fn()];
  const { BridgeClient } = await import('../../link/bridge-client.ts');
  bridge = new BridgeClient({ onPage, onEvent, onConnection, onLayout: vi.fn() });
});
afterEach(() => {
  bridge.close();
  scene.end();
});

/** Resolves when everything said so far was heard. */
async function everythingHeard(): Promise<void> {
  scene.says({ kind: 'connection', status: 'last' });
  await vi.waitFor(() => expect(onConnection).toHaveBeenLastCalledWith('last'));
}

describe('what the page says about itself', () => {
  it('is heard', async () => {
    scene.says({ kind: 'page', page: PAGE });
    await vi.waitFor(() => expect(onPage).toHaveBeenCalledExactlyOnceWith(PAGE));
    expect(await bridge.page()).toEqual(PAGE);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a user id in words', { ...PAGE, userId: 'admin' }],
    ['a user id without end', { ...PAGE, userId: '1'.repeat(13) }],
    ['a long token', { ...PAGE, token: 'x'.repeat(201) }],
    ['another generation', { ...PAGE, generation: 'v3' }],
    ['too little', { userId: '1' }],
  ])('counts as a page without the portal when it is %s', async (_what, page) => {
    scene.says({ kind: 'page', page });
    await vi.waitFor(() => expect(onPage).toHaveBeenCalledExactlyOnceWith(null));
    scene.page = page as never;
    expect(await bridge.page()).toBeNull();
  });
});

describe('nonsense from the page', () => {
  it('changes nothing and throws nothing', async () => {
    const thrown = vi.fn();
    process.on('uncaughtException', thrown);
    for (const nonsense of [null, undefined, 7, 'page', [], {}, { kind: 'steal' }, { kind: 'event', command: {} }]) {
      scene.says(nonsense);
    }
    scene.says({ kind: 'event', command: 'x'.repeat(101), params: {}, agoSeconds: 0 });
    scene.says({ kind: 'answer', id: 'x', value: 1 });
    scene.says({ kind: 'answer', id: 12_345, value: 1 });
    await everythingHeard();
    process.off('uncaughtException', thrown);
    expect(thrown).not.toHaveBeenCalled();
    expect(onPage).not.toHaveBeenCalled();
    expect(onEvent).not.toHaveBeenCalled();
  });
});

describe('events', () => {
  const NOW = Date.UTC(2026, 10, 20, 9);

  it.each<[unknown, number]>([
    [0, 0],
    [9.9, 0],
    [10, 10],
    [1_200, 1_200],
    ['30', 30],
    [-5, 0],
    [undefined, 0],
    [null, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 3_600],
    [1e300, 3_600],
  ])('that the portal calls %j s old are dated back by %i s', async (agoSeconds, seconds) => {
    vi.spyOn(Date, 'now').mockReturnValue(NOW);
    scene.says({ kind: 'event', command: 'chatRename', params: { chatId: 1 }, agoSeconds });
    await vi.waitFor(() =>
      expect(onEvent).toHaveBeenCalledExactlyOnceWith('chatRename', { chatId: 1 }, NOW - seconds * 1_000),
    );
  });
});

describe('questions to the page', () => {
  it('that it does not answer end after two seconds, and an answer that comes late is nobody’s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scene.answer = () => undefined;
    const asked = bridge.page();
    await vi.waitFor(() => expect(scene.calls).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toBeNull();
    vi.useRealTimers();
    scene.answer = ({ call, id }) => (call === 'page' && id === 2 ? PAGE : undefined);
    scene.says({ kind: 'answer', id: 1, value: { ...PAGE, userId: '666' } });
    expect(await bridge.page()).toEqual(PAGE);
  });

  it('about chats are answered only for those that were asked for', async () => {
    scene.answer = () => [
      [1, 3, 'network-5-12', 1_000],
      [2, 0, 1, 2_000],
      [99, 7, 1, 1],
    ];
    const asked: [number, string][] = [
      [1, 'chat1'],
      [2, 'chat2'],
    ];
    expect(await bridge.chats(asked, '1')).toEqual([
      { chatId: 1, unread: 3, lastWord: { author: 'support', at: 1_000 } },
      { chatId: 2, unread: 0, lastWord: { author: 'me', at: 2_000 } },
    ]);
  });

  it.each([
    ['a notice of the portal', 0, 1_000],
    ['nobody', undefined, 1_000],
    ['an author of a shape we do not know', { id: 1 }, 1_000],
    ['a message without a date', 1, Number.NaN],
  ])('about chats do not tell whose turn it is from %s', async (_what, authorId, at) => {
    scene.answer = () => [[1, 3, authorId, at]];
    expect(await bridge.chats([[1, 'chat1']], '1')).toEqual([{ chatId: 1, unread: 3, lastWord: null }]);
  });

  it.each([null, 'none', { error: 'x' }, [[1, -1, 1, 1]], [[1, 1.5, 1, 1]], [['1', 1, 1, 1]], [[1]]])(
    'about chats count as unanswered when the answer is %j',
    async (value) => {
      scene.answer = () => value;
      expect(await bridge.chats([[1, 'chat1']], '1')).toBeNull();
    },
  );

  it.each([
    [true, true],
    ['true', false],
    [1, false],
    [{ error: 'x' }, false],
  ])('to open a dialog are fulfilled by true alone: %j', async (value, opened) => {
    scene.answer = () => value;
    expect(await bridge.openDialog('chat1')).toBe(opened);
  });
});
