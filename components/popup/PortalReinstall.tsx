import { isSetAside } from '../../domain/market/reinstall.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { usePopupText } from '../text-context.ts';
import type { PortalActions } from './portal-actions.ts';

export interface PortalReinstallProps extends Pick<PortalActions, 'onReinstall'> {
  view: PortalView;
  /** What the portal is called where one button has to be told from the next. */
  place: string;
}

/** A reinstall that is not finished, on a portal of the popup. */
export function PortalReinstall({ view, place, onReinstall }: PortalReinstallProps) {
  const popup = usePopupText();
  const { run } = view.market;
  if (!run || run.state === 'done' || run.state === 'dataWiped' || isSetAside(run)) return null;
  const line = popup.reinstall[run.state];
  return (
    <div class="card-access" data-tone="warning">
      <Icon name="refresh" />
      <p title={line}>{line}</p>
      <button
        type="button"
        class="text-button"
        aria-label={popup.reinstallOpenNamed(place)}
        onClick={() => onReinstall(view)}
      >
        {popup.reinstallOpen}
      </button>
    </div>
  );
}
