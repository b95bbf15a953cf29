import type { AccessLocale } from '../../domain/access/text.ts';
import { formatAge, formatClock, formatDate, formatNumber, type PluralForms, plural } from '../../domain/format.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const relative = new Intl.RelativeTimeFormat(FORMAT, { numeric: 'auto' });
const named = (name: string) => (name ? ` “${name}”` : '');
const on = (date: string) => (date ? ` on ${date}` : '');

export const en: AccessLocale = {
  language: 'en',
  messages: {
    number,
    date: (at, now) => formatDate(FORMAT, at, now),
    clock: (at, now) => formatClock(FORMAT, at, now),
    age: (at, now) => formatAge(FORMAT, at, now, 'just now'),
    away: (days) => relative.format(days, 'day'),
    days: (value) => count(value, { one: 'day', other: 'days' }),

    title: {
      request: (length) => `Support asks for access to the portal ${length}`,
      probable: 'This looks like a request for access to the portal. Is it one?',
      granted: (clock) => `Support access ${clock || 'is open'}`,
      overdue: (date) => `Access should have ended${on(date)}. Please check`,
      ticketClosed: 'The question is closed. Revoke access?',
      ended: (date) => `Support access ended${on(date)}`,
      revoked: (date) => `Support access was revoked${on(date)}`,
      declined: 'Support was refused access',
      answeredElsewhere: {
        granted: 'The request was answered elsewhere: access was allowed',
        declined: 'The request was answered elsewhere: access was refused',
      },
      unclear: 'A request for access was answered, it does not show how',
      unclearEnd: 'It does not show whether support access is still open. Please check',
      partner: (name) => `The partner${named(name)} asks to take over support of the portal`,
      partnerProbable: (name) => `This looks like a request of the partner${named(name)}. Is it one?`,
      partnerState: {
        active: (name) => `The partner${named(name)} answers your questions to support`,
        ended: (name) => `The partner${named(name)} no longer answers your questions to support`,
        declined: (name) => `The partner${named(name)} was refused`,
        unknown: (name) => `The partner${named(name)} was answered, it does not show how`,
      },
      lookalike: (value) =>
        value > 1
          ? `These look like access requests (${number(value)}), but the sender is not support`
          : 'This looks like an access request, but the sender is not support',
      integrator: (name) => `An integrator has an account here${name ? `: ${name}` : ''}`,
      integratorGone: (name) => `The integrator${name ? ` ${name}` : ''} has no account here any more`,
    },
    state: {
      vendor: {
        seen: 'looks like a request',
        pending: 'waits for an answer',
        granted: 'access is open',
        ending: 'ends soon',
        overdue: 'should have ended',
        ended: 'ended',
        revoked: 'revoked',
        declined: 'refused',
        unknown: 'unknown, please check',
      },
      partner: {
        seen: 'looks like a request',
        pending: 'waits for an answer',
        active: 'the partner answers',
        ended: 'over',
        declined: 'refused',
        unknown: 'unknown, please check',
      },
      lookalike: { warned: 'warning', dismissed: 'seen' },
      integrator: { present: 'has an account', gone: 'gone' },
    },
    length: {
      asked: (days, isAssumed) => (isAssumed ? `for presumably ${days}` : `for ${days}`),
      known: (days, source) => `${days}, ${source}`,
      source: {
        parsed: 'from the message',
        preset: 'assumed: the setting for this portal',
        entered: 'entered by you',
      },
      unbelieved: (days) => `The message says ${days}, no access lasts that long`,
    },
    clockLine: {
      ends: (away, date, isAssumed) => `${isAssumed ? 'presumably ends' : 'ends'} ${away}, on ${date}`,
      endsToday: (clock, isAssumed) => `${isAssumed ? 'presumably ends' : 'ends'} today at ${clock}`,
      overdue: (date) => `should have ended on ${date}, please check`,
      since: (date) => `since ${date}, without an end`,
      sinceAtLeast: (date) => `since ${date} at the latest, without an end`,
    },
    requested: (age) => `Asked ${age}`,
    sender: {
      kind: {
        support: (name) => `The bot of support${named(name)}`,
        assistant: (name) => `The portal’s assistant${named(name)}`,
        notifier: (name) => `The chat of Bitrix24 notifications${named(name)}`,
        bot: (name) => `A bot${named(name)}`,
        person: (name) => `A user${named(name)}`,
        notice: () => 'A notice of the portal',
      },
      verified: 'sender verified',
      unverified: 'sender not verified',
      entered: 'Entered by hand',
    },
    because: {
      accessCommand: 'Below the message are the buttons with which the portal gives support access.',
      partnerCommand: 'Below the message are the buttons with which the portal hands support to a partner.',
      senderVerified: 'The message comes from a bot of Bitrix24 itself.',
      senderUnverified: 'Nothing proves that the sender has to do with support.',
      senderIsApplication: 'The sender is a bot of a market application, not support.',
      senderIsPerson: 'The message was written by a user of the portal, not by a bot of support.',
      buttonsOfAnotherBot: 'A press on the buttons goes to a bot that does not belong to Bitrix24.',
      nameImitates: 'It is called like support and is not support.',
      mixedLetters: 'Words mix letters of different alphabets.',
      textAsksForAccess: 'The text asks for access.',
      unknownCommands: 'Below the message are buttons that Latchdesk does not know.',
      confirmNotification: 'It is a notice of the portal with buttons to answer it.',
      onlyRevokeButton: 'The only button left below the message is the one that ends the access.',
    },
    why: {
      revokeButton: 'the button that ends the access is left below the request',
      keyboardGone: 'the buttons below the request are gone',
      text: 'the message says so',
      colour: 'the message is marked so',
      pressedHere: 'the portal’s button was pressed in this browser',
      messageGone: 'the message is gone',
      messageBack: 'the message is there again',
      person: 'told by you',
      clock: 'by its length',
    },
  },
};
