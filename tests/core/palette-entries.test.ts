import { expect, test } from 'vitest';
import type { Books } from '../../core/market/books.ts';
import { MOST_DIALOGS, paletteEntries } from '../../core/own/palette-entries.ts';
import type { PortalDesk } from '../../core/portal-desk.ts';
import { MOST_EMPLOYEES } from '../../domain/chatapp/book.ts';
import { ru } from '../../locales/ru.ts';

interface Made {
  key?: string;
  dialogs?: object[];
  notes?: Record<number, object>;
  isPaused?: boolean;
}

const dialog = (chatId: number, changes: object = {}) => ({
  ...{ chatId, dialogId: `chat${chatId}`, isMain: false, title: `Вопрос ${chatId}`, status: 'open', ticket: null },
  lastActivityAt: chatId,
  ...changes,
});

/** Of a desk all that is looked at. */
const desk = ({ key = 'https://demo.bitrix24.ru|1', dialogs = [], notes = {}, isPaused = false }: Made) =>
  ({
    row: { key, origin: key.split('|')[0] },
    rules: { whyPaused: () => (isPaused ? 'paused' : null) },
    language: 'ru',
    ledger: { dialogs },
    notes: { get: (chatId: number) => notes[chatId] },
  }) as unknown as PortalDesk;

const books = (staff: Record<string, number> = {}) =>
  ({
    get: async (key: string) => ({
      reading: {
        staff: staff[key]
          ? {
              from: 'read',
              at: 1,
              value: {
                isWhole: true,
                employees: Array.from({ length: staff[key] }, (_, id) => ({ id: `${id}`, name: `Анна ${id}` })),
              },
            }
          : { from: 'nowhere', why: 'notRead' },
      },
    }),
  }) as unknown as Books;

test('a dialog is found by the user’s name for it, by its own, by tag, ticket and number', async () => {
  const notes = { 7: { alias: 'Касса', tags: ['чеки'], ticket: '4711' } };
  const [entry] = await paletteEntries([desk({ dialogs: [dialog(7)], notes })], books());
  expect(entry).toEqual({
    target: { kind: 'dialog', portal: 'https://demo.bitrix24.ru|1', chatId: 7 },
    title: 'Касса',
    words: 'Вопрос 7 чеки 4711 7',
  });
});

test('a dialog without a title has words, and the main chat has an action of its own', async () => {
  const dialogs = [dialog(7, { title: null }), dialog(8, { isMain: true })];
  const entries = await paletteEntries([desk({ dialogs })], books());
  expect(entries.map(({ title }) => title)).toEqual([ru.messages.dialogs.untitled(7)]);
});

test('what is open comes before what is closed, then the most recent', async () => {
  const one = desk({ dialogs: [dialog(1), dialog(3, { status: 'close' }), dialog(2, { status: 'close' })] });
  const two = desk({ key: 'https://second.bitrix24.ru|1', dialogs: [dialog(9, { status: 'close' }), dialog(4)] });
  const entries = await paletteEntries([one, two], books());
  expect(entries.map(({ target }) => 'chatId' in target && target.chatId)).toEqual([4, 1, 9, 3, 2]);
});

test('there are never more than one message can hold', async () => {
  const many = desk({ dialogs: Array.from({ length: MOST_DIALOGS + 5 }, (_, id) => dialog(id + 1)) });
  const staff = books({ 'https://a.bitrix24.ru|1': MOST_EMPLOYEES - 1, 'https://b.bitrix24.ru|1': 50 });
  const desks = [many, desk({ key: 'https://a.bitrix24.ru|1' }), desk({ key: 'https://b.bitrix24.ru|1' })];
  const entries = await paletteEntries(desks, staff);
  const kinds = Map.groupBy(entries, ({ target }) => target.kind);
  expect(kinds.get('dialog')).toHaveLength(MOST_DIALOGS);
  expect(kinds.get('employee')).toHaveLength(MOST_EMPLOYEES);
});

test('employees of a portal are listed once, whoever is signed in', async () => {
  const keys = ['https://a.bitrix24.ru|1', 'https://a.bitrix24.ru|2'];
  const entries = await paletteEntries(
    keys.map((key) => desk({ key })),
    books({ [keys[0] as string]: 2, [keys[1] as string]: 2 }),
  );
  expect(entries.map(({ title, target }) => [title, 'portal' in target && target.portal])).toEqual([
    ['Анна 0', keys[0]],
    ['Анна 1', keys[0]],
  ]);
});

test('where Latchdesk keeps off, nothing is found', async () => {
  const key = 'https://a.bitrix24.ru|1';
  expect(await paletteEntries([desk({ key, dialogs: [dialog(1)], isPaused: true })], books({ [key]: 3 }))).toEqual([]);
});
