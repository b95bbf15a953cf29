import type { Language } from './scenario.ts';

/** Texts around access to the portal. Nobody outside knows the real ones; these say the same in other words. */
export interface AccessTexts {
  assistantName: string;
  assistantPosition: string;
  assistantHello: string;
  /** `length` is «21 день» or whatever the director wants to stand there; null: no length is named. */
  request: (length: string | null) => string;
  days: (count: number) => string;
  allow: string;
  deny: string;
  end: string;
  /** What stands in the chat after an answer; `name` is who gave it, null for the reader. */
  answered: Record<'allow' | 'deny' | 'end', (name: string | null, length: string) => string>;
  partnerRequest: (name: string) => string;
  partnerYes: string;
  partnerNo: string;
  partnerManage: string;
  partnerEnd: string;
  partnerProcessed: string;
  partnerRejected: string;
  partnerActivated: (name: string) => string;
  newUser: (name: string) => string;
  confirm: string;
  refuse: string;
  choice: (label: string) => string;
  messageDeleted: string;
  integrator: string;
  /** Names for those whom the director does not name. */
  names: { employee: string; controller: string; integrator: string; newcomer: string; partner: string };
}

const plural = (language: Language, forms: Record<string, string>) => {
  const rules = new Intl.PluralRules(language);
  return (count: number) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
};

export const ACCESS_TEXTS: Record<Language, AccessTexts> = {
  ru: {
    assistantName: 'Марта',
    assistantPosition: 'Ваш личный помощник',
    assistantHello: 'Здравствуйте! Напишу сюда, если понадобится ваше решение.',
    request: (length) =>
      `Чтобы разобраться с вопросом, специалисту поддержки нужен временный доступ к вашему порталу. ${
        length === null ? 'Разрешить доступ?' : `Разрешить доступ на ${length}?`
      }`,
    days: plural('ru', { one: 'день', few: 'дня', many: 'дней', other: 'дня' }),
    allow: 'Разрешить',
    deny: 'Отклонить',
    end: 'Отменить доступ',
    answered: {
      allow: (name, length) => `${name ? `${name}: доступ` : 'Доступ'} специалисту поддержки разрешён на ${length}.`,
      deny: (name) => `${name ? `${name}: запрос` : 'Запрос'} отклонён, доступ не выдан.`,
      end: (name) => `${name ? `${name}: доступ` : 'Доступ'} специалиста поддержки отменён.`,
    },
    partnerRequest: (name) => `Партнёр «${name}» предлагает взять на себя поддержку вашего портала.`,
    partnerYes: 'Подключить партнёра',
    partnerNo: 'Отказаться',
    partnerManage: 'Управлять поддержкой',
    partnerEnd: 'Отключить поддержку партнёра',
    partnerProcessed: 'Выполнено',
    partnerRejected: 'Предложение отклонено',
    partnerActivated: (name) => `Теперь на вопросы отвечает партнёр «${name}».`,
    newUser: (name) => `${name} хочет присоединиться к порталу.`,
    confirm: 'Подтвердить',
    refuse: 'Отказать',
    choice: (label) => `Вы выбрали: «${label}»`,
    messageDeleted: 'Это сообщение удалено',
    integrator: 'Специалист по внедрению',
    names: {
      employee: 'Олег Крылов',
      controller: 'support engineer',
      integrator: 'Кира Белова',
      newcomer: 'Вера Дроздова',
      partner: 'Северный ветер',
    },
  },
  en: {
    assistantName: 'Mia',
    assistantPosition: 'Intelligent assistant',
    assistantHello: 'Hello! This is where I write when a decision of yours is needed.',
    request: (length) =>
      `To look into the question, a support specialist requests temporary access to your account. ${
        length === null ? 'Allow access?' : `Allow access for ${length}?`
      }`,
    days: plural('en', { one: 'day', other: 'days' }),
    allow: 'Allow',
    deny: 'Deny',
    end: 'Cancel access',
    answered: {
      allow: (name, length) =>
        `${name ? `${name}: access` : 'Access'} granted to the support specialist for ${length}.`,
      deny: (name) => `${name ? `${name}: access` : 'Access'} request declined.`,
      end: (name) => `${name ? `${name}: access` : 'Access'} of the support specialist cancelled.`,
    },
    partnerRequest: (name) => `The partner “${name}” offers to take over the support of your account.`,
    partnerYes: 'Connect the partner',
    partnerNo: 'Decline',
    partnerManage: 'Manage support',
    partnerEnd: 'Disconnect the partner',
    partnerProcessed: 'Done',
    partnerRejected: 'The offer was declined',
    partnerActivated: (name) => `From now on the partner “${name}” answers your questions.`,
    newUser: (name) => `${name} would like to join the account.`,
    confirm: 'Confirm',
    refuse: 'Refuse',
    choice: (label) => `You chose: “${label}”`,
    messageDeleted: 'This message was deleted',
    integrator: 'Implementation specialist',
    names: {
      employee: 'Oliver Crane',
      controller: 'support engineer',
      integrator: 'Kira Bell',
      newcomer: 'Vera Thrush',
      partner: 'Northwind Partners',
    },
  },
};
