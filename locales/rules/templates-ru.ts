import type { TemplateWords } from '../../domain/rules/templates.ts';

export const template: TemplateWords = {
  answerWaits: {
    name: 'Напомнить об ответе поддержки',
    title: 'Ответ поддержки ждёт вас: {dialog.name}',
    text: 'Часов ожидания: {dialog.waitsHours}. Портал: {portal.name}.',
  },
  accessEnds: {
    name: 'Задача перед концом доступа',
    title: 'Отозвать доступ поддержки: {portal.name}',
    text: 'Доступ: {access.requester}. Заканчивается: {access.endsAt}. Обращение: {access.ticket}.\n\nПроверьте, нужен ли доступ ещё. Если нет, отзовите его на портале.',
  },
  slotFree: { name: 'Предложить отложенный вопрос' },
  requestPending: {
    name: 'Запрос доступа без ответа',
    title: 'Поддержка ждёт ответа о доступе: {portal.name}',
    text: 'Просит: {access.requester}. Обращение: {access.ticket}.',
  },
  accessOverdue: {
    name: 'Просроченный доступ, каждый день',
    title: 'Доступ должен был закончиться: {portal.name}',
    text: 'Доступ: {access.requester}. Конец: {access.endsAt}. Обращение: {access.ticket}. Проверьте его на портале.',
  },
  wipeAttempted: {
    name: 'Сообщить, если приложение удаляют с данными',
    note: 'На портале {portal.name} приложение {app.name} ({app.code}) пытались удалить вместе с данными.',
  },
  reinstalled: {
    name: 'Проверить приложение после переустановки',
    title: 'Проверить {app.name} после переустановки: {portal.name}',
    text: '1. Приложение открывается у сотрудников.\n2. Каналы подключены.\n3. Открытые линии принимают сообщения.\n4. Роботы и шаблоны на месте.\n5. Список доступа тот же.',
  },
  weeklyReport: { name: 'Отчёт о поддержке по понедельникам' },
};
