/** The dashboard, which is also the extension's options page: what needs somebody on all portals, and everything of one. */
import { useSelector } from '@xstate/store-preact';
import { render } from 'preact';
import '../../components/dashboard/dashboard.css';
import { browser } from '../../platform/browser.ts';
import { DashboardApp } from './DashboardApp.tsx';
import { DashboardTexts, languageOf } from './DashboardTexts.tsx';
import { dashboardStore } from './dashboard-store.ts';
import { showKeptFront } from './front-flow.ts';
import { loadSection } from './sections.ts';

const root = document.getElementById('latchdesk');
if (!root) throw new Error('The dashboard has no #latchdesk element: check entrypoints/dashboard/index.html');

/** In the language that was chosen for all portals, else in the browser's. */
function Dashboard() {
  const chosen = useSelector(dashboardStore, ({ context }) => context.front?.preferences.language);
  const language = languageOf(chosen || browser.i18n.getUILanguage());
  return (
    <DashboardTexts language={language}>
      <DashboardApp language={language} />
    </DashboardTexts>
  );
}

// Both at once; a section that cannot be loaded says so when it is drawn.
loadSection(dashboardStore.getSnapshot().context.place.section).catch(console.debug);
void showKeptFront().then(() => render(<Dashboard />, root));
