/** What becomes of the rows of one user of a portal when it moves to another address. Looks into no database. */
import type { AccessRecord } from '../domain/access/record.ts';
import { DEFAULT_CHIP_PLACE } from '../domain/chip.ts';
import { type MoveNumbers, NOTHING_MOVED } from '../domain/portals/moved.ts';
import { joinRecords } from '../domain/portals/moved-access.ts';
import { joinBooks } from '../domain/portals/moved-book.ts';
import {
  isAlike,
  joinAccessWatch,
  joinDialogs,
  joinMarket,
  joinSettings,
  joinWatch,
} from '../domain/portals/moved-settings.ts';
import { joinDrafts, joinNotes, keptTexts } from '../domain/portals/moved-texts.ts';
import { DEFAULT_SETTINGS } from '../domain/settings-defaults.ts';
import type { ChatAppRow, DialogRow, DraftRow, GrantRow, HistoryRow, NoteRow, PortalRow } from './schema.ts';

/** Rows of one user at one address, as far as those of two addresses become one. */
export interface Belongings {
  row: PortalRow | undefined;
  dialogs: DialogRow[];
  notes: NoteRow[];
  drafts: DraftRow[];
  grants: GrantRow[];
  history: HistoryRow[];
  book: ChatAppRow | undefined;
}

export interface MoveTools {
  /** Epoch ms. */
  now: number;
  /** An id for a text that finds no other place. */
  newId: () => string;
}

export interface JoinedRows {
  /** What is written under the new address. */
  rows: Omit<Belongings, 'row' | 'book'> & { row: PortalRow; book: ChatAppRow | undefined };
  numbers: MoveNumbers;
}

interface Counted {
  joined: number;
  bothKept: number;
}

/** The rows of a user at the old address beside those at the new one; `origin` is the new address. */
export function joinBelongings(
  moved: Belongings,
  here: Belongings,
  origin: string,
  tools: MoveTools,
): JoinedRows | null {
  if (!moved.row) return null;
  const counted: Counted = { joined: 0, bothKept: 0 };
  const key = `${origin}|${moved.row.userId}`;
  const { row, settings } = portalRow(moved.row, here.row, { key, origin }, tools.now);
  const { notes, texts } = joinedNotes(moved, here, tools, counted);
  const { grants, lines } = joinedGrants(moved, here, tools.now, counted);
  const drafts = [...joinedDrafts(moved, here, tools, counted), ...texts];
  const rows = {
    ...{ dialogs: joinedDialogs(moved, here), notes, drafts, grants },
    history: joinedHistory(moved, here, lines),
  };
  const book = moved.book && (here.book ? { ...joinBooks(here.book, moved.book), portal: key } : moved.book);
  return {
    rows: { ...inPortal(rows, key), row, book: book && { ...book, portal: key } },
    numbers: {
      ...NOTHING_MOVED,
      ...counted,
      unmet: here.row ? 0 : 1,
      parts: {
        ...NOTHING_MOVED.parts,
        ...{ dialogs: rows.dialogs.length, notes: moved.notes.length, drafts: moved.drafts.length },
        ...{ access: moved.grants.length, settings },
        chatapp: moved.book?.answers.length ?? 0,
      },
    },
  };
}

type Lists = Omit<Belongings, 'row' | 'book'>;

const inPortal = (lists: Lists, portal: string): Lists =>
  Object.fromEntries(
    Object.entries(lists).map(([name, rows]) => [
      name,
      (rows as { portal: string }[]).map((row) => ({ ...row, portal })),
    ]),
  ) as unknown as Lists;

/** What readings, tabs and pauses said of the old address says nothing of the new one. */
const UNREAD = {
  ...{ readingStartedAt: 0, readingLeaseUntil: 0, readingTab: null, askedAt: 0, attempts: [], failures: 0 },
  ...{ missedSince: 0, nextCheckAt: null, seenAt: 0 },
};

function portalRow(moved: PortalRow, here: PortalRow | undefined, at: Pick<PortalRow, 'key' | 'origin'>, now: number) {
  const { watch, isTaken } = joinWatch(here?.watch ?? null, moved.watch, now);
  if (!here) return { row: { ...moved, ...UNREAD, ...at, watch }, settings: settingsOf(moved) + Number(isTaken) };
  const { settings, taken } = joinSettings(here.settings, moved.settings);
  const takesChip = isAlike(here.chip, DEFAULT_CHIP_PLACE) && !isAlike(moved.chip, here.chip);
  const row = {
    ...here,
    ...{ settings, watch, chip: takesChip ? moved.chip : here.chip },
    isRightClaimed: here.isRightClaimed || moved.isRightClaimed,
    toldAttention: [...new Set([...here.toldAttention, ...moved.toldAttention])],
    access: joinAccessWatch(here.access, moved.access),
    market: joinMarket(here.market, moved.market),
  };
  return { row, settings: taken.length + Number(takesChip) + Number(isTaken) };
}

/** How much of what is set is not as Latchdesk began. */
const settingsOf = ({ settings, chip }: PortalRow): number =>
  joinSettings(DEFAULT_SETTINGS, settings).taken.length + Number(!isAlike(chip, DEFAULT_CHIP_PLACE));

/** Once the new address was read, what it does not list is gone from the portal: only its notes go over. */
function joinedDialogs(moved: Belongings, here: Belongings): DialogRow[] {
  const isRead = (here.row?.readingStartedAt ?? 0) > 0;
  return moved.dialogs.flatMap((row) => {
    const own = here.dialogs.find(({ chatId }) => chatId === row.chatId);
    if (own) return [{ ...row, ...joinDialogs(own, row) }];
    return isRead ? [] : [row];
  });
}

function joinedNotes(moved: Belongings, here: Belongings, { now, newId }: MoveTools, counted: Counted) {
  const own = new Map(here.notes.map((note) => [note.chatId, note]));
  const texts: DraftRow[] = [];
  const notes = moved.notes.map((row): NoteRow => {
    const known = own.get(row.chatId);
    if (!known) return row;
    const { note, isBothKept, left } = joinNotes(known, row);
    counted.joined += 1;
    counted.bothKept += Number(isBothKept);
    texts.push(
      ...keptTexts(left, note, dialogIdOf(row.chatId, [...here.dialogs, ...moved.dialogs]), now, newId).map(of(row)),
    );
    return { ...row, ...note };
  });
  return { notes, texts };
}

const of =
  ({ portal }: { portal: string }) =>
  <T extends object>(value: T): T & { portal: string } => ({ ...value, portal });

const dialogIdOf = (chat: number, dialogs: readonly DialogRow[]): string =>
  dialogs.find(({ chatId }) => chatId === chat)?.dialogId ?? `chat${chat}`;

function joinedDrafts(moved: Belongings, here: Belongings, { newId }: MoveTools, counted: Counted): DraftRow[] {
  const own = new Map(here.drafts.map((draft) => [draft.id, draft]));
  return moved.drafts.flatMap((row) => {
    const known = own.get(row.id);
    if (!known) return [row];
    const both = joinDrafts(known, row, newId);
    counted.joined += 1;
    counted.bothKept += both.length - 1;
    return both.map(of(row));
  });
}

function joinedGrants(moved: Belongings, here: Belongings, now: number, counted: Counted) {
  const own = new Map(here.grants.map((grant) => [grant.id, grant]));
  const lines: HistoryRow[] = [];
  const grants = moved.grants.map((row): GrantRow => {
    const known = own.get(row.id);
    if (!known) return row;
    const { record, lost } = joinRecords(known as AccessRecord, row as AccessRecord);
    counted.joined += 1;
    counted.bothKept += Number(lost.length > 0);
    lines.push(
      ...lost.map((change): HistoryRow => ({ recordId: row.id, at: now, by: 'you', change, portal: row.portal })),
    );
    return { ...record, portal: row.portal };
  });
  return { grants, lines };
}

/** The histories of both in the order of time, numbered anew: a history is shown in the order of its numbers. */
function joinedHistory(moved: Belongings, here: Belongings, lines: readonly HistoryRow[]): HistoryRow[] {
  const all = [...here.history, ...moved.history, ...lines].map(({ id: _id, ...row }) => row as HistoryRow);
  return all.sort((a, b) => a.at - b.at);
}
