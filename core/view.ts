/** Builds what the surfaces show from a desk. */
import { attentionOf } from '../domain/attention.ts';
import { sortDialogs, totalUnread } from '../domain/dialogs.ts';
import type { Draft } from '../domain/drafts.ts';
import { finishOrder } from '../domain/finish-order.ts';
import type { DialogRecord } from '../domain/ledger.ts';
import { labelOf } from '../domain/portals/known-portal.ts';
import { hiddenWith } from '../domain/preferences.ts';
import type { SlotLevel } from '../domain/slots.ts';
import type { DialogView, DraftView, PortalSummary, PortalView, SessionView } from '../domain/view.ts';
import { accessTotals } from './access/access-view.ts';
import type { PortalDesk } from './portal-desk.ts';
import { shownWatch } from './watch/plan.ts';

/** Closed dialogs in a view unless more are asked for. */
const CLOSED_IN_VIEW = 50;
/** Dialogs that are not closed in a view: far beyond what a person has, but a view goes to every tab. */
const OTHERS_IN_VIEW = 500;

/** Characters of a draft that a list shows. */
const EXCERPT = 200;

/** One dialog with what the user has added to it. */
export function toDialogView({ eventAt: _e, statusAt: _s, ...dialog }: DialogRecord, desk: PortalDesk, now: number) {
  const note = desk.notes.get(dialog.chatId) ?? null;
  return {
    ...dialog,
    ticket: note?.ticket || dialog.ticket,
    alias: note?.alias ?? '',
    tags: note?.tags ?? [],
    isNudged: (note?.nudgedAt ?? 0) > 0,
    isRefusalNew: (dialog.refusedAt ?? 0) > (note?.refusalSeenAt ?? 0),
    attention: attentionOf(dialog, note, desk.settings, now),
  } satisfies DialogView;
}

/** The beginning of a text; never half of a pair of code units, which would be drawn as a hole. */
const beginning = (text: string): string => text.slice(0, EXCERPT).replace(/[\uD800-\uDBFF]$/, '');

const toDraftView = ({ text, ...draft }: Draft): DraftView => ({ ...draft, excerpt: beginning(text) });

/** True when the number on show is not backed by the portal right now. */
function isStale({ row, session, slots }: PortalDesk, now: number): boolean {
  const { used, keepsUntil } = slots.context;
  const isRead = used !== null;
  // The alarm that makes numbers stale may ring late: after a night, or not at all.
  const isOld = slots.value.freshness === 'stale' || (isRead && now >= keepsUntil);
  const isMissingEvents = isRead && row.missedSince > 0 && row.readingLeaseUntil <= now;
  const isAnswering = session.value === 'live' || (session.value === 'unknown' && !isRead);
  return isOld || isMissingEvents || !isAnswering;
}

/** A portal that Latchdesk keeps off is like one that it does not support: nothing is shown on its pages. */
function sessionOf({ row, session, rules }: PortalDesk): SessionView {
  const { reason, failure, since } = session.context;
  const whyPaused = rules.whyPaused(row.origin);
  if (whyPaused === null) return { state: session.value, reason, failure, since };
  const pausedAt = rules.portalOf(row.origin)?.pause?.since ?? since;
  return { state: 'unsupported', reason: whyPaused, failure: null, since: pausedAt };
}

/** What the badge and one line need; sorts no dialogs. */
export function buildSummary(desk: PortalDesk, now: number): PortalSummary {
  const { row, slots, ledger, rules } = desk;
  const place = { origin: row.origin, prefix: '/', label: '', colour: 'indigo', pause: null } as const;
  const { prefix, colour, pause, ...named } = rules.portalOf(row.origin) ?? place;
  const { used, created, limit, limitSource, atMost, source, at } = slots.context;
  return {
    key: row.key,
    origin: row.origin,
    host: new URL(row.origin).host,
    prefix,
    label: labelOf({ ...named, prefix }),
    colour,
    pause,
    userId: row.userId,
    botId: ledger.botId,
    language: desk.language,
    isReadOnly: rules.preferences.isReadOnly,
    watch: shownWatch(desk),
    session: sessionOf(desk),
    slots: {
      level: slots.value.level as SlotLevel | 'unread',
      used,
      created,
      limit,
      limitSource,
      atMost,
      source,
      at,
      stale: isStale(desk, now),
    },
    dialogTotal: ledger.dialogs.length,
    unread: totalUnread(ledger.dialogs),
    reading: row.readingLeaseUntil > now,
    chip: row.chip,
    access: accessTotals(desk.access.register.all, now),
  };
}

/** What the surfaces show of one portal. */
export function buildView(desk: PortalDesk, now: number, closedCount = CLOSED_IN_VIEW): PortalView {
  const sorted = sortDialogs(desk.ledger.dialogs);
  const others = sorted.filter((dialog) => dialog.status !== 'close');
  const closed = sorted.slice(others.length, others.length + closedCount);
  const { settings, rules } = desk;
  const { featuresOff } = rules.preferences;
  const { knowsOneQuestion, warnsOfSecrets, hiddenCards } = settings;
  return {
    ...buildSummary(desk, now),
    register: desk.access.view({ dialogs: sorted, notes: desk.notes }, settings, now),
    dialogs: [...others.slice(0, OTHERS_IN_VIEW), ...closed].map((dialog) => toDialogView(dialog, desk, now)),
    toFinish: finishOrder(sorted, settings, now).map(({ dialog, ...rest }) => ({ chatId: dialog.chatId, ...rest })),
    drafts: desk.drafts.pending.map(toDraftView),
    market: desk.market.view(settings),
    settings: { knowsOneQuestion, warnsOfSecrets, hiddenCards: hiddenWith(hiddenCards, rules.preferences) },
    featuresOff,
  };
}
