/** What is set, watched and remembered of a portal at two addresses, as one: what was chosen at the new address stays. */
import type { AccessWatch } from '../access/watch.ts';
import type { DialogRecord } from '../ledger.ts';
import type { MarketWatch } from '../market/view.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_SETTINGS } from '../settings-defaults.ts';
import { DEFAULT_WATCH, planWatch } from '../watch/schedule.ts';
import { NEVER_WATCHED, type Watch } from '../watch/watch.ts';
import type { KnownPortal } from './known-portal.ts';
import { newerOf } from './moved.ts';

/** True for two values that are stored alike. */
export const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Settings that nobody has changed at the new address are as they were at the old one. */
export function joinSettings(here: Settings, moved: Settings): { settings: Settings; taken: (keyof Settings)[] } {
  const names = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
  const taken = names.filter(
    (name) => isAlike(here[name], DEFAULT_SETTINGS[name]) && !isAlike(here[name], moved[name]),
  );
  return { settings: { ...here, ...Object.fromEntries(taken.map((name) => [name, moved[name]])) }, taken };
}

/** How the portal was watched without a tab; attempts at the old address say nothing of the new one. */
export function joinWatch(here: Watch | null, moved: Watch, now: number): { watch: Watch; isTaken: boolean } {
  const isTaken = !isAlike(moved.settings, DEFAULT_WATCH) && (here === null || isAlike(here.settings, DEFAULT_WATCH));
  if (here && !isTaken) return { watch: here, isTaken };
  const state = here?.state ?? NEVER_WATCHED;
  return { watch: { settings: moved.settings, state, plan: planWatch(state, moved.settings, now, 0) }, isTaken };
}

/** What keeps requests from being missed or told twice: message numbers are the same at both addresses. */
export function joinAccessWatch(here: AccessWatch, moved: AccessWatch): AccessWatch {
  const readUpTo = new Map(here.readUpTo);
  for (const [chatId, messageId] of moved.readUpTo)
    readUpTo.set(chatId, Math.max(messageId, readUpTo.get(chatId) ?? 0));
  const mentions = [...here.mentions, ...moved.mentions].sort((a, b) => b.at - a.at);
  return {
    ...here,
    readUpTo: [...readUpTo],
    mentions: mentions.filter(({ chatId }, index) => mentions.findIndex((each) => each.chatId === chatId) === index),
    presses: [...here.presses, ...moved.presses].sort((a, b) => b.at - a.at).slice(0, 10),
    outbox: [...here.outbox, ...moved.outbox.filter(({ key }) => !here.outbox.some((each) => each.key === key))],
    nextAt: earlier(here.nextAt, moved.nextAt),
    userName: here.userName || moved.userName,
  };
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** Which application it is, is said by a person: what was said at the new address counts. */
export function joinMarket(here: MarketWatch, moved: MarketWatch): MarketWatch {
  const base = here.confirmed ? here : moved.confirmed ? moved : newerOf(here, moved, ({ listedAt }) => listedAt ?? 0);
  const wipes = [here.lastWipe, moved.lastWipe].filter((wipe) => wipe !== null);
  return {
    ...base,
    declined: [...new Set([...here.declined, ...moved.declined])],
    generation: here.generation ?? moved.generation,
    lastWipe: wipes.sort((a, b) => b.at - a.at)[0] ?? null,
  };
}

/** One dialog that both lists have: the new address was read later, and only what nobody saw there comes from the old. */
export function joinDialogs(here: DialogRecord, moved: DialogRecord): DialogRecord {
  const { createdAt, openedAt, firstOwnAt, firstReplyAt, closedAt } = moved.course;
  const { course } = here;
  const isClosed = here.status === 'close';
  return {
    ...here,
    title: here.title ?? moved.title,
    turn: here.turn ?? (here.lastActivityAt === moved.lastActivityAt ? moved.turn : null),
    course: {
      createdAt: course.createdAt ?? createdAt,
      openedAt: course.openedAt ?? openedAt,
      firstOwnAt: course.firstOwnAt ?? firstOwnAt,
      firstReplyAt: course.firstReplyAt ?? firstReplyAt,
      closedAt: course.closedAt ?? (isClosed ? closedAt : null),
    },
    refusedAt: here.refusedAt ?? (here.status === 'open' ? null : moved.refusedAt),
    ticket: here.ticket ?? moved.ticket,
  };
}

/** Name and colour of the portal, where the new address has no name yet. */
export function joinLooks(here: KnownPortal, moved: KnownPortal | undefined): KnownPortal {
  if (!moved?.label || here.label) return here;
  return { ...here, label: moved.label, colour: moved.colour };
}
