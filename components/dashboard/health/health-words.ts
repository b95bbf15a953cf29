/** What is said of all sources together, and how each state is marked. */
import type { HealthView, SourceState } from '../../../domain/health/view.ts';
import type { HealthVerdict } from '../../../domain/health-text.ts';
import type { IconName } from '../../Icon.tsx';

export const SIGN: Record<SourceState, { icon: IconName; tone: string }> = {
  ok: { icon: 'roomy', tone: 'good' },
  old: { icon: 'clock', tone: 'warning' },
  notSeen: { icon: 'unread', tone: 'quiet' },
  absent: { icon: 'aside', tone: 'quiet' },
  broken: { icon: 'near', tone: 'danger' },
};

/** `odd`: nothing is broken, but not everything was understood. */
export function verdictOf({ lines, broken }: HealthView): HealthVerdict {
  if (broken > 0) return 'broken';
  if (lines.some(({ malformed }) => malformed > 0)) return 'odd';
  return lines.some(({ state }) => state === 'ok' || state === 'old') ? 'fine' : 'unread';
}
