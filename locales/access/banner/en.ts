import type { BannerLocale } from '../../../domain/access/banner-text.ts';
import { formatNumber, type PluralForms, plural } from '../../../domain/format.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const quoted = (name: string) => (name ? ` “${name}”` : '');

export const en: BannerLocale = {
  language: 'en',
  messages: {
    name: 'Access to the portal',
    folded: (title) => `Show: ${title}`,
    fold: 'Fold',
    details: 'Details',
    less: 'Hide',
    more: (value) => `and ${number(value)} more about access`,
    moreList: 'The rest about access',
    dismiss: 'Close',
    why: 'Why do I see this?',
    whyText:
      'Latchdesk looks after requests for access and the end of an open access. It does not allow, refuse or revoke: you do, with the portal’s buttons.',
    becauseTitle: 'What this is based on',
    independent: 'Independent software, not affiliated with Bitrix24',
    hideHere: 'Hide here',
    dialog: { main: 'Bitrix24 Support', untitled: (chatId) => `Dialog ${chatId}, title not read yet` },

    note: {
      doNotAnswer: 'Do not answer before checking',
      supportKnows: 'Support learns of it by itself, no need to write',
      closed: (age) => `Closed ${age}, access is still open`,
      until: (date, isAssumed) => `${isAssumed ? 'Presumably until' : 'Until'} ${date}. Support learns of it by itself`,
      noEnd: 'It has no end date',
      answered: (age) => `Noticed ${age}`,
    },
    answered: {
      granted: 'Access was allowed',
      declined: 'Access was refused',
      partnerActive: 'The partner’s request was accepted',
      partnerDeclined: 'The partner was refused',
    },

    button: {
      open: 'Open the request',
      openMessage: 'Open the message',
      revoke: 'Revoke',
      understood: 'Got it',
      later: 'Decide later',
      remind: 'Remind me later',
      keep: 'Keep until its end',
      stillOpen: 'Access is still open',
      isOver: 'It ended or was revoked',
      notMine: 'Not mine',
      isOne: 'Yes, it is a request',
      isNone: 'No, it is none',
      ended: 'Has ended already',
      extended: 'Extended: set the length',
      giveReason: 'Give the reason',
      tellHow: 'Say how',
      granted: 'It was allowed',
      declined: 'It was refused',
      unknown: 'I do not know',
      save: 'Save',
      skip: 'Skip',
      undo: 'Take back',
    },
    opened: {
      inPage: 'The message is open on this page, the portal’s buttons are framed.',
      inChat: 'The main chat with support is open. The message of the request may not be there any more.',
      inTab: 'The message is open in another tab.',
      nowhere: 'Nobody knows where the message is. Open the chat “Bitrix24 Support” and look for the request there.',
      failed: 'Could not open it. Reload the page, or open the chat “Bitrix24 Support” yourself.',
    },
    openedNote: {
      answer: 'The message is open. Answer with the buttons below it',
      revoke: 'Revoke with the button below the message. If there is none, see the details',
      chat: 'The main chat with support is open. How to revoke is in the details',
    },
    readOnly: 'Read-only: Latchdesk shows and changes nothing',
    notSaved: 'Could not save, please try again',
    putAway: {
      snoozed: 'You will be reminded',
      setAside: 'Noted: not yours. The request stays in the access register',
    },
    snoozed: (time) => `Reminder: ${time}`,
    later: { hour: 'In an hour', tomorrow: 'Tomorrow at 9:00', threeDays: 'In 3 days' },

    fact: {
      who: 'From',
      where: 'Where',
      about: 'About',
      since: 'When',
      length: 'How long',
      clock: 'Clock',
      answered: 'Answered by',
      count: 'How often',
    },
    place: {
      main: () => 'Main chat with support',
      assistant: (name) => `Chat with the assistant${quoted(name)}`,
      notifier: () => 'Chat of notifications from Bitrix24',
      notice: () => 'Notifications of the portal',
      other: (name) => (name ? `Chat${quoted(name)}` : 'Another chat'),
    },
    onlyMain: 'A request comes to the main chat and to administrators only, even if you wrote in another dialog.',
    noMessage: 'Entered by hand, there is no message',
    since: (time, age) => `${time}, ${age}`,
    lastOne: (value, age) => `${count(value, { one: 'message', other: 'messages' })}, the last one ${age}`,

    answers: {
      title: 'What follows from the answer',
      agree: 'If you allow it',
      refuse: 'If you refuse',
      agreeWhat: 'A specialist of support can come in and look at the problem.',
      refuseWhat:
        'They will ask for screenshots and settings. It takes longer and may stay unsolved. The question stays open.',
      partnerAgreeWhat: 'The partner answers in the support chat, Bitrix24 does not.',
      partnerRefuseWhat: 'Support of Bitrix24 goes on answering, nothing changes.',
    },
    rules: {
      noAccessByDefault: 'Without your consent support has no access.',
      anyTime: 'Access that was allowed can be revoked at any time.',
      tellsItself: 'Support learns of your decision by itself, no need to write.',
      yours: 'It is yours to decide: Latchdesk presses none of the portal’s buttons.',
      partnerNoAccount: 'The partner gets no account on the portal by this.',
      partnerNoEnd: 'There is no end date: it stays so until you switch it off.',
    },

    check: {
      title: 'Is it genuine?',
      state: { ok: 'Fine', warning: 'Careful', unknown: 'Unknown' },
      ticket: {
        number: (ticket) => `There is a ticket: ${ticket}`,
        dialog: (name) => `There is a question to support:${quoted(name) || ' a dialog'}`,
        guess: (name) => `Perhaps it is about${quoted(name) || ' a dialog'}. Please check`,
        none: 'It does not show which question it is about. Access is asked for only after a question',
        noDialogs: 'There is no dialog with support, and access is asked for only after a question',
        choose: 'The question it is about',
        nothingChosen: 'Not chosen',
      },
      sender: {
        ok: 'The sender is a bot of Bitrix24 itself',
        warning: 'The sender is not verified',
        unknown: 'Latchdesk has not seen the sender',
      },
      password: {
        ok: 'No password is asked for',
        warning: 'It asks for a password. Support never does',
        unknown: 'Whether a password is asked for is not known: there is no text',
      },
      address: {
        ok: 'No links to outside sites',
        warning: 'It links to an outside site. Do not open it',
        unknown: 'Whether it links outside is not known: there is no text',
      },
    },

    lookalike: {
      what: 'The message looks like an access request, but support did not send it. Its buttons may lead anywhere.',
      real: 'A genuine request comes inside the portal, from the bot of support or the portal’s assistant, only after a question of yours, and never asks for a password.',
      ask: 'If in doubt, ask in the main chat with support.',
    },
    probable: {
      what: 'Sender or text look like an access request, but Latchdesk does not know the buttons below the message.',
      ask: 'Open the message and say whether it is one. Until then the access register does not count it as genuine.',
    },
    ticketClosed: 'The question for which access was opened is closed. There is usually no need to keep it open.',
    elsewhere: 'Another administrator answered, or you did on another device. There is nothing to do here.',
    unclear: {
      what: 'The buttons below the request are gone and the answer does not show: you may have answered on another device, or another administrator did.',
      ask: 'If you know how things stand, say so: the end date depends on it.',
      endWhat:
        'The button that ends the access is gone. It may have been revoked, but nothing proves it: look into the chat with support.',
    },
    revoke: {
      title: 'Where access is revoked',
      steps: [
        'Below the same message, if there is a button.',
        'If there is none, look at the last messages in the chat “Bitrix24 Support”.',
        'If there is nothing either, ask in that chat to end the access.',
      ],
      noMessage: 'The message of the request is gone, or Latchdesk has never seen it.',
    },
    extend: {
      label: 'How many more days, from today',
      hint: 'This changes the count in Latchdesk only',
      days: (value) => count(value, { one: 'day', other: 'days' }),
      save: 'Save the length',
      problem: (max) => `A whole number from 1 to ${number(max)}`,
    },
    reason: {
      grantedLabel: 'Why it was allowed',
      declinedLabel: 'Why it was refused',
      hint: 'Optional. It stays in the access register in this browser',
      ticket: 'Ticket number',
      dialog: 'Question',
      noDialog: 'Not told',
    },

    mark: {
      answer: 'Answer to the access request',
      unsure: 'Buttons of the request. Read what they say',
      revoke: 'Access is revoked here',
      message: 'Access request. It has no buttons',
      allow: 'allow',
      deny: 'refuse',
    },
  },
};
