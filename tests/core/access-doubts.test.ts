/** What must not be believed: old words, a clock that was set back, a look that failed, a page of somebody who has left. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchAfter } from '../../core/access/query.ts';
import { Register } from '../../core/access/register.ts';
import type { Sighting } from '../../domain/access/verdict.ts';
import { NOTHING_WATCHED } from '../../domain/access/watch.ts';
import { accessReading, lookalikeRecord, sighting } from '../access-records.ts';
import { dialog, START } from '../readings.ts';
import { MINUTE, PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NO_BUTTONS = { keyboard: 'none', answers: null } as const;
const GRANTED = { keyboard: 'revoke', says: 'granted', tone: 'positive', answers: null } as const;
const request = (changes: Partial<Sighting> = {}) => sighting({ sentAt: START - MINUTE, ...changes });
const words = (says: Sighting['says'], changes: Partial<Sighting> = {}) =>
  request({
    ...NO_BUTTONS,
    messageId: 120,
    sentAt: START,
    says,
    verdict: { kind: 'hint', confidence: 0.4, because: ['textAsksForAccess'] },
    ...changes,
  });

let world: World;

beforeEach(async () => {
  world = new World();
  await world.open(1);
});

afterEach(() => world.database.close());

/** A look that has read the chat up to message 120. */
const see = (...sightings: Sighting[]) => world.readAccess(1, accessReading(sightings, { readUpTo: [[10, 120]] }));
const register = () => world.application.access.register(KEY);
const readings = () => world.tab(1).asked.filter((type) => type === 'read').length;
const hint = () => world.event(1, { type: 'access.hinted', chatId: 40, dialogId: '3' });

describe('words of support', () => {
  it('that stood there while it still asked do not tell how it was answered later', async () => {
    await see(request());
    world.now += MINUTE;
    await see(request(), words('granted'));
    world.now += HOUR;
    await see(request({ ...NO_BUTTONS }), words('granted'));
    expect(await register()).toMatchObject([{ state: 'unknown', startsAt: null }]);
  });

  it('tell of the answer when the buttons go moments after them', async () => {
    await see(request());
    world.now += MINUTE;
    await see(request(), words('granted'));
    world.now += MINUTE;
    await see(request({ ...NO_BUTTONS }), words('granted'));
    expect(await register()).toMatchObject([{ state: 'granted' }]);
  });

  it('that were new after a night do', async () => {
    await see(request());
    world.now += DAY;
    await see(request({ ...NO_BUTTONS }), words('granted', { messageId: 121 }));
    expect(await register()).toMatchObject([{ state: 'granted' }]);
  });

  it('do not undo what a person has corrected since', async () => {
    await see(request());
    await see(request(GRANTED));
    await see(request({ ...NO_BUTTONS, says: 'granted', tone: 'positive' }), words('ended'));
    expect(await register()).toMatchObject([{ state: 'revoked' }]);
    const event = { type: 'answered', answer: 'granted', at: world.now } as const;
    await world.application.access.tell({ type: 'access.told', key: KEY, id: '10:77', event });
    world.now += MINUTE;
    await see(request({ ...NO_BUTTONS, says: 'granted', tone: 'positive' }), words('ended'));
    expect(await register()).toMatchObject([{ state: 'granted', endedAt: null }]);
  });
});

describe('a hint', () => {
  beforeEach(async () => {
    await see();
    world.tab(1).asked.length = 0;
    world.now += MINUTE;
  });

  it('is followed once when the clock was set back after it', async () => {
    await hint();
    world.now -= 2 * DAY;
    await see();
    for (const { work } of world.later.splice(0)) await work();
    await see();
    expect(world.later).toEqual([]);
  });

  it('that could not be looked at is looked at again, less and less often', async () => {
    await hint();
    const waits: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      world.now += 1_000;
      await world.readAccess(1, accessReading([], { failure: 'no answer' }));
      waits.push((await world.ring()) / MINUTE);
    }
    expect(readings()).toBe(6);
    expect(waits[0]).toBe(3);
    expect(waits.every((wait, n) => n === 0 || wait >= (waits[n - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBeGreaterThan(15);
  });
});

describe('two requests that were taken for one', () => {
  it('are told apart soon after the first was answered, without an event', async () => {
    const other = request({ chatId: 30, dialogId: '7', messageId: 99 });
    await see(request(), other);
    world.now += MINUTE;
    await see(request(GRANTED), other);
    expect(await register()).toHaveLength(1);
    world.tab(1).asked.length = 0;
    expect(await world.ring()).toBeLessThanOrEqual(3 * MINUTE);
    expect(readings()).toBe(1);
    await see(request(GRANTED), other);
    expect((await register()).map(({ state }) => state).sort()).toEqual(['granted', 'pending']);
    // Then there is nothing to wait for.
    expect(await world.ring()).toBeGreaterThan(3 * MINUTE);
  });
});

describe('a user who has left', () => {
  it('takes no record from a reading that ended after it', async () => {
    const startedAt = world.now;
    world.now += 1_000;
    await world.open(2, { userId: '2' });
    world.now += 1_000;
    const reading = { botId: '5', limit: 5, isAdministrator: true, startedAt, dialogs: [dialog(1)] };
    const outcome = { kind: 'reading' as const, skippedEntries: 0, reading };
    const access = accessReading([request()]) as never;
    await world.tell(1, { type: 'reading.finished', userId: '1', outcome, access });
    expect(await register()).toEqual([]);
  });

  it('is not reminded of a request in front of whoever came after, and is when they are back', async () => {
    await see(request());
    await world.open(2, { userId: '2' });
    world.notifications.length = 0;
    for (let day = 0; day < 3; day += 1) {
      world.now += DAY;
      await world.application.check();
    }
    expect(world.notifications).toEqual([]);
    expect(world.alarm ?? Number.POSITIVE_INFINITY).toBeGreaterThan(world.now);
    await world.open(1);
    expect(world.notifications).toHaveLength(1);
  });

  it('is still reminded of an access that runs', async () => {
    await see(request());
    await see(request(GRANTED));
    await world.open(2, { userId: '2' });
    world.notifications.length = 0;
    world.now += 19 * DAY;
    await world.application.check();
    expect(world.notifications).toHaveLength(1);
  });

  it('has no log read with the session of somebody else', async () => {
    await see(request());
    await see(request(GRANTED));
    world.tab(1).signIns = { at: START, from: 0, until: START, state: 'read', rows: [], isCut: false };
    await world.open(2, { userId: '2' });
    expect(await world.application.access.signIns({ type: 'signIns.wanted', key: KEY, id: '10:77' })).toBeNull();
  });
});

describe('presses that contradict each other', () => {
  it('prove no answer', async () => {
    await world.open(2);
    await see(request());
    for (const button of ['allow', 'deny'] as const) {
      const event = { type: 'pressed', messageId: 77, button } as const;
      await world.application.access.tell({ type: 'access.told', key: KEY, id: '10:77', event });
      world.now += 1_000;
    }
    await see(request(NO_BUTTONS));
    expect(await register()).toMatchObject([{ state: 'unknown', answeredBy: 'here' }]);
  });
});

describe('a corrected time of a request', () => {
  it('is no new request', async () => {
    await see(request());
    world.notifications.length = 0;
    const event = { type: 'corrected', changes: { requestedAt: START - 10 * MINUTE } } as const;
    await world.application.access.tell({ type: 'access.told', key: KEY, id: '10:77', event });
    expect(await register()).toMatchObject([{ requestedAt: START - 10 * MINUTE }]);
    expect(world.notifications).toEqual([]);
    world.now = START + 4 * HOUR;
    await world.application.check();
    expect(world.notifications).toHaveLength(1);
  });
});

describe('a rest', () => {
  it('does not outlast the clock that it was chosen by', async () => {
    await see(request());
    world.now += 400 * DAY;
    const event = { type: 'snoozed', until: world.now + HOUR } as const;
    await world.application.access.tell({ type: 'access.told', key: KEY, id: '10:77', event });
    world.now -= 400 * DAY;
    await see(request());
    world.now += 4 * DAY;
    await world.application.check();
    expect((await world.view()).register.items).toMatchObject([{ banner: 'request' }]);
  });
});

describe('the message of a request', () => {
  it('is marked in the tab that opened it, and in no other', async () => {
    await world.open(2);
    await world.open(3);
    await see(request());
    for (const id of [1, 2, 3]) world.tab(id).asked.length = 0;
    expect(await world.application.tabs.openRequest(KEY, '10:77', null)).toBe('inPage');
    expect([1, 2, 3].map((id) => world.tab(id).asked.includes('access.mark'))).toEqual([true, false, false]);
  });
});

describe('the register', () => {
  it('keeps room for requests, however many look alike', () => {
    const warnings = Array.from({ length: 1_000 }, (_, n) => lookalikeRecord({ id: `${n + 20}:79` }));
    const full = new Register(warnings);
    expect(full.hasRoomFor('lookalike')).toBe(false);
    expect(full.hasRoomFor('vendor')).toBe(true);
  });
});

describe('chats that were read', () => {
  it('are remembered by when they were read last', () => {
    let watch = NOTHING_WATCHED;
    for (let chat = 0; chat < 60; chat += 1) {
      watch = watchAfter(
        watch,
        accessReading([], {
          readUpTo: [
            [10, 120],
            [100 + chat, 5],
          ],
        }),
        START,
      );
      expect(watch.readUpTo).toContainEqual([10, 120]);
    }
  });
});
