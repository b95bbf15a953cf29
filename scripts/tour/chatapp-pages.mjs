/** What a person does on the portal’s pages around ChatApp, and what the notes of Latchdesk say there. */
import { until } from '../lib/surface.mjs';
import { readPage } from './reading.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */

/** @param {Tour} tour */
export const light = (tour) => tour.page.emulateMedia({ colorScheme: 'light' });
/** @param {Tour} tour */
export const dark = (tour) => tour.page.emulateMedia({ colorScheme: 'dark' });

/** The code of ChatApp on the demo portal. @param {Tour} tour */
export const codeOf = (tour) => tour.director().marketState().chatApp;

/** Its number there. @param {Tour} tour */
export const appIdOf = (tour) => {
  const { apps, chatApp } = tour.director().marketState();
  return apps.find(({ code }) => code === chatApp)?.id ?? 0;
};

/** Waits for a text of ours or the portal’s. @param {Tour} tour @param {string | RegExp} wanted */
export const expectSaid = (tour, wanted) => tour.expectOnPage(wanted);

/** Waits until a text is away. @param {Tour} tour @param {string} wanted */
export const expectUnsaid = (tour, wanted) =>
  until(async () => !(await readPage(tour.page)).some((line) => line.includes(wanted)), {
    message: `“${wanted}” to go`,
  });

/** Opens the whole of the note. @param {Tour} tour */
export const more = (tour) => tour.click(tour.market.note.more);

/** The portal’s window for uninstalling on show. @param {Tour} tour */
const windowOf = ({ page }) =>
  page.locator('.popup-window[id^="market_delete_confirm_popup_"]:visible, #mp_delete_confirm_popup:visible').last();

/** Opens it in the list at hand. @param {Tour} tour */
export async function openUninstall(tour) {
  const { page } = tour;
  if (tour.director().marketState().generation === 'new') {
    await page.locator(`[data-app-code="${codeOf(tour)}"] .market-catalog__elements-item_btn-more`).click();
    await page.locator('.menu-popup-item').last().click();
  } else {
    const row = page.locator('.rest-mp-installed-item').filter({ hasText: 'ChatApp' });
    await row.locator(`[onclick*="uninstallConfirm"]`).click();
  }
  await windowOf(tour).waitFor();
}

/** @param {Tour} tour */
export const tickBox = (tour) => windowOf(tour).locator('input[type=checkbox]').check();
/** Presses the portal’s button, after a moment: nobody presses before the window is read. @param {Tour} tour */
export async function confirmUninstall(tour) {
  await tour.page.waitForTimeout(900);
  await windowOf(tour).locator('.popup-window-button-decline').click();
}
/** @param {Tour} tour */
export const cancelUninstall = (tour) => windowOf(tour).locator('.popup-window-button-link').click();

/** Installs from the application’s page as a person would. @param {Tour} tour */
export async function installFromPage({ page }) {
  await page.locator('.market-detail__header-fixed .ui-btn-success').click();
  for (const box of await page.locator('.market-popup input[type=checkbox]').all()) await box.check();
  await page.locator('#market-install-popup .ui-btn-success').click();
}
