import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AccessMessages } from '../../domain/access/text.ts';
import type { DashboardLocale, DashboardMessages } from '../../domain/dashboard-text.ts';

/** The language of the dashboard; its components need `TextContext` and `CardTextContext` as well. */
export const DashboardTextContext = createContext<DashboardLocale | null>(null);

/** The texts of the dashboard. */
export function useDashboardText(): DashboardMessages {
  return useLocale().messages;
}

/** The words for access that every surface shares. */
export function useAccessText(): AccessMessages {
  return useLocale().access;
}

function useLocale(): DashboardLocale {
  const locale = useContext(DashboardTextContext);
  if (!locale) {
    throw new Error('No dashboard texts: wrap the component in <DashboardTextContext.Provider value={locale}>');
  }
  return locale;
}
