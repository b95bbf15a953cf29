import type { BackgroundLocale } from '../../domain/background-text.ts';
import { formatNumber, plural } from '../../domain/format.ts';

const FORMAT = 'ru';

export const ru: BackgroundLocale = {
  language: 'ru',
  messages: {
    tooltip: {
      pending: (value, span) =>
        value === 1
          ? `запрос доступа ждёт ${span}`
          : `${formatNumber(FORMAT, value)} ${plural(FORMAT, value, { one: 'запрос', few: 'запроса', many: 'запросов', other: 'запроса' })} доступа, первый ждёт ${span}`,
      overdue: 'доступ должен был закончиться',
      warned: 'похоже на запрос доступа, но не от поддержки',
      running: (date) => `по записям доступ открыт до ${date}`,
      more: (count) =>
        `и ещё ${formatNumber(FORMAT, count)} ${plural(FORMAT, count, { one: 'портал', few: 'портала', many: 'порталов', other: 'портала' })}`,
    },
    notification: {
      slotFree: 'Освободился диалог с поддержкой',
      parkedQuestion: (topic) => `Теперь можно задать отложенный вопрос: ${topic}`,
      attention: {
        waiting: 'Поддержка ждёт вашего ответа',
        idle: 'Несколько дней без движения',
        refused: 'Сообщение не доставлено',
      },
      access: {
        title: {
          request: 'Поддержка просит доступ',
          probable: 'Похоже на запрос доступа',
          partner: 'Партнёр просит передать ему поддержку',
          pending: 'Запрос ждёт вашего ответа',
          before: 'Доступ поддержки скоро закончится',
          end: 'Срок доступа поддержки вышел',
          after: 'Доступ поддержки должен был закончиться',
          ticketClosed: 'Вопрос закрыт. Отозвать доступ?',
          review: 'Просмотрите учётную запись интегратора',
          lookalike: 'Похоже на запрос доступа, но не от поддержки',
        },
        request: (length, source) =>
          `Она просит доступ ${length} (${source}). Откройте запрос и решите, о решении поддержка узнает сама`,
        probable: 'Откройте сообщение и отметьте, запрос ли это',
        partner: (name) =>
          `Если согласитесь, на ваши вопросы в поддержку будет отвечать ${name ? `«${name}»` : 'партнёр'}. Откройте запрос и решите`,
        pending: (wait) => `Он ${wait}. Откройте запрос и решите`,
        before: (open, source) => `${open} (${source}). Если он больше не нужен, отзовите его`,
        ended: (date, source) =>
          `Он должен был закончиться ${date} (${source}). Откройте сообщение, проверьте и отметьте, что увидели`,
        ticketClosed: (open) => `${open}. Если он больше не нужен, отзовите его`,
        review: (name, date) => `${name || 'Запись'}: на портале с ${date}. Нужна ли она ещё?`,
        lookalike: (name) =>
          `Отправитель${name ? ` «${name}»` : ''} не подтверждён. Не отвечайте и ничего не нажимайте, пока не проверите`,
      },
    },
  },
};
