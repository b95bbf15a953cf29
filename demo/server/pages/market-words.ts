import type { Language } from '../../model/scenario.ts';

/** What pages of applications say, in both generations; scripts of the pages get them as they are. */
export interface MarketWords {
  market: string;
  installed: string;
  more: string;
  installedDenied: string;
  access: string;
  remove: string;
  removeNew: string;
  oldAccess: string;
  install: string;
  update: string;
  open: string;
  cancel: string;
  close: string;
  select: string;
  accessTitle: string;
  /** With `#APP_NAME#`. */
  confirmNew: string;
  confirmOld: string;
  confirmButton: string;
  deleteData: string;
  uninstallFailed: string;
  unpublished: string;
  installDenied: string;
  notFound: string;
  permissions: string;
  licence: string;
  agreement: string;
  privacy: string;
  consentMissing: string;
  installing: string;
  installedDone: string;
  developer: string;
  about: string;
  filter: string;
  catalogue: string[];
}

export const MARKET_WORDS: Record<Language, MarketWords> = {
  ru: {
    market: 'Маркет',
    installed: 'Установленные приложения',
    more: 'Еще',
    installedDenied: 'Доступ запрещён. Обратитесь к администратору для просмотра установленных приложений.',
    access: 'Доступ',
    remove: 'Удалить',
    removeNew: 'Удалить',
    oldAccess: 'Права доступа',
    install: 'Установить',
    update: 'Обновить',
    open: 'Открыть',
    cancel: 'Отмена',
    close: 'Закрыть',
    select: 'Выбрать',
    accessTitle: 'Выбор пользователей и отделов',
    confirmNew: 'Вы уверены, что хотите удалить приложение "#APP_NAME#"?',
    confirmOld: 'Вы уверены, что хотите удалить приложение?',
    confirmButton: 'Удалить',
    deleteData: 'удалить настройки и данные приложения',
    uninstallFailed: 'Ошибка! Приложение не было удалено',
    unpublished: 'Приложение удалено из Маркета или временно недоступно',
    installDenied: 'Чтобы установить приложение, обратитесь к администратору вашего Битрикс24',
    notFound: 'Приложение не найдено',
    permissions: 'Приложение сможет работать с CRM, открытыми линиями и сотрудниками.',
    licence: 'Условия Маркета приняты',
    agreement: 'Лицензионное соглашение разработчика принято',
    privacy: 'Политика конфиденциальности разработчика принята',
    consentMissing: 'Отметьте все согласия, чтобы продолжить',
    installing: 'Приложение устанавливается',
    installedDone: 'Приложение добавлено на портал',
    developer: 'Разработчик',
    about: 'Описание приложения. Здесь разработчик рассказывает, что оно умеет.',
    filter: 'Поиск по приложениям',
    catalogue: ['Склад и остатки', 'Подпись документов', 'Опросы клиентов'],
  },
  en: {
    market: 'Market',
    installed: 'Installed apps',
    more: 'More',
    installedDenied: 'Access denied. Please contact the administrator to view the installed applications.',
    access: 'User access',
    remove: 'Delete',
    removeNew: 'Uninstall',
    oldAccess: 'Access permissions',
    install: 'Install',
    update: 'Update',
    open: 'Open',
    cancel: 'Cancel',
    close: 'Close',
    select: 'Select',
    accessTitle: 'Users and departments',
    confirmNew: 'Are you sure you want to delete the app "#APP_NAME#"?',
    confirmOld: 'Are you sure you want to delete the application?',
    confirmButton: 'Delete',
    deleteData: 'delete application settings and data',
    uninstallFailed: 'Error! The application was not uninstalled.',
    unpublished: 'Application is temporary unavailable or was removed from the Bitrix24.Market.',
    installDenied: 'To install the app, contact your Bitrix24 administrator.',
    notFound: 'Application was not found',
    permissions: 'The application will work with CRM, Open Channels and employees.',
    licence: 'The terms of the Market are accepted',
    agreement: 'The licence agreement of the developer is accepted',
    privacy: 'The privacy policy of the developer is accepted',
    consentMissing: 'Tick all consents to go on',
    installing: 'The application is being installed',
    installedDone: 'The application is on the portal now',
    developer: 'Developer',
    about: 'What the application is for: its developer tells it here.',
    filter: 'Find applications',
    catalogue: ['Stock and warehouse', 'Document signing', 'Customer surveys'],
  },
};
