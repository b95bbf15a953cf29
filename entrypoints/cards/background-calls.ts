/** What cards ask of the background about dialogs and drafts of their portal. */
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { Draft } from '../../domain/drafts.ts';
import type { DialogNote } from '../../domain/notes.ts';
import type { DialogDetails } from '../../domain/view.ts';
import { ask, askAgain } from '../../link/ask.ts';
import type { CardsStore } from './cards-store.ts';

type DraftEvent = Extract<SurfaceMessage, { type: 'draft.told' }>['event'];

export type NoteChanges = Partial<Omit<DialogNote, 'chatId' | 'snoozedAt' | 'changedAt'>>;

export class BackgroundCalls {
  readonly #store: CardsStore;

  constructor(store: CardsStore) {
    this.#store = store;
  }

  get #key(): string {
    return this.#store.getSnapshot().context.view.key;
  }

  /** A draft with its text; null when it is gone. */
  draft(id: string): Promise<Draft | null> {
    return ask<Draft>({ type: 'draft.wanted', key: this.#key, id });
  }

  tellDraft(id: string, event: DraftEvent): Promise<boolean | null> {
    return ask<boolean>({ type: 'draft.told', key: this.#key, id, event });
  }

  keepDraft(draft: Pick<Draft, 'id' | 'kind' | 'title' | 'text' | 'dialogId'>): Promise<boolean | null> {
    return ask<boolean>({ type: 'draft.kept', key: this.#key, draft });
  }

  details(chatId: number): Promise<DialogDetails | null> {
    return ask<DialogDetails>({ type: 'details.wanted', key: this.#key, chatId });
  }

  /** Changes what the user adds to a dialog; false when it could not be kept. */
  async note(chatId: number, changes: NoteChanges): Promise<boolean> {
    const { tags, ...others } = changes;
    const sent = { ...others, ...(tags && { tags: [...tags] }) };
    const details = await askAgain<DialogDetails>({ type: 'note.changed', key: this.#key, chatId, changes: sent });
    return details !== null;
  }
}
