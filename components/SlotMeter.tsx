import { slotSentence } from '../domain/sentences.ts';
import type { SlotsView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import type { Standing } from './standing.ts';
import { useText } from './text-context.ts';

export interface SlotMeterProps {
  slots: SlotsView;
  standing: Standing;
}

/** Beyond this many slots the segments would be too thin to count. */
const SEGMENTS_UP_TO = 20;

/** How many slots are taken: a sentence, and segments where there is a number to draw. */
export function SlotMeter({ slots, standing }: SlotMeterProps) {
  const text = useText();
  const { used, limit } = slots;
  const counted = used !== null && limit?.kind === 'count' && slots.level !== 'unread' ? limit.max : null;
  return (
    <div class="meter" data-tone={standing.tone}>
      {counted !== null && used !== null && <Segments used={used} max={counted} />}
      <p class="meter-sentence">
        <Icon name={standing.icon} size={16} />
        <span>{slotSentence(text, slots)}</span>
        {counted !== null && used !== null && slots.level === 'near' && !slots.atMost && (
          <span class="quiet">{text.slots.count(used, counted)}</span>
        )}
      </p>
      {counted !== null && slots.limitSource === 'assumed' && <p class="quiet">{text.slots.assumedLimit(counted)}</p>}
      {counted !== null && slots.atMost && <p class="quiet">{text.slots.atMostWhy}</p>}
      {used !== null && slots.created > 0 && <p class="quiet">{text.slots.created(slots.created)}</p>}
    </div>
  );
}

function Segments({ used, max }: { used: number; max: number }) {
  const total = Math.max(used, max);
  if (total > SEGMENTS_UP_TO) {
    return (
      <div class="meter-bar" aria-hidden="true">
        <span class="filled" style={{ width: `${(Math.min(used, max) / total) * 100}%` }} />
        {used > max && <span class="over" style={{ width: `${((used - max) / total) * 100}%` }} />}
      </div>
    );
  }
  const kind = (index: number) => (index >= max ? 'over' : index < used ? 'filled' : 'free');
  return (
    <div class="meter-segments" aria-hidden="true">
      {Array.from({ length: total }, (_, index) => (
        <span key={index} class={kind(index)} />
      ))}
    </div>
  );
}
