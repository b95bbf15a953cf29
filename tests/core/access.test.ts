import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessWish } from '../../bitrix24/surface-protocol.ts';
import type { AccessRecord, GrantRecord } from '../../domain/access/record.ts';
import type { Sighting } from '../../domain/access/verdict.ts';
import { accessReading, sighting } from '../access-records.ts';
import { dialog, START } from '../readings.ts';
import { MINUTE, PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const request = (changes: Partial<Sighting> = {}) => sighting({ sentAt: START - MINUTE, ...changes });
const GRANTED = { keyboard: 'revoke', says: 'granted', tone: 'positive', answers: null } as const;

let world: World;

beforeEach(async () => {
  world = new World();
  await world.open(1);
});

afterEach(() => world.database.close());

const see = (...sightings: Sighting[]) => world.readAccess(1, accessReading(sightings));
const tell = (id: string, event: AccessWish) =>
  world.application.access.tell({ type: 'access.told', key: KEY, id, event });
const items = async () => (await world.view()).register.items;
const register = () => world.application.access.register(KEY);
const history = async (id: string | null = null) =>
  (await world.application.access.history({ type: 'history.wanted', key: KEY, id })).map(({ by, change }) => ({
    by,
    ...change,
  }));

async function only<T extends AccessRecord = GrantRecord>(): Promise<T> {
  const rows = await register();
  expect(rows).toHaveLength(1);
  return rows[0] as unknown as T;
}

/** The alarm rings until the given moment has come. */
async function passUntil(at: number): Promise<void> {
  while (world.alarm !== null && world.alarm <= at) await world.ring();
  world.now = at;
  await world.application.check();
}

describe('a request in the main chat', () => {
  it('is on every page, told once, and survives a killed background', async () => {
    await world.open(2);
    await see(request());
    expect(world.tab(1).hasAccess).toBe(true);
    expect(world.tab(2).hasAccess).toBe(true);
    expect(await items()).toMatchObject([{ kind: 'vendor', state: 'pending', banner: 'request', days: 21 }]);
    expect((await world.view()).access).toMatchObject({ pending: 1, running: 0 });
    expect(world.notifications).toHaveLength(1);

    await world.restart();
    await see(request());
    expect(await register()).toHaveLength(1);
    expect(world.notifications).toHaveLength(1);
    expect(await history()).toMatchObject([
      { by: 'portal', kind: 'seen', state: 'pending' },
      { by: 'portal', kind: 'field', field: 'dialog', to: '1' },
      { by: 'clock', kind: 'reminded', reminder: { kind: 'new' } },
    ]);
  });

  it('takes its length from the message, else from what is set for the portal', async () => {
    await world.application.wishes.changeSettings({ type: 'settings.changed', key: KEY, changes: { accessDays: 7 } });
    await see(request({ days: null }), request({ messageId: 90, days: 3, sentAt: START - 2 * HOUR }));
    expect(await register()).toMatchObject([
      { days: 7, daysSource: 'preset' },
      { days: 3, daysSource: 'parsed' },
    ]);
  });

  it('says that it does not believe 400 days', async () => {
    await see(request({ days: null, unbelievedDays: 400 }));
    expect(await only()).toMatchObject({ days: 21, daysSource: 'preset', unbelievedDays: 400 });
  });

  it('is one request when the assistant sends it, too', async () => {
    const copy = { chatId: 30, dialogId: '7', messageId: 99, sentAt: START };
    await see(request(), request(copy));
    expect((await only()).copies).toHaveLength(2);
    expect(await items()).toHaveLength(1);
  });

  it('is one of two when the chat holds two', async () => {
    await see(request(), request({ messageId: 78 }));
    expect(await register()).toHaveLength(2);
  });

  it('is put off, and comes back when the rest is over', async () => {
    await see(request());
    await tell('10:77', { type: 'snoozed', until: START + 3 * HOUR });
    expect(await items()).toMatchObject([{ banner: null, state: 'pending' }]);
    await passUntil(START + 3 * HOUR + 1);
    expect(await items()).toMatchObject([{ banner: 'request' }]);
  });

  it('is set aside by who shall not answer it, and taken back', async () => {
    await see(request());
    await tell('10:77', { type: 'setAside' });
    expect((await world.view()).access.pending).toBe(0);
    await tell('10:77', { type: 'takenBack' });
    expect((await world.view()).access.pending).toBe(1);
    expect((await history('10:77')).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['setAside', 'takenBack']));
  });

  it('reminds after four hours and then every day, each time in the place of the one before', async () => {
    await see(request());
    await passUntil(START + 50 * HOUR);
    const kinds = (await history()).flatMap((line) => (line.kind === 'reminded' ? [line.reminder] : []));
    expect(kinds).toEqual([
      { kind: 'new', days: 0 },
      { kind: 'pending', days: 0 },
      { kind: 'pending', days: 1 },
      { kind: 'pending', days: 2 },
    ]);
    expect(new Set(world.notifications.map(({ id }) => id)).size).toBe(1);
  });

  it('is linked with the question in which support spoke of access', async () => {
    const questions = [dialog(1), dialog(2)];
    await world.readAccess(1, accessReading(), questions);
    await world.event(1, { type: 'access.mentioned', chatId: 2 });
    await world.readAccess(1, accessReading([request()]), questions);
    expect(await only()).toMatchObject({ dialog: { chatId: 2, source: 'mentioned' }, ticket: '' });
  });

  it('takes the number of a question only when a person says that it is this one', async () => {
    await world.readAccess(1, accessReading());
    await world.event(1, { type: 'ticket.told', chatId: 1, ticket: '4711' });
    await see(request());
    expect(await only()).toMatchObject({ dialog: { chatId: 1, source: 'onlyOpen' }, ticket: '' });
    await tell('10:77', { type: 'corrected', changes: { chatId: 1 } });
    expect(await only()).toMatchObject({ dialog: { chatId: 1, source: 'entered' }, ticket: '4711' });
  });

  it('is never linked with the main chat it came in', async () => {
    const chats = [dialog(10, { isMain: true, dialogId: '5', status: 'close' }), dialog(2, { status: 'close' })];
    await world.readAccess(1, accessReading(), chats);
    await world.event(1, { type: 'ticket.told', chatId: 10, ticket: '4711' });
    await world.event(1, { type: 'access.mentioned', chatId: 10 });
    await world.readAccess(1, accessReading([request({ ticket: '4711' })]), chats);
    expect((await only()).dialog).toBeNull();
  });

  it('is not lost when the message is deleted, and nobody claims an answer', async () => {
    await see(request());
    await world.readAccess(1, accessReading([], { gone: [{ chatId: 10, messageId: 77 }] }));
    expect(await only()).toMatchObject({ state: 'unknown', startsAt: null });
  });

  it('that 500 messages repeat becomes 500 entries, three notifications and one banner at a time', async () => {
    const flood = Array.from({ length: 500 }, (_, n) => request({ messageId: 1_000 + n }));
    await see(...flood);
    expect(await register()).toHaveLength(500);
    expect(world.notifications.length).toBeLessThanOrEqual(3);
    const view = await world.view();
    expect(view.access.pending).toBe(500);
    expect(view.register.items.length).toBeLessThanOrEqual(20);
    expect(view.register.spokenCount).toBe(500);
  });
});

describe('the answer', () => {
  it('given in this browser is recorded with time, administrator and length', async () => {
    await see(request());
    await tell('10:77', { type: 'pressed', messageId: 77, button: 'allow' });
    world.now += 2_000;
    await see(request(GRANTED));
    expect(await only()).toMatchObject({
      state: 'granted',
      startsAt: START,
      endsAt: START + 21 * DAY,
      answeredBy: 'here',
      answerer: 'Ирина Орлова',
      daysSource: 'parsed',
    });
    expect(await items()).toMatchObject([{ banner: 'answered' }]);
    await tell('10:77', { type: 'reasonGiven', reason: 'Не уходит почта', ticket: '4711', chatId: null });
    expect(await only()).toMatchObject({ reason: 'Не уходит почта', ticket: '4711' });
    expect(await items()).toMatchObject([{ banner: null, state: 'granted' }]);
  });

  it('given here in one chat is an answer given here, whichever copy is looked at first', async () => {
    const copies = [
      request(),
      request({
        chatId: 12,
        dialogId: '7',
        messageId: 78,
        sender: { ...request().sender, kind: 'assistant', id: '7' },
      }),
    ] as const;
    await see(...copies);
    await tell('10:77', { type: 'pressed', messageId: 78, button: 'allow' });
    world.now += 2_000;
    const answered = { keyboard: 'none', tone: 'positive', says: null, answers: null } as const;
    await see(...copies.map((copy) => ({ ...copy, ...answered })));
    expect(await only()).toMatchObject({ state: 'granted', answeredBy: 'here', startsAt: START });
  });

  it('is looked for even when no event tells of it', async () => {
    await see(request());
    world.tab(1).asked.length = 0;
    world.now += MINUTE;
    await tell('10:77', { type: 'pressed', messageId: 77, button: 'allow' });
    expect(world.tab(1).asked).not.toContain('read');
    world.now += 4_000;
    await world.settle();
    expect(world.tab(1).asked).toContain('read');
  });

  it('given elsewhere is recognised as somebody else’s', async () => {
    await see(request());
    world.now += MINUTE;
    await see(request(GRANTED));
    expect(await only()).toMatchObject({ state: 'granted', answeredBy: 'elsewhere', answerer: '' });
    expect(await items()).toMatchObject([{ banner: 'answeredElsewhere' }]);
    await tell('10:77', { type: 'dismissed' });
    expect(await items()).toMatchObject([{ banner: null }]);
  });

  it('without a trace but the missing buttons is unclear, never granted', async () => {
    await see(request());
    world.now += MINUTE;
    await see(request({ keyboard: 'none', answers: null }));
    expect(await only()).toMatchObject({ state: 'unknown', startsAt: null });
    expect(await items()).toMatchObject([{ banner: 'unclear' }]);
    await tell('10:77', { type: 'answered', answer: 'granted', at: world.now, answerer: 'Пётр', days: 7 });
    expect(await only()).toMatchObject({ state: 'granted', days: 7, daysSource: 'entered', answerer: 'Пётр' });
  });

  it('of no starts no clock', async () => {
    await see(request());
    await tell('10:77', { type: 'pressed', messageId: 77, button: 'deny' });
    await see(request({ keyboard: 'none', says: 'denied', tone: 'negative', answers: null }));
    expect(await only()).toMatchObject({ state: 'declined', startsAt: null, answeredBy: 'here' });
    expect((await world.view()).access).toMatchObject({ pending: 0, running: 0 });
  });

  it('to one copy settles the other', async () => {
    const copy = request({ chatId: 30, dialogId: '7', messageId: 99 });
    await see(request(), copy);
    world.now += 1_000;
    await see(request(GRANTED), { ...copy, keyboard: 'none', answers: null });
    expect(await only()).toMatchObject({ state: 'granted' });
  });
});

describe('an access', () => {
  const grant = async () => {
    await see(request());
    world.now += 1_000;
    await see(request(GRANTED));
  };

  it('is ending three days before the end, overdue after it, and never ended by time', async () => {
    await grant();
    // No page of the portal is open: nothing reads in between.
    world.tabs.clear();
    await passUntil(START + 18 * DAY + HOUR);
    expect(await items()).toMatchObject([{ state: 'ending', banner: 'ending' }]);
    await passUntil(START + 22 * DAY);
    expect(await items()).toMatchObject([{ state: 'overdue', banner: 'overdue' }]);
    expect((await world.view()).access.overdue).toBe(1);
    await passUntil(START + 60 * DAY);
    expect(await only()).toMatchObject({ state: 'overdue', endedAt: null });
    await tell('10:77', { type: 'answered', answer: 'ended', at: world.now });
    expect(await only()).toMatchObject({ state: 'ended', endedAt: world.now });
    expect(await items()).toEqual([]);
  });

  it('that is revoked in the portal is recognised', async () => {
    await grant();
    await tell('10:77', { type: 'pressed', messageId: 77, button: 'end' });
    world.now += 1_000;
    await see(request({ keyboard: 'none', says: 'ended', tone: null, answers: null }));
    expect(await only()).toMatchObject({ state: 'revoked', endedAt: world.now - 1_000 });
  });

  it('asks for its end when the question it was for is closed', async () => {
    const questions = (status: 'open' | 'close') => [dialog(1, { status })];
    await world.readAccess(1, accessReading([request()]), questions('open'));
    world.now += 1_000;
    await world.readAccess(1, accessReading([request(GRANTED)]), questions('open'));
    await tell('10:77', { type: 'dismissed' });
    world.now += DAY;
    await world.readAccess(1, accessReading([request(GRANTED)]), questions('close'));
    expect(await items()).toMatchObject([{ banner: 'ticketClosed', state: 'granted' }]);
  });

  it('with another length keeps the old one in its history', async () => {
    await grant();
    await tell('10:77', { type: 'corrected', changes: { days: 3, reason: 'Договорились на три дня' } });
    expect(await only()).toMatchObject({ days: 3, daysSource: 'entered', endsAt: START + 1_000 + 3 * DAY });
    expect(await history('10:77')).toContainEqual(
      expect.objectContaining({ by: 'you', kind: 'length', days: 3, source: 'entered' }),
    );
    expect(await history('10:77')).toContainEqual(
      expect.objectContaining({ by: 'you', kind: 'field', field: 'reason', from: '' }),
    );
  });

  it('that was there before Latchdesk is known by the button that ends it', async () => {
    await see(
      request({ ...GRANTED, sentAt: START - 2 * DAY, verdict: { kind: 'revocable', confidence: 0.65, because: [] } }),
    );
    expect(await only()).toMatchObject({ state: 'granted', startsAt: START - 2 * DAY, answeredAt: null });
  });
});

describe('what only looks like a request', () => {
  const fake = (changes: Partial<Sighting> = {}) =>
    request({
      verdict: { kind: 'lookalike', confidence: 0.8, because: ['accessCommand', 'senderUnverified'] },
      sender: { kind: 'person', id: '3', name: 'Пётр', isVerified: false },
      chatId: 40,
      dialogId: '3',
      ...changes,
    });

  it('is a warning and no request', async () => {
    await see(fake());
    expect(await items()).toMatchObject([{ kind: 'lookalike', banner: 'lookalike' }]);
    expect((await world.view()).access).toMatchObject({ pending: 0, warnings: 1 });
  });

  it('is one warning however often it is repeated, and again one after it was dismissed', async () => {
    await see(...Array.from({ length: 200 }, (_, n) => fake({ messageId: 200 + n })));
    expect(await only<AccessRecord>()).toMatchObject({ count: 200 });
    expect(world.notifications).toHaveLength(1);
    await tell('40:200', { type: 'dismissed' });
    expect(await items()).toEqual([]);
    world.now += 2 * HOUR;
    await see(fake({ messageId: 900, sentAt: world.now }));
    expect(await items()).toMatchObject([{ banner: 'lookalike' }]);
  });
});

describe('a record made by hand', () => {
  it('runs like any other', async () => {
    const id = '5f0c8a54-2f4e-4b7e-9d3a-6f1f0c6f2a11';
    const entered = { ticket: '', chatId: null, reason: '', answerer: 'Ирина', requestedAt: START, startsAt: START };
    const record = { kind: 'vendor', id, state: 'granted', days: 1, ...entered } as const;
    const wish = { type: 'access.entered', key: KEY, record } as const;
    expect(await world.application.access.enter(wish)).toBe(id);
    expect(await world.application.access.enter(wish)).toBe(id);
    expect(await only()).toMatchObject({ origin: 'entered', endsAt: START + DAY });
    await passUntil(START + DAY + 1);
    expect(await only()).toMatchObject({ state: 'overdue' });
  });
});

describe('a hint of an event', () => {
  beforeEach(async () => {
    await world.readAccess(1, accessReading());
    world.tab(1).asked.length = 0;
    world.now += MINUTE;
  });

  const hint = () => world.event(1, { type: 'access.hinted', chatId: 40, dialogId: '3' });
  const readings = () => world.tab(1).asked.filter((type) => type === 'read').length;

  it('is a reason to read and nothing else', async () => {
    await hint();
    expect(readings()).toBe(1);
    expect(await register()).toEqual([]);
    expect(world.notifications).toEqual([]);
    expect((await world.view()).slots.stale).toBe(false);
  });

  it('during a reading is followed by another one in a moment', async () => {
    await hint();
    world.now += 500;
    await hint();
    expect(readings()).toBe(1);
    const begun = world.now - 500;
    world.now += 200;
    const late = { botId: '5', limit: 5, isAdministrator: true, startedAt: begun, dialogs: [dialog(1)] };
    const outcome = { kind: 'reading' as const, skippedEntries: 0, reading: late };
    await world.tell(1, { type: 'reading.finished', userId: '1', outcome, access: { ...accessReading() } as never });
    world.now += 4_999;
    await world.settle();
    expect(readings()).toBe(2);
  });

  it('repeated 500 times costs a reading now and then', async () => {
    for (let n = 0; n < 500; n += 1) {
      world.now += 100;
      await hint();
      if (n % 10 === 0) await world.readAccess(1, accessReading());
    }
    // Fifty seconds: a dozen quick looks, then one a minute.
    expect(readings()).toBeLessThanOrEqual(13);
  });

  it('that nobody could follow is followed by the next look at the portal', async () => {
    world.tab(1).manner = 'hangs';
    await hint();
    world.tab(1).manner = 'answers';
    expect(readings()).toBe(0);
    await world.ring();
    expect(readings()).toBe(1);
  });
});

describe('two copies of one request that go at once', () => {
  it('are both known to be gone', async () => {
    await see(request(), request({ chatId: 30, dialogId: '7', messageId: 99 }));
    const gone = [
      { chatId: 10, messageId: 77 },
      { chatId: 30, messageId: 99 },
    ];
    await world.readAccess(1, accessReading([], { gone }));
    expect((await only()).copies.map(({ keyboard }) => keyboard)).toEqual(['gone', 'gone']);
    expect(await only()).toMatchObject({ state: 'unknown' });
  });
});
