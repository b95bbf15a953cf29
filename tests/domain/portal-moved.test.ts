import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_RECORD } from '../../core/market/chatapp-facts.ts';
import { type AccessWatch, NOTHING_WATCHED } from '../../domain/access/watch.ts';
import type { ChatAppRecord } from '../../domain/chatapp/book.ts';
import type { Fact } from '../../domain/chatapp/facts.ts';
import { LONGEST_DRAFT } from '../../domain/drafts.ts';
import { NOTHING_SEEN } from '../../domain/market/view.ts';
import { type DialogNote, emptyNote, LONGEST_NOTE, MOST_TAGS } from '../../domain/notes.ts';
import { movedId } from '../../domain/portals/moved.ts';
import { joinRecords } from '../../domain/portals/moved-access.ts';
import { joinBooks } from '../../domain/portals/moved-book.ts';
import {
  joinAccessWatch,
  joinDialogs,
  joinLooks,
  joinMarket,
  joinSettings,
  joinWatch,
} from '../../domain/portals/moved-settings.ts';
import { joinDrafts, joinNotes, keptTexts } from '../../domain/portals/moved-texts.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import { NO_WATCH } from '../../domain/watch/watch.ts';
import { NOTHING_TOLD } from '../../machines/personal-accounts.ts';
import { grantRecord, lookalikeRecord } from '../access-records.ts';
import { DRAFT, record } from '../database/rows.ts';

const note = (changes: Partial<DialogNote>): DialogNote => ({ ...emptyNote(7), ...changes });

describe('two notes about one dialog', () => {
  it('become one, in which the newer stands first and the older’s words at the end', () => {
    const here = note({ alias: 'Почта', text: 'Ждём логов', ticket: '1', changedAt: 2 });
    const moved = note({
      alias: 'Почта CRM',
      text: 'Просили логи 3 мая',
      taskUrl: 'https://t.example/1',
      changedAt: 1,
    });
    expect(joinNotes(here, moved)).toEqual({
      note: {
        ...here,
        taskUrl: 'https://t.example/1',
        text: 'Ждём логов\n\nПочта CRM\nПросили логи 3 мая',
      },
      isBothKept: true,
      left: '',
    });
  });

  it('let the newer win, wherever it was written', () => {
    const here = note({ alias: 'Old', changedAt: 1, snoozedUntil: 5 });
    const moved = note({ alias: 'New', changedAt: 2, snoozedUntil: 9 });
    expect(joinNotes(here, moved).note).toMatchObject({ alias: 'New', text: 'Old', snoozedUntil: 9, changedAt: 2 });
  });

  it('fill each other where one is empty, and say nothing twice', () => {
    const here = note({ text: 'One and two', tags: ['a'], changedAt: 2 });
    const moved = note({ alias: 'Name', text: 'two', tags: ['a', 'b'], changedAt: 1 });
    expect(joinNotes(here, moved)).toMatchObject({
      note: { alias: 'Name', text: 'One and two', tags: ['a', 'b'] },
      isBothKept: false,
    });
  });

  it('lose no word, however long they are', () => {
    const words = fc.string({ maxLength: 30 });
    const long = fc.nat(LONGEST_NOTE).map((length) => 'ж'.repeat(length));
    const notes = fc.record({
      alias: words,
      ticket: words,
      taskUrl: words,
      text: fc.oneof(words, long),
      tags: fc.uniqueArray(words.filter(Boolean), { maxLength: MOST_TAGS }),
      changedAt: fc.nat(3),
    });
    fc.assert(
      fc.property(notes, notes, (one, other) => {
        const { note: joined, left } = joinNotes(note(one), note(other));
        expect(joined.text.length).toBeLessThanOrEqual(LONGEST_NOTE);
        expect(joined.tags.length).toBeLessThanOrEqual(MOST_TAGS);
        const kept = keptTexts(left, joined, 'chat7', 1, () => 'id');
        expect(kept.every(({ text }) => text.length <= LONGEST_DRAFT)).toBe(true);
        const said = [
          joined.alias,
          joined.ticket,
          joined.taskUrl,
          joined.text,
          ...joined.tags,
          kept.map(({ text }) => text).join(''),
        ];
        for (const each of [one, other])
          for (const word of [each.alias, each.ticket, each.taskUrl, each.text, ...each.tags])
            expect(said.some((text) => text.includes(word))).toBe(true);
      }),
    );
  });

  it('hand over what has no room as a text for their dialog', () => {
    const [kept] = keptTexts('x'.repeat(5), note({ alias: 'Mail' }), 'chat7', 9, () => 'new');
    expect(kept).toMatchObject({ id: 'new', kind: 'message', state: 'written', dialogId: 'chat7', title: 'Mail' });
  });
});

describe('two drafts under one id', () => {
  it('are one where they say the same', () => {
    expect(joinDrafts({ ...DRAFT, changedAt: 1 }, { ...DRAFT, changedAt: 5 }, () => 'x')).toEqual([
      { ...DRAFT, changedAt: 5 },
    ]);
  });

  it('both stay where they do not, the newer under its id', () => {
    const both = joinDrafts(
      { ...DRAFT, text: 'old', changedAt: 1 },
      { ...DRAFT, text: 'new', changedAt: 5 },
      () => 'x',
    );
    expect(both.map(({ id, text }) => [id, text])).toEqual([
      [DRAFT.id, 'new'],
      ['x', 'old'],
    ]);
  });
});

describe('two records of one request', () => {
  const granted = grantRecord({
    state: 'granted',
    reason: 'Почта',
    answerer: 'Анна',
    startsAt: 5,
    endsAt: 9,
    changedAt: 5,
  });

  it('let what knows an answer win over what was only seen, however new that is', () => {
    const seen = grantRecord({ state: 'unknown', changedAt: 50, isReasonAsked: true });
    for (const pair of [joinRecords(seen, granted), joinRecords(granted, seen)])
      expect(pair.record).toMatchObject({ state: 'granted', endsAt: 9, reason: 'Почта', isReasonAsked: true });
  });

  it('let the newer win where both know one', () => {
    const ended = grantRecord({ state: 'revoked', endedAt: 7, changedAt: 8 });
    expect(joinRecords(granted, ended).record).toMatchObject({ state: 'revoked', endedAt: 7, answerer: 'Анна' });
  });

  it('keep a reason that gives way in the history', () => {
    const other = grantRecord({ state: 'granted', reason: 'Логи', changedAt: 8 });
    expect(joinRecords(granted, other)).toMatchObject({
      record: { reason: 'Логи' },
      lost: [{ kind: 'field', field: 'reason', from: 'Почта', to: 'Логи' }],
    });
  });

  it('keep all copies, what was told, and sign-ins that were read', () => {
    const copy = {
      carrier: 'message',
      messageId: 1,
      chatId: 2,
      dialogId: '5',
      sentAt: 1,
      keyboard: 'gone',
      answers: null,
    } as const;
    const read = { at: 1, from: 0, until: 1, state: 'read', rows: [], isCut: false } as const;
    const here = grantRecord({ copies: [copy], told: ['a'], signIns: { ...read, state: 'failed' }, changedAt: 9 });
    const moved = grantRecord({ copies: [copy, { ...copy, messageId: 3 }], told: ['a', 'b'], signIns: read });
    const { record: joined } = joinRecords(here, moved);
    expect(joined.copies.map(({ messageId }) => messageId)).toEqual([1, 3]);
    expect(joined).toMatchObject({ told: ['a', 'b'], signIns: { state: 'read' } });
  });

  it('of different kinds stay what the newer is', () => {
    expect(joinRecords(lookalikeRecord({ changedAt: 9 }), granted).record.kind).toBe('lookalike');
  });
});

describe('what is set', () => {
  it('comes over where nobody has set anything at the new address', () => {
    const moved = { ...DEFAULT_SETTINGS, waitingHours: 8, idleDays: 9 };
    const here = { ...DEFAULT_SETTINGS, idleDays: 1 };
    expect(joinSettings(here, moved)).toEqual({ settings: { ...here, waitingHours: 8 }, taken: ['waitingHours'] });
    expect(joinSettings(moved, DEFAULT_SETTINGS).taken).toEqual([]);
  });

  it('watching begins at the new address as if nothing had failed before', () => {
    const state = { ...NO_WATCH.state, failures: 3, stop: { reason: 'signedOut', since: 1 } as const };
    const moved = { ...NO_WATCH, settings: { ...NO_WATCH.settings, isOn: true, quiet: null }, state };
    expect(joinWatch(NO_WATCH, moved, 100)).toMatchObject({
      isTaken: true,
      watch: { settings: { isOn: true }, state: NO_WATCH.state, plan: { kind: 'planned' } },
    });
    const here = { ...NO_WATCH, settings: { ...NO_WATCH.settings, every: 30 } };
    expect(joinWatch(here, moved, 100)).toEqual({ watch: here, isTaken: false });
  });

  it('name and colour come over to an address without a name', () => {
    const here = {
      origin: 'https://new.example',
      prefix: '/',
      source: 'added',
      pattern: 'p',
      label: '',
      colour: 'red',
      pause: null,
      addedAt: 1,
    } as const;
    const moved = { ...here, origin: 'https://old.example', label: 'Завод', colour: 'teal' } as const;
    expect(joinLooks(here, moved)).toEqual({ ...here, label: 'Завод', colour: 'teal' });
    expect(joinLooks({ ...here, label: 'A' }, moved)).toMatchObject({ label: 'A', colour: 'red' });
    expect(joinLooks(here, undefined)).toBe(here);
  });
});

describe('what is remembered', () => {
  it('lets no request be missed and none be told twice', () => {
    const reminder = { key: 'k', recordId: 'r', reminder: { kind: 'end', days: 0 } } as const;
    const here: AccessWatch = {
      ...NOTHING_WATCHED,
      readUpTo: [[1, 10]] as const,
      nextAt: 50,
      outbox: [reminder],
      mentions: [{ chatId: 1, at: 1 }],
    };
    const moved: AccessWatch = {
      ...NOTHING_WATCHED,
      ...{
        readUpTo: [
          [1, 20],
          [2, 5],
        ] as const,
        nextAt: 40,
        outbox: [reminder],
        userName: 'Анна',
      },
      mentions: [{ chatId: 1, at: 3 }],
    };
    expect(joinAccessWatch(here, moved)).toMatchObject({
      ...{
        readUpTo: [
          [1, 20],
          [2, 5],
        ],
        nextAt: 40,
        outbox: [reminder],
        userName: 'Анна',
      },
      mentions: [{ chatId: 1, at: 3 }],
    });
  });

  it('the application that a person has named stays named', () => {
    const confirmed = { code: 'a', appId: 1, name: 'ChatApp', confirmedAt: 1 };
    const moved = { ...NOTHING_SEEN, confirmed, declined: ['x'] };
    expect(joinMarket({ ...NOTHING_SEEN, listedAt: 9, generation: 'new' }, moved)).toMatchObject({
      confirmed,
      generation: 'new',
      declined: ['x'],
    });
    const here = { ...NOTHING_SEEN, confirmed: { ...confirmed, code: 'b' } };
    expect(joinMarket(here, moved).confirmed?.code).toBe('b');
  });

  it('a dialog keeps what only the old address has seen of its course', () => {
    const course = { createdAt: 1, openedAt: 2, firstOwnAt: 3, firstReplyAt: 4, closedAt: 5 };
    const here = record(7, { title: 'Now', status: 'open' });
    expect(joinDialogs(here, record(7, { title: 'Then', status: 'close', course, ticket: '77' }))).toEqual({
      ...here,
      course: { ...course, closedAt: null },
      ticket: '77',
    });
  });

  it('of each fact about ChatApp the newer stays, and no answer is lost', () => {
    const told = (at: number, value = true): Fact<boolean> => ({ from: 'entered', value, at, by: 'Анна' });
    const answer = (at: number) => ({ option: 'password' as const, value: true, at, by: 'Анна' });
    const reach = (at: number, of: 'own' | 'any') => ({
      role: 'Manager',
      right: 'joins' as const,
      reach: of,
      at,
      by: 'Анна',
    });
    const book = (changes: Partial<ChatAppRecord>): ChatAppRecord => ({ ...EMPTY_RECORD, ...changes });
    const here = book({
      ...{
        options: { ...EMPTY_RECORD.options, password: told(5) },
        answers: [answer(5)],
        roleReaches: [reach(1, 'own')],
      },
      steps: { ...NOTHING_TOLD, linked: told(1, false) },
    });
    const moved = book({
      ...{ options: { ...EMPTY_RECORD.options, password: told(3, false), personal: told(2) }, answers: [answer(3)] },
      ...{ roleReaches: [reach(4, 'any')], steps: { ...NOTHING_TOLD, linked: told(2) }, reinstalledAt: 8 },
    });
    expect(joinBooks(here, moved)).toMatchObject({
      options: { password: told(5), personal: told(2) },
      answers: [answer(3), answer(5)],
      ...{ steps: { linked: told(2) }, roleReaches: [reach(4, 'any')], reinstalledAt: 8 },
    });
  });

  it('an id that names the portal names the new one', () => {
    expect(movedId('https://a.ru|1|x', 'https://a.ru', 'https://b.ru')).toBe('https://b.ru|1|x');
    expect(movedId('https://a.ru:8443|1', 'https://a.ru', 'https://b.ru')).toBe('https://a.ru:8443|1');
  });
});
