import type { PutAway } from '../../domain/access/banner-text.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { useAccessText } from '../text-context.ts';
import { useBannerText } from './banner-text-context.ts';
import { useReturnedFocus } from './returned-focus.ts';

interface PutAwayLineProps {
  kind: PutAway;
  /** Epoch ms until which it rests; null: for good. */
  until: number | null;
  now: number;
  hasFailed: boolean;
  onUndo: () => void;
  onDismiss: () => void;
}

/** Says that something was put off or away, and takes it back. */
export function PutAwayLine({ kind, until, now, hasFailed, onUndo, onDismiss }: PutAwayLineProps) {
  const words = useAccessText();
  const text = useBannerText();
  const frame = useReturnedFocus();
  const line = kind === 'snoozed' && until !== null ? text.snoozed(words.clock(until, now)) : text.putAway[kind];
  return (
    <section class="access" aria-label={text.name} tabIndex={-1} ref={frame}>
      <div class="access-banner" data-tone="quiet">
        <div class="access-line">
          <LatchMark size={20} />
          <p class="access-words" role="status">
            {hasFailed ? text.notSaved : line}
          </p>
          <div class="access-line-actions">
            <button type="button" class="text-button" data-access-focus onClick={onUndo}>
              {text.button.undo}
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={text.dismiss}
              title={text.dismiss}
              onClick={onDismiss}
            >
              <Icon name="cross" size={16} />
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}
