import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { usePopupText } from '../text-context.ts';
import type { PortalActions } from './portal-actions.ts';

export interface EnterAccessProps extends Pick<PortalActions, 'onEnterAccess'> {
  view: PortalView;
  /** What the portal is called where one button has to be told from the next. */
  place: string;
}

/** The way to record an access by hand, on a portal where support can ask for one. */
export function EnterAccess({ view, place, onEnterAccess }: EnterAccessProps) {
  const popup = usePopupText();
  const { reason } = view.session;
  // Support asks administrators of portals that have support; whether Latchdesk can read there does not matter.
  if (reason === 'notAdministrator' || reason === 'noSupportBot' || view.isReadOnly) return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={popup.enterAccessNamed(place)}
      title={popup.enterAccess}
      onClick={() => onEnterAccess(view)}
    >
      <Icon name="key" size={16} />
    </button>
  );
}
