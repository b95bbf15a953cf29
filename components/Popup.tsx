import type { PortalView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import { LatchMark } from './LatchMark.tsx';
import { PortalCard, type PortalCardProps, type PortalFailure } from './PortalCard.tsx';
import { usePopupText, useText } from './text-context.ts';

export interface PopupProps extends Omit<PortalCardProps, 'view' | 'failure' | 'showUser'> {
  /** `error`: the extension's own storage could not be read. */
  state: 'loading' | 'error' | 'ready';
  /** In the order to show, the most pressing first. */
  portals: readonly PortalView[];
  /** What did not work, and on the portal of which key. */
  failure?: { key: string; kind: PortalFailure } | null;
  /** Load the portals again after an error. */
  onRetry: () => void;
}

/** What the toolbar button opens: all portals at a glance. */
export function Popup(props: PopupProps) {
  const text = useText();
  const popup = usePopupText();
  return (
    <div class="popup">
      <header class="popup-header">
        <LatchMark size={20} />
        <h1 class="popup-title">{popup.title}</h1>
        <span class="quiet">{text.product.name}</span>
      </header>
      <main class="popup-body">
        <Portals {...props} />
      </main>
      <footer class="popup-footer quiet">{text.product.independent}</footer>
    </div>
  );
}

function Portals({ state, portals, failure, onRetry, ...card }: PopupProps) {
  const text = usePopupText();
  if (state === 'loading') {
    return (
      <p class="quiet popup-loading" role="status">
        {text.loading}
      </p>
    );
  }
  if (state === 'error') {
    return (
      <div class="notice" data-tone="warning" role="alert">
        <Icon name="near" size={16} />
        <div>
          <p class="notice-what">{text.errorTitle}</p>
          <p>{text.errorText}.</p>
          <button type="button" class="button" onClick={onRetry}>
            {text.retry}
          </button>
        </div>
      </div>
    );
  }
  if (portals.length === 0) return <NoPortals />;
  return (
    <>
      <h2 class="for-screen-reader">{text.portals}</h2>
      <ul class="cards">
        {portals.map((view) => (
          <li key={view.key}>
            <PortalCard
              {...card}
              view={view}
              failure={failure?.key === view.key ? failure.kind : null}
              showUser={portals.some((other) => other.origin === view.origin && other.key !== view.key)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function NoPortals() {
  const text = usePopupText();
  return (
    <div class="empty">
      <h2 class="empty-title">{text.emptyTitle}</h2>
      <ol class="steps">
        {text.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
