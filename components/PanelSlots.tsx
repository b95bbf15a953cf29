import type { PortalView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import { troubleOf } from './Notice.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import { SlotMeter } from './SlotMeter.tsx';
import { STALE, standingOf } from './standing.ts';
import { useText } from './text-context.ts';

export interface PanelSlotsProps {
  view: PortalView;
  now: number;
  onReadAgain: () => void;
}

/** How full it is, and how Latchdesk knows. */
export function PanelSlots(props: PanelSlotsProps) {
  const { view } = props;
  const text = useText();
  return (
    <section class="panel-section" aria-label={text.slots.heading}>
      <h3 class="section-title">{text.slots.heading}</h3>
      <SlotMeter slots={view.slots} standing={view.slots.stale ? STALE : standingOf(view)} />
      {view.slots.at === null ? (
        <ReadAgain reading={view.reading} onReadAgain={props.onReadAgain} />
      ) : (
        <Provenance {...props} at={view.slots.at} />
      )}
    </section>
  );
}

/** Where the numbers came from and how old they are. */
function Provenance({ view, now, at, onReadAgain }: PanelSlotsProps & { at: number }) {
  const text = useText();
  const { stale } = view.slots;
  return (
    <div class="provenance" data-stale={stale}>
      {stale && <Icon name="clock" />}
      <span title={text.time(at, now)}>
        {text.slots.provenance(text.slots.source[view.slots.source], text.age(at, now))}
      </span>
      {!troubleOf(text, view) && <ReadAgain reading={view.reading} onReadAgain={onReadAgain} look="icon-button" />}
    </div>
  );
}
