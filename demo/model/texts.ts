import type { Language } from './scenario.ts';

/** Texts that the demo portal's server writes into chats and answers. */
export interface ServerTexts {
  supportName: string;
  supportPosition: string;
  partnerName: string;
  operator: string;
  questionTitle: (number: number) => string;
  bannerTitle: string;
  banner: string;
  hello: string;
  ownQuestion: string;
  answer: string;
  closed: string;
  limited: (limit: number) => string;
  disallowed: string;
  resume: string;
  menu: string;
  menuExit: string;
  renamed: (name: string, title: string) => string;
  queue: (place: number) => string;
  generalChat: string;
  teamChat: string;
  notifierChat: string;
  notifierText: string;
  colleagues: [string, string];
  smallTalk: [string, string, string];
}

export const TEXTS: Record<Language, ServerTexts> = {
  ru: {
    supportName: 'Поддержка Битрикс24',
    supportPosition: 'Чат-бот',
    partnerName: 'Партнёр «Северный ветер»',
    operator: 'Алексей',
    questionTitle: (number) => `Вопрос в поддержку - #${number}`,
    bannerTitle: 'Поддержка Битрикс24',
    banner: 'Опишите вопрос одним сообщением. Название чата можно изменить.',
    hello: 'Здравствуйте! Чем можем помочь?',
    ownQuestion: 'Добрый день! Подскажите, пожалуйста, что можно сделать.',
    answer: 'Спасибо, проверяем. Вернёмся с ответом в этот чат.',
    closed: 'Вопрос решён, завершаем диалог. Хорошего дня!',
    limited: (limit) =>
      `Превышено число вопросов в поддержку, которые ждут решения. Максимально вы можете задать ${limit}.`,
    disallowed: 'На вашем тарифе дополнительные вопросы в поддержку недоступны.',
    resume: 'Продолжить',
    menu: 'О чём ваш вопрос?',
    menuExit: 'Другое, позвать специалиста',
    renamed: (name, title) => `${name}: новое название чата — «${title}»`,
    queue: (place) => `Ваше место в очереди: ${place}`,
    generalChat: 'Общий чат',
    teamChat: 'Отдел внедрения',
    notifierChat: 'Новости для администраторов',
    notifierText: 'Плановые работы пройдут в ночь на воскресенье.',
    colleagues: ['Павел Ветров', 'Нина Лугова'],
    smallTalk: ['Созвон в 15:00, не забудьте.', 'Акты отправила, посмотрите.', 'Всем хорошей недели!'],
  },
  en: {
    supportName: 'Bitrix24 Helpdesk',
    supportPosition: 'Chat Bot',
    partnerName: 'Northwind Partners',
    operator: 'Alex',
    questionTitle: (number) => `Helpdesk request - #${number}`,
    bannerTitle: 'Bitrix24 Helpdesk',
    banner: 'Describe the question in one message. You can rename this chat.',
    hello: 'Hello! How can we help?',
    ownQuestion: 'Good day! Could you tell me what can be done, please?',
    answer: 'Thank you, we are looking into it and will answer here.',
    closed: 'The question is solved, we are closing the dialog. Have a nice day!',
    limited: (limit) => `You have exceeded your limit of ${limit} questions to the Helpdesk.`,
    disallowed: 'You cannot post extra questions to the Helpdesk on your current plan.',
    resume: 'Continue',
    menu: 'What is your question about?',
    menuExit: 'Something else, call a specialist',
    renamed: (name, title) => `${name}: the chat is now called “${title}”`,
    queue: (place) => `Your place in the queue: ${place}`,
    generalChat: 'General chat',
    teamChat: 'Implementation team',
    notifierChat: 'News for administrators',
    notifierText: 'Planned maintenance takes place on Sunday night.',
    colleagues: ['Paul Winters', 'Nina Meadows'],
    smallTalk: ['The call is at 15:00, keep it in mind.', 'The papers are sent, have a look.', 'Have a good week!'],
  },
};
