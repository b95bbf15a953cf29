/** What the dashboard shows: the views as the background sends them, and what the user chose to see of them. */
import { createStore } from '@xstate/store';
import type { EntryTexts } from '../../components/dashboard/access/entry.ts';
import { NO_REGISTER_FILTER, type RegisterFilter } from '../../components/dashboard/access/register-rows.ts';
import { type DialogFilter, NO_FILTER } from '../../components/dashboard/dialog-rows.ts';
import { dayOf, type PeriodChoice } from '../../components/dashboard/report-period.ts';
import type { Sorting } from '../../components/dashboard/WindowedTable.tsx';
import type { JournalGroup } from '../../domain/dashboard-text.ts';
import { byUrgency } from '../../domain/urgency.ts';
import type { PortalView } from '../../domain/view.ts';
import { type Place, parsePlace } from './place.ts';

export interface DashboardState {
  state: 'loading' | 'error' | 'ready';
  views: readonly PortalView[];
  place: Place;
  filter: DialogFilter;
  /** Null: the portal's own order. */
  sorting: Sorting | null;
  /** Of report and journal alike. */
  period: PeriodChoice;
  group: JournalGroup | 'any';
  registerFilter: RegisterFilter;
  /** Null: the newest request first. */
  registerSorting: Sorting | null;
  /** What was typed into the form for a new record, by portal; it waits until it is saved. */
  entries: Readonly<Record<string, EntryTexts>>;
  /** Who was chosen to have no account of their own, by portal; it waits until it is saved. */
  accountDrafts: Readonly<Record<string, readonly string[]>>;
}

const today = dayOf(Date.now());
const context: DashboardState = {
  state: 'loading',
  views: [],
  place: parsePlace(globalThis.location?.hash ?? ''),
  filter: NO_FILTER,
  sorting: null,
  period: { name: 'days30', own: { first: today, last: today } },
  group: 'any',
  registerFilter: NO_REGISTER_FILTER,
  registerSorting: null,
  entries: {},
  accountDrafts: {},
};

export const dashboardStore = createStore({
  context,
  on: {
    loaded: (state, { views }: { views: readonly PortalView[] }): DashboardState => ({
      ...state,
      state: 'ready',
      views: byUrgency(views),
    }),
    failed: (state): DashboardState => ({ ...state, state: 'error' }),
    /** The order stays as it was loaded: a list must not move under the pointer. */
    viewChanged: (state, { view }: { view: PortalView }): DashboardState => {
      const isKnown = state.views.some((other) => other.key === view.key);
      const views = state.views.map((other) => (other.key === view.key ? view : other));
      return { ...state, views: isKnown ? views : [...views, view] };
    },
    /** What is searched for on one portal says nothing about another. */
    moved: (state, { place }: { place: Place }): DashboardState => ({
      ...state,
      place,
      filter: place.key === state.place.key ? state.filter : NO_FILTER,
      registerFilter: place.key === state.place.key ? state.registerFilter : NO_REGISTER_FILTER,
    }),
    filterChanged: (state, { changes }: { changes: Partial<DialogFilter> }): DashboardState => ({
      ...state,
      filter: { ...state.filter, ...changes },
    }),
    sortingChanged: (state, { sorting }: { sorting: Sorting | null }): DashboardState => ({ ...state, sorting }),
    periodChosen: (state, { period }: { period: PeriodChoice }): DashboardState => ({ ...state, period }),
    registerFiltered: (state, { changes }: { changes: Partial<RegisterFilter> }): DashboardState => ({
      ...state,
      registerFilter: { ...state.registerFilter, ...changes },
    }),
    registerSorted: (state, { sorting }: { sorting: Sorting | null }): DashboardState => ({
      ...state,
      registerSorting: sorting,
    }),
    entryTyped: (state, { key, texts }: { key: string; texts: EntryTexts }): DashboardState => ({
      ...state,
      entries: { ...state.entries, [key]: texts },
    }),
    entryDone: (state, { key }: { key: string }): DashboardState => {
      const { [key]: _done, ...entries } = state.entries;
      return { ...state, entries };
    },
    accountsChosen: (state, { key, without }: { key: string; without: readonly string[] | null }): DashboardState => {
      const { [key]: _known, ...others } = state.accountDrafts;
      return { ...state, accountDrafts: without ? { ...others, [key]: without } : others };
    },
    groupChosen: (state, { group }: { group: JournalGroup | 'any' }): DashboardState => ({ ...state, group }),
  },
});

/** The portal on show: the one of the address, else the one that needs somebody most. */
export const portalOnShow = ({ views, place }: DashboardState): PortalView | null =>
  views.find(({ key }) => key === place.key) ?? views[0] ?? null;
