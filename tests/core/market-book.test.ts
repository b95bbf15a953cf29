import { describe, expect, it } from 'vitest';
import type { ChatAppBook, ChatAppReading, ChatAppWord } from '../../domain/chatapp/book.ts';
import { questionsDue } from '../../domain/chatapp/options.ts';
import { KEY, page, reading, worldWithApp } from './market-world.ts';
import type { World } from './world.ts';

async function bookOf(world: World): Promise<ChatAppBook> {
  const book = await world.application.market.book(KEY);
  if (!book) throw new Error('No book');
  return book;
}

const tell = (world: World, word: ChatAppWord) =>
  world.application.market.tellBook({ type: 'book.told', key: KEY, word: word as never });

const readAgain = (world: World) =>
  world.application.market.readAgain({
    type: 'book.readAgain',
    key: KEY,
    parts: ['staff', 'departments', 'accessList', 'lines', 'roles'],
  });

describe('the book of a portal', () => {
  it('holds what a reading told, administrators marked, each part with its time', async () => {
    const world = await worldWithApp();
    expect(await readAgain(world)).toBeNull();
    const { facts, me, canRead } = await bookOf(world);
    expect(me).toEqual({ id: '1', name: 'Irina Orlova' });
    expect(canRead).toBe(true);
    expect(facts.staff).toMatchObject({ from: 'read', at: world.now, value: { isWhole: true } });
    const standings = facts.staff.from === 'read' ? facts.staff.value.employees.map(({ standing }) => standing) : [];
    expect(standings.map((each) => each.from === 'read' && each.value)).toEqual([
      'administrator',
      'employee',
      'employee',
    ]);
  });

  it('knows of nobody but oneself where the portal has no list of administrators', async () => {
    const world = await worldWithApp();
    const administrators = { from: 'nowhere', why: 'notAvailable' } as const;
    world.tab(1).chatapp = () => reading(world.now, { administrators });
    // What was known before stays; so begin with a portal that never told it.
    await world.database.chatapp.clear();
    await readAgain(world);
    const { facts } = await bookOf(world);
    const employees = facts.staff.from === 'read' ? facts.staff.value.employees : [];
    expect(employees.map(({ standing }) => standing.from)).toEqual(['read', 'nowhere', 'nowhere']);
  });

  it('keeps parts that could not be read now as they were, with their age', async () => {
    const world = await worldWithApp();
    await readAgain(world);
    const at = world.now;
    world.now += 60_000;
    world.tab(1).chatapp = () => reading(world.now, { lines: { from: 'nowhere', why: 'failed' } });
    expect(await readAgain(world)).toBeNull();
    const { facts } = await bookOf(world);
    expect(facts.lines).toMatchObject({ from: 'read', at });
    expect(facts.staff).toMatchObject({ from: 'read', at: world.now });
  });

  it('takes a refusal as an answer', async () => {
    const world = await worldWithApp();
    await readAgain(world);
    world.tab(1).chatapp = () => reading(world.now, { lines: { from: 'nowhere', why: 'refused' } });
    await readAgain(world);
    expect((await bookOf(world)).facts.lines).toEqual({ from: 'nowhere', why: 'refused' });
  });

  const answers = (world: World, me: Partial<ChatAppReading['me']>) => () =>
    reading(world.now, { me: { id: '1', isAdministrator: true, name: '', ...me } });

  it.each<[string, string, (world: World) => (() => ChatAppReading) | undefined]>([
    ['no tab answers', 'noTab', () => undefined],
    ['the user is no administrator', 'notAdministrator', (world) => answers(world, { isAdministrator: false })],
    ['somebody else is signed in there', 'failed', (world) => answers(world, { id: '2' })],
    ['the answer is of another shape', 'failed', () => () => ({ staff: 'all of them' }) as never],
  ])('says why nothing was read when %s', async (_, trouble, chatapp) => {
    const world = await worldWithApp();
    const answer = chatapp(world);
    if (answer) world.tab(1).chatapp = answer;
    else delete world.tab(1).chatapp;
    expect(await readAgain(world)).toBe(trouble);
    expect((await bookOf(world)).facts.staff.from).toBe('read');
  });

  it('is read by one reader at a time', async () => {
    const world = await worldWithApp();
    expect(await Promise.all([readAgain(world), readAgain(world)])).toEqual([null, 'busy']);
  });
});

describe('what people say', () => {
  it('is kept with date and author, and every answer stays on record', async () => {
    const world = await worldWithApp();
    await tell(world, { type: 'option.told', option: 'password', value: true });
    world.now += 1_000;
    await tell(world, { type: 'option.told', option: 'password', value: false });
    await world.restart();
    const { facts, answers } = await bookOf(world);
    expect(facts.options.password).toEqual({ from: 'entered', value: false, at: world.now, by: 'Irina Orlova' });
    expect(answers.map(({ value }) => value)).toEqual([true, false]);
  });

  it('of personal accounts is the option and the fourth step at once', async () => {
    const world = await worldWithApp();
    const told = await tell(world, { type: 'step.told', step: 'enabled', value: true });
    expect(told?.facts.options.personal).toMatchObject({ value: true });
    const again = await tell(world, { type: 'option.told', option: 'personal', value: false });
    expect(again?.steps.enabled).toMatchObject({ value: false });
    const withdrawn = await tell(world, { type: 'step.withdrawn', step: 'enabled' });
    expect(withdrawn?.facts.options.personal.from).toBe('nowhere');
  });

  it('of an option can be taken back; the answers before stay on record', async () => {
    const world = await worldWithApp();
    await tell(world, { type: 'option.told', option: 'password', value: true });
    const book = await tell(world, { type: 'option.told', option: 'password', value: null });
    expect(book?.facts.options.password).toEqual({ from: 'nowhere', why: 'insideChatApp' });
    expect(book?.answers.map(({ value }) => value)).toEqual([true, null]);
  });

  it('of how far a role reaches counts as said, and as old as the oldest of it', async () => {
    const world = await worldWithApp();
    const roles = ['Manager', 'Chief'].map((roleName) => ({
      ...{ code: 'DR1', roleName, viewsLines: null, joins: null },
    }));
    world.tab(1).chatapp = () => reading(world.now, { roles: { from: 'read', value: roles, at: world.now } });
    await readAgain(world);
    const readAt = world.now;
    world.now += 60_000;
    const book = await tell(world, { type: 'role.told', role: 'Manager', right: 'joins', reach: 'own' });
    expect(book?.facts.roles).toMatchObject({
      ...{ from: 'entered', at: readAt, by: 'Irina Orlova' },
      value: [
        { roleName: 'Manager', viewsLines: null, joins: 'own' },
        { roleName: 'Chief', viewsLines: null, joins: null },
      ],
    });
    const withdrawn = await tell(world, { type: 'role.told', role: 'Manager', right: 'joins', reach: null });
    expect(withdrawn?.facts.roles.from).toBe('read');
  });

  it('about accounts names those who have none', async () => {
    const world = await worldWithApp();
    const book = await tell(world, { type: 'accounts.told', without: ['10', '10'] });
    const employees = book?.facts.staff.from === 'read' ? book.facts.staff.value.employees : [];
    expect(employees.map(({ personalAccount }) => personalAccount.from !== 'nowhere' && personalAccount.value)).toEqual(
      [true, false, true],
    );
  });

  it('has to be asked again after the application was removed and came back', async () => {
    const world = await worldWithApp();
    await tell(world, { type: 'option.told', option: 'password', value: true });
    await tell(world, { type: 'step.told', step: 'linked', value: true });
    await world.application.market.begin({ type: 'reinstall.begun', key: KEY });
    world.now += 1_000;
    await world.see(1, page('absent', world.now));
    world.now += 1_000;
    await world.see(1, page('active', world.now));
    const { facts, steps } = await bookOf(world);
    expect(facts.reinstalledAt).toBe(world.now);
    expect(steps.linked).toEqual({ from: 'nowhere', why: 'outdated' });
    expect(questionsDue(facts, world.now)).toContainEqual({ option: 'password', why: 'reinstalled' });
  });
});
