import type { ChipPosition } from './edge-drag.ts';
import { LatchMark } from './LatchMark.tsx';
import { useText } from './text-context.ts';

export interface UpdatedNoticeProps {
  /** Where the chip was. */
  position: ChipPosition;
  onReload: () => void;
  onDismiss: () => void;
}

/** Stands where the chip was once this page's part of the extension was cut off by an update. */
export function UpdatedNotice({ position, onReload, onDismiss }: UpdatedNoticeProps) {
  const text = useText();
  return (
    <aside
      class="updated"
      aria-label={text.product.name}
      data-edge={position.edge}
      style={{ '--offset': position.offset }}
    >
      <LatchMark />
      <div>
        <p role="status">{text.product.updated}</p>
        <button type="button" class="button" onClick={onReload}>
          {text.product.reload}
        </button>
        <button type="button" class="text-button" onClick={onDismiss}>
          {text.product.dismiss}
        </button>
      </div>
    </aside>
  );
}
