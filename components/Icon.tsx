/** Line icons on a 16 px grid, hidden from screen readers: beside each stands a word, or its button has a name. */
const PATHS = {
  roomy: 'M3 8.5 6.5 12 13 4.5',
  near: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.9v.1',
  full: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  over: 'M8 13.5v-9M4.5 8 8 4.5 11.5 8M3 2h10',
  unlimited:
    'M8 8c-1.5-2.2-2.6-3-4-3a3 3 0 0 0 0 6c1.4 0 2.5-.8 4-3 1.5-2.2 2.6-3 4-3a3 3 0 0 1 0 6c-1.4 0-2.5-.8-4-3z',
  single: 'M2.5 3.500h11v7.500h-6l-3 2.500v-2.500h-2z',
  switchedOff: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.8 3.800l8.4 8.4',
  unread: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13 13 3',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3l2 1.5',
  aside: 'M3 8h10',
  new: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3l2 1.5',
  open: 'M2.5 3.500h11v7.500h-6l-3 2.500v-2.500h-2z',
  close: 'M3 8.5 6.5 12 13 4.5',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  cross: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 4l4 4-4 4',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.600M13 2v3h-3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.300l3.2 3.200',
  key: 'M4.500 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7.500 8h6.500v2.500M11.300 8v2',
  print: 'M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z',
  details: 'M3 3.500h10v9h-10zM9.5 3.500v9M5.3 6.500h1.700M5.3 9h1.700',
  rule: 'M9 1.500 3.500 9h4L7 14.500 12.500 7h-4z',
  panel: 'M2.500 3.500h11v9h-11zM10 3.500v9',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  name: IconName;
  size?: number;
}

export function Icon({ name, size = 14 }: IconProps) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
