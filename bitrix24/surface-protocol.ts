/** Messages between the surfaces (overlay, cards, popup, dashboard), the tabs and the background; parsed there. */
import * as v from 'valibot';
import { LONGEST_DRAFT, LONGEST_TOPIC } from '../domain/drafts.ts';
import type { GuardView } from '../domain/guard.ts';
import { LONGEST_ALIAS, LONGEST_NOTE, LONGEST_TAG, LONGEST_TICKET, LONGEST_URL, MOST_TAGS } from '../domain/notes.ts';
import { HIDEABLE_CARDS } from '../domain/settings.ts';
import type { PortalView } from '../domain/view.ts';

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
  }),
);

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
  about('journal.wanted', { from: Moment, until: Moment }),
]);
export type SurfaceMessage = v.InferOutput<typeof SurfaceMessage>;

/** From the background to a tab. */
export type TabMessage =
  /** `guard`: the card of this tab's new-dialog guard. */
  | { type: 'view.changed'; view: PortalView; guard: GuardView | null }
  | { type: 'read'; userId: string }
  | { type: 'isLive' }
  | { type: 'dialog.open'; dialogId: string }
  | { type: 'card.show'; key: string; card: Card };

/** What the cards of a tab begin with. */
export interface CardsStart {
  view: PortalView;
  guard: GuardView | null;
  /** What the tab was told to show before its cards were there. */
  card: Card | null;
  /** True when the user has allowed notifications. */
  canNotify: boolean;
}
