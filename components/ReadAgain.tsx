import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface ReadAgainProps {
  /** True while a reading is under way: the button stays, and keeps the focus, but does nothing. */
  reading: boolean;
  onReadAgain: () => void;
  look?: 'button' | 'text-button' | 'icon-button';
  /** Accessible name where the words alone would not tell which portal. */
  name?: string;
}

/** Reads the portal again. */
export function ReadAgain({ reading, onReadAgain, look = 'button', name }: ReadAgainProps) {
  const text = useText();
  const words = reading ? text.panel.reading : text.panel.readAgain;
  const isIcon = look === 'icon-button';
  return (
    <button
      type="button"
      class={look}
      aria-label={name ?? (isIcon ? words : undefined)}
      title={isIcon ? words : undefined}
      aria-disabled={reading}
      onClick={() => !reading && onReadAgain()}
    >
      {isIcon ? <Icon name="refresh" size={16} /> : words}
    </button>
  );
}
