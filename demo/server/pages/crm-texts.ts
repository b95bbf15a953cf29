import type { CardType } from '../../model/card-tabs.ts';
import type { Language } from '../../model/scenario.ts';

/** What stands in the place of an application that does not open. */
export type AppTrouble = 'noRights' | 'notFinished' | 'notInstalled' | 'notFound' | 'placementGone' | 'denied';

interface CrmTexts {
  lists: Record<CardType, string>;
  entities: Record<CardType, [id: number, title: string][]>;
  tabs: { main: string; history: string; market: string; more: string };
  about: string;
  untitled: (placementId: number) => string;
  trouble: Record<AppTrouble, string>;
}

export const CRM_TEXTS: Record<Language, CrmTexts> = {
  ru: {
    lists: { deal: 'Сделки', lead: 'Лиды', contact: 'Контакты', company: 'Компании' },
    entities: {
      deal: [
        [15, 'Поставка садовой мебели'],
        [16, 'Сервисный договор на год'],
        [17, 'Пробная партия'],
      ],
      lead: [[21, 'Заявка с сайта']],
      contact: [[31, 'Мария Соколова']],
      company: [[41, 'ООО «Зелёный двор»']],
    },
    tabs: { main: 'Общие', history: 'История', market: 'Маркет', more: 'Еще' },
    about: 'Карточка демонстрационного портала.',
    untitled: (placementId) => `Расширение №${placementId}`,
    trouble: {
      noRights:
        'У вас недостаточно прав для доступа к данному приложению. Обратитесь к администратору вашего Битрикс24.',
      notFinished:
        'Приложение ещё не установлено до конца. Обратитесь к администратору вашего Битрикс24, чтобы он завершил установку.',
      notInstalled: 'Приложение не установлено. Обратитесь к администратору портала.',
      notFound: 'Приложение не найдено.',
      placementGone: 'Невозможно отобразить приложение в текущем контексте.',
      denied: 'Нет доступа',
    },
  },
  en: {
    lists: { deal: 'Deals', lead: 'Leads', contact: 'Contacts', company: 'Companies' },
    entities: {
      deal: [
        [15, 'Garden furniture'],
        [16, 'Service for a year'],
        [17, 'Trial lot'],
      ],
      lead: [[21, 'Request from the site']],
      contact: [[31, 'Mary Falcon']],
      company: [[41, 'Green Yard Ltd']],
    },
    tabs: { main: 'General', history: 'History', market: 'Market', more: 'More' },
    about: 'A card of the demo portal.',
    untitled: (placementId) => `Add-on #${placementId}`,
    trouble: {
      noRights: "You don't have permissions to access this application. Please contact your Bitrix24 administrator.",
      notFinished:
        'The application has not yet been completely installed. Please contact your Bitrix24 administrator to complete the installation.',
      notInstalled: 'Application is not installed. Please contact your intranet administrator.',
      notFound: 'Application was not found.',
      placementGone: 'Cannot show the app in the current context.',
      denied: 'Access denied.',
    },
  },
};
