/** The three numbers over all portals, each with how many portals it was read on and how old it is. */
import type { PortalView } from '../../../domain/view.ts';

export interface Total {
  /** Null: nobody could read it anywhere, which is not zero. */
  count: number | null;
  /** Portals whose number is in it, of all. */
  read: number;
  of: number;
  /** Epoch ms of the oldest number in it; null: none was read. */
  oldestAt: number | null;
}

export interface OverviewTotals {
  requests: Total & { /** Epoch ms since which the oldest waits. */ since: number | null };
  grants: Total & { overdue: number };
  dialogs: Total & { /** Portals without a free place. */ full: number };
}

/** What the portals tell together. */
export function totalsOf(portals: readonly PortalView[]): OverviewTotals {
  const working = portals.filter(({ pause }) => pause === null);
  // Requests of a user who has left may be answered by now.
  const asked = working.filter(({ session }) => session.state !== 'signedOut');
  const requests = totalOf(working, asked, readAccessAt, ({ access }) => access.pending);
  // An access runs on while nobody looks, so paused portals count as well.
  const grants = totalOf(portals, portals, knownAccessAt, ({ access }) => access.running);
  const dialogs = totalOf(working, working, readSlotsAt, ({ slots }) => slots.used ?? 0);
  const waits = asked.flatMap(({ access }) => access.pendingSince ?? []);
  return {
    requests: { ...requests, since: waits.length > 0 ? Math.min(...waits) : null },
    grants: { ...grants, overdue: sum(portals.map(({ access }) => access.overdue)) },
    dialogs: { ...dialogs, full: working.filter(isFull).length },
  };
}

function totalOf(
  all: readonly PortalView[],
  asked: readonly PortalView[],
  readAt: (portal: PortalView) => number | null,
  countOf: (portal: PortalView) => number,
): Total {
  const read = asked.filter((portal) => readAt(portal) !== null);
  const times = read.flatMap((portal) => readAt(portal) ?? []);
  return {
    count: read.length > 0 ? sum(read.map(countOf)) : null,
    read: read.length,
    of: all.length,
    oldestAt: times.length > 0 ? Math.min(...times) : null,
  };
}

const readAccessAt = ({ register }: PortalView) => register.readAt;

/** What somebody has entered is known without any reading. */
const knownAccessAt = ({ register, access, slots, session }: PortalView) =>
  register.readAt ?? (access.running > 0 ? (slots.at ?? session.since) : null);

/** Who is signed out, or not served, has a number of the past only. */
const readSlotsAt = ({ session, slots }: PortalView) =>
  session.state === 'signedOut' || session.state === 'unsupported' || slots.used === null ? null : slots.at;

const isFull = (portal: PortalView): boolean =>
  readSlotsAt(portal) !== null && !portal.slots.stale && ['full', 'over'].includes(portal.slots.level);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
