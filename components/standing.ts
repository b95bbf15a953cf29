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
  if (view.slots.stale) return STALE;
  return BY_LEVEL[view.slots.level];
}

/** Labels that are a sign already. */
const SAYS_IT_ITSELF = /^[?∞–]/;

/** The icon that stands beside a label; none where the label is a sign itself. */
export const iconBeside = (label: string, standing: Standing): IconName | null =>
  SAYS_IT_ITSELF.test(label) ? null : standing.icon;
