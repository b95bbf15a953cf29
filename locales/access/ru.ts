import type { AccessLocale } from '../../domain/access/text.ts';
import { formatAge, formatClock, formatDate, formatNumber, type PluralForms, plural } from '../../domain/format.ts';

const FORMAT = 'ru';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const relative = new Intl.RelativeTimeFormat(FORMAT, { numeric: 'auto' });
const named = (name: string) => (name ? ` «${name}»` : '');
/** In full: the short form ends with a full stop, and so do the sentences. */
const year = (date: string) => date.replace(/\sг\.$/, ' года');
const on = (date: string) => (date ? ` ${date}` : '');

export const ru: AccessLocale = {
  language: 'ru',
  messages: {
    number,
    date: (at, now) => year(formatDate(FORMAT, at, now)),
    clock: (at, now) => formatClock(FORMAT, at, now),
    age: (at, now) => year(formatAge(FORMAT, at, now, 'только что')),
    away: (days) => relative.format(days, 'day'),
    days: (value) => count(value, { one: 'день', few: 'дня', many: 'дней', other: 'дня' }),

    title: {
      request: (length) => `Поддержка просит доступ к порталу ${length}`,
      probable: 'Похоже на запрос доступа к порталу. Это он?',
      granted: (clock) => `Доступ поддержки ${clock || 'открыт'}`,
      overdue: (date) => `Доступ должен был закончиться${on(date)}. Проверьте`,
      ticketClosed: 'Вопрос закрыт. Отозвать доступ?',
      ended: (date) => `Доступ поддержки закончился${on(date)}`,
      revoked: (date) => `Доступ поддержки отозван${on(date)}`,
      declined: 'В доступе поддержке отказано',
      answeredElsewhere: {
        granted: 'На запрос ответили не здесь: доступ разрешён',
        declined: 'На запрос ответили не здесь: в доступе отказано',
      },
      unclear: 'На запрос доступа ответили, как – не видно',
      unclearEnd: 'Открыт ли ещё доступ поддержки, не видно. Проверьте',
      partner: (name) => `Партнёр${named(name)} просит передать ему поддержку портала`,
      partnerProbable: (name) => `Похоже на запрос партнёра${named(name)}. Это он?`,
      partnerState: {
        active: (name) => `На вопросы в поддержку отвечает партнёр${named(name)}`,
        ended: (name) => `Партнёр${named(name)} больше не отвечает на вопросы в поддержку`,
        declined: (name) => `Партнёру${named(name)} отказано`,
        unknown: (name) => `Партнёру${named(name)} ответили, как – не видно`,
      },
      lookalike: (value) =>
        value > 1
          ? `Похоже на запросы доступа (${number(value)}), но отправитель не поддержка`
          : 'Похоже на запрос доступа, но отправитель не поддержка',
      integrator: (name) => `На портале есть интегратор${name ? `: ${name}` : ''}`,
      integratorGone: (name) => `Интегратора${name ? ` ${name}` : ''} на портале больше нет`,
    },
    state: {
      vendor: {
        seen: 'похоже на запрос',
        pending: 'ждёт ответа',
        granted: 'доступ открыт',
        ending: 'скоро закончится',
        overdue: 'должен был закончиться',
        ended: 'закончился',
        revoked: 'отозван',
        declined: 'отказано',
        unknown: 'неизвестно, проверьте',
      },
      partner: {
        seen: 'похоже на запрос',
        pending: 'ждёт ответа',
        active: 'отвечает партнёр',
        ended: 'закончено',
        declined: 'отказано',
        unknown: 'неизвестно, проверьте',
      },
      lookalike: { warned: 'предупреждение', dismissed: 'просмотрено' },
      integrator: { present: 'на портале', gone: 'больше нет' },
    },
    length: {
      asked: (days, isAssumed) => (isAssumed ? `предположительно на ${days}` : `на ${days}`),
      known: (days, source) => `${days}, ${source}`,
      source: {
        parsed: 'из сообщения',
        preset: 'предположение: настройка портала',
        entered: 'указано вами',
      },
      unbelieved: (days) => `В сообщении названо ${days}, такого срока не бывает`,
    },
    clockLine: {
      ends: (away, date, isAssumed) => `${isAssumed ? 'предположительно ' : ''}закончится ${away}, ${date}`,
      endsToday: (clock, isAssumed) => `${isAssumed ? 'предположительно ' : ''}закончится сегодня в ${clock}`,
      overdue: (date) => `должен был закончиться ${date}, проверьте`,
      since: (date) => `с ${date}, без срока`,
      sinceAtLeast: (date) => `не позже чем с ${date}, без срока`,
    },
    requested: (age) => `Запрос пришёл ${age}`,
    sender: {
      kind: {
        support: (name) => `Бот поддержки${named(name)}`,
        assistant: (name) => `Помощник портала${named(name)}`,
        notifier: (name) => `Чат уведомлений Битрикс24${named(name)}`,
        bot: (name) => `Бот${named(name)}`,
        person: (name) => `Пользователь${named(name)}`,
        notice: () => 'Уведомление портала',
      },
      verified: 'отправитель проверен',
      unverified: 'отправитель не подтверждён',
      entered: 'Записано вручную',
    },
    because: {
      accessCommand: 'Под сообщением кнопки, которыми портал открывает доступ поддержке.',
      partnerCommand: 'Под сообщением кнопки, которыми портал передаёт поддержку партнёру.',
      senderVerified: 'Сообщение прислал бот самого Битрикс24.',
      senderUnverified: 'Нет подтверждения, что отправитель связан с поддержкой.',
      senderIsApplication: 'Отправитель – бот приложения из Маркета, а не поддержка.',
      senderIsPerson: 'Сообщение написал пользователь портала, а не бот поддержки.',
      buttonsOfAnotherBot: 'Нажатие на кнопки получит бот, который не принадлежит Битрикс24.',
      nameImitates: 'Имя как у поддержки, но это не она.',
      mixedLetters: 'В словах смешаны буквы разных алфавитов.',
      textAsksForAccess: 'В тексте просят доступ.',
      unknownCommands: 'Под сообщением кнопки, которых Latchdesk не знает.',
      confirmNotification: 'Это уведомление портала с кнопками для ответа.',
      onlyRevokeButton: 'Под сообщением осталась только кнопка, которая закрывает доступ.',
    },
    why: {
      revokeButton: 'под запросом осталась кнопка отзыва',
      keyboardGone: 'кнопки под запросом исчезли',
      text: 'так сказано в сообщении',
      colour: 'так отмечено в сообщении',
      pressedHere: 'кнопку портала нажали в этом браузере',
      messageGone: 'сообщение исчезло',
      messageBack: 'сообщение снова на месте',
      person: 'указано вами',
      clock: 'по сроку',
    },
  },
};
