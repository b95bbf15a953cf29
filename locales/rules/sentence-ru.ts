import { plural } from '../../domain/format.ts';
import type { SentenceWords } from '../../domain/rules-text.ts';
import { days, hours, minutes, number } from './counted-ru.ts';

/** As after "every". */
const WEEKDAYS = [
  'каждое воскресенье',
  'каждый понедельник',
  'каждый вторник',
  'каждую среду',
  'каждый четверг',
  'каждую пятницу',
  'каждую субботу',
] as const;
const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const sentence: SentenceWords = {
  when: {
    'slots.reached': (value) => `Когда число открытых диалогов доходит до ${number(value)}`,
    'slots.freed': 'Когда освобождается место для диалога',
    'slots.limitChanged': 'Когда меняется предел открытых диалогов',
    'dialog.opened': 'Когда открывают диалог',
    'dialog.closed': 'Когда закрывают диалог',
    'dialog.renamed': 'Когда диалог переименовывают',
    'support.answered': 'Когда поддержка отвечает',
    'answer.waits': (value) => `Когда ответ поддержки ждёт вас ${hours(value)}`,
    'message.refused': 'Когда сообщение поддержке не доставлено',
    'access.requested': (value) =>
      value > 0 ? `Когда запрос доступа остаётся без ответа ${hours(value)}` : 'Когда поддержка просит доступ',
    'access.granted': 'Когда доступ выдан',
    'access.ends': (value) => `Когда до конца доступа остаётся ${days(value)}`,
    'access.overdue': (value) =>
      value > 0
        ? `Когда доступ должен был закончиться, и снова ${value === 1 ? 'каждый день' : `раз в ${days(value)}`}`
        : 'Когда доступ должен был закончиться',
    'access.revoked': 'Когда доступ отозван',
    'access.declined': 'Когда в доступе отказано',
    'access.ticketClosed': 'Когда вопрос закрыт, а доступ к нему ещё действует',
    'wipe.attempted': 'Когда приложение пытаются удалить вместе с данными',
    'reinstall.finished': 'Когда приложение переустановлено',
    'reinstall.stopped': 'Когда переустановка приложения останавливается',
    'appAccess.emptied': 'Когда список доступа приложения становится пустым',
    'portal.signedOut': 'Когда вы вышли из портала',
    manual: 'Когда вы запускаете его сами',
  },
  rhythm: {
    day: (at) => `Каждый день в ${at}`,
    weekdays: (at) => `По будням в ${at}`,
    week: (day, at) => `${upper(WEEKDAYS[day % 7] ?? '')} в ${at}`,
    month: (day, at) => `${number(day)}-го числа каждого месяца в ${at}`,
    own: (cron) => `По расписанию «${cron}»`,
  },
  inZone: (when, zone) => `${when} (${zone})`,
  anyPortal: 'на любом портале',
  onPortals: (names, value) =>
    `${plural('ru', value, { one: 'на портале', few: 'на порталах', many: 'на порталах', other: 'на порталах' })} ${names}`,
  noPortal: 'ни на одном портале',
  conditions: (texts) => `если ${texts}`,
  holds: {
    equals: (fact, value) => `${fact} – ${value}`,
    differs: (fact, value) => `${fact} – не ${value}`,
    atLeast: (fact, value) => `${fact} не меньше ${value}`,
    atMost: (fact, value) => `${fact} не больше ${value}`,
    contains: (fact, value) => `${fact} содержит ${value}`,
    lacks: (fact, value) => `${fact} не содержит ${value}`,
    isKnown: (fact) => `есть сведения «${fact}»`,
  },
  listHolds: {
    contains: (fact, value) => `${fact}: есть ${value}`,
    lacks: (fact, value) => `${fact}: нет ${value}`,
  },
  flag: { yes: (fact) => `${fact}: да`, no: (fact) => `${fact}: нет` },
  quoted: (text) => `«${text}»`,
  number,
  action: {
    notify: (title) => `показать уведомление ${title}`,
    draft: {
      dialog: (title) => `положить рядом с диалогом черновик ${title}`,
      newDialog: (title) => `подготовить вопрос ${title} для нового диалога`,
    },
    alias: (text) => `назвать диалог ${text} в Latchdesk`,
    tag: (text) => `добавить диалогу метку ${text}`,
    note: (text) => `дописать в заметку диалога ${text}`,
    journal: (text) => `записать в журнал ${text}`,
    offer: 'предложить самый старый отложенный вопрос, если есть место',
    open: {
      dialog: 'открыть диалог',
      mainChat: 'открыть главный чат поддержки',
      installedApps: 'открыть установленные приложения',
      register: 'открыть реестр доступов',
      report: 'открыть отчёт',
      drafts: 'открыть черновики',
    },
    task: {
      session: (title) => `создать для вас в Битрикс24 задачу ${title}`,
      form: (title) => `открыть для вас заполненную форму задачи ${title}`,
      destination: (title, destination) => `создать через ${destination} задачу ${title}`,
    },
    deadline: (task, value) => `${task} ${value > 0 ? `со сроком ${days(value)}` : 'со сроком сегодня'}`,
    webhook: (destination) => `отправить событие получателю ${destination}`,
    report: (value) => `подготовить отчёт о поддержке за ${days(value)}`,
  },
  someDestination: '(ещё не выбран)',
  untitled: 'без названия',
  noText: '(пусто)',
  noActions: 'пока ничего не делать',
  whole: (when, actions) => `${when}: ${actions}.`,
  hours: {
    only: 'Только в рабочее время.',
    later: 'Вне рабочего времени ждёт следующего рабочего дня.',
  },
  cooldown: {
    rule: (value) => `Потом отдыхает ${minutes(value)}.`,
    object: (value) => `Потом для того же диалога, доступа или приложения отдыхает ${minutes(value)}.`,
  },
};
