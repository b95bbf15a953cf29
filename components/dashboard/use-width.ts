import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Under this width a table is drawn as a list. */
const NARROW = 700;

/** True while an element has no room for a table. */
export function useIsNarrow(element: RefObject<HTMLElement>): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    if (!element.current) return;
    const look = (width: number) => setNarrow(width > 0 && width < NARROW);
    look(element.current.getBoundingClientRect().width);
    const observer = new ResizeObserver(([entry]) => entry && look(entry.contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return isNarrow;
}
