import { slotSentence } from '../../domain/sentences.ts';
import type { SlotsView } from '../../domain/view.ts';
import { useText } from '../text-context.ts';

/** Beyond this many the segments would be too thin to count. */
const SEGMENTS_UP_TO = 20;

interface SlotLineProps {
  slots: SlotsView;
  now: number;
  /** The sentence stands in the card's title already. */
  isTold?: boolean;
}

/** The slots in a card: segments, the sentence, where the number came from and how old it is. */
export function SlotLine({ slots, now, isTold = false }: SlotLineProps) {
  const text = useText();
  const { used, limit, at } = slots;
  const max = used !== null && limit?.kind === 'count' ? limit.max : null;
  const total = Math.max(used ?? 0, max ?? 0);
  return (
    <div class="slot-line meter" data-tone={toneOf(slots)}>
      {max !== null && total <= SEGMENTS_UP_TO && (
        <div class="meter-segments" aria-hidden="true">
          {Array.from({ length: total }, (_, index) => (
            <span key={index} class={index >= max ? 'over' : index < (used ?? 0) ? 'filled' : 'free'} />
          ))}
        </div>
      )}
      {!isTold && <p>{slotSentence(text, slots)}</p>}
      {at !== null && (
        <p class="quiet" title={text.time(at, now)}>
          {max !== null && used !== null && isTold && `${text.slots.count(used, max)}. `}
          {text.slots.provenance(text.slots.source[slots.source], text.age(at, now))}
        </p>
      )}
      {max !== null && slots.atMost && <p class="quiet">{text.slots.atMostWhy}</p>}
    </div>
  );
}

function toneOf({ level }: SlotsView) {
  if (level === 'full' || level === 'over') return 'danger';
  return level === 'near' ? 'warning' : 'good';
}
