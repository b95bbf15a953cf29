/** What goes with one dialog: its name after it was made, a refused message, a prepared text, its details. */
import type { Card, SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { Draft } from '../../domain/drafts.ts';
import { guardAnswer, hasNoFreeSlot } from '../../domain/guard.ts';
import type { DialogNote } from '../../domain/notes.ts';
import { isDefaultTitle, portalTitle, suggestTitle } from '../../domain/titles.ts';
import type { DialogDetails, DialogView } from '../../domain/view.ts';
import { ask, askAgain } from '../../link/ask.ts';
import type { PageSide } from '../../link/page-side.ts';
import type { CardsStore } from './cards-store.ts';
import { placeText } from './place-text.ts';

/** A dialog older than this has the name it has. */
const YOUNG_FOR = 15 * 60_000;
/** The portal confirms a new name by an event soon after, or never. */
const CONFIRMED_WITHIN = 6_000;

export class DialogFlow {
  readonly #store: CardsStore;
  readonly #page: PageSide;
  /** The parked question that its writer has begun to ask. */
  #using: string | null = null;
  /** Chat ids of the dialogs that were there then: none of them is meant. */
  #before: ReadonlySet<number> = new Set();
  #renameTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: CardsStore, page: PageSide) {
    this.#store = store;
    this.#page = page;
  }

  get #state() {
    return this.#store.getSnapshot().context;
  }

  get #dialog(): DialogView | undefined {
    return this.#state.view.dialogs.find((dialog) => dialog.dialogId === this.#page.layout.dialogId);
  }

  /** The view or the dialog on show has changed. */
  look(): void {
    const dialog = this.#dialog;
    this.#confirmRenaming();
    if (!dialog) return;
    this.#offerName(dialog);
    this.#offerUsed(dialog);
    void this.#showRefusal(dialog);
  }

  /** A parked question shall be asked in the next new dialog. */
  use(id: string): void {
    this.#using = id;
    this.#before = new Set(this.#state.view.dialogs.map((dialog) => dialog.chatId));
  }

  // Naming

  #offerName(dialog: DialogView): void {
    const { renaming } = this.#state;
    const isYoung = dialog.course.createdAt !== null && Date.now() - dialog.course.createdAt < YOUNG_FOR;
    // The vendor may give new dialogs another name than we know: then one nobody has written in has it still.
    const hasFirstName = isDefaultTitle(dialog.title) || dialog.course.firstOwnAt === null;
    const isWanted = isYoung && !dialog.isNudged && !dialog.isMain && !dialog.alias && hasFirstName;
    if (renaming && (renaming.dialogId !== dialog.dialogId || (!isWanted && renaming.phase === 'idle'))) {
      this.#store.trigger.changed({ renaming: null });
    }
    if (!isWanted) return;
    const { dialogId, chatId, title } = dialog;
    const isRenamed = renaming?.dialogId === dialogId && renaming.phase === 'idle' && renaming.title !== title;
    // The user took the portal's own pencil.
    if (isRenamed && renaming.title !== null) this.nameLater();
    if (isRenamed || this.#state.renaming) return;
    const used = this.#before.has(chatId) ? null : this.#state.view.drafts.find(({ id }) => id === this.#using);
    const suggestion = used ? suggestTitle(used.title, used.excerpt) : '';
    this.#store.trigger.changed({
      renaming: { dialogId, chatId, title, value: suggestion, suggestion, phase: 'idle' },
    });
  }

  /** True while the portal would take the notice of the renaming for a message that it refuses. */
  isRisky(dialogId: string): boolean {
    const { view } = this.#state;
    const dialog = view.dialogs.find((each) => each.dialogId === dialogId);
    return dialog?.status !== 'open' && hasNoFreeSlot(guardAnswer(view, Date.now()));
  }

  async rename(wish: string): Promise<void> {
    const { renaming } = this.#state;
    const title = portalTitle(wish);
    if (!renaming || title === null) return;
    this.#store.trigger.changed({ renaming: { ...renaming, value: title, phase: 'waiting' } });
    const outcome = await this.#page.rename(renaming.dialogId, title);
    if (outcome !== 'asked') return this.#keepAsAlias();
    clearTimeout(this.#renameTimer);
    this.#renameTimer = setTimeout(() => this.#keepAsAlias(), CONFIRMED_WITHIN);
    this.#confirmRenaming();
  }

  /** Only the portal's event says that the name was taken: it answers "true" in any case. */
  #confirmRenaming(): void {
    const { renaming, view } = this.#state;
    const dialog = renaming && view.dialogs.find((each) => each.dialogId === renaming.dialogId);
    if (renaming?.phase !== 'waiting' || dialog?.title !== renaming.value) return;
    clearTimeout(this.#renameTimer);
    this.#store.trigger.changed({ renaming: null, hint: { kind: 'renamed', detail: renaming.value } });
    void this.note(renaming.chatId, { nudgedAt: Date.now() });
  }

  /** The portal did not take the name: it is not lost. */
  #keepAsAlias(): void {
    const { renaming } = this.#state;
    if (renaming?.phase !== 'waiting') return;
    this.#store.trigger.changed({ renaming: { ...renaming, phase: 'refused' } });
    void this.note(renaming.chatId, { alias: renaming.value.slice(0, 120), nudgedAt: Date.now() });
  }

  alias(name: string): void {
    const { renaming } = this.#state;
    if (renaming) void this.note(renaming.chatId, { alias: name.slice(0, 120), nudgedAt: Date.now() });
    this.#store.trigger.changed({ renaming: null });
  }

  nameLater(): void {
    const { renaming } = this.#state;
    if (renaming) void this.note(renaming.chatId, { nudgedAt: Date.now() });
    this.#store.trigger.changed({ renaming: null });
  }

  // A refused message

  async #showRefusal({ chatId, dialogId, refusedAt, isRefusalNew }: DialogView): Promise<void> {
    const { refused, view } = this.#state;
    if (refused && (refused.chatId !== chatId || !isRefusalNew)) this.#store.trigger.changed({ refused: null });
    if (refusedAt === null || !isRefusalNew || this.#state.refused) return;
    const kept = view.drafts.findLast(
      (draft) => (draft.kind === 'refused' || draft.kind === 'sent') && draft.dialogId === dialogId,
    );
    const draft = kept && (await this.#draft(kept.id));
    const text = draft?.text ?? (await this.#page.lastOwnText(chatId));
    if (this.#state.refused || this.#page.layout.dialogId !== dialogId) return;
    const draftId = kept?.id ?? crypto.randomUUID();
    this.#store.trigger.changed({ refused: { chatId, since: refusedAt, text, draftId } });
  }

  /** Keeps the refused text as a parked question or for its dialog, and puts the card away. */
  async keepRefused(kind: 'parked' | 'message'): Promise<void> {
    const { refused, view } = this.#state;
    if (!refused?.text) return this.seeRefusal();
    const dialogId = view.dialogs.find((dialog) => dialog.chatId === refused.chatId)?.dialogId ?? null;
    const draft = { id: refused.draftId, kind, title: suggestTitle('', refused.text), text: refused.text, dialogId };
    const isKept = await ask<boolean>({ type: 'draft.kept', key: view.key, draft });
    if (!isKept) return;
    if (kind === 'parked') await this.tellDraft(refused.draftId, { type: 'parked' });
    this.#store.trigger.changed({ hint: { kind: 'parked', detail: null } });
    this.seeRefusal();
  }

  seeRefusal(): void {
    const { refused } = this.#state;
    this.#store.trigger.changed({ refused: null });
    if (refused) void this.note(refused.chatId, { refusalSeenAt: Date.now() });
  }

  // Texts that wait

  #offerUsed(dialog: DialogView): void {
    const isNew = dialog.course.createdAt !== null && Date.now() - dialog.course.createdAt < YOUNG_FOR;
    if (!this.#using || !isNew || this.#before.has(dialog.chatId) || dialog.status === 'close') return;
    const id = this.#using;
    this.#using = null;
    void this.preview(id, dialog.dialogId);
  }

  /** Shows a draft before it goes into the field of a dialog. */
  async preview(id: string, dialogId: string): Promise<void> {
    const draft = await this.#draft(id);
    if (!draft) return;
    const { title, text } = draft;
    this.#store.trigger.changed({ draft: { id, topic: title, text, dialogId, phase: 'preview' }, asked: null });
  }

  async place(how: 'insert' | 'below'): Promise<void> {
    const { draft } = this.#state;
    if (!draft) return;
    this.#store.trigger.changed({ draft: { ...draft, phase: 'placing' } });
    const phase = await placeText(this.#page, draft.dialogId, draft.text, how);
    const now = this.#state.draft;
    if (now?.id === draft.id) this.#store.trigger.changed({ draft: { ...now, phase } });
    if (phase === 'placed') void this.tellDraft(draft.id, { type: 'used' });
  }

  tellDraft(id: string, event: DraftTold['event']): Promise<boolean | null> {
    return ask<boolean>(draftEvent(this.#state.view.key, id, event));
  }

  #draft(id: string): Promise<Draft | null> {
    return ask<Draft>({ type: 'draft.wanted', key: this.#state.view.key, id });
  }

  // Details

  async show(asked: Exclude<Card, { kind: 'newDialog' }>): Promise<void> {
    const details = asked.kind === 'dialog' ? await this.#details(asked.chatId) : null;
    this.#store.trigger.changed({ asked: asked.kind === 'dialog' && !details ? null : asked, details });
  }

  #details(chatId: number): Promise<DialogDetails | null> {
    return ask<DialogDetails>({ type: 'details.wanted', key: this.#state.view.key, chatId });
  }

  /** Changes what the user adds to a dialog; false when it could not be kept. */
  async note(
    chatId: number,
    changes: Partial<Omit<DialogNote, 'chatId' | 'snoozedAt' | 'changedAt'>>,
  ): Promise<boolean> {
    const { key } = this.#state.view;
    const { tags, ...others } = changes;
    const sent = { ...others, ...(tags && { tags: [...tags] }) };
    const details = await askAgain<DialogDetails>({ type: 'note.changed', key, chatId, changes: sent });
    return details !== null;
  }
}

type DraftTold = Extract<SurfaceMessage, { type: 'draft.told' }>;

const draftEvent = (key: string, id: string, event: DraftTold['event']): DraftTold => ({
  type: 'draft.told',
  key,
  id,
  event,
});
