import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Rows<T> {
  rows: readonly T[];
  keyOf: (row: T) => string | number;
  /** px */
  rowHeight: number;
  body: RefObject<HTMLElement>;
}

/** One row takes part in the Tab order; the arrow keys choose which. It stays the same row when the order changes. */
export function useActiveRow<T>({ rows, keyOf, rowHeight, body }: Rows<T>) {
  const [key, setKey] = useState<string | number | null>(null);
  const isFocusWanted = useRef(false);
  const found = key === null ? 0 : rows.findIndex((row) => keyOf(row) === key);
  const active = Math.max(0, found);

  useLayoutEffect(() => {
    if (!isFocusWanted.current) return;
    isFocusWanted.current = false;
    const button = body.current?.querySelector<HTMLElement>('.row-button[tabindex="0"]');
    button?.focus({ preventScroll: true });
    button?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key, Math.max(1, Math.floor(window.innerHeight / rowHeight) - 2));
    const isOnRow = event.target instanceof Element && event.target.matches('.row-button');
    const next = rows[Math.min(rows.length - 1, Math.max(0, active + step))];
    if (step === 0 || !isOnRow || next === undefined) return;
    event.preventDefault();
    isFocusWanted.current = true;
    setKey(keyOf(next));
  };
  return { active, onKeyDown, setActive: (row: T) => setKey(keyOf(row)) };
}

function stepOf(pressed: string, page: number): number {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return steps[pressed] ?? 0;
}
