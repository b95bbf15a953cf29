/** What can go wrong between the page and the portal: the chip never shows a wrong number. */

/** @type {import('./steps.mjs').Step[]} */
export const FAULTS = [
  {
    title: 'The page’s token expires: the reading renews it unnoticed',
    play: async (tour) => {
      tour.reset();
      await tour.visit('/stream/');
      await tour.expectChip('3/5');
      tour.director().expireToken();
      await tour.readAgain();
      await tour.expectCall('session_failed');
    },
    chip: '3/5',
    sentence: (text) => text.slots.roomy(3, 5),
  },
  {
    title: 'The portal fails: the last good count stays, with its age and the reason',
    play: async (tour) => {
      tour.director().fault({ kind: '500' });
      await tour.readAgain();
    },
    chip: '3/5',
    sentence: (text) => text.trouble.serverError.short,
    panel: (text) => [text.trouble.serverError.what],
    picture: 'portal-fails',
  },
  {
    title: 'The portal is back',
    play: async (tour) => {
      tour.director().clearFaults();
      await tour.readAgain();
    },
    chip: '3/5',
    sentence: (text) => text.slots.roomy(3, 5),
  },
  {
    title: 'The session ends: the user is signed out',
    play: async (tour) => {
      tour.director().expireSession();
      await tour.readAgain();
    },
    chip: '?',
    sentence: (text) => text.trouble.signedOut.short,
    picture: 'signed-out',
  },
  {
    title: 'The user signs in again',
    play: async (tour) => {
      tour.reset();
      await tour.visit('/stream/');
    },
    chip: '3/5',
  },
];
