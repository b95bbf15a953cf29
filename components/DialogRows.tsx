import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DialogView } from '../domain/view.ts';
import { DialogRow } from './DialogRow.tsx';
import { useText } from './text-context.ts';

export interface DialogRowsProps {
  label: string;
  dialogs: readonly DialogView[];
  /** How many there are in all, where `dialogs` are not all of them. */
  total?: number;
  now: number;
  onOpen: (dialog: DialogView) => void;
  onDetails: ((dialog: DialogView) => void) | null;
  /** The user asked for this many in all; the parent may supply more. */
  onShowMore?: (count: number) => void;
}

const PAGE = 50;

/** Draws a page at a time: thousands of rows at once would freeze the portal's tab. */
export function DialogRows(props: DialogRowsProps) {
  const { label, dialogs, total = dialogs.length, now, onOpen, onDetails, onShowMore } = props;
  const text = useText();
  const [count, setCount] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const grownFrom = useRef<number | null>(null);
  const available = onShowMore ? total : dialogs.length;
  const rest = Math.max(0, available - count);
  const leftOut = total - available;

  // The button that was pressed may be gone: go on reading at the first new row.
  useLayoutEffect(() => {
    if (grownFrom.current === null) return;
    list.current?.querySelectorAll<HTMLElement>('.dialog-row')[grownFrom.current]?.focus();
    grownFrom.current = null;
  }, [count]);

  const showMore = () => {
    grownFrom.current = count;
    setCount(count + PAGE);
    onShowMore?.(count + PAGE);
  };
  return (
    <>
      <ul class="dialog-rows" aria-label={label} ref={list}>
        {dialogs.slice(0, count).map((dialog) => (
          <li key={dialog.chatId}>
            <DialogRow dialog={dialog} now={now} onOpen={onOpen} onDetails={onDetails} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="text-button" onClick={showMore}>
          {text.dialogs.showMore(Math.min(PAGE, rest))}
        </button>
      )}
      {rest === 0 && leftOut > 0 && <p class="quiet dialogs-none">{text.dialogs.olderInPortal(leftOut)}</p>}
    </>
  );
}
