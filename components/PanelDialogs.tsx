import type { RefObject } from 'preact';
import { unreadLine } from '../domain/sentences.ts';
import type { DialogView, PortalView } from '../domain/view.ts';
import { DialogList } from './DialogList.tsx';
import { Icon } from './Icon.tsx';
import { SearchField } from './SearchField.tsx';
import { type Search, SearchResults } from './SearchResults.tsx';
import { useText } from './text-context.ts';

export interface PanelDialogsProps {
  view: PortalView;
  now: number;
  needyFirst: boolean;
  list: RefObject<HTMLElement>;
  search: Search | null;
  field: RefObject<HTMLInputElement>;
  /** The user asked for the search field. */
  searchWanted: boolean;
  onWantSearch: () => void;
  onSearch: (query: string) => void;
  onOpenDialog: (dialog: DialogView) => void;
  onDetails: (dialog: DialogView) => void;
  onShowMore?: (count: number) => void;
}

/** Few dialogs are seen at a glance. */
const SEARCH_FROM = 9;

/** True where there is anything to list or to search. */
export function hasDialogs({ slots, dialogs }: PortalView): boolean {
  return slots.level !== 'unread' && !(slots.level === 'switchedOff' && dialogs.length === 0);
}

/** The list of dialogs, or what a search has found among them. */
export function PanelDialogs(props: PanelDialogsProps) {
  const { view, now, search, onOpenDialog, onDetails, onShowMore } = props;
  const text = useText();
  const { level } = view.slots;
  const isSearching = search !== null && search.query.trim() !== '';
  const hasRule = level !== 'single' && level !== 'switchedOff' && !isSearching;
  // Details are a form: there is nothing to see in it that the row does not tell.
  const rows = { now, onOpen: onOpenDialog, onDetails: view.isReadOnly ? null : onDetails };
  return (
    <section class="panel-section" aria-label={text.dialogs.heading} ref={props.list}>
      <Head {...props} />
      {isSearching ? (
        <SearchResults {...rows} search={search} />
      ) : (
        <DialogList
          {...rows}
          dialogs={view.dialogs}
          total={view.dialogTotal}
          needyFirst={props.needyFirst}
          {...(onShowMore && { onShowMore })}
        />
      )}
      {hasRule && <p class="quiet rule">{text.dialogs.oneQuestion}</p>}
    </section>
  );
}

function Head({ view, search, field, searchWanted, onWantSearch, onSearch }: PanelDialogsProps) {
  const text = useText();
  const unread = unreadLine(text, view);
  const query = search?.query ?? '';
  const hasField = view.dialogTotal >= (searchWanted ? 1 : SEARCH_FROM);
  const hasButton = !hasField && view.dialogTotal > 0;
  return (
    <>
      <div class="section-head">
        <h3 class="section-title">{text.dialogs.heading}</h3>
        {unread && <span class="quiet">{unread}</span>}
        {hasButton && (
          <button
            type="button"
            class="icon-button"
            aria-label={text.search.label}
            title={text.search.label}
            onClick={onWantSearch}
          >
            <Icon name="search" size={16} />
          </button>
        )}
      </div>
      {hasField && <SearchField query={query} field={field} isWanted={searchWanted} onSearch={onSearch} />}
    </>
  );
}
