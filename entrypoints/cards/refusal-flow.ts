/** A message that the portal took and did not deliver. */
import { suggestTitle } from '../../domain/titles.ts';
import type { DialogView } from '../../domain/view.ts';
import type { PageSide } from '../../link/page-side.ts';
import type { BackgroundCalls } from './background-calls.ts';
import type { CardsStore } from './cards-store.ts';

export class RefusalFlow {
  readonly #store: CardsStore;
  readonly #page: PageSide;
  readonly #background: BackgroundCalls;

  constructor(store: CardsStore, page: PageSide, background: BackgroundCalls) {
    this.#store = store;
    this.#page = page;
    this.#background = background;
  }

  get #state() {
    return this.#store.getSnapshot().context;
  }

  /** Shows that a message in the dialog on show was not delivered, with its text if anybody knows it. */
  async look({ chatId, dialogId, refusedAt, isRefusalNew }: DialogView): Promise<void> {
    const { refused, view } = this.#state;
    if (refused && (refused.chatId !== chatId || !isRefusalNew)) this.#store.trigger.changed({ refused: null });
    if (refusedAt === null || !isRefusalNew || this.#state.refused) return;
    const kept = view.drafts.findLast(
      (draft) => (draft.kind === 'refused' || draft.kind === 'sent') && draft.dialogId === dialogId,
    );
    const draft = kept && (await this.#background.draft(kept.id));
    const text = draft?.text ?? (await this.#page.lastOwnText(chatId));
    if (this.#state.refused || this.#page.layout.dialogId !== dialogId) return;
    const draftId = kept?.id ?? crypto.randomUUID();
    this.#store.trigger.changed({ refused: { chatId, since: refusedAt, text, draftId } });
  }

  /** Keeps the refused text as a parked question or for its dialog, and puts the card away. */
  async keep(kind: 'parked' | 'message'): Promise<void> {
    const { refused, view } = this.#state;
    if (!refused?.text) return this.see();
    const dialogId = view.dialogs.find((dialog) => dialog.chatId === refused.chatId)?.dialogId ?? null;
    const draft = { id: refused.draftId, kind, title: suggestTitle('', refused.text), text: refused.text, dialogId };
    if (!(await this.#background.keepDraft(draft))) {
      this.#store.trigger.changed({ hint: { kind: 'notKept', detail: null } });
      return;
    }
    if (kind === 'parked') {
      await this.#background.tellDraft(refused.draftId, { type: 'parked' });
      this.#store.trigger.changed({ hint: { kind: 'parked', detail: null } });
    }
    this.see();
  }

  see(): void {
    const { refused } = this.#state;
    this.#store.trigger.changed({ refused: null });
    if (refused) void this.#background.note(refused.chatId, { refusalSeenAt: Date.now() });
  }
}
