import { useRef } from 'preact/hooks';
import type { HintKind } from '../../domain/cards-text.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { useCardText, useText } from '../text-context.ts';
import { useEscape } from './card-escape.ts';
import { type CardPlace, placed } from './card-place.ts';

export interface HintProps {
  kind: HintKind;
  /** What only this moment can tell, such as the new name. */
  detail?: string | null;
  /** One thing to do about it. */
  action?: { label: string; onAction: () => void } | undefined;
  place?: CardPlace;
  onDismiss: () => void;
}

const WARNINGS: ReadonlySet<HintKind> = new Set(['unsure', 'greyUnlimited', 'greyNotLoaded', 'notKept']);

/** A small bubble: one thing to know, nothing to decide. */
export function Hint({ kind, detail, action, place = 'corner', onDismiss }: HintProps) {
  const text = useText();
  const { hint } = useCardText();
  const bubble = useRef<HTMLElement>(null);
  useEscape(bubble, false, onDismiss);
  const tone = WARNINGS.has(kind) ? 'warning' : 'plain';
  return (
    <aside class="hint" ref={bubble} aria-label={text.product.name} data-tone={tone} {...placed(place)}>
      <LatchMark />
      <div class="hint-words">
        <div role="status">
          <p class="hint-title">
            {tone === 'warning' && <Icon name="near" />}
            {hint[kind].title}
          </p>
          <p>{hint[kind].text}</p>
          {detail && (
            <p class="quiet" dir="auto">
              {detail}
            </p>
          )}
        </div>
        <div class="inline-actions">
          {action && (
            <button type="button" class="button" onClick={action.onAction}>
              {action.label}
            </button>
          )}
          <button type="button" class="text-button" onClick={onDismiss}>
            {hint.dismiss[kind]}
          </button>
        </div>
      </div>
    </aside>
  );
}
