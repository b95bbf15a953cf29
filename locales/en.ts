import { formatAge, formatClock, formatNumber, formatTime, type PluralForms, plural } from '../domain/format.ts';
import type { Locale } from '../domain/text.ts';

/** British dates and clocks: the day before the month, 24 hours. */
const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;

export const en: Locale = {
  language: 'en',
  messages: {
    number,
    age: (at, now) => formatAge(FORMAT, at, now, 'just now'),
    time: (at, now) => formatTime(FORMAT, at, now),
    clock: (at, now) => formatClock(FORMAT, at, now),

    product: {
      name: 'Latchdesk',
      independent: 'Independent software, not affiliated with Bitrix24',
      standsAside: 'Latchdesk is not sure and stands aside',
      updated: 'Latchdesk was updated. Reload the page to see the counter',
      reload: 'Reload the page',
      dismiss: 'Not now',
    },
    chip: {
      subject: 'Support dialogs',
      off: 'off',
      single: 'one',
      reading: 'Reading the portal',
      unknown: (why) => `Could not read: ${why}`,
      stale: (clock, why) => `As of ${clock}, ${why}`,
      assumedLimit: 'limit assumed',
      move: 'Alt and the up or down arrow move the counter',
    },
    slots: {
      heading: 'Open support dialogs',
      roomy: (used, max) => `${number(used)} of ${number(max)} in use, ${number(max - used)} free`,
      near: 'One dialog left',
      full: (max) => `All ${count(max, { one: 'dialog is', other: 'dialogs are' })} in use`,
      over: (used, max) =>
        `${number(used)} of ${number(max)} in use: support opened ${used - max === 1 ? 'one' : number(used - max)} itself`,
      atMost: (used, max) => `At most ${number(used)} of ${number(max)} in use`,
      unlimited: (used) => `${number(used)} open, no limit`,
      single: 'This portal has one conversation with support and no separate dialogs',
      switchedOff: 'Support dialogs are switched off on this portal',
      unread: 'Not read yet',
      count: (used, max) => `${number(used)} of ${number(max)} in use`,
      created: (value) =>
        `${number(value)} created, not started: ${plural(FORMAT, value, { one: 'holds', other: 'hold' })} no place`,
      assumedLimit: (max) => `${number(max)}, assumed: the portal did not tell the limit`,
      atMostWhy: 'Some dialogs were opened over 30 days ago, the portal may no longer count them',
      source: {
        portal: 'From the portal',
        event: 'Live event',
        page: 'Portal page',
        user: 'Entered by you',
        assumed: 'Assumed',
      },
      provenance: (source, age) => `${source}, ${age}`,
    },
    trouble: {
      signedOut: {
        short: 'you are signed out',
        what: 'You are signed out of the portal',
        meaning: 'Latchdesk reads with your sign-in and cannot see your dialogs now',
        next: 'Sign in to the portal, the counter comes back by itself',
      },
      offline: {
        short: 'no network',
        what: 'There is no network',
        meaning: 'The dialogs may have changed since',
        meaningUnread: 'There is nothing to show yet',
        next: 'Check the connection, then read again',
      },
      timeout: {
        short: 'the portal does not answer',
        what: 'The portal does not answer',
        meaning: 'The dialogs may have changed since',
        meaningUnread: 'There is nothing to show yet',
        next: 'Wait a minute, then read again',
      },
      serverError: {
        short: 'the portal answers with an error',
        what: 'The portal answers with an error',
        meaning: 'The fault is on its side, the dialogs may have changed since',
        meaningUnread: 'The fault is on its side, there is nothing to show yet',
        next: 'Wait a few minutes, then read again',
      },
      notJson: {
        short: 'the portal sent a page instead of the list',
        what: 'The portal sent a page instead of the list',
        meaning: 'It may be under maintenance, or a proxy asks you to sign in',
        next: 'Reload the page, then read again',
      },
      unexpectedShape: {
        short: 'the portal answers in a new way',
        what: 'The portal answers in a way Latchdesk does not know',
        meaning: 'Latchdesk does not guess and shows nothing new',
        next: 'Count in the support chat itself and look for an update of Latchdesk',
      },
      tokenRefused: {
        short: 'the page was open too long',
        what: 'The portal no longer trusts this page',
        meaning: 'The page was open too long, so the portal gives no list to it',
        next: 'Save what you typed and reload the page',
      },
      refused: {
        short: 'the portal refused',
        what: 'The portal refused to show your dialogs',
        meaning: 'Your rights may have changed',
        next: 'Check that you are still an administrator, then read again',
      },
    },
    stale: {
      short: 'not confirmed since',
      what: 'Nothing has confirmed these numbers for a while',
      meaning: 'The dialogs may have changed since',
      next: 'Read again to be sure',
    },
    unsupported: {
      oldMessenger: {
        short: 'old messenger',
        what: 'This portal uses the old messenger',
        meaning: 'Latchdesk knows only the new one and stands aside',
        next: 'Support dialogs work as before, count them in the support chat',
      },
      noSupportBot: {
        short: 'no support chat',
        what: 'Support is not available to you: the portal has no support chat',
        meaning: 'It comes with a commercial plan, Latchdesk stands aside',
        next: 'Check the plan of the portal',
      },
      notAdministrator: {
        short: 'administrators only',
        what: 'Support is not available to you: only an administrator or an integrator can write to it',
        meaning: 'Latchdesk stands aside',
        next: 'Ask an administrator of the portal to write to support',
      },
    },
    dialogs: {
      heading: 'My dialogs',
      list: 'Dialogs that are not closed',
      status: { new: 'created, waiting for support', open: 'open', close: 'resolved' },
      mainChat: 'main chat',
      mainTitle: 'Bitrix24 Support',
      untitled: (chatId) => `Dialog ${chatId}, title not read yet`,
      unread: (value) => `${number(value)} unread`,
      unreadSome: 'unread',
      unreadUnknown: 'unread: could not read',
      unreadTotal: (dialogs, messages) =>
        messages === null
          ? `unread in ${count(dialogs, { one: 'dialog', other: 'dialogs' })}`
          : `${number(messages)} unread in ${count(dialogs, { one: 'dialog', other: 'dialogs' })}`,
      lastActivity: (time) => `Last message: ${time}`,
      noActivity: 'no messages yet',
      closed: (value) => `Closed: ${number(value)}`,
      showMore: (value) => `Show ${number(value)} more`,
      olderInPortal: (value) =>
        `${number(value)} older ${plural(FORMAT, value, { one: 'one is', other: 'ones are' })} in the support chat: sidebar, All chats`,
      none: 'No dialogs with support yet',
      noneHint: 'Open one in the portal: support chat, sidebar, All chats, Open new. It will appear here.',
      noneOpen: 'No open dialogs',
      oneQuestion: 'One dialog, one question: answers come faster',
    },
    panel: {
      name: (host) => `Latchdesk: support dialogs on ${host}`,
      close: 'Close the panel',
      menu: 'More',
      readAgain: 'Read again',
      reading: 'Reading',
      why: 'Why do I see this?',
      whyText:
        'You administer this portal, and support may limit how many dialogs are open at once. Latchdesk, a browser extension installed by you, counts them. It sends nothing and closes nothing.',
      hideHere: 'Hide here',
      otherSide: 'Move to the other side',
      openedInTab: 'The dialog could not be opened here. It opens in a new tab',
      openFailed: 'The dialog could not be opened. Find it in the support chat: sidebar, All chats',
      readFailed: 'Could not read again. The numbers stay as they were, try in a minute',
    },
    notification: {
    slotFree: 'A support dialog is free',
    parkedQuestion: (topic) => `Your parked question can be asked now: ${topic}`,
  },
  popup: {
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
      openPortal: 'Open the portal',
      openPortalNamed: (host) => `Open the portal ${host}`,
      readAgainNamed: (host) => `Read again: ${host}`,
      user: (id) => `user ${id}`,
      claimRight: 'I am an integrator, show the counter',
      readNeedsTab: 'A portal is read through an open tab of it. Open the portal and try again',
      chipHidden: 'The counter is hidden on its pages.',
      showChip: 'Show it again',
    },
  },
};
