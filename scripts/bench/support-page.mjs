/** A dialog with support on show in the messenger, with or without the extension. */
import { until } from '../lib/surface.mjs';
import { inExtensionWorld } from './worlds.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../lib/chromium.mjs').Opened} Opened */

export const NEW_DIALOG_BUTTON =
  '.bx-im-sidebar-multidialog-detail__scope .bx-im-sidebar-detail-header__add-button button';

/**
 * @param {Opened} opened
 * @param {string} origin
 * @param {string} dialogId
 */
export async function openDialogPage({ context, extensionId }, origin, dialogId) {
  const page = await context.newPage();
  const inWorld = extensionId === null ? null : await inExtensionWorld(page, extensionId);
  await page.goto(`${origin}/online/?IM_DIALOG=${dialogId}`, { waitUntil: 'load' });
  await page.locator('textarea.bx-im-textarea__element').waitFor();
  // Without them nothing would be measured.
  if (inWorld) {
    for (const host of ['latchdesk-cards', 'latchdesk-overlay'])
      await page.locator(host).waitFor({ state: 'attached' });
  }
  return { page, inWorld };
}

/** Opens the portal's list of dialogs, whose button is for new ones. @param {Page} page @param {string} dialogId */
export async function openDialogList(page, dialogId) {
  const emit = (/** @type {string} */ panel, /** @type {boolean} */ standalone) =>
    page.evaluate(
      (data) => {
        // @ts-expect-error runs on the portal's page
        globalThis.BX.Event.EventEmitter.emit('IM.Sidebar:open', data);
      },
      { panel, dialogId, standalone },
    );
  await emit('main', false);
  await page.locator('.bx-im-sidebar-multidialog-preview__questions-text').waitFor();
  await emit('multidialog', true);
  await page.locator(NEW_DIALOG_BUTTON).waitFor();
  const isLoaded = async () => !(await page.locator('.bx-im-sidebar-detail__loader-container').count());
  await until(isLoaded, { message: 'the list of dialogs' });
}

/** The open dialogs that are not the main chat. @param {import('../../demo/portal.ts').Director} director */
export function openDialogs(director) {
  return director.state().dialogs.filter(({ status, isMain }) => status === 'open' && !isMain);
}
