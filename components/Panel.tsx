import { useId, useRef, useState } from 'preact/hooks';
import type { Trouble } from '../domain/text.ts';
import type { DialogView, PortalView } from '../domain/view.ts';
import type { ChipPosition } from './edge-drag.ts';
import { useHeldFocus } from './held-focus.ts';
import { Icon } from './Icon.tsx';
import { Notice, troubleOf } from './Notice.tsx';
import type { AccessHandlers } from './PanelAccessItem.tsx';
import { PanelActions } from './PanelActions.tsx';
import { PanelContents } from './PanelContents.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import type { Search } from './SearchResults.tsx';
import { useText } from './text-context.ts';

/** Something the user asked for that did not work. */
export type ActionFailure =
  | 'openedInTab'
  | 'openFailed'
  | 'readFailed'
  | 'cardInTab'
  | 'cardFailed'
  | 'requestNowhere'
  | 'accessFailed';

export interface PanelProps extends AccessHandlers {
  view: PortalView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** The chip's place: the panel stands beside it. */
  position: ChipPosition;
  /** Shown as one line at the top until the parent clears it. */
  actionFailure?: ActionFailure | null;
  /** The search under way; null while there is none. */
  search: Search | null;
  /** Esc, the cross, or `hide here` asked to close; focus returns by itself. */
  onClose: () => void;
  onOpenDialog: (dialog: DialogView) => void;
  onDetails: (dialog: DialogView) => void;
  /** The words to search for as they are typed; empty: no longer. */
  onSearch: (query: string) => void;
  onNewDialog: () => void;
  onPrepareQuestion: () => void;
  /** The questions that wait for a free place. */
  onDrafts: () => void;
  onReadAgain: () => void;
  /** The user wants no chip on this portal. */
  onHideHere: () => void;
  /** The chip should dock to the other edge; without it the menu does not offer it. */
  onOtherSide?: () => void;
  /** More closed dialogs are wanted than `view.dialogs` holds, this many in all. */
  onShowMore?: (count: number) => void;
}

/** The user's support dialogs on one portal, beside the chip. */
export function Panel(props: PanelProps) {
  const { view, position, search, onClose, onSearch } = props;
  const text = useText();
  const trouble = troubleOf(text, view);
  const isRead = hasContents(view, trouble !== null);
  const nameId = useId();
  const panel = useHeldFocus<HTMLElement>();
  const [menuOpen, setMenuOpen] = useState(false);
  const menuToggle = useRef<HTMLButtonElement>(null);
  const [searchWanted, setSearchWanted] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Results come and go while one types: the field must not move below the fingers.
  const heldHeight = useRef<number | null>(null);
  heldHeight.current = search ? (heldHeight.current ?? panel.current?.offsetHeight ?? null) : null;
  const wantSearch = () => {
    if (field.current) field.current.focus();
    else setSearchWanted(true);
  };
  const closeOnEscape = () => {
    if (menuOpen) {
      setMenuOpen(false);
      menuToggle.current?.focus();
    } else if (search?.query) {
      onSearch('');
      field.current?.focus();
    } else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement;
    const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== 'Escape' && !isSlash) return;
    // The portal closes its own sliders on Esc; this one was meant for the panel.
    event.preventDefault();
    event.stopPropagation();
    if (isSlash) wantSearch();
    else closeOnEscape();
  };
  return (
    <section
      class="panel"
      role="dialog"
      aria-modal="false"
      aria-labelledby={nameId}
      tabIndex={-1}
      ref={panel}
      data-edge={position.edge}
      style={{ '--offset': position.offset, '--held-height': `${heldHeight.current ?? 0}px` }}
      onKeyDown={onKeyDown}
    >
      <PanelHeader {...props} nameId={nameId} menuOpen={menuOpen} menuToggle={menuToggle} onMenu={setMenuOpen} />
      <div class="panel-body">
        {props.actionFailure && (
          <p class="action-failure" role="status">
            <Icon name="near" />
            {text.panel[props.actionFailure]}
          </p>
        )}
        <TroubleNotice {...props} trouble={trouble} />
        {isRead && <PanelContents {...props} field={field} searchWanted={searchWanted} onWantSearch={wantSearch} />}
      </div>
      {isRead && view.session.state !== 'signedOut' && <PanelActions {...props} />}
    </section>
  );
}

/** Nothing to count and nothing to list: the notice above says all there is. */
function hasContents(view: PortalView, trouble: boolean): boolean {
  return view.session.state !== 'unsupported' && !(trouble && view.slots.level === 'unread');
}

function TroubleNotice(props: PanelProps & { trouble: Trouble | null }) {
  const { view, trouble } = props;
  if (!trouble) return null;
  const aside = view.session.state === 'unsupported';
  return (
    <Notice trouble={trouble} tone={aside ? 'quiet' : 'warning'} icon={aside ? 'aside' : 'near'}>
      {!aside && <ReadAgain reading={view.reading} onReadAgain={props.onReadAgain} />}
    </Notice>
  );
}
