import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SurfaceMessage } from '../../../bitrix24/surface-protocol.ts';
import { type FileReading, readSettingsFile } from '../../../core/settings-file/read-file.ts';
import { SETTINGS_FIELDS } from '../../../core/settings-file/settings-schema.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { LARGEST_FILE } from '../../../domain/settings-file/file.ts';
import { anySettings } from '../../domain/settings-file/samples.ts';

const HEAD = { format: 'latchdesk.settings', schema: 1 };
const DEMO = { address: 'https://demo.bitrix24.ru', userId: '7' };

function read(file: object) {
  const reading = readSettingsFile(JSON.stringify(file));
  if (reading.why !== null) throw new Error(`The file was refused: ${reading.why}`);
  return reading;
}

const first = (portal: object) => read({ ...HEAD, portals: [portal] }).file.portals[0];

/** What the background takes from a surface. */
const isTakenBySurfaces = (changes: unknown) =>
  v.safeParse(SurfaceMessage, { type: 'settings.changed', key: 'https://a|1', changes }).success;

describe('a file is refused as a whole', () => {
  const many = `[${'0,'.repeat(1_000_001)}0]`;

  it.each<[string, string, FileReading['why']]>([
    ['when it is empty', ' \n', 'empty'],
    ['when it is larger than any of ours', 'x'.repeat(LARGEST_FILE + 1), 'tooLarge'],
    ['when it is nested deeper than any of ours', '['.repeat(1_000_000), 'tooDeep'],
    ['when it is nested deep in objects', `${'{"a":'.repeat(200_000)}1`, 'tooDeep'],
    ['when it has millions of entries', many, 'tooMany'],
    ['when it has more portals than anybody', JSON.stringify({ ...HEAD, portals: Array(1_001).fill(DEMO) }), 'tooMany'],
    ['when it is cut off', JSON.stringify({ ...HEAD, portals: [DEMO] }).slice(0, -3), 'notJson'],
    ['when it is no JSON', 'portal;setting', 'notJson'],
    ['when it is another JSON', '{"format":"other","schema":1}', 'notOurs'],
    ['when it is no object', '[]', 'notOurs'],
    ['when its version is none', JSON.stringify({ ...HEAD, schema: '1' }), 'notOurs'],
    ['when its version is before the first', JSON.stringify({ ...HEAD, schema: 0 }), 'notOurs'],
    ['when a later Latchdesk wrote it', JSON.stringify({ ...HEAD, schema: 2 }), 'newerVersion'],
    ['when its portals are no list', JSON.stringify({ ...HEAD, portals: { length: 3 } }), 'notOurs'],
  ])('%s', (_, text, why) => {
    expect(readSettingsFile(text).why).toBe(why);
  });

  it('not for brackets and commas inside of texts', () => {
    const label = '[{,"'.repeat(6);
    expect(first({ ...DEMO, look: { label, colour: 'red' } })?.look?.label).toBe(label);
  });

  it('not for the mark that Windows puts first', () => {
    expect(readSettingsFile(`\uFEFF${JSON.stringify(HEAD)}`).why).toBeNull();
  });
});

describe('what does not fit is left out and named', () => {
  it('field by field', () => {
    const settings = { waitingHours: '4', idleDays: 7, warnsOfSecrets: 0, workingTime: { from: -1, until: 600 } };
    const { file, skipped, skippedCount } = read({ ...HEAD, portals: [{ ...DEMO, settings }] });
    expect(file.portals[0]?.settings).toEqual({ idleDays: 7, workingTime: { until: 600 } });
    expect(skipped).toEqual([
      { field: 'portals.0.settings.waitingHours', why: 'wrongValue' },
      { field: 'portals.0.settings.warnsOfSecrets', why: 'wrongValue' },
      { field: 'portals.0.settings.workingTime.from', why: 'wrongValue' },
    ]);
    expect(skippedCount).toBe(3);
  });

  it.each([
    'demo.bitrix24.ru',
    'https://demo.bitrix24.ru/',
    'https://user:pass@demo.bitrix24.ru',
    'javascript:alert(1)',
    'file:///etc',
    '',
    7,
    null,
  ])('a portal whose address is %s', (address) => {
    expect(first({ ...DEMO, address })).toBeUndefined();
  });

  it.each(['intranet/', '/a', '/../', '/a//', '/a b/', '//evil.example/', 7])('a portal in the folder %s', (prefix) => {
    expect(first({ ...DEMO, prefix })).toBeUndefined();
  });

  it('a colour that there is none of; and a label is cut to one line that can be seen', () => {
    expect(first({ ...DEMO, look: { label: 'A', colour: '#000000' } })?.look).toBeNull();
    const label = ` Acme\u202e\n${'x'.repeat(50)}`;
    const look = { label: `Acme ${'x'.repeat(19)}`, colour: 'red' };
    expect(first({ ...DEMO, look: { label, colour: 'red' } })?.look).toEqual(look);
  });

  it('a task address that runs a script, and no other note', () => {
    const note = { chatId: 1, alias: 'Mail', tags: [], text: '', taskUrl: '', ticket: '' };
    const notes = [
      { ...note, taskUrl: 'javascript:alert(1)' },
      { ...note, chatId: 2 },
      null,
      'x',
      { ...note, chatId: 2 },
    ];
    const { file, skipped } = read({ ...HEAD, portals: [{ ...DEMO, notes }] });
    expect(file.portals[0]?.notes.map(({ chatId }) => chatId)).toEqual([2]);
    expect(skipped.map(({ field, why }) => `${field} ${why}`)).toEqual([
      'portals.0.notes.0 wrongValue',
      'portals.0.notes.2 wrongValue',
      'portals.0.notes.3 wrongValue',
      'portals.0.notes.4 twice',
    ]);
  });

  it('notes and records without the user they belong to', () => {
    const notes = [{ chatId: 1, alias: 'Mail', tags: [], text: '', taskUrl: '', ticket: '' }];
    expect(first({ address: DEMO.address, notes })?.notes).toEqual([]);
  });

  it('a list longer than anybody could have', () => {
    const notes = Array(20_001).fill({});
    const { file, skipped } = read({ ...HEAD, portals: [{ ...DEMO, notes }] });
    expect(file.portals[0]?.notes).toEqual([]);
    expect(skipped).toEqual([{ field: 'portals.0.notes', why: 'tooMany' }]);
  });

  it('and no more than fifty are named, however many there are', () => {
    const { skipped, skippedCount } = read({ ...HEAD, portals: Array(1_000).fill({ address: 1 }) });
    expect([skipped.length, skippedCount]).toEqual([50, 1_000]);
  });
});

describe('names that reach for the prototype', () => {
  const planted = '{"isAdmin":true,"idleDays":9,"address":"https://evil.example"}';

  it('change no object and bring no value', () => {
    const text = `{"format":"latchdesk.settings","schema":1,"__proto__":${planted},"constructor":{"prototype":${planted}},
      "preferences":{"__proto__":${planted},"language":"ru"},
      "portals":[{"__proto__":${planted}},
        {"address":"https://demo.bitrix24.ru","settings":{"__proto__":${planted},"constructor":1,"toString":2}}]}`;
    const reading = readSettingsFile(text);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    if (reading.why !== null) throw new Error('The file was refused.');
    expect(reading.file.portals).toHaveLength(1);
    expect(reading.file.portals[0]?.settings).toEqual({});
    expect(reading.file.portals[0]?.settings.idleDays).toBeUndefined();
    expect(reading.file.preferences).toEqual({ language: 'ru' });
  });
});

describe('whatever is in the file', () => {
  const anyPortal = fc.record(
    {
      address: fc.oneof(fc.constant(DEMO.address), fc.jsonValue()),
      userId: fc.oneof(fc.constant('7'), fc.jsonValue()),
      settings: fc.oneof(
        fc.jsonValue(),
        fc.record(Object.fromEntries(Object.keys(SETTINGS_FIELDS).map((name) => [name, fc.jsonValue()])), {
          requiredKeys: [],
        }),
        anySettings,
      ),
      chip: fc.jsonValue(),
      look: fc.jsonValue(),
      notes: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
      register: fc.oneof(fc.jsonValue(), fc.array(fc.record({ kind: fc.constant('vendor'), id: fc.jsonValue() }))),
    },
    { requiredKeys: [] },
  );

  it('nothing is taken that a surface could not have set', () => {
    fc.assert(
      fc.property(fc.array(anyPortal), fc.jsonValue(), (portals, preferences) => {
        const { file } = read({ ...HEAD, preferences: preferences ?? 0, portals });
        for (const { settings } of file.portals) {
          const workingTime = { ...DEFAULT_SETTINGS.workingTime, ...settings.workingTime };
          expect(isTakenBySurfaces({ ...settings, workingTime })).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('it is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readSettingsFile(text) !== undefined));
  });

  it('no word of it is in what is said of the parts left out', () => {
    const marked = { evilName: 1, waitingHours: 'evil', workingTime: { evil: 'evil', from: 'evil' } };
    const { skipped } = read({
      ...HEAD,
      evil: 'evil',
      portals: [{ ...DEMO, evil: 1, settings: marked, look: 'evil' }],
    });
    expect(skipped.length).toBeGreaterThan(3);
    expect(JSON.stringify(skipped)).not.toContain('evil');
  });
});

describe('the bounds of a setting', () => {
  const fields = Object.keys(SETTINGS_FIELDS) as (keyof typeof SETTINGS_FIELDS)[];
  const numbers = [
    -1,
    0,
    0.4,
    0.5,
    1,
    1.5,
    7,
    8,
    60,
    61,
    200,
    200.5,
    366,
    367,
    1e9,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ];
  const lists = [['hint'], ['chip'], Array(10).fill(1), Array(11).fill(1), ...numbers.map((number) => [number])];
  const { workingTime } = DEFAULT_SETTINGS;
  const hours = [
    ...[...numbers, 1_440, 1_441].map((from) => ({ ...workingTime, from })),
    ...[...lists, [1, 2, 3, 4, 5, 6, 7, 7]].map((weekdays) => ({ ...workingTime, weekdays })),
    ...['2026-02-28', '2026-2-3', '28.02.2026', ''].map((day) => ({ ...workingTime, holidays: [day] })),
    ...[2_000, 2_001].map((count) => ({ ...workingTime, workdays: Array(count).fill('2026-01-01') })),
    ...[60, 61].map((length) => ({ ...workingTime, timeZone: 'x'.repeat(length) })),
  ];
  const values = [...numbers, ...lists, ...hours, true, '1', null, {}, []];

  it.each(fields)('of "%s" are those of the surfaces', (field) => {
    for (const value of values) {
      const isTaken = v.safeParse(SETTINGS_FIELDS[field], value).success;
      expect(isTaken, JSON.stringify(value)?.slice(0, 80)).toBe(isTakenBySurfaces({ [field]: value }));
    }
  });
});
