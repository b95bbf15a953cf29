import type { MarketPlace } from '../../domain/market/view.ts';
import type { NoteProps } from './note-props.ts';

interface PlaceButtonProps extends Pick<NoteProps, 'isBusy' | 'onPlace'> {
  kind: Exclude<MarketPlace['kind'], 'line'>;
  label: string;
  isStrong?: boolean;
}

/** Opens a page of the portal. */
export function PlaceButton({ kind, label, isStrong, isBusy, onPlace }: PlaceButtonProps) {
  return (
    <button
      type="button"
      class={isStrong ? 'button strong' : 'button'}
      aria-disabled={isBusy}
      onClick={() => !isBusy && onPlace({ kind })}
    >
      {label}
    </button>
  );
}
