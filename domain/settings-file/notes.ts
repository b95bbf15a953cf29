/** Notes of a file beside those that are here: what somebody wrote here is never overwritten. */
import { type DialogNote, emptyNote, MOST_TAGS } from '../notes.ts';
import type { FileNote } from './file.ts';

export interface NoteCounts {
  /** Dialogs that had no note. */
  added: number;
  /** Notes in which something was empty. */
  filled: number;
  /** Notes that say something else in the file; the words here stay. */
  differing: number;
}

const TEXTS = ['alias', 'text', 'taskUrl', 'ticket'] as const;

/** The notes that would change, as they would be. */
export function mergeNotes(
  here: readonly DialogNote[],
  wanted: readonly FileNote[],
  now: number,
): { notes: DialogNote[]; counts: NoteCounts } {
  const byChat = new Map(here.map((note) => [note.chatId, note]));
  const counts: NoteCounts = { added: 0, filled: 0, differing: 0 };
  const notes: DialogNote[] = [];
  for (const each of wanted) {
    const known = byChat.get(each.chatId);
    const note = known ?? emptyNote(each.chatId);
    const changes = fillings(note, each);
    if (TEXTS.some((field) => note[field] !== '' && each[field] !== '' && note[field] !== each[field]))
      counts.differing += 1;
    if (Object.keys(changes).length === 0) continue;
    counts[known ? 'filled' : 'added'] += 1;
    notes.push({ ...note, ...changes, changedAt: now });
  }
  return { notes, counts };
}

function fillings(note: DialogNote, wanted: FileNote): Partial<DialogNote> {
  const texts = TEXTS.filter((field) => note[field] === '' && wanted[field] !== '');
  const tags = [...new Set([...note.tags, ...wanted.tags])].slice(0, MOST_TAGS);
  return {
    ...Object.fromEntries(texts.map((field) => [field, wanted[field]])),
    ...(tags.length > note.tags.length ? { tags } : {}),
  };
}
