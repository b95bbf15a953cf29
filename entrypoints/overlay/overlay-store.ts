/** What the overlay of one page shows; the truth stays in the background. */
import { createStore } from '@xstate/store';
import type { ActionFailure } from '../../components/Panel.tsx';
import type { ChipPlace } from '../../domain/chip.ts';
import type { PortalView } from '../../domain/view.ts';

export interface OverlayState {
  view: PortalView;
  isOpen: boolean;
  /** True once an update has cut this page's scripts off from the extension. */
  isCutOff: boolean;
  failure: ActionFailure | null;
  /** Closed dialogs the user asked to see; 0: as many as the view brings. */
  closedWanted: number;
}

export function createOverlayStore(first: PortalView) {
  const context: OverlayState = { view: first, isOpen: false, isCutOff: false, failure: null, closedWanted: 0 };
  return createStore({
    context,
    on: {
      /** Only the portal and user this page was loaded for: after a change of users an old page keeps its own. */
      viewChanged: (state, { view }: { view: PortalView }) =>
        view.key === state.view.key ? { ...state, view } : state,
      chipMoved: (state, { chip }: { chip: ChipPlace }) => ({ ...state, view: { ...state.view, chip } }),
      panelToggled: (state) => ({ ...state, isOpen: !state.isOpen, failure: null, closedWanted: 0 }),
      panelClosed: (state) => ({ ...state, isOpen: false, failure: null, closedWanted: 0 }),
      moreWanted: (state, { count }: { count: number }) => ({ ...state, closedWanted: count }),
      actionFailed: (state, { failure }: { failure: ActionFailure }) => ({ ...state, failure }),
      actionWorked: (state) => ({ ...state, failure: null }),
      cutOff: (state) => ({ ...state, isCutOff: true, isOpen: false }),
    },
  });
}

export type OverlayStore = ReturnType<typeof createOverlayStore>;
