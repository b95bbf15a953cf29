/** The side panel, in Firefox the sidebar: the popup for those who keep it open. */
import { render } from 'preact';
import '../../components/popup/popup.css';
import { FrontRoot } from '../popup/FrontRoot.tsx';
import { showKept } from '../popup/front-source.ts';

const root = document.getElementById('latchdesk');
if (!root) throw new Error('The side panel has no #latchdesk element: check entrypoints/sidepanel/index.html');
void showKept().then(() => render(<FrontRoot layout="panel" openSide={null} />, root));
