import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { IntegratorList } from './IntegratorList.tsx';
import { NowCard } from './NowCard.tsx';
import { presentIntegrators, worthALook } from './now-words.ts';
import type { RecordActions, RecordNews } from './record-actions.ts';

export interface AccessNowProps extends RecordActions {
  rows: readonly RegisterRow[];
  now: number;
  /** Epoch ms of the last look for requests on the portal; null: none yet. */
  readAt: number | null;
  news: RecordNews | null;
}

/** Cards drawn at once; a flood of messages must not bury the register. */
const MOST_CARDS = 12;

/** What waits for an answer, who is inside, and what looks wrong. */
export function AccessNow({ rows, readAt, ...props }: AccessNowProps) {
  const text = useText();
  const { register: words } = useDashboardText();
  const id = useId();
  const section = useKeptFocus();
  const cards = worthALook(rows, props.now);
  const integrators = presentIntegrators(rows);
  return (
    <section class="access-now" aria-labelledby={id} tabIndex={-1} ref={section}>
      <div class="access-now-head">
        <h2 class="part-title" id={id}>
          {words.now}
        </h2>
        <p class="quiet">{readAt === null ? words.neverRead : words.readAt(text.age(readAt, props.now))}</p>
      </div>
      {cards.length === 0 && (
        <div class="now-nothing">
          <Icon name="full" size={20} />
          <div>
            <p class="empty-title">{words.nothingNow.title}</p>
            <p class="quiet">{words.nothingNow.text}</p>
          </div>
        </div>
      )}
      {cards.length > 0 && (
        <div class="now-cards">
          {cards.slice(0, MOST_CARDS).map((row) => (
            <NowCard key={row.id} row={row} {...props} />
          ))}
        </div>
      )}
      {cards.length > MOST_CARDS && <p class="quiet">{words.moreBelow(cards.length - MOST_CARDS)}</p>}
      {integrators.length > 0 && <IntegratorList rows={integrators} {...props} />}
    </section>
  );
}

/** A card that goes away with the press on it must not take the keyboard with it. */
function useKeptFocus() {
  const section = useRef<HTMLElement>(null);
  const hadFocus = section.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && !section.current?.contains(document.activeElement)) section.current?.focus({ preventScroll: true });
  });
  return section;
}
