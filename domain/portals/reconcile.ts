/**
 * Brings three things in line: the scripts that the browser has registered, the hosts it lets us into, and the portals
 * that the user has added. Any of them may have changed while nobody looked: an update of the extension takes all
 * registrations back, and permissions are given and taken in the browser's own settings.
 */
import type { KnownPortal } from './known-portal.ts';
import { covers } from './match-pattern.ts';

/** A content script as it is wanted in the pages of one portal; plain data. */
export interface ScriptRegistration {
  id: string;
  js: readonly string[];
  matches: readonly string[];
  excludeMatches: readonly string[];
  allFrames: boolean;
  world: 'MAIN' | 'ISOLATED';
}

/** What the ids of portals' scripts begin with; scripts of other names are left alone. */
export const PORTAL_SCRIPT = 'portal|';

export interface PortalScripts extends Pick<KnownPortal, 'origin' | 'source' | 'pattern' | 'pause'> {
  /** The scripts of this portal while it is not paused; of a portal from the manifest none. */
  scripts: readonly ScriptRegistration[];
}

export interface Reconciliation {
  /** Ids to take back, before anything is registered. */
  unregister: string[];
  register: ScriptRegistration[];
  /** Origins whose permission is gone: pause them, and say so. */
  pause: string[];
  /** Origins whose permission is back. */
  resume: string[];
}

/** What has to be done; nothing when all is in line. `granted`: the origins that the browser lists as allowed. */
export function reconcile(
  registered: readonly ScriptRegistration[],
  granted: readonly string[],
  portals: readonly PortalScripts[],
): Reconciliation {
  const isAllowed = ({ pattern }: PortalScripts) => granted.some((each) => covers(each, pattern));
  const works = portals.filter((portal) => isAllowed(portal) && portal.pause?.by !== 'user');
  const wanted = new Map(works.flatMap(({ scripts }) => scripts).map((script) => [script.id, script]));
  const ours = registered.filter(({ id }) => id.startsWith(PORTAL_SCRIPT));
  const fitting = new Set(ours.filter((script) => isSame(script, wanted.get(script.id))).map(({ id }) => id));
  return {
    unregister: ours.flatMap(({ id }) => (fitting.has(id) ? [] : id)),
    register: [...wanted.values()].filter(({ id }) => !fitting.has(id)),
    pause: portals.filter((portal) => !portal.pause && !isAllowed(portal)).map(({ origin }) => origin),
    resume: portals
      .filter((portal) => portal.pause?.by === 'permission' && isAllowed(portal))
      .map(({ origin }) => origin),
  };
}

/** Browsers give lists back in an order of their own. */
function isSame(one: ScriptRegistration, other: ScriptRegistration | undefined): boolean {
  if (!other || one.allFrames !== other.allFrames || one.world !== other.world) return false;
  const lists = ['js', 'matches', 'excludeMatches'] as const;
  return lists.every((list) => [...one[list]].sort().join('\n') === [...other[list]].sort().join('\n'));
}
