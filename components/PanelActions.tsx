import type { PortalView } from '../domain/view.ts';
import { useText } from './text-context.ts';

export interface PanelActionsProps {
  view: PortalView;
  onNewDialog: () => void;
  onPrepareQuestion: () => void;
}

/** The foot of the panel: what a person comes to support for, or that nothing can be changed. */
export function PanelActions({ view, onNewDialog, onPrepareQuestion }: PanelActionsProps) {
  const text = useText();
  if (view.isReadOnly) return <p class="panel-actions quiet">{text.panel.readOnly}</p>;
  return (
    <div class="panel-actions">
      {hasNewDialogs(view) && (
        <button type="button" class="button" onClick={onNewDialog}>
          {text.panel.newDialog}
        </button>
      )}
      <button type="button" class="text-button" onClick={onPrepareQuestion}>
        {text.panel.prepareQuestion}
      </button>
    </div>
  );
}

/** True where the portal has support dialogs, and may have one more. */
export function hasNewDialogs({ session, slots }: PortalView): boolean {
  const { level } = slots;
  const isTheirs = session.state !== 'signedOut' && session.state !== 'unsupported';
  return isTheirs && level !== 'single' && level !== 'switchedOff' && level !== 'unread';
}
