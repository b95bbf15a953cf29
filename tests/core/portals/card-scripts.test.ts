import { beforeEach, expect, it, vi } from 'vitest';
import type * as CardScripts from '../../../core/card-scripts.ts';

interface Registered {
  id: string;
  matches: string[];
}
const fake = vi.hoisted(() => ({
  runtime: { getURL: (path: string) => `chrome-extension://ours${path}` },
  tabs: { query: async () => [] },
  scripting: {
    getRegisteredContentScripts: async (): Promise<Registered[]> => [],
    registerContentScripts: vi.fn(),
    unregisterContentScripts: vi.fn(),
  },
}));
vi.mock('webextension-polyfill', () => ({ default: fake }));

const OWN = { origin: 'https://portal.example.ru:8443', prefix: '/intranet/' };
const CARDS = `${OWN.origin}/intranet/crm/*`;
let registered: Registered[] = [];
let watchCards: typeof CardScripts.watchCards;

beforeEach(async () => {
  vi.resetModules();
  registered = [];
  fake.scripting.getRegisteredContentScripts = async () => registered;
  fake.scripting.registerContentScripts.mockImplementation(async (scripts: Registered[]) => {
    registered = scripts;
  });
  fake.scripting.unregisterContentScripts.mockImplementation(async () => {
    registered = [];
  });
  ({ watchCards } = await import('../../../core/card-scripts.ts'));
});

it('cards of added portals are watched as well, and no more after they have gone', async () => {
  await watchCards(true, []);
  expect(registered[0]?.matches).toContain('https://*.bitrix24.ru/crm/*');
  await watchCards(true, [OWN]);
  expect(registered[0]?.matches).toContain(CARDS);
  await watchCards(true, []);
  expect(registered[0]?.matches).not.toContain(CARDS);
  await watchCards(false, []);
  expect(registered).toEqual([]);
});

it('a background that has just started registers nothing twice', async () => {
  await watchCards(true, [OWN]);
  vi.resetModules();
  fake.scripting.registerContentScripts.mockClear();
  ({ watchCards } = await import('../../../core/card-scripts.ts'));
  // Browsers give a list back in an order of their own.
  registered[0]?.matches.reverse();
  await watchCards(true, [OWN]);
  expect(fake.scripting.registerContentScripts).not.toHaveBeenCalled();
});
