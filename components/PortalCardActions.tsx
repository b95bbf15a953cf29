import type { PortalView } from '../domain/view.ts';
import { EnterAccess, type EnterAccessProps } from './EnterAccess.tsx';
import { hasNewDialogs } from './PanelActions.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { usePopupText, useText } from './text-context.ts';

export interface PortalCardActionsProps extends EnterAccessProps {
  /** Bring the portal's tab to the front, or open one. */
  onOpenPortal: (view: PortalView) => void;
  onNewDialog: (view: PortalView) => void;
  /** All dialogs of the portal and the report, on a page of their own. */
  onDashboard: (view: PortalView) => void;
  /** What is known of ChatApp on the portal. */
  onChatApp: (view: PortalView) => void;
  onReadAgain: (view: PortalView) => void;
}

/** What can be done on a portal from the popup. */
export function PortalCardActions({ view, ...props }: PortalCardActionsProps) {
  const popup = usePopupText();
  const { panel } = useText();
  const isKnown = view.slots.at !== null && view.session.state !== 'unsupported';
  return (
    <div class="card-actions">
      {hasNewDialogs(view) && (
        <button
          type="button"
          class="button"
          aria-label={popup.newDialogNamed(view.host)}
          onClick={() => props.onNewDialog(view)}
        >
          {panel.newDialog}
        </button>
      )}
      <button
        type="button"
        class="button"
        aria-label={popup.openPortalNamed(view.host)}
        onClick={() => props.onOpenPortal(view)}
      >
        {popup.openPortal}
      </button>
      {isKnown && (
        <button
          type="button"
          class="text-button"
          aria-label={popup.dashboardNamed(view.host)}
          onClick={() => props.onDashboard(view)}
        >
          {popup.dashboard}
        </button>
      )}
      {hasChatApp(view) && (
        <button
          type="button"
          class="text-button"
          aria-label={popup.chatappNamed(view.host)}
          onClick={() => props.onChatApp(view)}
        >
          {popup.chatapp}
        </button>
      )}
      {(view.slots.at === null || view.session.state === 'signedOut') && (
        <>
          <ReadAgain
            reading={view.reading}
            onReadAgain={() => props.onReadAgain(view)}
            look="text-button"
            name={popup.readAgainNamed(view.host)}
          />
          <EnterAccess view={view} onEnterAccess={props.onEnterAccess} />
        </>
      )}
    </div>
  );
}

/** True once a page of the portal showed an application that is, or could be, ChatApp. */
const hasChatApp = ({ market }: PortalView): boolean => market.confirmed !== null || market.candidates.length > 0;
