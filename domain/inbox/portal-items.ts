/** What of one portal needs a person. */
import type { AccessItem, GrantView, LookalikeView } from '../access/view.ts';
import { isOpenRun } from '../market/reinstall.ts';
import type { RunView } from '../market/view.ts';
import type { DialogView, DraftView, PortalView } from '../view.ts';
import type { InboxItem, InboxReason } from './item.ts';

/** Of a view all that is looked at. */
export type InboxPortal = Pick<PortalView, 'key' | 'host' | 'session' | 'slots' | 'dialogs' | 'drafts'> & {
  register: Pick<PortalView['register'], 'items'>;
  market: Pick<PortalView['market'], 'run'>;
  /** The user has paused the portal: nothing is said but that an access ends or should have ended. */
  isPaused?: boolean;
};

/** A reason with what tells one piece of news from the next of its kind. */
interface News {
  reason: InboxReason;
  at: number | null;
  mark: string | number;
}

/** All that needs a person on one portal, in no particular order. */
export function itemsOf(portal: InboxPortal, now: number): InboxItem[] {
  return newsOf(portal, now).map(({ reason, at, mark }) => ({
    id: `${portal.key}|${reason.kind}|${mark}`,
    portal: portal.key,
    host: portal.host,
    at,
    reason,
  }));
}

function newsOf(portal: InboxPortal, now: number): News[] {
  const access = accessNews(portal.register.items);
  // Ends come whoever is signed in; what was asked of a user who has left may be answered by now.
  const ends = access.filter(({ reason }) => reason.kind === 'overdue' || reason.kind === 'ending');
  if (portal.isPaused || portal.session.reason === 'paused') return ends;
  const run = reinstallNews(portal.market.run);
  switch (portal.session.state) {
    case 'signedOut':
      return [...ends, ...run, { reason: { kind: 'signedOut' }, at: portal.session.since, mark: '' }];
    case 'unsupported':
      return [...access, ...run];
    default:
      return [
        ...access,
        ...run,
        ...slotNews(portal),
        ...portal.dialogs.flatMap(dialogNews),
        ...portal.drafts.flatMap((draft) => draftNews(draft, now)),
        ...failureNews(portal),
      ];
  }
}

/** Follows what pages say in their banner: it knows what rests, was dismissed or is not the user's to answer. */
function accessNews(items: readonly AccessItem[]): News[] {
  const lookalikes = items.filter((item) => item.kind === 'lookalike' && item.banner !== null);
  return [...lookalikeNews(lookalikes as LookalikeView[]), ...items.flatMap(recordNews)];
}

/** One line for all of a portal: whoever floods it with imitations must not push the true request out of sight. */
function lookalikeNews(items: readonly LookalikeView[]): News[] {
  const newest = items.reduce<LookalikeView | null>(
    (best, each) => (best && best.lastAt >= each.lastAt ? best : each),
    null,
  );
  if (!newest) return [];
  const count = items.reduce((sum, each) => sum + each.count, 0);
  const reason = { kind: 'lookalike', recordId: newest.id, name: newest.sender.name, count } as const;
  return [{ reason, at: newest.lastAt, mark: `${newest.id}:${newest.lastAt}` }];
}

function recordNews(item: AccessItem): News[] {
  const { id: recordId, banner: kind, requestedAt: at } = item;
  if (item.kind === 'partner' && kind === 'partner')
    return [{ reason: { kind, recordId, name: item.partnerName }, at, mark: `${recordId}:${at}` }];
  if (kind === 'unclear')
    return [
      { reason: { kind, recordId }, at: item.answeredAt ?? item.changedAt, mark: `${recordId}:${item.answeredAt}` },
    ];
  return item.kind === 'vendor' ? grantNews(item) : [];
}

function grantNews({
  id: recordId,
  banner: kind,
  requestedAt,
  days,
  daysSource,
  endsAt,
  ticketClosedAt,
}: GrantView): News[] {
  switch (kind) {
    case 'request':
    case 'probable':
      return [{ reason: { kind, recordId, days, daysSource }, at: requestedAt, mark: `${recordId}:${requestedAt}` }];
    case 'overdue':
    case 'ending':
      return [{ reason: { kind, recordId, endsAt, daysSource }, at: endsAt, mark: `${recordId}:${endsAt}` }];
    case 'ticketClosed':
      return [
        { reason: { kind, recordId, endsAt, daysSource }, at: ticketClosedAt, mark: `${recordId}:${ticketClosedAt}` },
      ];
    default:
      return [];
  }
}

/** Numbers that nobody backs say nothing of how full it is. */
function slotNews({ session, slots }: InboxPortal): News[] {
  const { level, used, limit, limitSource, atMost, stale } = slots;
  if ((level !== 'over' && level !== 'full') || stale || session.state !== 'live') return [];
  if (used === null || limit?.kind !== 'count') return [];
  const isAssumed = limitSource === 'assumed';
  return [{ reason: { kind: level, used, max: limit.max, isAssumed, atMost }, at: null, mark: '' }];
}

function dialogNews({ chatId, attention }: DialogView): News[] {
  if (!attention) return [];
  const { since: at } = attention;
  const mark = `${chatId}:${at}`;
  switch (attention.kind) {
    case 'refused':
      return [{ reason: { kind: 'refused', chatId }, at, mark }];
    case 'waiting':
      return [{ reason: { kind: 'waiting', chatId, worked: attention.worked }, at, mark }];
    case 'idle':
      return [{ reason: { kind: 'idle', chatId, days: attention.days }, at, mark }];
  }
}

function draftNews({ id, kind, state, title, excerpt, offeredAt, snoozedUntil }: DraftView, now: number): News[] {
  if (kind !== 'parked' || state !== 'offered' || snoozedUntil > now) return [];
  const reason = { kind: 'parked', draftId: id, topic: title.trim() || excerpt.trim() } as const;
  return [{ reason, at: offeredAt, mark: `${id}:${offeredAt}` }];
}

function reinstallNews(run: RunView | null): News[] {
  if (!run || !isOpenRun(run) || isGivenUp(run)) return [];
  const { id, name, state, startedAt } = run;
  return [{ reason: { kind: 'reinstall', runId: id, name, state }, at: startedAt, mark: `${id}:${state}` }];
}

/** Stopped by a person before anything was taken away: nobody waits for its end. */
const isGivenUp = ({ stop, stoppedIn }: RunView): boolean =>
  stop?.kind === 'byUser' && (stoppedIn === 'checked' || stoppedIn === 'recorded');

/** A computer without a network says so itself; fifty portals need not. */
function failureNews({ session }: InboxPortal): News[] {
  const { state, failure, since } = session;
  if (state !== 'degraded' || failure === null || failure === 'offline') return [];
  return [{ reason: { kind: 'unreadable', failure }, at: since, mark: failure }];
}
