import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SupportDialog } from '../domain/dialogs.ts';
import { DialogRow } from './DialogRow.tsx';
import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface DialogListProps {
  /** In the portal's order: not closed first. */
  dialogs: readonly SupportDialog[];
  /** How many there are in all, those left out of `dialogs` included. */
  total: number;
  now: number;
  onOpen: (dialog: SupportDialog) => void;
  /** The user asked for this many closed dialogs in all; the parent may supply more. */
  onShowMore?: (count: number) => void;
}

const PAGE = 50;

/** The user's dialogs: open and created first, closed ones behind a disclosure. */
export function DialogList({ dialogs, total, now, onOpen, onShowMore }: DialogListProps) {
  const text = useText();
  const [unfolded, setUnfolded] = useState(false);
  const current = dialogs.filter((dialog) => dialog.status !== 'close');
  const closed = dialogs.filter((dialog) => dialog.status === 'close');
  const closedTotal = Math.max(closed.length, total - current.length);
  if (current.length === 0 && closedTotal === 0) return <NoDialogs />;
  return (
    <div class="dialogs">
      {current.length > 0 ? (
        <Rows label={text.dialogs.list} dialogs={current} now={now} onOpen={onOpen} />
      ) : (
        <p class="quiet dialogs-none">{text.dialogs.noneOpen}</p>
      )}
      {closedTotal > 0 && (
        <>
          <button type="button" class="fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            <Icon name="chevron" />
            {text.dialogs.closed(closedTotal)}
          </button>
          {unfolded && (
            <Rows
              label={text.dialogs.closed(closedTotal)}
              dialogs={closed}
              total={closedTotal}
              now={now}
              onOpen={onOpen}
              {...(onShowMore && { onShowMore })}
            />
          )}
        </>
      )}
    </div>
  );
}

interface RowsProps extends Omit<DialogListProps, 'total'> {
  label: string;
  total?: number;
}

/** Draws a page at a time: thousands of rows at once would freeze the portal's tab. */
function Rows({ label, dialogs, total = dialogs.length, now, onOpen, onShowMore }: RowsProps) {
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
            <DialogRow dialog={dialog} now={now} onOpen={onOpen} />
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

function NoDialogs() {
  const text = useText();
  return (
    <div class="empty">
      <p class="empty-title">{text.dialogs.none}</p>
      <p class="quiet">{text.dialogs.noneHint}</p>
    </div>
  );
}
