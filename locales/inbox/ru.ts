import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { InboxLocale } from '../../domain/inbox-text.ts';

const FORMAT = 'ru';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;

export const ru: InboxLocale = {
  language: 'ru',
  messages: {
    heading: 'Ждёт вас',
    nothing: 'Сейчас ничто не требует вашего внимания',
    more: (value) => `Показать ещё ${number(value)}`,
    fewer: 'Свернуть',
    beyond: (value) => `И ещё ${number(value)}: они поднимутся, когда этих станет меньше`,
    count: (value) => `ждёт вас: ${number(value)}`,
    rest: 'Отложить всё до завтра, 9:00',
    resting: (value, until) =>
      value > 0
        ? `${count(value, { one: 'дело отложено', few: 'дела отложены', many: 'дел отложено', other: 'дела отложено' })} до ${until}`
        : `До ${until} показываем только новое о доступе`,
    wake: 'Показать сейчас',
    user: (id) => `пользователь ${id}`,
    probablyFull: (used, max) =>
      `Похоже, места заняты: открыто ${number(used)}, предел предположительно ${number(max)}`,
    ticketClosed: 'Вопрос закрыт, а доступ поддержки ещё открыт',
    refused: (dialog) => `Сообщение в диалоге «${dialog}» не доставлено`,
    waitingMinutes: (dialog, minutes) =>
      `В диалоге «${dialog}» ответ поддержки ждёт вас ${count(minutes, { one: 'рабочую минуту', few: 'рабочие минуты', many: 'рабочих минут', other: 'рабочей минуты' })}`,
    waitingHours: (dialog, hours) =>
      `В диалоге «${dialog}» ответ поддержки ждёт вас ${count(hours, { one: 'рабочий час', few: 'рабочих часа', many: 'рабочих часов', other: 'рабочего часа' })}`,
    idle: (dialog, days) =>
      `Диалог «${dialog}» без движения ${count(days, { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' })}`,
    reinstall: {
      checked: 'ChatApp переустановлен не до конца: идёт проверка',
      recorded: 'ChatApp переустановлен не до конца: состояние записано, можно удалять',
      uninstalling: 'ChatApp переустановлен не до конца: проверьте, удалилось ли приложение',
      absent: 'ChatApp удалён и ещё не установлен снова',
      installing: 'ChatApp переустановлен не до конца: приложение устанавливается',
      finishing: 'ChatApp установлен, но установку надо закончить в самом приложении',
      compared: 'ChatApp установлен снова: взгляните, что изменилось',
      stopped: 'Переустановка ChatApp остановлена на полпути',
    },
    ruleUncertain: (value, rule) =>
      value === 1
        ? `Правило «${rule}»: неизвестно, выполнено ли одно действие`
        : `Правило «${rule}»: неизвестно, выполнены ли ${count(value, { one: 'действие', few: 'действия', many: 'действий', other: 'действия' })}`,
    ruleOff: (rule) => `Правило «${rule}» несколько раз подряд не сработало и выключилось`,
    lead: {
      request: 'Открыть запрос',
      look: 'Посмотреть',
      check: 'Проверить',
      record: 'Открыть запись',
      dialog: 'Открыть диалог',
      ways: 'Что можно сделать',
      dialogs: 'Открыть список',
      reinstall: 'Продолжить',
      rules: 'Открыть правила',
      portal: 'Открыть портал',
    },
  },
};
