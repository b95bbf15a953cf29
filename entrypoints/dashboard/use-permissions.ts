import { useCallback, useEffect, useState } from 'preact/hooks';
import { covers } from '../../domain/portals/match-pattern.ts';
import { browser } from '../../platform/browser.ts';
import { grantedOrigins } from '../../platform/permissions.ts';

/** Whether the browser lets us into what a pattern names; null while nobody knows. Followed while the page is open. */
export function useGrants(): (pattern: string) => boolean | null {
  const [granted, setGranted] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const look = () =>
      void grantedOrigins().then(setGranted, (error) =>
        console.error('Latchdesk: the permissions of the browser could not be read', error),
      );
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  return useCallback((pattern) => granted?.some((each) => covers(each, pattern)) ?? null, [granted]);
}
