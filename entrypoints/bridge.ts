/** Starts the bridge in the page's own world, before the portal's scripts run. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBridge } from '../bridge/bridge.ts';

export default defineUnlistedScript(startBridge);
