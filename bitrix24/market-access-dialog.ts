/** The portal's own dialog of access, as far as it may be looked at. */
import { isDrawn } from './market-dom.ts';

const DIALOG = '#BXUserRights';
const SELECTED = 'access_selected_item_';
const CODE = /^[A-Z]{1,10}\d{0,15}(?:_[A-Z0-9]{1,20})?$/;

const openDialog = (page: Document): HTMLElement | null => {
  const dialog = page.querySelector<HTMLElement>(DIALOG);
  return dialog && isDrawn(dialog) ? dialog : null;
};

/** True while the dialog is on show. */
export const isAccessDialogOpen = (page: Document): boolean => openDialog(page) !== null;

/** Codes that are selected in it right now; null when it is not open. */
export function readAccessDialog(page: Document): string[] | null {
  const dialog = openDialog(page);
  if (!dialog) return null;
  const ids = [...dialog.querySelectorAll(`[id^="${SELECTED}"]`)].map(({ id }) => id.slice(SELECTED.length));
  return [...new Set(ids.filter((code) => CODE.test(code)))];
}
