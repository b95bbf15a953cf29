import { EMPTY_RECORD } from '../../core/market/chatapp-facts.ts';
import { ChatAppRepository } from '../../database/chatapp.ts';
import { newRun } from '../../domain/market/reinstall.ts';
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PortalRepository } from '../../database/portals.ts';
import { LatchdeskDatabase } from '../../database/schema.ts';
import type { DialogRecord } from '../../domain/ledger.ts';
import { emptyNote } from '../../domain/notes.ts';
import { grantRecord } from '../access-records.ts';
import { changes, DRAFT, ORIGIN, record, row } from './rows.ts';

let count = 0;
const opened: Dexie[] = [];

function newDatabase(name = `test ${++count}`): LatchdeskDatabase {
  const database = new LatchdeskDatabase(name);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

const ids = (dialogs: readonly DialogRecord[] | undefined) => dialogs?.map((dialog) => dialog.chatId);

describe('the repository', () => {
  it('gives back what it was given, also to another start of the background', async () => {
    const database = newDatabase();
    const written = changes('1', {
      changedDialogs: [record(1), record(2, { title: null, unread: 3 })],
      changedNotes: [{ ...emptyNote(1), alias: 'Почта', tags: ['mail'] }],
      changedDrafts: [DRAFT],
      entries: [
        { at: 1, kind: 'dialog.opened', chatId: 1 },
        { at: 2, kind: 'guard.overridden', reason: 'urgent', used: 5, max: 5 },
      ],
    });
    await new PortalRepository(database).save(written);
    database.close();
    const stored = await new PortalRepository(newDatabase(database.name)).load(written.row.key);
    expect(stored).toEqual({
      row: written.row,
      dialogs: written.changedDialogs,
      snapshots: written.snapshots,
      notes: written.changedNotes,
      drafts: written.changedDrafts,
      grants: [],
      reinstalls: [],
    });
    expect(await new PortalRepository(newDatabase(database.name)).entries(written.row.key, 0, 10)).toEqual(
      written.entries,
    );
  });

  it('changes and removes single dialogs and leaves the others', async () => {
    const repository = new PortalRepository(newDatabase());
    await repository.save(changes('1', { changedDialogs: [record(1), record(2), record(3)] }));
    await repository.save(changes('1', { changedDialogs: [record(2, { status: 'close' })], removedChatIds: [1, 99] }));
    const stored = await repository.load(`${ORIGIN}|1`);
    expect(stored?.dialogs.map(({ chatId, status }) => [chatId, status])).toEqual([
      [2, 'close'],
      [3, 'open'],
    ]);
  });

  it('keeps users of one origin and equal users of two origins apart', async () => {
    const repository = new PortalRepository(newDatabase());
    const other = 'https://second.bitrix24.com';
    await repository.save(changes('1', { changedDialogs: [record(1)] }));
    await repository.save(changes('12', { changedDialogs: [record(1, { title: 'Theirs' }), record(2)] }));
    await repository.save({ ...changes('1'), row: row('1', other), snapshots: [], changedDialogs: [record(7)] });
    expect((await repository.load(`${ORIGIN}|1`))?.dialogs).toEqual([record(1)]);
    expect(ids((await repository.load(`${other}|1`))?.dialogs)).toEqual([7]);
    expect((await repository.keysOf(ORIGIN)).sort()).toEqual([`${ORIGIN}|1`, `${ORIGIN}|12`]);
    expect(await repository.keys()).toHaveLength(3);
    expect(await repository.load(`${ORIGIN}|2`)).toBeUndefined();
  });

  it('forgets one user without a trace, and no other', async () => {
    const database = newDatabase();
    const repository = new PortalRepository(database);
    await repository.save(changes('1', { changedDialogs: [record(1)] }));
    await repository.save(changes('2', { changedDialogs: [record(2)] }));
    await repository.remove(`${ORIGIN}|1`);
    expect(await repository.load(`${ORIGIN}|1`)).toBeUndefined();
    expect((await database.dialogs.toArray()).map((dialog) => dialog.chatId)).toEqual([2]);
    expect((await database.snapshots.toArray()).map((snapshot) => snapshot.portal)).toEqual([`${ORIGIN}|2`]);
  });
});

describe('a write', () => {
  it.each(['snapshots', 'dialogs'] as const)('is all or nothing when writing %s fails', async (table) => {
    const database = newDatabase();
    const repository = new PortalRepository(database);
    await repository.save(changes('1', { changedDialogs: [record(1)] }));
    vi.spyOn(database[table], 'bulkPut').mockImplementationOnce(() => Dexie.Promise.reject(new Error('full')) as never);
    const next = changes('1', { changedDialogs: [record(2)], removedChatIds: [1] });
    await expect(repository.save({ ...next, row: { ...next.row, limit: 9 } })).rejects.toThrow('full');
    const stored = await repository.load(`${ORIGIN}|1`);
    expect(stored?.row.limit).toBe(5);
    expect(ids(stored?.dialogs)).toEqual([1]);
  });

  it('of something that cannot be stored changes nothing', async () => {
    const repository = new PortalRepository(newDatabase());
    await repository.save(changes('1', { changedDialogs: [record(1)] }));
    const broken = changes('1', { changedDialogs: [record(2), { ...record(3), title: (() => '') as never }] });
    await expect(repository.save(broken)).rejects.toThrow();
    expect(ids((await repository.load(`${ORIGIN}|1`))?.dialogs)).toEqual([1]);
  });
});

describe('a database of a later version', () => {
  it('is not touched, and the error says what to do', async () => {
    const name = `test ${++count}`;
    const later = new Dexie(name);
    later.version(7).stores({
      portals: 'key, origin, plan',
      dialogs: '[portal+chatId], portal',
      snapshots: '[portal+machine], portal',
      notes: '++id',
    });
    await later.table('portals').put({ key: 'kept' });
    later.close();

    const repository = new PortalRepository(newDatabase(name));
    await expect(repository.keys()).rejects.toThrow(/has version 7, this Latchdesk knows 6: install the newer/);
    await expect(repository.save(changes('1'))).rejects.toThrow(/version 7/);

    opened.push(later);
    await later.open();
    expect(await later.table('portals').toCollection().primaryKeys()).toEqual(['kept']);
  });
});

describe('the journal', () => {
  it('forgets what is older than two years and keeps the rest in order', async () => {
    const repository = new PortalRepository(newDatabase());
    const day = 86_400_000;
    const entry = (at: number) => ({ at, kind: 'dialog.opened' as const, chatId: 1 });
    await repository.save(changes('1', { entries: [entry(1), entry(900 * day), entry(1_000 * day)] }));
    await repository.save(changes('2', { entries: [entry(1_000 * day)] }));
    await repository.tidyJournal(1_001 * day);
    const { key } = row('1');
    expect((await repository.entries(key, 0, 2_000 * day)).map(({ at }) => at / day)).toEqual([900, 1_000]);
    expect(await repository.entries(row('2').key, 0, 2_000 * day)).toHaveLength(1);
  });
});

describe('a page of the journal', () => {
  it('has the newest entries of its time, in order', async () => {
    const repository = new PortalRepository(newDatabase());
    const entry = (at: number, chatId = at) => ({ at, kind: 'dialog.opened' as const, chatId });
    await repository.save(changes('1', { entries: [1, 2, 3, 4, 5].map((at) => entry(at)) }));
    await repository.save(changes('2', { entries: [entry(4, 9)] }));
    const page = await repository.entries(row('1').key, 0, 5, 2);
    expect(page.map(({ at }) => at)).toEqual([3, 4]);
    expect(await repository.entries(row('1').key, 0, 3, 10)).toEqual([entry(1), entry(2)]);
  });
});

describe('what is kept of applications', () => {
  const run = newRun('a', 'vendor.chatapp', 5);

  it('gives back reinstalls, and forgets those that are too many', async () => {
    const repository = new PortalRepository(newDatabase());
    await repository.save(changes('1', { changedReinstalls: [run, { ...run, id: 'b' }] }));
    await repository.save(changes('1', { removedReinstalls: ['b'] }));
    expect((await repository.load(row('1').key))?.reinstalls).toEqual([run]);
  });

  it('is forgotten with its portal and user, the list of employees as well', async () => {
    const database = newDatabase();
    const repository = new PortalRepository(database);
    const books = new ChatAppRepository(database);
    for (const user of ['1', '2']) {
      await repository.save(changes(user, { changedReinstalls: [run] }));
      await books.put(row(user).key, { ...EMPTY_RECORD, reinstalledAt: 7 });
    }
    await repository.remove(row('1').key);
    expect(await books.get(row('1').key)).toBeUndefined();
    expect(await repository.load(row('1').key)).toBeUndefined();
    expect(await books.get(row('2').key)).toEqual({ ...EMPTY_RECORD, reinstalledAt: 7 });
    expect((await repository.load(row('2').key))?.reinstalls).toEqual([run]);
  });
});

describe('the register of access', () => {
  it('gives back records and their history, of one record or of all, in the order in which it was written', async () => {
    const repository = new PortalRepository(newDatabase());
    const { key } = row('1');
    const grant = grantRecord({ id: '10:77', state: 'granted' });
    const snoozed = (recordId: string, at: number) =>
      ({ recordId, at, by: 'you', change: { kind: 'snoozed', until: at + 1 } }) as const;
    const history = [snoozed('10:77', 9), snoozed('10:78', 3), snoozed('10:77', 2)];
    await repository.save(changes('1', { changedGrants: [grant], history }));
    await repository.save(changes('2', { history: [snoozed('10:77', 1)] }));

    expect((await repository.load(key))?.grants).toEqual([grant]);
    expect(await repository.history(key, null)).toEqual(history);
    expect(await repository.history(key, '10:77')).toEqual([history[0], history[2]]);
  });

  it('is forgotten with its portal and user, and with no other', async () => {
    const repository = new PortalRepository(newDatabase());
    const entry = { recordId: 'a', at: 1, by: 'clock', change: { kind: 'reviewed' } } as const;
    for (const user of ['1', '2']) {
      await repository.save(changes(user, { changedGrants: [grantRecord({ id: 'a' })], history: [entry] }));
    }
    await repository.remove(row('1').key);
    expect(await repository.history(row('1').key, null)).toEqual([]);
    expect(await repository.load(row('1').key)).toBeUndefined();
    expect(await repository.history(row('2').key, null)).toEqual([entry]);
    expect((await repository.load(row('2').key))?.grants).toHaveLength(1);
  });
});
