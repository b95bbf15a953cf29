/** What the dashboard shows: the views as the background sends them, and what the user chose to see of them. */
import { createStore } from '@xstate/store';
import type { EntryTexts } from '../../components/dashboard/access/entry.ts';
import { NO_REGISTER_FILTER, type RegisterFilter } from '../../components/dashboard/access/register-rows.ts';
import { type DialogFilter, NO_FILTER } from '../../components/dashboard/dialog-rows.ts';
import { dayOf, type PeriodChoice } from '../../components/dashboard/report-period.ts';
import type { Sorting } from '../../components/dashboard/WindowedTable.tsx';
import type { JournalGroup } from '../../domain/dashboard-text.ts';
import type { DatabaseTrouble } from '../../domain/database-trouble.ts';
import { type FrontView, frontOf } from '../../domain/front.ts';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import { byNeed } from '../../domain/inbox/portal-order.ts';
import type { AddressChoices } from '../../domain/portals/address.ts';
import type { PortalView } from '../../domain/view.ts';
import { type Place, parsePlace } from './place.ts';

export interface DashboardState {
  /** `stale`: what is on show could not be brought up to now. */
  state: 'loading' | 'error' | 'ready' | 'stale';
  /** Why nothing newer could be had, where that is known. */
  trouble: DatabaseTrouble | null;
  /** All portals as they were told at once; null until then. Its own `portals` may be older than `views`. */
  front: FrontView | null;
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
  /** What was typed to add a portal; it waits until that is done. */
  adding: { typed: string; choices: AddressChoices };
  /** Who was chosen to have no account of their own, by portal; it waits until it is saved. */
  accountDrafts: Readonly<Record<string, readonly string[]>>;
}

const NOTHING_TO_ADD: DashboardState['adding'] = { typed: '', choices: { isOnPremise: false, takesHttp: false } };
const today = dayOf(Date.now());
const context: DashboardState = {
  state: 'loading',
  trouble: null,
  front: null,
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
  adding: NOTHING_TO_ADD,
};

export const dashboardStore = createStore({
  context,
  on: {
    frontTold: (state, { front }: { front: FrontView }): DashboardState => {
      if (isOvertaken(front, state.front)) return state;
      return { ...state, state: 'ready', front, views: viewsAfter(state, front) };
    },
    failed: (state, { trouble }: { trouble: DatabaseTrouble | null }): DashboardState => ({
      ...state,
      state: state.front ? 'stale' : 'error',
      trouble,
    }),
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
    addressTyped: (state, { typed }: { typed: string }): DashboardState => ({
      ...state,
      adding: { ...state.adding, typed },
    }),
    addressChosen: (state, { choices }: { choices: Partial<AddressChoices> }): DashboardState => ({
      ...state,
      adding: { ...state.adding, choices: { ...state.adding.choices, ...choices } },
    }),
    portalAdded: (state): DashboardState => ({ ...state, adding: NOTHING_TO_ADD }),
    groupChosen: (state, { group }: { group: JournalGroup | 'any' }): DashboardState => ({ ...state, group }),
  },
});

/** The portal on show: the one of the address, else the one that needs somebody most. */
export const portalOnShow = ({ views, place }: DashboardState): PortalView | null =>
  views.find(({ key, origin }) => key === place.key || origin === place.detail) ?? views[0] ?? null;

/** ms: what was kept may come in so much later than what was asked for; beyond that the clock was set back. */
const OVERTAKEN_BY = 10_000;

const isOvertaken = (told: FrontView, known: FrontView | null): boolean =>
  known !== null && told.at < known.at && known.at - told.at <= OVERTAKEN_BY;

/** The order stays as it was first: a list must not move under the pointer. */
function viewsAfter({ views }: DashboardState, { portals, ruleNeeds, rest, at }: FrontView): readonly PortalView[] {
  const inOrder = (added: readonly PortalView[]) => byNeed(added, inboxOf(added, rest, at, ruleNeeds).items);
  if (views.length === 0) return inOrder(portals);
  const told = new Map(portals.map((portal) => [portal.key, portal]));
  const kept = views.flatMap((view) => {
    const next = told.get(view.key);
    told.delete(view.key);
    return next ? [isSame(view, next) ? view : next] : [];
  });
  return [...kept, ...inOrder([...told.values()])];
}

/** A portal that has not changed stays the same object, so that nothing is asked for again because of another one. */
const isSame = (view: PortalView, told: PortalView): boolean =>
  view === told || JSON.stringify(frontOf(view)) === JSON.stringify(told);
