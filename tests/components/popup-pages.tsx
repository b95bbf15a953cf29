/** The popup as its tests draw it. */
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx';
import { DEFAULT_PREFERENCES } from '../../domain/preferences.ts';
import type { PortalView } from '../../domain/view.ts';
import { front, knownPortal } from './dashboard/fronts.ts';
import { HOUR, NOW, portal } from './samples.ts';

export const nothing = () => undefined;

/** States in which Latchdesk keeps off by somebody’s will. */
export const KEPT_OFF = ['unsupported, paused', 'unsupported, noPermission', 'unsupported, policy'];
/** Known by their addresses only. */
export const NEVER_OPENED = [
  knownPortal({ origin: 'https://new.bitrix24.ru' }),
  knownPortal({ origin: 'https://crm.example.com', label: 'Свой домен', pause: { by: 'permission', since: NOW } }),
  knownPortal({ origin: 'https://old.bitrix24.ru', pause: { by: 'user', since: NOW } }),
];
export const REST = { at: NOW - HOUR, until: NOW + 19 * HOUR, known: [] };
export const readOnly = (portals: readonly PortalView[]) =>
  front(
    portals.map((view) => ({ ...view, isReadOnly: true })),
    { preferences: { ...DEFAULT_PREFERENCES, isReadOnly: true } },
  );

export type Changes = Partial<PopupProps> & { portals?: readonly PortalView[] };

/** The popup with one portal, unless something else is wanted. */
export function popup({ portals = [portal()], ...changes }: Changes = {}) {
  return (
    <Popup
      state="ready"
      front={front(portals)}
      now={NOW}
      outcome={null}
      onOpenItem={nothing}
      onRest={nothing}
      onWake={nothing}
      onFirstSteps={nothing}
      onFind={nothing}
      onOverview={nothing}
      onKeepOpen={null}
      onOpenKnown={nothing}
      onPortalSettings={nothing}
      onOpenPortal={nothing}
      onNewDialog={nothing}
      onMainChat={nothing}
      onFindDialog={nothing}
      onDashboard={nothing}
      onExplain={nothing}
      onCopyFacts={nothing}
      onReadAgain={nothing}
      onEnterAccess={nothing}
      onOpenRequest={nothing}
      onChatApp={nothing}
      onReinstall={nothing}
      onShowChip={nothing}
      onClaimRight={nothing}
      onRetry={nothing}
      {...changes}
    />
  );
}
