/** What the portal docks to the bottom of its pages, such as the buttons for saving a form. */

/** A docked bar is lower than this; anything taller is content. */
const TALLEST_BAR = 160;

/** Px above the lower edge at which the page is asked what is there. */
const PROBE = 12;

/** Pixels at the lower edge that a docked bar takes `fromRight` px left of the right edge; 0 where there is none. */
export function bottomBarHeight(page: Document, fromRight: number): number {
  const { clientWidth: width, clientHeight: height } = page.documentElement;
  const there = page.elementsFromPoint?.(width - fromRight, height - PROBE) ?? [];
  return Math.max(0, ...there.map((element) => heightOfDocked(element, height)));
}

function heightOfDocked(element: Element, height: number): number {
  const { position } = element.ownerDocument.defaultView?.getComputedStyle(element) ?? {};
  if (position !== 'fixed' && position !== 'sticky') return 0;
  const bar = element.getBoundingClientRect();
  const taken = Math.ceil(height - bar.top);
  return bar.bottom >= height - 1 && taken <= TALLEST_BAR ? taken : 0;
}
