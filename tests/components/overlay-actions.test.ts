// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { overlayActions } from '../../entrypoints/overlay/overlay-actions.ts';
import { createOverlayStore } from '../../entrypoints/overlay/overlay-store.ts';
import { portal } from './samples.ts';

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('../../link/ask.ts', () => ({ ask }));
vi.mock('../../platform/content-browser.ts', () => ({ contentBrowser: {}, isExtensionAlive: () => true }));

const KEY = portal().key;

/** The overlay of a page with an open panel. */
function overlay() {
  const store = createOverlayStore(portal());
  store.trigger.panelToggled();
  const shown = () => {
    const { isOpen, failure } = store.getSnapshot().context;
    return { isOpen, failure };
  };
  return { actions: overlayActions(store), shown };
}

beforeEach(() => ask.mockReset());

test.each([
  ['inPage', { isOpen: false, failure: null }],
  ['inTab', { isOpen: true, failure: 'openedInTab' }],
  ['nowhere', { isOpen: true, failure: 'requestNowhere' }],
  [undefined, { isOpen: true, failure: 'requestNowhere' }],
])('a request that was opened %s', async (answer, expected) => {
  ask.mockResolvedValue(answer);
  const { actions, shown } = overlay();
  await actions.openRequest('7:501');
  expect(ask).toHaveBeenCalledWith({ type: 'access.opened', key: KEY, id: '7:501' });
  expect(shown()).toEqual(expected);
});

test.each([
  [true, null],
  [false, 'accessFailed'],
  [undefined, 'accessFailed'],
])('what a person says of a request is told, and a failure (%s) is not hidden', async (answer, failure) => {
  ask.mockResolvedValue(answer);
  const { actions, shown } = overlay();
  const event = { type: 'snoozed', until: 5 } as const;
  await actions.tellAccess('7:501', event);
  expect(ask).toHaveBeenCalledWith({ type: 'access.told', key: KEY, id: '7:501', event });
  expect(shown()).toEqual({ isOpen: true, failure });
});

test.each([
  [true, { isOpen: false, failure: null }],
  [undefined, { isOpen: true, failure: 'cardFailed' }],
])('the register is opened by the background (%s)', async (answer, expected) => {
  ask.mockResolvedValue(answer);
  const { actions, shown } = overlay();
  await actions.openRegister();
  expect(ask).toHaveBeenCalledWith({ type: 'register.opened', key: KEY });
  expect(shown()).toEqual(expected);
});
