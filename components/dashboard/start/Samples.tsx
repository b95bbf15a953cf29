import type { ComponentChildren } from 'preact';
import type { InboxItem } from '../../../domain/inbox/item.ts';
import type { SlotsView } from '../../../domain/view.ts';
import { Icon } from '../../Icon.tsx';
import { InboxList } from '../../inbox/InboxList.tsx';
import { LatchMark } from '../../LatchMark.tsx';
import { SlotMeter } from '../../SlotMeter.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

const HOST = 'portal.example.com';
const HOUR = 3_600_000;

/** What will be seen, drawn with the very parts it is made of; nothing in it can be pressed. */
export function Samples({ now }: { now: number }) {
  const { start: words } = useDashboardText();
  return (
    <>
      <div class="samples">
        <Sample {...words.chip}>
          <span class="sample-chip">
            <LatchMark />
            <Icon name="near" />
            4/5
          </span>
          <SlotMeter slots={slotsAt(now)} standing={{ tone: 'warning', icon: 'near' }} />
        </Sample>
        <Sample {...words.banner}>
          <span class="sample-banner">
            <LatchMark />
            <Icon name="key" />
            <span>{words.sampleBanner}</span>
          </span>
        </Sample>
        <Sample {...words.button}>
          <InboxList items={itemsAt(now)} portals={[]} now={now} onOpen={() => undefined} />
        </Sample>
      </div>
      <p class="quiet">{words.sample}</p>
    </>
  );
}

interface SampleProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

function Sample({ title, text, children }: SampleProps) {
  return (
    <figure class="sample">
      <div class="sample-picture" inert aria-hidden="true">
        {children}
      </div>
      <figcaption>
        <span class="start-option-title">{title}</span>
        <span class="quiet">{text}</span>
      </figcaption>
    </figure>
  );
}

const slotsAt = (now: number): SlotsView => ({
  ...{ level: 'near', used: 4, created: 0, limit: { kind: 'count', max: 5 }, limitSource: 'portal' },
  ...{ atMost: false, source: 'portal', at: now, stale: false },
});

const itemsAt = (now: number): InboxItem[] => [
  {
    ...{ id: 'request', portal: '', host: HOST, at: now - HOUR },
    reason: { kind: 'request', recordId: '', days: 21, daysSource: 'parsed' },
  },
  {
    ...{ id: 'full', portal: '', host: HOST, at: null },
    reason: { kind: 'full', used: 5, max: 5, isAssumed: false, atMost: false },
  },
];
