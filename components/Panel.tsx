import { useId, useRef, useState } from 'preact/hooks';
import type { SupportDialog } from '../domain/dialogs.ts';
import { unreadLine } from '../domain/sentences.ts';
import type { Trouble } from '../domain/text.ts';
import type { PortalView } from '../domain/view.ts';
import { DialogList } from './DialogList.tsx';
import type { ChipPosition } from './edge-drag.ts';
import { useHeldFocus } from './held-focus.ts';
import { Icon } from './Icon.tsx';
import { Notice, troubleOf } from './Notice.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { SlotMeter } from './SlotMeter.tsx';
import { STALE, standingOf } from './standing.ts';
import { useText } from './text-context.ts';

/** Something the user asked for that did not work. */
export type ActionFailure = 'openedInTab' | 'openFailed' | 'readFailed';

export interface PanelProps {
  view: PortalView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** The chip's place: the panel stands beside it. */
  position: ChipPosition;
  /** Shown as one line at the top until the parent clears it. */
  actionFailure?: ActionFailure | null;
  /** Esc, the cross, or `hide here` asked to close; focus returns by itself. */
  onClose: () => void;
  onOpenDialog: (dialog: SupportDialog) => void;
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
  const { view, position, onClose } = props;
  const text = useText();
  const trouble = troubleOf(text, view);
  const nameId = useId();
  const panel = useHeldFocus<HTMLElement>();
  const [menuOpen, setMenuOpen] = useState(false);
  const menuToggle = useRef<HTMLButtonElement>(null);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The portal closes its own sliders on Esc; this one was meant for the panel.
    event.preventDefault();
    event.stopPropagation();
    if (!menuOpen) return onClose();
    setMenuOpen(false);
    menuToggle.current?.focus();
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
      style={{ '--offset': position.offset }}
      onKeyDown={closeOnEscape}
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
        {hasContents(view, trouble !== null) && (
          <>
            <Slots {...props} />
            <Contents {...props} />
          </>
        )}
      </div>
    </section>
  );
}

/** Nothing to count and nothing to list: the notice above says all there is. */
function hasContents(view: PortalView, trouble: boolean): boolean {
  return view.session.state !== 'unsupported' && !(trouble && view.slots.level === 'unread');
}

function Contents({ view, now, onOpenDialog, onShowMore }: PanelProps) {
  const text = useText();
  const unread = unreadLine(text, view);
  const { level } = view.slots;
  if (level === 'unread' || (level === 'switchedOff' && view.dialogs.length === 0)) return null;
  return (
    <section class="panel-section" aria-label={text.dialogs.heading}>
      <div class="section-head">
        <h3 class="section-title">{text.dialogs.heading}</h3>
        {unread && <span class="quiet">{unread}</span>}
      </div>
      <DialogList
        dialogs={view.dialogs}
        total={view.dialogTotal}
        now={now}
        onOpen={onOpenDialog}
        {...(onShowMore && { onShowMore })}
      />
      {level !== 'single' && level !== 'switchedOff' && <p class="quiet rule">{text.dialogs.oneQuestion}</p>}
    </section>
  );
}

function Slots(props: PanelProps) {
  const { view } = props;
  const text = useText();
  return (
    <section class="panel-section" aria-label={text.slots.heading}>
      <h3 class="section-title">{text.slots.heading}</h3>
      <SlotMeter slots={view.slots} standing={view.slots.stale ? STALE : standingOf(view)} />
      {view.slots.at === null ? (
        <ReadAgain reading={view.reading} onReadAgain={props.onReadAgain} />
      ) : (
        <Provenance {...props} at={view.slots.at} />
      )}
    </section>
  );
}

/** Where the numbers came from and how old they are. */
function Provenance({ view, now, at, onReadAgain }: PanelProps & { at: number }) {
  const text = useText();
  const { stale } = view.slots;
  return (
    <div class="provenance" data-stale={stale}>
      {stale && <Icon name="clock" />}
      <span title={text.time(at, now)}>
        {text.slots.provenance(text.slots.source[view.slots.source], text.age(at, now))}
      </span>
      {!troubleOf(text, view) && <ReadAgain reading={view.reading} onReadAgain={onReadAgain} look="icon-button" />}
    </div>
  );
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
