import type { PortalView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import { usePopupText } from './text-context.ts';

export interface EnterAccessProps {
  view: PortalView;
  /** An access shall be recorded by hand. */
  onEnterAccess: (view: PortalView) => void;
}

/** The way to record an access by hand, on a portal where support can ask for one. */
export function EnterAccess({ view, onEnterAccess }: EnterAccessProps) {
  const popup = usePopupText();
  const { reason } = view.session;
  // Support asks administrators of portals that have support; whether Latchdesk can read there does not matter.
  if (reason === 'notAdministrator' || reason === 'noSupportBot') return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={popup.enterAccessNamed(view.host)}
      title={popup.enterAccess}
      onClick={() => onEnterAccess(view)}
    >
      <Icon name="key" size={16} />
    </button>
  );
}
