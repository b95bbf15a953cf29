/** The count as support works: every kind of live event, and every kind of limit. */
import { clickSpoken } from '../lib/surface.mjs';

const TITLES = {
  ru: {
    first: 'Телефония молчит после обеда',
    second: 'Не печатается счёт',
    third: 'Пропали задачи проекта',
    renamed: 'Счёт печатается дважды',
  },
  en: {
    first: 'Telephony is silent after lunch',
    second: 'The invoice does not print',
    third: 'Project tasks are gone',
    renamed: 'The invoice prints twice',
  },
};

/** @param {import('./tour.mjs').Tour} tour */
const titles = (tour) => TITLES[tour.language];

/** The dialog of that title. @param {import('./tour.mjs').Tour} tour @param {string} title */
function idOf(tour, title) {
  const dialog = tour
    .director()
    .state()
    .dialogs.find((entry) => entry.title === title);
  if (!dialog) throw new Error(`the demo portal has no dialog “${title}”`);
  return { dialogId: dialog.dialogId };
}

/** @type {import('./steps.mjs').Step[]} */
export const SLOTS = [
  {
    title: 'An administrator opens a plain page',
    play: async (tour) => {
      tour.reset();
      tour.reset({}, 'second');
      await tour.visit('/stream/');
    },
    chip: '3/5',
    sentence: (text) => text.slots.roomy(3, 5),
    picture: 'plain-page',
  },
  {
    title: 'The chip is clicked: the panel lists the dialogs',
    panel: (text) => [text.slots.roomy(3, 5), text.dialogs.status.open, text.dialogs.status.new, text.slots.created(1)],
    picture: 'panel',
  },
  {
    title: 'Support opens a dialog: one is left',
    play: (tour) => tour.director().openDialog({ title: titles(tour).first }),
    chip: '4/5',
    sentence: (text) => text.slots.near,
    check: (tour) => tour.expectInPanel(titles(tour).first),
    picture: 'near',
  },
  {
    title: 'Support opens another: all are in use',
    play: (tour) => tour.director().openDialog({ title: titles(tour).second }),
    chip: '5/5',
    sentence: (text) => text.slots.full(5),
    picture: 'full',
  },
  {
    title: 'Support opens one more than the limit allows',
    play: (tour) => tour.director().openDialog({ title: titles(tour).third }),
    chip: '6/5',
    sentence: (text) => text.slots.over(6, 5),
    picture: 'over',
  },
  {
    title: 'Support closes a dialog',
    play: (tour) => tour.director().closeDialog(idOf(tour, titles(tour).third)),
    chip: '5/5',
  },
  {
    title: 'A dialog is renamed elsewhere',
    play: (tour) => tour.director().rename({ ...idOf(tour, titles(tour).second), title: titles(tour).renamed }),
    check: (tour) => tour.expectInPanel(titles(tour).renamed),
  },
  {
    title: 'Support answers: the dialog is unread',
    play: (tour) => tour.director().reply({ ...idOf(tour, titles(tour).first), text: '' }),
    chip: '5/5',
    panel: (text) => [text.dialogs.unread(1)],
    picture: 'unread',
  },
  {
    title: 'The limit is lifted',
    play: (tour) => tour.director().setLimit(0),
    chip: '∞ 5',
    sentence: (text) => text.slots.unlimited(5),
    picture: 'unlimited',
  },
  {
    title: 'The portal switches support dialogs off',
    play: (tour) => tour.director().setLimit(-1),
    sentence: (text) => text.slots.switchedOff,
    picture: 'switched-off',
  },
  {
    title: 'The portal allows a single conversation',
    play: (tour) => tour.director().setLimit(1),
    sentence: (text) => text.slots.single,
    picture: 'single',
  },
  {
    title: 'The limit is five again',
    play: async (tour) => {
      tour.director().setLimit(5);
      await tour.closePanel();
    },
    chip: '5/5',
  },
  {
    title: 'A slider opens: the chip stays alone',
    play: async (tour) => {
      await tour.page.locator('#open-slider').click();
      await tour.page.frameLocator('iframe').locator('.slider-page').waitFor();
    },
    chip: '5/5',
    check: async (tour) => {
      const overlays = await Promise.all(tour.page.frames().map((frame) => frame.locator('latchdesk-overlay').count()));
      if (overlays.join() !== '1,0') throw new Error(`overlays in page and slider: ${overlays.join()}, expected 1,0`);
    },
    picture: 'slider',
  },
  {
    title: 'The messenger’s own page',
    play: (tour) => tour.visit('/online/'),
    chip: '5/5',
    picture: 'messenger',
  },
  {
    title: 'A dialog is opened from the panel, the portal’s own way',
    play: async (tour) => {
      await tour.openPanel();
      await clickSpoken(tour.page, 'button', new RegExp(`^${titles(tour).first}`));
      await tour.page.locator('.bx-im-chat-header__container', { hasText: titles(tour).first }).waitFor();
    },
    chip: '5/5',
    picture: 'dialog-opened',
  },
];
