/** The popup: all portals at a glance, live while it is open. */
import { render } from 'preact';
import '../../components/popup/popup.css';
import { sidePanelOpener } from '../../platform/side-panel.ts';
import { FrontRoot } from './FrontRoot.tsx';
import { showKept } from './front-source.ts';

const root = document.getElementById('latchdesk');
if (!root) throw new Error('The popup page has no #latchdesk element: check entrypoints/popup/index.html');

/** What is asked for here is answered within a frame or two, and nothing has to move once it is drawn. */
async function start(into: HTMLElement): Promise<void> {
  const [openSide] = await Promise.all([sidePanelOpener(), showKept()]);
  render(<FrontRoot layout="popup" openSide={openSide} />, into);
}

void start(root);
