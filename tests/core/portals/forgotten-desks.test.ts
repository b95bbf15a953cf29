import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Desks, portalKey } from '../../../core/desks.ts';
import { PortalRepository } from '../../../database/portals.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import { leftovers, wipe } from '../../../database/wipe.ts';
import { gate } from '../gate.ts';

const ORIGIN = 'https://demo.bitrix24.ru';
const OTHER = 'https://second.bitrix24.com';
const KEY = portalKey(ORIGIN, '1');
const now = () => 1;
let count = 0;
let database: LatchdeskDatabase;
let desks: Desks;

const change = (origin: string, language: string) =>
  desks.withNew(origin, '1', now, (desk) => {
    desk.row = { ...desk.row, language };
  });

beforeEach(async () => {
  database = new LatchdeskDatabase(`forgotten ${++count}`);
  desks = new Desks(new PortalRepository(database));
  await change(ORIGIN, 'ru');
  await change(OTHER, 'en');
});
afterEach(() => database.close());

it('work that was under way when its portal was forgotten is not written', async () => {
  const { opened, open } = gate();
  const begun = gate();
  const work = desks.with(KEY, now, () => {
    begun.open();
    return opened;
  });
  await begun.opened;
  await desks.forgetAround(ORIGIN, () => wipe(database, ORIGIN));
  open();
  await work;
  expect(await leftovers(database, ORIGIN)).toEqual([]);
  expect(await desks.peek(KEY)).toBeUndefined();
});

it('work that comes while a portal is forgotten finds nothing of it afterwards', async () => {
  const { opened, open } = gate();
  const forgetting = desks.forgetAround(ORIGIN, async () => {
    await opened;
    return wipe(database, ORIGIN);
  });
  const work = desks.with(KEY, now, (desk) => {
    desk.row = { ...desk.row, language: 'de' };
  });
  await work;
  open();
  expect(await forgetting).toEqual([]);
  expect(await desks.peek(KEY)).toBeUndefined();
});

it('other portals go on as they are', async () => {
  const before = await desks.peek(portalKey(OTHER, '1'));
  await desks.forgetAround(ORIGIN, () => wipe(database, ORIGIN));
  expect(await desks.peek(portalKey(OTHER, '1'))).toBe(before);
  await change(OTHER, 'de');
  await change(ORIGIN, 'fr');
  expect((await desks.all()).map(({ row }) => row.language).sort()).toEqual(['de', 'fr']);
});

it('a wipe that fails leaves everything as it was', async () => {
  await expect(desks.forgetAround(null, () => Promise.reject(new Error('The disk is full')))).rejects.toThrow('disk');
  expect((await desks.peek(KEY))?.row.language).toBe('ru');
  await change(ORIGIN, 'uk');
  expect((await desks.peek(KEY))?.row.language).toBe('uk');
});
