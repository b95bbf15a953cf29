import { useMemo } from 'preact/hooks';
import type { FrontView } from '../../domain/front.ts';
import { type Inbox, inboxOf } from '../../domain/inbox/inbox.ts';
import type { InboxItem } from '../../domain/inbox/item.ts';
import { Icon } from '../Icon.tsx';
import { onArrowKeys } from '../inbox/arrow-keys.ts';
import { InboxList } from '../inbox/InboxList.tsx';
import { useInboxText } from '../inbox/inbox-text-context.ts';
import { RestLine } from '../inbox/RestLine.tsx';
import { usePopupText, useText } from '../text-context.ts';
import { Outcome } from './Outcome.tsx';
import { PopupHeader, type PopupHeaderProps } from './PopupHeader.tsx';
import { NoPortals, Trouble } from './PopupStates.tsx';
import { PortalList, type PortalListProps } from './PortalList.tsx';

export interface PopupProps extends Omit<PortalListProps, 'portals' | 'known' | 'items'>, PopupHeaderProps {
  /** `error`: the background did not answer; what was kept from before is shown all the same. */
  state: 'loading' | 'error' | 'ready';
  /** Null: nothing was kept, and nothing was answered yet. */
  front: FrontView | null;
  /** In a panel beside the page there is more room, and it stays. */
  layout?: 'popup' | 'panel';
  /** True while something lies over it. */
  isCovered?: boolean;
  /** Leads to where somebody does something about it. */
  onOpenItem: (item: InboxItem) => void;
  onRest: () => void;
  onWake: () => void;
  onFirstSteps: () => void;
  /** Load everything again after an error. */
  onRetry: () => void;
}

/** What the toolbar button and the side panel show: what needs a person on all portals, then each of them. */
export function Popup(props: PopupProps) {
  const text = useText();
  const { layout = 'popup', isCovered = false } = props;
  return (
    <div class="popup" data-layout={layout} inert={isCovered}>
      <PopupHeader {...props} />
      <main class="popup-body" onKeyDown={onArrowKeys}>
        <Body {...props} />
      </main>
      <footer class="popup-footer quiet">{text.product.independent}</footer>
    </div>
  );
}

function Body(props: PopupProps) {
  const { state, front, now, onRetry } = props;
  const popup = usePopupText();
  if (state === 'error') {
    return (
      <>
        <Trouble keptAt={front?.at ?? null} now={now} onRetry={onRetry} />
        {front && <Contents {...props} front={front} />}
      </>
    );
  }
  if (front) return <Contents {...props} front={front} />;
  return (
    <p class="quiet popup-loading" role="status">
      {popup.loading}
    </p>
  );
}

function Contents(props: PopupProps & { front: FrontView }) {
  const { front, now, outcome, onFirstSteps } = props;
  const { portals, known, rest, preferences, ruleNeeds } = front;
  const popup = usePopupText();
  const inbox = useMemo(() => inboxOf(portals, rest, now, ruleNeeds), [portals, rest, now, ruleNeeds]);
  const isOnCard = outcome?.at !== 'inbox' && portals.some(({ key }) => key === outcome?.key);
  if (portals.length === 0 && known.length === 0)
    return <NoPortals onFirstSteps={front.isFirstRunDone ? null : onFirstSteps} />;
  return (
    <>
      {preferences.isReadOnly && (
        <p class="quiet popup-read-only">
          <Icon name="aside" />
          {popup.isReadOnly}
        </p>
      )}
      <NeedsYou {...props} inbox={inbox} outcome={isOnCard ? null : outcome} />
      <PortalList {...props} portals={portals} known={known} items={inbox.items} outcome={isOnCard ? outcome : null} />
    </>
  );
}

function NeedsYou(props: PopupProps & { front: FrontView; inbox: Inbox }) {
  const { front, inbox, state, now, outcome, onOpenItem, onRest, onWake } = props;
  const text = useText();
  const popup = usePopupText();
  const words = useInboxText();
  const place = front.portals.find(({ key }) => key === outcome?.key)?.label;
  return (
    <section class="popup-inbox" aria-labelledby="inbox-heading">
      <div class="popup-head">
        <h2 class="section-title" id="inbox-heading">
          {words.heading}
        </h2>
        {state === 'loading' && <span class="quiet">{popup.kept(text.clock(front.at, now))}</span>}
      </div>
      <InboxList
        items={inbox.items}
        portals={front.portals}
        now={now}
        onOpen={onOpenItem}
        isReadOnly={front.preferences.isReadOnly}
      />
      {outcome && <Outcome kind={outcome.kind} {...(place ? { place } : {})} />}
      <RestLine inbox={inbox} now={now} onRest={onRest} onWake={onWake} />
    </section>
  );
}
