import { formatNumber } from '../../domain/format.ts';
import type { PaletteLocale } from '../../domain/palette-text.ts';

const number = (value: number) => formatNumber('en-GB', value);

export const en: PaletteLocale = {
  language: 'en',
  messages: {
    title: 'Find a portal, dialog, employee or action',
    dialogsOf: (portal) => `Find a dialog: ${portal}`,
    hint: 'Portal, dialog, employee, action',
    close: 'Close the search',
    results: 'Found',
    found: (count) => `Found: ${number(count)}`,
    none: (query) => `Nothing found for “${query}”`,
    noneHint: 'The search knows portals, names and tags of dialogs, employees and actions, not the messages.',
    noDialogs: 'No dialogs were seen on this portal yet',
    loading: 'Dialogs and employees are still being read',
    failed: 'Dialogs and employees could not be read; portals and actions are found',
    group: {
      portal: 'Portals',
      action: 'Actions',
      section: 'Pages of Latchdesk',
      dialog: 'Dialogs',
      employee: 'Employees',
    },
    action: {
      newDialog: { title: 'New dialog', words: 'ask a question, write to support, open new' },
      mainChat: { title: 'Open the main chat', words: 'support chat, Bitrix24 Support, write' },
      openRequest: { title: 'Open the request for access', words: 'support asks, allow, deny' },
      enterAccess: { title: 'Record an access', words: 'enter a grant, register' },
      explainer: { title: 'Why an employee cannot work with ChatApp', words: 'rights, explain, does not see, access' },
      copyFacts: { title: 'Copy facts about the portal', words: 'address, browser, clipboard' },
      readAgain: { title: 'Read again', words: 'refresh, reload' },
      restUntilTomorrow: { title: 'Rest everything until tomorrow, 9:00', words: 'snooze, quiet, do not disturb' },
    },
    section: {
      overview: { title: 'Overview', words: 'home, what needs me' },
      dialogs: { title: 'Dialogs', words: 'list of questions, tickets' },
      access: { title: 'Support access', words: 'register, grants' },
      chatapp: { title: 'State of ChatApp', words: 'reinstall, open channels' },
      report: { title: 'Report', words: 'charts, reply time, statistics' },
      drafts: { title: 'Drafts', words: 'parked questions, texts' },
      rules: { title: 'Rules', words: 'automation, remind, tasks, webhook, schedule' },
      journal: { title: 'Journal', words: 'history, events' },
      portals: { title: 'Portals', words: 'add a portal, own domain, pause, colour, label' },
      settings: { title: 'Settings', words: 'language, working hours, reminders, import, export' },
      health: { title: 'Health', words: 'diagnostics, errors, self-test' },
      privacy: { title: 'Privacy', words: 'what is stored, wipe, read-only' },
    },
  },
};
