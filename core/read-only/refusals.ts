/**
 * What is refused while Latchdesk is read-only: it looks, shows, opens places and remembers what the portal does, and
 * changes neither the portal nor what people have written, decided and set. What only says how something is shown or
 * that it was seen goes on, and so do texts that are being typed: no switch may cost anybody a text.
 *
 * Each kind of message is named, so that a new one does not compile before somebody has decided about it.
 */
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import type { AppMessage, MarketMessage } from '../../bitrix24/market-protocol.ts';
import type { AccessWish, SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { OwnMessage } from '../own/own-protocol.ts';

export type AnyMessage = SurfaceMessage | LinkMessage | AppMessage | MarketMessage | OwnMessage;

type Rule<M> = 'taken' | 'refused' | ((message: M) => 'taken' | 'refused');
type Rules<M extends { type: string }> = { [T in M['type']]: Rule<Extract<M, { type: T }>> };

const OF_LINK: Rules<LinkMessage> = {
  'page.seen': 'taken',
  'portal.event': 'taken',
  'reading.finished': 'taken',
  'chats.told': 'taken',
  'support.shown': 'taken',
  'reader.wanted': 'taken',
  'connection.changed': 'taken',
  'calls.told': 'taken',
  'events.malformed': 'taken',
};

const OF_MARKET: Rules<MarketMessage> = {
  'market.started': 'taken',
  'market.seen': 'taken',
  // The uninstall guard only stops and tells; whoever is read-only may destroy data by mistake all the same.
  'uninstall.told': 'taken',
  'marketCards.wanted': 'taken',
};

/** Parts of a note that somebody writes; the others say what was seen and what rests. */
const WRITTEN = ['alias', 'tags', 'text', 'taskUrl', 'ticket'] as const;

const OF_ACCESS: Record<AccessWish['type'], 'taken' | 'refused'> = {
  snoozed: 'taken',
  folded: 'taken',
  unfolded: 'taken',
  announced: 'taken',
  // Seen on the portal: without it an answer could not be told from one that was given elsewhere.
  pressed: 'taken',
  setAside: 'refused',
  takenBack: 'refused',
  confirmed: 'refused',
  dismissed: 'refused',
  answered: 'refused',
  reasonGiven: 'refused',
  corrected: 'refused',
  reviewed: 'refused',
};

const OF_SURFACE: Rules<SurfaceMessage> = {
  'overlay.started': 'taken',
  'cards.started': 'taken',
  'views.wanted': 'taken',
  'chip.placed': 'taken',
  'reading.wanted': 'taken',
  'right.claimed': 'refused',
  'dialog.wanted': 'taken',
  'dialogs.wanted': 'taken',
  // Cards name dialogs, prepare texts and put them into the portal's field.
  'card.wanted': 'refused',
  'card.wantedInNewTab': 'refused',
  // Closing a card that was open when it became read-only leads back to the portal; the rest leads on.
  'guard.told': ({ event }) => (event.type === 'card.closed' || event.type === 'went.back' ? 'taken' : 'refused'),
  'draft.kept': 'taken',
  'draft.told': ({ event }) => (event.type === 'used' || event.type === 'snoozed' ? 'taken' : 'refused'),
  'draft.wanted': 'taken',
  'note.changed': ({ changes }) => (WRITTEN.some((field) => changes[field] !== undefined) ? 'refused' : 'taken'),
  'details.wanted': 'taken',
  'search.wanted': 'taken',
  'settings.wanted': 'taken',
  'settings.changed': ({ changes }) => (isOnlySeen(changes) ? 'taken' : 'refused'),
  'report.wanted': 'taken',
  'journal.wanted': 'taken',
  'access.told': ({ event }) => OF_ACCESS[event.type],
  'access.opened': 'taken',
  'access.entered': 'refused',
  'register.opened': 'taken',
  'register.wanted': 'taken',
  'history.wanted': 'taken',
  'signIns.wanted': 'taken',
};

/** That something was explained once is remembered: else it would be explained for ever. */
const isOnlySeen = (changes: object): boolean => Object.keys(changes).join() === 'knowsOneQuestion';

const OF_APP: Rules<AppMessage> = {
  'app.confirmed': 'refused',
  'app.forgotten': 'refused',
  'place.wanted': 'taken',
  'marketCard.hidden': 'refused',
  'explainer.opened': 'taken',
  'reinstall.begun': 'refused',
  'reinstall.told': 'refused',
  'book.wanted': 'taken',
  'book.readAgain': 'taken',
  'book.told': 'refused',
};

const OF_OWN: Rules<OwnMessage> = {
  'front.wanted': 'taken',
  'rest.asked': 'taken',
  'firstRun.finished': 'taken',
  'palette.wanted': 'taken',
  'governance.wanted': 'taken',
  // The way out, which only the policy closes; and the language, which only shows.
  'preferences.changed': ({ changes }) => (changes.featuresOff === undefined ? 'taken' : 'refused'),
  'portal.added': 'refused',
  'portal.changed': 'refused',
  // Whoever wants nothing to be kept is never held up.
  'portal.removed': 'taken',
  'move.planned': 'taken',
  'portal.moved': 'refused',
  'all.wiped': 'taken',
  'watch.changed': ({ changes }) => (changes.isOn === false ? 'taken' : 'refused'),
  'watch.resumed': 'taken',
  'health.wanted': 'taken',
  'health.cleared': 'taken',
  'selfTest.begun': 'taken',
  'selfTest.wanted': 'taken',
  'diagnostics.wanted': 'taken',
  'calls.wanted': 'taken',
  'sizes.wanted': 'taken',
  'export.wanted': 'taken',
  'import.planned': 'taken',
  // Refuses by itself, in an answer of its own.
  'import.taken': 'taken',

  'rules.wanted': 'taken',
  // Pausing is a way to rest; going on is not.
  'rules.paused': ({ isOn }) => (isOn ? 'taken' : 'refused'),
  'rule.checked': 'taken',
  'rule.saved': 'refused',
  'rule.switched': ({ state }) => (state === 'off' ? 'taken' : 'refused'),
  'rule.removed': 'refused',
  'rule.rehearsed': 'taken',
  'rule.started': 'refused',
  'runs.wanted': 'taken',
  'run.decided': 'refused',
  'runs.exported': 'taken',
  'rules.exported': 'taken',
  'rules.importPlanned': 'taken',
  'rules.importTaken': 'refused',
  'destination.saved': 'refused',
  'destination.previewed': 'taken',
  'destination.agreed': 'refused',
  'destination.tested': 'refused',
  // Whoever wants an address to be forgotten is never held up.
  'destination.removed': 'taken',
};

const RULES: Rules<AnyMessage> = { ...OF_LINK, ...OF_MARKET, ...OF_SURFACE, ...OF_APP, ...OF_OWN };

/** True for a message, already parsed, that must not be followed while Latchdesk is read-only. */
export function isRefusedReadOnly(message: AnyMessage): boolean {
  const rule = RULES[message.type] as Rule<AnyMessage>;
  return (typeof rule === 'function' ? rule(message) : rule) === 'refused';
}
