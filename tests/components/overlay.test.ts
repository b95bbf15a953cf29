// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DialogView } from '../../domain/view.ts';
import { overlayActions } from '../../entrypoints/overlay/overlay-actions.ts';
import { createOverlayStore } from '../../entrypoints/overlay/overlay-store.ts';
import { dialog, portal } from './samples.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('../../platform/content-browser.ts', () => ({
  contentBrowser: { runtime: { sendMessage, onMessage: { addListener: vi.fn(), removeListener: vi.fn() } } },
  isExtensionAlive: () => true,
}));

function overlay(view = portal()) {
  const store = createOverlayStore(view);
  store.trigger.panelToggled();
  return { store, actions: overlayActions(store), state: () => store.getSnapshot().context };
}

/** Answers that come when the test says so, by the words that were searched for. */
function heldAnswers() {
  const held = new Map<string, (found: DialogView[]) => void>();
  sendMessage.mockImplementation(({ query }) => new Promise((resolve) => held.set(query, resolve)));
  return (query: string, found: DialogView[]) => held.get(query)?.(found);
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  sendMessage.mockReset();
});

describe('the search', () => {
  test('asks once the typing pauses', async () => {
    const { actions } = overlay();
    sendMessage.mockResolvedValue([]);
    actions.search('t');
    await vi.advanceTimersByTimeAsync(119);
    actions.search('ti');
    await vi.advanceTimersByTimeAsync(119);
    expect(sendMessage).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(sendMessage.mock.calls).toEqual([
      [{ type: 'search.wanted', key: 'https://demo.bitrix24.ru|1', query: 'ti', limit: 50 }],
    ]);
  });

  test('takes only the answer to what is typed now', async () => {
    const { actions, state } = overlay();
    const answer = heldAnswers();
    actions.search('till');
    await vi.advanceTimersByTimeAsync(120);
    actions.search('mail');
    await vi.advanceTimersByTimeAsync(120);
    answer('mail', [dialog(2)]);
    await vi.advanceTimersByTimeAsync(0);
    answer('till', [dialog(1)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(state().search).toMatchObject({ query: 'mail', found: [{ chatId: 2 }] });
  });

  test('that was cleared stays cleared', async () => {
    const { actions, state } = overlay();
    const answer = heldAnswers();
    actions.search('till');
    await vi.advanceTimersByTimeAsync(120);
    actions.search('');
    answer('till', [dialog(1)]);
    await vi.advanceTimersByTimeAsync(500);
    expect(state().search).toBeNull();
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  test('says that there is no answer', async () => {
    vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    const { actions, state } = overlay();
    sendMessage.mockRejectedValue(new Error('gone'));
    actions.search('till');
    await vi.advanceTimersByTimeAsync(120);
    expect(state().search?.found).toBe('failed');
  });

  test('shows what it found as it stands now, and goes with the panel', async () => {
    const { actions, state, store } = overlay();
    sendMessage.mockResolvedValue([dialog(2), dialog(70)]);
    actions.search('till');
    await vi.advanceTimersByTimeAsync(120);
    store.trigger.viewChanged({ view: portal({ view: { dialogs: [dialog(2, { unread: 5 })] } }) });
    expect(state().search?.found).toMatchObject([{ chatId: 2, unread: 5 }, { chatId: 70 }]);
    store.trigger.panelClosed();
    expect(state().search).toBeNull();
  });
});

describe('a card', () => {
  const card = { kind: 'dialog', chatId: 2 } as const;

  test('that is shown takes the panel’s place', async () => {
    const { actions, state } = overlay();
    sendMessage.mockResolvedValue('shown');
    await actions.showCard(card);
    expect(sendMessage).toHaveBeenCalledWith({ type: 'card.wanted', key: 'https://demo.bitrix24.ru|1', card });
    expect(state()).toMatchObject({ isOpen: false, failure: null });
  });

  test.each([
    ['opened', 'cardInTab'],
    [null, 'cardFailed'],
  ])('that is not shown here (%s) is explained in the panel', async (answer, failure) => {
    const { actions, state } = overlay();
    sendMessage.mockResolvedValue(answer);
    await actions.showCard(card);
    expect(state()).toMatchObject({ isOpen: true, failure });
  });
});
