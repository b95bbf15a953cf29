import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';
import type { PortalMoveMessages } from '../../domain/portals-move-text.ts';

const FORMAT = 'en';
const count = (value: number, forms: PluralForms) => `${formatNumber(FORMAT, value)} ${plural(FORMAT, value, forms)}`;

/** Moving a portal to another address in English. */
export const portalMove: PortalMoveMessages = {
  heading: 'The portal has moved',
  text: 'If the portal was renamed, or has an address of its own now, what Latchdesk knows of it can go over to the new address. Nothing changes on the portal itself.',
  begin: 'Moved to another address…',
  noOther:
    'No other portal is known. Open the portal at its new address, or add that address above, then come back here.',
  to: 'New address',
  toHint: 'A portal that is in the list already',
  choose: 'Choose a portal',
  counting: 'Counting what would go over',
  notCounted: 'Could not read what would go over. Choose the address again',
  confirmHeading: (from, to) => `Move everything from ${from} to ${to}?`,
  onePortal: 'Both addresses must lead to one and the same portal, else records of two portals are mixed.',
  goes: 'Goes over:',
  part: {
    dialogs: (value) => `${count(value, { one: 'dialog', other: 'dialogs' })} of the list`,
    notes: (value) => `names, tags and notes of ${count(value, { one: 'dialog', other: 'dialogs' })}`,
    drafts: (value) => count(value, { one: 'draft with its text', other: 'drafts with their texts' }),
    access: (value) => `${count(value, { one: 'record', other: 'records' })} of the access register with history`,
    journal: (value) => `${count(value, { one: 'entry', other: 'entries' })} of the journal`,
    chatapp: (value) => `${count(value, { one: 'answer or reinstall', other: 'answers and reinstalls' })} of ChatApp`,
    rules: (value) => count(value, { one: 'run of a rule', other: 'runs of rules' }),
    settings: (value) => `settings that nobody has changed at the new address: ${formatNumber(FORMAT, value)}`,
  },
  nothingGoes: 'There is nothing that could go over. The old address is forgotten all the same.',
  joined: (value) =>
    `${count(value, { one: 'record is', other: 'records are' })} at both addresses: one is made of two, and the newer wins.`,
  bothKept: (value) =>
    `Of these, ${formatNumber(FORMAT, value)} with different words at both addresses: the older words are kept at the end of the note, in the history or as a draft.`,
  unmet: (value) =>
    `Of ${count(value, { one: 'user', other: 'users' })} nothing is known at the new address so far. If they have opened it already, it may be another portal.`,
  stays: 'Stays behind and is erased:',
  left: (value) => `${count(value, { one: 'record', other: 'records' })} of calls to the old address and of its state`,
  numbersStay: 'the numbers of places: they are read anew at the new address',
  permissionGoes: 'The browser’s permission for the old address is taken back.',
  noUndo: 'This cannot be undone. Close the tabs of the old address before: a page that is open there begins anew.',
  confirm: 'Move and forget the old address',
  cancel: 'Do not move',
  underWay: 'Moving',
  failed: 'Could not move, both portals are as they were. Try again',
  refusal: {
    same: 'This is the same address. Choose another one.',
    unknown: 'One of the two portals is no longer in the list. Look at the list and choose again.',
    policy: 'Your organisation has not named the new address for Latchdesk. Ask your IT department.',
  },
  done: (from, to) => `${from} has moved to ${to}`,
  doneAt: (records, time) => `Records that left the old address: ${formatNumber(FORMAT, records)}, ${time}.`,
  nothingLeft: 'The whole storage was looked through: nothing of the old address is left.',
  leftOver: (rows) =>
    `The whole storage was looked through: ${count(rows, { one: 'record', other: 'records' })} of the old address appeared anew. Close its tabs and forget the portal.`,
};
