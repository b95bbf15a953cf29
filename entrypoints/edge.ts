/** Starts the edge in a portal's page. A newer one (after an update) takes the place of what an older one has left. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Edge } from '../link/edge.ts';

const scope = globalThis as { latchdeskEdge?: Edge };

export default defineUnlistedScript(() => {
  if (scope.latchdeskEdge?.isAlive()) return;
  scope.latchdeskEdge?.end();
  for (const left of document.querySelectorAll('latchdesk-edge')) left.remove();
  scope.latchdeskEdge = new Edge();
});
