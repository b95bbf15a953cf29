import { describe, expect, it } from 'vitest';
import type { CountedSlots, JournalEntry } from '../../../domain/journal.ts';
import { eventsOfEntry } from '../../../domain/rules/entry-events.ts';
import { eventId } from '../../../domain/rules/event.ts';
import { matches } from '../../../domain/rules/matches.ts';
import { dialog, grant, NOW, request } from '../../components/samples.ts';
import { counted, DAY, HOUR, PORTAL, world } from './worlds.ts';

const reached = (entry: JournalEntry, count: number): boolean =>
  eventsOfEntry(entry, 7, world()).some((event) => matches({ kind: 'slots.reached', count }, event));

const kindsOf = (entry: JournalEntry) => eventsOfEntry(entry, 7, world()).map(({ kind }) => kind);

describe('a count of slots', () => {
  it.each([
    { before: 3, used: 4, count: 4, starts: true },
    { before: 2, used: 5, count: 4, starts: true },
    { before: 4, used: 5, count: 4, starts: false },
    { before: 3, used: 3, count: 4, starts: false },
    { before: 5, used: 4, count: 4, starts: false },
  ])('from $before to $used has reached $count: $starts', ({ before, used, count, starts }) => {
    expect(reached(counted({ used: before, max: 5 }, used), count)).toBe(starts);
  });

  it('without the count before it tells of nothing that has happened', () => {
    expect(kindsOf(counted(null, 5))).toEqual([]);
    expect(kindsOf(counted(undefined, 5))).toEqual([]);
  });

  it('frees a place when a full portal is not full any more, by a closed dialog or by a higher limit', () => {
    expect(kindsOf(counted({ used: 5, max: 5 }, 4))).toEqual(['slots.freed']);
    expect(kindsOf(counted({ used: 6, max: 5 }, 5))).toEqual([]);
    expect(kindsOf(counted({ used: 5, max: 5 }, 5, 10))).toEqual(['slots.freed', 'slots.limitChanged']);
    expect(kindsOf(counted({ used: 4, max: 5 }, 3))).toEqual([]);
  });

  it('frees nothing where the limit is no number: nobody knows', () => {
    expect(kindsOf(counted({ used: 5, max: 5 }, 4, null))).toEqual(['slots.limitChanged']);
    expect(kindsOf(counted({ used: 5, max: null }, 4, null))).toEqual([]);
  });

  it('may be several events of one entry, each with its own identity and the numbers of the entry', () => {
    const events = eventsOfEntry(counted({ used: 4, max: 4 }, 5, 8), 7, world());
    expect(events.map(({ kind }) => kind)).toEqual(['slots.reached', 'slots.freed', 'slots.limitChanged']);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
    for (const event of events) {
      expect(event).toMatchObject({ object: 'slots', version: `entry:7@${NOW}`, portal: PORTAL, id: eventId(event) });
      expect(event.facts).toMatchObject({ 'slots.used': 5, 'slots.limit': 8, 'slots.free': 3 });
    }
  });
});

describe('a limit that the portal did not tell', () => {
  const assumed = (used: number): CountedSlots => ({ used, max: 5 });
  const told = (used: number, max: number): CountedSlots => ({ used, max, isTold: true });
  const eventsOf = (before: CountedSlots, now: CountedSlots) =>
    eventsOfEntry({ at: NOW, kind: 'slots.counted', ...now, before }, 7, world());
  const kinds = (before: CountedSlots, now: CountedSlots) => eventsOf(before, now).map(({ kind }) => kind);

  it('is no other one when it is told at last, nor when it is told no more', () => {
    expect(kinds(assumed(3), told(3, 10))).toEqual([]);
    expect(kinds(told(3, 10), assumed(3))).toEqual([]);
    expect(kinds(told(3, 10), told(3, 12))).toEqual(['slots.limitChanged']);
  });

  it('frees no place by turning out to be higher, only by a dialog that is closed', () => {
    expect(kinds(assumed(5), told(5, 10))).toEqual([]);
    expect(kinds(assumed(6), told(4, 5))).toEqual(['slots.freed']);
    expect(kinds(assumed(5), assumed(4)), 'nobody has told better').toEqual(['slots.freed']);
  });

  it('is no fact', () => {
    const factsOf = (now: CountedSlots) => eventsOf(assumed(1), now)[0]?.facts;
    expect(factsOf(assumed(2))).toMatchObject({ 'slots.used': 2, 'slots.limit': null, 'slots.free': null });
    expect(factsOf(told(2, 10))).toMatchObject({ 'slots.used': 2, 'slots.limit': 10, 'slots.free': 8 });
  });
});

describe('an entry about a dialog', () => {
  it('is an event with what is known of that dialog', () => {
    const turn = { author: 'support', since: NOW - 5.5 * HOUR, at: NOW, source: 'event' } as const;
    const known = dialog(77, { title: ' Чеки ', tags: ['касса'], ticket: '4711', unread: 3, turn });
    const [event] = eventsOfEntry({ at: NOW, kind: 'support.answered', chatId: 77 }, 12, world({ dialogs: [known] }));
    expect(event).toMatchObject({ kind: 'support.answered', object: 'chat:77', version: `entry:12@${NOW}`, at: NOW });
    expect(event?.facts).toMatchObject({
      'event.at': new Date(NOW).toISOString(),
      'portal.host': 'demo.bitrix24.ru',
      'dialog.id': 'chat77',
      'dialog.name': 'Чеки',
      'dialog.tags': ['касса'],
      'dialog.ticket': '4711',
      'dialog.isMain': false,
      'dialog.unread': 3,
      'dialog.waitsHours': 5,
    });
  });

  it('leaves unknown what nobody could read, and never says zero instead', () => {
    const known = dialog(77, { title: null, unread: 'some', turn: null });
    const entry = { at: NOW, kind: 'dialog.opened', chatId: 77 } as const;
    const [event] = eventsOfEntry(entry, 1, world({ dialogs: [known] }));
    const unknown = { 'dialog.name': null, 'dialog.unread': null, 'dialog.waitsHours': null, 'dialog.ticket': null };
    expect(event?.facts).toMatchObject(unknown);
    const [other] = eventsOfEntry({ ...entry, chatId: 99 }, 1, world({ dialogs: [known] }));
    expect(other?.facts).toMatchObject({ ...unknown, 'dialog.id': null, 'dialog.tags': null, 'dialog.isMain': null });
  });

  it('calls a renamed dialog by its new name, and by the alias where there is one', () => {
    const entry = { at: NOW, kind: 'dialog.renamed', chatId: 2, title: 'Новое' } as const;
    const nameIn = (alias: string) =>
      eventsOfEntry(entry, 1, world({ dialogs: [dialog(2, { title: 'Старое', alias })] }))[0]?.facts['dialog.name'];
    expect(nameIn('')).toBe('Новое');
    expect(nameIn('Касса')).toBe('Касса');
  });
});

describe('an entry about an access', () => {
  const register = (items: ReturnType<typeof grant>[]) => ({ register: { items, readAt: NOW, presetDays: 21 } });

  it('is an event with what the register says', () => {
    const record = grant(2, { id: '7:1', ticket: '55', dialog: { chatId: 3, source: 'ticket' } });
    const known = world({ ...register([record]), dialogs: [dialog(3)] });
    const [event] = eventsOfEntry({ at: NOW, kind: 'access.granted', recordId: '7:1' }, 5, known);
    expect(event).toMatchObject({ kind: 'access.granted', object: 'record:7:1', version: `entry:5@${NOW}` });
    expect(event?.facts).toMatchObject({
      'access.state': 'ending',
      'access.requester': record.sender.name,
      'access.ticket': '55',
      'access.daysLeft': 2,
      'access.endsAt': new Date(NOW + 2 * DAY).toISOString(),
      'access.isCertain': true,
      'dialog.id': 'chat3',
    });
  });

  it('says nothing of a dialog that is only a guess', () => {
    const record = request({ id: '7:1', dialog: { chatId: 3, source: 'onlyOpen' } });
    const known = world({ ...register([record]), dialogs: [dialog(3)] });
    const [event] = eventsOfEntry({ at: NOW, kind: 'access.requested', recordId: '7:1' }, 5, known);
    expect(event?.facts).not.toHaveProperty('dialog.id');
    expect(event?.facts).toMatchObject({ 'access.endsAt': null, 'access.daysLeft': null });
  });

  it('is not certain while it is only probable', () => {
    const known = world(register([request({ id: '7:1', state: 'seen' })]));
    const [event] = eventsOfEntry({ at: NOW, kind: 'access.requested', recordId: '7:1' }, 5, known);
    expect(event?.facts['access.isCertain']).toBe(false);
  });

  it.each([
    ['access.requested', 'access.requested'],
    ['access.granted', 'access.granted'],
    ['access.ended', 'access.revoked'],
    ['access.declined', 'access.declined'],
    ['access.ticketClosed', 'access.ticketClosed'],
  ] as const)('called %s is the event %s, also where the register has lost the record', (kind, event) => {
    expect(eventsOfEntry({ at: NOW, kind, recordId: 'gone' }, 1, world())).toMatchObject([
      { kind: event, facts: { 'access.state': null, 'access.isCertain': null } },
    ]);
  });

  it.each(['access.warned', 'access.unclear', 'access.overdue'] as const)('called %s is none', (kind) => {
    expect(kindsOf({ at: NOW, kind, recordId: 'x' })).toEqual([]);
  });

  it('starts rules that want to know at once, and no others', () => {
    const [event] = eventsOfEntry({ at: NOW, kind: 'access.requested', recordId: 'x' }, 1, world());
    if (!event) throw new Error('There is no event');
    expect(matches({ kind: 'access.requested', pendingHours: 0 }, event)).toBe(true);
    expect(matches({ kind: 'access.requested', pendingHours: 4 }, event)).toBe(false);
    expect(matches({ kind: 'access.granted' }, event)).toBe(false);
  });
});

describe('an entry about an application', () => {
  const app = { name: 'ChatApp', code: 'vendor.chatapp' };

  it('makes one event of an attempt that was stopped and then gone on with', () => {
    const [stopped] = eventsOfEntry({ at: NOW, kind: 'wipe.stopped', ...app }, 1, world());
    const insisted = { at: NOW + HOUR, kind: 'wipe.insisted', ...app, stoppedAt: NOW } as const;
    const [again] = eventsOfEntry(insisted, 2, world());
    expect(stopped).toMatchObject({ kind: 'wipe.attempted', facts: { 'app.name': 'ChatApp', 'app.code': app.code } });
    expect(again?.id).toBe(stopped?.id);
  });

  it('makes another event of the next attempt, and of one that nobody saw stopped', () => {
    const ids = [
      ...eventsOfEntry({ at: NOW, kind: 'wipe.stopped', ...app }, 1, world()),
      ...eventsOfEntry({ at: NOW + DAY, kind: 'wipe.stopped', ...app }, 2, world()),
      ...eventsOfEntry({ at: NOW + 2 * DAY, kind: 'wipe.insisted', ...app }, 3, world()),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ['reinstall.done', ['reinstall.finished']],
    ['reinstall.stopped', ['reinstall.stopped']],
    ['reinstall.dataWiped', ['reinstall.stopped']],
    ['reinstall.begun', []],
    ['reinstall.compared', []],
  ] as const)('called %s is %j', (kind, expected) => {
    expect(kindsOf({ at: NOW, kind, runId: 'r' })).toEqual(expected);
  });

  it('names the application of the reinstall it is about, and none of another', () => {
    const plain = world();
    const run = { ...app, id: 'r1' } as NonNullable<typeof plain.view.market.run>;
    const known = world({ market: { ...plain.view.market, run } });
    const factsOf = (runId: string) => eventsOfEntry({ at: NOW, kind: 'reinstall.done', runId }, 1, known)[0]?.facts;
    expect(factsOf('r1')).toMatchObject({ 'app.name': 'ChatApp', 'app.code': app.code });
    expect(factsOf('r0')).toMatchObject({ 'app.name': null, 'app.code': null });
  });

  it('says whom nobody can open any more', () => {
    expect(eventsOfEntry({ at: NOW, kind: 'appAccess.emptied', name: '' }, 1, world())).toMatchObject([
      { kind: 'appAccess.emptied', facts: { 'app.name': null } },
    ]);
  });
});

describe('no event', () => {
  it('comes from what a rule has caused', () => {
    expect(kindsOf({ at: NOW, kind: 'dialog.renamed', chatId: 1, title: 'x', byRule: 'r' })).toEqual([]);
    expect(kindsOf({ at: NOW, kind: 'rule.noted', byRule: 'r', name: 'n', text: 't' })).toEqual([]);
    expect(kindsOf({ ...counted({ used: 3, max: 5 }, 5), byRule: 'r' })).toEqual([]);
  });

  it('comes from what no trigger is about', () => {
    expect(kindsOf({ at: NOW, kind: 'user.wrote', chatId: 1 })).toEqual([]);
    expect(kindsOf({ at: NOW, kind: 'draft.parked', draftId: 'd', title: 't' })).toEqual([]);
  });

  it('is lost for a time that no calendar has', () => {
    expect(eventsOfEntry({ at: 9e15, kind: 'portal.signedOut' }, 1, world())).toMatchObject([
      { kind: 'portal.signedOut', object: 'portal', facts: { 'event.at': null } },
    ]);
  });
});

it('ten thousand entries about five thousand dialogs take far less than a second', () => {
  const dialogs = Array.from({ length: 5_000 }, (_, index) => dialog(index + 1));
  const large = world({ dialogs });
  const begun = performance.now();
  let events = 0;
  for (let id = 0; id < 10_000; id += 1) {
    events += eventsOfEntry({ at: NOW, kind: 'support.answered', chatId: (id % 5_000) + 1 }, id, large).length;
  }
  expect(events).toBe(10_000);
  expect(performance.now() - begun).toBeLessThan(700);
});
