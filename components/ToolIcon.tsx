/** Icons of buttons that have no words; like `Icon` on a 16 px grid and hidden from screen readers. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.300l3.2 3.200',
  details: 'M3 3.500h10v9h-10zM9.5 3.500v9M5.3 6.500h1.700M5.3 9h1.700',
} as const;

export function ToolIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
