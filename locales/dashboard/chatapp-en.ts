import type { ChatAppMessages } from '../../domain/chatapp-text.ts';
import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import { reinstall } from './chatapp-reinstall-en.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const employees = (value: number) => count(value, { one: 'employee', other: 'employees' });

/** The application in English. */
export const chatapp: ChatAppMessages = {
  title: 'ChatApp on the portal',
  lead: 'Whom it serves, what its options change, and how to reinstall it step by step',
  tabs: 'Parts of ChatApp',
  tab: {
    state: 'State',
    explain: 'Who can do what',
    options: 'Options',
    accounts: 'Personal accounts',
    reinstall: 'Reinstall',
  },
  notDone: 'That did not work, everything is as it was. Try again',
  notSaved: 'It could not be kept. What you entered is still here: try again',
  saving: 'Saving',
  saved: 'Saved',
  identity: {
    heading: 'Application',
    known: (name) => `ChatApp here is “${name}”`,
    knownNameless: 'ChatApp here is an application that the Market shows without a name',
    code: (code) => `Code in the Market: ${code}`,
    confirmedAt: (time) => `Confirmed: ${time}`,
    another: 'It is another one',
    ask: {
      title: 'Which of these applications is ChatApp?',
      text: 'Several applications are called alike, so a name is not enough. Say it once, from then on the application is known by its code.',
    },
    askSingle: {
      title: 'Is this ChatApp?',
      text: 'Say it once, from then on the application is known by its code and not by its name.',
      none: 'No, it is not',
    },
    nameless: 'Application without a name',
    namelessWhy: 'The Market shows no name for an application that left it, so this could be the one as well',
    developer: (name) => `Developer: ${name}`,
    confirm: 'This is ChatApp',
    confirmNamed: (name) => `This is ChatApp: ${name}`,
    noneOfThese: 'None of these',
    none: {
      title: 'No list of applications was seen yet',
      text: 'Open the list of installed applications on the portal. Latchdesk looks at it as you do, and then asks here which one is ChatApp.',
    },
    noneListed: {
      title: 'No application of the list looks like ChatApp',
      text: 'If it is installed, open the list and scroll to its end, so that all of it is seen.',
    },
    openList: 'Open the list of installed applications',
    listedAt: (age) => `The list was seen ${age}`,
    unpublished:
      'This application left the Market or cannot be had there now. Once it is uninstalled, there may be no way to install it again.',
    unconfirmed: 'Until it is known which application is ChatApp, its access list cannot be read',
  },
  reading: {
    at: (age) => `Read from the portal ${age}`,
    never: 'Nothing was read from the portal yet',
    again: 'Read again',
    busy: 'Reading',
    missing: 'Could not be read',
    unread: 'Not read yet',
    part: {
      staff: 'Employees',
      departments: 'Departments',
      accessList: 'Access list of the application',
      lines: 'Open Channels and their queues',
      roles: 'Roles on Open Channels',
    },
    why: {
      insideChatApp: {
        title: 'only ChatApp itself shows it',
        text: 'Look in the application and say it here',
      },
      outdated: { title: 'it was said before a reinstall', text: 'Look in the application and say it again' },
      notRead: { title: 'it was not read yet', text: 'Open a page of the portal and press “Read again”' },
      refused: {
        title: 'the portal refused',
        text: 'Sign in to the portal as an administrator and read again',
      },
      notAvailable: {
        title: 'the portal does not have it',
        text: 'If it should be there, check the portal’s plan and modules',
      },
      failed: {
        title: 'the answer could not be understood',
        text: 'Read again later. If that does not help, look in the portal yourself',
      },
    },
    trouble: {
      switchedOff: {
        title: 'Reading for ChatApp is switched off',
        text: 'It is switched off for all portals. You can switch it on in the settings, unless your organisation has fixed it.',
      },
      noTab: {
        title: 'No page of the portal is open',
        text: 'Latchdesk reads only through an open page. Open the portal in a tab, then read again.',
      },
      notAdministrator: {
        title: 'You are not an administrator of this portal',
        text: 'Only administrators may see employees’ rights. Ask one of them to look.',
      },
      busy: { title: 'A reading is under way', text: 'It shows here when it is done. There is nothing to do.' },
      failed: {
        title: 'The portal could not be read',
        text: 'What was read before stays. Load the portal’s page anew and read again.',
      },
    },
    openPortal: 'Open the portal',
    notWhole: 'The list of employees is not whole, so numbers of employees are “at least”',
  },
  source: {
    read: (age) => `Read ${age}`,
    told: (name, time) => `Said by ${name}: ${time}`,
    toldBySomebody: (time) => `Said: ${time}`,
    unknown: (why) => `Not known: ${why}`,
  },
  employees,
  atLeast: (value) => `at least ${value}`,
  yes: 'yes',
  no: 'no',
  access: {
    heading: 'Who may see the application',
    everyone: (value) => `Everyone: ${value}`,
    everyoneUncounted: 'Every employee of the portal',
    everyoneWarning:
      'The access list is empty, and an empty list means everyone. To restrict the application, name employees or departments in Access.',
    some: (entries, value) => `${count(entries, { one: 'entry lets', other: 'entries let' })} in ${value}`,
    someUncounted: (entries) => `${count(entries, { one: 'entry', other: 'entries' })} in the list`,
    administratorsToo: 'Administrators come on top: they see the application whatever the list says',
    uncounted: 'How many employees that is, cannot be told: the list of employees was not read',
    column: { entry: 'Entry', kind: 'Kind', employees: 'Employees' },
    kind: {
      user: 'employee',
      department: 'department only',
      departmentTree: 'department with its subdepartments',
      everyone: 'all employees',
      other: 'group',
      administrators: 'administrators of the portal',
    },
    cannotCount: 'cannot be counted',
    unlisted: 'the portal no longer knows it',
    moreEntries: (value) => `And ${number(value)} more, in the file`,
    forNobody: {
      title: 'The list lets nobody in but administrators',
      text: 'It is not empty, and yet no employee is meant by it. Open Access and name who should work with the application.',
    },
    dropped: (value) =>
      `The portal’s own window will drop ${count(value, { one: 'entry', other: 'entries' })} the next time somebody saves there`,
    droppedWhat: 'These entries mean nobody whom the portal still knows:',
    dropsToEveryone: {
      title: 'The next save may open the application to everyone',
      text: 'The portal drops every entry of this list when it is saved, and what is left is an empty list. Add a valid entry before you save.',
    },
    length: (characters, most) => `Length of the list: ${number(characters)} of ${number(most)} characters`,
    lengthNear: 'A few entries more, and the portal cannot keep the list.',
    lengthTooLong: 'The list is longer than the portal keeps.',
    lengthAlways:
      'The portal loses a list that is too long without saying so: read again after each change and compare. Departments instead of single employees make it shorter.',
    open: 'Open Access',
    openWhat: 'Opens the portal’s own window. Latchdesk changes nothing in it.',
  },
  installation: {
    heading: 'Installation',
    state: {
      finished: { title: 'Finished', text: 'The application can show its tabs to employees.' },
      unfinished: {
        title: 'Not finished',
        text: 'Until an administrator opens the application and it ends its installation, its tabs are hidden from everybody.',
      },
      absent: {
        title: 'Not installed',
        text: 'The application is not on the portal. Its page in the Market is the way back.',
      },
    },
    unknown: {
      title: 'Not known',
      text: 'No page told whether the installation is finished. Open the application: if it shows its own pages and not an installer, it is.',
    },
    tell: 'What do you see in the application?',
    tellState: { finished: 'Its own pages: finished', unfinished: 'An installer: not finished' },
    openApplication: 'Open the application',
    presence: {
      active: (age) => `A page of the portal showed it installed ${age}`,
      absent: (age) => `A page of the portal showed that it is not installed ${age}`,
    },
  },
  lines: {
    heading: 'Open Channels (lines) and their queues',
    none: {
      title: 'No Open Channels',
      text: 'The portal lists none. ChatApp needs one to bring messages to employees.',
    },
    inactive: 'switched off',
    connected: 'a messenger of ChatApp is connected',
    queue: 'Queue',
    order: 'Distribution',
    members: 'Members by the portal',
    nobody: 'Nobody is in it',
    nobodyCounts: 'None: nobody gets a conversation from it',
    department: (name) => `department ${name}`,
    unlistedEmployee: (id) => `employee number ${id}, not in the list of employees`,
    unlistedDepartment: (id) => `department number ${id}, not in the list`,
    withBelow: (department) => `${department} and below`,
    more: (value) => `and ${number(value)} more`,
    open: (name) => `Open settings: ${name}`,
    openShort: 'Open settings',
  },
  roles: {
    heading: 'Roles on Open Channels',
    lead: 'The access list opens the application only. Conversations also need a role here and a place in the queue.',
    none: 'No role is given to anybody',
    column: { role: 'Role', whom: 'Given to', views: 'Sees lines', joins: 'Joins conversations' },
    reach: { none: 'none', own: 'own', department: 'own department', any: 'any' },
    notRead: 'not said',
    tell: 'How far a role reaches stands on the role’s own page. Look there and choose it here: without it nobody can say who has access to Open Channels.',
    open: 'Open access permissions',
  },
  administrators: {
    heading: 'Administrators',
    count: (value) => `${count(value, { one: 'administrator', other: 'administrators' })} of the portal`,
    unknown: 'Who the administrators are was not read',
    exempt:
      'They see the application without being in its list, need no password in ChatApp Dialog and may start conversations without being in a queue. Whether personal accounts concern them is not published.',
    proof: 'So “it works for me” proves nothing about an employee. Try with an ordinary account.',
    more: (value) => `and ${number(value)} more`,
  },
  lastWipe: {
    heading: 'Last attempt to uninstall with settings and data',
    what: (name, time) => `${name}: ${time}`,
    end: {
      stopped: 'Latchdesk stopped it, and nothing more was seen',
      unticked: 'Latchdesk stopped it, then the box was cleared',
      wentBack: 'Latchdesk stopped it, and the window was left',
      insisted:
        'It was allowed in spite of the warning. Whether the portal’s button was pressed after that, nobody saw here',
    },
    none: 'None was seen in this browser',
  },
  options: {
    lead: 'Only ChatApp’s own pages show these three options, and Latchdesk cannot look into them. Say how they are set; every answer keeps its date and its author.',
    signed: (name) => `Your answers are kept as said by ${name}`,
    due: (value) => `${count(value, { one: 'option wants', other: 'options want' })} an answer`,
    dueWhy: {
      neverAsked: 'Nobody has said yet how it is set',
      reinstalled: 'The last answer is older than the last reinstall: look again',
      old: 'The last answer is older than 90 days: look again',
    },
    description: {
      password:
        'On: whoever opens ChatApp Dialog signs in with the login and password of their own ChatApp account. Off: it opens without. It does not concern administrators.',
      personal:
        'On: ChatApp Dialog opens under the employee’s own ChatApp account by itself. Off: everybody works under the account of the project’s owner.',
      responsible:
        'On: only employees of the line’s list of responsible ones may start a conversation, others are refused. Off: any employee of Open Channels may. It does not concern administrators.',
    },
    where: 'In ChatApp, opened from the left menu: section ChatApp Dialog',
    open: 'Open ChatApp',
    inChatApp: 'In ChatApp:',
    ask: 'How is it set now?',
    answer: { on: 'On', off: 'Off', unknown: 'I do not know' },
    unknownHow:
      'Open ChatApp from the left menu of the portal and look into its section ChatApp Dialog. Nothing is kept until you choose on or off.',
    mayBeReset: 'It was on before the reinstall. Whether it still is, is not published.',
    history: 'Earlier answers',
    historyEntry: (answer, name, time) => `${answer}: ${name}, ${time}`,
    change: {
      heading: 'What changes for whom',
      lead: 'Before you switch an option: whom it concerns, as far as the rest is known. Nothing is switched here.',
      option: 'Option',
      name: {
        password: 'Password for ChatApp Dialog',
        personal: 'Personal accounts',
        responsible: 'Only responsible employees start conversations',
      },
      becomes: 'Becomes',
      line: 'Conversations on',
      anyLine: 'any line',
      already: 'As was said, it is set so already. Here is the difference to the other value.',
      unknownNow: 'How it is set now is not known. Here is the difference between off and on.',
      noStaff: 'The list of employees was not read, so nobody can be named. Read again first.',
      nobody: 'Nothing changes for anybody, as far as is known',
      count: (value, total) => `Something changes for ${employees(value)} of ${number(total)}`,
      ambiguous: (value) =>
        `For ${employees(value)} ChatApp does not publish what happens, and its texts can be read in more than one way. Try it with one of them.`,
      unread: (value) => `For ${employees(value)} it cannot be told, because something could not be read.`,
      alsoUnread: 'Not everything could be read: who is not in the list may be concerned as well.',
      search: 'Search',
      searchHint: 'Name of an employee',
      shown: (shown, total) => `${number(shown)} of ${number(total)}`,
      noneFound: 'Nobody fits the search',
      table: 'What changes for whom',
      column: {
        employee: 'Employee',
        open: 'Opens Dialog',
        password: 'Password',
        account: 'Account in Dialog',
        start: 'Starts conversations',
      },
      before: (column) => `${column}, before`,
      after: (column) => `${column}, after`,
      fromTo: (before, after) => `${before} → ${after}`,
      verdict: { yes: 'yes', no: 'no', depends: 'not published', unknown: 'not known' },
      password: { yes: 'asked', no: 'not asked', depends: 'not published', unknown: 'not known' },
      account: {
        owner: 'the owner’s',
        personal: 'their own',
        none: 'no account',
        depends: 'not published',
        unknown: 'not known',
      },
    },
  },
  accounts: {
    lead: 'Four steps until ChatApp Dialog opens for each employee under their own account. Nobody can read them from outside: say what is done.',
    heading: 'Four steps',
    step: {
      linked: {
        title: 'The portal is linked to the ChatApp project',
        text: 'In ChatApp’s own settings: this portal stands among the project’s integrations.',
      },
      invited: {
        title: 'Roles are set up and employees are invited',
        text: 'In the ChatApp project: every employee who works with Dialog has accepted an invitation and has a role.',
      },
      synchronised: {
        title: 'Employees are synchronised',
        text: 'In the ChatApp project: accounts are matched with the employees of this portal.',
      },
      enabled: {
        title: 'The option of personal accounts is on',
        text: 'In ChatApp from the left menu: section ChatApp Dialog. Switch it on last.',
      },
    },
    state: { unknown: 'not known', open: 'not done', done: 'done' },
    verify: {
      linked: 'How to check: open ChatApp as an administrator, it shows the project and not an invitation to link one.',
      invited: 'How to check: in the project, no invitation of an employee still waits.',
      synchronised:
        'How to check: in the project, each employee shows the name of an employee of the portal beside it.',
      enabled:
        'How to check: ask an employee to open ChatApp Dialog, it shows their own name and asks for no password.',
    },
    next: 'Next',
    done: 'Done',
    notDone: 'Not done',
    withdraw: 'Take back',
    doneNamed: (step) => `Done: ${step}`,
    notDoneNamed: (step) => `Not done: ${step}`,
    withdrawNamed: (step) => `Take back: ${step}`,
    allDone: 'All four steps are said to be done',
    worksAsOwner: {
      title: 'Employees work under the owner’s account',
      text: 'While personal accounts are off, everybody opens ChatApp Dialog as the owner of the project: customers and reports do not tell who wrote, and everybody sees what the owner sees.',
    },
    ownAccounts: {
      title: 'Employees work under their own accounts',
      text: 'As was said: ChatApp Dialog opens for each of them under their own account.',
    },
    ownerUnknown: {
      title: 'Under whose account employees work is not known',
      text: 'Say whether the fourth step is done. While it is not, everybody works under the account of the project’s owner.',
    },
    tooEarly: {
      title: 'The option is on, and a step before it is not done',
      text: 'What an employee without an account meets then is not published. Finish the steps before, or switch the option off until they are done.',
    },
    without: {
      heading: 'Who has no account of their own',
      lead: 'Everybody is taken to have one but those you name here.',
      told: (name, time) => `Said by ${name}: ${time}`,
      untold: 'Nobody has said yet who has an account',
      counts: (has, hasNot, unknown) =>
        `${number(has)} with an own account, ${number(hasNot)} without, ${number(unknown)} not known`,
      search: 'Find an employee',
      searchHint: 'Name',
      chosen: (value) => `Without an own account: ${employees(value)}`,
      noneChosen: 'Nobody is named: everybody has an account',
      nobodyYet: 'Nobody is named so far',
      remove: (name) => `Has an account: ${name}`,
      moreFound: (value) => `And ${number(value)} more: type more of the name`,
      noneFound: 'Nobody is called so',
      noStaff: 'The list of employees was not read, so nobody can be chosen. Read again first.',
      save: 'Save',
      saveAll: 'Everybody has an account',
      reset: 'Back to what is kept',
      unsaved: 'Not saved yet',
    },
  },
  reinstall,
  settings: {
    title: 'Applications',
    text: 'Latchdesk stops the uninstallation of ChatApp while the box “delete settings and data” is ticked.',
    guardsOthers: 'Guard every application',
    guardsOthersHint: 'The same stop for any other application that is uninstalled with its settings and data',
  },
};
