/** Messages between the surfaces (overlay, cards, popup, dashboard), the tabs and the background; parsed there. */
import * as v from 'valibot';
import { LONGEST_ACCESS, LONGEST_NAME, LONGEST_REASON } from '../domain/access/record.ts';
import { LONGEST_DRAFT, LONGEST_TOPIC } from '../domain/drafts.ts';
import type { GuardView } from '../domain/guard.ts';
import { LONGEST_ALIAS, LONGEST_NOTE, LONGEST_TAG, LONGEST_TICKET, LONGEST_URL, MOST_TAGS } from '../domain/notes.ts';
import { HIDEABLE_CARDS } from '../domain/settings.ts';
import type { PortalView } from '../domain/view.ts';
import type { AccessQuery } from './link-protocol.ts';
import type { ChatAppQuery } from './market-protocol.ts';

const DialogId = v.pipe(v.string(), v.regex(/^(chat)?[1-9]\d{0,14}$/));
const ChatId = v.pipe(v.number(), v.integer(), v.minValue(1));
const Moment = v.pipe(v.number(), v.integer(), v.minValue(0));
const NaturalNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const PortalKey = v.pipe(v.string(), v.maxLength(300));
const DraftId = v.pipe(v.string(), v.uuid());
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const Chip = v.object({
  edge: v.picklist(['left', 'right']),
  offset: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  isHidden: v.boolean(),
});

const GuardEvent = v.variant('type', [
  v.object({ type: v.literal('button.pressed'), origin: v.picklist(['portalButton', 'panel', 'popup']) }),
  v.object({
    type: v.literal('way.chosen'),
    way: v.picklist(['closeRequest', 'openRequest', 'park', 'override']),
  }),
  v.object({ type: v.literal('went.back') }),
  v.object({ type: v.literal('proceeded') }),
  v.object({ type: v.literal('draft.saved'), draftId: DraftId }),
  v.object({ type: v.literal('overridden'), reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) }),
  v.object({ type: v.literal('card.closed') }),
]);
export type GuardWish = v.InferOutput<typeof GuardEvent>;

const DraftEvent = v.variant('type', [
  v.object({ type: v.picklist(['parked', 'used', 'discarded', 'restored']) }),
  v.object({ type: v.literal('snoozed'), until: Moment }),
]);

const DraftTexts = v.object({
  id: DraftId,
  kind: v.picklist(['parked', 'message', 'sent', 'refused']),
  title: text(LONGEST_TOPIC),
  text: text(LONGEST_DRAFT),
  dialogId: v.nullable(DialogId),
});

const NoteChanges = v.partial(
  v.object({
    alias: text(LONGEST_ALIAS),
    tags: v.pipe(v.array(text(LONGEST_TAG)), v.maxLength(MOST_TAGS)),
    text: text(LONGEST_NOTE),
    taskUrl: v.union([v.literal(''), v.pipe(v.string(), v.maxLength(LONGEST_URL), v.url(), v.regex(/^https?:/i))]),
    ticket: text(LONGEST_TICKET),
    snoozedUntil: Moment,
    nudgedAt: Moment,
    refusalSeenAt: Moment,
  }),
);

const Day = v.pipe(v.string(), v.isoDate());
const Days = v.pipe(v.array(Day), v.maxLength(2_000));
const Minutes = v.pipe(NaturalNumber, v.maxValue(1_440));
const SettingsChanges = v.partial(
  v.object({
    workingTime: v.object({
      timeZone: text(60),
      weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.maxLength(7)),
      from: Minutes,
      until: Minutes,
      holidays: Days,
      workdays: Days,
    }),
    waitingHours: v.pipe(v.number(), v.minValue(0.5), v.maxValue(200)),
    idleDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
    knowsOneQuestion: v.boolean(),
    warnsOfSecrets: v.boolean(),
    hiddenCards: v.pipe(v.array(v.picklist(HIDEABLE_CARDS)), v.maxLength(HIDEABLE_CARDS.length)),
    accessDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_ACCESS)),
    accessReminders: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))), v.maxLength(10)),
    integratorReviewDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_ACCESS)),
    guardsOthers: v.boolean(),
  }),
);

const RecordId = v.pipe(v.string(), v.regex(/^[\w:-]{1,80}$/));
const AccessDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_ACCESS));
const Reason = v.pipe(text(LONGEST_REASON), v.trim());
const Name = v.pipe(text(LONGEST_NAME), v.trim());

/** What a person says of a request or an access. */
const AccessEvent = v.variant('type', [
  v.object({ type: v.literal('snoozed'), until: Moment }),
  /** Not mine to answer; or mine after all. */
  v.object({ type: v.picklist(['setAside', 'takenBack']) }),
  /** A probable request is one. */
  v.object({ type: v.literal('confirmed') }),
  /** A warning was read, a probable request is none, a notice was seen. */
  v.object({ type: v.literal('dismissed') }),
  v.object({
    type: v.literal('answered'),
    answer: v.picklist(['granted', 'declined', 'revoked', 'ended']),
    at: Moment,
    answerer: v.optional(Name),
    days: v.optional(AccessDays),
  }),
  /** Asked once after the answer; empty: nothing to say. */
  v.object({
    type: v.literal('reasonGiven'),
    reason: Reason,
    ticket: text(LONGEST_TICKET),
    chatId: v.nullable(ChatId),
  }),
  v.object({
    type: v.literal('corrected'),
    changes: v.partial(
      v.object({
        days: AccessDays,
        startsAt: Moment,
        requestedAt: Moment,
        ticket: text(LONGEST_TICKET),
        chatId: v.nullable(ChatId),
        reason: Reason,
        answerer: Name,
        name: Name,
      }),
    ),
  }),
  /** How the banner of a page is shown: the next page does the same. */
  v.object({ type: v.picklist(['folded', 'unfolded', 'announced']) }),
  /** An integrator's account was looked at. */
  v.object({ type: v.literal('reviewed') }),
  /** The portal's own button under the request was pressed in this page; null: nobody can tell which. */
  v.object({
    type: v.literal('pressed'),
    messageId: NaturalNumber,
    button: v.nullable(v.picklist(['allow', 'deny', 'end'])),
  }),
]);
export type AccessWish = v.InferOutput<typeof AccessEvent>;

/** What a person enters by hand. */
const EnteredRecord = v.variant('kind', [
  v.object({
    kind: v.literal('vendor'),
    id: v.pipe(v.string(), v.uuid()),
    state: v.picklist(['pending', 'granted', 'declined', 'revoked', 'ended']),
    requestedAt: Moment,
    /** When it was granted; of one that was not granted the moment of the answer. */
    startsAt: v.nullable(Moment),
    /** When one that is over did end, if somebody knows. */
    endedAt: v.optional(Moment),
    days: AccessDays,
    ticket: text(LONGEST_TICKET),
    chatId: v.nullable(ChatId),
    reason: Reason,
    answerer: Name,
  }),
  v.object({
    kind: v.literal('partner'),
    id: v.pipe(v.string(), v.uuid()),
    partnerName: Name,
    startsAt: Moment,
    reason: Reason,
    answerer: Name,
  }),
  v.object({
    kind: v.literal('integrator'),
    id: v.pipe(v.string(), v.uuid()),
    name: v.pipe(Name, v.minLength(1)),
    userId: v.pipe(v.string(), v.regex(/^\d{0,12}$/)),
    since: Moment,
  }),
]);
export type EnteredRecord = v.InferOutput<typeof EnteredRecord>;

/** A card that a surface asks the page's tab to show. */
const Card = v.variant('kind', [
  /** `isLastTry`: the page before had no way to the list; if this one has none either, the user is told. */
  v.object({
    kind: v.literal('newDialog'),
    origin: v.picklist(['panel', 'popup']),
    isLastTry: v.optional(v.literal(true)),
  }),
  v.object({ kind: v.literal('dialog'), chatId: ChatId }),
  v.object({ kind: v.literal('question'), dialogId: v.nullable(DialogId) }),
  v.object({ kind: v.literal('drafts') }),
]);
export type Card = v.InferOutput<typeof Card>;

const about = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), key: PortalKey, ...entries });

/** From the surfaces: what runs in a tab may speak only of its own origin. */
export const SurfaceMessage = v.variant('type', [
  v.object({ type: v.literal('overlay.started') }),
  v.object({ type: v.literal('cards.started') }),
  v.object({ type: v.literal('views.wanted') }),
  about('chip.placed', { chip: Chip }),
  about('reading.wanted', {}),
  about('right.claimed', {}),
  about('dialog.wanted', { dialogId: DialogId }),
  about('dialogs.wanted', { closedCount: NaturalNumber }),
  about('card.wanted', { card: Card }),
  /** In a new tab: the page has no messenger. */
  about('card.wantedInNewTab', { card: Card }),
  about('guard.told', { event: GuardEvent }),
  about('draft.kept', { draft: DraftTexts }),
  about('draft.told', { id: DraftId, event: DraftEvent }),
  about('draft.wanted', { id: DraftId }),
  about('note.changed', { chatId: ChatId, changes: NoteChanges }),
  about('details.wanted', { chatId: ChatId }),
  about('search.wanted', { query: text(200), limit: v.pipe(NaturalNumber, v.maxValue(500)) }),
  about('settings.wanted', {}),
  about('settings.changed', { changes: SettingsChanges }),
  about('report.wanted', { from: Moment, until: Moment }),
  /** With `newest`, only so many, the newest ones of that time. */
  about('journal.wanted', {
    from: Moment,
    until: Moment,
    newest: v.optional(v.pipe(NaturalNumber, v.minValue(1), v.maxValue(10_000))),
  }),
  about('access.told', { id: RecordId, event: AccessEvent }),
  about('access.entered', { record: EnteredRecord }),
  /** Opens the message of a request in the portal and marks its buttons. */
  about('access.opened', { id: RecordId }),
  /** Opens the register on the extension's own page; answered with true. */
  about('register.opened', {}),
  about('register.wanted', {}),
  about('history.wanted', { id: v.nullable(RecordId) }),
  /** Reads sign-ins during an access from the portal's event log. */
  about('signIns.wanted', { id: RecordId }),
]);
export type SurfaceMessage = v.InferOutput<typeof SurfaceMessage>;

/** From the background to a tab. */
export type TabMessage =
  /** `guard`: the card of this tab's new-dialog guard. */
  | { type: 'view.changed'; view: PortalView; guard: GuardView | null }
  | { type: 'read'; userId: string; access: AccessQuery }
  | { type: 'isLive' }
  /** `messageId`: scrolls to that message; null: to the end. */
  | { type: 'dialog.open'; dialogId: string; messageId: number | null }
  /** Answered with true by the access banner where it is loaded. */
  | { type: 'access.isThere' }
  /** Marks the portal's own buttons under the message of a request that is on show. */
  | { type: 'access.mark'; key: string; id: string }
  /** Answered with SignIns. */
  | { type: 'signIns.read'; userId: string; from: number; until: number }
  /** Answered with ChatAppReading. */
  | { type: 'chatapp.read'; userId: string; query: ChatAppQuery }
  | { type: 'card.show'; key: string; card: Card }
  /** The page says which portal it belongs to; answered with true. `name`: as it is read out, `colour`: in CSS. */
  | { type: 'edge.show'; label: string; name: string; colour: string }
  | { type: 'edge.hide' };

/** What the cards of a tab begin with. */
export interface CardsStart {
  view: PortalView;
  guard: GuardView | null;
  /** What the tab was told to show before its cards were there. */
  card: Card | null;
  /** True when the user has allowed notifications. */
  canNotify: boolean;
}
