/** Arrow keys, Home and End walk through the rows of a list; Tab goes through them as through everything else. */

/** Marks what the keys stop at. */
export const ROW = 'data-row';

/** For `onKeyDown` of whatever holds the rows; lists may stand in lists, the innermost that has a next row moves. */
export function onArrowKeys(event: KeyboardEvent): void {
  const { key, target, currentTarget } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement) || isTyping(target)) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>(`[${ROW}]`)];
  const next = rows[nextIndex(key, rows, target)];
  if (!next || next === target) return;
  event.preventDefault();
  next.focus();
}

/** In a field these keys belong to its text. */
const isTyping = ({ localName }: HTMLElement) => ['input', 'textarea', 'select'].includes(localName);

const isBefore = (one: Node, other: Node) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Seen from whatever has the focus, which may stand between two rows; -1: nowhere. */
function nextIndex(key: string, rows: readonly HTMLElement[], target: HTMLElement): number {
  const found = rows.findIndex((row) => row === target || isBefore(target, row));
  const at = found < 0 ? rows.length : found;
  switch (key) {
    case 'ArrowDown':
      return rows[at] === target ? at + 1 : at;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    default:
      return -1;
  }
}
