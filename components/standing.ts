import type { PortalView } from '../domain/view.ts';
import type { IconName } from './Icon.tsx';

/** How a portal is drawn: the tone picks the colours, the icon says the same without them. */
export interface Standing {
  tone: 'good' | 'plain' | 'warning' | 'danger' | 'quiet';
  icon: IconName;
}

const BY_LEVEL: Record<PortalView['slots']['level'], Standing> = {
  roomy: { tone: 'good', icon: 'roomy' },
  near: { tone: 'warning', icon: 'near' },
  full: { tone: 'danger', icon: 'full' },
  over: { tone: 'danger', icon: 'over' },
  unlimited: { tone: 'plain', icon: 'unlimited' },
  single: { tone: 'plain', icon: 'single' },
  switchedOff: { tone: 'quiet', icon: 'switchedOff' },
  unread: { tone: 'quiet', icon: 'unread' },
};

/** Numbers that were right once. */
export const STALE: Standing = { tone: 'quiet', icon: 'clock' };

/** What is not known for sure never looks alarming or reassuring. */
export function standingOf(view: PortalView): Standing {
  if (view.session.state === 'unsupported') return { tone: 'quiet', icon: 'aside' };
  if (view.session.state === 'signedOut') return BY_LEVEL.unread;
  if (view.slots.level === 'unread') return view.reading ? STALE : BY_LEVEL.unread;
  if (isStale(view)) return STALE;
  return BY_LEVEL[view.slots.level];
}

/** True when the numbers are shown with the time they are from. */
export function isStale(view: PortalView): boolean {
  return view.slots.stale || view.session.state === 'degraded' || view.session.state === 'signedOut';
}
