/** What speaks for and against a request being genuine, as far as Latchdesk could see. */
import type { BannerMessages, CheckState } from './banner-text.ts';
import type { AccessItem, RegisterRow } from './view.ts';

export type CheckSubject = 'ticket' | 'sender' | 'password' | 'address';

/** Of a record all that the checklist looks at. */
export type Checked = Pick<
  AccessItem | RegisterRow,
  'kind' | 'origin' | 'sender' | 'asksForPassword' | 'namesOutsideAddress' | 'ticket' | 'dialog'
>;

export interface Check {
  subject: CheckSubject;
  state: CheckState;
}

/**
 * The rows of the checklist. `hasDialogs`: whether there is any dialog with support; null when that could not be read,
 * because then nothing speaks against the request.
 */
export function checksOf(item: Checked, hasDialogs: boolean | null): Check[] {
  const isSeen = item.origin === 'detected';
  const seen = (isFine: boolean): CheckState => (isFine ? 'ok' : 'warning');
  const checks: Check[] = [
    { subject: 'sender', state: isSeen ? seen(item.sender.isVerified) : 'unknown' },
    { subject: 'password', state: isSeen ? seen(!item.asksForPassword) : 'unknown' },
    { subject: 'address', state: isSeen ? seen(!item.namesOutsideAddress) : 'unknown' },
  ];
  // What is fine about a look-alike must not speak for it.
  if (item.kind === 'lookalike') return checks.filter(({ state }) => state !== 'ok');
  // A partner's request follows no question.
  if (item.kind !== 'vendor') return checks;
  return [{ subject: 'ticket', state: ticketState(item, hasDialogs) }, ...checks];
}

function ticketState({ ticket, dialog }: Checked, hasDialogs: boolean | null): CheckState {
  if (ticket !== '' || isCertain(dialog)) return 'ok';
  return dialog === null && hasDialogs === false ? 'warning' : 'unknown';
}

/** Whether somebody knows which dialog it is, and does not only guess. */
const isCertain = (dialog: AccessItem['dialog']): boolean =>
  dialog?.source === 'ticket' || dialog?.source === 'entered';

/** A row of the checklist in words. */
export function checkWords({ check }: BannerMessages, item: AccessItem, { subject, state }: Check): string {
  if (subject !== 'ticket') return check[subject][state];
  if (state === 'warning') return check.ticket.noDialogs;
  if (state === 'ok')
    return item.ticket !== '' ? check.ticket.number(item.ticket) : check.ticket.dialog(item.dialogName);
  return item.dialog ? check.ticket.guess(item.dialogName) : check.ticket.none;
}
