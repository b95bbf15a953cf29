import { useState } from 'preact/hooks';
import type { DialogView } from '../domain/view.ts';
import { DialogRows, type DialogRowsProps } from './DialogRows.tsx';
import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface DialogListProps extends Omit<DialogRowsProps, 'label' | 'total'> {
  /** In the portal's order: not closed first. */
  dialogs: readonly DialogView[];
  /** How many there are in all, those left out of `dialogs` included. */
  total: number;
  /** Those that need the user come first, closed ones among them, too. */
  needyFirst?: boolean;
}

/** The user's dialogs: open and created first, closed ones behind a disclosure. */
export function DialogList({ dialogs, total, needyFirst = false, onShowMore, ...rows }: DialogListProps) {
  const text = useText();
  const [unfolded, setUnfolded] = useState(false);
  const isFirst = (dialog: DialogView) => needyFirst && dialog.attention !== null;
  const current = [
    ...dialogs.filter(isFirst),
    ...dialogs.filter((dialog) => dialog.status !== 'close' && !isFirst(dialog)),
  ];
  const closed = dialogs.filter((dialog) => dialog.status === 'close' && !isFirst(dialog));
  const closedTotal = Math.max(closed.length, total - current.length);
  if (current.length === 0 && closedTotal === 0) return <NoDialogs />;
  return (
    <div class="dialogs">
      {current.length > 0 ? (
        <DialogRows {...rows} label={needyFirst ? text.dialogs.heading : text.dialogs.list} dialogs={current} />
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
            <DialogRows
              {...rows}
              label={text.dialogs.closed(closedTotal)}
              dialogs={closed}
              total={closedTotal}
              {...(onShowMore && { onShowMore })}
            />
          )}
        </>
      )}
    </div>
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
