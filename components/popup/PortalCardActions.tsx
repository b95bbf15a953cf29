import { useState } from 'preact/hooks';
import type { NamedAction } from '../../domain/popup-text.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { hasNewDialogs } from '../PanelActions.tsx';
import { ReadAgain } from '../ReadAgain.tsx';
import { usePopupText, useText } from '../text-context.ts';
import { EnterAccess } from './EnterAccess.tsx';
import { isKeptOff, type PortalActions } from './portal-actions.ts';

export interface PortalCardActionsProps extends PortalActions {
  view: PortalView;
  /** What the portal is called where one button has to be told from the next. */
  place: string;
}

/** What can be done on a portal from the popup. */
export function PortalCardActions(props: PortalCardActionsProps) {
  const popup = usePopupText();
  const { panel } = useText();
  const { view, place } = props;
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <div class="card-actions">
      {hasNewDialogs(view) && !view.isReadOnly && (
        <Act
          action={{ words: panel.newDialog, named: popup.newDialogNamed }}
          {...{ view, place }}
          onPress={props.onNewDialog}
          look="button"
        />
      )}
      <Act
        action={{ words: popup.openPortal, named: popup.openPortalNamed }}
        {...{ view, place }}
        onPress={props.onOpenPortal}
        look="button"
      />
      {hasMainChat(view) && (
        <Act action={popup.mainChat} {...{ view, place }} onPress={props.onMainChat} look="button" />
      )}
      <Places {...props} />
      <Unread {...props} />
      {isReachable(view) && (
        <button
          type="button"
          class="fold text-button"
          aria-expanded={isUnfolded}
          aria-label={popup.moreActions.named(place)}
          onClick={() => setUnfolded((before) => !before)}
        >
          {popup.moreActions.words}
          <Icon name="chevron" />
        </button>
      )}
      {isUnfolded && isReachable(view) && <MoreActions {...props} />}
    </div>
  );
}

/** The pages of Latchdesk for this portal. */
function Places({ view, place, onDashboard, onChatApp, onPortalSettings }: PortalCardActionsProps) {
  const popup = usePopupText();
  const isKnown = view.slots.at !== null && view.session.state !== 'unsupported';
  const settings = { words: popup.portalSettings, named: (portal: string) => `${popup.portalSettings}: ${portal}` };
  return (
    <>
      {isKnown && (
        <Act
          action={{ words: popup.dashboard, named: popup.dashboardNamed }}
          {...{ view, place }}
          onPress={onDashboard}
        />
      )}
      {hasChatApp(view) && (
        <Act action={{ words: popup.chatapp, named: popup.chatappNamed }} {...{ view, place }} onPress={onChatApp} />
      )}
      {isKeptOff(view) && <Act action={settings} {...{ view, place }} onPress={onPortalSettings} />}
    </>
  );
}

/** The ways on where nothing was read: elsewhere they stand beside the age of what was. */
function Unread({ view, place, onReadAgain, onEnterAccess }: PortalCardActionsProps) {
  const popup = usePopupText();
  if (view.slots.at !== null && view.session.state !== 'signedOut') return null;
  return (
    <>
      {!isKeptOff(view) && (
        <ReadAgain
          reading={view.reading}
          onReadAgain={() => onReadAgain(view)}
          look="text-button"
          name={popup.readAgainNamed(place)}
        />
      )}
      <EnterAccess {...{ view, place }} onEnterAccess={onEnterAccess} />
    </>
  );
}

/** What is wanted now and then. */
function MoreActions({ view, place, onFindDialog, onExplain, onCopyFacts }: PortalCardActionsProps) {
  const popup = usePopupText();
  return (
    <div class="card-more">
      {view.dialogTotal > 0 && <Act action={popup.findDialog} {...{ view, place }} onPress={onFindDialog} />}
      {hasChatApp(view) && <Act action={popup.explain} {...{ view, place }} onPress={onExplain} />}
      <Act action={popup.copyFacts} {...{ view, place }} onPress={onCopyFacts} />
    </div>
  );
}

interface ActProps {
  action: NamedAction;
  view: PortalView;
  place: string;
  onPress: (view: PortalView) => void;
  look?: 'button' | 'text-button';
}

/** A button whose name says which portal it is for. */
function Act({ action, view, place, onPress, look = 'text-button' }: ActProps) {
  return (
    <button type="button" class={look} aria-label={action.named(place)} onClick={() => onPress(view)}>
      {action.words}
    </button>
  );
}

/** True once a page of the portal showed an application that is, or could be, ChatApp. */
const hasChatApp = ({ market }: PortalView): boolean => market.confirmed !== null || market.candidates.length > 0;

const isReachable = (view: PortalView): boolean => view.session.state !== 'unsupported';

/** A portal with no chat with support has nothing to open. */
const hasMainChat = (view: PortalView): boolean => view.botId !== null && isReachable(view);
