/** Looks at the dialog on show whenever it or the view changes, and lets each part of the work look in its order. */
import type { Card } from '../../bitrix24/surface-protocol.ts';
import type { PageSide } from '../../link/page-side.ts';
import { BackgroundCalls } from './background-calls.ts';
import type { CardsStore } from './cards-store.ts';
import { DraftFlow } from './draft-flow.ts';
import { NamingFlow } from './naming-flow.ts';
import { RefusalFlow } from './refusal-flow.ts';

export class DialogFlow {
  readonly background: BackgroundCalls;
  readonly drafts: DraftFlow;
  readonly naming: NamingFlow;
  readonly refusal: RefusalFlow;
  readonly #store: CardsStore;
  readonly #page: PageSide;

  constructor(store: CardsStore, page: PageSide) {
    this.#store = store;
    this.#page = page;
    this.background = new BackgroundCalls(store);
    this.drafts = new DraftFlow(store, page, this.background);
    this.naming = new NamingFlow(store, page, this.background, this.drafts);
    this.refusal = new RefusalFlow(store, page, this.background);
  }

  /** The view or the dialog on show has changed. */
  look(): void {
    const { view } = this.#store.getSnapshot().context;
    const dialog = view.dialogs.find(({ dialogId }) => dialogId === this.#page.layout.dialogId);
    this.naming.confirm();
    if (!dialog) return;
    this.naming.offer(dialog);
    this.drafts.look(dialog);
    void this.refusal.look(dialog);
  }

  /** Shows a card that somebody asked for. */
  async show(asked: Exclude<Card, { kind: 'newDialog' }>): Promise<void> {
    const details = asked.kind === 'dialog' ? await this.background.details(asked.chatId) : null;
    this.#store.trigger.changed({ asked: asked.kind === 'dialog' && !details ? null : asked, details });
  }
}
