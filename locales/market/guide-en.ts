import { formatList } from '../../domain/card-sentences.ts';
import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { GuideTexts } from '../../domain/market-text.ts';

const FORMAT = 'en-GB';
const count = (value: number, forms: PluralForms) => `${formatNumber(FORMAT, value)} ${plural(FORMAT, value, forms)}`;
const things = (value: number) => count(value, { one: 'thing', other: 'things' });
const is = (value: number) => plural(FORMAT, value, { one: 'is', other: 'are' });

/** The guide through a reinstallation. */
export const guide: GuideTexts = {
  title: (name) => `Reinstalling “${name}”`,
  titleNameless: 'Reinstalling the application',
  line: (step, of, name) => `Step ${step} of ${of}: ${name}`,
  stoppedLine: 'The reinstallation is stopped',
  wipedLine: 'Settings and data were deleted with the application',
  resultLine: 'The reinstallation was compared',
  step: {
    checked: 'Check',
    recorded: 'Record how it is',
    uninstalled: 'Uninstall without the tick',
    installed: 'Install',
    finished: 'Finish in the application',
    compared: 'Compare',
  },
  mark: { done: 'done', now: 'now', later: 'later', skipped: 'skipped', stopped: 'stopped here' },
  more: 'All steps, and what was checked',
  stepsName: 'Steps of the reinstallation',
  now: 'Now',
  advice: {
    record: 'Record how everything is before you uninstall. What is not recorded cannot be compared afterwards.',
    uninstallInList:
      'In the menu “⋯” of the application choose “Uninstall”. Leave the box for settings and data empty, then press the button in the portal’s window.',
    uninstallInOldList:
      'In the row of the application press “Delete”. Leave the box for settings and data empty, then press the button in the portal’s window.',
    uninstallOnPage:
      'Press “Uninstall” on this page. Leave the box for settings and data empty, then press the button in the portal’s window.',
    goToList: 'Uninstalling is done in the list of installed applications.',
    waitUntilGone:
      'The portal is at work. If this page stays as it is, reload it: the application should be gone then.',
    lookAtList: 'Look at the list of installed applications: it tells whether the application is gone.',
    installOnPage: 'Press “Install” on this page. Read what the portal asks and agree to it yourself.',
    installInOldList:
      'In the row of the application press “Install”. Read what the portal asks and agree to it yourself.',
    installInWindow: 'Go through the portal’s window. Read what it asks and agree to it yourself.',
    goToPage: 'The application is gone from the list. It is installed from its own page in the Market.',
    finishHere:
      'Follow what the application says on this page until its installation has ended. Until then nobody sees its tabs.',
    goToApplication: 'Open the application: its installation ends only there. Until then nobody sees its tabs.',
    compare: 'Open the card of a deal and the Contact Center once, so that tabs and tiles are seen. Then compare.',
    lookAtResult: 'Look at what changed, and set right what has to be.',
    wiped: 'The application can be installed again, but it has to be set up anew. The record tells how it was before.',
    stopped: 'Go on when the reason is settled, or leave it so.',
  },
  open: {
    installed: 'Open the list',
    detail: 'Open its page',
    application: 'Open the application',
    deals: 'Open the deals',
    contactCenter: 'Open the Contact Center',
  },
  checksTitle: 'Before you begin',
  check: {
    administrator: {
      ok: 'You are an administrator.',
      warn: 'You may not be an administrator.',
      stop: 'You are not an administrator: the portal lets only administrators uninstall and install.',
      couldNotRead:
        'Whether you are an administrator could not be read. Only administrators may uninstall and install.',
    },
    published: {
      ok: 'The application is to be had in the Market.',
      warn: 'The application may not be in the Market any more.',
      stop: 'The application is not to be had in the Market: once uninstalled, it could not be installed again.',
      couldNotRead:
        'Whether it is still in the Market could not be read. Open its page and look for “Install” or a price.',
    },
    subscription: {
      ok: 'No subscription is asked for.',
      warn: 'The portal wants a subscription for it. Look at it first, or installing will be refused.',
      stop: 'The subscription is missing: installing would be refused.',
      couldNotRead: 'Whether the subscription is enough, no page says. Look at it in the Market before you begin.',
    },
    workingTime: {
      ok: 'It is outside working hours.',
      warn: 'It is working time. Until the application is back, messages of customers may not arrive.',
      stop: 'It is working time. Until the application is back, messages of customers may not arrive.',
      couldNotRead: 'Whether it is working time could not be read.',
    },
    record: {
      ok: 'Everything that can be seen is recorded.',
      warn: 'Not everything is recorded: what is missing cannot be compared.',
      stop: 'Nothing is recorded.',
      couldNotRead: 'Nothing is recorded yet.',
    },
  },
  partsMissing: 'Not in the record',
  partsTitle: (age) => `Recorded ${age}`,
  part: {
    access: {
      read: 'Access list: recorded',
      missing: 'Access list: could not read. Look at it yourself before you go on',
    },
    lines: {
      read: 'Open Channels with their queues: recorded',
      missing: 'Open Channels: could not read. Look at them yourself before you go on',
    },
    tiles: { read: 'Tiles of the Contact Center: recorded', missing: 'Tiles: open the Contact Center once' },
    tabs: { read: 'Tabs in cards: recorded', missing: 'Tabs in cards: open the card of a deal once' },
  },
  tabsOf: (cards) => `from the cards of ${cards}`,
  card: { deal: 'deals', lead: 'leads', contact: 'contacts', company: 'companies', other: 'other kinds' },
  list: (items) => formatList(FORMAT, items),
  removes:
    'Every uninstallation takes away tabs, robots, bots, and connectors with their links to Open Channels, also without the tick.',
  restores:
    'After the installation the vendor’s server has to register them again. Latchdesk says what it sees of that, and promises nothing.',
  wipe: {
    no: 'It was uninstalled without the tick, as far as this browser saw.',
    unknown: 'Whether the tick was set when it was uninstalled, nobody saw. The comparison tells more.',
  },
  noEffect: 'The last press on the portal’s button had no effect: the application is still there.',
  recordNow: 'Record now',
  recordAgain: 'Record again',
  compareNow: 'Compare now',
  compareAgain: 'Compare again',
  finished: 'I have finished the installation',
  finishedMeans: 'Only say so when the application itself says that it is ready.',
  stop: 'Stop',
  resume: 'Go on',
  close: 'Done',
  dashboard: 'See it in detail',
  stopped: {
    byUser: 'You stopped it. Nothing in the portal was changed by that.',
    vetoed: 'The portal refused to uninstall. The application is still there.',
    check: {
      administrator: 'You are not an administrator. Ask an administrator of the portal to do it.',
      published:
        'The application is not to be had in the Market. Uninstalled, it could not be installed again: ask its vendor first.',
      subscription: 'The subscription is missing. Look in the Market first which one the portal has.',
      workingTime: 'It is working time. Go on when nobody needs the application.',
      record: 'Nothing is recorded. Record how it is first.',
    },
    refusal: {
      subscription:
        'The portal wants a subscription before it installs. Look in the Market which one the portal has, or ask whoever pays for it. The record is kept meanwhile.',
      rights: 'The portal did not let you install. Ask an administrator. The record is kept meanwhile.',
      notFound: 'The portal does not find the application in the Market. Ask its vendor. The record is kept meanwhile.',
      other: 'The portal did not install the application. Its words may tell why. The record is kept meanwhile.',
    },
    portalSays: 'The portal says',
  },
  result: {
    fine: 'Everything that could be compared is as it was.',
    same: (value) => `${things(value)} ${is(value)} as before.`,
    newId: (value) => `${things(value)} ${is(value)} back under another number, as after every reinstallation.`,
    changed: (value) => `${things(value)} changed.`,
    missing: (value) => `${things(value)} ${is(value)} missing.`,
    added: (value) => `${things(value)} ${is(value)} new.`,
    notCompared: (value) => `${things(value)} could not be compared: nobody saw them before or after.`,
    notSeen: 'Nothing was compared yet.',
    tryOut: 'Robots, connectors and the options inside the application are shown by no page. Try out one of each.',
    refresh: 'Whoever had a card of the CRM open has to reload it: old tabs lead nowhere.',
  },
};
