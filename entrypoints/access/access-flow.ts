/** What a person does in the access banner, told to the background. Nothing here answers a request in the portal. */
import type { AccessWish } from '../../bitrix24/surface-protocol.ts';
import type { KnownAnswer, TypedReason } from '../../components/access/banner-props.ts';
import { type BannerItem, hasMessage } from '../../domain/access/banner-sentences.ts';
import { lengthWith } from '../../domain/access/sentences.ts';
import { type SnoozeChoice, snoozeUntil } from '../../domain/snooze.ts';
import { ask, askAgain } from '../../link/ask.ts';
import { type AccessState, type AccessStore, foldKey, typedFor } from './access-store.ts';

export class AccessFlow {
  readonly #store: AccessStore;

  constructor(store: AccessStore) {
    this.#store = store;
  }

  get #state(): AccessState {
    return this.#store.state;
  }

  /** Tells what a person says of an item; false when it could not be kept, which the banner then says. */
  async tell({ id }: Pick<BannerItem, 'id'>, event: AccessWish): Promise<boolean> {
    this.#store.change({ saving: { id, phase: 'saving' } });
    const isKept = await askAgain<boolean>({ type: 'access.told', key: this.#state.view.key, id, event });
    this.#store.change({ saving: isKept ? null : { id, phase: 'failed' } });
    return isKept === true;
  }

  /** Opens the message in the portal. The card goes out of its way; where nothing opened, it says so. */
  async open(item: BannerItem): Promise<void> {
    const { id } = item;
    const key = foldKey(item);
    this.#store.change({ opened: { key, how: 'opening' } });
    const answer = await ask<'inPage' | 'inTab' | 'nowhere'>({
      type: 'access.opened',
      key: this.#state.view.key,
      id,
    });
    // Without a message there is a chat at best.
    const how = answer === 'inPage' && !hasMessage(item) ? 'inChat' : (answer ?? 'failed');
    const { openId } = this.#state;
    const isHere = how === 'inPage' || how === 'inChat';
    const nextId = isHere && openId === id ? null : openId;
    this.#store.change({ opened: { key, how }, openId: isHere ? nextId : id });
  }

  toggle({ id }: BannerItem, isOpen: boolean): void {
    this.#store.change({ openId: isOpen ? id : null, saving: null });
  }

  show(id: string): void {
    this.#store.change({ openId: id, opened: null, saving: null });
  }

  fold(item: BannerItem): void {
    this.#setFolded(item, true);
    this.#store.change({ openId: null });
  }

  unfold(item: BannerItem): void {
    this.#setFolded(item, false);
  }

  /** At once here; the pages that come after are told by the background. */
  #setFolded(item: BannerItem, isFolded: boolean): void {
    this.#store.change({ folded: { ...this.#state.folded, [foldKey(item)]: isFolded } });
    this.#noteShown(item, isFolded ? 'folded' : 'unfolded');
  }

  /** Read out once: no page does so again. */
  noteAnnounced(item: BannerItem): void {
    this.#noteShown(item, 'announced');
  }

  /** Worth no word when it fails. */
  #noteShown({ id }: BannerItem, type: 'folded' | 'unfolded' | 'announced'): void {
    void ask({ type: 'access.told', key: this.#state.view.key, id, event: { type } });
  }

  async snooze(item: BannerItem, choice: SnoozeChoice): Promise<void> {
    const until = snoozeUntil(choice, Date.now());
    if (await this.tell(item, { type: 'snoozed', until }))
      this.#store.change({ putAway: { id: item.id, kind: 'snoozed', until }, openId: null });
  }

  async setAside(item: BannerItem): Promise<void> {
    if (await this.tell(item, { type: 'setAside' }))
      this.#store.change({
        putAway: { id: item.id, kind: 'setAside', until: null },
        openId: null,
      });
  }

  /** Takes back what was put off or away a moment ago. */
  async takeBack(): Promise<void> {
    const { putAway } = this.#state;
    if (!putAway) return;
    const event: AccessWish = putAway.kind === 'snoozed' ? { type: 'snoozed', until: 0 } : { type: 'takenBack' };
    if (await this.tell(putAway, event)) this.#store.change({ putAway: null });
  }

  async confirm(item: BannerItem, isOne: boolean): Promise<void> {
    await this.tell(item, { type: isOne ? 'confirmed' : 'dismissed' });
  }

  async dismiss(item: BannerItem): Promise<void> {
    await this.tell(item, { type: 'dismissed' });
  }

  /** How it was answered, as a person knows it; when is as near as anybody can tell. */
  async answer(item: BannerItem, answer: KnownAnswer): Promise<void> {
    const now = Date.now();
    const hasRun = item.kind === 'vendor' && item.startsAt !== null;
    const grantedAt = hasRun ? item.startsAt : item.answeredAt;
    const at = answer === 'ended' ? now : ((answer === 'granted' ? grantedAt : item.answeredAt) ?? now);
    await this.tell(item, { type: 'answered', answer, at });
  }

  async extend(item: BannerItem, daysLeft: number): Promise<void> {
    if (item.kind !== 'vendor' || item.startsAt === null) return;
    const days = lengthWith(item.startsAt, daysLeft, Date.now());
    await this.tell(item, { type: 'corrected', changes: { days } });
  }

  async link(item: BannerItem, chatId: number | null): Promise<void> {
    await this.tell(item, { type: 'corrected', changes: { chatId } });
  }

  type({ id }: BannerItem, typed: TypedReason): void {
    this.#store.change({ typed: { ...this.#state.typed, [id]: typed } });
  }

  /** What is typed stays until it is kept. */
  async giveReason(item: BannerItem, isSkipped: boolean): Promise<void> {
    // Left out is left as it is: a guess does not become what somebody said.
    const nothing = { reason: '', ticket: '', chatId: null };
    const { reason, ticket, chatId } = isSkipped ? nothing : typedFor(this.#state, item);
    const event = { type: 'reasonGiven', reason: reason.trim(), ticket: ticket.trim(), chatId } as const;
    if (!(await this.tell(item, event))) return this.#showProblem(item);
    const { [item.id]: _kept, ...typed } = this.#state.typed;
    this.#store.change({ typed, openId: null });
  }

  /** No banner on this portal until the user wants it back in the settings. */
  hideHere(): void {
    const { view } = this.#state;
    const hiddenCards = [...new Set([...view.settings.hiddenCards, 'accessBanner' as const])];
    // At once, and without a wait for the answer: nobody asks twice to be left alone.
    this.#store.change({ view: { ...view, settings: { ...view.settings, hiddenCards } } });
    void ask({ type: 'settings.changed', key: view.key, changes: { hiddenCards } });
  }

  /** A problem is told in the card: an answer from the line opens it. */
  #showProblem({ id }: BannerItem): void {
    this.#store.change({ openId: id });
  }
}
