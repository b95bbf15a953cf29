/** Starts the market script in a frame. A newer one (after an update) ends the one before it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { MarketScript } from '../link/market/market-script.ts';
import type { IsolatedScope } from '../link/page-side.ts';

const scope = globalThis as IsolatedScope;

export default defineUnlistedScript(() => {
  scope.latchdeskMarket?.end();
  scope.latchdeskMarket = new MarketScript();
});
