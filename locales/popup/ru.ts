import type { PopupLocale } from '../../domain/popup-text.ts';

export const ru: PopupLocale = {
  language: 'ru',
  messages: {
    title: 'Диалоги с поддержкой',
    portals: 'Порталы',
    loading: 'Загружаем порталы',
    emptyTitle: 'Порталов пока нет',
    emptySteps: [
      'Откройте свой портал Битрикс24 во вкладке и войдите',
      'У края его страниц появится небольшой счётчик',
      'С этого момента портал виден здесь',
    ],
    errorTitle: 'Не удалось загрузить порталы',
    errorText:
      'Latchdesk не смог прочитать своё хранилище. Порталов это не касается. Попробуйте ещё раз, затем перезапустите браузер',
    retry: 'Попробовать ещё раз',
    openPortal: 'Открыть',
    openPortalNamed: (host) => `Открыть портал ${host}`,
    readAgainNamed: (host) => `Прочитать снова: ${host}`,
    newDialogNamed: (host) => `Новый диалог: ${host}`,
    dashboard: 'Диалоги и отчёт',
    dashboardNamed: (host) => `Диалоги и отчёт: ${host}`,
    cardFailed: 'Показать не удалось. Откройте портал и попробуйте снова там',
    user: (id) => `пользователь ${id}`,
    claimRight: 'Я интегратор, показать счётчик',
    readNeedsTab: 'Читать портал можно только через его открытую вкладку. Откройте портал и попробуйте снова',
    chipHidden: 'Счётчик на страницах скрыт.',
    showChip: 'Показать снова',
    onlyAdministrators: 'Запросы доступа тоже приходят только администраторам: спросите у них',
    enterAccess: 'Записать доступ',
    enterAccessNamed: (host) => `Записать доступ: ${host}`,
  },
};
