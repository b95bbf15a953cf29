/** What the portal itself docks to the edges of its pages. */

/** The compact list of chats at the right edge; both page designs print it under this id. */
const COMPACT_CHAT_LIST = '#bx-im-external-recent-list';

/** A docked bar is narrower than this; anything wider is content. */
const WIDEST_BAR = 160;

/** Pixels at the right edge that belong to the portal's own bar; 0 where there is none. */
export function rightEdgeInset(page: Document): number {
  const bar = page.querySelector(COMPACT_CHAT_LIST)?.getBoundingClientRect();
  const width = page.documentElement.clientWidth;
  if (!bar || bar.width === 0 || bar.height === 0 || bar.right < width - 1) return 0;
  const inset = Math.ceil(width - bar.left);
  return inset <= WIDEST_BAR ? inset : 0;
}
