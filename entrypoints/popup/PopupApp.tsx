import { useSelector } from '@xstate/store-preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { usePaletteKeys } from '../../components/palette/use-palette-keys.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import type { PortalActions } from '../../components/popup/portal-actions.ts';
import type { PortalView } from '../../domain/view.ts';
import { useNow } from '../dashboard/use-now.ts';
import { followFront, loadFront } from './front-source.ts';
import { openItem } from './inbox-places.ts';
import { PaletteHost } from './PaletteHost.tsx';
import { popupStore } from './popup-store.ts';
import { act, ask, dashboardHash, goTo, openDashboard, openRequest, type Result, readAgain } from './portal-places.ts';

export interface PopupAppProps {
  /** A popup closes when something else was opened; a panel stays. */
  layout: 'popup' | 'panel';
  /** Opens the panel at the side in a press; null where there is none, or this is it. */
  openSide: (() => Promise<void>) | null;
}

export function PopupApp({ layout, openSide }: PopupAppProps) {
  const { state, front, outcome } = useSelector(popupStore, (snapshot) => snapshot.context);
  const now = useNow();
  const [palette, setPalette] = useState<{ scope: string | null } | null>(null);
  const find = useCallback(() => setPalette((open) => (open ? null : { scope: null })), []);
  const [isSideFailed, setSideFailed] = useState(false);
  useEffect(followFront, []);
  usePaletteKeys(find);

  const run = (key: string, work: Promise<Result>, at?: 'inbox') => void finish(layout, { key, at }, work);
  const keepOpen = () => {
    openSide?.().then(
      () => window.close(),
      (error) => {
        console.warn('Latchdesk: the side panel could not be opened', error);
        setSideFailed(true);
      },
    );
  };
  return (
    <>
      <Popup
        {...actionsOf(run)}
        {...{ state, front, outcome, now, layout }}
        isCovered={palette !== null && front !== null}
        onFindDialog={({ key }) => setPalette({ scope: key })}
        onOpenItem={(item) => front && run(item.portal, openItem(item, front), 'inbox')}
        onOpenKnown={(portal) => run(portal.origin, goTo(portal))}
        onRest={() => void loadFront({ type: 'rest.asked', isOn: true })}
        onWake={() => void loadFront({ type: 'rest.asked', isOn: false })}
        onFind={find}
        onOverview={() => run('', openDashboard(dashboardHash('overview')))}
        onFirstSteps={() => run('', openDashboard('#start'))}
        onKeepOpen={openSide && keepOpen}
        isKeepOpenFailed={isSideFailed}
        onRetry={() => void loadFront()}
      />
      {palette && front && (
        <PaletteHost
          front={front}
          isFrontKept={state !== 'ready'}
          scope={palette.scope}
          onClose={() => setPalette(null)}
          onDone={(result, ended) => {
            popupStore.trigger.ended({ outcome: ended });
            if (result === 'gone') leave(layout);
          }}
        />
      )}
    </>
  );
}

/** What a card's buttons do; each ends in a place, or in a word on the card. */
const actionsOf = (run: (key: string, work: Promise<Result>) => void): PortalActions => ({
  onOpenPortal: (view) => run(view.key, goTo(view)),
  onNewDialog: (view) => run(view.key, act('newDialog', view)),
  onMainChat: (view) => run(view.key, act('mainChat', view)),
  onFindDialog: () => undefined,
  onDashboard: ({ key }) => run(key, openDashboard(dashboardHash('dialogs', key))),
  onChatApp: ({ key }) => run(key, openDashboard(dashboardHash('chatapp', key))),
  onExplain: (view) => run(view.key, act('explainer', view)),
  onCopyFacts: (view) => run(view.key, act('copyFacts', view)),
  onReadAgain: (view) => run(view.key, act('readAgain', view)),
  onEnterAccess: (view) => run(view.key, act('enterAccess', view)),
  onOpenRequest: ({ key }, { id }) => run(key, openRequest(key, id)),
  onReinstall: ({ key }) => run(key, openDashboard(dashboardHash('chatapp', key, '/reinstall'))),
  onShowChip: (view) => run(view.key, showChip(view)),
  onClaimRight: ({ key }) => run(key, readAgain(key, 'right.claimed')),
  onPortalSettings: () => run('', openDashboard(dashboardHash('portals'))),
});

async function showChip({ key, chip }: PortalView): Promise<Result> {
  await ask({ type: 'chip.placed', key, chip: { ...chip, isHidden: false } });
  return 'stays';
}

async function finish(
  layout: PopupAppProps['layout'],
  { key, at }: { key: string; at: 'inbox' | undefined },
  work: Promise<Result>,
): Promise<void> {
  const result = await work.catch((error): Result => {
    console.error('Latchdesk: the background does not answer the popup', error);
    return 'actionFailed';
  });
  const isDone = result === 'gone' || result === 'stays';
  popupStore.trigger.ended({ outcome: isDone ? null : { key, kind: result, ...(at ? { at } : {}) } });
  if (result === 'gone') leave(layout);
}

const leave = (layout: PopupAppProps['layout']) => {
  if (layout === 'popup') window.close();
};
