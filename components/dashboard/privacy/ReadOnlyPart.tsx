import type { GovernanceView } from '../../../domain/governance.ts';
import { Block, DeedLine } from '../chatapp/bits.tsx';
import { useDeed } from '../chatapp/use-deed.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type Answer, Answered } from '../States.tsx';

export interface ReadOnlyPartProps {
  governance: Answer<GovernanceView>;
  onRetryGovernance: () => void;
  /** False when it could not be saved. */
  onReadOnly: (isReadOnly: boolean) => Promise<boolean>;
}

/** The switch with which Latchdesk changes nothing. */
export function ReadOnlyPart({ governance, onRetryGovernance, onReadOnly }: ReadOnlyPartProps) {
  const {
    privacy: { readOnly: words },
  } = useDashboardText();
  return (
    <Block title={words.heading}>
      <p class="quiet">{words.text}</p>
      <Answered answer={governance} onRetry={onRetryGovernance}>
        {(view) => <Switch view={view} onReadOnly={onReadOnly} />}
      </Answered>
    </Block>
  );
}

function Switch({ view, onReadOnly }: { view: GovernanceView } & Pick<ReadOnlyPartProps, 'onReadOnly'>) {
  const {
    privacy: { readOnly: words },
  } = useDashboardText();
  const { state, run } = useDeed();
  const policy = view.locks.find(([field]) => field === 'isReadOnly')?.[1] ?? null;
  const isFixed = policy !== null || state === 'doing';
  const isOn = view.effective.isReadOnly;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={policy !== null}
          onClick={(event) => {
            // What is shown follows what was saved, not what was pressed.
            event.preventDefault();
            if (!isFixed) void run(() => onReadOnly(!isOn));
          }}
        />
        <span>
          {words.label}
          <span class="check-hint quiet">{words.hint}</span>
        </span>
      </label>
      {policy !== null && <p>{words.locked(policy)}</p>}
      <DeedLine state={state} doing={words.saving} done={words.saved} failed={words.notSaved} />
    </>
  );
}
