/** Starts the link on every portal page. A newer link (after an update) ends the one before it. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { CLOUD_MATCHES, VENDOR_GLOBS } from '../bitrix24/addresses.ts';
import { Link } from '../link/link.ts';

const scope = globalThis as { latchdeskLink?: { end(): void } };

export default defineContentScript({
  matches: CLOUD_MATCHES,
  excludeGlobs: VENDOR_GLOBS,
  runAt: 'document_start',
  main() {
    scope.latchdeskLink?.end();
    scope.latchdeskLink = new Link();
  },
});
