/** The sign of Latchdesk on every surface: a bolt sliding into its keeper. */
export function LatchMark({ size = 16 }: { size?: number }) {
  return (
    <svg class="latch-mark" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="15" height="15" rx="4" class="latch-plate" />
      <path d="M3 8h6.500M5.5 8V5.2" class="latch-bolt" />
      <path d="M10 4.500h2.500v7H10" class="latch-bolt" />
    </svg>
  );
}
