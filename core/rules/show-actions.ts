/** Actions that only show something: a notification, a page in a tab of its own. */
import { installedPath } from '../../bitrix24/market-places.ts';
import { addressAt, dialogAddress } from '../../domain/portals/address.ts';
import type { OpenPlace } from '../../domain/rules/rule.ts';
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import type { Desks } from '../desks.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { done, failed } from './call-outcome.ts';
import { dialogOf, type LocalAction, type LocalParts, wordsOf } from './local-parts.ts';

/** Undefined where the portal is not known (any more). */
export async function showOutside(action: LocalAction, run: RuleRun, parts: LocalParts): Promise<Outcome | undefined> {
  const desk = await parts.desks.peek(run.portal);
  if (!desk) return undefined;
  if (action.kind === 'open') return openPlace(action.place, run, desk, parts);
  const words = wordsOf(desk);
  if (action.kind === 'notify') {
    if (!parts.effects.canNotify()) return failed('noPermission', words.mayNotNotify);
    await parts.effects.notify(notificationOf(run, run.event.object, action.title, action.text));
    return done();
  }
  if (action.kind !== 'report') return failed('notPossible');
  // Without notifications it is on the dashboard all the same, and the trace says so.
  const text = words.report(action.days);
  if (parts.effects.canNotify()) await parts.effects.notify(notificationOf(run, 'report', words.reportTitle, text));
  return done(text);
}

/** As much as a system shows at all. */
const LONGEST_SHOWN = 300;

/** Its id leads back to what it is about, and a repeat stands in the place of the first. */
const notificationOf = ({ portal, key }: RuleRun, object: string, title: string, message: string) => ({
  id: `rule|${portal}|${object.replaceAll('|', ' ')}|${key}`,
  title: title.slice(0, LONGEST_SHOWN).toWellFormed(),
  message: message.slice(0, LONGEST_SHOWN).toWellFormed(),
});

/** In the background: whoever is typing goes on typing. */
async function openPlace(place: OpenPlace, run: RuleRun, desk: PortalDesk, parts: LocalParts): Promise<Outcome> {
  const address = addressOf(place, run, desk, parts.desks);
  if (address === null) return failed('nothingThere', wordsOf(desk).noDialog);
  await parts.effects.openTab(address, { inBackground: true });
  return done();
}

function addressOf(place: OpenPlace, { portal, event }: RuleRun, desk: PortalDesk, desks: Desks): string | null {
  const at = desks.placeOf(portal);
  switch (place) {
    case 'dialog': {
      const dialog = dialogOf(desk, event);
      return dialog ? dialogAddress(at, dialog.dialogId) : null;
    }
    case 'mainChat':
      return desk.ledger.botId === null ? null : dialogAddress(at, desk.ledger.botId);
    case 'installedApps':
      return addressAt(at, installedPath(desk.row.market.generation ?? 'new'));
    case 'register':
      return ownPage('access', portal);
    default:
      return ownPage(place, portal);
  }
}

/** An address without an origin is one of the extension's own. */
const ownPage = (section: string, key: string): string => `/dashboard.html#${section}/${encodeURIComponent(key)}`;
