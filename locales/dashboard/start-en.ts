import { formatNumber } from '../../domain/format.ts';
import type { StartMessages } from '../../domain/start-text.ts';

const number = (value: number) => formatNumber('en', value);

/** The first steps in English. */
export const start: StartMessages = {
  lead: 'Three short steps. No account is needed, everything stays in this browser',
  step: (step, of) => `Step ${number(step)} of ${number(of)}`,
  portal: {
    title: 'Open your portal',
    text: 'Sign in to your Bitrix24 portal as usual. If it is open in a tab, Latchdesk works there already.',
  },
  found: 'Portals found',
  foundNone: 'No portal is in sight yet. Open one in a tab, and it appears here by itself.',
  readPortal: (label) => `Dialogs with support: ${label}`,
  notRead: 'Not read yet, open it',
  openPortal: 'Open',
  addOwn: 'My portal has an address of its own',
  see: {
    title: 'What you will see',
    text: 'Latchdesk notices and prepares. Only you send and grant.',
  },
  chip: {
    title: 'A counter at the edge of the portal’s pages',
    text: 'How many dialogs with support are open, and how many may be. Press it to see the list. It can be dragged.',
  },
  banner: {
    title: 'A line at the top when support asks for access',
    text: 'Who asks, for how many days, and what to check. The answer is yours to give, on the portal.',
  },
  button: {
    title: 'A button in the browser’s toolbar',
    text: 'Everything that needs you, on all portals at once.',
  },
  sample: 'An example, the numbers are made up',
  sampleBanner: 'Support asks for access to the portal for 21 days',
  optional: {
    title: 'If you like',
    text: 'Everything works without it. You can change it at any time.',
  },
  watch: {
    title: 'Watch without a tab',
    text: 'Latchdesk can look at a portal while its tabs are closed. It is switched on for each portal apart.',
  },
  toPortals: 'To the portals',
  pin: {
    title: 'Pin the button',
    text: 'Press the sign of extensions in the toolbar and pin Latchdesk: then the number is in sight.',
  },
  isPinned: 'The button is pinned already.',
  privacy: 'What is stored and what was called',
  done: 'Done',
  skip: 'Skip',
  failed: 'Could not remember this. Try again',
  none: {
    title: 'No portals yet',
    text: 'Open your Bitrix24 portal in a tab and sign in. From then on you see it here.',
  },
  noneOpened: {
    title: 'Nothing was read yet',
    text: 'Portals are known, but none was opened. Open one in a tab and sign in.',
  },
  begin: 'First steps',
};
