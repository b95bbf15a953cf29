/** Starts the bridge in the page's own world, before the portal's scripts run. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { CLOUD_MATCHES, VENDOR_GLOBS } from '../bitrix24/addresses.ts';
import { startBridge } from '../bridge/bridge.ts';

export default defineContentScript({
  matches: CLOUD_MATCHES,
  excludeGlobs: VENDOR_GLOBS,
  runAt: 'document_start',
  world: 'MAIN',
  main: startBridge,
});
