/** For whom Latchdesk stands aside, and portals beside each other. */

/** @type {import('./steps.mjs').Step[]} */
export const PEOPLE = [
  {
    title: 'An employee opens the portal: nothing is shown',
    play: async (tour) => {
      tour.reset({ user: { role: 'employee' } });
      await tour.visit('/stream/');
    },
    tooltip: (text) => text.unsupported.notAdministrator.short,
    chip: null,
    badge: '',
    picture: 'employee',
  },
  {
    title: 'A portal with the old messenger: Latchdesk stands aside',
    play: async (tour) => {
      tour.reset({ messenger: 'v1' });
      await tour.visit('/online/');
    },
    tooltip: (text) => text.unsupported.oldMessenger.short,
    chip: null,
    badge: '',
    picture: 'old-messenger',
  },
  {
    title: 'The second portal beside the first',
    play: async (tour) => {
      tour.reset();
      tour.reset({ limit: 4 }, 'second');
      await tour.visit('/stream/');
      await tour.expectChip('3/5');
      await tour.inTab();
      await tour.visit('/stream/', 'second');
    },
    chip: '3/4',
    picture: 'second-portal',
  },
  {
    title: 'The popup shows both portals',
    play: (tour) => tour.openPopup(),
    check: async (tour) => {
      await tour.expectOnPage('demo.bitrix24.ru');
      await tour.expectOnPage('second.bitrix24.com');
      await tour.expectOnPage('3/5');
      await tour.expectOnPage('3/4');
    },
    picture: 'popup',
  },
];
