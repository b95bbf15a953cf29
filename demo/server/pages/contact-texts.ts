import type { Language } from '../../model/scenario.ts';

interface ContactTexts {
  title: string;
  builtIn: [id: string, title: string][];
  lines: string;
  permissions: string;
  queue: string;
  order: string;
  orders: Record<'evenly' | 'strictly' | 'all', string>;
  available: string;
  addFirst: string;
  addMore: string;
  save: string;
  saved: string;
  other: string;
  role: string;
  addAccess: string;
  remove: string;
  roleList: string;
  denied: string;
  connector: string;
  connectedTo: (line: string) => string;
  notConnected: string;
  rights: [entity: string, action: string][];
  reach: Record<string, string>;
}

export const CONTACT_TEXTS: Record<Language, ContactTexts> = {
  ru: {
    title: 'Контакт-центр',
    builtIn: [
      ['livechat', 'Онлайн-чат'],
      ['telegrambot', 'Telegram'],
      ['whatsappbyedna', 'WhatsApp от edna'],
    ],
    lines: 'Открытые линии',
    permissions: 'Права доступа',
    queue: 'Очередь ответственных сотрудников:',
    order: 'Распределение обращений между сотрудниками в очереди:',
    orders: { evenly: 'Равномерно', strictly: 'Строго по очереди', all: 'Одновременно всем' },
    available: 'Проверять доступность сотрудника',
    addFirst: 'Добавить сотрудников',
    addMore: 'Добавить еще',
    save: 'Сохранить',
    saved: 'Сохранено',
    other: 'Рабочее время',
    role: 'Роль',
    addAccess: 'Добавить право доступа',
    remove: 'Удалить',
    roleList: 'Список ролей',
    denied: 'Доступ запрещён.',
    connector: 'Подключение канала',
    connectedTo: (line) => `Подключён к открытой линии «${line}».`,
    notConnected: 'Не подключён ни к одной открытой линии.',
    rights: [
      ['Открытые линии', 'Просмотр'],
      ['Открытые линии', 'Изменение'],
      ['Подключение к чату', 'Выполнение'],
    ],
    reach: { none: 'Нет доступа', own: 'Свои', department: 'Свои и отдела', any: 'Любые' },
  },
  en: {
    title: 'Contact Center',
    builtIn: [
      ['livechat', 'Live chat'],
      ['telegrambot', 'Telegram'],
      ['whatsappbyedna', 'WhatsApp by edna'],
    ],
    lines: 'Open Channels',
    permissions: 'Access permissions',
    queue: 'Responsible employees queue',
    order: 'Distribute conversations among the employees in the queue:',
    orders: { evenly: 'Evenly', strictly: 'Strictly in order', all: 'Simultaneously to everyone' },
    available: 'Check whether the employee is available',
    addFirst: 'Add employees',
    addMore: 'Add more',
    save: 'Save',
    saved: 'Saved',
    other: 'Working hours',
    role: 'Role',
    addAccess: 'Add access permission',
    remove: 'Delete',
    roleList: 'Roles',
    denied: 'Access denied.',
    connector: 'Channel connection',
    connectedTo: (line) => `Connected to the Open Channel "${line}".`,
    notConnected: 'Not connected to any Open Channel.',
    rights: [
      ['Open Channels', 'View'],
      ['Open Channels', 'Edit'],
      ['Join conversation', 'Perform'],
    ],
    reach: { none: 'No access', own: 'Own', department: "Own and department's", any: 'Any' },
  },
};
