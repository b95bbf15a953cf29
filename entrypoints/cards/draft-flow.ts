/** Kept texts on their way into a dialog: seen first, then put into its field by a press. */
import type { DialogView, DraftView } from '../../domain/view.ts';
import type { PageSide } from '../../link/page-side.ts';
import type { BackgroundCalls } from './background-calls.ts';
import type { CardsStore } from './cards-store.ts';
import { placeText } from './place-text.ts';

/** A dialog older than this has the name it has, and was not made for a question. */
const YOUNG_FOR = 15 * 60_000;

export const isYoung = ({ course }: DialogView): boolean =>
  course.createdAt !== null && Date.now() - course.createdAt < YOUNG_FOR;

export class DraftFlow {
  readonly #store: CardsStore;
  readonly #page: PageSide;
  readonly #background: BackgroundCalls;
  /** The parked question that its writer has begun to ask. */
  #using: string | null = null;
  /** Chat ids of the dialogs that were there then: none of them is meant. */
  #before: ReadonlySet<number> = new Set();

  constructor(store: CardsStore, page: PageSide, background: BackgroundCalls) {
    this.#store = store;
    this.#page = page;
    this.#background = background;
  }

  get #state() {
    return this.#store.getSnapshot().context;
  }

  /** A parked question shall be asked in the next new dialog. */
  use(id: string): void {
    this.#using = id;
    this.#before = new Set(this.#state.view.dialogs.map((dialog) => dialog.chatId));
  }

  /** The parked question that a new dialog was made for; undefined for any other dialog. */
  usedIn(chatId: number): DraftView | undefined {
    return this.#before.has(chatId) ? undefined : this.#state.view.drafts.find(({ id }) => id === this.#using);
  }

  /** The dialog on show may be the one that a parked question waits for. */
  look(dialog: DialogView): void {
    if (!this.#using || !isYoung(dialog) || this.#before.has(dialog.chatId) || dialog.status === 'close') return;
    const id = this.#using;
    this.#using = null;
    void this.preview(id, dialog.dialogId);
  }

  /** Shows a draft before it goes into the field of a dialog. */
  async preview(id: string, dialogId: string): Promise<void> {
    const draft = await this.#background.draft(id);
    if (!draft) return;
    const { title } = draft;
    // Who parked no more than a topic asks just that.
    const text = draft.text.trim() === '' ? title : draft.text;
    this.#store.trigger.changed({ draft: { id, topic: title, text, dialogId, phase: 'preview' }, asked: null });
  }

  /** Puts the draft on show into the field of its dialog. */
  async place(how: 'insert' | 'below'): Promise<void> {
    const { draft } = this.#state;
    if (!draft) return;
    this.#store.trigger.changed({ draft: { ...draft, phase: 'placing' } });
    const phase = await placeText(this.#page, draft.dialogId, draft.text, how);
    const now = this.#state.draft;
    if (now?.id === draft.id) this.#store.trigger.changed({ draft: { ...now, phase } });
    if (phase === 'placed') void this.#background.tellDraft(draft.id, { type: 'used' });
  }
}
