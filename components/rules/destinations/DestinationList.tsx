import { useState } from 'preact/hooks';
import type { DestinationView } from '../../../domain/rules/destination.ts';
import type { Outcome } from '../../../domain/rules/run.ts';
import { useReadOnly } from '../../dashboard/read-only-context.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useRunsText } from '../runs/runs-text-context.ts';
import { RemoveQuestion } from './RemoveQuestion.tsx';
import { TestLine } from './TestLine.tsx';

/** What is under way with one destination, or what came of it. */
export type DestinationDeed =
  | { id: string; kind: 'testing' | 'removing' | 'failed' | 'denied' }
  | { id: string; kind: 'tested'; outcome: Outcome };

export interface DestinationListProps {
  destinations: readonly DestinationView[];
  now: number;
  deed: DestinationDeed | null;
  /** False: the browser does not let us in; null: not known. */
  isAllowed: (destination: DestinationView) => boolean | null;
  onEdit: (destination: DestinationView) => void;
  onPreview: (destination: DestinationView) => void;
  onTest: (destination: DestinationView) => void;
  /** In the press itself: the browser asks only then. */
  onAllow: (destination: DestinationView) => void;
  onRemove: (destination: DestinationView) => void;
}

/** Every destination with what is known of it and what can be done. */
export function DestinationList(props: DestinationListProps) {
  const { destination: words } = useRunsText().runs;
  return (
    <ul class="destinations" aria-label={words.heading}>
      {props.destinations.map((destination) => (
        <DestinationItem key={destination.id} {...props} destination={destination} />
      ))}
    </ul>
  );
}

type ItemProps = DestinationListProps & { destination: DestinationView };

function DestinationItem(props: ItemProps) {
  const { destination, deed } = props;
  const [isAsking, setAsking] = useState(false);
  const own = deed?.id === destination.id ? deed : null;
  return (
    <li class="destination">
      <p class="notice-what" dir="auto">
        {destination.name}
      </p>
      <Signs {...props} />
      <Facts {...props} />
      {isAsking ? (
        <RemoveQuestion
          destination={destination}
          isBusy={own?.kind === 'removing'}
          onRemove={() => props.onRemove(destination)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <Actions {...props} onAskRemove={() => setAsking(true)} />
      )}
      <TestLine deed={own} kind={destination.kind} />
    </li>
  );
}

/** What keeps it from being used, each with its sign. */
function Signs({ destination, now, isAllowed }: ItemProps) {
  const text = useText();
  const { destination: words } = useRunsText().runs;
  const { restsUntil, failures, isPrivateAllowed, knowsKeys } = destination;
  const signs: { key: string; tone: string; icon: 'near' | 'clock' | 'details' | 'roomy'; says: string }[] = [];
  if (isAllowed(destination) === false)
    signs.push({ key: 'permission', tone: 'warning', icon: 'near', says: words.noPermission });
  if (restsUntil > now)
    signs.push({ key: 'rests', tone: 'warning', icon: 'clock', says: words.rests(text.time(restsUntil, now)) });
  if (failures > 0) signs.push({ key: 'failures', tone: 'warning', icon: 'near', says: words.failures(failures) });
  if (isPrivateAllowed) signs.push({ key: 'private', tone: 'quiet', icon: 'details', says: words.isPrivate });
  if (knowsKeys) signs.push({ key: 'keys', tone: 'quiet', icon: 'roomy', says: words.knowsKeys });
  if (signs.length === 0) return null;
  return (
    <div class="destination-signs">
      {signs.map(({ key, tone, icon, says }) => (
        <span key={key} class="mark" data-tone={tone}>
          <Icon name={icon} />
          {says}
        </span>
      ))}
    </div>
  );
}

function Facts({ destination, now }: ItemProps) {
  const text = useText();
  const { destination: words } = useRunsText().runs;
  const { kind, maskedAddress, hasKey, agreedAt, usedBy } = destination;
  return (
    <dl class="facts">
      <dt>{words.facts.kind}</dt>
      <dd>
        {words.kind[kind].title}: {words.kind[kind].text}
      </dd>
      <dt>{words.facts.address}</dt>
      <dd dir="ltr">{maskedAddress}</dd>
      <dt>{words.facts.key}</dt>
      <dd>{hasKey ? words.hasKey : words.hasNoKey}</dd>
      <dt>{words.facts.agreed}</dt>
      <dd>
        {agreedAt === null ? (
          <span class="mark" data-tone="warning">
            <Icon name="near" />
            {words.notAgreed}
          </span>
        ) : (
          words.agreedAt(text.time(agreedAt, now))
        )}
      </dd>
      <dt>{words.facts.usedBy}</dt>
      <dd dir="auto">{usedBy.length > 0 ? usedBy.join(', ') : words.usedByNone}</dd>
    </dl>
  );
}

function Actions(props: ItemProps & { onAskRemove: () => void }) {
  const { destination, deed, isAllowed } = props;
  const { destination: words } = useRunsText().runs;
  const isReadOnly = useReadOnly();
  const isBusy = deed?.kind === 'testing' || deed?.kind === 'removing';
  // Nothing is sent before somebody has looked and agreed: that is the next step.
  const next = destination.agreedAt === null ? words.preview : null;
  const button = (label: string, run: (destination: DestinationView) => void, isOff = isReadOnly || isBusy) => (
    <button
      type="button"
      class={label === next ? 'button strong' : 'button'}
      aria-label={words.of(label, destination.name)}
      aria-disabled={isOff}
      onClick={() => !isOff && run(destination)}
    >
      {label}
    </button>
  );
  return (
    <div class="inline-actions">
      {isAllowed(destination) === false && button(words.allow, props.onAllow)}
      {button(words.preview, props.onPreview, isBusy)}
      {destination.agreedAt !== null && button(words.test[destination.kind], props.onTest)}
      {button(words.edit, props.onEdit)}
      {/* Whoever wants an address to be forgotten is never held up. */}
      {button(words.remove, props.onAskRemove, isBusy)}
    </div>
  );
}
