import { describe, expect, test } from 'vitest';
import {
  answersLeft,
  type CorrectionTexts,
  correctionEvents,
  correctionProblems,
  textsOf,
} from '../../../components/dashboard/access/correction.ts';
import { type EntryTexts, entryOf, entryProblems, newEntry } from '../../../components/dashboard/access/entry.ts';
import {
  momentText,
  parseDays,
  parseMoment,
  parseReminders,
} from '../../../components/dashboard/access/record-input.ts';
import {
  plainRecord,
  registerCells,
  registerFileColumns,
  withHistory,
} from '../../../components/dashboard/access/register-export.ts';
import {
  countGroups,
  filterRegister,
  NO_REGISTER_FILTER,
  nextRegisterSorting,
  type RegisterFilter,
  sortRegister,
} from '../../../components/dashboard/access/register-rows.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { toCsv } from '../../../domain/csv.ts';
import { en as access } from '../../../locales/access/en.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { DAY, HOUR, NOW } from '../samples.ts';
import { grant, HISTORY, integrator, lookalike, partner, REGISTER, request, signIns } from './access-samples.ts';

const words = en.messages.register;
const around = { words: { access: access.messages, register: words }, now: NOW, nameOfChat: (id: number) => `N ${id}` };

describe('what the filters leave', () => {
  const left = (changes: Partial<RegisterFilter>) =>
    filterRegister(REGISTER, { ...NO_REGISTER_FILTER, ...changes }, words, NOW);

  test('every record belongs to one group of states', () => {
    const counts = countGroups(REGISTER);
    expect(counts).toEqual({ open: 4, running: 6, unclear: 1, past: 5 });
    for (const group of ['open', 'running', 'unclear', 'past'] as const) {
      expect(left({ group })).toHaveLength(counts[group]);
    }
  });

  test('an overdue access counts as running, since nobody knows better', () => {
    expect(left({ group: 'running' }).map(({ state }) => state)).toContain('overdue');
  });

  test.each([
    ['внедрение', ['partner']],
    ['СНИМКОВ экрана', ['vendor']],
    ['olga', ['integrator']],
    ['22910417 чеки смирнова касс', ['vendor', 'vendor', 'vendor']],
    ['nobody', []],
  ])('the search for “%s” looks at names, tickets, dialogs and reasons', (query, kinds) => {
    expect(
      left({ query })
        .map(({ kind }) => kind)
        .slice(0, 4),
    ).toEqual(kinds);
  });

  test('a period takes the day of the request, a kind takes its own', () => {
    const own = { first: '2025-12-08', last: '2025-12-09' };
    expect(left({ period: { name: 'own', own } }).map(({ state }) => state)).toEqual(['warned', 'unknown']);
    expect(left({ kind: 'integrator' })).toHaveLength(3);
  });
});

describe('the order', () => {
  const states = (column: string | null, isDescending = false) =>
    sortRegister([grant(), request(), partner()], column === null ? null : { column, isDescending }, words, 'en').map(
      ({ state }) => state,
    );

  test('is the newest request first', () => expect(states(null)).toEqual(['pending', 'granted', 'active']));
  test('by end puts what has none last, whichever way', () => {
    expect(states('ends')[0]).toBe('granted');
    expect(states('ends', true)[0]).toBe('granted');
  });
  test('turns round at the second press and is the usual one after the third', () => {
    const first = nextRegisterSorting(null, 'requested');
    const second = nextRegisterSorting(first, 'requested');
    expect([first?.isDescending, second?.isDescending, nextRegisterSorting(second, 'requested')]).toEqual([
      true,
      false,
      null,
    ]);
  });
});

describe('the file', () => {
  const record = (row: RegisterRow) => withHistory([row], HISTORY)[0] ?? { row, history: [] };
  const cellOf = (row: RegisterRow, column: string) =>
    registerCells(record(row), around)[registerFileColumns(words).findIndex(({ name }) => name === column)];

  test('tells times that a spreadsheet understands, and leaves empty what is not known', () => {
    expect(cellOf(grant(), 'End')).toBe('2025-12-23 18:05');
    expect(cellOf(request(), 'Answer')).toBeNull();
    expect(cellOf(integrator(), 'Length')).toBeNull();
    expect(cellOf(grant({ daysSource: 'preset' }), 'Source of the length')).toBe(
      'assumed: the setting for this portal',
    );
  });

  test('has the history of each record, the oldest line first', () => {
    const history = String(cellOf(grant(), 'History')).split('\n');
    expect(history).toHaveLength(HISTORY.length);
    expect(history[0]).toBe('2025-12-02 14:05 Entered in the register: waits for an answer (portal)');
    expect(cellOf(partner(), 'History')).toBeNull();
  });

  test('runs no formula that somebody wrote into a reason', () => {
    const csv = toCsv(registerFileColumns(words), [
      registerCells(record(grant({ reason: '=HYPERLINK("x")' })), around),
    ]);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('as plain data has ISO times, the sign-ins and every entry of the history', () => {
    const plain = plainRecord(record(grant({ signIns: signIns() })), around) as Record<string, unknown>;
    expect(plain).toMatchObject({
      id: '9:1204',
      endsAt: new Date(NOW + 11 * DAY + 4 * HOUR).toISOString(),
      endedAt: null,
      signIns: { rows: [{ userId: '17', account: 'unlisted' }, {}, {}] },
    });
    expect(plain.history).toHaveLength(HISTORY.length);
    expect(plain).not.toHaveProperty('told');
  });
});

test.each([
  ['7', 7],
  [' 366 ', 366],
  ['367', null],
  ['0', null],
  ['2.5', null],
  ['', null],
])('“%s” days are %s', (text, days) => expect(parseDays(text)).toBe(days));

test.each([
  ['7, 3, 1', [7, 3, 1]],
  ['1 14;3 3', [14, 3, 1]],
  ['', []],
  ['7, x', null],
  ['61', null],
  ['1,2,3,4,5,6,7,8,9,10,11', null],
])('reminders “%s” are %j', (text, days) => expect(parseReminders(text)).toEqual(days));

test('a moment is read as it was written', () => {
  expect(parseMoment(momentText(NOW))).toBe(NOW);
  expect(parseMoment('12.12.2025')).toBeNull();
});

describe('a record written by hand', () => {
  const entry = (changes: Partial<EntryTexts> = {}) => ({ ...newEntry('id', NOW, 21), ...changes });
  const at = (ago: number) => momentText(NOW - ago);

  test('of support has its length, its dialog and who agreed', () => {
    const texts = entry({ startsAt: at(HOUR), requestedAt: at(2 * HOUR), chatId: '2', answerer: ' Anna ', days: '14' });
    expect(entryOf(texts, NOW)).toEqual({
      kind: 'vendor',
      id: 'id',
      state: 'granted',
      requestedAt: NOW - 2 * HOUR,
      startsAt: NOW - HOUR,
      days: 14,
      ticket: '',
      chatId: 2,
      reason: '',
      answerer: 'Anna',
    });
  });

  test('that waits for an answer has none, and one that is over may tell when it ended', () => {
    expect(entryOf(entry({ state: 'pending', answerer: 'x' }), NOW)).toMatchObject({ startsAt: null, answerer: '' });
    const over = entry({ state: 'revoked', requestedAt: at(3 * DAY), startsAt: at(2 * DAY), endedAt: at(DAY) });
    expect(entryOf(over, NOW)).toMatchObject({ state: 'revoked', endedAt: NOW - DAY });
    expect(entryOf({ ...over, endedAt: '' }, NOW)).not.toHaveProperty('endedAt');
  });

  test('of a partner and of an integrator has no length', () => {
    expect(entryOf(entry({ kind: 'partner', partnerName: 'North', days: 'x' }), NOW)).toEqual({
      kind: 'partner',
      id: 'id',
      partnerName: 'North',
      startsAt: NOW,
      reason: '',
      answerer: '',
    });
    expect(entryOf(entry({ kind: 'integrator', name: 'Pavel', userId: '31' }), NOW)).toEqual({
      kind: 'integrator',
      id: 'id',
      name: 'Pavel',
      userId: '31',
      since: NOW,
    });
  });

  test.each([
    [{ days: '500' }, { days: 'days' }],
    [{ startsAt: '' }, { startsAt: 'date' }],
    [{ startsAt: at(-DAY) }, { startsAt: 'future' }],
    [{ startsAt: at(HOUR) }, { startsAt: 'startBeforeRequest' }],
    [{ state: 'ended', endedAt: at(HOUR) }, { endedAt: 'endBeforeStart' }],
    [{ kind: 'partner' }, { partnerName: 'partnerMissing' }],
    [
      { kind: 'integrator', userId: 'seven' },
      { name: 'nameMissing', userId: 'userId' },
    ],
    [{ state: 'declined', days: 'x' }, {}],
  ] as const)('%j is told to be wrong: %j', (changes, problems) => {
    expect(entryProblems(entry(changes), NOW)).toEqual(problems);
    if (Object.keys(problems).length > 0) expect(entryOf(entry(changes), NOW)).toBeNull();
  });
});

describe('a correction', () => {
  const row = grant();
  const before = textsOf(row, words, NOW);
  const events = (changes: Partial<CorrectionTexts>) => correctionEvents(before, { ...before, ...changes }, row);

  test('tells only what is different', () => {
    expect(events({})).toEqual([]);
    expect(events({ days: '14', ticket: ' 5 ', chatId: '', answerer: 'Oleg' })).toEqual([
      { type: 'corrected', changes: { days: 14, ticket: '5', chatId: null, answerer: 'Oleg' } },
    ]);
  });

  test('of the state is an answer of its own, before the rest', () => {
    expect(events({ answer: 'revoked', reason: 'Done' })).toEqual([
      { type: 'answered', answer: 'revoked', at: NOW, answerer: 'Анна Смирнова' },
      { type: 'corrected', changes: { reason: 'Done' } },
    ]);
    expect(events({ answer: 'granted', days: '7', answerer: '' })).toEqual([
      { type: 'answered', answer: 'granted', at: NOW, days: 7 },
    ]);
  });

  test('offers only answers that would change the record', () => {
    expect(answersLeft(grant({ state: 'overdue' }))).toEqual(['declined', 'revoked', 'ended']);
    expect(answersLeft(request())).toEqual(['granted', 'declined', 'revoked', 'ended']);
    expect(answersLeft(partner())).toEqual(['declined', 'ended']);
    expect(answersLeft(integrator({ state: 'gone' }))).toEqual([]);
  });

  test('of an end before the start, or an answer before the request, is told to be wrong', () => {
    const wrong = (changes: Partial<CorrectionTexts>) => correctionProblems(row, { ...before, ...changes }, NOW);
    expect(wrong({ answer: 'ended', at: momentText(NOW - 20 * DAY) })).toEqual({ at: 'endBeforeStart' });
    expect(wrong({ answer: 'declined', at: momentText(NOW - 20 * DAY) })).toEqual({ at: 'startBeforeRequest' });
    expect(wrong({ at: 'nonsense' })).toEqual({});
  });

  test('has only the fields that a kind of record has', () => {
    const integrators = integrator();
    const texts = textsOf(integrators, words, NOW);
    expect(correctionEvents(texts, { ...texts, name: 'Pavel', days: '5', ticket: '1' }, integrators)).toEqual([
      { type: 'corrected', changes: { name: 'Pavel' } },
    ]);
    const fake = lookalike();
    const fakeTexts = textsOf(fake, words, NOW);
    expect(correctionEvents(fakeTexts, { ...fakeTexts, reason: 'x' }, fake)).toEqual([]);
  });
});
