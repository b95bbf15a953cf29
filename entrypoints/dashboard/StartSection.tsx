import { useMemo, useState } from 'preact/hooks';
import { portalEntries } from '../../components/dashboard/portals/portal-state.ts';
import { StartPage } from '../../components/dashboard/start/StartPage.tsx';
import { ask } from './ask.ts';
import { takeFront } from './front-flow.ts';
import { goToPortal } from './go-to-portal.ts';
import { hashOf, placeOf } from './place.ts';
import type { FrontSectionProps } from './section-props.ts';
import { useAddedPortal } from './use-added-portal.ts';
import { useNotifications } from './use-notifications.ts';
import { useGrants } from './use-permissions.ts';
import { usePinned } from './use-pinned.ts';

/** The first steps, opened once after the installation and whenever somebody wants them. */
export function StartSection({ front, now, language }: FrontSectionProps) {
  const isGranted = useGrants();
  const [isFailed, setFailed] = useState(false);
  const { known, portals, isFirstRunDone } = front;
  const finish = async () => {
    try {
      if (!isFirstRunDone && !takeFront(await ask({ type: 'firstRun.finished' })))
        throw new Error('The background did not remember that the first steps were seen');
      location.hash = hashOf(placeOf('overview'));
    } catch (error) {
      console.error('Latchdesk: the first steps could not be ended', error);
      setFailed(true);
    }
  };
  return (
    <StartPage
      entries={useMemo(() => portalEntries(known, portals, isGranted, language), [known, portals, isGranted, language])}
      add={useAddedPortal()}
      now={now}
      {...useNotifications()}
      isPinned={usePinned()}
      isDone={isFirstRunDone}
      isFailed={isFailed}
      portalsHref={hashOf(placeOf('portals'))}
      privacyHref={hashOf(placeOf('privacy'))}
      onOpen={({ portal }) => void goToPortal(portal)}
      onFinish={() => void finish()}
    />
  );
}
