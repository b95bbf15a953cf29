/** What a view says in words: the chip's label, its sentence, the tooltip. Pure, for surfaces and badge alike. */
import type { Attention } from './attention.ts';
import type { Messages } from './text.ts';
import type { DraftView, FinishView, PortalSummary, PortalView, SlotsView, UnsupportedReason } from './view.ts';

/** The chip's few characters: `3/5`, `∞ 7`, `?`. No number unless the portal was read. */
export function chipLabel(messages: Messages, view: PortalSummary): string {
  const { level, used, limit, atMost, limitSource } = view.slots;
  if (view.session.state === 'unsupported') return '–';
  if (view.session.state === 'signedOut') return '?';
  if (level === 'switchedOff') return messages.chip.off;
  if (level === 'unread' || used === null || limit === null) return view.reading ? '…' : '?';
  if (limit.kind === 'single') return messages.chip.single;
  if (limit.kind === 'unlimited') return `∞ ${messages.number(used)}`;
  if (limit.kind === 'off') return messages.chip.off;
  return `${atMost ? '≤' : ''}${messages.number(used)}/${limitSource === 'assumed' ? '~' : ''}${messages.number(limit.max)}`;
}

/** The one sentence that goes with the chip's label. */
export function chipSentence(messages: Messages, view: PortalSummary, now: number): string {
  const { session, slots } = view;
  if (session.state === 'unsupported')
    return session.reason ? unsupportedLine(messages, session.reason) : messages.product.standsAside;
  if (session.state === 'signedOut') return messages.chip.unknown(messages.trouble.signedOut.short);
  if (slots.used === null || slots.at === null || slots.level === 'unread') {
    if (session.failure) return messages.chip.unknown(messages.trouble[session.failure].short);
    return view.reading ? messages.chip.reading : messages.slots.unread;
  }
  if (slots.stale) {
    const why = session.failure ? messages.trouble[session.failure].short : messages.stale.short;
    return messages.chip.stale(messages.clock(slots.at, now), why);
  }
  return slotSentence(messages, slots);
}

/** How full it is, in words; "at most" where the server may count fewer. */
export function slotSentence(messages: Messages, slots: SlotsView): string {
  const { level, used, limit, atMost } = slots;
  const text = messages.slots;
  if (level === 'switchedOff') return text.switchedOff;
  if (level === 'unread' || used === null || limit === null) return text.unread;
  if (limit.kind === 'unlimited') return text.unlimited(used);
  if (limit.kind !== 'count') return limit.kind === 'single' ? text.single : text.switchedOff;
  if (atMost) return text.atMost(used, limit.max);
  if (level === 'over') return text.over(used, limit.max);
  if (level === 'full') return text.full(limit.max);
  return level === 'near' ? text.near : text.roomy(used, limit.max);
}

/** A portal in one line for the toolbar tooltip; `access` is what there is of access on it, and stands first. */
export function tooltipLine(
  messages: Messages,
  view: PortalSummary,
  now: number,
  access: readonly string[] = [],
): string {
  const { state: session, reason } = view.session;
  const unread = unreadLine(messages, view);
  const state = `${chipLabel(messages, view)} · ${chipSentence(messages, view, now)}`;
  const dialogs = unread === null ? state : `${state} · ${unread}`;
  const rest = session === 'unsupported' && reason ? messages.unsupported[reason].short : dialogs;
  return `${view.host}: ${[...access, rest].join('; ')}`;
}

/** What is unread on a portal, null when nothing is known to be. */
export function unreadLine(messages: Messages, view: PortalSummary): string | null {
  const { dialogs, messages: count } = view.unread;
  return isTheirs(view) && dialogs > 0 ? messages.dialogs.unreadTotal(dialogs, count) : null;
}

/** What was so before the user signed out is nobody's news now. */
const isTheirs = ({ session }: PortalSummary) => session.state !== 'signedOut' && session.state !== 'unsupported';

/** How many dialogs need the user. */
export const needyCount = (view: PortalView): number => view.dialogs.filter(({ attention }) => attention).length;

/** What on a portal needs a person, a line each, the most pressing first; empty when nothing does. */
export function needLines(messages: Messages, view: PortalView, now: number): string[] {
  if (!isTheirs(view)) return [];
  const parked = parkedLine(messages, view, now);
  const needy = needyCount(view);
  return [...(parked?.isOffered ? [parked.line] : []), ...(needy > 0 ? [messages.dialogs.needYou(needy)] : [])];
}

/** How the parked questions stand; null when there are none. */
export function parkedLine(
  { parked, clock }: Messages,
  { drafts }: PortalView,
  now: number,
): { isOffered: boolean; line: string } | null {
  const of = (state: DraftView['state']) => drafts.filter((draft) => draft.kind === 'parked' && draft.state === state);
  const resting = of('offered').filter((draft) => draft.snoozedUntil > now);
  const offered = of('offered').find((draft) => draft.snoozedUntil <= now);
  const waiting = of('waiting').length;
  if (offered) {
    const topic = offered.title.trim() || offered.excerpt.trim();
    return { isOffered: true, line: topic ? parked.offered(topic) : parked.offeredUntitled };
  }
  if (waiting > 0) return { isOffered: false, line: parked.waiting(waiting) };
  if (resting.length === 0) return null;
  const until = Math.min(...resting.map((draft) => draft.snoozedUntil));
  return { isOffered: false, line: parked.resting(resting.length, clock(until, now)) };
}

/** How long something has held: in its words, "for 5 h", "since yesterday". */
export function spanLine({ span, age }: Messages, since: number, now: number): string {
  const passed = Math.max(0, now - since);
  const days = Math.round((midnight(now) - midnight(since)) / DAY);
  if (passed < HOUR) return span.minutes(Math.max(1, Math.floor(passed / MINUTE)));
  if (days === 0 || passed < DAY / 2) return span.hours(Math.floor(passed / HOUR));
  if (days === 1) return span.yesterday;
  return days < 7 ? span.days(days) : span.since(age(since, now));
}

/** Why a dialog needs the user. */
export function attentionLine(messages: Messages, attention: Attention, now: number): string {
  const { waiting, idle, refused } = messages.dialogs.attention;
  if (attention.kind === 'waiting') return waiting(spanLine(messages, attention.since, now));
  return attention.kind === 'idle' ? idle(attention.days) : refused(messages.age(attention.since, now));
}

/** Why a dialog is one to finish, and since when. */
export function finishLine(messages: Messages, { reason, since }: FinishView, now: number): string {
  const words = messages.finish.reason[reason];
  return since === null || reason === 'unknownTurn' ? words : `${words} ${spanLine(messages, since, now)}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

function unsupportedLine(messages: Messages, reason: UnsupportedReason): string {
  const trouble = messages.unsupported[reason];
  return `${trouble.what}. ${trouble.meaning}.`;
}
