/** Access to the portal: the request and its answer, the clock, the register, and what only looks like a request. */
import { until } from '../lib/surface.mjs';
import { readCards } from './reading.mjs';

const DAY = 86_400_000;

const WORDS = {
  ru: {
    question: 'Письма из CRM приходят с опозданием',
    other: 'Ошибка при импорте сделок',
    says: 'Передаю вопрос технической команде. Им понадобится доступ к вашему порталу.',
    reason: 'Смотрят очередь писем, договорились по обращению',
    partner: 'Попутный ветер',
    account: 'Илья Сокол',
    allow: 'Разрешить',
  },
  en: {
    question: 'CRM mail arrives late',
    other: 'Deal import stops half-way',
    says: 'I pass this on to the technical team. They will need access to your account.',
    reason: 'They look at the mail queue, as agreed in the ticket',
    partner: 'Fair Wind',
    account: 'Ilya Sokol',
    allow: 'Allow',
  },
};

/** @typedef {import('./tour.mjs').Tour} Tour */

/** @param {Tour} tour */
const words = (tour) => WORDS[tour.language];

/** @param {Tour} tour */
const light = (tour) => tour.page.emulateMedia({ colorScheme: 'light' });
/** @param {Tour} tour */
const dark = (tour) => tour.page.emulateMedia({ colorScheme: 'dark' });

/** The request played last. @param {Tour} tour */
function lastRequest(tour) {
  const request = tour.director().state().access.requests.at(-1);
  const copy = request?.copies[0];
  if (!copy) throw new Error('nobody has asked for access');
  return copy;
}

/** Support asks for so many days. @param {Tour} tour @param {number} days */
const asked = (tour, days) => {
  const { shared } = tour.access;
  return shared.title.request(shared.length.asked(shared.days(days), false));
};

/** Waits for the banner to say all of it. @param {Tour} tour @param {(string | RegExp)[]} wanted */
async function expectBanner(tour, ...wanted) {
  await tour.expectCard(tour.access.banner.name);
  for (const each of wanted) await tour.expectOnCard(each);
}

/** Waits until the banner is away, whatever else is there. @param {Tour} tour */
const expectQuiet = (tour) =>
  until(async () => !(await readCards(tour.page)).some(({ name }) => name === tour.access.banner.name), {
    message: 'the banner to go',
  });

/** Puts away what earlier steps have parked: with places free, it would be offered in the messenger. @param {Tour} tour */
async function discardParked(tour) {
  const view = (await tour.views()).find(({ host }) => host === 'demo.bitrix24.ru');
  for (const { id } of view?.drafts ?? []) {
    await tour.tellBackground('draft.told', { id, event: { type: 'discarded' } });
  }
}

/** Has the portal read, as a person may: of themselves, pages look no more often than events justify, and the tour is faster. */
async function look(/** @type {Tour} */ tour) {
  await tour.readAgain();
  await tour.closePanel();
}

/** The only access of the register that runs. @param {Tour} tour */
const runningOf = (tour) =>
  until(
    async () => {
      const view = (await tour.views()).find(({ host }) => host === 'demo.bitrix24.ru');
      return view?.register.items.find(({ kind, state }) => kind === 'vendor' && /granted|ending|overdue/.test(state));
    },
    { message: 'an access that runs' },
  );

/** Corrects when an access began, as a person may on the dashboard: so the clock comes near its end. @param {Tour} tour @param {number} days */
async function beginEarlier(tour, days) {
  const { id } = await runningOf(tour);
  const startsAt = Date.now() - days * DAY;
  await tour.tellBackground('access.told', {
    id,
    event: { type: 'corrected', changes: { requestedAt: startsAt, startsAt } },
  });
}

/** @type {import('./steps.mjs').Step[]} */
const REQUEST = [
  {
    title: 'Support asks for access: a banner on a plain page',
    play: async (tour) => {
      await discardParked(tour);
      await tour.inTab();
      tour.reset({
        dialogs: [
          { id: 931, title: words(tour).question, status: 'open' },
          { id: 932, title: words(tour).other, status: 'open' },
        ],
      });
      await tour.visit('/stream/');
      // Of what the portal had before, the extension still shows the count.
      await look(tour);
      await tour.expectChip('2/5');
      tour.director().reply({ dialogId: 'chat931', text: words(tour).says });
      tour.director().askForAccess({ days: 21 });
      await look(tour);
    },
    check: (tour) => expectBanner(tour, asked(tour, 21), tour.access.banner.button.open),
    picture: 'access-request',
  },
  {
    title: 'The request in the dark',
    play: dark,
    check: (tour) => expectBanner(tour, asked(tour, 21)),
    picture: 'access-request-dark',
  },
  {
    title: 'Its details: what each answer means, and whether it is genuine',
    play: async (tour) => {
      await light(tour);
      await tour.click(tour.access.banner.details);
    },
    check: (tour) => {
      const { answers, check } = tour.access.banner;
      return expectBanner(tour, answers.agreeWhat, answers.refuseWhat, check.sender.ok);
    },
    picture: 'access-details',
  },
  {
    title: 'The details in the dark',
    play: dark,
    check: (tour) => expectBanner(tour, tour.access.banner.answers.refuseWhat),
    picture: 'access-details-dark',
  },
  {
    title: 'Folded: a tab that covers nothing',
    play: async (tour) => {
      await light(tour);
      await tour.click(tour.access.banner.fold);
    },
    check: (tour) => tour.expectCard(tour.access.banner.name),
    picture: 'access-folded',
  },
  {
    title: 'The request is opened: the portal’s own buttons are framed',
    play: async (tour) => {
      await tour.click(tour.access.banner.folded(asked(tour, 21)));
      await tour.click(tour.access.banner.button.open);
      await tour.page.locator(`.bx-im-message-base__wrap[data-id="${lastRequest(tour).messageId}"]`).waitFor();
    },
    check: (tour) => expectBanner(tour, tour.access.banner.openedNote.answer),
    picture: 'access-message',
  },
  {
    title: 'The framed buttons in the dark',
    play: dark,
    check: (tour) => expectBanner(tour, tour.access.banner.openedNote.answer),
    picture: 'access-message-dark',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const GRANT = [
  {
    title: 'The portal’s button is pressed: Latchdesk sees the answer, and asks once for the reason',
    play: async (tour) => {
      await light(tour);
      const message = tour.page.locator(`.bx-im-message-base__wrap[data-id="${lastRequest(tour).messageId}"]`);
      await message.locator('.bx-im-keyboard-button__container', { hasText: words(tour).allow }).click();
      await message
        .locator('.bx-im-keyboard-button__container', { hasText: words(tour).allow })
        .waitFor({ state: 'detached' });
      await look(tour);
      await expectBanner(tour, tour.access.banner.answered.granted);
      await tour.click(tour.access.banner.button.giveReason);
      await tour.fill(tour.access.banner.reason.grantedLabel, words(tour).reason);
    },
    check: (tour) => expectBanner(tour, tour.access.banner.answered.granted, tour.access.banner.reason.ticket),
    picture: 'access-reason',
  },
  {
    title: 'The panel counts the days',
    play: async (tour) => {
      await tour.click(tour.access.banner.button.save);
      await expectQuiet(tour);
      await tour.visit('/stream/');
      await tour.expectChip('2/5');
    },
    panel: (text) => [text.access.heading, text.access.source.parsed],
    picture: 'access-panel',
  },
  {
    title: 'The panel in the dark',
    play: dark,
    panel: (text) => [text.access.source.parsed],
    picture: 'access-panel-dark',
  },
  {
    title: 'So does the popup',
    play: async (tour) => {
      await light(tour);
      await tour.openPopup();
    },
    check: (tour) => tour.expectOnPage(tour.popup.dashboard),
    picture: 'access-popup',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const REGISTER = [
  {
    title: 'The dashboard: who is inside, and the register',
    play: async (tour) => {
      await tour.tellBackground('access.entered', {
        record: {
          ...{ kind: 'integrator', id: crypto.randomUUID(), name: words(tour).account, userId: '3001' },
          since: Date.now() - 120 * DAY,
        },
      });
      await tour.openDashboard('access');
    },
    check: async (tour) => {
      await tour.expectOnPage(tour.dashboard.register.integrators.title);
      await tour.expectOnPage(words(tour).reason);
    },
    picture: 'access-register',
  },
  {
    title: 'One record: what is known of it, and its history',
    play: async (tour) => {
      tour.director().signIn({ kind: 'controller', ip: '203.0.113.99' });
      const { id } = await runningOf(tour);
      await tour.openDashboard('access', `/${encodeURIComponent(id)}`);
      await tour.click(tour.dashboard.register.signIns.look);
    },
    check: async (tour) => {
      await tour.expectOnPage(tour.dashboard.register.signIns.kind.unlisted);
      await tour.expectOnPage(tour.dashboard.register.history.lead);
    },
    picture: 'access-record',
  },
  {
    title: 'The register in the dark',
    play: dark,
    check: (tour) => tour.expectOnPage(tour.dashboard.register.integrators.title),
    picture: 'access-register-dark',
  },
  {
    title: 'The form for an access that nobody could see',
    play: async (tour) => {
      await light(tour);
      await tour.openDashboard('access', '/new');
    },
    check: (tour) => tour.expectOnPage(tour.dashboard.register.form.lead),
    picture: 'access-form',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const END = [
  {
    title: 'Three days before the end, pages say so',
    play: async (tour) => {
      await beginEarlier(tour, 19);
      await tour.inTab();
      await tour.visit('/stream/');
    },
    check: (tour) => expectBanner(tour, tour.access.banner.button.revoke),
    picture: 'access-ending',
  },
  {
    title: 'The question it was for is closed: revoke now?',
    play: (tour) => tour.director().closeDialog({ dialogId: 'chat931' }),
    check: (tour) => expectBanner(tour, tour.access.shared.title.ticketClosed),
    picture: 'access-ticket-closed',
  },
  {
    title: 'The time is up: it should have ended, and somebody has to look',
    play: async (tour) => {
      await beginEarlier(tour, 23);
      await expectBanner(tour, tour.access.shared.title.overdue('').split('.')[0] ?? '');
      await tour.click(tour.access.banner.details);
    },
    check: (tour) => expectBanner(tour, ...tour.access.banner.revoke.steps),
    badge: /!/,
    picture: 'access-overdue',
  },
  {
    title: 'The same in the dark, with the panel open',
    play: async (tour) => {
      await dark(tour);
      await tour.click(tour.access.banner.less);
    },
    panel: (text) => [text.access.heading, text.access.check],
    picture: 'access-overdue-dark',
  },
  {
    title: 'The popup, with what is overdue',
    play: async (tour) => {
      await tour.closePanel();
      await light(tour);
      await tour.openPopup();
    },
    check: (tour) => tour.expectOnPage(tour.popup.dashboard),
    picture: 'access-overdue-popup',
  },
  {
    title: 'The dashboard, with what is overdue',
    play: (tour) => tour.openDashboard('access'),
    check: (tour) => tour.expectOnPage(tour.dashboard.register.clarify),
    picture: 'access-overdue-dashboard',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const OTHERS = [
  {
    title: 'A bot of an application looks like support: a warning, and no request',
    play: async (tour) => {
      await tour.inTab();
      await tour.visit('/stream/');
      const { id } = await runningOf(tour);
      await tour.tellBackground('access.told', { id, event: { type: 'answered', answer: 'ended', at: Date.now() } });
      tour.director().imitateRequest({ by: 'marketBot' });
      await look(tour);
      await expectBanner(tour, tour.access.shared.title.lookalike(1));
      await tour.click(tour.access.banner.details);
    },
    check: (tour) => expectBanner(tour, tour.access.banner.lookalike.real),
    picture: 'access-lookalike',
  },
  {
    title: 'The warning in the dark',
    play: dark,
    check: (tour) => expectBanner(tour, tour.access.banner.lookalike.real),
    picture: 'access-lookalike-dark',
  },
  {
    title: 'A partner asks to take the support over',
    play: async (tour) => {
      await light(tour);
      await tour.click(tour.access.banner.button.understood);
      await expectQuiet(tour);
      tour.director().askForPartner({ name: words(tour).partner });
      await look(tour);
      await expectBanner(tour, tour.access.shared.title.partner(words(tour).partner));
      await tour.click(tour.access.banner.details);
    },
    check: (tour) => expectBanner(tour, tour.access.banner.answers.partnerAgreeWhat),
    picture: 'access-partner',
  },
  {
    title: 'It is put off, and can be taken back for a while',
    play: async (tour) => {
      const { button, later } = tour.access.banner;
      await tour.click(button.later);
      await tour.click(later.tomorrow);
    },
    check: (tour) => expectBanner(tour, tour.access.banner.button.undo),
    picture: 'access-put-off',
  },
];

/** @type {import('./steps.mjs').Step[]} */
export const ACCESS = [...REQUEST, ...GRANT, ...REGISTER, ...END, ...OTHERS];
