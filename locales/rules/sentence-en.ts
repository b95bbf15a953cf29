import type { SentenceWords } from '../../domain/rules-text.ts';
import { days, hours, minutes, number } from './counted-en.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const sentence: SentenceWords = {
  when: {
    'slots.reached': (value) => `When the number of open dialogs reaches ${number(value)}`,
    'slots.freed': 'When a place for a dialog becomes free',
    'slots.limitChanged': 'When the limit of open dialogs changes',
    'dialog.opened': 'When a dialog is opened',
    'dialog.closed': 'When a dialog is closed',
    'dialog.renamed': 'When a dialog is renamed',
    'support.answered': 'When support answers',
    'answer.waits': (value) => `When support’s answer has waited for you for ${hours(value)}`,
    'message.refused': 'When a message to support is not delivered',
    'access.requested': (value) =>
      value > 0
        ? `When a request for access has been without an answer for ${hours(value)}`
        : 'When support asks for access',
    'access.granted': 'When access is granted',
    'access.ends': (value) => `When an access ends in ${days(value)}`,
    'access.overdue': (value) =>
      value > 0
        ? `When an access should have ended, and again every ${value === 1 ? 'day' : days(value)}`
        : 'When an access should have ended',
    'access.revoked': 'When access is revoked',
    'access.declined': 'When access is declined',
    'access.ticketClosed': 'When a question is closed while its access still runs',
    'wipe.attempted': 'When somebody tries to uninstall an application with its data',
    'reinstall.finished': 'When an application has been reinstalled',
    'reinstall.stopped': 'When the reinstall of an application stops',
    'appAccess.emptied': 'When the access list of an application becomes empty',
    'portal.signedOut': 'When you are signed out',
    manual: 'When you start it yourself',
  },
  rhythm: {
    day: (at) => `Each day at ${at}`,
    weekdays: (at) => `Monday to Friday at ${at}`,
    week: (day, at) => `Each ${WEEKDAYS[day % 7]} at ${at}`,
    month: (day, at) => `On day ${number(day)} of each month at ${at}`,
    own: (cron) => `On the schedule “${cron}”`,
  },
  inZone: (when, zone) => `${when} (${zone})`,
  anyPortal: 'on any portal',
  onPortals: (names) => `on ${names}`,
  noPortal: 'on no portal',
  conditions: (texts) => `if ${texts}`,
  holds: {
    equals: (fact, value) => `${fact} is ${value}`,
    differs: (fact, value) => `${fact} is not ${value}`,
    atLeast: (fact, value) => `${fact} is at least ${value}`,
    atMost: (fact, value) => `${fact} is at most ${value}`,
    contains: (fact, value) => `${fact} contains ${value}`,
    lacks: (fact, value) => `${fact} does not contain ${value}`,
    isKnown: (fact) => `${fact} is known`,
  },
  listHolds: {
    contains: (fact, value) => `${fact} include ${value}`,
    lacks: (fact, value) => `${fact} do not include ${value}`,
  },
  flag: { yes: (fact) => `${fact}: yes`, no: (fact) => `${fact}: no` },
  quoted: (text) => `“${text}”`,
  number,
  action: {
    notify: (title) => `show the notification ${title}`,
    draft: {
      dialog: (title) => `lay the draft ${title} beside the dialog`,
      newDialog: (title) => `prepare the question ${title} for a new dialog`,
    },
    alias: (text) => `name the dialog ${text} in Latchdesk`,
    tag: (text) => `tag the dialog with ${text}`,
    note: (text) => `add ${text} to the dialog’s note`,
    journal: (text) => `write ${text} into the journal`,
    offer: 'offer the oldest parked question if a place is free',
    open: {
      dialog: 'open the dialog',
      mainChat: 'open the main support chat',
      installedApps: 'open the installed applications',
      register: 'open the access register',
      report: 'open the report',
      drafts: 'open the drafts',
    },
    task: {
      session: (title) => `create the task ${title} for you in Bitrix24`,
      form: (title) => `open the form of the task ${title} filled in, for you to save`,
      destination: (title, destination) => `create the task ${title} through ${destination}`,
    },
    deadline: (task, value) => `${task}, due ${value > 0 ? `in ${days(value)}` : 'today'}`,
    webhook: (destination) => `send the event to ${destination}`,
    report: (value) => `prepare the support report of ${days(value)}`,
  },
  someDestination: 'a destination that is not chosen yet',
  untitled: 'without a title',
  noText: '(empty)',
  noActions: 'do nothing yet',
  whole: (when, actions) => `${when}: ${actions}.`,
  hours: {
    only: 'Only in working hours.',
    later: 'Outside of working hours it waits for the next working day.',
  },
  cooldown: {
    rule: (value) => `Then it rests for ${minutes(value)}.`,
    object: (value) => `Then it rests for ${minutes(value)} for the same dialog, access or application.`,
  },
};
