import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { Empty } from '../../components/dashboard/States.tsx';
import type { FrontView } from '../../domain/front.ts';
import { hashOf, placeOf } from './place.ts';

/** In place of a section about one portal, while none was read: what to do first. */
export function NoPortals({ front }: { front: FrontView }) {
  const { start } = useDashboardText();
  const isKnown = front.known.length > 0;
  return (
    <Empty {...(isKnown ? start.noneOpened : start.none)}>
      <p class="inline-actions">
        <a class="button link-button" href={hashOf(placeOf(isKnown ? 'portals' : 'start'))}>
          {isKnown ? start.toPortals : start.begin}
        </a>
      </p>
    </Empty>
  );
}
