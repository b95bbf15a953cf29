import type { RulesImportPlan } from '../../../domain/rules/view.ts';
import { ChooseFile } from '../../dashboard/ChooseFile.tsx';
import { useReadOnly } from '../../dashboard/read-only-context.ts';
import { Icon } from '../../Icon.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';
import { ImportPlanCard } from './ImportPlanCard.tsx';

/** How far it is with the file that was chosen. */
export type LoadState =
  | { phase: 'none' | 'reading' | 'tooLarge' | 'unreadable' | 'noAnswer' }
  | { phase: 'shown' | 'taking'; plan: RulesImportPlan };

/** Of the file that was taken last. */
export type TakeOutcome = { kind: 'taken'; count: number } | { kind: 'changedMeanwhile' };

export interface LoadRulesProps {
  fileName: string;
  state: LoadState;
  outcome: TakeOutcome | null;
  onFile: (file: File) => void;
  onTake: (ids: string[]) => void;
  onLeave: () => void;
}

/** Takes rules from a file, after a look at what would change. */
export function LoadRules(props: LoadRulesProps) {
  const { state } = props;
  const { load: words } = useRunsText().runs.transfer;
  const isReadOnly = useReadOnly();
  return (
    <section class="transfer-part" aria-label={words.heading}>
      <h3 class="part-title">{words.heading}</h3>
      <p class="quiet">{words.text}</p>
      <fieldset class="plain-fields" disabled={isReadOnly || state.phase === 'taking'}>
        <ChooseFile words={words} onFile={props.onFile} />
        <StateLine {...props} />
        {(state.phase === 'shown' || state.phase === 'taking') && (
          <ImportPlanCard key={state.plan.mark} {...props} plan={state.plan} isTaking={state.phase === 'taking'} />
        )}
        <OutcomeLine outcome={props.outcome} />
      </fieldset>
    </section>
  );
}

function StateLine({ state, fileName }: LoadRulesProps) {
  const { load: words } = useRunsText().runs.transfer;
  const { phase } = state;
  const trouble = phase === 'tooLarge' || phase === 'unreadable' || phase === 'noAnswer' ? words[phase] : null;
  return (
    <div role="status">
      {phase === 'reading' && <p class="quiet">{words.reading}</p>}
      {phase === 'taking' && <p class="quiet">{words.taking}</p>}
      {trouble && (
        <p class="field-problem" dir="auto">
          <Icon name="near" />
          {fileName}: {trouble}
        </p>
      )}
    </div>
  );
}

function OutcomeLine({ outcome }: Pick<LoadRulesProps, 'outcome'>) {
  const { load: words } = useRunsText().runs.transfer;
  const isTaken = outcome?.kind === 'taken';
  return (
    <p class={outcome && !isTaken ? 'field-problem' : 'mark'} data-tone="good" role="status">
      {outcome && <Icon name={isTaken ? 'roomy' : 'near'} />}
      {outcome && (outcome.kind === 'taken' ? words.taken(outcome.count) : words.changedMeanwhile)}
    </p>
  );
}
