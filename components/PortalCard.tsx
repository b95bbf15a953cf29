import { chipLabel, chipSentence, unreadLine } from '../domain/sentences.ts';
import type { PortalView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import { troubleOf } from './Notice.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { iconBeside, standingOf } from './standing.ts';
import { useText } from './text-context.ts';

export interface PortalCardProps {
  view: PortalView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** Bring the portal's tab to the front, or open one. */
  onOpenPortal: (view: PortalView) => void;
  onReadAgain: (view: PortalView) => void;
  /** The chip that was hidden on this portal's pages shall come back. */
  onShowChip: (view: PortalView) => void;
  /** The user may write to support although the portal does not call them an administrator. */
  onClaimRight: (view: PortalView) => void;
  /** True after a reading the user asked for could not even begin. */
  readFailed?: boolean;
  /** True when another card shows the same portal for another user. */
  showUser?: boolean;
}

/** One portal in the popup. */
export function PortalCard({
  view,
  now,
  onOpenPortal,
  onReadAgain,
  onShowChip,
  onClaimRight,
  readFailed = false,
  showUser = false,
}: PortalCardProps) {
  const text = useText();
  const { slots } = view;
  const label = chipLabel(text, view);
  const standing = standingOf(view);
  const icon = iconBeside(label, standing);
  const unread = unreadLine(text, view);
  const trouble = troubleOf(text, view);
  return (
    <article class="card" aria-label={showUser ? `${view.host}, ${text.popup.user(view.userId)}` : view.host}>
      <div class="card-head">
        <h3 class="card-host" title={view.origin}>
          {view.host}
        </h3>
        <span class="card-label" data-tone={standing.tone}>
          {icon && <Icon name={icon} />}
          {label}
        </span>
      </div>
      {showUser && <p class="quiet">{text.popup.user(view.userId)}</p>}
      <p class="card-sentence">{chipSentence(text, view, now)}</p>
      {trouble && <p class="quiet">{trouble.next}.</p>}
      {unread && (
        <p class="card-unread">
          <span class="unread-dot" />
          {unread}
        </p>
      )}
      {slots.at !== null && view.session.state !== 'signedOut' && (
        <p class="quiet" title={text.time(slots.at, now)}>
          {text.slots.provenance(text.slots.source[slots.source], text.age(slots.at, now))}
        </p>
      )}
      {view.session.reason === 'notAdministrator' && (
        <button type="button" class="text-button" onClick={() => onClaimRight(view)}>
          {text.popup.claimRight}
        </button>
      )}
      {readFailed && (
        <p class="action-failure" role="status">
          <Icon name="near" />
          {text.popup.readNeedsTab}
        </p>
      )}
      {view.chip.isHidden && (
        <p class="quiet">
          {text.popup.chipHidden}{' '}
          <button type="button" class="text-button" onClick={() => onShowChip(view)}>
            {text.popup.showChip}
          </button>
        </p>
      )}
      <div class="card-actions">
        <button
          type="button"
          class="button"
          aria-label={text.popup.openPortalNamed(view.host)}
          onClick={() => onOpenPortal(view)}
        >
          {text.popup.openPortal}
        </button>
        <ReadAgain
          reading={view.reading}
          onReadAgain={() => onReadAgain(view)}
          look="text-button"
          name={text.popup.readAgainNamed(view.host)}
        />
      </div>
    </article>
  );
}
