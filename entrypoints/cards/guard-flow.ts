/** The new-dialog guard in a page: decides about a press at once, shows its card, and tells the chart in the background. */
import { type ButtonLook, buttonLook } from '../../bitrix24/messenger-dom.ts';
import type { GuardWish } from '../../bitrix24/surface-protocol.ts';
import type { Draft } from '../../domain/drafts.ts';
import {
  CARD_OF_WAY,
  cardFor,
  type GuardAnswer,
  type GuardOrigin,
  type GuardView,
  type GuardWay,
  guardAnswer,
  stopsClick,
} from '../../domain/guard.ts';
import { ask, askAgain } from '../../link/ask.ts';
import type { PageSide } from '../../link/page-side.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import { type CardsStore, newTyped, type Typed } from './cards-store.ts';
import { goToList } from './go-to-list.ts';
import { pressNewDialogButton } from './new-dialog-button.ts';
import type { TypedTexts } from './typed-texts.ts';

/** After a decision the next press is the decision's own. */
const DECISION_HOLDS = 2 * 60_000;

/** In the next tab; there is none after it. */
const NEW_DIALOG = { kind: 'newDialog', origin: 'panel', isLastTry: true } as const;

export class GuardFlow {
  readonly #store: CardsStore;
  readonly #page: PageSide;
  readonly #texts: TypedTexts;
  /** Epoch ms until which a press passes: somebody has decided so. */
  #passesUntil = 0;
  #unanswered = 0;
  /** The card as the background told it last while an answer was under way. */
  #heard: { guard: GuardView | null } | null = null;
  /** The background could not be told: what it says of this card is not about it. */
  #isAlone = false;
  #isLastTry = false;

  constructor(store: CardsStore, page: PageSide, texts: TypedTexts) {
    this.#store = store;
    this.#page = page;
    this.#texts = texts;
  }

  get #state() {
    return this.#store.getSnapshot().context;
  }

  /** Decides about a press on the portal's button from the last view; runs inside the click. */
  readonly isStopped = (button: HTMLElement): boolean => {
    const now = Date.now();
    const look = buttonLook(button);
    // Cut off from the background, nobody here knows the numbers.
    if (!isExtensionAlive()) return false;
    if (look === 'busy' || this.#state.view.settings.hiddenCards.includes('guard')) return false;
    const answer = guardAnswer(this.#state.view, now);
    if (!stopsClick(answer) || now < this.#passesUntil) {
      this.#store.trigger.changed({ hint: null });
      this.#remark(answer, look);
      return false;
    }
    // A second click of a double click finds the card open.
    if (!this.#state.guard) this.#open(answer, 'portalButton', look !== 'ready');
    return true;
  };

  /** Somebody wants a new dialog from a surface of ours. */
  begin(origin: GuardOrigin, isLastTry = false): void {
    this.#isLastTry = isLastTry;
    const answer = guardAnswer(this.#state.view, Date.now());
    if (stopsClick(answer)) this.#open(answer, origin, false);
    else void this.#goToButton();
  }

  /** What the background knows of this tab's card. */
  take(guard: GuardView | null): void {
    if (this.#isAlone) return;
    // While an answer is under way, what comes may be older than the step on show; the last of it is not.
    if (this.#unanswered > 0) this.#heard = { guard };
    else this.#show(guard);
  }

  choose(way: GuardWay): void {
    this.#step({ type: 'way.chosen', way }, { state: CARD_OF_WAY[way] });
    if (way === 'park') void this.#recover();
  }

  back(): void {
    const answer = guardAnswer(this.#state.view, Date.now());
    const isFree = answer === 'pass' || answer === 'unlimited';
    const state = isFree ? 'freedCard' : cardFor(answer);
    this.#step({ type: 'went.back' }, state ? { state } : null);
  }

  close(): void {
    this.#step({ type: 'card.closed' }, null);
  }

  /** Opens the new dialog, after the card has said what there is to say. */
  async proceed(): Promise<void> {
    this.#step({ type: 'proceeded' }, null);
    await this.#pass();
  }

  async override(reason: string): Promise<void> {
    this.#step({ type: 'overridden', reason }, null);
    await this.#pass();
  }

  /** Parks the question of the card; it stays open, with the text, when that cannot be kept. */
  async park(): Promise<void> {
    const parked = await this.#ownText();
    if (!(await this.keepParked(parked))) return;
    this.#step({ type: 'draft.saved', draftId: parked.id }, { state: 'parked', draftId: parked.id });
    this.#store.trigger.changed({ parked: newTyped() });
  }

  type(topic: string, text: string): void {
    const { id: known } = this.#state.parked;
    const parked = { id: this.#isParked(known) ? crypto.randomUUID() : known, topic, text };
    this.#store.trigger.changed({ parked });
    this.#texts.keep({ id: parked.id, kind: 'parked', title: topic, text, dialogId: null });
  }

  /** True when another tab, which had found the same text, has parked it meanwhile. */
  #isParked(id: string): boolean {
    return this.#state.view.drafts.some((draft) => draft.id === id && draft.state !== 'written');
  }

  /** The card's text, as a draft of its own when another tab has parked other words under its id. */
  async #ownText(): Promise<Typed> {
    const { parked, view } = this.#state;
    if (!this.#isParked(parked.id)) return parked;
    const draft = await askAgain<Draft>({ type: 'draft.wanted', key: view.key, id: parked.id });
    const isSame = draft?.title === parked.topic && draft.text === parked.text;
    return isSame ? parked : { ...parked, id: crypto.randomUUID() };
  }

  /** Keeps a question and lets it wait for a slot; false when it could not be kept. */
  async keepParked({ id, topic, text }: Typed): Promise<boolean> {
    const { key } = this.#state.view;
    this.#texts.keep({ id, kind: 'parked', title: topic, text, dialogId: null });
    if (!(await this.#texts.flush())) return false;
    // "No" only means that it waits already.
    return (await askAgain<boolean>({ type: 'draft.told', key, id, event: { type: 'parked' } })) !== null;
  }

  /** The card that was open before the page was loaded again: with its text where there is one, else it is over. */
  resume(): void {
    const state = this.#state.guard?.state;
    if (state === 'parking' || state === 'draftAskSupport') void this.#recover();
    else if (state) this.close();
  }

  /** What was typed and never parked is found again. */
  async #recover(): Promise<void> {
    const { view, guard } = this.#state;
    const field = guard?.state === 'draftAskSupport' ? 'question' : 'parked';
    const isEmpty = () => this.#state[field].text === '' && this.#state[field].topic === '';
    const left = view.drafts.findLast((draft) => draft.kind === 'parked' && draft.state === 'written');
    if (!left || !isEmpty()) return;
    const draft = await askAgain<Draft>({ type: 'draft.wanted', key: view.key, id: left.id });
    if (!draft || !isEmpty()) return;
    const found: Typed = { id: draft.id, topic: draft.title, text: draft.text };
    this.#store.trigger.changed(field === 'parked' ? { parked: found } : { question: found });
  }

  #open(answer: GuardAnswer, origin: GuardOrigin, isGrey: boolean): void {
    const state = cardFor(answer);
    if (!state) return;
    this.#isAlone = false;
    const guard: GuardView = { state, answer, origin, since: Date.now(), draftId: null };
    this.#store.trigger.changed({ guard, isGrey, placed: [], placing: null, hint: null });
    void this.#tell({ type: 'button.pressed', origin });
  }

  /** Shows the step at once; the chart in the background follows and has the last word. */
  #step(wish: GuardWish, change: Partial<GuardView> | null): void {
    const { guard } = this.#state;
    if (guard) this.#show(change && { ...guard, ...change });
    void this.#tell(wish);
  }

  #show(guard: GuardView | null): void {
    this.#store.trigger.changed({ guard });
  }

  async #tell(event: GuardWish): Promise<void> {
    this.#unanswered += 1;
    // Sending takes longer than deciding: not inside the click.
    await new Promise((resolve) => setTimeout(resolve));
    const { key } = this.#state.view;
    const answer = await ask<{ guard: GuardView | null }>({ type: 'guard.told', key, event });
    this.#unanswered -= 1;
    if (!answer) this.#isAlone = this.#state.guard !== null;
    else if (this.#unanswered === 0 && !this.#isAlone) {
      // The view with this step comes before the answer to it, and may be followed by newer ones.
      this.#show((this.#heard ?? answer).guard);
    }
    if (this.#unanswered === 0) this.#heard = null;
  }

  async #pass(): Promise<void> {
    this.#passesUntil = Date.now() + DECISION_HOLDS;
    const look = pressNewDialogButton();
    if (look === null) return this.#goToButton();
    this.#passesUntil = 0;
    this.#remark(guardAnswer(this.#state.view, Date.now()), look);
  }

  async #goToButton(): Promise<void> {
    this.#passesUntil = Date.now() + DECISION_HOLDS;
    const { view } = this.#state;
    const button = await goToList(this.#page, view);
    if (button) {
      const look = buttonLook(button);
      const remark = look === 'ready' ? 'pressOpenNew' : remarkOf(guardAnswer(view, Date.now()), look, true);
      this.#store.trigger.changed({ hint: { kind: remark ?? 'pressOpenNew', detail: null } });
      return;
    }
    // A page without a messenger: the next tab has one.
    const isElsewhere =
      !this.#isLastTry && (await ask({ type: 'card.wantedInNewTab', key: view.key, card: NEW_DIALOG }));
    this.#store.trigger.changed({ hint: { kind: isElsewhere ? 'openedInTab' : 'findOpenNew', detail: null } });
  }

  /** What there is to say about a press that passes. */
  #remark(answer: GuardAnswer, look: ButtonLook): void {
    const hint = remarkOf(answer, look, this.#state.view.settings.knowsOneQuestion);
    if (hint) this.#store.trigger.changed({ hint: { kind: hint, detail: null } });
  }
}

function remarkOf(answer: GuardAnswer, look: ButtonLook, knowsOneQuestion: boolean) {
  if (look === 'loading') return 'greyLoading';
  if (look === 'limited' && stopsClick(answer)) return answer === 'near' ? 'greyNotLoaded' : 'greyFull';
  if (look === 'limited' && answer === 'unlimited') return 'greyUnlimited';
  if (look === 'limited' && answer === 'pass') return 'greyNotLoaded';
  if (answer === 'unsure') return 'unsure';
  return answer === 'pass' && !knowsOneQuestion ? 'oneQuestion' : null;
}
