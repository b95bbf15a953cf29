import type { PopupLocale } from '../../domain/popup-text.ts';

export const en: PopupLocale = {
  language: 'en',
  messages: {
    title: 'Support dialogs',
    portals: 'Portals',
    loading: 'Loading the portals',
    emptyTitle: 'No portals yet',
    emptySteps: [
      'Open your Bitrix24 portal in a tab and sign in',
      'A small counter appears at the edge of its pages',
      'From then on the portal is listed here',
    ],
    errorTitle: 'Could not load the portals',
    errorText:
      'Latchdesk could not read its own storage. Your portals are not affected. Try again, then restart the browser',
    retry: 'Try again',
    openPortal: 'Open',
    openPortalNamed: (host) => `Open the portal ${host}`,
    readAgainNamed: (host) => `Read again: ${host}`,
    newDialogNamed: (host) => `New dialog: ${host}`,
    dashboard: 'Dialogs and report',
    dashboardNamed: (host) => `Dialogs and report: ${host}`,
    cardFailed: 'It could not be shown. Open the portal and try again there',
    user: (id) => `user ${id}`,
    claimRight: 'I am an integrator, show the counter',
    readNeedsTab: 'A portal is read through an open tab of it. Open the portal and try again',
    chipHidden: 'The counter is hidden on its pages.',
    showChip: 'Show it again',
    onlyAdministrators: 'Requests for access come to administrators only, too: ask one of them',
    enterAccess: 'Record access',
    enterAccessNamed: (host) => `Record access: ${host}`,
  },
};
