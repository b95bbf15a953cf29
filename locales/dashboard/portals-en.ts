import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { PortalsMessages } from '../../domain/portals-text.ts';
import { portalMove } from './portals-move-en.ts';

const FORMAT = 'en';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const some = (value: number | null, all: string, forms: PluralForms) => (value === null ? all : count(value, forms));

/** Portals as a whole in English. */
export const portals: PortalsMessages = {
  lead: (value) => `${count(value, { one: 'portal', other: 'portals' })}: names, colours, pauses and watching`,
  add: {
    heading: 'Add a portal',
    text: 'Cloud portals of Bitrix24 appear by themselves when you open them. A portal on an address of its own is added here.',
    address: 'Address of the portal',
    hint: 'Copy it from the address bar, for example portal.example.com',
    submit: 'Add and allow',
    open: 'Open the portal',
    understood: (address) => `Portal: ${address}`,
    cloud: (host) =>
      `${host} is a cloud portal, and Latchdesk knows its address already. Just open the portal: it appears by itself.`,
    willAsk: 'The browser will ask whether Latchdesk may see this address. It concerns no other address.',
    onPremise: 'The portal runs on a server of our own',
    onPremiseHint: 'The on-premise edition. Such a portal may have an address inside your network',
    takesHttp: 'The portal works without encryption, add it all the same',
    plainWarning:
      'Without encryption anybody in the same network can read the pages of the portal and change them, requests for access included. Better ask whoever runs the server to switch on https.',
    vendorNamed:
      'The address bears the name of Bitrix24 but is not the vendor’s. Portals of companies look like that, and so do imitations. Add it only if it is the portal of your company.',
    punycode: (host) => `In Latin letters this address is ${host}. Compare it with the address bar of the portal.`,
    adding: 'Adding the portal',
    added: (host) => `The portal ${host} was added. Open it: Latchdesk starts to work on its pages.`,
    isKnown: (host) => `The portal ${host} is in the list already, and stays as it was.`,
    refusal: {
      empty: { what: 'There is no address', next: 'Paste the address of the portal from the address bar' },
      several: { what: 'There are several addresses', next: 'Leave one of them, portals are added one by one' },
      notAnAddress: {
        what: 'This does not look like the address of a portal',
        next: 'Open the portal and copy what stands in the address bar',
      },
      otherScheme: {
        what: 'A portal has an address that begins with https or http',
        next: 'Copy the address from a page of the portal in the browser',
      },
      signIn: {
        what: 'A name or a password stands before the address',
        next: 'Remove everything up to the sign @, and the sign: Latchdesk needs nothing to sign in with',
      },
      http: {
        what: 'The address is without encryption: it begins with http',
        next: 'Try it with https. If the portal runs on your server and opens in no other way, say so',
      },
      vendor: {
        what: 'This is the vendor’s own site and not a portal',
        next: 'Give the address of your portal, a cloud portal has its name before bitrix24',
      },
      publicSite: {
        what: 'This is a site made with Bitrix24, nobody works there',
        next: 'Give the address of the portal in which you work',
      },
      local: {
        what: 'This address exists in a local network only, in another one it may be somebody else’s server',
        next: 'If the portal runs on your server, say so',
      },
      mixedLetters: {
        what: 'The address mixes letters of two alphabets, as imitations do',
        next: 'Type the address anew yourself, or open the portal from a bookmark',
      },
      noPermission: {
        what: 'The browser does not let Latchdesk see this address',
        next: 'Press “Add and allow” again and agree in the browser’s window',
      },
      policy: {
        what: 'Your organisation has named the portals Latchdesk may work on, and this one is not among them',
        next: 'Ask your IT department',
      },
      denied: {
        what: 'You did not give the permission, the portal was not added',
        next: 'The address is still in the field: press the button again if you change your mind',
      },
      failed: {
        what: 'The portal could not be added, the address is still in the field',
        next: 'Try again, then restart the browser',
      },
    },
  },
  list: 'Portals',
  column: { portal: 'Portal', state: 'State', watch: 'Without a tab' },
  state: {
    works: 'Works',
    signedOut: 'You are signed out',
    aside: 'Stands aside',
    notOpened: 'Not opened yet',
    paused: 'Paused',
    noPermission: 'No permission',
    policy: 'Off by your organisation',
  },
  none: {
    title: 'No portals yet',
    text: 'Open your Bitrix24 portal in a tab, and it appears here by itself. Add a portal on an address of its own in the field above.',
  },
  details: (name) => `Portal: ${name}`,
  closeDetails: 'Close',
  gone: 'This portal is no longer in the list.',
  open: 'Open the portal',
  label: 'Name',
  labelHint: 'What you call the portal. Empty: by its address',
  labelProblem: (most) => `At most ${number(most)} characters: more does not fit the edge of a page`,
  colour: 'Colour',
  colourName: {
    indigo: 'Blue',
    green: 'Green',
    red: 'Red',
    brown: 'Brown',
    teal: 'Teal',
    violet: 'Violet',
    pink: 'Pink',
    slate: 'Grey',
  },
  pause: 'Pause',
  pauseHint: 'While it is paused, Latchdesk reads and shows nothing on the portal. What was recorded stays',
  pausedSince: (time) => `Paused: ${time}`,
  permission: {
    heading: 'Permission of the browser',
    given: 'The browser lets Latchdesk see this address',
    missing: 'The browser does not let Latchdesk see this address',
    missingHint: 'Without it the portal is not read, and nothing shows on it. What was recorded stays.',
    allow: 'Allow',
    refused: 'There is no permission. Press again and agree in the browser’s window',
  },
  watch: {
    heading: 'Watch without a tab',
    text: 'Latchdesk looks at the portal by itself while none of its tabs is open: one request, in your name, with the sign-in that the browser already has.',
    on: 'Watch',
    user: (id) => `user ${id}`,
    every: 'How often',
    minutes: (value) => `every ${count(value, { one: 'minute', other: 'minutes' })}`,
    hours: (value) => `every ${count(value, { one: 'hour', other: 'hours' })}`,
    quiet: 'Quiet hours',
    quietHint: 'The portal is not read in these, by the clock of this computer',
    from: 'From',
    until: 'Until',
    timeProblem: 'A time looks like 22:00',
    noneYet: 'Watching is possible once you have opened the portal and signed in.',
    switchedOff: 'Watching is switched off for all portals in the settings.',
    short: { off: 'No', stopped: 'Stopped' },
    plan: {
      interval: 'Next reading:',
      backOff: 'The portal did not answer, so the next reading is later:',
      quietHours: 'Quiet hours, next reading:',
      never: 'The quiet hours take all day, so there is no time to read. Make them shorter',
      due: 'any minute',
    },
    stopped: {
      signedOut: {
        what: 'Watching has stopped: you are signed out of the portal',
        next: 'Open the portal and sign in, it goes on by itself',
      },
      noPermission: {
        what: 'Watching has stopped: the browser does not let Latchdesk see this address',
        next: 'Give the permission here and press “Go on”',
      },
      failing: {
        what: 'Watching has stopped: the portal failed to answer too many times in a row',
        next: 'See whether it opens, and press “Go on”',
      },
      oldMessenger: {
        what: 'Watching has stopped: the portal has the old messenger, which Latchdesk does not read',
        next: 'Press “Go on” when the portal has the new one',
      },
      noSupportBot: {
        what: 'Watching has stopped: the portal has no chat with support',
        next: 'Check the plan of the portal, then press “Go on”',
      },
      notAdministrator: {
        what: 'Watching has stopped: only an administrator or an integrator can write to support here',
        next: 'Press “Go on” when you have the rights',
      },
      paused: { what: 'Watching has stopped: the portal is paused', next: 'End the pause, then press “Go on”' },
      policy: {
        what: 'Watching has stopped: your organisation has switched this portal off',
        next: 'Ask your IT department',
      },
    },
    since: (time) => `since ${time}`,
    resume: 'Go on',
  },
  edge: {
    heading: 'Tell portals apart',
    on: 'A coloured edge on the pages of portals',
    hint: 'While several portals are open, the edge of each page shows the colour and the name of its portal',
    fixed: 'Your organisation decides this',
  },
  move: portalMove,
  forget: {
    heading: 'Forget the portal',
    text: 'Everything that Latchdesk knows of this portal is erased in this browser. Nothing changes on the portal itself.',
    begin: 'Forget the portal',
    confirmHeading: (name) => `Forget the portal ${name}?`,
    goes: 'This cannot be had back:',
    part: {
      dialogs: (value) =>
        `${some(value, 'the list of dialogs', { one: 'dialog', other: 'dialogs' })} with your names, tags and notes`,
      drafts: (value) =>
        some(value, 'drafts with their texts', { one: 'draft with its text', other: 'drafts with their texts' }),
      access: () => 'the access register: requests, ends, reasons and reminders',
      journal: () => 'journal and report',
      chatapp: () => 'the state of ChatApp, records of reinstalls and the answers you gave',
      settings: () => 'working time, thresholds, name and colour of the portal',
    },
    permissionGoes: 'The browser’s permission for this address is taken back as well.',
    comesBack: 'When you open the portal again, Latchdesk begins anew. To keep it away, pause the portal instead.',
    confirm: 'Erase all of the portal',
    cancel: 'Do not erase',
    underWay: 'Erasing',
    failed: 'Could not erase. See whether the portal is still in the list, and try again',
    proof: (rows, time) => `${count(rows, { one: 'record', other: 'records' })} erased, ${time}.`,
    nothingLeft: 'The whole storage was looked through: nothing of this portal is left.',
    left: (rows) =>
      `The whole storage was looked through: ${count(rows, { one: 'record is', other: 'records are' })} left. The portal may have sent something new meanwhile. Close its tabs and try again.`,
    dismiss: 'Got it',
  },
  saveFailed: 'Could not save. Try again',
};
