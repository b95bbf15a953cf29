/** Where a hint stands beside one of the portal's windows. */
import { useEffect, useState } from 'preact/hooks';
import type { HintPlace } from '../../components/market/WindowHint.tsx';

const GAP = 12;
const WIDTH = 320;
/** It may be a little higher; the style sheet keeps it on screen. */
const HEIGHT = 120;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Right of the window, else left, below or above it: never over it. Null: there is no room, so in the corner. */
export function placeBeside({ left, right, top, bottom }: Box, page: { width: number; height: number }): HintPlace {
  const atTop = Math.max(GAP, Math.min(top, page.height - HEIGHT - GAP));
  if (right + GAP + WIDTH <= page.width) return { left: right + GAP, top: atTop };
  if (left - GAP - WIDTH >= 0) return { left: left - GAP - WIDTH, top: atTop };
  const atLeft = Math.max(GAP, Math.min(left, page.width - WIDTH - GAP));
  if (bottom + GAP + HEIGHT <= page.height) return { left: atLeft, top: bottom + GAP };
  return top - GAP - HEIGHT >= 0 ? { left: atLeft, top: top - GAP - HEIGHT } : null;
}

const measure = (window: HTMLElement): HintPlace => {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return placeBeside(window.getBoundingClientRect(), { width, height });
};

/** The place beside a window, measured anew when the page moves under it or the window changes size. */
export function usePlaceBeside(window: HTMLElement): HintPlace {
  const [place, setPlace] = useState(() => measure(window));
  useEffect(() => {
    const look = () => setPlace(measure(window));
    const observer = new ResizeObserver(look);
    observer.observe(window);
    addEventListener('resize', look);
    addEventListener('scroll', look, true);
    look();
    return () => {
      observer.disconnect();
      removeEventListener('resize', look);
      removeEventListener('scroll', look, true);
    };
  }, [window]);
  return place;
}
