import { formatAge, formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { MarketLocale } from '../../domain/market-text.ts';
import { guide } from './guide-en.ts';

const FORMAT = 'en-GB';
const count = (value: number, forms: PluralForms) => `${formatNumber(FORMAT, value)} ${plural(FORMAT, value, forms)}`;
const employees = (value: number) => count(value, { one: 'employee', other: 'employees' });
const entries = (value: number) => count(value, { one: 'entry', other: 'entries' });
const letsIn = (value: number) => plural(FORMAT, value, { one: 'lets', other: 'let' });

export const en: MarketLocale = {
  language: 'en',
  messages: {
    product: 'Latchdesk',
    independent: 'An independent tool, not made by Bitrix24 or ChatApp',
    age: (at, now) => formatAge(FORMAT, at, now, 'just now'),
    shell: {
      why: 'Why do I see this?',
      close: 'Close',
      hideHere: 'Hide on this portal',
      updated: 'Latchdesk was updated and no longer watches this page. Reload the page, then it does again.',
      reload: 'Reload the page',
    },
    why: {
      uninstallGuard:
        'You are uninstalling an application, and one tick in the portal’s window deletes its settings and data for good. Latchdesk looks at that tick. It deletes nothing and presses nothing.',
      marketNote:
        'This page is about an application that Latchdesk looks after, or there is a question about it. Nothing is changed here without you.',
    },
    hideMeans: {
      uninstallGuard: 'Then no such press is stopped on this portal any more. You can have it back in the settings.',
      marketNote: 'You can have it back in the settings.',
    },
    guard: {
      title: {
        chatApp: 'The tick erases everything: channels, robots, data. There is no way back',
        others: 'The tick erases settings and data. There is no way back',
      },
      about: {
        certain: (name) => `It is about “${name}”.`,
        maybe: (name) => `It is about “${name}”. It looks like ChatApp, and you have not confirmed that so far.`,
        other: (name) => `It is about “${name}”.`,
      },
      aboutNameless: 'It is about an application that Latchdesk does not know: maybe ChatApp.',
      why: {
        ticked: 'The box for deleting settings and data is ticked.',
        leftTicked: 'The box for deleting settings and data is ticked. The tick is left from a try that was cancelled.',
        hiddenTick:
          'The box you see is empty, but the portal will take an older one that is ticked. It is left from a try that was cancelled.',
      },
      nothingYet: 'The press was stopped, nothing is deleted.',
      goneTitle: 'The tick deletes for good',
      gone: [
        'settings of the application, for the portal and for every user',
        'everything in its own storage on the portal',
        'files that it keeps on the Disk',
        'its blocks in the timelines of the CRM',
        'pay systems and cash registers that it made',
        'what its vendor deletes on its own side: the portal tells it to',
      ],
      goneAlwaysTitle: 'Goes with every uninstallation, tick or no tick',
      goneAlways: ['tabs in the cards of the CRM', 'robots', 'connectors, with their links to Open Channels', 'bots'],
      goneAlwaysMeans:
        'This comes back only when the vendor’s server registers it again after an installation. That is likely without the tick, and has to be checked afterwards.',
      untick: 'Untick and continue',
      untickMeans: {
        ticked: 'Latchdesk only takes the tick away. Then press the portal’s button again.',
        leftTicked: 'Latchdesk only takes the tick away. Then press the portal’s button again.',
        hiddenTick:
          'Latchdesk only empties the older box. Then press the portal’s button again. Reloading the page helps as well.',
      },
      back: 'Back',
      insist: {
        show: 'Delete with the data all the same',
        label: (word) => `Type “${word}” to allow it`,
        word: 'ERASE',
        means:
          'Latchdesk itself deletes nothing: for two minutes after this it lets a press on the portal’s button through.',
        confirm: 'Allow deleting with the data',
      },
    },
    warning: {
      title: {
        unknownWindow: 'Latchdesk does not know this window and stops nothing',
        boxNotFound: 'Latchdesk does not find the box in this window and stops nothing',
      },
      text: 'Look at the tick yourself: with it, settings and data are deleted for good.',
      dismiss: 'Understood',
    },
    note: {
      readOnly: 'Read-only: Latchdesk shows and changes nothing',
      name: 'Latchdesk: the application',
      more: 'Details',
      less: 'Less',
      fold: 'Fold',
      unfold: (line) => `Unfold: ${line}`,
      absent: (name) => `“${name}” is not installed`,
      absentText: (age) =>
        `A page of the portal showed so ${age}. Such an application is not in this list: the way back is its own page in the Market.`,
      openPage: 'Open its page',
      lastWipe: {
        stopped: (age) => `Deleting its data was stopped ${age}. What came of it, nobody saw.`,
        unticked: (age) => `Deleting its data was stopped ${age}, and the tick was taken away.`,
        wentBack: (age) => `Deleting its data was stopped ${age}, and nothing more was done.`,
        insisted: (age) => `Deleting its data was allowed ${age}, by typing its name.`,
      },
      openAccess: 'Open Access',
      reinstall: 'Reinstall safely',
      whyCannot: 'Why can’t an employee…',
      busy: 'Just a moment',
      failure: {
        notOpened: 'It could not be opened. Try again, or open it from the portal’s menu.',
        notBegun: 'The reinstallation could not begin. Reload the page and try again.',
        notRecorded:
          'Nothing was recorded: the portal could not be read just now. Wait until the page is loaded, then try again.',
        notTold: 'That was not kept. Try again; if it stays so, reload the page.',
      },
    },
    identity: {
      question: 'Which one is ChatApp?',
      text: (age) =>
        `Latchdesk saw them in the list ${age}. Say it once: after that it goes by the code, not by the name.`,
      nameless: 'An application without a name',
      code: (code) => `code ${code}`,
      confirm: 'This one',
      none: 'None of these',
      single: {
        question: 'Is this ChatApp?',
        text: (age) =>
          `Latchdesk saw it in the list ${age}. Say it once: after that it goes by the code, not by the name.`,
        confirm: 'Yes, this is ChatApp',
        none: 'No',
      },
    },
    access: {
      everyone: (value) => `The access list is empty: everyone sees the app, ${employees(value)}`,
      everyoneAtLeast: (value) => `The access list is empty: everyone sees the app, at least ${employees(value)}`,
      everyoneUncounted: 'The access list is empty: everyone sees the app, how many could not be counted',
      some: (listed, value) => `${entries(listed)} in the access list ${letsIn(listed)} in ${employees(value)}`,
      someAtLeast: (listed, value) =>
        `${entries(listed)} in the access list ${letsIn(listed)} in at least ${employees(value)}`,
      someUncounted: (listed) =>
        `${entries(listed)} in the access list, how many employees that is could not be counted`,
      nobody: (listed) => `${entries(listed)} in the access list, and nobody but administrators is let in`,
      notRead: 'The access list was not read yet',
      notReadText: 'Who sees the app cannot be said yet. Open Access to look at the list yourself.',
      read: (age) => `From the portal’s access list, read ${age}.`,
      everyoneMeans: 'That is so as long as nobody is chosen there. Choose people or departments to narrow it.',
      administrators: 'Administrators always get in. That it works for you says nothing about others.',
      length: {
        near: 'The list is almost as long as the portal can keep. A few entries more, and a change is lost without a word. Whole departments make it shorter.',
        tooLong:
          'The list is longer than the portal can keep. The next change is lost without a word. Whole departments make it shorter.',
      },
      drops: {
        some: 'The portal’s window does not know some of the entries: whoever saves there drops them. Compare the list afterwards.',
        everyone:
          'The portal’s window knows none of the entries: whoever saves there drops them all, and everyone sees the app.',
      },
    },
    guide,
  },
};
