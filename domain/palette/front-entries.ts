/** What the palette finds without asking anybody: portals, what can be done on them, and parts of the dashboard. */
import type { AccessItem } from '../access/view.ts';
import { RAIL_SECTIONS } from '../dashboard-text.ts';
import type { FrontView } from '../front.ts';
import type { PaletteMessages, PaletteWords } from '../palette-text.ts';
import type { PortalView } from '../view.ts';
import { PALETTE_ACTIONS, type PaletteAction, type PaletteEntry, portalEntry } from './entry.ts';
import type { PaletteIndex } from './palette-index.ts';

/** The surface's own language, and all that there are: a word of any of them finds. */
export interface PaletteLanguages {
  own: PaletteMessages;
  all: readonly PaletteMessages[];
}

/** Fills an index with everything that a front tells. */
export function putFront(index: PaletteIndex, front: FrontView, languages: PaletteLanguages): void {
  index.put(
    'portals',
    front.portals.map((view) => portalEntry(view, view.label)),
  );
  index.put('sections', sectionEntries(languages));
  index.put('everywhere', restEntries(front, languages));
  for (const view of front.portals) index.put(`actions|${view.key}`, actionEntries(view, languages), placeOf(view));
}

/** Fills it with dialogs and employees, each under the portal that it is of. */
export function putMore(index: PaletteIndex, entries: readonly PaletteEntry[], portals: readonly PortalView[]): void {
  const places = new Map(portals.map((view) => [view.key, placeOf(view)]));
  const shelves = Map.groupBy(entries, ({ target }) => `${target.kind}|${'portal' in target ? target.portal : ''}`);
  for (const [name, shelf] of shelves) {
    const { target } = shelf[0] as PaletteEntry;
    index.put(name, shelf, 'portal' in target && target.portal ? places.get(target.portal) : '');
  }
}

/** Words that name a portal. */
const placeOf = ({ label, host }: PortalView): string => (label === host ? host : `${label} ${host}`);

/** What can be done on a portal now. */
export function actionEntries(view: PortalView, languages: PaletteLanguages): PaletteEntry[] {
  return PALETTE_ACTIONS.filter((action) => canDo(action, view)).map((action) => ({
    target: { kind: 'action', action, portal: view.key },
    ...wordsIn(languages, ({ action: words }) => words[action]),
  }));
}

function canDo(action: PaletteAction, view: PortalView): boolean {
  const { session, slots, market, isReadOnly, botId } = view;
  const isThere = session.state !== 'unsupported';
  switch (action) {
    case 'newDialog': {
      const isTheirs = isThere && session.state !== 'signedOut';
      return isTheirs && !isReadOnly && !['single', 'switchedOff', 'unread'].includes(slots.level);
    }
    case 'mainChat':
      return isThere && botId !== null;
    case 'openRequest':
      return requestOf(view) !== null;
    case 'enterAccess':
      return !isReadOnly && session.reason !== 'notAdministrator' && session.reason !== 'noSupportBot';
    case 'explainer':
      return isThere && (market.confirmed !== null || market.candidates.length > 0);
    case 'copyFacts':
    case 'readAgain':
      return isThere;
    case 'restUntilTomorrow':
      return false;
  }
}

/** The most pressing request that waits for an answer; null: there is none. */
export function requestOf({ register }: PortalView): AccessItem | null {
  const kinds = ['request', 'probable', 'partner'];
  const waiting = register.items.filter(({ banner }) => banner !== null && kinds.includes(banner));
  return waiting.sort((a, b) => kinds.indexOf(a.banner ?? '') - kinds.indexOf(b.banner ?? ''))[0] ?? null;
}

/** Everything rests already: then it need not be found. */
const restEntries = ({ rest, at }: FrontView, languages: PaletteLanguages): PaletteEntry[] =>
  rest !== null && rest.until > at
    ? []
    : [
        {
          target: { kind: 'action', action: 'restUntilTomorrow', portal: null },
          ...wordsIn(languages, ({ action }) => action.restUntilTomorrow),
        },
      ];

export const sectionEntries = (languages: PaletteLanguages): PaletteEntry[] =>
  RAIL_SECTIONS.map((section) => ({
    target: { kind: 'section', section },
    ...wordsIn(languages, ({ section: words }) => words[section]),
  }));

/** Shown in one language, found in all. */
function wordsIn({ own, all }: PaletteLanguages, of: (messages: PaletteMessages) => PaletteWords): PaletteWords {
  const { title } = of(own);
  const words = all.flatMap((messages) => Object.values(of(messages))).filter((text) => text !== title);
  return { title, words: words.join(' ') };
}
