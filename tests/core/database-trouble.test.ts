/** A database that does not work: the extension's own pages hear why, and what can do without it still answers. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { Application } from '../../core/application.ts';
import { withNames } from '../../core/database-watch.ts';
import { Desks } from '../../core/desks.ts';
import { House } from '../../core/house.ts';
import { Books } from '../../core/market/books.ts';
import { route } from '../../core/router.ts';
import { ChatAppRepository } from '../../database/chatapp.ts';
import { HouseRepository } from '../../database/house.ts';
import { PortalRepository } from '../../database/portals.ts';
import { LatchdeskDatabase } from '../../database/schema.ts';
import { databaseTrouble } from '../../domain/database-trouble.ts';
import { World } from './world.ts';

// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` } },
}));

const DASHBOARD = { id: 'ours', url: 'chrome-extension://ours/dashboard.html' } as Runtime.MessageSender;

let world: World;
let database: LatchdeskDatabase;
let application: Application;
let names = 0;

function applicationOn(name: string): void {
  database = new LatchdeskDatabase(name);
  const books = new Books(new ChatAppRepository(database));
  const house = new House(new HouseRepository(database));
  const desks = new Desks(new PortalRepository(database), house);
  application = new Application({ desks, books, house, database }, world.effects);
}

/** A database of another version, held open by somebody who does not let go of it. */
function heldOpen(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => request.result.createObjectStore('portals', { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const ask = (type: string) => route({ type }, DASHBOARD, application);
/** Of an error only the text comes over from the background. */
const troubleOf = (type: string) =>
  ask(type).then(
    () => null,
    (error: Error) => databaseTrouble(new Error(error.message)),
  );

beforeEach(() => {
  world = new World();
  for (const way of ['error', 'warn'] as const) vi.spyOn(console, way).mockReturnValue(undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  database.close();
  world.database.close();
});

describe('a database that does not open', () => {
  beforeEach(() => {
    applicationOn(`trouble ${++names}`);
    vi.spyOn(database, 'open').mockReturnValue(Dexie.Promise.reject(new Dexie.OpenFailedError('Internal error')));
    database.close();
  });

  it('is told to be gone to the extension’s own pages', async () => {
    expect(await troubleOf('front.wanted')).toBe('gone');
    expect(await troubleOf('views.wanted')).toBe('gone');
  });

  it('does not keep the background from starting', async () => {
    await expect(application.start()).resolves.toBeUndefined();
  });

  it('keeps neither diagnostics nor calls back', async () => {
    expect(await ask('diagnostics.wanted')).toContain('Database: not open');
    expect(await ask('calls.wanted')).toEqual([]);
  });

  it('is asked again: what works again is not believed to be broken for ever', async () => {
    expect(await troubleOf('front.wanted')).toBe('gone');
    vi.mocked(database.open).mockRestore();
    await database.open();
    expect(await troubleOf('front.wanted')).toBeNull();
  });
});

describe('a database of a newer Latchdesk', () => {
  it('is told to be newer', async () => {
    const name = `trouble ${++names}`;
    (await heldOpen(name, 9_990)).close();
    applicationOn(name);
    expect(await troubleOf('front.wanted')).toBe('newer');
  });
});

describe('a database that an older Latchdesk holds open', () => {
  it('is told to be blocked instead of being waited for, and works when it is let go', async () => {
    const name = `trouble ${++names}`;
    const held = await heldOpen(name, 10);
    applicationOn(name);
    expect(await troubleOf('front.wanted')).toBe('blocked');
    expect(await troubleOf('front.wanted')).toBe('blocked');
    held.close();
    await vi.waitFor(async () => expect(await troubleOf('front.wanted')).toBeNull());
  });
});

describe('a disk that is full', () => {
  it('is told when something cannot be written', async () => {
    applicationOn(`trouble ${++names}`);
    await application.ready();
    const full = new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    vi.spyOn(database.preferences, 'put').mockReturnValue(Dexie.Promise.reject(full));
    expect(await troubleOf('firstRun.finished')).toBe('quota');
  });

  it('is told by the error inside of another', () => {
    const inner = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    const outer = Object.assign(new Error('Transaction aborted'), { name: 'AbortError', inner });
    expect(databaseTrouble(new Error(withNames(outer).message))).toBe('quota');
  });
});
