/** ChatApp: which application it is, whom it lets in, the guard before the tick, and why an employee cannot. */
import { until } from '../lib/surface.mjs';
import { CHATAPP_DASHBOARD } from './chatapp-dashboard.mjs';
import {
  cancelUninstall,
  codeOf,
  confirmUninstall,
  dark,
  expectSaid,
  expectUnsaid,
  light,
  more,
  openUninstall,
  tickBox,
} from './chatapp-pages.mjs';
import { CHATAPP_REINSTALL } from './chatapp-reinstall.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */

/** Employees whom the portal lists. @param {Tour} tour */
const listed = (tour) =>
  tour
    .director()
    .staffState()
    .employees.filter(({ isActive, isIntegrator }) => isActive && !isIntegrator).length;

/** @type {import('./steps.mjs').Step[]} */
const NOTE = [
  {
    title: 'The list of installed applications: Latchdesk asks whether this is ChatApp',
    play: async (tour) => {
      await tour.inTab();
      tour.reset({ crm: { installerFinishes: false } });
      await tour.visit('/market/installed/');
    },
    check: (tour) => expectSaid(tour, tour.market.identity.single.question),
    picture: 'chatapp-identity-line',
  },
  {
    title: 'The whole question: name, maker and code, and one press',
    play: more,
    check: (tour) => expectSaid(tour, tour.market.identity.code(codeOf(tour))),
    picture: 'chatapp-identity',
  },
  {
    title: 'It is: the note says whom the access list lets in, and an empty one is everyone',
    play: (tour) => tour.click(tour.market.identity.single.confirm),
    check: (tour) => expectSaid(tour, tour.market.access.everyone(listed(tour))),
    picture: 'chatapp-access-line',
  },
  {
    title: 'The whole note: what an empty list means, and what can be done',
    play: more,
    check: (tour) => expectSaid(tour, tour.market.access.everyoneMeans),
    picture: 'chatapp-access-everyone',
  },
  {
    title: 'The same in the dark',
    play: dark,
    check: (tour) => expectSaid(tour, tour.market.access.everyoneMeans),
    picture: 'chatapp-access-everyone-dark',
  },
  {
    title: 'The portal’s own window of access, opened by one press of a person',
    play: async (tour) => {
      await light(tour);
      tour.director().setAccessList({ access: ['U1011', 'U1012', 'DR10'] });
      await tour.click(tour.market.note.openAccess);
    },
    check: async ({ page }) => {
      await page.locator('#BXUserRights').waitFor();
      // A person looks at it for a moment; nobody closes a window in the moment in which it opens.
      await page.waitForTimeout(1_000);
    },
    picture: 'chatapp-access-window',
  },
  {
    title: 'The window is closed: the list is read again, and it lets in some',
    play: (tour) =>
      tour.page
        .locator('#BXUserRights .popup-window-button-link-cancel, #BXUserRights .popup-window-button-link')
        .first()
        .click(),
    check: (tour) => expectUnsaid(tour, tour.market.access.everyoneMeans),
    picture: 'chatapp-access-some',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const GUARD = [
  {
    title: 'The tick is set, and the portal’s button is pressed: the press is stopped',
    play: async (tour) => {
      await openUninstall(tour);
      await tickBox(tour);
      await confirmUninstall(tour);
    },
    check: (tour) => tour.expectOnCard(tour.market.guard.why.ticked),
    picture: 'chatapp-guard',
  },
  {
    title: 'The guard in the dark',
    play: dark,
    check: (tour) => tour.expectOnCard(tour.market.guard.goneTitle),
    picture: 'chatapp-guard-dark',
  },
  {
    title: 'The other way: the name has to be typed',
    play: async (tour) => {
      await light(tour);
      await tour.click(tour.market.guard.insist.show);
      await tour.fill(tour.market.guard.insist.label('ChatApp'), 'chat');
    },
    check: (tour) => tour.expectOnCard(tour.market.guard.insist.means),
    picture: 'chatapp-guard-typed',
  },
  {
    title: 'Back, cancelled and opened again: the tick is left from the first try',
    play: async (tour) => {
      await tour.click(tour.market.guard.back);
      await cancelUninstall(tour);
      await openUninstall(tour);
      await confirmUninstall(tour);
    },
    check: (tour) => tour.expectOnCard(tour.market.guard.why.leftTicked),
    picture: 'chatapp-guard-left',
  },
  {
    title: 'The tick is taken away; the portal’s button waits for a person',
    play: (tour) => tour.click(tour.market.guard.untick),
    check: async (tour) => {
      await tour.expectCard(null);
      await until(async () => !(await tour.page.locator('.popup-window [name=delete-data]').isChecked()), {
        message: 'the box to be empty',
      });
    },
    picture: 'chatapp-guard-unticked',
  },
  {
    title: 'The old Marketplace: the box to be seen is empty, an older one is ticked',
    play: async (tour) => {
      await cancelUninstall(tour);
      tour.director().setGeneration('old');
      await tour.visit('/marketplace/installed/');
      await openUninstall(tour);
      await tickBox(tour);
      await cancelUninstall(tour);
      await openUninstall(tour);
      await confirmUninstall(tour);
    },
    check: (tour) => tour.expectOnCard(tour.market.guard.why.hiddenTick),
    picture: 'chatapp-guard-hidden',
  },
  {
    title: 'A window that is none of the known ones: a word beside it, and nothing is stopped',
    play: async (tour) => {
      await tour.click(tour.market.guard.back);
      await tour.visit('/marketplace/installed/');
      await openUninstall(tour);
      await tour.page.locator('#mp_delete_confirm_popup').evaluate((window) => {
        window.id = 'uninstall_of_tomorrow';
        window.classList.add('uninstall-of-tomorrow');
      });
    },
    check: (tour) => expectSaid(tour, tour.market.warning.title.unknownWindow),
    picture: 'chatapp-window-unknown',
  },
];

/** @type {import('./steps.mjs').Step[]} */
export const CHATAPP = [...NOTE, ...GUARD, ...CHATAPP_DASHBOARD, ...CHATAPP_REINSTALL];
