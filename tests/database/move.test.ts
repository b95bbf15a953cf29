import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_RECORD } from '../../core/market/chatapp-facts.ts';
import { countMove, movePlan, movePortal } from '../../database/move.ts';
import { LatchdeskDatabase, type PortalRow } from '../../database/schema.ts';
import { leftovers, rowsOf, wipePlan } from '../../database/wipe.ts';
import { newRun } from '../../domain/market/reinstall.ts';
import { emptyNote, LONGEST_NOTE } from '../../domain/notes.ts';
import type { KnownPortal } from '../../domain/portals/known-portal.ts';
import { TABLE_MOVES } from '../../domain/portals/moved.ts';
import { eventId } from '../../domain/rules/event.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import { grantRecord } from '../access-records.ts';
import { DRAFT, record, row } from './rows.ts';

const OLD = 'https://old.bitrix24.ru';
const NEW = 'https://new.bitrix24.ru';
const OTHER = 'https://old.bitrix24.ru.example';
const ROUTE = { from: OLD, to: NEW };
const TOOLS = { now: 500, newId: () => 'kept' };
const FROM = `${OLD}|1`;
const TO = `${NEW}|1`;
/** An event of a portal that time alone brings again as long as things are as they are. */
const waitsOn = (portal: string): string =>
  eventId({ portal, kind: 'answer.waits', object: 'chat:7', version: 'since:1' });
let database: LatchdeskDatabase;
let count = 0;

const known = (origin: string, changes: Partial<KnownPortal> = {}): KnownPortal => ({
  ...{
    origin,
    prefix: '/',
    source: 'manifest',
    pattern: `${origin}/*`,
    label: '',
    colour: 'red',
    pause: null,
    addedAt: 1,
  },
  ...changes,
});

/** One row of each kind for a user of a portal. */
async function fill(origin: string, userId = '1', changes: Partial<PortalRow> = {}): Promise<void> {
  const portal = `${origin}|${userId}`;
  await database.portals.put({ ...row(userId, origin), ...changes });
  await database.knownPortals.put(known(origin));
  await database.dialogs.put({ ...record(7), portal });
  await database.notes.put({ ...emptyNote(7), alias: 'Почта', changedAt: 1, portal });
  await database.drafts.put({ ...DRAFT, portal });
  await database.journal.add({ portal, at: 1, kind: 'dialog.opened', chatId: 7 });
  await database.grants.put({ ...grantRecord(), portal });
  await database.accessHistory.add({ portal, recordId: '10:77', at: 1, by: 'you', change: { kind: 'reviewed' } });
  await database.appRecords.put({ ...newRun('run', 'code', 1), portal });
  await database.chatapp.put({ ...EMPTY_RECORD, portal });
  await database.snapshots.put({ portal, machine: 'support-slots', schema: 2, savedAt: 1, snapshot: {} });
  await database.health.put({ portal, sources: {}, unknownCommands: [], since: 1 });
  await database.calls.put({
    number: Date.now() + Math.random(),
    at: 1,
    portal,
    action: 'batch',
    ms: 1,
    outcome: 'answered',
  });
}

beforeEach(() => {
  database = new LatchdeskDatabase(`move ${++count}`);
});
afterEach(() => database.close());

describe('the plan', () => {
  it('names every table, and moves each that knows a portal', () => {
    expect(
      movePlan(database)
        .map(({ table }) => table)
        .sort(),
    ).toEqual(Object.keys(TABLE_MOVES).sort());
    for (const { table, what } of wipePlan(database, OLD))
      expect([table, TABLE_MOVES[table]?.way === 'shared']).toEqual([table, what === 'shared']);
  });

  it('fails for a table that nobody has named, and moves nothing', async () => {
    await database.open();
    await fill(OLD);
    await fill(NEW);
    database.close();
    const later = new LatchdeskDatabase(`move ${count}`);
    later.version(99).stores({ later: '[portal+id], portal' });
    expect(() => movePlan(later)).toThrow('"later"');
    later.close();
  });
});

describe('moving to an address of which nothing is known but that it is there', () => {
  beforeEach(async () => {
    await fill(OLD);
    await fill(OLD, '2');
    await fill(OTHER);
    await database.knownPortals.put(known(OLD, { label: 'Завод', colour: 'teal' }));
    await database.knownPortals.put(known(NEW));
  });

  it('takes everything of all users, and leaves no row of the old address', async () => {
    const before = await leftovers(database, OTHER);
    const numbers = await countMove(database, ROUTE);
    expect(await movePortal(database, ROUTE, TOOLS)).toEqual(numbers);
    expect(numbers).toMatchObject({
      parts: { dialogs: 2, notes: 2, drafts: 2, access: 2, journal: 2, chatapp: 2 },
      ...{ joined: 0, bothKept: 0, left: 6, unmet: 2 },
    });
    expect(await leftovers(database, OLD)).toEqual([]);
    expect(await leftovers(database, OTHER)).toEqual(before);
    for (const table of ['dialogs', 'notes', 'drafts', 'grants', 'accessHistory', 'journal', 'appRecords', 'chatapp'])
      expect([table, await rowsOf(database.table(table), NEW)?.count()]).toEqual([table, 2]);
    expect(await database.portals.get(TO)).toMatchObject({ origin: NEW, userId: '1', seenAt: 0, readingStartedAt: 0 });
    expect(await database.knownPortals.get(NEW)).toMatchObject({ label: 'Завод', colour: 'teal' });
  });

  it('leaves what says something of the old address alone', async () => {
    await movePortal(database, ROUTE, TOOLS);
    for (const table of ['snapshots', 'health', 'calls'])
      expect([table, await rowsOf(database.table(table), NEW)?.count()]).toEqual([table, 0]);
  });

  it('is all or nothing', async () => {
    const before = await leftovers(database, OLD);
    const fail = () => {
      throw new Error('The disk is full');
    };
    database.knownPortals.hook('deleting', fail);
    await expect(movePortal(database, ROUTE, TOOLS)).rejects.toThrow();
    expect(await leftovers(database, OLD)).toEqual(before);
    expect(await database.notes.where('portal').equals(TO).count()).toBe(0);
  });

  it('counts without changing anything', async () => {
    const before = await leftovers(database, null);
    await countMove(database, ROUTE);
    expect(await leftovers(database, null)).toEqual(before);
  });
});

describe('moving to an address that is in use', () => {
  beforeEach(async () => {
    await fill(OLD, '1', { settings: { ...DEFAULT_SETTINGS, waitingHours: 9 }, chip: row('1').chip, seenAt: 900 });
    await fill(NEW, '1', { seenAt: 3 });
  });

  it('makes one of what both have, and says how much that was', async () => {
    await database.notes.put({ ...emptyNote(7), alias: 'CRM', text: 'new', changedAt: 9, portal: TO });
    const numbers = await movePortal(database, ROUTE, TOOLS);
    expect(numbers).toMatchObject({ joined: 4, bothKept: 1, unmet: 0, parts: { settings: 1 } });
    expect(await database.notes.get([TO, 7])).toMatchObject({ alias: 'CRM', text: 'new\n\nПочта' });
    expect(await database.portals.get(TO)).toMatchObject({ seenAt: 3, settings: { waitingHours: 9 } });
    expect([await database.drafts.count(), await database.grants.count(), await database.appRecords.count()]).toEqual([
      1, 1, 1,
    ]);
    expect(await database.journal.where('[portal+at]').between([TO, 0], [TO, 9]).count()).toBe(2);
    expect(await rowsOf(database.health, NEW)?.count()).toBe(1);
  });

  it('keeps a text that no note has room for as a text of the dialog', async () => {
    const text = 'x'.repeat(LONGEST_NOTE - 5);
    await database.notes.put({ ...emptyNote(7), text, changedAt: 9, portal: TO });
    await database.notes.put({ ...emptyNote(7), text: 'Просили логи', changedAt: 1, portal: FROM });
    await movePortal(database, ROUTE, TOOLS);
    expect(await database.notes.get([TO, 7])).toMatchObject({ text });
    expect(await database.drafts.get([TO, 'kept'])).toMatchObject({
      text: 'Просили логи',
      dialogId: 'chat7',
      kind: 'message',
    });
  });

  it('puts the histories of both in the order of time', async () => {
    const line = { recordId: '10:77', by: 'you', change: { kind: 'takenBack' } } as const;
    await database.accessHistory.add({ ...line, portal: TO, at: 50 });
    await database.accessHistory.add({ ...line, portal: FROM, at: 20 });
    await movePortal(database, ROUTE, TOOLS);
    const lines = await database.accessHistory.where('[portal+recordId]').equals([TO, '10:77']).sortBy('id');
    expect(lines.map(({ at }) => at)).toEqual([1, 1, 20, 50]);
  });

  it('drops dialogs that the portal does not list any more, and keeps their notes', async () => {
    await database.dialogs.put({ ...record(8), portal: FROM });
    await database.notes.put({ ...emptyNote(8), text: 'Closed long ago', changedAt: 1, portal: FROM });
    await movePortal(database, ROUTE, TOOLS);
    expect(await database.dialogs.get([TO, 8])).toBeUndefined();
    expect(await database.notes.get([TO, 8])).toMatchObject({ text: 'Closed long ago' });
  });

  it('leaves what rests resting', async () => {
    await database.preferences.put({ id: 'rest', value: { at: 1, until: 2, known: [`${FROM}|request|10:77`, 'x'] } });
    await movePortal(database, ROUTE, TOOLS);
    expect(await database.preferences.get('rest')).toMatchObject({ value: { known: [`${TO}|request|10:77`, 'x'] } });
  });

  it('lets no event start its rule once more', async () => {
    const mark = { portal: FROM, ruleId: 'r', object: 'chat:7', at: 1 };
    const asElsewhere = waitsOn(`${OTHER}|1`);
    await database.ruleMarks.bulkPut([
      { ...mark, event: waitsOn(FROM) },
      { ...mark, event: asElsewhere },
    ]);
    await movePortal(database, ROUTE, TOOLS);
    const keys = await database.ruleMarks.toCollection().primaryKeys();
    expect(keys.map(([, , event]) => event).sort()).toEqual([waitsOn(TO), asElsewhere].sort());
  });

  it('keeps one of two marks of the same event', async () => {
    const mark = { ruleId: 'r', object: 'chat:7', at: 1 };
    const { joined } = await countMove(database, ROUTE);
    await database.ruleMarks.bulkPut([FROM, TO].map((portal) => ({ ...mark, portal, event: waitsOn(portal) })));
    expect(await movePortal(database, ROUTE, TOOLS), 'nobody is told of marks').toMatchObject({ joined });
    expect(await database.ruleMarks.toCollection().primaryKeys()).toEqual([[TO, 'r', waitsOn(TO)]]);
  });

  it('takes runs of rules along, and rules that name the old address name the new one', async () => {
    const run = {
      key: 'hash',
      ruleId: 'r',
      portal: FROM,
      event: { id: waitsOn(FROM), portal: FROM },
      state: 'done',
      plannedAt: 1,
    };
    await database.runs.put(run as never);
    await database.ruleMarks.put({ portal: FROM, ruleId: 'r', event: waitsOn(FROM), object: 'chat:7', at: 1 });
    const rule = (portals: unknown) => ({ id: JSON.stringify(portals), rule: { portals } }) as never;
    await database.rules.bulkPut([rule('all'), rule([OLD, OTHER]), rule([NEW, OLD])]);
    const numbers = await movePortal(database, ROUTE, TOOLS);
    expect(numbers.parts.rules).toBe(1);
    // Its key was made with this identity, and receivers know the key.
    expect(await database.runs.toArray()).toEqual([{ ...run, portal: TO, event: { id: waitsOn(FROM), portal: TO } }]);
    const portals = (await database.rules.toArray()).map((each) => each.rule.portals);
    expect(portals.sort()).toEqual(['all', [NEW], [NEW, OTHER]].sort());
  });
});
