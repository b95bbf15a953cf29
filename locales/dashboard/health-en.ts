import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import { formatDuration } from '../../domain/format-measures.ts';
import type { HealthMessages } from '../../domain/health-text.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;

/** The section about health in English. */
export const health: HealthMessages = {
  lead: (host) => `Where Latchdesk gets what it knows of ${host}, and how each of these sources is doing`,
  lookAgain: 'Look again',
  noPortal: {
    title: 'No portal is known yet',
    text: 'Open a page of your portal in this browser. Its sources will then stand here.',
  },
  duration: (ms) => formatDuration(FORMAT, ms),
  verdict: {
    unread: {
      title: 'Nothing is known yet',
      text: 'No source of this portal has told anything so far. Open a page of the portal, or run the self-test below.',
    },
    fine: { title: 'Nothing is broken', text: 'Whatever was asked has answered in a way that Latchdesk understands.' },
    odd: {
      title: 'Some answers were not understood',
      text: 'The sources answer, but something in them had an unknown shape and was left out. Numbers may be incomplete. Check for an update of Latchdesk.',
    },
  },
  broken: (value) => count(value, { one: 'source is broken', other: 'sources are broken' }),
  brokenNamed: (names) => `Not working: ${names}.`,
  brokenText:
    'What they feed is old or missing, and is marked so wherever it is shown. The portal itself is not affected. Below stands what went wrong and what to do.',
  database: {
    blocked: {
      title: 'The storage is blocked',
      text: 'Another window of Latchdesk holds an older version of it. Nothing is read or saved meanwhile. Close all tabs of Latchdesk, then open this page again.',
    },
    gone: {
      title: 'The storage cannot be opened',
      text: 'The browser does not give it out, as in some private windows or after its files were damaged. Nothing is read or saved. Restart the browser. If that does not help, copy the diagnostics below.',
    },
    quota: {
      title: 'The browser has no room left',
      text: 'What is stored can be read, but nothing new can be saved. Free space on the disk, or wipe portals that you no longer need under “Privacy”.',
    },
    newer: {
      title: 'A newer Latchdesk wrote this storage',
      text: 'This older one leaves it alone, so that nothing is spoilt. Install the newer version again.',
    },
    other: {
      title: 'The storage does not answer',
      text: 'The browser did not say why. Nothing is read or saved meanwhile. Restart the browser and look again.',
    },
  },
  sources: {
    heading: 'Sources',
    text: 'One line for each. Nothing is read for this page: it shows how the last readings went.',
    column: {
      source: 'Source',
      state: 'State',
      told: 'Last good answer',
      error: 'Last failure',
      malformed: 'Not understood',
    },
    source: {
      list: { name: 'List of dialogs', feeds: 'Dialogs, their states and titles, places in use' },
      limit: { name: 'Limit of dialogs', feeds: 'How many places the portal allows' },
      counters: { name: 'Unread numbers', feeds: 'Unread messages of each dialog' },
      events: { name: 'Live events', feeds: 'Changes that show at once' },
      page: { name: 'Data of the open page', feeds: 'Who is signed in, the dialog on show' },
      access: { name: 'Chats with support', feeds: 'Requests for access and their answers' },
      notifications: { name: 'Notifications of the portal', feeds: 'Requests that come by notification' },
      eventLog: { name: 'Event log', feeds: 'Sign-ins while somebody has access' },
      marketPages: { name: 'Pages of the Market', feeds: 'Applications, the uninstall guard, a reinstall' },
      staff: { name: 'Employees', feeds: 'ChatApp: who can work with it' },
      departments: { name: 'Departments', feeds: 'ChatApp: access by department' },
      accessList: { name: 'Access list of ChatApp', feeds: 'ChatApp: who sees the application' },
      lines: { name: 'Open Channels', feeds: 'ChatApp: lines and their queues' },
      roles: { name: 'Roles on Open Channels', feeds: 'ChatApp: who may work with lines' },
    },
    state: {
      ok: 'works',
      old: 'worked, but long ago',
      notSeen: 'not asked yet',
      absent: 'not there',
      broken: 'broken',
    },
    legend: 'What the states mean',
    means: {
      ok: 'It has answered within the last day.',
      old: 'Its last answer was good, but is more than a day old. It is asked again with the next reading.',
      notSeen: 'There was no reason to ask it so far. That is no fault.',
      absent: 'The portal does not have it, does not give it to you, or it is switched off. That is no fault either.',
      broken: 'It was asked and did not answer, or not in a way that Latchdesk understands.',
    },
    absence: {
      notOffered: 'This portal does not have it',
      notAllowed: 'The portal does not give it to you',
      switchedOff: 'Switched off in the settings',
    },
    failure: {
      signedOut: { what: 'You were signed out of the portal', next: 'Sign in on the portal' },
      offline: { what: 'There was no network', next: 'Check the connection' },
      timeout: { what: 'The portal did not answer in time', next: 'Wait a minute, then run the self-test' },
      serverError: { what: 'The portal answered with an error', next: 'Wait a few minutes, then run the self-test' },
      notJson: {
        what: 'The portal sent a page in place of data',
        next: 'Open the portal and see whether it shows a notice or asks you to sign in',
      },
      unexpectedShape: {
        what: 'The answer has a shape that Latchdesk does not know',
        next: 'Check for an update of Latchdesk',
      },
      tokenRefused: { what: 'The page was open for too long', next: 'Reload the portal’s page' },
      refused: { what: 'The portal refused', next: 'Check that you are still an administrator there' },
      noTab: { what: 'No page of the portal was open', next: 'Open the portal in a tab' },
      silent: { what: 'The page of the portal did not answer', next: 'Reload it: it may be asleep' },
      malformed: { what: 'Nothing of the answer could be used', next: 'Check for an update of Latchdesk' },
    },
    brokenSince: (time, times) =>
      `since ${time}, ${count(times, { one: 'failure', other: 'failures' })} one after another`,
    toldAt: (time, age) => `${time}, ${age}`,
    never: 'none yet',
    noError: 'none',
    errorAt: (age) => `Last: ${age}`,
    errorPast: (age) => `${age}, over since then`,
    code: (code) => `Code: ${code}`,
    noMalformed: 'none',
  },
  counts: {
    heading: 'What nobody knows here yet',
    text: 'Commands of the portal that Latchdesk has heard and does not know. If support should ask for access in a new way, it would show here first. The names stay in this browser.',
    since: (time) => `Counted since ${time}`,
    notCounted: 'Nothing was counted yet',
    none: {
      title: 'No unknown command was heard',
      text: 'Commands are heard while a page of the portal is open.',
    },
    column: { name: 'Command', count: 'Times', first: 'First', last: 'Last' },
    clear: 'Begin counting anew',
    clearing: 'Clearing the counts',
    cleared: 'The counts begin anew',
    clearFailed: 'The counts could not be cleared. They stay as they were, please try again',
  },
  selfTest: {
    heading: 'Self-test',
    text: (requests) =>
      `Tries each source once, through a tab of the portal. It sends about ${count(requests, { one: 'request', other: 'requests' })}, only reads, and changes nothing on the portal. It takes a minute at most for each step.`,
    begin: 'Start the self-test',
    again: 'Start it again',
    beginFailed: 'The self-test could not be started. Reload this page and try again',
    never: 'It has not run since the browser was started.',
    startedAt: (time) => `Started ${time}`,
    step: {
      database: { name: 'Storage', does: 'writes what waits there, and reads it back' },
      tab: { name: 'Tab', does: 'looks for an open page of the portal' },
      page: { name: 'Page', does: 'asks the page who is signed in' },
      events: { name: 'Live events', does: 'asks whether the page hears the portal' },
      list: { name: 'Dialogs', does: 'reads the list, the limit and unread numbers' },
      access: { name: 'Requests for access', does: 'looks through the chats of support and the notifications' },
      market: { name: 'Market', does: 'looks whether a page of the Market has told what it shows' },
      chatapp: { name: 'ChatApp', does: 'reads employees, departments, access list, lines and roles' },
      eventLog: { name: 'Event log', does: 'asks for the sign-ins of the last hour' },
    },
    requests: (value) => count(value, { one: 'request', other: 'requests' }),
    result: {
      passed: 'passed',
      absent: 'not there',
      notNeeded: 'nothing to try',
      failed: 'failed',
      skipped: 'not tried',
    },
    underWay: 'under way',
    waits: 'waits',
    absentMeans: {
      notOffered: 'This portal does not have it. Nothing is to be done.',
      notAllowed: 'The portal does not give it to you. Ask an administrator if you need it.',
      switchedOff: 'It is switched off. Under “Settings” you can switch it on.',
    },
    notNeededMeans: 'There is nothing that could be tried right now.',
    skippedMeans: (step) => `It needs the step “${step}” to pass first.`,
    took: (duration) => `took ${duration}`,
    progress: (done, total) => `Step ${number(done)} of ${number(total)}`,
    passed: {
      title: 'All that could be tried works',
      text: 'What is not there is no fault of yours or of the portal.',
    },
    failed: (value) => count(value, { one: 'step failed', other: 'steps failed' }),
    failedText: 'Each says below what to do. If that does not help, copy the diagnostics.',
    interrupted: {
      title: 'The self-test broke off',
      text: 'The browser has ended the background of Latchdesk meanwhile. Nothing is lost. Start it again.',
    },
  },
  diagnostics: {
    heading: 'Diagnostics to copy',
    text: 'A text about all portals for whoever helps you: versions, states of the sources, times, error codes. You see all of it before you copy it.',
    without:
      'Nothing personal is in it: no address of a portal, no names, titles or texts, no keys. Portals and users are random marks that lead nowhere and are others each time.',
    prepare: 'Show the diagnostics',
    preparing: 'Putting the text together',
    label: 'The whole text',
    copy: 'Copy this text',
    failed: 'The text could not be put together. Reload this page and try again',
  },
};
