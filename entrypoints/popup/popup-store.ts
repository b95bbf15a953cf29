/** What popup and side panel show: all portals, as the background has kept and sends them. */
import { createStore } from '@xstate/store';
import type { ToldOutcome } from '../../components/popup/portal-actions.ts';
import { type FrontView, frontOf } from '../../domain/front.ts';
import type { PortalView } from '../../domain/view.ts';

export interface PopupState {
  /** `loading`: what is shown, if anything, was kept from before. */
  state: 'loading' | 'error' | 'ready';
  front: FrontView | null;
  outcome: ToldOutcome | null;
}

const EMPTY_POPUP: PopupState = { state: 'loading', front: null, outcome: null };

export const popupStore = createStore({
  context: EMPTY_POPUP,
  on: {
    /** Kept before this page was opened. */
    kept: (state, { front }: { front: FrontView }): PopupState =>
      isNewer(front, state.front) ? { ...state, front } : state,
    loaded: (state, { front }: { front: FrontView }): PopupState =>
      isNewer(front, state.front) ? { ...state, state: 'ready', front } : { ...state, state: 'ready' },
    asked: (state): PopupState => ({ ...state, state: 'loading' }),
    failed: (state): PopupState => ({ ...state, state: 'error' }),
    viewChanged: (state, { view }: { view: PortalView }): PopupState =>
      state.front ? { ...state, front: withView(state.front, frontOf(view)) } : state,
    ended: (state, { outcome }: Pick<PopupState, 'outcome'>): PopupState => ({ ...state, outcome }),
    reset: (): PopupState => EMPTY_POPUP,
  },
});

/** ms: no answer is overtaken by more than this. What seems older still comes after the clock was set back. */
const LONGEST_LEAD = 60_000;

/** Answers come in any order; what is older than what is on show is old news. */
function isNewer(front: FrontView, known: FrontView | null): boolean {
  const lead = (known?.at ?? 0) - front.at;
  return lead <= 0 || lead > LONGEST_LEAD;
}

const withView = (front: FrontView, view: PortalView): FrontView => ({
  ...front,
  portals: [...front.portals.filter(({ key }) => key !== view.key), view],
});
