/** The name of a dialog that was just made. */
import { guardAnswer, hasNoFreeSlot } from '../../domain/guard.ts';
import { LONGEST_ALIAS } from '../../domain/notes.ts';
import { isDefaultTitle, portalTitle, suggestTitle } from '../../domain/titles.ts';
import type { DialogView } from '../../domain/view.ts';
import type { PageSide } from '../../link/page-side.ts';
import type { BackgroundCalls } from './background-calls.ts';
import type { CardsStore } from './cards-store.ts';
import { type DraftFlow, isYoung } from './draft-flow.ts';

/** The portal confirms a new name by an event soon after, or never. */
const CONFIRMED_WITHIN = 6_000;

export class NamingFlow {
  readonly #store: CardsStore;
  readonly #page: PageSide;
  readonly #background: BackgroundCalls;
  readonly #texts: DraftFlow;
  #renameTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: CardsStore, page: PageSide, background: BackgroundCalls, texts: DraftFlow) {
    this.#store = store;
    this.#page = page;
    this.#background = background;
    this.#texts = texts;
  }

  get #state() {
    return this.#store.getSnapshot().context;
  }

  /** Offers a name for a dialog that was just made, unless it has one. */
  offer(dialog: DialogView): void {
    const { renaming } = this.#state;
    // The vendor may give new dialogs another name than we know: then one nobody has written in has it still.
    const hasFirstName = isDefaultTitle(dialog.title) || dialog.course.firstOwnAt === null;
    const isWanted = isYoung(dialog) && !dialog.isNudged && !dialog.isMain && !dialog.alias && hasFirstName;
    if (renaming && (renaming.dialogId !== dialog.dialogId || (!isWanted && renaming.phase === 'idle'))) {
      this.#store.trigger.changed({ renaming: null });
    }
    if (!isWanted) return;
    const { dialogId, chatId, title } = dialog;
    const isRenamed = renaming?.dialogId === dialogId && renaming.phase === 'idle' && renaming.title !== title;
    // The user took the portal's own pencil.
    if (isRenamed && renaming.title !== null) this.nameLater();
    if (isRenamed || this.#state.renaming) return;
    const used = this.#texts.usedIn(chatId);
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
    this.confirm();
  }

  /** Only the portal's event says that the name was taken: it answers "true" in any case. */
  confirm(): void {
    const { renaming, view } = this.#state;
    const dialog = renaming && view.dialogs.find((each) => each.dialogId === renaming.dialogId);
    if (renaming?.phase !== 'waiting' || dialog?.title !== renaming.value) return;
    clearTimeout(this.#renameTimer);
    this.#store.trigger.changed({ renaming: null, hint: { kind: 'renamed', detail: renaming.value } });
    void this.#background.note(renaming.chatId, { nudgedAt: Date.now() });
  }

  /** The portal did not take the name: it is not lost. */
  #keepAsAlias(): void {
    const { renaming } = this.#state;
    if (renaming?.phase !== 'waiting') return;
    this.#store.trigger.changed({ renaming: { ...renaming, phase: 'refused' } });
    void this.#background.note(renaming.chatId, {
      alias: renaming.value.slice(0, LONGEST_ALIAS),
      nudgedAt: Date.now(),
    });
  }

  alias(name: string): void {
    const { renaming } = this.#state;
    if (renaming)
      void this.#background.note(renaming.chatId, { alias: name.slice(0, LONGEST_ALIAS), nudgedAt: Date.now() });
    this.#store.trigger.changed({ renaming: null });
  }

  nameLater(): void {
    const { renaming } = this.#state;
    if (renaming) void this.#background.note(renaming.chatId, { nudgedAt: Date.now() });
    this.#store.trigger.changed({ renaming: null });
  }
}
