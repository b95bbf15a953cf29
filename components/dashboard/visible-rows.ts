/** Which rows of a long list are near enough to the window to be drawn; all have the same height. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** From `first` up to before `last`. */
export interface RowRange {
  first: number;
  last: number;
}

/** Rows drawn beyond each end at least, so that a turn of the wheel shows no gap. */
const SPARE = 10;
/** The range moves by so many rows at once, so that not every turn of the wheel draws. */
const STEP = 5;

/** `above`: px of the list that are scrolled away at the top; negative while it begins lower. */
export function rowsIn({
  above,
  height,
  rowHeight,
  count,
}: Record<'above' | 'height' | 'rowHeight' | 'count', number>) {
  const within = (row: number) => Math.min(count, Math.max(0, row));
  const first = Math.floor((above / rowHeight - SPARE) / STEP) * STEP;
  const last = Math.ceil(((above + height) / rowHeight + SPARE) / STEP) * STEP;
  return { first: within(first), last: within(last) };
}

/** Follows the window's scrolling; the list lies in the page, not in a box of its own. */
export function useVisibleRows(list: RefObject<HTMLElement>, rowHeight: number, count: number): RowRange {
  const measure = (): RowRange =>
    rowsIn({ above: -(list.current?.getBoundingClientRect().top ?? 0), height: window.innerHeight, rowHeight, count });
  const [range, setRange] = useState(measure);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const next = measure();
      setRange((known) => (known.first === next.first && known.last === next.last ? known : next));
    };
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', lookSoon, { passive: true });
    window.addEventListener('resize', lookSoon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', lookSoon);
      window.removeEventListener('resize', lookSoon);
    };
  }, [rowHeight, count]);
  return { first: Math.min(range.first, count), last: Math.min(range.last, count) };
}
