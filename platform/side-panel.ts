/** The browser's place beside the page: a side panel in Chromium, a sidebar in Firefox. Neither is in the polyfill. */
import { browser } from './browser.ts';

interface SidePanels {
  chrome?: { sidePanel?: { open?: (options: { windowId: number }) => Promise<void> } };
  browser?: { sidebarAction?: { open?: () => Promise<void> } };
}

const here = globalThis as SidePanels;

/** How to open it in a press of the user; null where the browser has none. */
export async function sidePanelOpener(): Promise<(() => Promise<void>) | null> {
  const sidebar = here.browser?.sidebarAction;
  if (sidebar?.open) return async () => sidebar.open?.();
  const panel = here.chrome?.sidePanel;
  if (!panel?.open) return null;
  try {
    // Asked for beforehand: a press counts as one only as long as nothing was waited for.
    const { id } = await browser.windows.getCurrent();
    return id === undefined ? null : async () => panel.open?.({ windowId: id });
  } catch (error) {
    console.debug('Latchdesk: the browser does not tell which window this is', error);
    return null;
  }
}
