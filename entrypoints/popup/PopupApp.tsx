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
      onOpenPortal={(view) => void browser.tabs.create({ url: `${view.origin}/stream/` }).then(() => window.close())}
      onReadAgain={(view) => void ask({ type: 'reading.wanted', key: view.key })}
      onRetry={() => void load()}
    />
  );
}
