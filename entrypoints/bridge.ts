/** Starts the bridge in the page's own world, before the portal's scripts run. Without the framework's wrapper: every byte counts. */
import { startBridge } from '../bridge/bridge.ts';

export default { main: startBridge };
