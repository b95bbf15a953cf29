import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';

/** Newer than the types of the polyfill. */
interface ActionWithSettings {
  getUserSettings?: () => Promise<{ isOnToolbar?: boolean }>;
}

/** Whether the button stands in the toolbar; null where the browser does not tell. */
export function usePinned(): boolean | null {
  const [isPinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = async () => {
      const action = browser.action as ActionWithSettings | undefined;
      const settings = await action?.getUserSettings?.();
      setPinned(settings?.isOnToolbar ?? null);
    };
    const follow = () =>
      void look().catch((error) => console.debug('Latchdesk: the browser does not tell about its toolbar', error));
    follow();
    // It is pinned in the toolbar itself; whoever comes back from there has the focus here again.
    window.addEventListener('focus', follow);
    return () => window.removeEventListener('focus', follow);
  }, []);
  return isPinned;
}
