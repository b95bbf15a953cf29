import { DAY } from '../../../domain/access/record.ts';
import { daysUntil } from '../../../domain/access/sentences.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

interface ClockRingProps {
  /** Epoch ms. */
  startsAt: number | null;
  endsAt: number;
  now: number;
}

const HOUR = 3_600_000;
const RADIUS = 32;
const AROUND = 2 * Math.PI * RADIUS;

/** How much of an access is left; the sentence beside it says the same, so screen readers leave it out. */
export function ClockRing({ startsAt, endsAt, now }: ClockRingProps) {
  const left = endsAt - now;
  const whole = Math.max(1, endsAt - (startsAt ?? endsAt - DAY));
  const share = Math.min(1, Math.max(0, left / whole));
  return (
    <div class="clock-ring" aria-hidden="true">
      <svg viewBox="0 0 72 72" width="72" height="72" aria-hidden="true" focusable="false">
        <circle class="clock-ring-ground" cx="36" cy="36" r={RADIUS} />
        {left > 0 && (
          <circle
            class="clock-ring-left"
            cx="36"
            cy="36"
            r={RADIUS}
            stroke-dasharray={`${share * AROUND} ${AROUND}`}
            transform="rotate(-90 36 36)"
          />
        )}
      </svg>
      <Inside endsAt={endsAt} now={now} />
    </div>
  );
}

function Inside({ endsAt, now }: Pick<ClockRingProps, 'endsAt' | 'now'>) {
  const { register: words } = useDashboardText();
  if (endsAt <= now) {
    return (
      <span class="clock-ring-inside">
        <Icon name="near" size={24} />
      </span>
    );
  }
  const days = daysUntil(endsAt, now);
  const hours = Math.ceil((endsAt - now) / HOUR);
  const [count, unit] = days > 0 ? [days, words.daysUnit(days)] : [hours, words.hoursUnit(hours)];
  return (
    <span class="clock-ring-inside">
      <span class="clock-ring-count">{count}</span>
      <span class="clock-ring-unit">{unit}</span>
    </span>
  );
}
