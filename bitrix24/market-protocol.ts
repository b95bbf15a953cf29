/** Messages about applications: what the market script says from any frame, and what surfaces want; parsed in the background. */
import * as v from 'valibot';
import { READING_PARTS, type ReadingPart } from '../domain/chatapp/book.ts';
import { ACCOUNT_STEPS } from '../domain/chatapp/personal-steps.ts';
import type { MarketView } from '../domain/market/view.ts';

const Moment = v.pipe(v.number(), v.minValue(0));
const PositiveId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e15));
const Code = v.pipe(v.string(), v.regex(/^[\w.-]{1,128}$/));
const UserId = v.pipe(v.string(), v.regex(/^\d{1,12}$/));
const CardType = v.pipe(v.string(), v.regex(/^[a-z_]{2,30}$|^dynamic_\d{1,9}$/));
const PortalKey = v.pipe(v.string(), v.maxLength(300));
const RunId = v.pipe(v.string(), v.regex(/^[\w:-]{1,80}$/));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const Generation = v.picklist(['new', 'old']);
const Presence = v.picklist(['active', 'absent', 'unknown']);

/** More applications than that are nobody's portal. */
export const MOST_APPS = 500;

const App = v.object({
  code: v.nullable(Code),
  appId: v.nullable(PositiveId),
  name: text(300),
  developer: text(300),
  presence: Presence,
  isUnpublished: v.nullable(v.boolean()),
  needsSubscription: v.boolean(),
});

/** What a page of the portal shows about applications. `shownSince`: epoch ms at which its contents were loaded. */
export const MarketSight = v.variant('kind', [
  v.object({
    kind: v.literal('apps'),
    generation: Generation,
    apps: v.pipe(v.array(App), v.maxLength(MOST_APPS)),
    provesAbsence: v.boolean(),
    shownSince: Moment,
  }),
  v.object({
    kind: v.literal('appPage'),
    generation: Generation,
    code: Code,
    name: text(300),
    presence: Presence,
    needsSubscription: v.boolean(),
    shownSince: Moment,
  }),
  /** The application itself, or what stands in its place; its fields are never read. */
  v.object({
    kind: v.literal('appFrame'),
    appId: v.nullable(PositiveId),
    code: v.nullable(Code),
    trouble: v.nullable(
      v.picklist(['noRights', 'notFinished', 'notInstalled', 'notFound', 'oldTab', 'denied', 'other']),
    ),
    shownSince: Moment,
  }),
  /** Tabs of all applications in a CRM card. */
  v.object({
    kind: v.literal('tabs'),
    card: CardType,
    tabs: v.pipe(
      v.array(
        v.object({
          placementId: PositiveId,
          title: text(300),
          isHidden: v.boolean(),
          owner: v.nullable(v.object({ appId: PositiveId, placement: text(80) })),
        }),
      ),
      v.maxLength(200),
    ),
    shownSince: Moment,
  }),
  v.object({
    kind: v.literal('tiles'),
    tiles: v.pipe(v.array(v.object({ connectorId: text(80), title: text(100) })), v.maxLength(500)),
    shownSince: Moment,
  }),
  /** The portal's window for installing is on show, or says why it does not. */
  v.object({
    kind: v.literal('install'),
    /** Of the application that is to be installed, where the page tells it. */
    code: v.optional(v.nullable(Code)),
    /** Its number, once the window leads to it: the new Market tells it nowhere else. */
    appId: v.optional(PositiveId),
    refusal: v.nullable(v.picklist(['subscription', 'rights', 'notFound', 'other'])),
    message: text(300),
  }),
  /** The portal's own dialog of access was open and is closed: its list may be another one now. */
  v.object({ kind: v.literal('accessClosed') }),
]);
export type MarketSight = v.InferOutput<typeof MarketSight>;

/** How a press on the portal's "Uninstall" went. */
const Press = v.variant('type', [
  /** It went through; `wipes` null: nobody could tell. `at`: epoch ms, as it may be heard only after its effect is seen. */
  v.object({
    type: v.literal('pressed'),
    code: v.nullable(Code),
    wipes: v.nullable(v.boolean()),
    at: v.optional(Moment),
  }),
  /** The portal said no, with its own words. */
  v.object({ type: v.literal('refused'), code: v.nullable(Code), message: text(300) }),
  /** The guard stopped it, and what was done about it. */
  v.object({
    type: v.picklist(['stopped', 'unticked', 'wentBack', 'insisted']),
    code: v.nullable(Code),
    name: text(300),
  }),
]);
export type UninstallTold = v.InferOutput<typeof Press>;

const Place = v.variant('kind', [
  v.object({
    kind: v.picklist([
      'installed',
      'contactCenter',
      'rolePermissions',
      'employees',
      'deals',
      'accessList',
      'detail',
      'application',
    ]),
  }),
  v.object({ kind: v.literal('line'), line: PositiveId }),
]);

const RunEvent = v.variant('type', [
  /** Records how it is now; also the second time, for the comparison. */
  v.object({ type: v.literal('record.wanted') }),
  /** "I have finished the installation in the application." */
  v.object({ type: v.literal('finish.told') }),
  v.object({ type: v.literal('comparison.closed') }),
  v.object({ type: v.literal('run.stopped') }),
  v.object({ type: v.literal('run.resumed') }),
]);
export type RunWish = v.InferOutput<typeof RunEvent>;

const Word = v.variant('type', [
  v.object({
    type: v.literal('option.told'),
    option: v.picklist(['password', 'personal', 'responsible']),
    value: v.nullable(v.boolean()),
  }),
  v.object({
    type: v.literal('role.told'),
    role: v.pipe(text(200), v.minLength(1)),
    right: v.picklist(['viewsLines', 'joins']),
    reach: v.nullable(v.picklist(['none', 'own', 'department', 'any'])),
  }),
  v.object({ type: v.literal('step.told'), step: v.picklist(ACCOUNT_STEPS), value: v.boolean() }),
  v.object({ type: v.literal('step.withdrawn'), step: v.picklist(ACCOUNT_STEPS) }),
  v.object({ type: v.literal('accounts.told'), without: v.pipe(v.array(UserId), v.maxLength(20_000)) }),
  v.object({ type: v.literal('installation.told'), value: v.picklist(['finished', 'unfinished']) }),
]);

const about = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), key: PortalKey, ...entries });

/** From the market script and its cards, in any frame of a portal's tab: origin and tab come from the browser. */
export const MarketMessage = v.variant('type', [
  /** Answered with MarketStart, null where Latchdesk has no say. */
  v.object({ type: v.literal('market.started') }),
  /** Answered with MarketStart as it is after it. */
  v.object({ type: v.literal('market.seen'), sight: MarketSight }),
  v.object({ type: v.literal('uninstall.told'), event: Press }),
  /** Puts what draws the cards beside the script, in this frame; answered with true when it is there. */
  v.object({ type: v.literal('marketCards.wanted') }),
]);
export type MarketMessage = v.InferOutput<typeof MarketMessage>;

/** Wishes about the application, from the cards on a page, the popup and the dashboard. */
export const AppMessage = v.variant('type', [
  /** "This one is ChatApp"; null: none of those on the list. */
  about('app.confirmed', { code: v.nullable(Code) }),
  /** Asks anew which one it is. */
  about('app.forgotten', {}),
  /** Opens a page of the portal in a tab of it; answered with true. */
  about('place.wanted', { place: Place }),
  /** Does not show a card on this portal any more. */
  about('marketCard.hidden', { card: v.picklist(['uninstallGuard', 'marketNote']) }),
  /** Opens the dashboard at the explanation, or at another part of ChatApp. */
  about('explainer.opened', { tab: v.optional(v.picklist(['explain', 'reinstall'])) }),
  /** Begins a reinstall, or goes on with the one that is open; answered with its id, null without a confirmed application. */
  about('reinstall.begun', {}),
  /** Answered with true when it fits. */
  about('reinstall.told', { id: RunId, event: RunEvent }),
  /** Answered with ChatAppBook; null for an unknown portal. Dashboard only. */
  about('book.wanted', {}),
  /** Reads through a tab of the portal; answered with null when it was read, else ReadTrouble. Dashboard only. */
  about('book.readAgain', { parts: v.pipe(v.array(v.picklist(READING_PARTS)), v.maxLength(READING_PARTS.length)) }),
  /** Answered with the book as it is then. Dashboard only. */
  about('book.told', { word: Word }),
]);
export type AppMessage = v.InferOutput<typeof AppMessage>;

/** What the market script of a frame knows; sent again to all frames when it changes (`market.changed`). */
export interface MarketStart {
  key: string;
  /** The language that the user has chosen for Latchdesk, else theirs on the portal. */
  language: string;
  /** Nothing may be changed; the guard guards all the same. */
  isReadOnly: boolean;
  market: MarketView;
  /** Cards that the user does not want on this portal. */
  hiddenCards: readonly string[];
}

/** From the background to all frames of a tab; only market scripts listen. */
export type MarketTabMessage =
  | { type: 'market.changed'; start: MarketStart }
  /** Latchdesk has no say on that portal any more: nobody is signed in, or somebody else, or without the right. */
  | { type: 'market.ended'; key: string }
  /** Opens the portal's own dialog of access for the application, where its list is on show. Never presses anything else. */
  | { type: 'market.openAccess'; code: string };

/** What a tab that reads for ChatApp shall read. The answer is a ChatAppReading, parsed by `chatapp-schema.ts`. */
export interface ChatAppQuery {
  code: string | null;
  appId: number | null;
  parts: readonly ReadingPart[];
}
