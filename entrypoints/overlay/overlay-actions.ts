/** What a person does in the overlay, told to the background; each answer goes back into the store. */
import type { SurfaceMessage, TabMessage } from '../../bitrix24/surface-protocol.ts';
import type { ChipPlace } from '../../domain/chip.ts';
import type { PortalView } from '../../domain/view.ts';
import { contentBrowser, isExtensionAlive } from '../../platform/content-browser.ts';
import type { OverlayStore } from './overlay-store.ts';

/** Asks the background; null when it cannot answer. */
export async function ask<T>(message: SurfaceMessage): Promise<T | null> {
  try {
    return (await contentBrowser.runtime.sendMessage(message)) ?? null;
  } catch (error) {
    console.debug(`Latchdesk: ${message.type} was not answered`, error);
    return null;
  }
}

export function overlayActions(store: OverlayStore) {
  const key = () => store.getSnapshot().context.view.key;

  const showMore = async (count: number) => {
    store.trigger.moreWanted({ count });
    const view = await ask<PortalView>({ type: 'dialogs.wanted', key: key(), closedCount: count });
    if (view) store.trigger.viewChanged({ view });
  };

  return {
    showMore,
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
