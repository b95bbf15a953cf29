import { chipLabel, chipSentence, needLines, unreadLine } from '../domain/sentences.ts';
import type { PortalView } from '../domain/view.ts';
import { EnterAccess } from './EnterAccess.tsx';
import { Icon } from './Icon.tsx';
import { troubleOf } from './Notice.tsx';
import { PortalAccess, type PortalAccessProps } from './PortalAccess.tsx';
import { PortalCardActions, type PortalCardActionsProps } from './PortalCardActions.tsx';
import { PortalReinstall, type PortalReinstallProps } from './PortalReinstall.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { iconBeside, standingOf } from './standing.ts';
import { usePopupText, useText } from './text-context.ts';

/** What the user asked of a portal and did not get. */
export type PortalFailure = 'readNeedsTab' | 'cardFailed' | 'requestNowhere';

export interface PortalCardProps
  extends PortalCardActionsProps,
    Pick<PortalAccessProps, 'onOpenRequest'>,
    Pick<PortalReinstallProps, 'onReinstall'> {
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** The chip that was hidden on this portal's pages shall come back. */
  onShowChip: (view: PortalView) => void;
  /** The user may write to support although the portal does not call them an administrator. */
  onClaimRight: (view: PortalView) => void;
  failure?: PortalFailure | null;
  /** True when another card shows the same portal for another user. */
  showUser?: boolean;
}

/** One portal in the popup. */
export function PortalCard(props: PortalCardProps) {
  const { view, now, onShowChip, onClaimRight, failure = null, showUser = false } = props;
  const text = useText();
  const popup = usePopupText();
  const label = chipLabel(text, view);
  const standing = standingOf(view);
  const icon = iconBeside(label, standing);
  const trouble = troubleOf(text, view);
  return (
    <article class="card" aria-label={showUser ? `${view.host}, ${popup.user(view.userId)}` : view.host}>
      <div class="card-head">
        <h3 class="card-host" title={view.origin}>
          {view.host}
        </h3>
        <span class="card-label" data-tone={standing.tone}>
          {icon && <Icon name={icon} />}
          {label}
        </span>
      </div>
      {showUser && <p class="quiet">{popup.user(view.userId)}</p>}
      <p class="card-sentence">{chipSentence(text, view, now)}</p>
      {trouble && <p class="quiet">{trouble.next}.</p>}
      {view.session.reason === 'notAdministrator' && <p class="quiet">{popup.onlyAdministrators}.</p>}
      <PortalAccess {...props} />
      <PortalReinstall {...props} />
      <News view={view} now={now} />
      <Provenance {...props} />
      {view.session.reason === 'notAdministrator' && (
        <button type="button" class="text-button" onClick={() => onClaimRight(view)}>
          {popup.claimRight}
        </button>
      )}
      {failure && (
        <p class="action-failure" role="status">
          <Icon name="near" />
          {failure === 'requestNowhere' ? text.panel.requestNowhere : popup[failure]}
        </p>
      )}
      {view.chip.isHidden && (
        <p class="quiet">
          {popup.chipHidden}{' '}
          <button type="button" class="text-button" onClick={() => onShowChip(view)}>
            {popup.showChip}
          </button>
        </p>
      )}
      <PortalCardActions {...props} />
    </article>
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
function Provenance({ view, now, onReadAgain, onEnterAccess }: PortalCardProps) {
  const text = useText();
  const popup = usePopupText();
  const { at, source } = view.slots;
  if (at === null || view.session.state === 'signedOut') return null;
  return (
    <div class="provenance">
      <span title={text.time(at, now)}>{text.slots.provenance(text.slots.source[source], text.age(at, now))}</span>
      <EnterAccess view={view} onEnterAccess={onEnterAccess} />
      <ReadAgain
        reading={view.reading}
        onReadAgain={() => onReadAgain(view)}
        look="icon-button"
        name={popup.readAgainNamed(view.host)}
      />
    </div>
  );
}
