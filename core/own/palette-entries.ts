/** Dialogs and employees of all portals as the palette finds them. */
import { MOST_EMPLOYEES } from '../../domain/chatapp/book.ts';
import { isKnown } from '../../domain/chatapp/facts.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import type { DialogRecord } from '../../domain/ledger.ts';
import { dialogEntry, employeeEntry, type PaletteEntry } from '../../domain/palette/entry.ts';
import { localeFor } from '../../locales/catalogue.ts';
import type { Books } from '../market/books.ts';
import type { PortalDesk } from '../portal-desk.ts';

/** All go to the page in one message, and nobody looks for the ten thousandth closed question by its name. */
export const MOST_DIALOGS = 20_000;

/** The dialogs that are not closed first, then the most recent ones; employees of portals where they were read. */
export async function paletteEntries(desks: readonly PortalDesk[], books: Books): Promise<PaletteEntry[]> {
  const served = desks.filter(({ row, rules }) => rules.whyPaused(row.origin) === null);
  return [...dialogEntries(served), ...(await employeeEntries(served, books))];
}

function dialogEntries(desks: readonly PortalDesk[]): PaletteEntry[] {
  // The main chat is opened by an action of its own.
  const all = desks.flatMap((desk) =>
    desk.ledger.dialogs.filter(({ isMain }) => !isMain).map((dialog) => ({ desk, dialog })),
  );
  return all
    .sort((a, b) => compare(a.dialog, b.dialog))
    .slice(0, MOST_DIALOGS)
    .map(({ desk, dialog }) => entryOf(desk, dialog));
}

const compare = (a: DialogRecord, b: DialogRecord): number =>
  Number(a.status === 'close') - Number(b.status === 'close') || (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0);

function entryOf(desk: PortalDesk, dialog: DialogRecord): PaletteEntry {
  const note = desk.notes.get(dialog.chatId);
  const { messages } = localeFor(desk.language);
  const ticket = note?.ticket || dialog.ticket;
  const name = nameOf(messages, { ...dialog, alias: note?.alias ?? '' });
  return dialogEntry(desk.row.key, { ...dialog, tags: note?.tags ?? [], ticket }, name);
}

async function employeeEntries(desks: readonly PortalDesk[], books: Books): Promise<PaletteEntry[]> {
  const entries: PaletteEntry[] = [];
  const seen = new Set<string>();
  for (const { row } of desks) {
    if (entries.length >= MOST_EMPLOYEES) break;
    // Of several users of a portal the first one's list is enough: the people are the same.
    if (seen.has(row.origin)) continue;
    const { reading } = await books.get(row.key);
    if (!reading || !isKnown(reading.staff)) continue;
    seen.add(row.origin);
    const { employees } = reading.staff.value;
    for (const person of employees.slice(0, MOST_EMPLOYEES - entries.length))
      entries.push(employeeEntry(row.key, person));
  }
  return entries;
}
