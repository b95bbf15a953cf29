/** Keeps the store in line with the background: what was kept at once, then what it answers, then what changes. */
import type { OwnMessage } from '../../core/own/own-protocol.ts';
import type { FrontView } from '../../domain/front.ts';
import type { PortalView } from '../../domain/view.ts';
import { browser } from '../../platform/browser.ts';
import { keptFront, onFrontKept } from '../../platform/front-store.ts';
import { popupStore } from './popup-store.ts';

export const askOwn = <T>(message: OwnMessage): Promise<T> => browser.runtime.sendMessage(message);

/** Shows what was kept; quicker than the background wakes up. */
export async function showKept(): Promise<void> {
  try {
    const front = await keptFront();
    if (isFront(front)) popupStore.trigger.kept({ front });
  } catch (error) {
    console.debug('Latchdesk: nothing was kept for the popup', error);
  }
}

/** Asks the background for all portals. */
export async function loadFront(message: OwnMessage = { type: 'front.wanted' }): Promise<void> {
  popupStore.trigger.asked();
  try {
    const front = await askOwn<unknown>(message);
    if (!isFront(front)) throw new Error('The background did not answer with all portals');
    popupStore.trigger.loaded({ front });
  } catch (error) {
    console.error('Latchdesk: the background does not answer the popup', error);
    popupStore.trigger.failed();
  }
}

/** Follows the background while the page is open. */
export function followFront(): () => void {
  const listener = (message: unknown) => {
    const { type, view } = message as { type?: string; view?: PortalView };
    if (type === 'view.changed' && view) popupStore.trigger.viewChanged({ view });
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  const leave = onFrontKept((front) => {
    if (isFront(front)) popupStore.trigger.loaded({ front });
  });
  const cancel = popupStore.getSnapshot().context.front ? afterPaint(loadFront) : void loadFront();
  return () => {
    cancel?.();
    leave();
    browser.runtime.onMessage.removeListener(listener);
  };
}

/** ms; pages that are not in sight are not drawn. */
const LONGEST_PAINT = 250;

/** Waking the background takes as much as drawing does: what was kept is drawn first. Returns how to call it off. */
function afterPaint(work: () => Promise<void>): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(begin);
  });
  const timer = setTimeout(begin, LONGEST_PAINT);
  function cancel(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  }
  function begin(): void {
    cancel();
    void work();
  }
  return cancel;
}

/** Kept by this extension itself, but maybe by the version before an update. */
function isFront(value: unknown): value is FrontView {
  const { at, portals, known, preferences } = (value ?? {}) as Partial<FrontView>;
  return typeof at === 'number' && Array.isArray(portals) && Array.isArray(known) && preferences !== undefined;
}
