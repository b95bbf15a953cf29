/** The portal's own dialog of access, as far as it may be looked at. */
import { isDrawn } from './market-dom.ts';

const DIALOG = '#BXUserRights';

/** True while the dialog is on show. */
export function isAccessDialogOpen(page: Document): boolean {
  const dialog = page.querySelector<HTMLElement>(DIALOG);
  return dialog !== null && isDrawn(dialog);
}
