/** Rules: a ready one is changed, tried out, switched on, and followed; where rules send; all of them at rest. */
import { until } from '../lib/surface.mjs';
import { dark } from './chatapp-pages.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */

const WORDS = {
  ru: {
    name: 'Проверить ответ, когда диалог закрыт',
    title: 'Проверить ответ: {dialog.name}',
    text: 'Поддержка закрыла диалог. Проверьте, что её ответ помог. Свободных мест: {slots.free}.',
    destination: 'n8n в офисе',
  },
  en: {
    name: 'Check the answer when a dialog is closed',
    title: 'Check the answer: {dialog.name}',
    text: 'Support has closed the dialog. See whether its answer has helped. Free places: {slots.free}.',
    destination: 'n8n in the office',
  },
};

/** @param {Tour} tour */
const words = (tour) => WORDS[tour.language];

/** Opens the rules of all portals; it is no page of one portal. @param {Tour} tour */
async function openRules(tour) {
  const page = await tour.openDashboard('overview');
  await page.goto(page.url().replace(/#.*$/, '#rules'));
  return page;
}

/** Presses a button by its whole name. @param {Tour} tour @param {string} name */
const press = ({ page }, name) => page.getByRole('button', { name, exact: true }).click();

/** A field by its whole label. @param {Tour} tour @param {string} label */
const field = ({ page }, label) => page.getByLabel(label, { exact: true });

/** Brings a part of the page to the top, and waits for it. @param {Tour} tour @param {string} name */
async function showPart({ page }, name) {
  const part = page.getByRole('region', { name, exact: true });
  await part.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return part;
}

/** The oldest open dialog is closed by support, on a portal page as on every other. @param {Tour} tour */
function closeDialog(tour) {
  const director = tour.director();
  const dialog = director.state().dialogs.find(({ status }) => status !== 'close');
  if (!dialog) throw new Error('the demo portal has no open dialog');
  director.closeDialog({ dialogId: dialog.dialogId });
}

/** @type {import('./steps.mjs').Step[]} */
export const RULES = [
  {
    title: 'The rules, before there is one: ready ones to begin with',
    play: openRules,
    check: (tour) => tour.expectOnPage(tour.rules.template.accessEnds.name),
    picture: 'rules-none',
  },
  {
    title: 'A ready one is taken: its form, and what it does in words',
    play: (tour) => {
      const { list, creating, template } = tour.rules;
      return press(tour, list.of(creating.take, template.accessEnds.name));
    },
    check: (tour) => tour.expectOnPage(tour.rules.editor.inWords),
    picture: 'rules-template',
  },
  {
    title: 'It is changed and saved: it only tries out, and is rehearsed against the journal',
    play: async (tour) => {
      const { editor, triggerName, fact, operator } = tour.rules;
      const { name, title, text } = words(tour);
      await field(tour, editor.field.name).fill(name);
      await field(tour, editor.field.trigger).selectOption({ label: triggerName['dialog.closed'] });
      await press(tour, editor.addCondition);
      await field(tour, editor.field.fact).selectOption({ label: fact['dialog.name'] });
      await field(tour, editor.field.is).selectOption({ label: operator.isKnown });
      await field(tour, editor.field.title).fill(title);
      await field(tour, editor.field.text).fill(text);
      await press(tour, editor.save);
      await tour.expectOnPage(tour.rules.page.nextDry.title);
      const rehearsal = tour.page.getByRole('region', { name: tour.runs.rehearsal.heading, exact: true });
      await rehearsal.locator('summary').first().click();
    },
    check: (tour) => tour.expectOnPage(tour.runs.rehearsal.runs),
    picture: 'rules-rehearsal',
  },
  {
    title: 'It is switched on, and support closes a dialog: the task is there',
    play: async (tour) => {
      await press(tour, tour.rules.list.of(tour.rules.list.switchOn, words(tour).name));
      await tour.expectOnPage(tour.rules.deed.switchedOn);
      closeDialog(tour);
      await until(() => tour.director().tasks().length > 0, { message: 'the task', timeout: 30_000 });
    },
    check: async (tour) => {
      await tour.expectOnPage(tour.rules.list.counts.done(1));
      await tour.expectOnPage(tour.runs.state.done.title);
      await showPart(tour, tour.runs.trace.heading);
    },
    picture: 'rules-run',
  },
  {
    title: 'That run: what happened, what was sent, what was answered',
    play: async (tour) => {
      const trace = await showPart(tour, tour.runs.trace.heading);
      await trace.locator('tbody').getByRole('button').first().click();
      await showPart(tour, tour.runs.trace.heading);
    },
    check: (tour) => tour.expectOnPage(tour.runs.trace.body),
    picture: 'rules-run-details',
  },
  {
    title: 'The same rule as one document',
    play: async (tour) => {
      await press(tour, tour.rules.list.of(tour.rules.list.edit, words(tour).name));
      await press(tour, tour.rules.editor.json);
    },
    check: (tour) => tour.expectOnPage(tour.rules.editor.jsonHint),
    picture: 'rules-json',
  },
  {
    title: 'Where rules may send: every word is seen before anything goes there',
    play: async (tour) => {
      await openRules(tour);
      // Saved as the form does it after the browser was asked; what asks is nothing that a page can answer.
      await tour.tellBackground('destination.saved', {
        ...{
          id: null,
          name: words(tour).destination,
          kind: 'webhook',
          address: 'https://n8n.example/webhook/latchdesk',
        },
        ...{ signingKey: 'new', isPrivateAllowed: false, knowsKeys: true },
      });
      await tour.page.reload();
      const { destination } = tour.runs;
      await press(tour, destination.of(destination.preview, words(tour).destination));
      await showPart(tour, destination.heading);
    },
    check: (tour) => tour.expectOnPage(tour.runs.destination.consent.heading(words(tour).destination)),
    picture: 'rules-destination',
  },
  {
    title: 'One press, and all rules rest',
    play: async (tour) => {
      await openRules(tour);
      await press(tour, tour.rules.status.pause);
    },
    check: (tour) => tour.expectOnPage(tour.rules.status.paused.title),
    picture: 'rules-stopped',
  },
  {
    title: 'They go on; the page in the dark',
    play: async (tour) => {
      await press(tour, tour.rules.status.goOn);
      await dark(tour);
    },
    check: (tour) => tour.expectOnPage(tour.rules.status.works(1, 0)),
    picture: 'rules-dark',
  },
];
