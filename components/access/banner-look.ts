import type { BannerMessages } from '../../domain/access/banner-text.ts';
import type { BannerKind } from '../../domain/access/view.ts';
import type { IconName } from '../Icon.tsx';

/** How a kind of banner is drawn: the tone picks the colours, the icon says the same without them. */
interface BannerLook {
  tone: 'plain' | 'good' | 'warning' | 'danger' | 'quiet';
  icon: IconName;
}

export const BANNER_LOOK: Record<BannerKind, BannerLook> = {
  lookalike: { tone: 'danger', icon: 'near' },
  request: { tone: 'plain', icon: 'key' },
  probable: { tone: 'warning', icon: 'key' },
  partner: { tone: 'plain', icon: 'key' },
  overdue: { tone: 'danger', icon: 'clock' },
  ticketClosed: { tone: 'warning', icon: 'key' },
  ending: { tone: 'warning', icon: 'clock' },
  unclear: { tone: 'warning', icon: 'near' },
  answered: { tone: 'good', icon: 'roomy' },
  answeredElsewhere: { tone: 'quiet', icon: 'roomy' },
};

/** Kinds whose details are the next step, and what that is called. */
export function detailsLabel({ button, details }: BannerMessages, kind: BannerKind): string {
  if (kind === 'answered') return button.giveReason;
  return kind === 'unclear' ? button.tellHow : details;
}
