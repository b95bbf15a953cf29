/** What shall be seen in a tab of a portal: a card, a dialog, what a notification was about. */
import type { Card, CardsStart } from '../bitrix24/surface-protocol.ts';
import { type AccessRecord, isRunning, type RequestCopy } from '../domain/access/record.ts';
import { addressAt, dialogAddress } from '../domain/portals/address.ts';
import type { PortalView } from '../domain/view.ts';
import { type Desks, originOf, portalKey } from './desks.ts';
import type { Effects } from './effects.ts';
import type { SenderTab } from './hearing.ts';
import { goalOf } from './notifications.ts';
import type { PortalDesk } from './portal-desk.ts';

export class Tabs {
  readonly #desks: Desks;
  readonly #effects: Effects;
  /** Cards that tabs shall show once they have loaded what shows them. */
  readonly #cardsToShow = new Map<number, { key: string; card: Card }>();

  constructor(desks: Desks, effects: Effects) {
    this.#desks = desks;
    this.#effects = effects;
  }

  /** A tab that shows a dialog with support gets what draws the cards. */
  async supportShown(userId: string, { origin, tabId }: SenderTab): Promise<void> {
    const desk = await this.#desks.peek(portalKey(origin, userId));
    const isOurs = desk && desk.session.value !== 'unsupported' && !desk.session.context.hasLeft;
    if (!isOurs) return;
    await this.#effects.showCards(tabId);
    // A running access may be ended in this very chat: the press tells that it was done here.
    if (desk.access.register.all.some(isRunning)) await this.#showAccess(tabId);
  }

  /** Loads what marks and watches the portal's own buttons, unless it is there. */
  async #showAccess(tabId: number): Promise<void> {
    const isThere = await this.#effects.askTab(tabId, { type: 'access.isThere' });
    if (isThere === undefined) await this.#effects.showAccess(tabId);
  }

  /** What the cards of a tab begin with. */
  async cardsStarted(view: PortalView, tab: SenderTab): Promise<CardsStart> {
    const wanted = this.#cardsToShow.get(tab.tabId);
    // Asked for by the user who is signed in here, not by one who was.
    const card = wanted?.key === view.key ? wanted.card : null;
    this.#cardsToShow.delete(tab.tabId);
    return {
      view,
      guard: (await this.#desks.peek(view.key))?.guards.view(tab.tabId) ?? null,
      card,
      canNotify: this.#effects.canNotify(),
    };
  }

  /** Shows a card in a tab of the portal, the sender's own if it is one; opens a new tab when that is wanted or there is none. */
  async showCard(key: string, card: Card, preferredTab: number | 'new' | null): Promise<'shown' | 'opened'> {
    const place = this.#desks.placeOf(key);
    const known = preferredTab === null ? await this.#effects.tabsOf(place.origin) : [preferredTab];
    for (const tabId of known) {
      if (tabId === 'new' || !(await this.#showCardIn(tabId, key, card))) continue;
      await this.#effects.focusTab(tabId);
      return 'shown';
    }
    // A dialog with support has to be on show for its cards to be loaded.
    const dialogId = dialogOf(card, await this.#desks.peek(key));
    const tabId = await this.#effects.openTab(dialogId ? dialogAddress(place, dialogId) : addressAt(place, '/online/'));
    if (tabId !== null) this.#cardsToShow.set(tabId, { key, card });
    return 'opened';
  }

  async #showCardIn(tabId: number, key: string, card: Card): Promise<boolean> {
    const isShown = await this.#effects.askTab(tabId, { type: 'card.show', key, card });
    // In a page that another user has left open, the cards are there and refuse.
    if (isShown !== undefined) return isShown === true;
    this.#cardsToShow.set(tabId, { key, card });
    const isThere = await this.#effects.showCards(tabId);
    if (!isThere) this.#cardsToShow.delete(tabId);
    return isThere;
  }

  /** A notification was pressed: shows what it was about. */
  async openNotification(id: string): Promise<void> {
    const goal = goalOf(id);
    if (!goal) return;
    if ('draftId' in goal) {
      await this.showCard(goal.key, { kind: 'drafts' }, null);
      return;
    }
    if ('recordId' in goal) {
      await this.#openRecord(goal.key, goal.recordId);
      return;
    }
    if ('page' in goal) {
      await this.#effects.openTab(`/dashboard.html#${goal.page}/${encodeURIComponent(goal.key)}`);
      return;
    }
    if (!('chatId' in goal)) {
      await this.#effects.openTab(`${originOf(goal.key)}/`);
      return;
    }
    const desk = await this.#desks.peek(goal.key);
    const dialog = desk?.ledger.dialogs.find(({ chatId }) => chatId === goal.chatId);
    if (dialog) await this.openDialog(goal.key, dialog.dialogId, null);
  }

  /** Opens a dialog the portal's own way in a tab of it, else in a new tab by its address. */
  async openDialog(
    key: string,
    dialogId: string,
    preferredTab: number | null,
    messageId: number | null = null,
  ): Promise<'inPage' | 'inTab'> {
    const tabId = await this.#openInPage(key, dialogId, preferredTab, messageId);
    return tabId === null ? this.#openInTab(key, dialogId, messageId) : 'inPage';
  }

  async #openInTab(key: string, dialogId: string, messageId: number | null): Promise<'inTab'> {
    await this.#effects.openTab(dialogAddress(this.#desks.placeOf(key), dialogId, messageId));
    return 'inTab';
  }

  /** The tab in which it was opened the portal's own way; null where none can. */
  async #openInPage(key: string, dialogId: string, preferredTab: number | null, messageId: number | null) {
    const tabs = preferredTab === null ? await this.#effects.tabsOf(originOf(key)) : [preferredTab];
    for (const tabId of tabs) {
      const answer = (await this.#effects.askTab(tabId, { type: 'dialog.open', dialogId, messageId })) as {
        opened?: boolean;
      };
      if (!answer?.opened) continue;
      await this.#effects.focusTab(tabId);
      return tabId;
    }
    return null;
  }

  /** A request leads to its message, and so does what is to be revoked or checked; all else to the register. */
  async #openRecord(key: string, id: string): Promise<void> {
    const record = (await this.#desks.peek(key))?.access.register.get(id);
    const hasMessage = record?.copies.some(({ keyboard }) => keyboard !== 'gone') ?? false;
    if (hasMessage) await this.openRequest(key, id, null);
    else await this.openRegister(key);
  }

  /** Opens the register of a portal on the extension's own page. */
  async openRegister(key: string): Promise<true> {
    // An address without an origin is one of the extension's own.
    await this.#effects.openTab(`/dashboard.html#access/${encodeURIComponent(key)}`);
    return true;
  }

  /** Opens the message of a request and marks the portal's own buttons there; `nowhere` when it stands in no chat. */
  async openRequest(key: string, id: string, preferredTab: number | null): Promise<'inPage' | 'inTab' | 'nowhere'> {
    const desk = await this.#desks.peek(key);
    const copy = copyToOpen(desk?.access.register.get(id), desk?.ledger.botId ?? null);
    // Without a message the main chat is where an access is asked for and ended.
    const dialogId = copy?.dialogId ?? desk?.ledger.botId;
    if (!dialogId) return 'nowhere';
    if (dialogId === 'notify') {
      await this.#effects.openTab(addressAt(this.#desks.placeOf(key), '/online/?IM_NOTIFY=Y'));
      return 'inTab';
    }
    const messageId = copy?.messageId ?? null;
    const tabId = await this.#openInPage(key, dialogId, preferredTab, messageId);
    if (tabId === null) return this.#openInTab(key, dialogId, messageId);
    await this.#showAccess(tabId);
    await this.#effects.askTab(tabId, { type: 'access.mark', key, id });
    return 'inPage';
  }
}

/** Where to answer: the main chat, else any other place in which the message still stands. */
function copyToOpen(record: AccessRecord | undefined, botId: string | null): RequestCopy | undefined {
  const copies = (record?.copies ?? []).filter(({ keyboard }) => keyboard !== 'gone');
  const withButtons = copies.filter(({ keyboard }) => keyboard !== 'none');
  const among = withButtons.length > 0 ? withButtons : copies;
  return among.find(({ dialogId }) => dialogId === botId) ?? among[0];
}

/** The dialog that a card is about, else the main chat with support; null when none is known. */
function dialogOf(card: Card, desk: PortalDesk | undefined): string | null {
  const dialogs = desk?.ledger.dialogs ?? [];
  if (card.kind === 'dialog') return dialogs.find(({ chatId }) => chatId === card.chatId)?.dialogId ?? null;
  const wanted = card.kind === 'question' ? card.dialogId : null;
  return wanted ?? desk?.ledger.botId ?? dialogs[0]?.dialogId ?? null;
}
