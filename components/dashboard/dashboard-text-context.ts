import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DashboardLocale, DashboardMessages } from '../../domain/dashboard-text.ts';

/** The language of the dashboard; its components need the contexts of `text-context.ts` as well. */
export const DashboardTextContext = createContext<DashboardLocale | null>(null);

/** The texts of the dashboard. */
export function useDashboardText(): DashboardMessages {
  const locale = useContext(DashboardTextContext);
  if (!locale) {
    throw new Error('No dashboard texts: wrap the component in <DashboardTextContext.Provider value={locale}>');
  }
  return locale.messages;
}
