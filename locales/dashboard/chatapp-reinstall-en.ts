import type { ReinstallMessages } from '../../domain/chatapp-reinstall-text.ts';
import { formatNumber, plural } from '../../domain/format.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);

/** A guided reinstall in English. */
export const reinstall: ReinstallMessages = {
  lead: 'You do every step in the portal. Latchdesk records how it is before, notices each step, and compares afterwards. It presses nothing for you.',
  always: {
    title: 'What every uninstall removes, with the box or without',
    items: [
      'The tabs of the application in CRM cards; they come back under other numbers',
      'Its connectors on Open Channels, together with their links to each line',
      'The registration of its robots and of its chat bots',
      'Its subscriptions to events of the portal',
    ],
  },
  wiped: {
    title: 'What the ticked box destroys for good as well',
    items: [
      'Settings of the application on the portal, of every employee, too',
      'Its data and files on the portal',
      'Its blocks in CRM timelines, payment systems and cash registers',
      'And ChatApp is told to delete integration settings, robots and all other data on its side',
    ],
  },
  stays: {
    title: 'What usually stays',
    items: ['The access list of the application', 'Open Channels, their queues and roles', 'Chats and CRM records'],
  },
  promise:
    'Without the box ChatApp’s own server registers again what was removed, once the application is installed and opened. That cannot be seen in advance: the comparison afterwards shows what came back.',
  begin: 'Begin a guided reinstall',
  beginHint: 'It only checks and records. Nothing on the portal changes until you uninstall the application yourself.',
  needsApp: 'First say which application is ChatApp, above.',
  steps: 'Steps',
  step: {
    checked: 'Check',
    recorded: 'Record how it is',
    uninstalled: 'Uninstall without the tick',
    installed: 'Install',
    finished: 'Finish in the application',
    compared: 'Compare',
  },
  stepText: {
    checked: 'Look at the checks. Open what is still missing in the record, then record how it is now.',
    recorded:
      'Open the list of installed applications and uninstall ChatApp there. Leave the box “delete application settings and data” cleared.',
    uninstalling:
      'The uninstallation was pressed. Look at the list of installed applications: it shows whether the application is gone.',
    absent: 'Open the page of the application in the Market and press Install there.',
    installing:
      'The portal’s window for installing is open. Agree to its terms yourself and wait until the application opens.',
    finishing:
      'Open the application as an administrator and go through its installer to the end. Until then its tabs are hidden from everybody.',
    compared:
      'Look at what came back and what did not. Put right what is missing, compare again, then close the comparison.',
  },
  compareNext: 'Open the card of a deal and the Contact Center, so that there is something to compare, then compare.',
  skipped: 'skipped',
  now: 'now',
  passed: 'passed',
  state: {
    checked: 'being checked',
    recorded: 'recorded, ready to uninstall',
    uninstalling: 'being uninstalled',
    absent: 'uninstalled, not installed again yet',
    installing: 'being installed',
    finishing: 'installed, not finished yet',
    compared: 'compared',
    done: 'done',
    dataWiped: 'uninstalled with settings and data',
    stopped: 'stopped',
  },
  startedAt: (time) => `Begun: ${time}`,
  changedAt: (time) => `Last step: ${time}`,
  finishedBy: {
    tabs: 'That the installation ended is known from the new tabs in CRM cards',
    user: 'That the installation ended is known from what you said',
  },
  press: {
    kept: 'It was uninstalled without the box: settings and data were not asked to go',
    unknown: 'Whether the box was ticked could not be seen',
    noEffect: 'The last uninstallation had no effect: the application was still there',
  },
  wipedNow: {
    title: 'The application was uninstalled with its settings and data',
    text: 'They cannot be restored. Install the application, link the portal to the ChatApp project again and set up connectors, robots and options anew. The record below shows how it was: use it as a list.',
  },
  checks: {
    heading: 'Checks',
    name: {
      administrator: 'You are an administrator',
      published: 'The Market has the application',
      subscription: 'Subscription',
      workingTime: 'Working hours',
      record: 'Record of how it is now',
    },
    result: { ok: 'fine', warn: 'look', stop: 'do not begin', couldNotRead: 'could not read' },
    todo: {
      administrator: {
        ok: 'You may uninstall and install',
        warn: 'Make sure that you may install applications',
        stop: 'Only an administrator can install it again. Ask one of them to do this',
        couldNotRead: 'Make sure yourself that you are an administrator of the portal',
      },
      published: {
        ok: 'It can be installed again',
        warn: 'Open its page in the Market and make sure that it can be installed',
        stop: 'It left the Market or cannot be had now. Once uninstalled it may not come back: ask its vendor first',
        couldNotRead: 'Open its page in the Market and make sure that it can be installed',
      },
      subscription: {
        ok: 'Nothing speaks of a missing subscription',
        warn: 'A page of the portal asks for a subscription before it installs. Clear that first, or the way back is closed',
        stop: 'The portal asks for a subscription. Clear that first',
        couldNotRead: 'Portals show this only when they refuse. Make sure that the Market subscription is paid',
      },
      workingTime: {
        ok: 'Outside working hours, a good moment',
        warn: 'It is working time. Until the application is back, customers’ messages arrive nowhere: better wait for the evening',
        stop: 'Wait until working time is over',
        couldNotRead: 'Choose an hour in which nobody writes',
      },
      record: {
        ok: 'All parts were read',
        warn: 'Some parts are missing. What is not recorded now cannot be compared afterwards',
        stop: 'Record how it is now first',
        couldNotRead: 'Nothing is recorded yet',
      },
    },
    none: 'The checks are under way',
  },
  record: {
    heading: 'Record before the uninstallation',
    takenAt: (time) => `Recorded: ${time}`,
    none: 'Nothing is recorded yet',
    read: 'recorded',
    notRead: 'missing',
    part: {
      access: 'Access list',
      lines: 'Open Channels and queues',
      tiles: 'Tiles in the Contact Center',
      tabs: 'Tabs in CRM cards',
    },
    cards: (names) => `Seen in: ${names}`,
    todo: {
      access: 'Keep a page of the portal open, signed in as an administrator, and record again',
      lines: 'Keep a page of the portal open and record again',
      tiles: 'Open the Contact Center and let it load, then record again',
      tabs: 'Open a card of a deal (and of a lead, a contact, a company, if you use them) and let its tabs show, then record again',
    },
    open: {
      access: 'Open the list of applications',
      lines: 'Open the portal',
      tiles: 'Open the Contact Center',
      tabs: 'Open deals',
    },
    why: {
      notShown: 'no page that shows it was open',
      refused: 'the portal refused',
      failed: 'the reading failed',
      unexpectedShape: 'the answer could not be understood',
    },
    notKnown: (why) => `Not recorded: ${why}`,
  },
  act: {
    record: 'Record how it is now',
    recordAgain: 'Record again',
    compare: 'Compare with before',
    compareAgain: 'Compare again',
    openList: 'Open the list of installed applications',
    openDetail: 'Open its page in the Market',
    openApplication: 'Open the application',
    finish: 'I have finished the installation',
    finishHint: 'Say so only when the application shows its own pages and no installer',
    stop: 'Stop here',
    resume: 'Go on',
    close: 'Close the comparison',
  },
  doing: 'Under way',
  notDone: 'That did not work. Keep a page of the portal open and try again',
  opened: 'It opens in a tab of the portal',
  stopped: {
    title: 'The reinstall is stopped',
    in: (state) => `Stopped while it was ${state}`,
    byUser: { title: 'You stopped it', text: 'Nothing is lost: go on when you want to, from the same step.' },
    vetoed: {
      title: 'The portal did not uninstall it',
      text: 'Another part of the portal needs the application. Do what the portal asks for, then uninstall again: the reinstall goes on by itself.',
    },
    portalSays: (message) => `The portal says: “${message}”`,
    refusal: {
      subscription: {
        title: 'The portal does not install without a subscription',
        text: 'The application is uninstalled, so be quick: have the Market subscription paid or renewed, then press Install again. The record is kept.',
      },
      rights: {
        title: 'You may not install applications',
        text: 'Ask an administrator of the portal to open the application’s page in the Market and to install it. The record is kept.',
      },
      notFound: {
        title: 'The Market does not find the application',
        text: 'It may have left the Market. Write to ChatApp’s support with its code, and ask how to install it. The record is kept.',
      },
      other: {
        title: 'The portal did not install it',
        text: 'Read what the portal says, put it right and press Install again. If that does not help, write to the support of Bitrix24. The record is kept.',
      },
    },
    check: {
      title: 'A check says not to begin',
      text: 'Put it right: the reinstall goes on when the check is fine. You can also go on at your own risk.',
    },
  },
  compare: {
    heading: 'Before and after',
    lead: 'Only what could be read on both sides is compared.',
    of: (before, after) => `Before: ${before}. After: ${after}`,
    none: 'There is nothing to compare yet',
    allBack: 'Everything that could be compared is back',
    toMend: (value) =>
      `${number(value)} ${plural(FORMAT, value, { one: 'thing is', other: 'things are' })} missing or different: look at them first`,
    unknown: (value) =>
      `${number(value)} ${plural(FORMAT, value, { one: 'part', other: 'parts' })} could not be compared: check by hand`,
    refresh: {
      title: 'CRM pages that were open have to be loaded anew',
      text: 'The tabs have other numbers now, and in pages opened before they lead nowhere. Ask everybody who has a CRM card open to refresh it.',
    },
    group: {
      missing: 'Missing',
      changed: 'Different',
      newId: 'Back under another number',
      added: 'New',
      notCompared: 'Not compared',
      neverRead: 'Can never be read: check by hand',
      same: 'As before',
    },
    part: {
      application: 'Application',
      access: 'Access list',
      lines: 'Open Channels',
      queues: 'Queues',
      tabs: 'Tabs in CRM cards',
      tiles: 'Contact Center',
    },
    card: {
      lead: 'leads',
      deal: 'deals',
      contact: 'contacts',
      company: 'companies',
      quote: 'quotes',
      order: 'orders',
      invoice: 'invoices',
    },
    otherCard: 'other cards',
    inCard: (card) => `in cards of ${card}`,
    tab: (title, card) => `${title} (${card})`,
    newNumber: (before, after) => `number ${before} → ${after}`,
    change: {
      code: (before, after) => `another application: ${before} → ${after}`,
      name: (before, after) => `name: ${before} → ${after}`,
      title: (before, after) => `title: ${before} → ${after}`,
    },
    hidden: 'is hidden now',
    shown: 'is no longer hidden',
    activated: 'is switched on now',
    deactivated: 'is switched off now',
    order: { evenly: 'evenly', strictly: 'strictly in order', all: 'to everybody at once' },
    orderChanged: (before, after) => `distribution: ${before} → ${after}`,
    nowEveryone: 'is empty now: the application is open to everyone',
    noLongerEveryone: 'is no longer empty: it was open to everyone',
    accessList: 'The access list',
    inQueue: (who, line) => `${who} in the queue of ${line}`,
    notCompared: {
      before: (part, why) => `${part}: not recorded before, ${why}`,
      after: (part, why) => `${part}: not read afterwards, ${why}`,
      both: (part, why) => `${part}: read neither before nor after, ${why}`,
    },
    never: {
      robots: {
        title: 'Robots',
        text: 'Open the robots of a CRM stage that use ChatApp and run one on a test record.',
      },
      connectorsOfLines: {
        title: 'Connectors of the lines',
        text: 'Open the Contact Center and make sure that each messenger is connected to its line. Then write to yourself.',
      },
      optionsInside: {
        title: 'Options inside ChatApp',
        text: 'Open ChatApp, section ChatApp Dialog, and answer the three questions under “Options” again.',
      },
    },
    column: { part: 'Part', what: 'What', result: 'Result', before: 'Before', after: 'After' },
    print: 'Print',
    printed: (host, time) => `${host}, printed ${time}`,
  },
  earlier: {
    heading: 'Earlier reinstalls',
    none: 'None is known in this browser',
    entry: (state, started, changed) => `${started}: ${state}, last step ${changed}`,
    showDetails: 'Comparison',
  },
};
