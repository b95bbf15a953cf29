import { describe, expect, it } from 'vitest';
import { DialogIndex, type Searchable } from '../../domain/dialog-search.ts';

const item = (chatId: number, changes: Partial<Searchable> = {}): Searchable => ({
  chatId,
  title: '',
  alias: '',
  tags: [],
  note: '',
  ticket: '',
  ...changes,
});

const search = (items: readonly Searchable[], query: string, limit?: number) =>
  new DialogIndex(items).search(query, limit).map(({ chatId }) => chatId);

const titles = (...list: string[]) => list.map((title, index) => item(index + 1, { title }));

describe('a query', () => {
  it('that is empty or has no word finds nothing', () => {
    expect(search(titles('Импорт', ''), '')).toEqual([]);
    expect(search(titles('Импорт', ''), '  ')).toEqual([]);
    expect(search(titles('Импорт, лиды'), '!?')).toEqual([]);
    expect(search(titles('Импорт'), '#')).toEqual([]);
  });

  it('finds only what has all of its words, in whatever order and field', () => {
    const items = [
      item(1, { title: 'Импорт лидов', note: 'через Excel' }),
      item(2, { title: 'Импорт сделок' }),
      item(3, { alias: 'Excel' }),
    ];
    expect(search(items, 'excel импорт')).toEqual([1]);
    expect(search(items, 'импорт')).toEqual([1, 2]);
  });

  it('may be cut off and may be the inside of a word', () => {
    expect(search(titles('Телефония'), 'теле')).toEqual([1]);
    expect(search(titles('Видеозвонки'), 'звон')).toEqual([1]);
  });

  it('takes signs between words for blanks on both sides', () => {
    expect(search(titles('CRM-форма: ошибка'), 'crm форма')).toEqual([1]);
    expect(search(titles('CRM форма'), 'crm-форма')).toEqual([1]);
    expect(search(titles('Импорт — лиды'), 'импорт — лиды')).toEqual([1]);
    expect(search(titles('cafe', 'œuvre'), 'café!')).toEqual([1]);
    expect(search(titles('cafe', 'œuvre'), 'œuvre!')).toEqual([2]);
    expect(search(titles('код 1812', 'Вопрос №812'), '812')).toEqual([2, 1]);
  });

  it('is read to its 200th character', () => {
    expect(search(titles('Импорт'), `импорт ${' '.repeat(200)}лиды`)).toEqual([1]);
  });

  it('gives no more than the limit, the best ones', () => {
    const items = titles('Видеозвонки', 'Звонки', 'Видеозвонки снова');
    expect(search(items, 'звонки', 1)).toEqual([2]);
    expect(search(items, 'звонки', 0)).toEqual([]);
    const many = Array.from({ length: 60 }, (_, index) => item(index, { title: 'Импорт' }));
    expect(search(many, 'импорт')).toHaveLength(50);
  });
});

describe('spelling', () => {
  it.each([
    ['ЁЛКА', 'елка'],
    ['елка', 'ёлка'],
    ['Café Zürich', 'CAFE zurich'],
    ['cafe', 'cafe\u0301'],
    ['Ｅｘｃｅｌ', 'excel'],
    ['ﬁle', 'file'],
    ['На\u0438\u0306ти', 'най'],
  ])('%j is found as %j', (title, query) => {
    expect(search(titles(title), query)).toEqual([1]);
  });

  it('keeps й and и apart', () => {
    expect(search(titles('мой', 'мой café'), 'мои')).toEqual([]);
  });
});

describe('the other keyboard layout', () => {
  it.each([
    ['привет', 'ghbdtn'],
    ['Почта', 'GJXNF'],
    ['объект', 'j,]trn'],
    ['invoice', 'штмщшсу'],
    ['Excel импорт', 'excel bvgjhn'],
  ])('%j is found by %j', (title, typed) => {
    expect(search(titles(title), typed)).toEqual([1]);
  });

  it('is tried only when nothing was found as typed', () => {
    expect(search(titles('привет', 'ghbdtn'), 'ghbdtn')).toEqual([2]);
  });

  it('does not make other words of a query that has a match in neither', () => {
    expect(search(titles('привет'), 'ghbdtn vbh')).toEqual([]);
  });
});

describe('tags', () => {
  const items = [item(1, { tags: ['почта', 'Ждём'] }), item(2, { title: 'почта' }), item(3, { tags: ['права'] })];

  it.each(['#почта', 'tag:почта', 'tag: почта', 'тег:почта', 'TAG:поч'])('%j looks only at tags', (query) => {
    expect(search(items, query)).toEqual([1]);
  });

  it('restrict only their own word', () => {
    expect(search([...items, item(4, { tags: ['почта'], title: 'Импорт' })], '#почта импорт')).toEqual([4]);
  });

  it('are found without the sign too', () => {
    expect(search(items, 'почта').sort()).toEqual([1, 2]);
  });
});

describe('a number', () => {
  const items = [
    item(812, { title: 'Почта' }),
    item(2, { ticket: '812' }),
    item(3, { title: 'Вопрос в поддержку - #812' }),
    item(8120, { title: 'Права' }),
    item(5, { tags: ['812'] }),
  ];

  it('is a chat, a ticket or part of a text', () => {
    expect(search(items, '812').sort()).toEqual([2, 3, 5, 812]);
  });

  it('with a number sign is the same, and no tag only', () => {
    expect(search(items, '#812').sort()).toEqual([2, 3, 5, 812]);
    expect(search(items, 'tag:812')).toEqual([5]);
  });

  it('puts the chat and the ticket of that number first', () => {
    expect(search(items, '812').slice(0, 2)).toEqual([812, 2]);
  });

  it('may be the name of a chat', () => {
    expect(search(items, 'chat812')).toEqual([812]);
  });

  it('of a chat alone stands in no field', () => {
    expect(new DialogIndex(items).search('chat812')[0]?.fields).toEqual([]);
  });

  it('goes together with words', () => {
    expect(search(items, '812 почта')).toEqual([812]);
  });
});

describe('a hit', () => {
  it('names the fields in which a word of the query stands', () => {
    const index = new DialogIndex([
      item(1, {
        title: 'Импорт',
        alias: 'импорт',
        tags: ['импорт'],
        note: 'лиды',
        ticket: 'импорт1',
      }),
    ]);
    expect(index.search('импорт')[0]?.fields).toEqual(['title', 'alias', 'tags', 'ticket']);
    expect(index.search('импорт лиды')[0]?.fields).toEqual(['title', 'alias', 'tags', 'note', 'ticket']);
  });

  it('ranks a whole word before its beginning, and that before its inside', () => {
    expect(search(titles('автоимпорт', 'импорты', 'импорт'), 'импорт')).toEqual([3, 2, 1]);
  });

  it('ranks what the user named before what was said', () => {
    const items = [item(2, { note: 'импорт' }), item(3, { title: 'импорт' }), item(4, { alias: 'импорт' })];
    expect(search(items, 'импорт')).toEqual([4, 3, 2]);
  });

  it('adds up what its words are worth, and counts the best place of each', () => {
    const items = [
      item(1, { title: 'импорт', note: 'лиды' }),
      item(2, { title: 'импорт лиды' }),
      item(3, { alias: 'импорт лиды', note: 'импорт лиды' }),
    ];
    expect(search(items, 'лиды импорт')).toEqual([3, 2, 1]);
  });

  it('keeps the order in which equals came', () => {
    expect(search([item(9, { title: 'импорт' }), item(4, { title: 'импорт' })], 'импорт')).toEqual([9, 4]);
  });
});
