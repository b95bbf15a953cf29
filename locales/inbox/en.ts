import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { InboxLocale } from '../../domain/inbox-text.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;

export const en: InboxLocale = {
  language: 'en',
  messages: {
    heading: 'Needs you',
    nothing: 'Nothing needs you right now',
    more: (value) => `Show ${number(value)} more`,
    fewer: 'Show fewer',
    beyond: (value) => `And ${number(value)} more: they move up as this list gets shorter`,
    count: (value) => `needs you: ${number(value)}`,
    rest: 'Rest everything until tomorrow, 9:00',
    resting: (value, until) =>
      value > 0
        ? `${count(value, { one: 'thing rests', other: 'things rest' })} until ${until}`
        : `Until ${until} only what is new about access is shown`,
    wake: 'Show now',
    user: (id) => `user ${id}`,
    probablyFull: (used, max) =>
      `The places are probably taken: ${number(used)} open, the limit is assumed to be ${number(max)}`,
    ticketClosed: 'The question is closed, and the access of support is still open',
    refused: (dialog) => `A message in “${dialog}” was not delivered`,
    waitingMinutes: (dialog, minutes) =>
      `Support’s answer in “${dialog}” has waited for ${count(minutes, { one: 'working minute', other: 'working minutes' })}`,
    waitingHours: (dialog, hours) =>
      `Support’s answer in “${dialog}” has waited for ${count(hours, { one: 'working hour', other: 'working hours' })}`,
    idle: (dialog, days) =>
      `No movement in “${dialog}” for ${count(days, { one: 'working day', other: 'working days' })}`,
    reinstall: {
      checked: 'ChatApp is not reinstalled yet: checks are under way',
      recorded: 'ChatApp is not reinstalled yet: its state is recorded, it can go',
      uninstalling: 'ChatApp is not reinstalled yet: look whether it is gone',
      absent: 'ChatApp was uninstalled and is not installed again',
      installing: 'ChatApp is not reinstalled yet: it is being installed',
      finishing: 'ChatApp is installed, but has to be finished inside the application',
      compared: 'ChatApp is installed again: look at what has changed',
      stopped: 'The reinstall of ChatApp was stopped halfway',
    },
    ruleUncertain: (value, rule) =>
      value === 1
        ? `Rule “${rule}”: nobody knows whether one action was done`
        : `Rule “${rule}”: of ${count(value, { one: 'action', other: 'actions' })} nobody knows whether they were done`,
    ruleOff: (rule) => `Rule “${rule}” has failed several times in a row and switched itself off`,
    lead: {
      request: 'Open the request',
      look: 'Look',
      check: 'Check',
      record: 'Open the record',
      dialog: 'Open the dialog',
      ways: 'See what can be done',
      dialogs: 'Open the list',
      reinstall: 'Go on',
      rules: 'Open the rules',
      portal: 'Open the portal',
    },
  },
};
