/** What the popup shows: the views of all portals, as the background sends them. */
import { createStore } from '@xstate/store';
import type { PopupProps } from '../../components/Popup.tsx';
import type { PortalView } from '../../domain/view.ts';

interface PopupState {
  state: 'loading' | 'error' | 'ready';
  views: readonly PortalView[];
  failure: NonNullable<PopupProps['failure']> | null;
}

const context: PopupState = { state: 'loading', views: [], failure: null };

export const popupStore = createStore({
  context,
  on: {
    loaded: (state, { views }: { views: readonly PortalView[] }): PopupState => ({ ...state, state: 'ready', views }),
    actionWorked: (state): PopupState => ({ ...state, failure: null }),
    actionFailed: (state, failure: NonNullable<PopupProps['failure']>): PopupState => ({
      ...state,
      failure: { key: failure.key, kind: failure.kind },
    }),
    failed: (state): PopupState => ({ ...state, state: 'error' }),
    viewChanged: (state, { view }: { view: PortalView }): PopupState => ({
      ...state,
      views: [...state.views.filter((other) => other.key !== view.key), view],
    }),
  },
});
