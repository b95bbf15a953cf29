/** Names of the people, departments and lines of a demo portal; the generated ones go on without end. */
import type { Language } from './scenario.ts';

export interface StaffWords {
  /** First and last names of the usual employees, in the order of `USUAL` in `staff.ts`. */
  employees: readonly [first: string, last: string][];
  departments: { company: string; sales: string; wholesale: string; support: string; books: string };
  lines: [string, string, string];
  roles: Record<string, string>;
  first: readonly string[];
  last: readonly string[];
  department: (number: number) => string;
  withBranches: string;
  everybody: string;
  administrators: string;
}

export const STAFF_WORDS: Record<Language, StaffWords> = {
  ru: {
    employees: [
      ['Олег', 'Седов'],
      ['Анна', 'Рыбакова'],
      ['Тимур', 'Галеев'],
      ['Дарья', 'Ким'],
      ['Марк', 'Шевцов'],
      ['Алёна', 'Жукова'],
      ['Руслан', 'Титов'],
      ['Вера', 'Мельник'],
      ['Глеб', 'Носов'],
      ['Софья', 'Ершова'],
      ['Антон', 'Лапин'],
    ],
    departments: {
      company: 'Компания',
      sales: 'Отдел продаж',
      wholesale: 'Оптовые продажи',
      support: 'Служба заботы',
      books: 'Бухгалтерия',
    },
    lines: ['Продажи в мессенджерах', 'Служба заботы', 'Прошлогодняя акция'],
    roles: { administrator: 'Администратор', chief: 'Руководитель', manager: 'Менеджер' },
    first: ['Илья', 'Нина', 'Пётр', 'Ольга', 'Юрий', 'Лидия', 'Роман', 'Зоя', 'Борис', 'Ева'],
    last: ['Авдеенко', 'Бойко', 'Вагнер', 'Гросс', 'Дячук', 'Зима', 'Кравец', 'Лис', 'Мороз', 'Нагорных', 'Швец'],
    department: (number) => `Филиал № ${number}`,
    withBranches: 'с подотделами',
    everybody: 'Все авторизованные пользователи',
    administrators: 'Администраторы',
  },
  en: {
    employees: [
      ['Owen', 'Sedgwick'],
      ['Anna', 'Fisher'],
      ['Tim', 'Gale'],
      ['Daria', 'Kim'],
      ['Mark', 'Shaw'],
      ['Helen', 'Beetley'],
      ['Russell', 'Tate'],
      ['Vera', 'Miller'],
      ['Glen', 'Norris'],
      ['Sophie', 'Hart'],
      ['Anthony', 'Lapwing'],
    ],
    departments: {
      company: 'Company',
      sales: 'Sales',
      wholesale: 'Wholesale',
      support: 'Customer care',
      books: 'Accounting',
    },
    lines: ['Sales in messengers', 'Customer care', 'Campaign of last year'],
    roles: { administrator: 'Administrator', chief: 'Chief', manager: 'Manager' },
    first: ['Ian', 'Nora', 'Peter', 'Olive', 'Jude', 'Lydia', 'Roman', 'Zoe', 'Boris', 'Eve'],
    last: ['Avery', 'Boyd', 'Wagner', 'Gross', 'Duke', 'Winter', 'Crane', 'Fox', 'Frost', 'Hill', 'Sharp'],
    department: (number) => `Branch ${number}`,
    withBranches: 'with sub-departments',
    everybody: 'All authorised users',
    administrators: 'Administrators',
  },
};

/** The name of the n-th generated employee; the pair comes again only after 110 of them, and then with a number. */
export function generatedName({ first, last }: StaffWords, n: number): [first: string, last: string] {
  const round = Math.floor(n / (first.length * last.length));
  const surname = last[Math.floor(n / first.length) % last.length] ?? '';
  return [first[n % first.length] ?? '', round === 0 ? surname : `${surname} ${round + 1}`];
}
