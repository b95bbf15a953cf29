/** The market script in CRM cards and in the Contact Center, where it has work only while a reinstall is under way. */
import { CLOUD_ZONES } from '../bitrix24/addresses.ts';
import { cardPageMatches } from '../bitrix24/portal-scripts.ts';
import type { PortalPlace } from '../domain/portals/address.ts';
import { browser } from '../platform/browser.ts';
import { takesPorts } from '../platform/permissions.ts';
import { putMarketScripts } from './open-tabs.ts';

const SCRIPT_ID = 'market-cards-pages';

const CLOUD_CARDS = CLOUD_ZONES.flatMap((zone) => [
  `https://*.bitrix24.${zone}/crm/*`,
  `https://*.bitrix24.${zone}/contact_center/*`,
]);

/** The last wish that was fulfilled; null: since this background started, none. */
let watched: string | null = null;

/** Registers the script, also for tabs that are open, or takes it back; `added`: portals that the manifest does not know. */
export async function watchCards(isOn: boolean, added: readonly PortalPlace[]): Promise<void> {
  const matches = isOn ? [...CLOUD_CARDS, ...added.flatMap((place) => cardPageMatches(place, takesPorts()))] : [];
  const wanted = matches.join('\n');
  if (wanted === watched) return;
  try {
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    const isFitting =
      registered && isOn && [...(registered.matches ?? [])].sort().join() === [...matches].sort().join();
    if (registered && !isFitting) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    if (isOn && !isFitting) await register(matches, added);
    watched = wanted;
  } catch (error) {
    console.error('Latchdesk: tabs of CRM cards cannot be recorded by themselves', error);
  }
}

async function register(matches: string[], added: readonly PortalPlace[]): Promise<void> {
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: ['market.js'],
      matches,
      allFrames: true,
      runAt: 'document_start',
      persistAcrossSessions: false,
    },
  ]);
  await putMarketScripts(added);
}
