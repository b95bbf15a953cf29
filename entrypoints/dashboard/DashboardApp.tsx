import { useSelector } from '@xstate/store-preact';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { DashboardFrame } from '../../components/dashboard/DashboardFrame.tsx';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { Failed, Loading } from '../../components/dashboard/States.tsx';
import { useText } from '../../components/text-context.ts';
import type { Section } from '../../domain/dashboard-text.ts';
import type { PortalView } from '../../domain/view.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { browser } from '../../platform/browser.ts';
import { AccessSection } from './AccessSection.tsx';
import { ask } from './ask.ts';
import { ChatAppSection } from './ChatAppSection.tsx';
import { DialogsSection } from './DialogsSection.tsx';
import { DraftsSection } from './DraftsSection.tsx';
import { dashboardStore, portalOnShow } from './dashboard-store.ts';
import { JournalSection } from './JournalSection.tsx';
import { hashOf, parsePlace } from './place.ts';
import { ReportSection } from './ReportSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { useNow } from './use-now.ts';

/** What every section gets. */
export interface SectionProps {
  portal: PortalView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  language: string;
}

const SECTION: Record<Section, (props: SectionProps) => JSX.Element> = {
  dialogs: DialogsSection,
  access: AccessSection,
  chatapp: ChatAppSection,
  report: ReportSection,
  drafts: DraftsSection,
  journal: JournalSection,
  settings: SettingsSection,
};

async function load(): Promise<void> {
  try {
    dashboardStore.trigger.loaded({ views: await ask<PortalView[]>({ type: 'views.wanted' }) });
  } catch (error) {
    console.error('Latchdesk: the background does not answer the dashboard', error);
    dashboardStore.trigger.failed();
  }
}

/** Follows the background and the address while the page is open. */
function follow(): () => void {
  const listener = (message: unknown) => {
    const { type, view } = message as { type?: string; view?: PortalView };
    if (type === 'view.changed' && view) dashboardStore.trigger.viewChanged({ view });
    return undefined;
  };
  const move = () => dashboardStore.trigger.moved({ place: parsePlace(location.hash) });
  browser.runtime.onMessage.addListener(listener);
  window.addEventListener('hashchange', move);
  void load();
  return () => {
    browser.runtime.onMessage.removeListener(listener);
    window.removeEventListener('hashchange', move);
  };
}

export function DashboardApp({ language }: { language: string }) {
  const text = useText();
  const words = useDashboardText();
  const context = useSelector(dashboardStore, (snapshot) => snapshot.context);
  const now = useNow();
  const portal = portalOnShow(context);
  const { section } = context.place;
  useEffect(follow, []);
  useEffect(() => {
    document.title = `${words.rail.section[section]} · ${text.product.name}`;
  }, [section]);

  const ShownSection = SECTION[section];
  return (
    <DashboardFrame
      section={section}
      portal={portal}
      portals={context.views}
      now={now}
      hrefOf={(each) => hashOf({ section: each, key: portal?.key ?? null, chatId: null, recordId: null })}
      onChoosePortal={(key) => {
        location.hash = hashOf({ section, key, chatId: null, recordId: null });
      }}
    >
      {context.state === 'loading' && <Loading />}
      {context.state === 'error' && <Failed onRetry={() => void load()} />}
      {context.state === 'ready' && !portal && <NoPortals language={language} />}
      {portal && <ShownSection key={`${section} ${portal.key}`} portal={portal} now={now} language={language} />}
    </DashboardFrame>
  );
}

function NoPortals({ language }: { language: string }) {
  const text = popupLocaleFor(language).messages;
  return (
    <div class="empty">
      <h1 class="empty-title">{text.emptyTitle}</h1>
      <ol class="steps">
        {text.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
