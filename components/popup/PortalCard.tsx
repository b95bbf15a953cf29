import type { InboxItem } from '../../domain/inbox/item.ts';
import { toneOf } from '../../domain/inbox/item.ts';
import { PORTAL_COLOURS } from '../../domain/portals/known-portal.ts';
import { chipLabel, chipSentence, needLines, unreadLine } from '../../domain/sentences.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { useInboxText } from '../inbox/inbox-text-context.ts';
import { troubleOf } from '../Notice.tsx';
import { ReadAgain } from '../ReadAgain.tsx';
import { iconBeside, standingOf } from '../standing.ts';
import { usePopupText, useText } from '../text-context.ts';
import { EnterAccess } from './EnterAccess.tsx';
import { Outcome } from './Outcome.tsx';
import { PortalAccess } from './PortalAccess.tsx';
import { PortalCardActions } from './PortalCardActions.tsx';
import { PortalReinstall } from './PortalReinstall.tsx';
import type { PortalActions, PortalOutcome } from './portal-actions.ts';

export interface PortalCardProps extends PortalActions {
  view: PortalView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** Folded to one line. */
  isFolded: boolean;
  onFold: (view: PortalView, isFolded: boolean) => void;
  /** What of the inbox is about this portal. */
  items: readonly InboxItem[];
  outcome?: PortalOutcome | null;
  /** True when another card shows the same portal for another user. */
  showUser?: boolean;
}

/** One portal in the popup: a line, and under it the whole card where it is unfolded. */
export function PortalCard(props: PortalCardProps) {
  const { view, isFolded, showUser = false } = props;
  const popup = usePopupText();
  const host = view.label === view.host ? view.host : `${view.label}, ${view.host}`;
  return (
    <article
      class="card"
      data-portal={view.key}
      data-folded={isFolded}
      aria-label={showUser ? `${host}, ${popup.user(view.userId)}` : host}
      style={{ '--portal': PORTAL_COLOURS[view.colour] }}
    >
      <Head {...props} />
      {!isFolded && <Contents {...props} />}
    </article>
  );
}

/** The line that is there always; a press folds and unfolds the rest. */
function Head({ view, isFolded, onFold, items, showUser = false }: PortalCardProps) {
  const text = useText();
  const popup = usePopupText();
  const inbox = useInboxText();
  const label = chipLabel(text, view);
  const standing = standingOf(view);
  const icon = iconBeside(label, standing);
  const loud = items.filter(({ reason }) => toneOf(reason) !== 'quiet').length;
  return (
    <h3 class="card-head">
      <button
        type="button"
        class="card-toggle"
        data-row
        aria-expanded={!isFolded}
        title={view.origin}
        onClick={() => onFold(view, !isFolded)}
      >
        <Icon name="chevron" />
        <span class="card-host">{view.label}</span>
        {showUser && <span class="quiet">{popup.user(view.userId)}</span>}
        {isFolded && loud > 0 && <span class="card-needs">{inbox.count(loud)}</span>}
        <span class="card-label" data-tone={standing.tone}>
          {icon && <Icon name={icon} />}
          {label}
        </span>
      </button>
    </h3>
  );
}

function Contents(card: PortalCardProps) {
  const { view, now, onShowChip, onClaimRight, outcome, showUser = false } = card;
  const text = useText();
  const popup = usePopupText();
  const place = showUser ? `${view.label}, ${popup.user(view.userId)}` : view.label;
  const props = { ...card, place };
  const trouble = troubleOf(text, view);
  const isNoAdministrator = view.session.reason === 'notAdministrator';
  return (
    <div class="card-body">
      {view.label !== view.host && <p class="quiet">{view.host}</p>}
      <p class="card-sentence">{chipSentence(text, view, now)}</p>
      {trouble && <p class="quiet">{trouble.next}.</p>}
      {isNoAdministrator && <p class="quiet">{popup.onlyAdministrators}.</p>}
      <PortalAccess {...props} />
      <PortalReinstall {...props} />
      <News view={view} now={now} />
      <Provenance {...props} />
      {isNoAdministrator && !view.isReadOnly && (
        <button type="button" class="text-button" onClick={() => onClaimRight(view)}>
          {popup.claimRight}
        </button>
      )}
      {outcome && <Outcome kind={outcome} />}
      {view.chip.isHidden && (
        <p class="quiet">
          {popup.chipHidden}{' '}
          <button type="button" class="text-button" onClick={() => onShowChip(view)}>
            {popup.showChip}
          </button>
        </p>
      )}
      <PortalCardActions {...props} />
    </div>
  );
}

/** What needs the user, and what is unread. */
function News({ view, now }: Pick<PortalCardProps, 'view' | 'now'>) {
  const text = useText();
  const unread = unreadLine(text, view);
  return (
    <>
      {needLines(text, view, now).map((line) => (
        <p key={line} class="card-news" title={line}>
          <span class="need-dot" />
          <span class="one-line">{line}</span>
        </p>
      ))}
      {unread && (
        <p class="card-news">
          <span class="unread-dot" />
          {unread}
        </p>
      )}
    </>
  );
}

/** How Latchdesk knows, and the way to know anew. */
function Provenance({ view, now, place, onReadAgain, onEnterAccess }: PortalCardProps & { place: string }) {
  const text = useText();
  const popup = usePopupText();
  const { at, source } = view.slots;
  if (at === null || view.session.state === 'signedOut') return null;
  return (
    <div class="provenance">
      <span title={text.time(at, now)}>{text.slots.provenance(text.slots.source[source], text.age(at, now))}</span>
      <EnterAccess {...{ view, place }} onEnterAccess={onEnterAccess} />
      <ReadAgain
        reading={view.reading}
        onReadAgain={() => onReadAgain(view)}
        look="icon-button"
        name={popup.readAgainNamed(place)}
      />
    </div>
  );
}
