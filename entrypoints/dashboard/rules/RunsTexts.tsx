import type { ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { DashboardTextContext } from '../../../components/dashboard/dashboard-text-context.ts';
import { RunsTextContext } from '../../../components/rules/runs/runs-text-context.ts';
import { rulesLocaleFor } from '../../../locales/rules/catalogue.ts';
import { runsLocaleFor } from '../../../locales/runs/catalogue.ts';

/** Gives everything below it the words of runs, destinations and rule files in the dashboard's language. */
export function RunsTexts({ children }: { children: ComponentChildren }) {
  const language = useContext(DashboardTextContext)?.language ?? 'en';
  const words = useMemo(
    () => ({ runs: runsLocaleFor(language).messages, rules: rulesLocaleFor(language).messages }),
    [language],
  );
  return <RunsTextContext.Provider value={words}>{children}</RunsTextContext.Provider>;
}
