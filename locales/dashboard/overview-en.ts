import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { OverviewMessages } from '../../domain/overview-text.ts';

const FORMAT = 'en';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const portals = (value: number) => count(value, { one: 'portal', other: 'portals' });

/** The first page in English. */
export const overview: OverviewMessages = {
  lead: (value) => `What needs you on ${portals(value)}`,
  rest: 'Put everything off until tomorrow',
  restHint: 'Until 9:00. New requests for access show before that',
  resting: (value, until) => `Put off: ${number(value)}. Back ${until}`,
  restingNothing: (until) => `Everything is put off until ${until}`,
  wake: 'Show again',
  restFailed: 'Could not put it off. Try again',
  openFailed: 'Could not open it. Open the portal and try again there',
  numbers: 'In numbers',
  total: { requests: 'Requests for access', grants: 'Accesses that run', dialogs: 'Open dialogs' },
  source: {
    requests: 'From messages of the portals',
    grants: 'From the register: messages of the portals and your records',
    dialogs: 'From the lists of dialogs on the portals',
  },
  overdue: (value) => `Should have ended: ${number(value)}`,
  noneOverdue: 'None is overdue',
  fullPortals: (value) => `No place left on ${portals(value)}`,
  noneFull: 'There is room wherever it was read',
  noneWaits: 'Nobody waits for an answer',
  waitsSince: (age) => `The oldest: ${age}`,
  readOf: (read, total) => `Portals read: ${number(read)} of ${number(total)}`,
  oldest: (age) => `the oldest numbers: ${age}`,
  notReadWhy: 'Not read on any portal yet. Open a portal in a tab',
  portals: 'Portals',
  search: 'Find a portal',
  searchHint: 'Name or address',
  shown: (shown, total) => `${number(shown)} of ${number(total)}`,
  noneFound: 'There is no such portal. Change the search',
  column: {
    portal: 'Portal',
    slots: 'Dialogs',
    access: 'Access',
    watch: 'Without a tab',
    age: 'Numbers',
    address: 'Address',
    user: 'User',
    colour: 'Colour',
    state: 'State',
    open: 'Open dialogs',
    limit: 'Limit of dialogs',
    slotsSource: 'Source of the dialog numbers',
    slotsAt: 'Dialogs read',
    requests: 'Requests without an answer',
    grants: 'Accesses that run',
    overdue: 'Overdue accesses',
    accessAt: 'Access checked',
  },
  user: (id) => `user ${id}`,
  pending: (value) => `${count(value, { one: 'request waits', other: 'requests wait' })}`,
  running: (value) => `running: ${number(value)}`,
  overdueShort: (value) => `overdue: ${number(value)}`,
  noAccess: 'None',
  neverLooked: 'Not checked',
  notOpened: 'Not opened yet',
  neverRead: 'Not read',
  openDialogs: (name) => `Dialogs: ${name}`,
  none: {
    title: 'No portals yet',
    text: 'Open your Bitrix24 portal in a tab and sign in. It appears here by itself, and you see what needs you: requests for access, full dialogs, answers of support.',
  },
  begin: 'First steps',
  managePortals: 'All portals',
};
