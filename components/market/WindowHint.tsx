import { useRef, useState } from 'preact/hooks';
import type { WarnWhy } from '../../domain/market-text.ts';
import { useEscape } from '../cards/card-escape.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { CardWhy, WhyButton } from './CardWhy.tsx';
import { useMarketText } from './market-text-context.ts';

/** Upper left corner in px of the window that holds the page; null: in the corner of it. */
export type HintPlace = { left: number; top: number } | null;

export interface WindowHintProps {
  why: WarnWhy;
  place: HintPlace;
  onDismiss: () => void;
  /** Null: it cannot be put away. */
  onHideHere: (() => void) | null;
}

/** A word beside the portal's window: Latchdesk stands aside there. */
export function WindowHint({ why, place, onDismiss, onHideHere }: WindowHintProps) {
  const { product, warning } = useMarketText();
  const [isExplained, setExplained] = useState(false);
  const bubble = useRef<HTMLElement>(null);
  useEscape(bubble, false, onDismiss);
  return (
    <aside
      class="hint market-hint"
      ref={bubble}
      aria-label={product}
      data-tone="warning"
      data-place={place ? 'beside' : 'corner'}
      style={place ? { '--left': `${place.left}px`, '--top': `${place.top}px` } : {}}
    >
      <LatchMark />
      <div class="hint-words">
        <div role="status">
          <p class="hint-title">
            <Icon name="near" />
            {warning.title[why]}
          </p>
          <p>{warning.text}</p>
        </div>
        <div class="inline-actions">
          <button type="button" class="text-button" onClick={onDismiss}>
            {warning.dismiss}
          </button>
          <WhyButton isOpen={isExplained} onToggle={() => setExplained(!isExplained)} />
        </div>
        {isExplained && <CardWhy card="uninstallGuard" onHideHere={onHideHere} />}
      </div>
    </aside>
  );
}
