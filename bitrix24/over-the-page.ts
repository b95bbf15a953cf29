/** What the portal draws over the page of a frame: sliders, which give the page their own address, and windows. */

/** Frame of a slider in the page below it; a closed one may stay there, not drawn. */
const SLIDER = '.side-panel-overlay';
/** Windows and menus; all of them are children of the body. */
const WINDOW = '.popup-window';

/** True while a slider is open above this page. */
export const isUnderSlider = (page: Document): boolean => [...page.querySelectorAll(SLIDER)].some(isDrawnNow);

/** True while one of the portal's windows is where `box` is. */
export const isWindowAt = (page: Document, box: DOMRect): boolean =>
  [...page.querySelectorAll(WINDOW)].some((window) => isDrawnNow(window) && meet(window.getBoundingClientRect(), box));

function isDrawnNow(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style !== undefined && style.display !== 'none' && style.visibility !== 'hidden';
}

const meet = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Calls back when a slider or a window may have come, moved or gone; returns how to stop. */
export function onThingsOver(page: Document, look: () => void): () => void {
  const watched = new WeakSet<Element>();
  const observer = new MutationObserver(() => {
    watchEach();
    look();
  });
  const watchEach = () => {
    for (const thing of page.querySelectorAll(`${SLIDER}, ${WINDOW}`)) {
      if (watched.has(thing)) continue;
      watched.add(thing);
      observer.observe(thing, { attributeFilter: ['class', 'style'] });
    }
  };
  if (page.body) observer.observe(page.body, { childList: true });
  watchEach();
  return () => observer.disconnect();
}
