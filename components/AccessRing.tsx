interface AccessRingProps {
  /** Days that are left. */
  left: number;
  /** Days of the whole access. */
  days: number;
}

const RADIUS = 14;
const LENGTH = 2 * Math.PI * RADIUS;

/** A clock that runs down, with the days that are left inside; the line beside it says the same. */
export function AccessRing({ left, days }: AccessRingProps) {
  const share = Math.min(1, Math.max(0, left / Math.max(1, days)));
  return (
    <svg class="access-ring" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r={RADIUS} />
      <circle class="left" cx="16" cy="16" r={RADIUS} stroke-dasharray={`${share * LENGTH} ${LENGTH}`} />
      <text x="16" y="20">
        {left}
      </text>
    </svg>
  );
}
