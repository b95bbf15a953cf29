/** Starts the link on every portal page. A newer link (after an update) ends the one before it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Link } from '../link/link.ts';
import type { IsolatedScope } from '../link/page-side.ts';

const scope = globalThis as IsolatedScope;

export default defineUnlistedScript(() => {
  scope.latchdeskLink?.end();
  scope.latchdeskLink = new Link();
});
