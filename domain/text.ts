/** The texts every language has to supply, and how numbers and dates become words. */
import type { DialogStatus } from './dialogs.ts';
import type { PortalView, ReadFailure, SlotsView, Source, UnsupportedReason } from './view.ts';

/** One language of the interface. */
export interface Locale {
  /** BCP 47 tag for the `lang` attribute. */
  language: string;
  messages: Messages;
}

/** A trouble in three short steps; `short` fits after a comma. */
export interface Trouble {
  short: string;
  what: string;
  meaning: string;
  /** The meaning while nothing has been read yet, where it differs. */
  meaningUnread?: string;
  next: string;
}

export interface Messages {
  /** How the language writes numbers and times. */
  number: (value: number) => string;
  /** "2 minutes ago", "yesterday", "12 December". */
  age: (at: number, now: number) => string;
  /** "today 14:05", "12 December 14:05". */
  time: (at: number, now: number) => string;
  /** "14:05" today, day and time before that. */
  clock: (at: number, now: number) => string;

  product: {
    name: string;
    independent: string;
    standsAside: string;
    updated: string;
    reload: string;
    dismiss: string;
  };
  chip: {
    /** What the number counts, first words of the accessible name. */
    subject: string;
    off: string;
    single: string;
    reading: string;
    unknown: (why: string) => string;
    stale: (clock: string, why: string) => string;
    assumedLimit: string;
    move: string;
  };
  slots: {
    heading: string;
    roomy: (used: number, max: number) => string;
    near: string;
    full: (max: number) => string;
    over: (used: number, max: number) => string;
    atMost: (used: number, max: number) => string;
    unlimited: (used: number) => string;
    single: string;
    switchedOff: string;
    unread: string;
    count: (used: number, max: number) => string;
    created: (count: number) => string;
    assumedLimit: (max: number) => string;
    atMostWhy: string;
    source: Record<Source, string>;
    /** Source and age on one line. */
    provenance: (source: string, age: string) => string;
  };
  trouble: Record<ReadFailure, Trouble>;
  stale: Trouble;
  unsupported: Record<UnsupportedReason, Trouble>;
  dialogs: {
    heading: string;
    list: string;
    status: Record<DialogStatus, string>;
    mainChat: string;
    mainTitle: string;
    untitled: (chatId: number) => string;
    unread: (count: number) => string;
    unreadSome: string;
    unreadUnknown: string;
    unreadTotal: (dialogs: number, messages: number | null) => string;
    lastActivity: (time: string) => string;
    noActivity: string;
    closed: (count: number) => string;
    showMore: (count: number) => string;
    olderInPortal: (count: number) => string;
    none: string;
    noneHint: string;
    noneOpen: string;
    oneQuestion: string;
  };
  panel: {
    name: (host: string) => string;
    close: string;
    menu: string;
    readAgain: string;
    reading: string;
    why: string;
    whyText: string;
    hideHere: string;
    otherSide: string;
    openedInTab: string;
    openFailed: string;
    readFailed: string;
  };
  popup: {
    title: string;
    portals: string;
    loading: string;
    emptyTitle: string;
    emptySteps: readonly string[];
    errorTitle: string;
    errorText: string;
    retry: string;
    openPortal: string;
    openPortalNamed: (host: string) => string;
    readAgainNamed: (host: string) => string;
    user: (id: string) => string;
    claimRight: string;
    readNeedsTab: string;
    chipHidden: string;
    showChip: string;
  };
}

/** Plural forms of a word; a language gives those it has. */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

/** Picks the form of a word that goes with a number. */
export function plural(language: string, count: number, forms: PluralForms): string {
  const rule = cached(`plural ${language}`, () => new Intl.PluralRules(language)).select(count);
  return forms[rule as keyof PluralForms] ?? forms.other;
}

/** The whole number with the language's separators, never cut off. */
export function formatNumber(language: string, value: number): string {
  return cached(`number ${language}`, () => new Intl.NumberFormat(language)).format(value);
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** How long ago in words; past a week the date says more than a count of days. */
export function formatAge(language: string, at: number, now: number, justNow: string): string {
  const relative = cached(`age ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const passed = now - at;
  if (passed < MINUTE) return justNow;
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  const days = daysBetween(at, now);
  if (days === 0 || passed < 12 * HOUR) return relative.format(-Math.floor(passed / HOUR), 'hour');
  return days < 7 ? relative.format(-days, 'day') : formatDate(language, at, now);
}

/** "today 14:05", "yesterday 9:30", "12 December 14:05". */
export function formatTime(language: string, at: number, now: number): string {
  const relative = cached(`age ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const days = daysBetween(at, now);
  const day = days === 0 || days === 1 ? relative.format(-days, 'day') : formatDate(language, at, now);
  return `${day} ${hours(language, at)}`;
}

/** The time of day, with the day before it when that is not today. */
export function formatClock(language: string, at: number, now: number): string {
  return daysBetween(at, now) === 0 ? hours(language, at) : formatTime(language, at, now);
}

/** "12 December", with the year when it is another one. */
export function formatDate(language: string, at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return cached(
    `date ${language} ${sameYear}`,
    () =>
      new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month: 'long',
        ...(sameYear ? {} : { year: 'numeric' as const }),
      }),
  ).format(at);
}

/** The chip's few characters: `3/5`, `∞ 7`, `?`. No number unless the portal was read. */
export function chipLabel(messages: Messages, view: PortalView): string {
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
export function chipSentence(messages: Messages, view: PortalView, now: number): string {
  const { session, slots } = view;
  if (session.state === 'unsupported')
    return session.reason ? unsupportedLine(messages, session.reason) : messages.product.standsAside;
  if (session.state === 'signedOut') return messages.chip.unknown(messages.trouble.signedOut.short);
  if (slots.used === null || slots.at === null || slots.level === 'unread') {
    if (session.failure) return messages.chip.unknown(messages.trouble[session.failure].short);
    return view.reading ? messages.chip.reading : messages.slots.unread;
  }
  if (slots.stale || session.state === 'degraded') {
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
export function tooltipLine(messages: Messages, view: PortalView, now: number): string {
  const { state: session, reason } = view.session;
  if (session === 'unsupported' && reason) return `${view.host}: ${messages.unsupported[reason].short}`;
  const unread = unreadLine(messages, view);
  const state = `${view.host}: ${chipLabel(messages, view)} · ${chipSentence(messages, view, now)}`;
  return unread === null ? state : `${state} · ${unread}`;
}

/** What is unread on a portal, null when nothing is known to be. */
export function unreadLine(messages: Messages, view: PortalView): string | null {
  const { dialogs, messages: count } = view.unread;
  // What was unread before the user signed out is nobody's news now.
  const known = view.session.state !== 'signedOut' && view.session.state !== 'unsupported';
  return known && dialogs > 0 ? messages.dialogs.unreadTotal(dialogs, count) : null;
}

function unsupportedLine(messages: Messages, reason: UnsupportedReason): string {
  const trouble = messages.unsupported[reason];
  return `${trouble.what}. ${trouble.meaning}.`;
}

function hours(language: string, at: number): string {
  return cached(
    `hours ${language}`,
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  ).format(at);
}

/** Calendar days in the user's time zone; rounding absorbs the hour that summer time moves. */
function daysBetween(at: number, now: number): number {
  return Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY);
}

const formatters = new Map<string, unknown>();

/** Intl objects are slow to make and a list needs the same ones in every row. */
function cached<T>(key: string, make: () => T): T {
  const known = formatters.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  formatters.set(key, made);
  return made;
}
