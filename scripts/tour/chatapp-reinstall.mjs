/** A reinstallation of ChatApp from page to page, with the guide in each of its states. */
import {
  appIdOf,
  codeOf,
  confirmUninstall,
  dark,
  expectSaid,
  expectUnsaid,
  installFromPage,
  light,
  more,
  openUninstall,
  tickBox,
} from './chatapp-pages.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */

/** @param {Tour} tour */
const guide = (tour) => tour.market.guide;

/** @param {Tour} tour */
const seesList = (tour) => tour.visit('/market/installed/');
/** @param {Tour} tour */
const seesPage = (tour) => tour.visit(`/market/detail/${codeOf(tour)}/`);

/** The line of the note. @param {Tour} tour @param {number} at @param {import('../../domain/market/guide.ts').GuideStep} name */
const step = (tour, at, name) => guide(tour).line(at, 6, guide(tour).step[name]);

/** A page is on show for a moment, as it is for a person: what it has is noticed. @param {Tour} tour */
const seen = ({ page }) => page.waitForTimeout(1_500);

/** The card of a deal, which the portal opens over the list of deals. @param {Tour} tour */
async function showDeal(tour) {
  await tour.visit('/crm/deal/');
  await tour.page.locator('a.crm-list-link').first().click();
  await tour.page.frameLocator('iframe.side-panel-iframe').locator('.crm-entity-section-tabs').waitFor();
  await seen(tour);
}

/** Opens a page of the portal and the whole note on it. @param {Tour} tour @param {string} place */
async function openNote(tour, place) {
  await tour.visit(place);
  await more(tour);
}

/** @type {import('./steps.mjs').Step[]} */
const BEFORE = [
  {
    title: 'A reinstallation begins: what was looked at, and what it costs',
    play: async (tour) => {
      await tour.inTab();
      await openNote(tour, '/market/installed/');
      await tour.click(tour.market.note.reinstall);
    },
    check: (tour) => expectSaid(tour, guide(tour).advice.record),
    picture: 'chatapp-guide-checked',
  },
  {
    title: 'It is recorded, and what is missing says which page to open',
    play: (tour) => tour.click(guide(tour).recordNow),
    check: (tour) => expectSaid(tour, guide(tour).part.tiles.missing),
    picture: 'chatapp-guide-recorded',
  },
  {
    title: 'The record in the dark',
    play: dark,
    check: (tour) => expectSaid(tour, guide(tour).part.tiles.missing),
    picture: 'chatapp-guide-recorded-dark',
  },
  {
    title: 'A CRM card and the Contact Center are opened once: their tabs and tiles are known',
    play: async (tour) => {
      await light(tour);
      await showDeal(tour);
      await tour.visit('/contact_center/');
      await expectSaid(tour, step(tour, 3, 'uninstalled'));
      await seen(tour);
      await seesList(tour);
      await tour.click(guide(tour).recordAgain);
      await expectUnsaid(tour, guide(tour).part.tiles.missing);
      await tour.click(guide(tour).more, null);
    },
    check: (tour) => expectSaid(tour, guide(tour).part.tiles.read),
    picture: 'chatapp-guide-whole',
  },
  {
    title: 'The popup has a line for it',
    play: (tour) => tour.openPopup(),
    check: (tour) => tour.expectOnPage(tour.popup.reinstall.recorded),
    picture: 'chatapp-popup',
  },
  {
    title: 'The dashboard follows',
    play: (tour) => tour.openDashboard('chatapp', '/reinstall'),
    check: (tour) => tour.expectOnPage(tour.dashboard.chatapp.reinstall.steps),
    picture: 'chatapp-reinstall-open',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const THROUGH = [
  {
    title: 'The portal uninstalls, without the tick',
    play: async (tour) => {
      await tour.inTab();
      await seesList(tour);
      await openUninstall(tour);
      await confirmUninstall(tour);
    },
    check: (tour) => expectSaid(tour, guide(tour).advice.goToPage),
    picture: 'chatapp-guide-absent-list',
  },
  {
    title: 'Its own page is the way back',
    play: seesPage,
    check: (tour) => expectSaid(tour, guide(tour).advice.installOnPage),
    picture: 'chatapp-guide-absent',
  },
  {
    title: 'Installed: it ends in the application only',
    play: async (tour) => {
      await installFromPage(tour);
      await tour.page.locator('.market-popup[data-step="3"]').waitFor();
      await tour.visit(`/marketplace/app/${appIdOf(tour)}/`);
    },
    check: (tour) => expectSaid(tour, guide(tour).advice.finishHere),
    picture: 'chatapp-guide-finishing',
  },
  {
    title: 'The application says that it is ready: the guide asks for a card and the Contact Center',
    play: async (tour) => {
      tour.director().finishInstallation();
      await tour.visit('/contact_center/');
      await seen(tour);
      await more(tour);
    },
    check: (tour) => expectSaid(tour, guide(tour).advice.goToApplication),
    picture: 'chatapp-guide-contact-center',
  },
  {
    title: 'Its tabs are back in a card, under new numbers: before and after are compared',
    play: async (tour) => {
      await showDeal(tour);
      await seesList(tour);
    },
    check: (tour) => expectSaid(tour, guide(tour).result.refresh),
    picture: 'chatapp-guide-compared',
  },
  {
    title: 'The comparison on the dashboard, place by place',
    play: (tour) => tour.openDashboard('chatapp', '/reinstall'),
    check: (tour) => tour.expectOnPage(tour.dashboard.chatapp.reinstall.steps),
    picture: 'chatapp-comparison',
  },
  {
    title: 'The comparison in the dark',
    play: dark,
    check: (tour) => tour.expectOnPage(tour.dashboard.chatapp.reinstall.steps),
    picture: 'chatapp-comparison-dark',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const TROUBLE = [
  {
    title: 'Another one: the portal wants a subscription before it installs, and the guide stops',
    play: async (tour) => {
      await light(tour);
      await tour.inTab();
      await seesList(tour);
      await tour.click(guide(tour).close);
      await expectUnsaid(tour, guide(tour).result.refresh);
      await more(tour).catch(() => undefined);
      await tour.click(tour.market.note.reinstall);
      await tour.click(guide(tour).recordNow);
      await openUninstall(tour);
      await confirmUninstall(tour);
      await expectSaid(tour, guide(tour).advice.goToPage);
      tour.director().setSubscription({ isWanted: true });
      await seesPage(tour);
      await expectSaid(tour, guide(tour).advice.installOnPage);
      await installFromPage(tour);
    },
    check: (tour) => expectSaid(tour, guide(tour).stopped.refusal.subscription),
    picture: 'chatapp-guide-stopped',
  },
  {
    title: 'Uninstalled with the data all the same: the guide says what that means',
    play: async (tour) => {
      tour.director().setSubscription({ isWanted: false });
      tour.director().installApp();
      tour.director().finishInstallation();
      await seesList(tour);
      await openUninstall(tour);
      await tickBox(tour);
      await confirmUninstall(tour);
      const { insist } = tour.market.guard;
      await tour.click(insist.show);
      await tour.fill(insist.label('ChatApp'), 'ChatApp');
      await tour.click(insist.confirm);
      await confirmUninstall(tour);
    },
    check: (tour) => expectSaid(tour, guide(tour).advice.wiped),
    picture: 'chatapp-guide-wiped',
  },
];

/** @type {import('./steps.mjs').Step[]} */
export const CHATAPP_REINSTALL = [...BEFORE, ...THROUGH, ...TROUBLE];
