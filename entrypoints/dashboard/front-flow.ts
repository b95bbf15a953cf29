/** What the dashboard knows of all portals: kept by the background, asked for, and followed while the page is open. */
import { databaseTrouble } from '../../domain/database-trouble.ts';
import type { FrontView } from '../../domain/front.ts';
import type { PortalView } from '../../domain/view.ts';
import { browser } from '../../platform/browser.ts';
import { keptFront, onFrontKept } from '../../platform/front-store.ts';
import { ask } from './ask.ts';
import { dashboardStore } from './dashboard-store.ts';
import { parsePlace } from './place.ts';

/** Shows what the background has kept, if it has: that does not wait until it is awake. */
export async function showKeptFront(): Promise<void> {
  try {
    takeFront(await keptFront());
  } catch (error) {
    console.debug('Latchdesk: nothing was kept for the dashboard, the background is asked', error);
  }
}

/** Asks the background. */
export async function loadFront(): Promise<void> {
  try {
    const told = await ask<unknown>({ type: 'front.wanted' });
    if (!takeFront(told)) dashboardStore.trigger.failed({ trouble: databaseTrouble(told) });
  } catch (error) {
    console.error('Latchdesk: the background does not answer the dashboard', error);
    dashboardStore.trigger.failed({ trouble: databaseTrouble(error) });
  }
}

/** Follows the background and the address while the page is open; returns how to stop. */
export function followBackground(): () => void {
  const hear = (message: unknown) => {
    const { type, view } = message as { type?: string; view?: PortalView };
    if (type === 'view.changed' && view) dashboardStore.trigger.viewChanged({ view });
    return undefined;
  };
  const move = () => dashboardStore.trigger.moved({ place: parsePlace(location.hash) });
  const unfollow = onFrontKept(takeFront);
  browser.runtime.onMessage.addListener(hear);
  window.addEventListener('hashchange', move);
  // The address may have changed since the page began.
  move();
  void loadFront();
  return () => {
    unfollow();
    browser.runtime.onMessage.removeListener(hear);
    window.removeEventListener('hashchange', move);
  };
}

/** False for anything but a front: nothing was kept yet, or the background could only say what is wrong. */
export function takeFront(told: unknown): boolean {
  if (!isFront(told)) return false;
  dashboardStore.trigger.frontTold({ front: told });
  return true;
}

function isFront(told: unknown): told is FrontView {
  const { portals, known, preferences } = (told ?? {}) as Partial<FrontView>;
  return Array.isArray(portals) && Array.isArray(known) && typeof preferences === 'object';
}
