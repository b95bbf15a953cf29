import { type KnownPortal, labelOf, PORTAL_COLOURS } from '../../domain/portals/known-portal.ts';
import { usePopupText, useText } from '../text-context.ts';

interface KnownCardProps {
  portal: KnownPortal;
  onOpenKnown: (portal: KnownPortal) => void;
  onPortalSettings: () => void;
}

/** A portal of which no page was seen yet, with what has to happen first. */
export function KnownCard({ portal, onOpenKnown, onPortalSettings }: KnownCardProps) {
  const popup = usePopupText();
  const { unsupported } = useText();
  const { pause, colour, origin } = portal;
  const label = labelOf(portal);
  const trouble = pause && unsupported[pause.by === 'user' ? 'paused' : 'noPermission'];
  return (
    <article class="card" aria-label={label} style={{ '--portal': PORTAL_COLOURS[colour] }}>
      <h3 class="card-host" title={origin}>
        {label}
      </h3>
      <p class="quiet">{trouble ? `${trouble.what}. ${trouble.next}.` : `${popup.notSeen}.`}</p>
      <div class="card-actions">
        {trouble ? (
          <button
            type="button"
            class="text-button"
            aria-label={`${popup.portalSettings}: ${label}`}
            onClick={onPortalSettings}
          >
            {popup.portalSettings}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            aria-label={popup.openPortalNamed(label)}
            onClick={() => onOpenKnown(portal)}
          >
            {popup.openPortal}
          </button>
        )}
      </div>
    </article>
  );
}
