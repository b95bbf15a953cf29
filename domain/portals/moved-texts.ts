/** Texts of the user at two addresses of one portal: the newer stands first, and none is lost. */
import { type Draft, LONGEST_DRAFT, LONGEST_TOPIC } from '../drafts.ts';
import { type DialogNote, LONGEST_NOTE, MOST_TAGS } from '../notes.ts';
import { newerOf } from './moved.ts';

export interface JoinedNote {
  note: DialogNote;
  /** True when both hold words that differ. */
  isBothKept: boolean;
  /** Words for which the note has no room; empty: all are in it. */
  left: string;
}

/** In one line of the note each, where the newer note says something else. */
const LINES = ['alias', 'ticket', 'taskUrl'] as const;

/** Two notes about one dialog as one: the newer one's words stay in their places, what the older says beside is its end. */
export function joinNotes(here: DialogNote, moved: DialogNote): JoinedNote {
  const newer = newerOf(here, moved, ({ changedAt }) => changedAt);
  const older = newer === here ? moved : here;
  const tags = [...new Set([...newer.tags, ...older.tags])];
  const lines = LINES.map((field) => (newer[field] !== '' && newer[field] !== older[field] ? older[field] : ''));
  const olderText = newer.text.includes(older.text) ? '' : older.text;
  const beside = [...lines, ...tags.slice(MOST_TAGS)].filter(Boolean);
  const other = [...beside, olderText].filter(Boolean);
  const text = [newer.text, other.join('\n')].filter(Boolean).join('\n\n');
  const hasRoom = text.length <= LONGEST_NOTE;
  return {
    note: {
      ...newer,
      ...Object.fromEntries(LINES.map((field) => [field, newer[field] || older[field]])),
      tags: tags.slice(0, MOST_TAGS),
      text: hasRoom ? text : newer.text,
      nudgedAt: Math.max(newer.nudgedAt, older.nudgedAt),
      refusalSeenAt: Math.max(newer.refusalSeenAt, older.refusalSeenAt),
    },
    isBothKept: beside.length > 0 || (newer.text !== '' && olderText !== ''),
    left: hasRoom ? '' : other.join('\n'),
  };
}

/** What a note has no room for, as texts for its dialog; nobody has sent them. */
export function keptTexts(
  left: string,
  { alias }: DialogNote,
  dialogId: string,
  now: number,
  newId: () => string,
): Draft[] {
  const pieces = Array.from({ length: Math.ceil(left.length / LONGEST_DRAFT) }, (_, index) =>
    left.slice(index * LONGEST_DRAFT, (index + 1) * LONGEST_DRAFT),
  );
  return pieces.map((text) => ({
    id: newId(),
    kind: 'message',
    state: 'written',
    title: alias.slice(0, LONGEST_TOPIC),
    text,
    dialogId,
    createdAt: now,
    changedAt: now,
    offeredAt: null,
    snoozedUntil: 0,
  }));
}

/** Two drafts under one id: the newer keeps it; if the older says something else, it stays under an id of its own. */
export function joinDrafts(here: Draft, moved: Draft, newId: () => string): Draft[] {
  const newer = newerOf(here, moved, ({ changedAt }) => changedAt);
  const older = newer === here ? moved : here;
  const isSame = newer.text === older.text && newer.title === older.title;
  return isSame ? [newer] : [newer, { ...older, id: newId() }];
}
