/** Living with the limit: the guard and its ways, warnings, names, details, search, and the dashboard. */
import { findSpoken, until } from '../lib/surface.mjs';

const NEW_DIALOG_BUTTON = '.bx-im-sidebar-multidialog-detail__scope .bx-im-sidebar-detail-header__add-button button';
const FIELD = 'textarea.bx-im-textarea__element';
const HOUR = 3_600_000;

const WORDS = {
  ru: {
    solved: 'Права доступа к отделу продаж',
    alsoSolved: 'Не звонит телефония',
    waiting: 'Письма из CRM приходят с опозданием',
    mine: 'Ошибка при импорте сделок',
    unasked: 'Пропали задачи проекта',
    question: 'Отчёт по продажам открывается пустым, хотя сделки за месяц есть.',
    topic: 'Пустой отчёт по продажам',
    secret: 'Зайдите сами, пароль: Tr4vel!Kit9',
    alias: 'Почта CRM, отдел Лены',
    tag: 'почта',
    steps: 'Открываю CRM, нажимаю «Отчёты», выбираю «Продажи»',
    expected: 'Отчёт за ноябрь должен показать сделки',
    actual: 'Вместо сделок пустая страница, ошибки нет',
    query: 'почта',
  },
  en: {
    solved: 'Access rights of the sales team',
    alsoSolved: 'Telephony stays silent',
    waiting: 'CRM mail arrives late',
    mine: 'Deal import stops half-way',
    unasked: 'Project tasks are gone',
    question: 'The sales report opens empty although there are deals this month.',
    topic: 'Empty sales report',
    secret: 'Please sign in yourself, password: Tr4vel!Kit9',
    alias: 'CRM mail, Lena’s team',
    tag: 'mail',
    steps: 'I open CRM, click “Reports”, choose “Sales”',
    expected: 'The report for November should show the deals',
    actual: 'Instead of the deals an empty page, no error',
    query: 'mail',
  },
};

/** @typedef {import('./tour.mjs').Tour} Tour */

/** @param {Tour} tour */
const words = (tour) => WORDS[tour.language];

/** A name that begins so: buttons with a second line say that as well. @param {string} text */
const beginsWith = (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** @param {Tour} tour @param {string} title */
function dialogOf(tour, title) {
  const { dialogs } = tour.director().state();
  const dialog = dialogs.find((entry) => entry.title === title);
  if (!dialog) throw new Error(`the demo portal has no dialog “${title}”: ${dialogs.map((each) => each.title)}`);
  return dialog;
}

/** Goes to the portal's own list of dialogs, as a person does. @param {Tour} tour */
async function openList({ page }) {
  if (await page.locator(NEW_DIALOG_BUTTON).count()) return;
  const block = page.locator('.bx-im-sidebar-multidialog-preview__container');
  const icon = page.locator('.bx-im-chat-header__icon.--panel');
  await icon.waitFor();
  if (!(await page.locator('.bx-im-sidebar-main-panel__container').count())) await icon.click();
  await block.click();
  await page.locator(NEW_DIALOG_BUTTON).waitFor();
}

/** Presses the portal's own button for a new dialog. @param {Tour} tour */
async function pressNewDialog(tour) {
  await openList(tour);
  const button = tour.page.locator(NEW_DIALOG_BUTTON);
  const isLoading = () => tour.page.locator('.bx-im-sidebar-detail__loader-container').count();
  await until(async () => !(await isLoading()), { message: 'the portal’s list of dialogs' });
  // A grey button is pressed as well.
  await button.click({ force: true });
}

/** Waits until the portal's message field holds a part of a text. @param {Tour} tour @param {string} part */
async function expectInField({ page }, part) {
  const field = page.locator(FIELD);
  const message = async () => `“${part}” in the message field, it holds “${await field.inputValue()}”`;
  await until(async () => (await field.inputValue()).includes(part), { message });
}

/** Writes into the portal's message field with the keyboard. @param {Tour} tour @param {string} text */
async function write({ page }, text) {
  await page.locator(FIELD).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Opens a dialog of a portal that has just been made anew, once the extension knows it. @param {Tour} tour @param {string} title */
async function openDialog(tour, title) {
  const { dialogId } = dialogOf(tour, title);
  await tour.visit(`/online/?IM_DIALOG=${dialogId}`);
  await tour.page.locator('.bx-im-chat-header__container', { hasText: title }).waitFor();
  await tour.readAgain();
  await tour.closePanel();
  await tour.page.locator('latchdesk-cards').waitFor({ state: 'attached' });
}

const ago = (/** @type {number} */ hours) => new Date(Date.now() - hours * HOUR).toISOString();

/** @type {import('./steps.mjs').Step[]} */
const GUARD = [
  {
    title: 'One slot is left, and the portal’s button for a new dialog is pressed: the guard asks',
    play: async (tour) => {
      await tour.inTab();
      tour.reset();
      const text = words(tour);
      tour.reset({
        dialogs: [
          // Ids of their own: of those used before, the extension still knows what went on.
          { id: 901, title: text.solved, status: 'open', date: ago(24 * 12) },
          { id: 902, title: text.alsoSolved, status: 'open', date: ago(24 * 9) },
          { id: 903, title: text.waiting, status: 'open', unread: 2, date: ago(3) },
          {
            id: 904,
            title: text.mine,
            status: 'open',
            date: ago(20),
            messages: [{ from: 'me', text: text.question, date: ago(20) }],
          },
          ...Array.from({ length: 9 }, (_, n) => ({
            id: 910 + n,
            status: /** @type {const} */ ('close'),
            date: ago(24 * (20 + n)),
          })),
        ],
      });
      await openDialog(tour, text.waiting);
      await tour.expectChip('4/5');
      await pressNewDialog(tour);
    },
    card: (cards) => cards.guard.near,
    says: (cards) => [cards.guard.nearWhat, cards.guard.toFinish, cards.guard.looksFinished],
    picture: 'guard-near',
  },
  {
    title: 'The guard is asked why it is there',
    play: (tour) => tour.click(tour.cards.shell.why),
    says: (cards, text) => [cards.why.guard, text.product.independent],
    picture: 'guard-why',
  },
  {
    title: 'All slots are taken: the guard shows three ways',
    play: async (tour) => {
      await tour.page.keyboard.press('Escape');
      await tour.expectCard(null);
      tour.director().openDialog({ title: words(tour).unasked });
      await tour.expectChip('5/5');
      await pressNewDialog(tour);
    },
    card: (_, text) => text.slots.full(5),
    says: ({ guard }) => Object.values(guard.ways).map(({ title }) => title),
    picture: 'guard-full',
  },
  {
    title: 'The guard in the dark',
    play: (tour) => tour.page.emulateMedia({ colorScheme: 'dark' }),
    card: (_, text) => text.slots.full(5),
    picture: 'guard-full-dark',
  },
  {
    title: 'The guard in a small window',
    play: async (tour) => {
      await tour.page.emulateMedia({ colorScheme: 'light' });
      await tour.page.setViewportSize({ width: 800, height: 560 });
    },
    card: (_, text) => text.slots.full(5),
    picture: 'guard-full-small',
  },
  {
    title: 'First way: messages that ask to close what is solved',
    play: async (tour) => {
      await tour.page.setViewportSize({ width: 1440, height: 900 });
      await tour.click(beginsWith(tour.cards.guard.ways.closeRequest.title));
    },
    card: (cards) => cards.close.title,
    check: (tour) => tour.expectOnCard(words(tour).solved),
    picture: 'close-drafts',
  },
  {
    title: 'The messages are put into the fields, one dialog after the other; nothing is sent',
    play: async (tour) => {
      const sent = () =>
        tour
          .director()
          .calls()
          .filter(({ methods }) => methods.includes('im.v2.Chat.Message.send'));
      for (const title of [words(tour).solved, words(tour).alsoSolved]) {
        await tour.click(tour.cards.close.place(title));
        await tour.page.locator('.bx-im-chat-header__container', { hasText: title }).waitFor();
        await expectInField(tour, title);
      }
      if (sent().length) throw new Error('a message was sent');
    },
    card: (cards) => cards.close.title,
    says: (cards) => [cards.close.placed, cards.close.allPlaced],
    picture: 'close-drafts-placed',
  },
  {
    title: 'Second way: a message that asks support to open a new dialog',
    play: async (tour) => {
      const { cards } = tour;
      await tour.click(cards.park.done);
      await tour.expectCard(null);
      await pressNewDialog(tour);
      await tour.click(beginsWith(cards.guard.ways.openRequest.title));
      await tour.fill(beginsWith(cards.ask.question), words(tour).question);
    },
    card: (cards) => cards.ask.title,
    check: (tour) => tour.expectOnCard(words(tour).unasked),
    picture: 'ask-support',
  },
  {
    title: 'It is put into the field of an open dialog',
    play: async (tour) => {
      await tour.click(beginsWith(words(tour).waiting), 'radio');
      await tour.click(tour.cards.close.place(words(tour).waiting));
      await expectInField(tour, words(tour).question);
    },
    card: (cards) => cards.ask.title,
    says: (cards) => [cards.close.placed],
    picture: 'ask-support-placed',
  },
  {
    title: 'Third way: the question is parked',
    play: async (tour) => {
      const { cards } = tour;
      await tour.click(cards.park.done);
      await tour.expectCard(null);
      await pressNewDialog(tour);
      await tour.click(beginsWith(cards.guard.ways.park.title));
      await tour.fill(beginsWith(cards.park.topic), words(tour).topic);
      await tour.fill(beginsWith(cards.park.text), words(tour).question);
    },
    card: (cards) => cards.park.title,
    says: (cards) => [cards.shell.saving.saved],
    picture: 'parking',
  },
  {
    title: 'It waits',
    play: (tour) => tour.click(tour.cards.park.park),
    card: (cards) => cards.park.parked,
    says: (cards) => [cards.park.parkedWhat],
    picture: 'parked',
  },
  {
    title: 'Past the guard: only with a reason',
    play: async (tour) => {
      const { cards } = tour;
      await tour.click(cards.park.done);
      await tour.expectCard(null);
      await pressNewDialog(tour);
      await tour.click(cards.guard.continueAnyway);
    },
    card: (cards) => cards.override.title,
    says: (cards) => [cards.override.what, cards.guard.greyAnyway],
    picture: 'override',
  },
  {
    title: 'Support closes a dialog: the parked question is offered',
    play: async (tour) => {
      await tour.page.keyboard.press('Escape');
      await tour.expectCard(null);
      tour.director().closeDialog(dialogOf(tour, words(tour).solved));
    },
    chip: '4/5',
    card: (cards) => cards.offer.title(1),
    check: (tour) => tour.expectOnCard(words(tour).topic),
    picture: 'offer',
  },
  {
    title: 'It is asked: the portal’s own new dialog, and the text before it goes into the field',
    play: async (tour) => {
      const { cards } = tour;
      await tour.click(cards.offer.useNamed(words(tour).topic));
      await tour.expectCard(cards.guard.near);
      await tour.click(cards.guard.openNew);
    },
    card: () => /./,
    says: (cards) => [cards.draft.what],
    check: (tour) => tour.expectCard(words(tour).topic),
    picture: 'draft',
  },
  {
    title: 'The text is put into the field',
    play: async (tour) => {
      await tour.click(tour.cards.draft.put);
      await expectInField(tour, words(tour).question);
    },
    says: (cards) => [cards.draft.phase.placed],
    picture: 'draft-placed',
  },
];

/** The dialog that the tour has made is the one on show. @type {import('./steps.mjs').Step[]} */
const MESSAGES = [
  {
    title: 'The new dialog has no name yet: a better one is proposed',
    play: async (tour) => {
      await tour.click(tour.cards.shell.close);
      await tour.expectCard(tour.cards.rename.title);
      const field = () => findSpoken(tour.page, 'textbox', tour.cards.rename.field);
      await until(async () => (await field())?.value === words(tour).topic, { message: 'the name of the question' });
    },
    card: (cards) => cards.rename.title,
    picture: 'rename',
  },
  {
    title: 'The portal takes the name',
    play: (tour) => tour.click(tour.cards.rename.name),
    check: async (tour) => {
      await tour.page.locator('.bx-im-chat-header__container', { hasText: words(tour).topic }).waitFor();
      await tour.expectOnPage(tour.cards.hint.renamed.title);
    },
    picture: 'renamed',
  },
  {
    title: 'Another dialog takes the last slot: a warning stands above the field',
    play: async (tour) => {
      const { cards } = tour;
      // The hint goes by itself after a while: then there is nothing to press.
      if (await findSpoken(tour.page, 'StaticText', cards.hint.renamed.title))
        await tour.click(cards.hint.dismiss.renamed);
      const isThere = () => findSpoken(tour.page, 'StaticText', cards.hint.renamed.title);
      await until(async () => !(await isThere()), { message: 'the hint to go' });
      tour.director().openDialog({ title: words(tour).solved });
      await tour.expectChip('5/5');
    },
    card: (cards) => cards.composer.titleNoSlot,
    says: (cards) => [cards.composer.noSlotNew(5)],
    picture: 'composer-before',
  },
  {
    title: 'A password is typed, too',
    play: (tour) => write(tour, words(tour).secret),
    card: (cards) => cards.composer.titleBoth,
    says: (cards) => [cards.composer.secretBefore(cards.shell.secret.password)],
    picture: 'composer-secret',
  },
  {
    title: 'Enter is pressed: the message is stopped',
    play: (tour) => tour.page.keyboard.press('Enter'),
    card: (cards) => cards.composer.titleBoth,
    says: (cards) => [cards.composer.stopped, cards.composer.secretsWhat],
    check: (tour) => expectInField(tour, words(tour).secret),
    picture: 'composer-confirm',
  },
  {
    title: 'It may pass: sending is left to its writer',
    play: (tour) => tour.click(tour.cards.composer.sendAnyway),
    check: async (tour) => {
      await tour.expectOnPage(tour.cards.hint.sendNow.title);
      await expectInField(tour, words(tour).secret);
    },
    picture: 'composer-allowed',
  },
  {
    title: 'The portal does not deliver it: the text is kept and shown',
    play: async (tour) => {
      await tour.page.locator(FIELD).focus();
      await tour.page.keyboard.press('Enter');
    },
    card: (cards) => cards.refused.title,
    says: (cards) => [cards.refused.meaning],
    check: async (tour) => {
      const field = () => findSpoken(tour.page, 'textbox', tour.cards.refused.text);
      await until(async () => (await field())?.value === words(tour).secret, { message: 'the refused text' });
    },
    picture: 'refused',
  },
  {
    title: 'Kept as a parked question, beside the panel',
    play: async (tour) => {
      await tour.click(tour.cards.refused.park);
      // The card stands over the chip.
      await tour.expectCard(null);
    },
    panel: (text) => [text.parked.waiting(1)],
    picture: 'panel-parked',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const DETAILS = [
  {
    title: 'Details of a dialog: a name of one’s own, a tag',
    play: async (tour) => {
      const { dialog, hint } = tour.cards;
      // The hint goes by itself after a while: then there is nothing to press.
      if (await findSpoken(tour.page, 'StaticText', hint.parked.title)) await tour.click(hint.dismiss.parked);
      await tour.openPanel();
      await tour.click(tour.text.dialogs.details(words(tour).waiting));
      await tour.fill(beginsWith(dialog.alias), words(tour).alias);
      await tour.fill(beginsWith(dialog.tags), words(tour).tag);
      await tour.page.keyboard.press('Enter');
    },
    card: () => /./,
    says: (cards) => [cards.shell.saving.saved],
    check: async (tour) => {
      await tour.expectCard(words(tour).alias);
      await until(() => findSpoken(tour.page, 'button', tour.cards.dialog.removeTag(words(tour).tag)), {
        message: 'the tag',
      });
    },
    picture: 'details',
  },
  {
    title: 'The search of the panel finds it by its tag',
    play: async (tour) => {
      await tour.closePanel();
      await tour.click(tour.cards.shell.close);
      await tour.expectCard(null);
      await tour.openPanel();
      await tour.page.keyboard.press('/');
      await until(() => findSpoken(tour.page, 'textbox', tour.text.search.label), { message: 'the search field' });
      await tour.fill(tour.text.search.label, words(tour).query);
    },
    check: async (tour) => {
      await tour.expectInPanel(tour.text.search.found(1));
      await tour.expectInPanel(words(tour).alias);
    },
    picture: 'search',
  },
  {
    title: 'A question is prepared',
    play: async (tour) => {
      const { question } = tour.cards;
      await tour.page.keyboard.press('Escape');
      // The list is longer than what was found: the foot of the panel moves.
      const isFound = async () => (await tour.panel())?.includes(tour.text.search.found(1));
      await until(async () => !(await isFound()), { message: 'the list to come back' });
      await tour.click(tour.text.panel.prepareQuestion);
      await tour.expectCard(question.title);
      await tour.fill(beginsWith(question.topic), words(tour).topic);
      for (const part of /** @type {const} */ (['steps', 'expected', 'actual'])) {
        await tour.fill(beginsWith(question.part[part]), words(tour)[part]);
      }
    },
    card: (cards) => cards.question.title,
    says: (cards) => [cards.question.preview, cards.shell.saving.saved],
    picture: 'question',
  },
  {
    title: 'The question in the dark',
    play: (tour) => tour.page.emulateMedia({ colorScheme: 'dark' }),
    card: (cards) => cards.question.title,
    picture: 'question-dark',
  },
];

/** @type {import('./steps.mjs').Step[]} */
const PAGES = [
  {
    title: 'The popup, with what waits',
    play: async (tour) => {
      await tour.openPopup();
    },
    check: async (tour) => {
      await tour.expectOnPage('5/5');
      await tour.expectOnPage(tour.popup.dashboard);
    },
    picture: 'popup-support',
  },
  {
    title: 'The dashboard: all dialogs',
    play: (tour) => tour.openDashboard('dialogs'),
    check: (tour) => tour.expectOnPage(words(tour).alias),
    picture: 'dashboard-dialogs',
  },
  {
    title: 'The dashboard: one of them',
    play: (tour) => tour.openDashboard('dialogs', `/${dialogOf(tour, words(tour).waiting).chatId}`),
    check: async (tour) => {
      await tour.expectOnPage(tour.dashboard.dialogs.open);
      await tour.expectOnPage(tour.cards.dialog.inPortal(words(tour).waiting));
    },
    picture: 'dashboard-dialog',
  },
  {
    title: 'The dashboard: the report',
    play: (tour) => tour.openDashboard('report'),
    check: async (tour) => {
      await tour.expectOnPage(tour.dashboard.report.totals);
      await tour.expectOnPage(tour.dashboard.report.slots);
    },
    picture: 'dashboard-report',
  },
  {
    title: 'The dashboard: kept texts',
    play: (tour) => tour.openDashboard('drafts'),
    check: (tour) => tour.expectOnPage(tour.dashboard.drafts.kind.parked),
    picture: 'dashboard-drafts',
  },
  {
    title: 'The dashboard: the journal',
    play: (tour) => tour.openDashboard('journal'),
    check: (tour) => tour.expectOnPage(tour.dashboard.journal.entry['draft.parked'](words(tour).topic)),
    picture: 'dashboard-journal',
  },
  {
    title: 'The dashboard: settings',
    play: (tour) => tour.openDashboard('settings'),
    check: async (tour) => {
      await tour.expectOnPage(tour.dashboard.settings.workingTime.title);
      await tour.expectOnPage(tour.dashboard.settings.waitingHours);
    },
    picture: 'dashboard-settings',
  },
  {
    title: 'Settings in the dark',
    play: (tour) => tour.page.emulateMedia({ colorScheme: 'dark' }),
    check: (tour) => tour.expectOnPage(tour.dashboard.settings.workingTime.title),
    picture: 'dashboard-settings-dark',
  },
  {
    title: 'The report in the dark',
    play: (tour) => tour.openDashboard('report'),
    check: (tour) => tour.expectOnPage(tour.dashboard.report.slots),
    picture: 'dashboard-report-dark',
  },
  {
    title: 'All dialogs in the dark, in a narrow window',
    play: async (tour) => {
      await tour.openDashboard('dialogs');
      await tour.page.setViewportSize({ width: 480, height: 800 });
    },
    check: (tour) => tour.expectOnPage(words(tour).alias),
    picture: 'dashboard-dialogs-narrow',
  },
];

/** @type {import('./steps.mjs').Step[]} */
export const SUPPORT = [...GUARD, ...MESSAGES, ...DETAILS, ...PAGES];
