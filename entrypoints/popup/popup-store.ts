/** What the popup shows: the views of all portals, as the background sends them. */
import { createStore } from '@xstate/store';
import type { PortalView } from '../../domain/view.ts';

interface PopupState {
  state: 'loading' | 'error' | 'ready';
  views: readonly PortalView[];
  /** Portal that the user wanted to read and no open tab could. */
  readFailedFor: string | null;
}

const context: PopupState = { state: 'loading', views: [], readFailedFor: null };

export const popupStore = createStore({
  context,
  on: {
    loaded: (state, { views }: { views: readonly PortalView[] }): PopupState => ({ ...state, state: 'ready', views }),
    readFailed: (state, { key }: { key: string | null }): PopupState => ({ ...state, readFailedFor: key }),
    failed: (state): PopupState => ({ ...state, state: 'error' }),
    viewChanged: (state, { view }: { view: PortalView }): PopupState => ({
      ...state,
      views: [...state.views.filter((other) => other.key !== view.key), view],
    }),
  },
});
