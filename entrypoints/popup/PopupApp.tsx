import { useSelector } from '@xstate/store-preact';
import { useEffect } from 'preact/hooks';
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import { Popup } from '../../components/Popup.tsx';
import type { AccessItem } from '../../domain/access/view.ts';
import { byUrgency } from '../../domain/urgency.ts';
import type { PortalView } from '../../domain/view.ts';
import { browser } from '../../platform/browser.ts';
import { popupStore } from './popup-store.ts';

const ask = <T,>(message: SurfaceMessage): Promise<T> => browser.runtime.sendMessage(message);

/** Brings a tab of the portal to the front, or opens one. */
async function goTo({ origin, host }: PortalView): Promise<void> {
  const open = await browser.tabs.query({ url: `https://${host.split(':')[0]}/*` });
  const tab = open.find((each) => each.url?.startsWith(`${origin}/`));
  if (tab?.id === undefined) await browser.tabs.create({ url: `${origin}/` });
  else {
    const { windowId } = await browser.tabs.update(tab.id, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  }
}

async function load(): Promise<void> {
  try {
    popupStore.trigger.loaded({ views: await ask<PortalView[]>({ type: 'views.wanted' }) });
  } catch (error) {
    console.error('Latchdesk: the background does not answer the popup', error);
    popupStore.trigger.failed();
  }
}

async function readAgain({ key }: PortalView, type: 'reading.wanted' | 'right.claimed'): Promise<void> {
  const isReading = await ask<boolean>({ type, key });
  if (isReading) popupStore.trigger.actionWorked();
  else popupStore.trigger.actionFailed({ key, kind: 'readNeedsTab' });
}

/** Shows the new-dialog card in a tab of the portal; the popup is done then. */
async function startNewDialog({ key }: PortalView): Promise<void> {
  const card = { kind: 'newDialog', origin: 'popup' } as const;
  const answer = await ask<'shown' | 'opened' | null>({ type: 'card.wanted', key, card }).catch((error) => {
    console.error('Latchdesk: the background does not answer the popup', error);
    return null;
  });
  if (answer) window.close();
  else popupStore.trigger.actionFailed({ key, kind: 'cardFailed' });
}

/** Opens the portal's message of a request in a tab of the portal; the popup is done then. */
async function openRequest({ key }: PortalView, { id }: AccessItem): Promise<void> {
  const opened = await ask<'inPage' | 'inTab' | 'nowhere' | null>({ type: 'access.opened', key, id }).catch((error) => {
    console.error('Latchdesk: the background does not answer the popup', error);
    return null;
  });
  if (opened === 'inPage' || opened === 'inTab') window.close();
  else popupStore.trigger.actionFailed({ key, kind: 'requestNowhere' });
}

/** The extension's own page, at a section for this portal. */
const openDashboard = ({ key }: PortalView, section: 'dialogs' | 'access' | 'chatapp', part = '') =>
  browser.tabs.create({
    url: `${browser.runtime.getURL('/dashboard.html')}#${section}/${encodeURIComponent(key)}${part}`,
  });

/** Follows the background while the popup is open. */
function follow(): () => void {
  const listener = (message: unknown) => {
    const { type, view } = message as { type?: string; view?: PortalView };
    if (type === 'view.changed' && view) popupStore.trigger.viewChanged({ view });
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  void load();
  return () => browser.runtime.onMessage.removeListener(listener);
}

export function PopupApp() {
  const { state, views, failure } = useSelector(popupStore, (snapshot) => snapshot.context);
  useEffect(follow, []);

  return (
    <Popup
      state={state}
      portals={byUrgency(views)}
      now={Date.now()}
      onOpenPortal={(view) => void goTo(view).then(() => window.close())}
      onReadAgain={(view) => void readAgain(view, 'reading.wanted')}
      onClaimRight={(view) => void readAgain(view, 'right.claimed')}
      onNewDialog={(view) => void startNewDialog(view)}
      onDashboard={(view) => void openDashboard(view, 'dialogs').then(() => window.close())}
      onEnterAccess={(view) => void openDashboard(view, 'access').then(() => window.close())}
      onChatApp={(view) => void openDashboard(view, 'chatapp').then(() => window.close())}
      onReinstall={(view) => void openDashboard(view, 'chatapp', '/reinstall').then(() => window.close())}
      onOpenRequest={(view, item) => void openRequest(view, item)}
      failure={failure}
      onShowChip={(view) => void ask({ type: 'chip.placed', key: view.key, chip: { ...view.chip, isHidden: false } })}
      onRetry={() => void load()}
    />
  );
}
