import { useSelector } from '@xstate/store-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { DashboardFrame } from '../../components/dashboard/DashboardFrame.tsx';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { Failed, Loading } from '../../components/dashboard/States.tsx';
import { useText } from '../../components/text-context.ts';
import type { FrontView } from '../../domain/front.ts';
import { DashboardPalette } from './DashboardPalette.tsx';
import { type DashboardState, dashboardStore, portalOnShow } from './dashboard-store.ts';
import { followBackground, loadFront } from './front-flow.ts';
import { NoPortals } from './NoPortals.tsx';
import { hashOf, placeOf } from './place.ts';
import type { FrontSectionProps } from './section-props.ts';
import { hasPortalBar } from './sections.ts';
import { useNow } from './use-now.ts';
import { useSection } from './use-section.ts';

export function DashboardApp({ language }: { language: string }) {
  const text = useText();
  const words = useDashboardText();
  const context = useSelector(dashboardStore, (snapshot) => snapshot.context);
  const now = useNow();
  const portal = portalOnShow(context);
  const { section } = context.place;
  const front = useMemo(() => liveFront(context), [context.front, context.views]);
  const [isFinding, setFinding] = useState(false);
  useEffect(followBackground, []);
  useEffect(() => {
    document.title = `${words.rail.section[section]} · ${text.product.name}`;
  }, [section, words]);

  return (
    <DashboardFrame
      section={section}
      portal={portal}
      portals={context.views}
      isAboutAll={!hasPortalBar(section)}
      now={now}
      readOnlyBy={readOnlyBy(context)}
      staleSince={context.state === 'stale' ? (context.front?.at ?? null) : null}
      onRetry={() => void loadFront()}
      onFind={() => setFinding(true)}
      hrefOf={(each) => hashOf(placeOf(each, portal?.key))}
      onChoosePortal={(key) => {
        location.hash = hashOf(placeOf(section, key));
      }}
    >
      <ShownSection context={context} front={front} now={now} language={language} />
      {front && <DashboardPalette front={front} language={language} isOpen={isFinding} onToggle={setFinding} />}
    </DashboardFrame>
  );
}

/** All portals as they are now, not only as they were told at once. */
const liveFront = ({ front, views }: DashboardState): FrontView | null => front && { ...front, portals: views };

function readOnlyBy({ front }: DashboardState): 'user' | 'managed' | null {
  if (!front?.preferences.isReadOnly) return null;
  return front.isManaged ? 'managed' : 'user';
}

interface ShownSectionProps extends Pick<FrontSectionProps, 'now' | 'language'> {
  context: DashboardState;
  front: FrontView | null;
}

function ShownSection({ context, front, ...moment }: ShownSectionProps) {
  const { place, state } = context;
  const { section } = place;
  const portal = portalOnShow(context);
  const { loaded, isFailed, retry } = useSection(section);

  // Another portal begins anew: what was typed about one must not be saved for the other. Only a part of the settings is
  // about one, and sees to that itself: a file that brings the first portal must not take its own outcome off the screen.
  const key = hasPortalBar(section) && section !== 'settings' ? `${section} ${portal?.key}` : section;

  if (isFailed) return <Failed onRetry={retry} />;
  if (loaded?.needs === 'nothing' && state !== 'loading')
    return <loaded.Drawn key={key} front={front} portal={portal} {...moment} />;
  if (state === 'error') return <NothingLoaded trouble={context.trouble} />;
  if (!loaded || !front || loaded.needs === 'nothing') return <Loading />;
  if (loaded.needs === 'front') return <loaded.Drawn key={key} front={front} portal={portal} {...moment} />;
  return portal ? <loaded.Drawn key={key} portal={portal} {...moment} /> : <NoPortals front={front} />;
}

/** The section about health tells more, and works all the same. */
function NothingLoaded({ trouble }: Pick<DashboardState, 'trouble'>) {
  const { health, rail } = useDashboardText();
  // Of a storage that cannot be opened the usual words say all that is known.
  const told = trouble && trouble !== 'gone' && trouble !== 'other' ? health.database[trouble] : null;
  return (
    <Failed onRetry={() => void loadFront()} {...(told && { told })}>
      <a class="text-link" href={hashOf(placeOf('health'))}>
        {rail.section.health}
      </a>
    </Failed>
  );
}
