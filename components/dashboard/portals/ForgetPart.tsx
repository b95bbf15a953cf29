import { useRef, useState } from 'preact/hooks';
import { FORGOTTEN, type Forgotten } from '../../../domain/portals-text.ts';
import type { WipeProof } from '../../../domain/privacy.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { Confirmation, useArmed } from '../Confirmation.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import type { PortalEntry } from './portal-state.ts';

export interface ForgetPartProps {
  entry: PortalEntry;
  forgetting: 'none' | 'underWay' | 'failed';
  onForget: () => void;
}

/** Forgetting a portal: what goes is named first, and nothing goes with one press. */
export function ForgetPart(props: ForgetPartProps) {
  const { portals } = useDashboardText();
  const words = portals.forget;
  const [isAsking, setAsking] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  const cancel = () => {
    setAsking(false);
    // The button is drawn again by then.
    requestAnimationFrame(() => begin.current?.focus());
  };
  return (
    <section class="portal-part" aria-label={words.heading}>
      <h3 class="part-title">{words.heading}</h3>
      <p class="quiet">{words.text}</p>
      {isAsking ? (
        <Question {...props} onCancel={cancel} />
      ) : (
        <button type="button" class="button" ref={begin} onClick={() => setAsking(true)}>
          {words.begin}
        </button>
      )}
    </section>
  );
}

function Question({ entry, forgetting, onForget, onCancel }: ForgetPartProps & { onCancel: () => void }) {
  const { portals } = useDashboardText();
  const words = portals.forget;
  const isArmed = useArmed();
  return (
    <Confirmation
      question={words.confirmHeading(entry.label)}
      back={words.cancel}
      go={words.confirm}
      isReady={isArmed && forgetting !== 'underWay'}
      onBack={onCancel}
      onGo={onForget}
      status={
        <div role="status">
          {forgetting === 'underWay' && <p class="quiet">{words.underWay}</p>}
          {forgetting === 'failed' && <p class="field-problem">{words.failed}</p>}
        </div>
      }
    >
      <p>{words.goes}</p>
      <ul class="forgotten">
        {FORGOTTEN.filter((part) => countOf(entry, part) !== 0).map((part) => (
          <li key={part}>{words.part[part](countOf(entry, part))}</li>
        ))}
      </ul>
      <p>{entry.portal.source === 'added' ? words.permissionGoes : words.comesBack}</p>
    </Confirmation>
  );
}

function countOf({ views }: PortalEntry, part: Forgotten): number | null {
  if (part === 'dialogs') return views.reduce((sum, { dialogTotal }) => sum + dialogTotal, 0);
  return part === 'drafts' ? views.reduce((sum, { drafts }) => sum + drafts.length, 0) : null;
}

interface ForgottenProofProps {
  name: string;
  proof: WipeProof;
  now: number;
  onDismiss: () => void;
}

/** What was erased and what a look through the whole storage has found afterwards. */
export function ForgottenProof({ name, proof, now, onDismiss }: ForgottenProofProps) {
  const text = useText();
  const { portals } = useDashboardText();
  const words = portals.forget;
  const left = proof.left.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <div class="notice" data-tone={left > 0 ? 'warning' : 'quiet'} role="status">
      <Icon name={left > 0 ? 'near' : 'roomy'} size={16} />
      <div>
        <p class="notice-what">{name}</p>
        <p>
          {words.proof(proof.removed, text.clock(proof.at, now))} {left > 0 ? words.left(left) : words.nothingLeft}
        </p>
        <button type="button" class="button" onClick={onDismiss}>
          {words.dismiss}
        </button>
      </div>
    </div>
  );
}
