import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { route } from '../../../core/router.ts';
import { isRefused } from '../../../domain/refusal.ts';
import { CODE, list } from '../market-world.ts';
import { PORTAL, World } from '../world.ts';

// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` } },
}));

const KEY = `${PORTAL}|1`;
const PAGE = { id: 'ours', url: `${PORTAL}/stream/`, frameId: 0, tab: { id: 1 } } as Runtime.MessageSender;
const DASHBOARD = { id: 'ours', url: 'chrome-extension://ours/dashboard.html' } as Runtime.MessageSender;

let world: World;
beforeEach(async () => {
  world = new World();
  await world.open(1);
  await world.read(1);
  await world.application.governance.change({ isReadOnly: true });
});
afterEach(() => world.database.close());

const from = (sender: Runtime.MessageSender) => (message: object) => route(message, sender, world.application);
const fromPage = from(PAGE);
const fromDashboard = from(DASHBOARD);

describe('while Latchdesk is read-only', () => {
  test('a wish to change something is answered in a way that no failure is', async () => {
    for (const ask of [fromPage, fromDashboard]) {
      expect(isRefused(await ask({ type: 'settings.changed', key: KEY, changes: { idleDays: 9 } }))).toBe(true);
      expect(isRefused(await ask({ type: 'app.confirmed', key: KEY, code: CODE }))).toBe(true);
    }
    expect((await world.application.wishes.settings(KEY))?.idleDays).toBe(3);
    const portal = { type: 'portal.changed', origin: PORTAL, changes: { label: 'Acme' } };
    expect(isRefused(await fromDashboard(portal))).toBe(true);
    expect((await world.view()).label).toBe('demo.bitrix24.ru');
  });

  test('a text that is being typed is kept', async () => {
    const draft = {
      id: '6f6f2f4e-6c2f-4d1c-9f0a-1d2b3c4d5e6f',
      kind: 'parked',
      title: '',
      text: 'half a quest',
      dialogId: null,
    };
    expect(await fromPage({ type: 'draft.kept', key: KEY, draft })).toBe(true);
  });

  test('portals are read and shown as ever', async () => {
    expect(await fromPage({ type: 'reading.wanted', key: KEY })).toBe(true);
    expect(await fromDashboard({ type: 'front.wanted' })).toMatchObject({ preferences: { isReadOnly: true } });
  });

  test('pages know it, do not offer cards that only write, and keep the guard of uninstallations', async () => {
    const { isReadOnly, settings } = await world.view();
    expect(isReadOnly).toBe(true);
    expect(settings.hiddenCards).toEqual(['guard', 'rename', 'parkedOffer']);
    await world.see(1, list(world.now));
    const told = world.tab(1).market.at(-1);
    expect(told).toMatchObject({ type: 'market.changed', start: { isReadOnly: true } });
    expect(told?.type === 'market.changed' && told.start.hiddenCards).not.toContain('uninstallGuard');
  });

  test('it can be left', async () => {
    await fromDashboard({ type: 'preferences.changed', changes: { isReadOnly: false } });
    expect(await fromPage({ type: 'settings.changed', key: KEY, changes: { idleDays: 9 } })).toMatchObject({
      idleDays: 9,
    });
  });

  test('it cannot be left where the policy fixes it, nor by a page of the portal', async () => {
    world.managed = { readOnly: true };
    await world.application.policyChanged();
    await fromDashboard({ type: 'preferences.changed', changes: { isReadOnly: false } });
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    await fromPage({ type: 'preferences.changed', changes: { isReadOnly: false } });
    expect(world.application.isReadOnly).toBe(true);
  });
});
