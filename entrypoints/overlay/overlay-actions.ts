/** What a person does in the overlay, told to the background; each answer goes back into the store. */
import type { AccessWish, Card, TabMessage } from '../../bitrix24/surface-protocol.ts';
import type { ChipPlace } from '../../domain/chip.ts';
import type { DialogView, PortalView } from '../../domain/view.ts';
import { ask } from '../../link/ask.ts';
import { contentBrowser, isExtensionAlive } from '../../platform/content-browser.ts';
import { type OverlayStore, SEARCH_LIMIT } from './overlay-store.ts';

/** Long enough for the next letter, too short to wait for. */
const TYPING_PAUSE = 120;

export function overlayActions(store: OverlayStore) {
  const key = () => store.getSnapshot().context.view.key;

  const showMore = async (count: number) => {
    store.trigger.moreWanted({ count });
    const view = await ask<PortalView>({ type: 'dialogs.wanted', key: key(), closedCount: count });
    if (view) store.trigger.viewChanged({ view });
  };

  let typing: ReturnType<typeof setTimeout> | undefined;
  const search = async (query: string) => {
    const found = await ask<DialogView[]>({ type: 'search.wanted', key: key(), query, limit: SEARCH_LIMIT });
    store.trigger.searchAnswered({ query, found: found ?? 'failed' });
  };

  return {
    showMore,
    /** Searches once the typing pauses. */
    search(query: string) {
      clearTimeout(typing);
      store.trigger.searched({ query });
      if (query.trim()) typing = setTimeout(() => void search(query), TYPING_PAUSE);
    },
    /** A card takes the panel's place. */
    async showCard(card: Card) {
      const answer = await ask<'shown' | 'opened'>({ type: 'card.wanted', key: key(), card });
      if (answer === 'shown') store.trigger.panelClosed();
      else store.trigger.actionFailed({ failure: answer === 'opened' ? 'cardInTab' : 'cardFailed' });
    },
    /** A page of an extension that is gone can only say so. */
    toggle: () => (isExtensionAlive() ? store.trigger.panelToggled() : store.trigger.cutOff()),
    move(change: Partial<ChipPlace>) {
      const chip = { ...store.getSnapshot().context.view.chip, ...change };
      store.trigger.chipMoved({ chip });
      void ask({ type: 'chip.placed', key: key(), chip });
    },
    async readAgain() {
      const isReading = await ask<boolean>({ type: 'reading.wanted', key: key() });
      if (isReading) store.trigger.actionWorked();
      else store.trigger.actionFailed({ failure: 'readFailed' });
    },
    async openDialog(dialogId: string) {
      const opened = await ask<'inPage' | 'inTab'>({ type: 'dialog.wanted', key: key(), dialogId });
      if (opened === 'inPage') store.trigger.panelClosed();
      else store.trigger.actionFailed({ failure: opened === 'inTab' ? 'openedInTab' : 'openFailed' });
    },
    /** Opens the portal's message: to answer and to revoke is up to the person there. */
    async openRequest(id: string) {
      const opened = await ask<'inPage' | 'inTab' | 'nowhere'>({ type: 'access.opened', key: key(), id });
      if (opened === 'inPage') store.trigger.panelClosed();
      else store.trigger.actionFailed({ failure: opened === 'inTab' ? 'openedInTab' : 'requestNowhere' });
    },
    async tellAccess(id: string, event: AccessWish) {
      const isKept = await ask<boolean>({ type: 'access.told', key: key(), id, event });
      if (isKept) store.trigger.actionWorked();
      else store.trigger.actionFailed({ failure: 'accessFailed' });
    },
    /** The register stands on a page of the extension, which only the background can open. */
    async openRegister() {
      const isOpened = await ask<boolean>({ type: 'register.opened', key: key() });
      if (isOpened) store.trigger.panelClosed();
      else store.trigger.actionFailed({ failure: 'cardFailed' });
    },
    /** Takes the views the background sends; the answer tells it that an overlay is here. */
    follow(): () => void {
      const listener = (message: TabMessage, _sender: unknown, respond: (answer: true) => void): undefined => {
        if (message.type !== 'view.changed') return;
        respond(true);
        const { closedWanted, view } = store.getSnapshot().context;
        if (closedWanted > 0 && message.view.key === view.key) void showMore(closedWanted);
        else store.trigger.viewChanged({ view: message.view });
      };
      contentBrowser.runtime.onMessage.addListener(listener as never);
      // After an update the browser's API is gone and the listener with it.
      return () => contentBrowser.runtime?.onMessage.removeListener(listener as never);
    },
  };
}
