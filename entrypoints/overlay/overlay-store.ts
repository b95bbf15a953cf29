/** What the overlay of one page shows; the truth stays in the background. */
import { createStore } from '@xstate/store';
import type { ActionFailure } from '../../components/Panel.tsx';
import type { Search } from '../../components/SearchResults.tsx';
import type { ChipPlace } from '../../domain/chip.ts';
import type { DialogView, PortalView } from '../../domain/view.ts';

export interface OverlayState {
  view: PortalView;
  isOpen: boolean;
  /** True once an update has cut this page's scripts off from the extension. */
  isCutOff: boolean;
  failure: ActionFailure | null;
  /** Closed dialogs the user asked to see; 0: as many as the view brings. */
  closedWanted: number;
  search: Search | null;
}

/** Results of a search at once; who wants others types more. */
export const SEARCH_LIMIT = 50;

/** What was found, as it stands now. */
function refreshed(search: Search | null, { dialogs }: PortalView): Search | null {
  if (!search || !Array.isArray(search.found)) return search;
  const byChat = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
  return { ...search, found: search.found.map((dialog: DialogView) => byChat.get(dialog.chatId) ?? dialog) };
}

export function createOverlayStore(first: PortalView) {
  const context: OverlayState = {
    view: first,
    isOpen: false,
    isCutOff: false,
    failure: null,
    closedWanted: 0,
    search: null,
  };
  return createStore({
    context,
    on: {
      /** Only the portal and user this page was loaded for: after a change of users an old page keeps its own. */
      viewChanged: (state, { view }: { view: PortalView }) =>
        view.key === state.view.key ? { ...state, view, search: refreshed(state.search, view) } : state,
      chipMoved: (state, { chip }: { chip: ChipPlace }) => ({ ...state, view: { ...state.view, chip } }),
      panelToggled: (state) => ({ ...state, isOpen: !state.isOpen, failure: null, closedWanted: 0, search: null }),
      panelClosed: (state) => ({ ...state, isOpen: false, failure: null, closedWanted: 0, search: null }),
      /** What was found before stays in sight until the answer is there. */
      searched: (state, { query }: { query: string }) => ({
        ...state,
        search: query === '' ? null : { query, found: state.search?.found ?? null, limit: SEARCH_LIMIT },
      }),
      /** Only the answer to what is typed now counts. */
      searchAnswered: (state, { query, found }: { query: string; found: Search['found'] }) =>
        state.search?.query === query ? { ...state, search: { ...state.search, found } } : state,
      moreWanted: (state, { count }: { count: number }) => ({ ...state, closedWanted: count }),
      actionFailed: (state, { failure }: { failure: ActionFailure }) => ({ ...state, failure }),
      actionWorked: (state) => ({ ...state, failure: null }),
      cutOff: (state) => ({ ...state, isCutOff: true, isOpen: false }),
    },
  });
}

export type OverlayStore = ReturnType<typeof createOverlayStore>;
