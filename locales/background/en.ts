import type { BackgroundLocale } from '../../domain/background-text.ts';
import { formatNumber } from '../../domain/format.ts';

const FORMAT = 'en-GB';

export const en: BackgroundLocale = {
  language: 'en',
  messages: {
    edgeName: (portal) => `This page belongs to the portal “${portal}”`,
    tooltip: {
      pending: (value, span) =>
        value === 1
          ? `access request waiting ${span}`
          : `${formatNumber(FORMAT, value)} access requests waiting, the first ${span}`,
      overdue: 'access should have ended',
      warned: 'looks like an access request, but not from support',
      running: (date) => `by the records access is open until ${date}`,
      more: (count) => `and ${formatNumber(FORMAT, count)} more ${count === 1 ? 'portal' : 'portals'}`,
    },
    notification: {
      slotFree: 'A support dialog is free',
      parkedQuestion: (topic) => `Your parked question can be asked now: ${topic}`,
      attention: {
        waiting: 'Support waits for your answer',
        idle: 'Nothing has moved for days',
        refused: 'A message was not delivered',
      },
      watchStopped: {
        title: 'No longer read without a tab',
        because: {
          signedOut: 'You are not signed in there. Open the portal and sign in, then it goes on by itself',
          noPermission: 'The browser keeps Latchdesk out of this portal. Allow it there, then open the portal',
          failing: 'The portal could not be read for a long time. Open it, or try again in the dashboard',
          oldMessenger: 'The portal shows the old messenger, which Latchdesk does not know',
          noSupportBot: 'The portal has no chat with support. Open it when that has changed',
          notAdministrator: 'The portal no longer calls you an administrator. Open it when that has changed',
          paused: 'Latchdesk is paused on this portal',
          policy: 'Your IT department does not let Latchdesk work on this portal',
        },
      },
      access: {
        title: {
          request: 'Support asks for access',
          probable: 'This looks like a request for access',
          partner: 'A partner asks to take over support',
          pending: 'A request waits for your answer',
          before: 'Support access ends soon',
          end: 'The time of support access is up',
          after: 'Support access should have ended',
          ticketClosed: 'The question is closed. Revoke access?',
          review: 'Look at an integrator’s account',
          lookalike: 'Looks like an access request, but not from support',
        },
        request: (length, source) =>
          `It asks for access ${length} (${source}). Open the request and decide, support learns of it by itself`,
        probable: 'Open the message and tell Latchdesk whether it is one',
        partner: (name) =>
          `If you agree, ${name ? `“${name}”` : 'the partner'} answers your questions to support. Open the request and decide`,
        pending: (wait) => `It has been ${wait}. Open the request and decide`,
        before: (open, source) => `${open} (${source}). If it is not needed any more, revoke it`,
        ended: (date, source) =>
          `It should have ended on ${date} (${source}). Open the message, check, and note what you found`,
        ticketClosed: (open) => `${open}. If it is not needed any more, revoke it`,
        review: (name, date) => `${name || 'The account'}: here since ${date}. Is it still needed?`,
        lookalike: (name) =>
          `The sender${name ? ` “${name}”` : ''} is not verified. Do not answer and press nothing before you have checked`,
      },
    },
    rules: {
      fill: { notKnown: 'not known', none: 'none', yes: 'yes', no: 'no' },
      task: {
        otherVersion:
          'This portal has no tasks that could be made from outside. Choose “Open the form filled in” in the rule',
        signedOut:
          'The portal does not let this sign-in or webhook in. Open the portal and sign in, or make a new webhook',
        noRight:
          'The portal does not let this user make tasks. Ask an administrator, or choose “Open the form filled in”',
        noPlan: 'The plan of this portal does not allow it. Choose “Open the form filled in” in the rule',
        noScope: 'The webhook may not reach tasks. Give it the right “Tasks” on the portal, then run the rule again',
      },
      taskMade: (id) => `Task ${id}`,
      taskRefused: (code) => `The portal has refused the task${code && ` (${code})`}. Look at its title and text`,
      taskForm: 'The form is open and filled in. There is no task until somebody saves it',
      aliasKept: 'The dialog has a name of your own, which stays',
      noteFull: 'The note has no room for it. Shorten the note',
      tagsFull: 'The dialog has as many tags as it can have. Remove one',
      noRoomForDraft: 'There are too many drafts. Delete some that are done with',
      noDialog: 'The dialog it is about is not known here any more',
      nothingToOffer: 'Nothing is parked, or no dialog is free',
      mayNotNotify: 'The browser shows no notifications of Latchdesk. Allow them in the settings',
      example: 'This is an example. Nothing has happened',
      scopeFound: 'The webhook works and may make tasks',
      reportTitle: 'The support report is ready',
      report: (days) =>
        days === 1
          ? 'Of the last day. Open the dashboard to look at it and copy it'
          : `Of the last ${formatNumber(FORMAT, days)} days. Open the dashboard to look at it and copy it`,
    },
  },
};
