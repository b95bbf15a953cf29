import type { PortalView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import { usePopupText } from './text-context.ts';

export interface PortalReinstallProps {
  view: PortalView;
  /** The steps of the reinstall shall be shown. */
  onReinstall: (view: PortalView) => void;
}

/** A reinstall that is not finished, on a portal of the popup. */
export function PortalReinstall({ view, onReinstall }: PortalReinstallProps) {
  const popup = usePopupText();
  const state = view.market.run?.state;
  if (state === undefined || state === 'done' || state === 'dataWiped') return null;
  const line = popup.reinstall[state];
  return (
    <div class="card-access" data-tone="warning">
      <Icon name="refresh" />
      <p title={line}>{line}</p>
      <button
        type="button"
        class="text-button"
        aria-label={popup.reinstallOpenNamed(view.host)}
        onClick={() => onReinstall(view)}
      >
        {popup.reinstallOpen}
      </button>
    </div>
  );
}
