/** The same surfaces in the other language and in the dark. */

/** @type {import('./steps.mjs').Step[]} */
export const LOOKS = [
  {
    title: 'The popup in the dark',
    play: (tour) => tour.page.emulateMedia({ colorScheme: 'dark' }),
    picture: 'popup-dark',
  },
  {
    title: 'The portal in the other language',
    play: async (tour) => {
      const language = tour.language === 'ru' ? 'en' : 'ru';
      tour.reset({ user: { language } });
      await tour.inTab();
      await tour.visit('/stream/');
      await tour.readAgain();
    },
    chip: '3/5',
    sentence: (text) => text.slots.roomy(3, 5),
    panel: (text) => [text.dialogs.heading, /CRM mail arrives late|Письма из CRM приходят с опозданием/],
    picture: 'other-language',
  },
  {
    title: 'The panel in the dark',
    play: (tour) => tour.page.emulateMedia({ colorScheme: 'dark' }),
    chip: '3/5',
    picture: 'dark',
  },
];
