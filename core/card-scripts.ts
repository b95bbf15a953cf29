/** The market script in CRM cards and in the Contact Center, where it has work only while a reinstall is under way. */
import { CLOUD_ZONES } from '../bitrix24/addresses.ts';
import { browser } from '../platform/browser.ts';
import { putMarketScripts } from './open-tabs.ts';

const SCRIPT_ID = 'market-cards-pages';

const MATCHES = CLOUD_ZONES.flatMap((zone) => [
  `https://*.bitrix24.${zone}/crm/*`,
  `https://*.bitrix24.${zone}/contact_center/*`,
]);

/** The last wish that was fulfilled; null: since this background started, none. */
let isWatching: boolean | null = null;

/** Registers the script, also for tabs that are open, or takes it back. */
export async function watchCards(isOn: boolean): Promise<void> {
  if (isOn === isWatching) return;
  try {
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    const isRegistered = registered.length > 0;
    if (isOn && !isRegistered) await register();
    if (!isOn && isRegistered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    isWatching = isOn;
  } catch (error) {
    console.error('Latchdesk: tabs of CRM cards cannot be recorded by themselves', error);
  }
}

async function register(): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: ['market.js'],
      matches: MATCHES,
      allFrames: true,
      runAt: 'document_start',
      persistAcrossSessions: false,
    },
  ]);
  await putMarketScripts();
}
