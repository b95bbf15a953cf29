/** What a view says in words: the chip's label, its sentence, the tooltip. Pure, for surfaces and badge alike. */
import type { Messages } from './text.ts';
import type { PortalSummary, SlotsView, UnsupportedReason } from './view.ts';

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

/** A portal in one line for the toolbar tooltip. */
export function tooltipLine(messages: Messages, view: PortalSummary, now: number): string {
  const { state: session, reason } = view.session;
  if (session === 'unsupported' && reason) return `${view.host}: ${messages.unsupported[reason].short}`;
  const unread = unreadLine(messages, view);
  const state = `${view.host}: ${chipLabel(messages, view)} · ${chipSentence(messages, view, now)}`;
  return unread === null ? state : `${state} · ${unread}`;
}

/** What is unread on a portal, null when nothing is known to be. */
export function unreadLine(messages: Messages, view: PortalSummary): string | null {
  const { dialogs, messages: count } = view.unread;
  // What was unread before the user signed out is nobody's news now.
  const known = view.session.state !== 'signedOut' && view.session.state !== 'unsupported';
  return known && dialogs > 0 ? messages.dialogs.unreadTotal(dialogs, count) : null;
}

function unsupportedLine(messages: Messages, reason: UnsupportedReason): string {
  const trouble = messages.unsupported[reason];
  return `${trouble.what}. ${trouble.meaning}.`;
}
