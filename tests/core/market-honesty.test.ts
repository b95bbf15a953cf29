/** What is kept of an application is never younger, surer or anybody else's than what was seen of it. */
import { describe, expect, it, vi } from 'vitest';
import type { ChatAppBook, ChatAppReading } from '../../domain/chatapp/book.ts';
import { START } from '../readings.ts';
import { CODE, KEY, list, listWithout, market, page, reading, runState, tabs, worldWithApp } from './market-world.ts';
import { MINUTE, PORTAL, type World } from './world.ts';

const HOUR = 60 * MINUTE;
const OTHER = `${PORTAL}|2`;

async function bookOf(world: World): Promise<ChatAppBook> {
  const book = await world.application.market.book(KEY);
  if (!book) throw new Error('No book');
  return book;
}

const begin = (world: World) => world.application.market.begin({ type: 'reinstall.begun', key: KEY });

const record = async (world: World) =>
  world.application.market.tellRun({
    ...{ type: 'reinstall.told', key: KEY, id: (await market(world)).run?.id ?? '' },
    event: { type: 'record.wanted' },
  });

const forget = (world: World) => world.application.market.forget({ type: 'app.forgotten', key: KEY });

describe('the age of what a page shows', () => {
  it('is that of its loading, however late it is told', async () => {
    const world = await worldWithApp();
    const loadedAt = world.now + MINUTE;
    world.now += 3 * HOUR;
    await world.see(1, listWithout(loadedAt));
    expect((await market(world)).presence).toEqual({ presence: 'absent', at: loadedAt });
    expect((await market(world)).listedAt).toBe(loadedAt);
    await world.see(1, tabs(loadedAt, 40));
    expect((await bookOf(world)).facts.installation).toMatchObject({ at: loadedAt });
  });

  it('keeps an older page from taking the place of a newer one', async () => {
    const world = await worldWithApp();
    world.now += HOUR;
    await world.see(1, page('absent', world.now));
    const absent = (await market(world)).presence;
    await world.see(1, list(world.now - MINUTE));
    expect((await market(world)).presence).toEqual(absent);
  });

  it('is never ahead of a clock that was set back, nor is a reinstall stuck by it', async () => {
    const world = await worldWithApp();
    await begin(world);
    await record(world);
    world.now -= 5 * HOUR;
    await world.event(1, { type: 'limit.changed', botId: '5', limit: 7 });
    expect((await market(world)).listedAt).toBe(world.now);
    world.now += MINUTE;
    await world.see(1, listWithout(world.now));
    expect(await runState(world)).toBe('absent');
    expect((await market(world)).presence).toEqual({ presence: 'absent', at: world.now });
  });

  it('leaves tabs that were seen long ago out of a record of how it is now', async () => {
    const world = await worldWithApp();
    await world.see(1, tabs(world.now, 40, 41));
    world.now += 30 * 24 * HOUR;
    await begin(world);
    await record(world);
    expect((await market(world)).run?.recorded?.cards).toEqual([]);
  });

  it('of the people counted is that of their list when it is older', async () => {
    const world = await worldWithApp();
    const countedAt = world.now;
    world.now += HOUR;
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['accessList'] });
    expect((await market(world)).access).toMatchObject({ employees: 1, at: countedAt });
    expect((await bookOf(world)).facts.accessList).toMatchObject({ at: world.now });
  });
});

describe('an installation', () => {
  it('is not called finished for tabs from before the application was removed', async () => {
    const world = await worldWithApp();
    await world.see(1, tabs(world.now, 40, 41));
    await begin(world);
    await record(world);
    world.now += MINUTE;
    await world.see(1, listWithout(world.now));
    world.now += MINUTE;
    await world.see(1, page('active', world.now));
    expect(await runState(world)).toBe('finishing');
    expect((await bookOf(world)).facts.installation).toEqual({ from: 'nowhere', why: 'notRead' });
    world.now += MINUTE;
    await world.see(1, tabs(world.now, 71, 72));
    expect((await bookOf(world)).facts.installation).toMatchObject({ from: 'read', value: 'finished' });
  });

  it('is finished by the word of whoever said so in the reinstall', async () => {
    const world = await worldWithApp();
    await begin(world);
    await record(world);
    world.now += MINUTE;
    await world.see(1, listWithout(world.now));
    world.now += MINUTE;
    await world.see(1, page('active', world.now));
    world.now += MINUTE;
    const id = (await market(world)).run?.id ?? '';
    await world.application.market.tellRun({ type: 'reinstall.told', key: KEY, id, event: { type: 'finish.told' } });
    expect((await bookOf(world)).facts.installation).toEqual({
      ...{ from: 'entered', value: 'finished', at: world.now, by: 'Irina Orlova' },
    });
  });
});

describe('the access list', () => {
  const lite = {
    ...{ code: 'other.chat', appId: null, name: 'ChatApp Lite', developer: '', presence: 'active' as const },
    ...{ isUnpublished: false, needsSubscription: false },
  };

  it('of an application that was given up is nobody else’s', async () => {
    const world = await worldWithApp();
    await forget(world);
    expect((await bookOf(world)).facts.accessList.from).toBe('nowhere');
  });

  it('that was asked for before another application was chosen is not taken for its list', async () => {
    const world = await worldWithApp();
    await forget(world);
    await world.see(1, list(world.now, { apps: [lite] }));
    await world.application.market.confirm({ type: 'app.confirmed', key: KEY, code: lite.code });
    const choose = async () => {
      await forget(world);
      await world.see(1, list(world.now));
      await world.application.market.confirm({ type: 'app.confirmed', key: KEY, code: CODE });
    };
    let isChosen: Promise<void> = Promise.resolve();
    world.tab(1).chatapp = () => {
      isChosen = choose();
      return isChosen.then(() => reading(world.now)) as never;
    };
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['accessList', 'lines'] });
    await isChosen;
    expect((await market(world)).confirmed?.code).toBe(CODE);
    expect((await bookOf(world)).facts.accessList.from).toBe('nowhere');
    expect((await market(world)).access).toBeNull();
  });

  it('is read after the reading that is under way, which may have begun too early for it', async () => {
    const world = await worldWithApp();
    world.now += HOUR;
    let answer: (reading: ChatAppReading) => void = () => undefined;
    world.tab(1).chatapp = () => new Promise<ChatAppReading>((resolve) => (answer = resolve)) as never;
    const isAsked = vi.waitUntil(() => world.tab(1).asked.at(-1) === 'chatapp.read');
    const asked = world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['accessList'] });
    await isAsked;
    await world.see(1, { kind: 'accessClosed' });
    const isSettled = world.settle();
    const later = [{ code: 'U11', name: '', provider: 'user' }];
    world.tab(1).chatapp = () => reading(world.now, { accessList: { from: 'read', value: later, at: world.now } });
    answer(reading(world.now));
    await Promise.all([asked, isSettled]);
    expect((await bookOf(world)).facts.accessList).toMatchObject({ value: later });
  });

  it('is not read for every time its dialog opens and closes', async () => {
    const world = await worldWithApp();
    world.now += HOUR;
    let count = 0;
    world.tab(1).chatapp = () => {
      count += 1;
      return reading(world.now);
    };
    for (let time = 0; time < 30; time += 1) {
      await world.see(1, { kind: 'accessClosed' });
      await world.settle();
    }
    expect(count).toBe(1);
    world.now += MINUTE;
    await world.settle();
    expect(count).toBe(2);
  });
});

describe('that all have an account of their own but a few', () => {
  it('is not said of somebody who came later', async () => {
    const world = await worldWithApp();
    const told = { type: 'accounts.told' as const, without: ['10'] };
    await world.application.market.tellBook({ type: 'book.told', key: KEY, word: told });
    const staff = {
      employees: ['1', '10', '11', '12'].map((id) => ({ id, name: id, departments: [] })),
      isWhole: true,
    };
    world.tab(1).chatapp = () => reading(world.now, { staff: { from: 'read', value: staff, at: world.now } });
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['staff'] });
    const { facts } = await bookOf(world);
    const employees = facts.staff.from === 'read' ? facts.staff.value.employees : [];
    const accounts = employees.map(
      ({ personalAccount }) => personalAccount.from !== 'nowhere' && personalAccount.value,
    );
    expect(accounts).toEqual([true, false, true, false]);
    expect(employees.map(({ personalAccount }) => personalAccount.from)).toEqual([
      ...['entered', 'entered', 'entered', 'nowhere'],
    ]);
  });
});

describe('a reading through tabs', () => {
  const readAgain = (world: World) =>
    world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['lines'] });

  it('does not wait for a frozen one while another answers', async () => {
    const world = await worldWithApp();
    await world.open(0, { manner: 'hangs' });
    const own = world.tab(1);
    world.tabs.delete(1);
    world.tabs.set(1, own);
    const asked = vi.spyOn(world.effects, 'askTab');
    expect(await readAgain(world)).toBeNull();
    const readers = asked.mock.calls.filter(([, message]) => message.type === 'chatapp.read').map(([tabId]) => tabId);
    expect(readers).toEqual([1]);
  });

  it('waits for a busy one when there is no other', async () => {
    const world = await worldWithApp();
    const { askTab } = world.effects;
    vi.spyOn(world.effects, 'askTab').mockImplementation(async (tabId, message, patience) =>
      message.type === 'isLive' ? undefined : askTab(tabId, message, patience),
    );
    expect(await readAgain(world)).toBeNull();
  });
});

describe('the right to uninstall', () => {
  it.each([
    [true, 'ok'],
    [null, 'couldNotRead'],
  ])('is what the portal says of it: %s', async (isAdministrator, result) => {
    const world = await worldWithApp();
    world.tab(1).chatapp = () => reading(world.now, { me: { id: '1', name: '', isAdministrator } });
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['lines'] });
    await begin(world);
    expect((await market(world)).run?.checks).toContainEqual({ name: 'administrator', result });
  });
});

describe('a part that could not be read', () => {
  it('says why when there is nothing from before', async () => {
    const world = await worldWithApp();
    world.tab(1).chatapp = () => reading(world.now, { roles: { from: 'nowhere', why: 'failed' } });
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['staff'] });
    const failed = { from: 'nowhere', why: 'failed' } as const;
    world.tab(1).chatapp = () => reading(world.now, { staff: failed, roles: failed });
    await world.database.chatapp.update(KEY, { 'reading.roles': { from: 'nowhere', why: 'notRead' } });
    await world.application.market.readAgain({ type: 'book.readAgain', key: KEY, parts: ['lines', 'roles'] });
    expect((await bookOf(world)).facts.roles).toEqual(failed);
  });
});

describe('another user on the same portal', () => {
  const signInAnother = (world: World) => world.open(2, { userId: '2' });

  it('makes the pages of the one before fall silent, and theirs begin', async () => {
    const world = await worldWithApp();
    world.tab(1).market.length = 0;
    await signInAnother(world);
    expect(world.tab(1).market.map(({ type }) => type)).toEqual(['market.ended', 'market.changed']);
    expect(world.tab(1).market).toMatchObject([{ key: KEY }, { start: { key: OTHER } }]);
    await world.open(1);
    expect(world.tab(2).market.at(-2)).toEqual({ type: 'market.ended', key: OTHER });
    expect(world.tab(2).market.at(-1)).toMatchObject({ type: 'market.changed', start: { key: KEY } });
  });

  it('changes nothing of the one who is gone', async () => {
    const world = await worldWithApp();
    const { presence } = await market(world);
    await world.open(1, { userId: '' });
    world.now += MINUTE;
    expect(await world.see(1, listWithout(world.now))).toBeNull();
    await world.hearMarket(1, { type: 'uninstall.told', event: { type: 'pressed', code: CODE, wipes: true } });
    expect((await market(world)).presence).toEqual(presence);
    expect((await market(world)).run).toBeNull();
  });

  it('cannot push out somebody who has said which application it is', async () => {
    const world = await worldWithApp();
    await world.application.market.tellBook({
      ...{ type: 'book.told', key: KEY, word: { type: 'option.told', option: 'password', value: true } },
    });
    for (let user = 10; user < 30; user += 1) {
      world.now += MINUTE;
      await world.open(3, { userId: String(user) });
    }
    expect((await bookOf(world)).facts.options.password).toMatchObject({ value: true });
  });
});

describe('attempts to delete everything', () => {
  it('fill no journal when a page makes them up', async () => {
    const world = await worldWithApp();
    for (let time = 0; time < 20; time += 1) {
      world.now += 100;
      const event = { type: 'stopped' as const, code: CODE, name: `ChatApp ${time}` };
      await world.hearMarket(1, { type: 'uninstall.told', event });
    }
    const entries = await world.application.wishes.journal({
      ...{ type: 'journal.wanted', key: KEY, from: START, until: world.now + 1 },
    });
    expect(entries.filter(({ kind }) => kind === 'wipe.stopped')).toHaveLength(1);
  });
});
