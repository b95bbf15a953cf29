/**
 * Puts a text into the field of a dialog, and looks whether it is there. The portal gives the field its own draft a
 * moment after the field was drawn, over whatever stands in it: so the field is left alone until it has come to rest.
 */
import { messageField } from '../../bitrix24/messenger-dom.ts';
import type { PageSide } from '../../link/page-side.ts';

export type PlaceOutcome = 'placed' | 'occupied' | 'notReady' | 'failed' | 'overwritten';

const LONGEST_WAIT = 8_000;
const LOOK_EVERY = 100;
/** A field that has kept its text for so long has its draft. */
const AT_REST_AFTER = 500;
/** The portal draws what was put in a tick later. */
const SHOWN_AFTER = 300;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The text of the field once the dialog is on show and its field has come to rest; null when that takes too long. */
async function textAtRest(page: PageSide, dialogId: string): Promise<string | null> {
  let text: string | null = null;
  let since = Date.now();
  for (const until = Date.now() + LONGEST_WAIT; Date.now() < until; await pause(LOOK_EVERY)) {
    const field = page.layout.dialogId === dialogId ? messageField(document) : null;
    const now = field?.value ?? null;
    if (now !== text) {
      text = now;
      since = Date.now();
    } else if (text !== null && Date.now() - since >= AT_REST_AFTER) return text;
  }
  return null;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Puts `text` in, below what stands there or into an empty field only. Nothing is sent. */
export async function placeText(
  page: PageSide,
  dialogId: string,
  text: string,
  how: 'insert' | 'below',
): Promise<PlaceOutcome> {
  await page.refreshLayout();
  if (page.layout.dialogId !== dialogId && !(await page.openDialog(dialogId))) return 'failed';
  const before = await textAtRest(page, dialogId);
  if (before === null) return 'notReady';
  if (squeezed(before) !== '' && how === 'insert') return 'occupied';
  if (!(await page.insertText(dialogId, text, how === 'below'))) return 'failed';
  await pause(SHOWN_AFTER);
  const after = squeezed(messageField(document)?.value ?? '');
  if (after.includes(squeezed(text))) return 'placed';
  return after === squeezed(before) ? 'failed' : 'overwritten';
}
