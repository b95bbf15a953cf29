import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import { formatBytes } from '../../domain/format-measures.ts';
import type { PrivacyMessages } from '../../domain/privacy-text.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const ROW = { one: 'record', other: 'records' };

/** The section about privacy in English. */
export const privacy: PrivacyMessages = {
  lead: 'What Latchdesk reads, what it keeps in this browser, what leaves it, and how to take everything away',
  inShort: 'In short',
  points: [
    'There is no server of Latchdesk, no account and no telemetry. Nothing goes to its authors. To anybody else something goes only by a rule of yours, to an address that you have set up.',
    'It talks to your portals with your own sign-in, and nearly only to read. It writes two things there: a new name for a dialog, when you press for it, and a task for yourself, when a rule that you have switched on says so.',
    'What it keeps stays in this browser. It is not encrypted there: whoever can use your computer account could read it.',
    'Nothing is sold, used for advertising, or used to judge people.',
    'You can see here what is kept and what was asked, and wipe one portal or everything at any time.',
  ],
  size: (bytes) => formatBytes(FORMAT, bytes),
  read: {
    heading: 'What is read',
    text: 'With the session that your browser already has on the portal. Latchdesk sees no more than you do.',
    what: 'What',
    when: 'When',
    why: 'Why',
    requests: 'Requests',
    noRequests: 'No request: it is in the open page',
    topic: {
      dialogs: {
        name: 'Your dialogs with support and their limit',
        when: 'While a page of the portal is open and something may have changed; without one only if you have switched watching on',
        why: 'To count places, to list dialogs, to find them again',
      },
      unread: {
        name: 'Unread numbers',
        when: 'Together with the dialogs, where the page does not tell them',
        why: 'To show which dialog has something new',
      },
      self: {
        name: 'Who you are',
        when: 'Together with the dialogs',
        why: 'To keep users of one browser apart, and to know whether support is open to you',
      },
      access: {
        name: 'Messages in chats of support, and in chats in which something looked like a request for access',
        when: 'After a sign of a request, and now and then; texts are judged in the page and forgotten at once',
        why: 'To find requests for access and to see how they were answered',
      },
      notifications: {
        name: 'Notifications of the portal',
        when: 'Together with those messages',
        why: 'Some requests come that way',
      },
      signIns: {
        name: 'Sign-ins in the event log, with the names of the accounts',
        when: 'Only when you press for it at an access, or start the self-test under “Health”',
        why: 'To show who signed in while it ran',
      },
      employees: {
        name: 'Names and departments of employees, and who is an administrator',
        when: 'For ChatApp: when you press “Read again”, after its access list was changed on the portal, and in the self-test',
        why: 'To explain why an employee can or cannot work with ChatApp',
      },
      accessList: {
        name: 'Access list of ChatApp',
        when: 'Together with the employees, and during a reinstall',
        why: 'To show who sees the application, and to compare after a reinstall',
      },
      lines: {
        name: 'Open Channels with their queues',
        when: 'Together with the employees',
        why: 'To explain who may start a conversation',
      },
      roles: {
        name: 'Roles on Open Channels, from the page of their permissions',
        when: 'Together with the employees',
        why: 'To explain who may work with a line',
      },
      pages: {
        name: 'The open page: live events, the dialog on show, buttons and lists of the Market',
        when: 'While it is open',
        why: 'To notice changes at once, and to warn before a press',
      },
      rename: {
        name: 'The name of a dialog: this is written',
        when: 'Only when you press “Name it”',
        why: 'So that a dialog can be told from others',
      },
      task: {
        name: 'A task for yourself: this is written',
        when: 'Only when a rule that you have switched on says so',
        why: 'So that something is not forgotten',
      },
    },
  },
  stored: {
    heading: 'What is kept in this browser',
    text: 'In a storage that only Latchdesk can open. Web pages cannot.',
    column: { part: 'What', here: 'This portal', all: 'All portals' },
    here: (host) => `This portal: ${host}`,
    part: {
      dialogs: { name: 'Dialogs', holds: 'titles, states, times, unread numbers, ticket numbers; no messages' },
      notes: { name: 'Names and notes', holds: 'what you added to dialogs: names, tags, notes, tasks' },
      drafts: { name: 'Drafts', holds: 'texts that were not sent' },
      grants: {
        name: 'Access register',
        holds: 'requests and accesses, who asked, who answered, sign-ins you looked for',
      },
      accessHistory: { name: 'History of the register', holds: 'what became of each record' },
      journal: { name: 'Journal', holds: 'what happened when; no messages' },
      chatapp: { name: 'ChatApp', holds: 'names of employees and departments, access list, lines, your answers' },
      appRecords: { name: 'Reinstalls', holds: 'what was recorded before and after' },
      portals: { name: 'Readings and settings', holds: 'limit, times of readings, settings of the portal' },
      knownPortals: { name: 'List of portals', holds: 'addresses with your labels and colours' },
      preferences: { name: 'Settings for all portals', holds: 'language, switches, what rests until tomorrow' },
      rules: { name: 'Rules', holds: 'what you have put together: when, on which conditions, what to do' },
      runs: {
        name: 'Runs of rules',
        holds: 'what happened, what the conditions said, the filled-in texts and the answers; 30 days, at most 500',
      },
      ruleMarks: { name: 'Marks of rules', holds: 'which event has started which rule, so that it does so once' },
      destinations: {
        name: 'Destinations',
        holds: 'where rules may send: name, host, when you agreed; without address and key',
      },
      secrets: {
        name: 'Addresses and keys of destinations',
        holds:
          'the full address and the key that signs calls; they leave this table only for the call itself and stand in no file, journal or diagnostics',
      },
      snapshots: { name: 'States', holds: 'where something stood, so that a restart loses nothing' },
      calls: { name: 'Calls', holds: 'the last 200 requests, as listed below' },
      health: { name: 'Health', holds: 'how the sources are doing' },
      other: { name: 'Other', holds: 'a part that this page does not know yet' },
    },
    value: (rows, size) => `${count(rows, ROW)}, about ${size}`,
    nothing: 'nothing',
    shared: 'for all portals together',
    total: 'Together',
    estimated: 'Records are counted, sizes are estimated from some of them.',
    passing:
      'While the browser runs, a copy of what the popup shows is kept in memory as well. It is gone when the browser is closed.',
  },
  sent: {
    heading: 'What is sent',
    text: [
      'To the authors of Latchdesk: nothing. To other sites: nothing, unless you have set up a destination for rules.',
      'To the portal: the requests above. They carry your session there as any page of the portal does, and what they ask for.',
      'To a destination of rules: what its preview shows, after you have agreed to it, and only when a rule is switched on or you send an example. Without your sign-in and without cookies.',
      'A file, a text that you copy or a notification leaves Latchdesk because you asked for it. After that it is yours, or your system’s, to look after.',
    ],
  },
  calls: {
    heading: 'The last calls',
    text: 'The last 200 requests to all portals, the newest first. Several questions may travel in one of them, which then goes by the first. What was asked with and what was answered is not kept.',
    column: { time: 'Time', portal: 'Portal', action: 'Request', duration: 'Took', outcome: 'Outcome' },
    outcome: {
      answered: 'answered',
      signedOut: 'signed out',
      offline: 'no network',
      timeout: 'no answer in time',
      serverError: 'error of the portal',
      notJson: 'a page in place of data',
      unexpectedShape: 'unknown shape',
      tokenRefused: 'page too old',
      refused: 'refused',
    },
    portal: 'Portal',
    anyPortal: 'All portals',
    count: (shown) => count(shown, { one: 'call', other: 'calls' }),
    none: {
      title: 'No calls yet',
      text: 'Open a page of a portal. Each request that Latchdesk makes will stand here.',
    },
    noneOfPortal: {
      title: 'No calls to this portal',
      text: 'There is none among the last 200. Choose another portal or all of them.',
    },
    milliseconds: 'Took, ms',
    user: 'User',
    other: 'another request',
    refresh: 'Look again',
  },
  readOnly: {
    heading: 'Read-only',
    text: 'The same switch as under “Settings”, for all portals.',
    label: 'Latchdesk shows and changes nothing',
    hint: 'It names no dialog, writes no note and moves no record. What is being typed stays, and what happens on the portal is still noted.',
    locked: (policy) => `Fixed by your IT department (policy “${policy}”).`,
    saving: 'Saving',
    saved: 'Saved',
    notSaved: 'The switch could not be saved and stands as before. Try again',
  },
  wipe: {
    heading: 'Wipe',
    text: 'What is wiped cannot be had back. Portals themselves are not touched: dialogs, messages and accesses stay there.',
    one: {
      title: 'Wipe one portal',
      text: 'Everything that is kept of it here, for all of its users in this browser.',
    },
    all: { title: 'Wipe everything', text: 'All portals and all settings. Latchdesk is then as if newly installed.' },
    choose: 'Which portal',
    noPortals: 'No portal is known, so there is nothing to wipe.',
    goes: 'What goes',
    goesOne: [
      'dialogs, names, notes and drafts',
      'the access register with its history, the journal',
      'all that is kept for ChatApp, reinstalls included',
      'runs of rules on this portal',
      'settings, label and colour of this portal, its calls and its health',
    ],
    goesAll: [
      'all of that, of every portal',
      'portals that you have added, with the permission for their addresses',
      'settings for all portals: language, switches, what rests',
      'rules and destinations with their addresses and keys',
    ],
    stays: 'What stays',
    staysOne: {
      manifest:
        'the permission of the browser for cloud portals: when you open this portal again, Latchdesk begins anew there, unless you take the permission away in the browser or remove the extension',
      added: 'nothing in the browser: the permission for this address is given back as well',
    },
    staysAll: 'the permission of the browser for cloud portals, until you take it away there or remove the extension',
    staysAlways: [
      'files that you saved, texts that you copied, and notifications that your system keeps',
      'what your IT department has fixed by policy',
    ],
    saveFirst: 'If you may need it later, save the register and the journal as files first.',
    begin: 'Wipe this portal…',
    beginAll: 'Wipe everything…',
    word: 'wipe',
    type: (word) => `To go on, type: ${word}`,
    confirm: (host) => `Wipe all of ${host}`,
    confirmAll: 'Wipe everything now',
    cancel: 'Leave everything as it is',
    doing: 'Wiping, then looking at every table',
    failed: {
      title: 'It could not be wiped',
      text: 'Either all of it goes or nothing, so everything should be as before. Close other tabs of Latchdesk and try again. If that does not help, removing the extension takes its storage away as well.',
    },
    done: { one: (host) => `${host} is wiped`, all: 'Everything is wiped' },
    removed: (rows) => `${count(rows, { one: 'record was removed', other: 'records were removed' })}.`,
    removedAt: (time) => `Done ${time}.`,
    proven: 'Afterwards every table was looked through, record by record: nothing is left.',
    left: 'Not everything is gone',
    leftNext: 'A page of the portal may have been read meanwhile. Close its tabs and wipe again.',
    leftRows: (part, rows) => `${part}: ${count(rows, ROW)}`,
    understood: 'Put away',
  },
};
