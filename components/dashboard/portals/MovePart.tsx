import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { MOVED_PARTS, type MoveNumbers, type MovePreview } from '../../../domain/portals/moved.ts';
import { ChoiceField } from '../access/fields.tsx';
import { useArmed } from '../Confirmation.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';
import type { PortalEntry } from './portal-state.ts';

/** How moving stands: where to, what it would do, and whether it is done now. */
export interface Moving {
  /** Origin of the new address; empty: none is chosen. */
  to: string;
  /** Null: nothing is chosen. */
  plan: MovePreview | 'counting' | 'failed' | null;
  state: 'none' | 'underWay' | 'failed';
}

export interface MovePartProps {
  entry: PortalEntry;
  /** The other portals that are known. */
  others: readonly { origin: string; label: string }[];
  moving: Moving;
  /** The new address; empty: none any more. */
  onChoose: (to: string) => void;
  onMove: () => void;
}

/** A portal that has another address now: what goes over is told in numbers first, and asked for once. */
export function MovePart(props: MovePartProps) {
  const { portals } = useDashboardText();
  const words = portals.move;
  const isReadOnly = useReadOnly();
  const { others, onChoose } = props;
  const [isAsking, setAsking] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setAsking(false);
    onChoose('');
    // The button is drawn again by then.
    requestAnimationFrame(() => begin.current?.focus());
  };
  return (
    <section class="portal-part" aria-label={words.heading}>
      <h3 class="part-title">{words.heading}</h3>
      <p class="quiet">{words.text}</p>
      {others.length === 0 && <p>{words.noOther}</p>}
      {others.length > 0 && isAsking && <Question {...props} onCancel={cancel} />}
      {others.length > 0 && !isAsking && (
        <button type="button" class="button" ref={begin} disabled={isReadOnly} onClick={() => setAsking(true)}>
          {words.begin}
        </button>
      )}
    </section>
  );
}

function Question(props: MovePartProps & { onCancel: () => void }) {
  const { portals } = useDashboardText();
  const words = portals.move;
  const { others, moving, onChoose, onCancel } = props;
  const { to, plan } = moving;
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('select')?.focus(), []);
  const isCounted = plan !== null && typeof plan === 'object' && !('refusal' in plan);
  return (
    <fieldset
      class="preview confirmation"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // Only this question is closed, not the details around it.
        event.preventDefault();
        onCancel();
      }}
    >
      <legend class="notice-what">{words.heading}</legend>
      <ChoiceField
        label={words.to}
        hint={words.toHint}
        value={to}
        options={[['', words.choose], ...others.map(({ origin, label }) => [origin, label] as const)]}
        onChange={onChoose}
      />
      <div role="status">
        {plan === 'counting' && <p class="quiet">{words.counting}</p>}
        {plan === 'failed' && <p class="field-problem">{words.notCounted}</p>}
        {plan !== null && typeof plan === 'object' && 'refusal' in plan && (
          <p class="field-problem">{words.refusal[plan.refusal]}</p>
        )}
      </div>
      {isCounted ? (
        <Confirmation key={to} {...props} numbers={plan} />
      ) : (
        <div class="inline-actions">
          <button type="button" class="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      )}
    </fieldset>
  );
}

interface ConfirmationProps extends MovePartProps {
  numbers: MoveNumbers;
  onCancel: () => void;
}

function Confirmation({ entry, others, moving, numbers, onMove, onCancel }: ConfirmationProps) {
  const { portals } = useDashboardText();
  const words = portals.move;
  const id = useId();
  const isArmed = useArmed();
  const isReady = isArmed && moving.state !== 'underWay';
  const name = others.find(({ origin }) => origin === moving.to)?.label ?? moving.to;
  return (
    <>
      <div role="status" class="move-numbers">
        <p class="notice-what" id={id}>
          {words.confirmHeading(entry.label, name)}
        </p>
        <Numbers numbers={numbers} />
        {entry.portal.source === 'added' && <p>{words.permissionGoes}</p>}
        <p>{words.noUndo}</p>
      </div>
      <div class="inline-actions">
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="button danger-button"
          aria-disabled={!isReady}
          aria-describedby={id}
          onClick={() => isReady && onMove()}
        >
          {words.confirm}
        </button>
      </div>
      <div role="status">
        {moving.state === 'underWay' && <p class="quiet">{words.underWay}</p>}
        {moving.state === 'failed' && <p class="field-problem">{words.failed}</p>}
      </div>
    </>
  );
}

function Numbers({ numbers: { parts, joined, bothKept, left, unmet } }: { numbers: MoveNumbers }) {
  const { portals } = useDashboardText();
  const words = portals.move;
  const going = MOVED_PARTS.filter((part) => parts[part] > 0);
  return (
    <>
      <p>{words.onePortal}</p>
      {going.length === 0 ? <p>{words.nothingGoes}</p> : <p>{words.goes}</p>}
      {going.length > 0 && (
        <ul class="forgotten">
          {going.map((part) => (
            <li key={part}>{words.part[part](parts[part])}</li>
          ))}
        </ul>
      )}
      {joined > 0 && <p>{words.joined(joined)}</p>}
      {bothKept > 0 && <p>{words.bothKept(bothKept)}</p>}
      {unmet > 0 && <p>{words.unmet(unmet)}</p>}
      <p>{words.stays}</p>
      <ul class="forgotten">
        {left > 0 && <li>{words.left(left)}</li>}
        <li>{words.numbersStay}</li>
      </ul>
    </>
  );
}
