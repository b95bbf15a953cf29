/** Many portals at once: popup, palette, side panel, overview, a portal of one's own, health, privacy, first steps. */
import { until } from '../lib/surface.mjs';
import { dark, light } from './chatapp-pages.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */

const OWN = 'https://portal.example';

/** Opens a section about all portals. @param {Tour} tour @param {string} section */
async function openSection(tour, section) {
  const page = await tour.openDashboard('overview');
  await page.goto(page.url().replace(/#.*$/, `#${section}`));
  return page;
}

/** Lets the extension into the portal's host, as a person does who says yes. @param {Tour} tour */
async function allowOwnHost(tour) {
  const [settings, back] = [await tour.page.context().newPage(), tour.page];
  await settings.goto('chrome://extensions/');
  await settings.evaluate(
    async ([id, host]) => {
      const { developerPrivate } = /** @type {any} */ (globalThis).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.addHostPermission(id, host);
    },
    [new URL(back.url()).host, `${OWN}/*`],
  );
  await settings.close();
  await back.bringToFront();
}

/** @type {import('./steps.mjs').Step[]} */
export const PORTALS = [
  {
    title: 'Two portals need somebody: a request for access, and an answer that waits',
    play: async (tour) => {
      tour.reset();
      tour.reset({}, 'second');
      await tour.inTab();
      await light(tour);
      await tour.visit('/stream/', 'second');
      await tour.inTab();
      await tour.visit('/stream/');
      // The first portal has been asked so much until now that it is looked at in its own time.
      tour.director('second').askForAccess({ days: 21 });
      await until(async () => (await tour.views()).some(({ access }) => access.pending > 0), {
        message: 'the request to be known',
        timeout: 30_000,
      });
      await tour.openPopup();
    },
    check: (tour) => tour.expectOnPage('second.bitrix24.com'),
    picture: 'many-popup',
  },
  {
    title: 'The popup in the dark',
    play: dark,
    check: (tour) => tour.expectOnPage('second.bitrix24.com'),
    picture: 'many-popup-dark',
  },
  {
    title: 'The palette finds a portal by a few letters',
    play: async (tour) => {
      await light(tour);
      await tour.page.keyboard.press('Control+KeyK');
      await tour.page.getByRole('combobox').fill('second');
    },
    check: async (tour) => {
      await tour.page.getByRole('option').first().waitFor();
    },
    picture: 'many-palette',
  },
  {
    title: 'The side panel shows the same and stays open',
    play: async (tour) => {
      const page = await tour.openPopup();
      await page.setViewportSize({ width: 420, height: 900 });
      await page.goto(page.url().replace('popup.html', 'sidepanel.html'));
    },
    check: (tour) => tour.expectOnPage('second.bitrix24.com'),
    picture: 'many-side-panel',
  },
  {
    title: 'The overview of all portals',
    play: (tour) => openSection(tour, 'overview'),
    check: (tour) => tour.expectOnPage(tour.dashboard.rail.section.overview),
    picture: 'many-overview',
  },
  {
    title: 'The overview in the dark',
    play: dark,
    check: (tour) => tour.expectOnPage(tour.dashboard.rail.section.overview),
    picture: 'many-overview-dark',
  },
  {
    title: 'A portal on an address of its own is added',
    play: async (tour) => {
      const page = await openSection(tour, 'portals');
      await light(tour);
      await allowOwnHost(tour);
      await page.getByLabel(tour.dashboard.portals.add.address).fill('portal.example/intranet/');
      await page.getByRole('button', { name: tour.dashboard.portals.add.submit }).click();
    },
    check: (tour) => tour.expectOnPage('portal.example'),
    picture: 'many-added',
  },
  {
    title: 'Latchdesk works on it as on any other',
    play: async (tour) => {
      await tour.inTab();
      await tour.visit('/intranet/stream/', 'own');
    },
    chip: '3/5',
    picture: 'many-own-portal',
  },
  {
    title: 'What is set for one portal: name, colour, pause, watching without a tab',
    play: (tour) => openSection(tour, `portals/${encodeURIComponent(OWN)}`),
    check: (tour) => tour.expectOnPage(tour.dashboard.portals.watch.heading),
    picture: 'many-portal',
  },
  {
    title: 'Settings of all portals and of one',
    play: (tour) => tour.openDashboard('settings'),
    check: (tour) => tour.expectOnPage(tour.dashboard.rail.section.settings),
    picture: 'many-settings',
  },
  {
    title: 'How each source is doing',
    play: (tour) => tour.openDashboard('health'),
    check: (tour) => tour.expectOnPage(tour.dashboard.rail.section.health),
    picture: 'many-health',
  },
  {
    title: 'What is kept, what was called, and how all of it is wiped',
    play: (tour) => tour.openDashboard('privacy'),
    check: (tour) => tour.expectOnPage(tour.dashboard.rail.section.privacy),
    picture: 'many-privacy',
  },
  {
    title: 'The first steps after an installation',
    play: (tour) => openSection(tour, 'start'),
    check: (tour) => tour.expectOnPage(tour.dashboard.start.done),
    picture: 'many-start',
  },
];
