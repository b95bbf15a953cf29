import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialogEntry, employeeEntry, type PaletteEntry, portalEntry } from '../../domain/palette/entry.ts';
import { onOtherKeyboard } from '../../domain/palette/fold.ts';
import { PaletteIndex } from '../../domain/palette/palette-index.ts';

const NORTH = 'https://north.bitrix24.ru|1';
const SOUTH = 'https://south.example.com|7';

let lastChat = 100;
const dialog = (title: string, changes: { tags?: string[]; ticket?: string; name?: string; chatId?: number } = {}) => {
  lastChat += 1;
  const { tags = [], ticket = null, name = title, chatId = lastChat } = changes;
  return dialogEntry(NORTH, { chatId, title, tags, ticket }, name);
};

function indexOf(entries: readonly PaletteEntry[]): PaletteIndex {
  const index = new PaletteIndex();
  index.put('entries', entries);
  return index;
}

const titles = (index: PaletteIndex, query: string, limit?: number) =>
  index.search(query, limit).map(({ entry }) => entry.title);
const found = (title: string, query: string) => titles(indexOf([dialog(title), dialog('Совсем другое')]), query);

const EVERYTHING = new PaletteIndex();
EVERYTHING.put('sections', [
  { target: { kind: 'section', section: 'settings' }, title: 'Настройки', words: 'Settings' },
]);
EVERYTHING.put('actions', [
  { target: { kind: 'action', action: 'readAgain', portal: NORTH }, title: 'Прочитать снова', words: 'Read again' },
]);
EVERYTHING.put('portals', [
  portalEntry({ key: NORTH, host: 'north.bitrix24.ru', userId: '1' }, 'Север'),
  portalEntry({ key: SOUTH, host: 'south.example.com', userId: '7' }, ''),
]);
EVERYTHING.put('dialogs north', [dialog('Печать чеков'), dialog('Настройка роботов')], 'Север north.bitrix24.ru');
EVERYTHING.put(
  'dialogs south',
  [dialogEntry(SOUTH, { chatId: 9, title: 'Печать чеков', tags: [], ticket: null }, 'Касса')],
  'south.example.com',
);
EVERYTHING.put('people north', [employeeEntry(NORTH, { id: '12', name: 'Пётр Ильин' }, 'Отдел продаж')], 'Север');

describe('the palette finds', () => {
  it.each([
    ['a section by the other language', 'settings', 'section'],
    ['an action', 'прочит', 'action'],
    ['a portal by its label', 'север', 'portal'],
    ['a portal by its address', 'south', 'portal'],
    ['a dialog by its own title, though it is shown under another name', 'печать south', 'dialog'],
    ['an employee, with е for ё', 'петр', 'employee'],
    ['an employee by department', 'продаж', 'employee'],
  ])('%s', (_what, query, kind) => {
    expect(EVERYTHING.search(query)[0]?.entry.target.kind).toBe(kind);
  });

  it('where it leads to', () => {
    expect(EVERYTHING.search('касса')[0]).toEqual({
      entry: { target: { kind: 'dialog', portal: SOUTH, chatId: 9 }, title: 'Касса', words: 'Печать чеков 9' },
      fit: 'exact',
      isOtherKeyboard: false,
    });
  });

  it('dialogs of one portal when it is named beside them', () => {
    const portals = (query: string) =>
      EVERYTHING.search(query).map(({ entry }) => 'portal' in entry.target && entry.target.portal);
    expect(portals('печать чеков')).toEqual([NORTH, SOUTH]);
    expect(portals('север печать')).toEqual([NORTH]);
    expect(portals('печать south')).toEqual([SOUTH]);
  });

  it('by the name of a portal the portal and not all that is on it', () => {
    expect(EVERYTHING.search('север').map(({ entry }) => entry.target.kind)).toEqual(['portal']);
  });

  it('a dialog by tag, ticket and number', () => {
    const index = indexOf([dialog('Один'), dialog('Два', { tags: ['склад'], ticket: '4711', chatId: 815 })]);
    for (const query of ['склад', '4711', '№ 4711', '#815', '815']) expect(titles(index, query)).toEqual(['Два']);
  });

  it('one or two letters at the beginning of words only', () => {
    expect(found('Печать чеков', 'че')).toEqual(['Печать чеков']);
    expect(found('Печать чеков', 'ча')).toEqual([]);
    expect(found('Печать чеков', 'чат')).toEqual(['Печать чеков']);
  });

  it('nothing in an entry without words, whatever stands next to it', () => {
    const bare: PaletteEntry = { target: { kind: 'section', section: 'x' }, title: '…', words: '' };
    expect(titles(indexOf([bare, dialog('Печать')]), 'печать')).toEqual(['Печать']);
  });

  it('nothing for an empty query, and nothing where a word is missing', () => {
    for (const query of ['', '   ', '—', 'печать ничегонет', 'ъъъъъъ']) expect(EVERYTHING.search(query)).toEqual([]);
  });
});

describe('what is typed on the wrong keyboard', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['GHBDTN', 'привет'],
    ['руддщ', 'hello'],
    ['k.lb', 'люди'],
    ['[kt,', 'хлеб'],
    ['`krf', 'ёлка'],
  ])('%s is %s', (typed, meant) => {
    expect(onOtherKeyboard(typed)).toBe(meant);
  });

  it('is found, and said to be so', () => {
    expect(EVERYTHING.search('xtrjd')[0]).toMatchObject({ entry: { title: 'Печать чеков' }, isOtherKeyboard: true });
    expect(titles(EVERYTHING, 'ыуеештпы')).toEqual(['Настройки']);
    expect(found('Люди и отделы', 'k.lb')).toEqual(['Люди и отделы']);
  });

  it('may stand beside what is right, and may be a beginning or have a slip', () => {
    expect(EVERYTHING.search('ctdth печать').map(({ entry }) => entry.title)).toEqual(['Печать чеков']);
    expect(found('Телефония', 'ntkt')).toEqual(['Телефония']);
    expect(found('Принтер', 'ghbynth')).toEqual(['Принтер']);
    expect(found('Принтер', 'ghbntyh')).toEqual(['Принтер']);
  });

  it('comes after what was found as it is', () => {
    const index = indexOf([dialog('Код доступа'), dialog('rjl of conduct')]);
    expect(titles(index, 'rjl')).toEqual(['rjl of conduct', 'Код доступа']);
  });

  it('is no transliteration: letters that only sound alike are other letters', () => {
    expect(found('Привет', 'privet')).toEqual([]);
    expect(found('Hello', 'хелло')).toEqual([]);
  });
});

describe('what is not typed exactly', () => {
  it.each([
    ['letters left out', 'прнтр'],
    ['two letters swapped', 'пирнтер'],
    ['two letters swapped further on', 'принетр'],
    ['a wrong letter', 'пронтер'],
    ['a letter that is not in the word', 'приэтер'],
    ['a letter too many', 'приинтер'],
    ['a letter missing', 'притер'],
  ])('is found with %s', (_slip, query) => {
    expect(found('Сетевой принтер', query)).toEqual(['Сетевой принтер']);
  });

  it.each([
    ['too far apart', 'пкт'],
    ['two slips', 'промтэр'],
    ['another first letter', 'кринтер'],
    ['a word too short for a slip', 'прян'],
  ])('is not found with %s', (_why, query) => {
    expect(found('Принтер подключается к интернету', query)).toEqual([]);
  });

  it('is never made of numbers: another number is another dialog', () => {
    expect(found('Вопрос 481216', '48126')).toEqual([]);
  });

  it('comes after what is', () => {
    const index = indexOf([dialog('Притвор'), dialog('Принтер'), dialog('Прнтр')]);
    expect(titles(index, 'прнтр')).toEqual(['Прнтр', 'Принтер']);
  });
});

describe('the best comes first', () => {
  it('a whole word, its beginning, its inside; in the title and then beside it', () => {
    const entries = [
      dialog('Пересклад'),
      dialog('Товар', { tags: ['склад'] }),
      dialog('Про складской учёт'),
      dialog('Про склад'),
      dialog('Склад'),
    ];
    expect(titles(indexOf(entries), 'склад')).toEqual([
      'Склад',
      'Про склад',
      'Про складской учёт',
      'Товар',
      'Пересклад',
    ]);
  });

  it('a portal, a section and an action before a dialog of the same words', () => {
    const index = new PaletteIndex();
    index.put('dialogs', [dialog('Север')]);
    index.put('portals', [portalEntry({ key: NORTH, host: 'n.ru', userId: '1' }, 'Север')]);
    expect(index.search('север').map(({ entry }) => entry.target.kind)).toEqual(['portal', 'dialog']);
  });

  it('among equals in the order they came in, and no more than were asked for', () => {
    const entries = Array.from({ length: 100 }, (_, at) => dialog('Вопрос в поддержку', { chatId: at + 1 }));
    const hits = indexOf(entries).search('вопрос', 3);
    expect(hits.map(({ entry }) => entry)).toEqual(entries.slice(0, 3));
  });

  it('also when it is the last of many', () => {
    const index = indexOf([...Array.from({ length: 5_000 }, () => dialog('Мой вопрос')), dialog('Вопрос')]);
    expect(titles(index, 'вопрос', 2)).toEqual(['Вопрос', 'Мой вопрос']);
  });
});

describe('what changes', () => {
  it('takes the place of what was there, and goes when it is taken away', () => {
    const index = new PaletteIndex();
    index.put('north', [dialog('Старое')]);
    index.put('north', [dialog('Новое')]);
    expect([titles(index, 'старое'), titles(index, 'новое')]).toEqual([[], ['Новое']]);
    index.remove('north');
    expect(titles(index, 'новое')).toEqual([]);
  });
});

describe('whatever a title is', () => {
  const word = fc.stringMatching(/^(?:[а-яё]{1,12}|[a-z]{1,12}|\d{1,6})$/);
  const title = fc.array(word, { minLength: 1, maxLength: 6 });

  it('its own words find it, whole or begun, in any order', () => {
    fc.assert(
      fc.property(title, title, fc.nat(12), (words, others, cut) => {
        const entry = dialog(words.join(' '));
        const index = indexOf([dialog(others.join(' ')), entry]);
        const typed = [...words].reverse().map((each, at) => (at === 0 ? each.slice(0, cut + 1) : each));
        expect(index.search(typed.join(' ')).map((hit) => hit.entry)).toContain(entry);
      }),
    );
  });

  it('a query never throws, finds nothing twice, and nothing beyond the limit', () => {
    const index = indexOf([dialog('Печать чеков'), dialog('CRM import'), dialog('Вопрос № 12'), dialog('')]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(5), (query, limit) => {
        const hits = index.search(query, limit);
        expect(new Set(hits.map(({ entry }) => entry)).size).toBe(hits.length);
        expect(hits.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
