import type { AppRecord, NotReadReason } from '../../../domain/market/record.ts';
import type { MarketPlace, RecordedParts, RunView } from '../../../domain/market/view.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { cardName } from './difference-words.ts';

const PARTS = ['access', 'lines', 'tiles', 'tabs'] as const;
type Part = (typeof PARTS)[number];

const PLACE: Record<Part, MarketPlace> = {
  access: { kind: 'installed' },
  lines: { kind: 'installed' },
  tiles: { kind: 'contactCenter' },
  tabs: { kind: 'deals' },
};

/** Which parts of the record before are there, and how to get those that are missing. */
export function RunRecord({ run, book, now, onPlace }: ChatAppPartProps & { run: RunView }) {
  const text = useText();
  const {
    chatapp: {
      reinstall: { record: words, compare },
    },
  } = useDashboardText();
  const before = book.run?.id === run.id ? book.run.before : null;
  const recorded = run.recorded ?? (before && partsOf(before));
  // Only before an uninstallation there is still something to open for it.
  const canMend = run.state === 'checked' || run.state === 'recorded' || run.stoppedIn === 'recorded';
  return (
    <div class="run-part">
      <h3 class="now-card-title">{words.heading}</h3>
      <p class="quiet">{recorded ? words.takenAt(text.time(recorded.at, now)) : words.none}</p>
      <ul class="run-record">
        {PARTS.map((part) => {
          const isThere = recorded !== null && hasPart(recorded, part);
          const why = before && reasonOf(before, part);
          return (
            <li key={part}>
              <p class="mark" data-tone={isThere ? 'good' : 'quiet'}>
                <Icon name={isThere ? 'roomy' : 'unread'} />
                <span>
                  {words.part[part]}: {isThere ? words.read : words.notRead}
                </span>
              </p>
              {part === 'tabs' && isThere && (
                <p class="quiet">{words.cards(recorded.cards.map((card) => cardName(card, compare)).join(', '))}</p>
              )}
              {!isThere && why && <p class="quiet">{words.notKnown(words.why[why])}</p>}
              {!isThere && canMend && (
                <>
                  <p class="quiet">{words.todo[part]}</p>
                  <PlaceButton place={PLACE[part]} label={words.open[part]} onPlace={onPlace} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const hasPart = (recorded: RecordedParts, part: Part): boolean =>
  part === 'tabs' ? recorded.cards.length > 0 : recorded[part];

function partsOf({ takenAt, access, lines, tiles, tabs }: AppRecord): RecordedParts {
  return {
    at: takenAt,
    access: access.state === 'read',
    lines: lines.state === 'read',
    tiles: tiles.state === 'read',
    cards: tabs.flatMap((each) => (each.tabs.state === 'read' ? [each.card] : [])),
  };
}

function reasonOf(record: AppRecord, part: Part): NotReadReason | null {
  if (part === 'tabs') return record.tabs.length === 0 ? 'notShown' : null;
  const known = record[part];
  return known.state === 'notRead' ? known.reason : null;
}
