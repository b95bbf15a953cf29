/** What of the page the note keeps clear of. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { bottomBarHeight } from '../../bitrix24/bottom-bar.ts';
import { isUnderSlider, isWindowAt, onThingsOver } from '../../bitrix24/over-the-page.ts';

/** True while a slider lies over this page: what is to be said is said in the slider's own frame. */
export function useUnderSlider(): boolean {
  const [isUnder, setUnder] = useState(() => isUnderSlider(document));
  useEffect(() => {
    const look = () => setUnder(isUnderSlider(document));
    look();
    return onThingsOver(document, look);
  }, []);
  return isUnder;
}

/** True while one of the portal's windows or menus would be covered by what stands there in its full size. */
export function useWindowBelow(dock: RefObject<HTMLElement>): boolean {
  const [isBelow, setBelow] = useState(false);
  const whole = useRef<DOMRect | null>(null);
  useEffect(() => {
    const look = () => {
      // What has stepped aside is small: what counts is how much it would take.
      if (dock.current?.querySelector('[data-size="tab"]') === null)
        whole.current = dock.current.getBoundingClientRect();
      setBelow(whole.current !== null && isWindowAt(document, whole.current));
    };
    look();
    return onThingsOver(document, look);
  }, [dock]);
  return isBelow;
}

/** Px from the right edge at which the note stands for sure. */
const PROBE = 40;

/** Pixels at the lower edge that belong to a bar of the page; such bars come and go with what a person does. */
export function useBottomInset(rightInset: number): number {
  const [inset, setInset] = useState(0);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setInset(bottomBarHeight(document, rightInset + PROBE)));
    };
    const signals = ['click', 'change', 'resize', 'transitionend'] as const;
    for (const signal of signals) addEventListener(signal, look, true);
    look();
    return () => {
      cancelAnimationFrame(frame);
      for (const signal of signals) removeEventListener(signal, look, true);
    };
  }, [rightInset]);
  return inset;
}
