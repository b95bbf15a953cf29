/** Watches the portal's message field in a dialog with support: warns before something would go wrong, once. */
import { fieldOfSendButtonAt, messageField, messageFieldAt, sendPanel } from '../../bitrix24/messenger-dom.ts';
import { guardAnswer, hasNoFreeSlot } from '../../domain/guard.ts';
import { looksLikeSecondTopic } from '../../domain/question-check.ts';
import { findSecrets } from '../../domain/secrets.ts';
import type { DialogView } from '../../domain/view.ts';
import { ask } from '../../link/ask.ts';
import type { PageSide } from '../../link/page-side.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import type { CardsStore, ComposerRisk } from './cards-store.ts';
import type { TypedTexts } from './typed-texts.ts';

/** Ms without a key after which the text is looked at. */
const PAUSE = 400;

export class ComposerFlow {
  readonly #store: CardsStore;
  readonly #page: PageSide;
  readonly #texts: TypedTexts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The text that its writer wants to send all the same. */
  #allowed = '';
  /** The dialog whose warning was put away. */
  #quietIn = '';
  /** The stopped message that is kept as a draft. */
  #kept: { dialogId: string; id: string } | null = null;
  readonly #size = new ResizeObserver(() => this.#store.trigger.moved());

  constructor(store: CardsStore, page: PageSide, texts: TypedTexts) {
    this.#store = store;
    this.#page = page;
    this.#texts = texts;
  }

  get #state() {
    return this.#store.getSnapshot().context;
  }

  watch(): () => void {
    addEventListener('keydown', this.#onKey, true);
    addEventListener('click', this.#onClick, true);
    addEventListener('input', this.#onInput, { capture: true, passive: true });
    return () => {
      removeEventListener('keydown', this.#onKey, true);
      removeEventListener('click', this.#onClick, true);
      removeEventListener('input', this.#onInput, { capture: true });
      this.#size.disconnect();
    };
  }

  /** The numbers or the dialog on show have changed. */
  look(): void {
    const { risk } = this.#state;
    // A card that stopped a message stays until it is answered.
    if (risk?.phase === 'confirm' && risk.dialogId === this.#page.layout.dialogId) return;
    const next = this.#riskOf(messageField(document)?.value ?? '');
    const isWorthSaying = next && next.dialogId !== this.#quietIn && this.#isAnything(next);
    this.#store.trigger.changed({ risk: isWorthSaying ? { ...next, phase: 'before' } : null });
    const panel = next && sendPanel(document);
    this.#size.disconnect();
    if (panel) this.#size.observe(panel);
  }

  dismiss(): void {
    this.#quietIn = this.#state.risk?.dialogId ?? '';
    this.#store.trigger.changed({ risk: null });
  }

  back(): void {
    this.#store.trigger.changed({ risk: null });
    messageField(document)?.focus();
    this.look();
  }

  /** The next press on Enter or the send button passes with this very text. */
  allow(): void {
    this.#allowed = this.#state.risk?.text ?? '';
    this.#quietIn = this.#state.risk?.dialogId ?? '';
    this.#store.trigger.changed({ risk: null, hint: { kind: 'sendNow', detail: null } });
    messageField(document)?.focus();
  }

  get #dialog(): DialogView | undefined {
    return this.#state.view.dialogs.find((dialog) => dialog.dialogId === this.#page.layout.dialogId);
  }

  #riskOf(text: string): ComposerRisk | null {
    const dialog = this.#dialog;
    if (!dialog) return null;
    const { view } = this.#state;
    const isFull = hasNoFreeSlot(guardAnswer(view, Date.now()));
    return {
      dialogId: dialog.dialogId,
      noSlot: isFull && dialog.status !== 'open' ? dialog.status : null,
      secrets: view.settings.warnsOfSecrets ? findSecrets(text) : [],
      isSecondTopic: dialog.status === 'open' && looksLikeSecondTopic(text),
      text,
    };
  }

  #isAnything({ noSlot, secrets, isSecondTopic }: ComposerRisk): boolean {
    return noSlot !== null || secrets.length > 0 || isSecondTopic;
  }

  readonly #onInput = (event: Event): void => {
    if (!messageFieldAt(event.target) || !this.#dialog) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), PAUSE);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey || !event.isTrusted) return;
    const field = messageFieldAt(event.target);
    const withCtrl = event.ctrlKey || event.metaKey;
    if (field && withCtrl !== this.#page.layout.sendsByEnter) this.#judge(field.value.trim(), event);
  };

  readonly #onClick = (event: Event): void => {
    // What a script of the page presses is no message that a person sends.
    const field = event.isTrusted ? fieldOfSendButtonAt(event.target) : null;
    if (field) this.#judge(field.value.trim(), event);
  };

  #judge(text: string, event: Event): void {
    const isHidden = this.#state.view.settings.hiddenCards.includes('composer');
    // Cut off from the background, nobody here knows the numbers.
    const risk = text === '' || isHidden || !isExtensionAlive() ? null : this.#riskOf(text);
    if (!risk) return;
    const isRisky = risk.noSlot !== null || risk.secrets.length > 0;
    if (isRisky && this.#allowed.trim() !== text) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (risk.noSlot !== null) this.#keep(risk, 'message');
      this.#store.trigger.changed({ risk: { ...risk, phase: 'confirm' } });
      return;
    }
    this.#allowed = '';
    if (risk.noSlot !== null) this.#keep(risk, 'sent');
    else this.#forgetKept(risk.dialogId);
    this.#store.trigger.changed({ risk: null });
    if (this.#state.hint?.kind === 'sendNow') this.#store.trigger.changed({ hint: null });
  }

  /**
   * Before it is sent it is a message for its dialog. Then the portal may refuse it without showing that: it is kept
   * until it is known to have arrived.
   */
  #keep({ dialogId, text }: ComposerRisk, kind: 'message' | 'sent'): void {
    const id = this.#kept?.dialogId === dialogId ? this.#kept.id : crypto.randomUUID();
    this.#kept = kind === 'message' ? { dialogId, id } : null;
    this.#texts.keep({ id, kind, title: '', text, dialogId });
    void this.#texts.flush();
  }

  /** The draft of the stopped message, which becomes something else now. */
  takeKept(): string | null {
    const id = this.#kept?.id ?? null;
    this.#kept = null;
    return id;
  }

  /** A message that was stopped goes out after all, with a slot. */
  #forgetKept(dialogId: string): void {
    if (this.#kept?.dialogId !== dialogId) return;
    const { id } = this.#kept;
    this.#kept = null;
    void ask({ type: 'draft.told', key: this.#state.view.key, id, event: { type: 'used' } });
  }
}
