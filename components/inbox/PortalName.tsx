import { PORTAL_COLOURS } from '../../domain/portals/known-portal.ts';
import type { PortalSummary } from '../../domain/view.ts';

/** A portal as the user calls it, behind a dot of its colour; the words alone say which one it is. */
export function PortalName({ portal }: { portal: Pick<PortalSummary, 'label' | 'colour'> }) {
  return (
    <span class="portal-name">
      <span class="portal-dot" style={{ background: PORTAL_COLOURS[portal.colour] }} />
      {portal.label}
    </span>
  );
}
