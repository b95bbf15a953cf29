/** What the user has added to the dialogs of one portal. */
import { type DialogNote, emptyNote } from '../domain/notes.ts';

/** What of a note may be changed; when it was is the note's own business. */
export type NoteChanges = Partial<Omit<DialogNote, 'chatId' | 'snoozedAt' | 'changedAt'>>;

export class Notes {
  readonly #notes: Map<number, DialogNote>;
  readonly #changed = new Set<number>();
  /** Counts the changes: whoever made something from the notes sees that it is old. */
  version = 0;

  constructor(notes: readonly DialogNote[]) {
    this.#notes = new Map(notes.map((note) => [note.chatId, note]));
  }

  get(chatId: number): DialogNote | undefined {
    return this.#notes.get(chatId);
  }

  get all(): DialogNote[] {
    return [...this.#notes.values()];
  }

  /** True when a note holds something that only its writer could write again. */
  get isWritten(): boolean {
    const holdsText = ({ alias, text, taskUrl, ticket, tags }: DialogNote) =>
      [alias, text, taskUrl, ticket, ...tags].some(Boolean);
    return [...this.#notes.values()].some(holdsText);
  }

  change(chatId: number, changes: NoteChanges, now: number): void {
    const note = this.#notes.get(chatId) ?? emptyNote(chatId);
    const snoozedAt = changes.snoozedUntil === undefined ? note.snoozedAt : now;
    this.#notes.set(chatId, { ...note, ...changes, snoozedAt, changedAt: now });
    this.#changed.add(chatId);
    this.version += 1;
  }

  takeChanges(): DialogNote[] {
    const changed = [...this.#changed].flatMap((chatId) => this.#notes.get(chatId) ?? []);
    this.#changed.clear();
    return changed;
  }
}
