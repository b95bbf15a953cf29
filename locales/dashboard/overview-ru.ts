import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { OverviewMessages } from '../../domain/overview-text.ts';

const FORMAT = 'ru';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const onPortals = (value: number) =>
  count(value, { one: 'портале', few: 'порталах', many: 'порталах', other: 'порталах' });
const requests = (value: number) => count(value, { one: 'запрос', few: 'запроса', many: 'запросов', other: 'запроса' });

/** The first page in Russian. */
export const overview: OverviewMessages = {
  lead: (value) => `Что ждёт вас на ${onPortals(value)}`,
  rest: 'Отложить всё до завтра',
  restHint: 'До 9:00. Новые запросы доступа покажутся и раньше',
  resting: (value, until) => `Отложено: ${number(value)}. Вернётся ${until}`,
  restingNothing: (until) => `Всё отложено до ${until}`,
  wake: 'Показать снова',
  restFailed: 'Отложить не удалось. Попробуйте ещё раз',
  openFailed: 'Открыть не удалось. Откройте портал и попробуйте снова там',
  numbers: 'В числах',
  total: { requests: 'Запросы доступа', grants: 'Открытые доступы', dialogs: 'Открытые диалоги' },
  source: {
    requests: 'По сообщениям порталов',
    grants: 'По реестру: сообщения порталов и ваши записи',
    dialogs: 'По спискам диалогов на порталах',
  },
  overdue: (value) => `Должны были закончиться: ${number(value)}`,
  noneOverdue: 'Просроченных нет',
  fullPortals: (value) => `Мест нет на ${onPortals(value)}`,
  noneFull: 'Места есть везде, где они прочитаны',
  noneWaits: 'Ответа никто не ждёт',
  waitsSince: (age) => `Самый давний: ${age}`,
  readOf: (read, total) => `Прочитано порталов: ${number(read)} из ${number(total)}`,
  oldest: (age) => `самые старые данные: ${age}`,
  notReadWhy: 'Ещё не прочитано ни на одном портале. Откройте портал во вкладке',
  portals: 'Порталы',
  search: 'Найти портал',
  searchHint: 'Название или адрес',
  shown: (shown, total) => `${number(shown)} из ${number(total)}`,
  noneFound: 'Такого портала нет. Измените поиск',
  column: {
    portal: 'Портал',
    slots: 'Диалоги',
    access: 'Доступ',
    watch: 'Без вкладки',
    age: 'Данные',
    address: 'Адрес',
    user: 'Пользователь',
    colour: 'Цвет',
    state: 'Состояние',
    open: 'Открыто диалогов',
    limit: 'Предел диалогов',
    slotsSource: 'Откуда числа диалогов',
    slotsAt: 'Диалоги прочитаны',
    requests: 'Запросы без ответа',
    grants: 'Открытые доступы',
    overdue: 'Просроченные доступы',
    accessAt: 'Доступ проверен',
  },
  user: (id) => `пользователь ${id}`,
  pending: (value) => `${requests(value)} без ответа`,
  running: (value) => `открыто: ${number(value)}`,
  overdueShort: (value) => `просрочено: ${number(value)}`,
  noAccess: 'Нет',
  neverLooked: 'Не проверяли',
  notOpened: 'Ещё не открывали',
  neverRead: 'Не прочитано',
  openDialogs: (name) => `Диалоги: ${name}`,
  none: {
    title: 'Порталов пока нет',
    text: 'Откройте свой портал Битрикс24 во вкладке и войдите. Он появится здесь сам, и вы увидите, что ждёт вас: запросы доступа, занятые диалоги, ответы поддержки.',
  },
  begin: 'Первые шаги',
  managePortals: 'Все порталы',
};
