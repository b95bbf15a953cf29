/** ChatApp on the dashboard: state, explanations, options, accounts; and its line in the popup. */
import { clickSpoken } from '../lib/surface.mjs';
import { dark, light } from './chatapp-pages.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */

/** Anna is in the access list and on a line, Vera is neither, Mark is on another line, Oleg is an administrator. */
const ANNA = '1011';
const VERA = '1017';
const MARK = '1014';

/** @param {Tour} tour */
const words = (tour) => tour.dashboard.chatapp;

/** One tab of ChatApp’s section. @param {Tour} tour @param {string} tab @param {string} [rest] */
const open = (tour, tab, rest = '') => tour.openDashboard('chatapp', `/${tab}${rest && `:${rest}`}`);

/** @param {Tour} tour @param {'password' | 'personal' | 'responsible'} option @param {boolean} value */
const tellOption = (tour, option, value) =>
  tour.tellBackground('book.told', { word: { type: 'option.told', option, value } });

/** The role that the whole company has. @param {Tour} tour @param {'viewsLines' | 'joins'} right */
const tellRole = (tour, right) => {
  const role = tour.language === 'ru' ? 'Менеджер' : 'Manager';
  return tour.tellBackground('book.told', { word: { type: 'role.told', role, right, reach: 'any' } });
};

/** @type {import('./steps.mjs').Step[]} */
export const CHATAPP_DASHBOARD = [
  {
    title: 'The dashboard: ChatApp before anything was read',
    play: (tour) => open(tour, 'state'),
    check: (tour) => tour.expectOnPage(words(tour).access.heading),
    picture: 'chatapp-state-unread',
  },
  {
    title: 'The portal is read: who is let in, the lines with their queues, the roles',
    play: async (tour) => {
      tour.director().setGeneration('new');
      await clickSpoken(tour.page, 'button', words(tour).reading.again);
    },
    check: (tour) => tour.expectOnPage(words(tour).lines.heading),
    picture: 'chatapp-state',
  },
  {
    title: 'Its state in the dark',
    play: dark,
    check: (tour) => tour.expectOnPage(words(tour).lines.heading),
    picture: 'chatapp-state-dark',
  },
  {
    title: 'Who can what: pick an employee',
    play: async (tour) => {
      await light(tour);
      await open(tour, 'explain');
    },
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.symptom.label),
    picture: 'chatapp-explain',
  },
  {
    title: 'An employee while the options are not answered: what could not be read says so',
    play: (tour) => open(tour, 'explain', `e${ANNA},1`),
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.verdictWord.unknown),
    picture: 'chatapp-explain-unread',
  },
  {
    title: 'The three options are a short questionnaire',
    play: (tour) => open(tour, 'options'),
    check: (tour) => tour.expectOnPage(words(tour).options.ask),
    picture: 'chatapp-options',
  },
  {
    title: 'They are answered, and what a switch would change stands below',
    play: async (tour) => {
      await tellOption(tour, 'password', false);
      await tellOption(tour, 'personal', false);
      await tellOption(tour, 'responsible', true);
      await tour.page.reload();
    },
    check: (tour) => tour.expectOnPage(words(tour).options.change.heading),
    picture: 'chatapp-options-answered',
  },
  {
    title: 'Somebody says what no page shows: the installation is finished, and how far the roles reach',
    play: async (tour) => {
      await open(tour, 'state');
      await tour.click(words(tour).installation.tellState.finished);
      await tellRole(tour, 'viewsLines');
      await tellRole(tour, 'joins');
      await tour.page.reload();
    },
    check: (tour) => tour.expectOnPage(words(tour).installation.state.finished.title),
    picture: 'chatapp-state-told',
  },
  {
    title: 'An employee who cannot: the sentence, the gates, what decides',
    play: (tour) => open(tour, 'explain', `e${VERA},1`),
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.gates.decides),
    picture: 'chatapp-explain-no',
  },
  {
    title: 'One who is let in',
    play: (tour) => open(tour, 'explain', `e${ANNA},1`),
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.verdictWord.yes),
    picture: 'chatapp-explain-yes',
  },
  {
    title: 'Where ChatApp’s texts leave it open, so does the answer',
    play: (tour) => open(tour, 'explain', `e${MARK},1`),
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.stage.start),
    picture: 'chatapp-explain-depends',
  },
  {
    title: 'The explanation in the dark',
    play: dark,
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.stage.start),
    picture: 'chatapp-explain-dark',
  },
  {
    title: 'The other way round: who can start a conversation on a line',
    play: async (tour) => {
      await light(tour);
      await open(tour, 'explain', 'w1');
    },
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.views.view.line),
    picture: 'chatapp-who-can',
  },
  {
    title: 'Two employees beside each other',
    play: (tour) => open(tour, 'explain', `c${ANNA},${VERA},1`),
    check: (tour) => tour.expectOnPage(tour.dashboard.explainer.views.view.compare),
    picture: 'chatapp-compare',
  },
  {
    title: 'Personal accounts: four steps',
    play: (tour) => open(tour, 'accounts'),
    check: (tour) => tour.expectOnPage(words(tour).accounts.heading),
    picture: 'chatapp-accounts',
  },
  {
    title: 'Reinstallation, before one has begun',
    play: (tour) => open(tour, 'reinstall'),
    check: (tour) => tour.expectOnPage(words(tour).reinstall.begin),
    picture: 'chatapp-reinstall',
  },
];
