/**
 * Starts the market script in a frame. It may be put into a page that has one, in the very moment of a press: then that
 * one stays, because it knows what the page showed before.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { MarketScript } from '../link/market/market-script.ts';
import type { IsolatedScope } from '../link/page-side.ts';

const scope = globalThis as IsolatedScope;

export default defineUnlistedScript(() => {
  if (scope.latchdeskMarket?.isAlive()) return;
  scope.latchdeskMarket?.end();
  scope.latchdeskMarket = new MarketScript();
});
