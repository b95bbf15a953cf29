import { useEffect, useState } from 'preact/hooks';
import type { SurfaceMessage } from '../../bitrix24/link-protocol.ts';
import { Popup } from '../../components/Popup.tsx';
import { byUrgency } from '../../domain/urgency.ts';
import type { PortalView } from '../../domain/view.ts';
import { browser } from '../../platform/browser.ts';

const ask = <T,>(message: SurfaceMessage): Promise<T> => browser.runtime.sendMessage(message);

/** Merges a changed view into the list. */
const withView = (views: readonly PortalView[], view: PortalView): PortalView[] => [
  ...views.filter((other) => other.key !== view.key),
  view,
];

/** Brings a tab of the portal to the front, or opens one. */
async function goTo({ origin, host }: PortalView): Promise<void> {
  const open = await browser.tabs.query({ url: `https://${host.split(':')[0]}/*` });
  const tab = open.find((each) => each.url?.startsWith(`${origin}/`));
  if (tab?.id === undefined) await browser.tabs.create({ url: `${origin}/` });
  else await browser.tabs.update(tab.id, { active: true });
}

export function PopupApp() {
  const [state, setState] = useState<'loading' | 'error' | 'ready'>('loading');
  const [views, setViews] = useState<readonly PortalView[]>([]);

  const load = async () => {
    try {
      setViews(await ask<PortalView[]>({ type: 'views.wanted' }));
      setState('ready');
    } catch (error) {
      console.error('Latchdesk: the background does not answer the popup', error);
      setState('error');
    }
  };

  useEffect(() => {
    const listener = (message: unknown) => {
      const { type, view } = message as { type?: string; view?: PortalView };
      if (type === 'view.changed' && view) setViews((known) => withView(known, view));
      return undefined;
    };
    browser.runtime.onMessage.addListener(listener);
    void load();
    return () => browser.runtime.onMessage.removeListener(listener);
  }, []);

  return (
    <Popup
      state={state}
      portals={byUrgency(views)}
      now={Date.now()}
      onOpenPortal={(view) => void goTo(view).then(() => window.close())}
      onReadAgain={(view) => void ask({ type: 'reading.wanted', key: view.key })}
      onShowChip={(view) => void ask({ type: 'chip.placed', key: view.key, chip: { ...view.chip, isHidden: false } })}
      onRetry={() => void load()}
    />
  );
}
