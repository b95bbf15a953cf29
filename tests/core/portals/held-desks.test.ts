import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Desks, portalKey } from '../../../core/desks.ts';
import { PortalRepository } from '../../../database/portals.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import { gate } from '../gate.ts';

const OLD = 'https://old.bitrix24.ru';
const NEW = 'https://new.bitrix24.ru';
const now = () => 1;
let count = 0;
let database: LatchdeskDatabase;
let desks: Desks;

const change = (origin: string, language: string) =>
  desks.with(portalKey(origin, '1'), now, (desk) => {
    desk.row = { ...desk.row, language };
  });
const stored = async (origin: string) => (await database.portals.get(portalKey(origin, '1')))?.language;

/** Long enough for anybody who does not wait. */
async function whileTheDatabaseAnswers(): Promise<void> {
  for (let times = 0; times < 10; times++) await database.portals.toArray();
}

beforeEach(async () => {
  database = new LatchdeskDatabase(`held ${++count}`);
  desks = new Desks(new PortalRepository(database));
  for (const origin of [OLD, NEW]) await desks.withNew(origin, '1', now, () => undefined);
});
afterEach(() => database.close());

it('work that is under way is saved before its desk is held', async () => {
  const begun = gate();
  const goesOn = gate();
  const work = desks.with(portalKey(OLD, '1'), now, async (desk) => {
    begun.open();
    await goesOn.opened;
    desk.row = { ...desk.row, language: 'typed' };
  });
  await begun.opened;
  const held = vi.fn(() => stored(OLD));
  const holding = desks.holdAround([OLD, NEW], held);
  await whileTheDatabaseAnswers();
  expect(held).not.toHaveBeenCalled();
  goesOn.open();
  await work;
  expect(await holding).toBe('typed');
});

it('work that comes meanwhile waits, and finds what was written meanwhile', async () => {
  const begun = gate();
  const { opened, open } = gate();
  const holding = desks.holdAround([OLD, NEW], async () => {
    begun.open();
    await opened;
    await database.portals.update(portalKey(NEW, '1'), { botId: 'moved' });
    return stored(NEW);
  });
  await begun.opened;
  const done = vi.fn();
  const work = change(NEW, 'later').then(done);
  await whileTheDatabaseAnswers();
  expect(done).not.toHaveBeenCalled();
  open();
  expect(await holding).toBe('');
  await work;
  expect(await database.portals.get(portalKey(NEW, '1'))).toMatchObject({ language: 'later', botId: 'moved' });
});

it('work goes on after what was held around has failed', async () => {
  await expect(desks.holdAround([OLD, NEW], () => Promise.reject(new Error('The disk is full')))).rejects.toThrow(
    'disk',
  );
  await change(OLD, 'later');
  expect(await stored(OLD)).toBe('later');
});
