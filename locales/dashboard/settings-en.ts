import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { AllPortalsMessages } from '../../domain/settings-text.ts';

const FORMAT = 'en-GB';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const portals = (value: number) => count(value, { one: 'portal', other: 'portals' });
const settings = (value: number) => count(value, { one: 'setting', other: 'settings' });
const notes = (value: number) => count(value, { one: 'note', other: 'notes' });
const records = (value: number) => count(value, { one: 'record of access', other: 'records of access' });

export const allPortals: AllPortalsMessages = {
  heading: { title: 'For all portals', text: 'Saved as you choose.' },
  onePortal: { title: (name) => `For ${name}`, text: 'Saved as you type.' },
  noPortal: 'Settings of a portal appear here once you have opened it in this browser.',
  language: {
    title: 'Language',
    text: 'Of everything that Latchdesk shows, its notifications included.',
    label: 'Language of Latchdesk',
    ofPortal: 'As on each portal',
  },
  features: {
    title: 'What Latchdesk does',
    text: 'A tick taken away switches it off on every portal. Cards can be put away for one portal further down.',
  },
  feature: {
    guard: {
      title: 'Check before a new dialog',
      text: 'A card comes before “Open new” when no place is free, or the last one.',
    },
    composer: {
      title: 'Warnings while you write',
      text: 'A message that would not be delivered, a password in it, a second question.',
    },
    refused: {
      title: 'Messages that were not delivered',
      text: 'Marked in the dialog, with an offer to keep the text.',
    },
    rename: { title: 'Names for new dialogs', text: 'Asks once what a new dialog shall be called.' },
    parkedOffer: { title: 'Parked questions', text: 'Offered when a place is free.' },
    hint: { title: 'Short hints', text: 'Beside what they explain, once each.' },
    accessBanner: {
      title: 'Requests for access',
      text: 'A banner while support asks for access, and when an access ends.',
    },
    uninstallGuard: {
      title: 'Guard of uninstallations',
      text: 'Stops “Uninstall” while settings and data would be deleted with the application.',
    },
    marketNote: {
      title: 'ChatApp in the Market',
      text: 'A note on the pages of the application, and the guided reinstall.',
    },
    chip: { title: 'Chip and panel', text: 'The counter at the edge of portal pages.' },
    badge: { title: 'Number on the toolbar button', text: 'With what needs you most, and the tooltip that splits it.' },
    notifications: { title: 'Notifications', text: 'Of the system, as far as the browser lets Latchdesk show them.' },
    signIns: { title: 'Sign-ins during an access', text: 'Read from the portal’s event log, when you press for it.' },
    chatappReading: {
      title: 'Reading for ChatApp',
      text: 'Employees, departments, access list, lines and roles. Without it, the explanations and the record of a reinstall stay empty.',
    },
    watch: {
      title: 'Watching without a tab',
      text: 'Reads portals that you have chosen for it while none of their pages is open.',
    },
    portalEdge: {
      title: 'Coloured edge',
      text: 'Marks pages with the portal’s colour and name while several portals are open.',
    },
    rules: {
      title: 'Rules',
      text: 'Prepare what you have set when something happens on a portal. Without it, rules stay and do nothing.',
    },
  },
  readOnly: {
    title: 'Read-only',
    text: 'Latchdesk reads, shows and reminds. It changes nothing that was written, decided or set.',
    label: 'Change nothing',
    hint: 'Texts that you are typing are kept all the same, the guard of uninstallations goes on, and you can still wipe data.',
  },
  fixed: (policy) => `Fixed by your organisation (${policy})`,
  offForAll: 'Switched off for all portals',
  policy: {
    title: 'Your organisation',
    text: 'Your organisation has fixed a part of the settings. What it has not named is yours.',
    problems: 'This part of the policy could not be followed. Show it to whoever looks after your browser.',
  },
  copy: {
    title: 'The same on all portals',
    text: 'Working hours, days off, warnings and lengths of access of this portal, for the others as well. You see first what would change.',
    button: (value) => `Compare with ${count(value, { one: 'other portal', other: 'other portals' })}`,
    noOthers: 'There is no other portal yet.',
    loading: 'Comparing',
    same: 'All portals have the same already.',
    unread: (names) => `Could not be compared: ${names}. Try again.`,
    ask: (value) => `${portals(value)} would change:`,
    take: 'Take these for all',
    leave: 'Leave as it is',
    taken: (value) => `Taken for ${portals(value)}`,
    notTaken: (names) => `Could not be saved for ${names}. The others have it. Try again.`,
  },
  difference: {
    field: {
      language: 'Language',
      isReadOnly: 'Read-only',
      featuresOff: 'Switched off everywhere',
      waitingHours: 'Support waits for you',
      idleDays: 'Without movement',
      knowsOneQuestion: '“One dialog, one question” was explained',
      warnsOfSecrets: 'Warnings about passwords',
      hiddenCards: 'Cards put away',
      accessDays: 'Access without a length',
      accessReminders: 'Reminders before an access ends',
      integratorReviewDays: 'Look after integrators’ accounts',
      guardsOthers: 'Guard for every application',
      'workingTime.timeZone': 'Time zone',
      'workingTime.weekdays': 'Working days',
      'workingTime.from': 'Work begins',
      'workingTime.until': 'Work ends',
      'workingTime.holidays': 'Days off',
      'workingTime.workdays': 'Days worked instead',
      chip: 'Place of the chip',
      look: 'Name and colour',
    },
    what: 'What',
    here: 'Now',
    afterwards: 'Then',
    weaker: 'Protects less than now',
    ofPortal: 'as on each portal',
    ofComputer: 'this computer’s',
    on: 'on',
    off: 'off',
    nothing: 'none',
    never: 'never',
    hours: (value) => count(value, { one: 'working hour', other: 'working hours' }),
    days: (value) => count(value, { one: 'day', other: 'days' }),
    dates: (value) => count(value, { one: 'date', other: 'dates' }),
    left: 'left',
    right: 'right',
    place: (edge, percent) => `${edge}, at ${percent} of the height`,
    hidden: 'hidden',
    unnamed: 'no name',
  },
  files: {
    title: 'Settings as a file',
    text: 'JSON. What looks like a password is masked; dialogs, messages and the journal stay out.',
  },
  save: {
    title: 'Save settings as a file',
    text: 'To keep them, or to take them to another browser. The file stays where you save it and is sent nowhere.',
    what: 'What goes into the file',
    part: {
      preferences: 'What is set for all portals',
      settings: 'Settings of the portals, with name and colour',
      notes: 'Names, tags and notes of dialogs',
      register: 'The register of access, with names of people',
    },
    portals: 'Portals',
    all: 'All',
    forOthers: 'For somebody else',
    forOthersHint: 'Without your number on the portals, your notes and the register.',
    button: 'Save the file',
    preparing: 'Preparing the file',
    saved: (masked) =>
      masked === 0
        ? 'The file is saved.'
        : `The file is saved. Masked, because they look like a secret: ${count(masked, { one: 'text', other: 'texts' })}.`,
    tooLarge: 'So much cannot be read again from one file. Choose fewer portals, or leave out the notes.',
    nothing: 'Choose what shall go into the file.',
    failed: 'The file could not be made. Try again.',
  },
  load: {
    title: 'Take settings from a file',
    text: 'You see what would change before anything does. Notes that are here keep every word, and nothing is removed.',
    choose: 'Choose a settings file',
    drop: 'or drop it here',
    what: 'What to take from the file',
    acrossUsers: 'Also for other users of a portal',
    acrossUsersHint:
      'Settings that the file has for one user go to those who are known here. Notes and register never do.',
    reading: 'Reading the file',
    unreadable: 'The browser could not read this file. Choose it again, or another one.',
    refusal: {
      empty: { title: 'The file is empty', text: 'Save it once more where it came from.' },
      tooLarge: {
        title: 'The file is too large',
        text: 'Settings never take up so much. Choose the file that Latchdesk has saved.',
      },
      tooDeep: {
        title: 'The file is not built like one of ours',
        text: 'It is nested too deeply. Choose the file that Latchdesk has saved.',
      },
      tooMany: { title: 'There is too much in the file', text: 'Save it with fewer portals, or in several files.' },
      notJson: {
        title: 'The file is damaged, or no settings file',
        text: 'It is not JSON. Save it once more where it came from.',
      },
      notOurs: { title: 'This is not a settings file of Latchdesk', text: 'Choose the file that Latchdesk has saved.' },
      newerVersion: {
        title: 'The file is of a newer Latchdesk',
        text: 'Update Latchdesk here, then choose the file again.',
      },
    },
    file: (name, savedAt) =>
      savedAt ? `${name}, saved on ${savedAt}` : `${name}, the file does not say when it was saved`,
    nothing: 'The file would change nothing here.',
    all: 'For all portals',
    isNew: 'New in this browser. One with an address of its own waits until you allow it under Portals.',
    user: (id) => `user ${id}`,
    notes: (added, filled) => `Notes: ${number(added)} new, ${number(filled)} filled in`,
    differing: (value) => `Say something else in the file and stay as they are here: ${notes(value)}`,
    records: (value) => `${records(value)} added`,
    knownRecords: (value) => `${records(value)} already here, unchanged`,
    left: 'Not taken from the file:',
    why: {
      otherUser: 'it is known here under another user. Tick “Also for other users” to take the settings.',
      noUser: 'unknown here, and the file does not name the user. Open the portal once, then take the file again.',
      policy: 'your organisation does not allow this portal.',
      noPortal: 'no portal can be at this address.',
    },
    skipped: (value) => `Not understood and left out: ${count(value, { one: 'part', other: 'parts' })}`,
    skippedPlace: {
      file: 'file',
      preferences: 'for all portals',
      settings: 'settings',
      chip: 'place of the chip',
      look: 'name and colour',
      notes: 'notes',
      register: 'register',
      portal: 'address',
    },
    skippedWhy: {
      wrongValue: 'a value that is not possible',
      unknownName: 'a name that this Latchdesk does not know',
      tooMany: 'more entries than possible',
      twice: 'there twice',
    },
    inPortal: (position, place) => `Portal ${number(position)} of the file, ${place}`,
    moreSkipped: (value) => `And ${number(value)} more`,
    weaker: 'Some of it protects less than now. It is marked above.',
    take: 'Take this',
    leave: 'Take nothing',
    taking: 'Taking it',
    taken: (settingCount, noteCount, recordCount, portalCount) =>
      `Taken: ${settings(settingCount)}, ${notes(noteCount)}, ${records(recordCount)}. Portals: ${number(portalCount)}.`,
    partly: (missing) =>
      `Could not be saved, and stays as it was: ${missing}. The rest is taken. Look at the file again and take what is missing.`,
    preferencesMissing: 'what holds for all portals',
    changed: 'Something has changed here since you looked, so nothing was taken. This is how it is now: look again.',
    readOnly: 'Latchdesk is read-only, so nothing was taken. Switch that off first.',
    failed: 'Nothing was taken: Latchdesk could not write into its storage. Try again, then restart the browser.',
  },
};
