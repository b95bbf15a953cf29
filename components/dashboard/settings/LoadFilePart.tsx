import type { Refusal } from '../../../domain/settings-file/file.ts';
import type { ImportChoices } from '../../../domain/settings-file/plan.ts';
import type { ImportOutcome, ImportPreview } from '../../../domain/settings-file/preview.ts';
import { FILE_PARTS } from '../../../domain/settings-text.ts';
import { Icon } from '../../Icon.tsx';
import { ChooseFile } from '../ChooseFile.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';
import type { Languages } from './DifferenceTable.tsx';
import { ImportPreviewCard } from './ImportPreviewCard.tsx';

export type ShownPreview = Extract<ImportPreview, { why: null }>;

/** How far it is with the file that was chosen. */
export type LoadState =
  | { phase: 'none' | 'reading' | 'unreadable' | 'noAnswer' }
  | { phase: 'refused'; why: Refusal }
  | { phase: 'shown' | 'taking'; preview: ShownPreview };

export interface LoadFilePartProps {
  /** Of the file that was chosen. */
  fileName: string;
  choices: ImportChoices;
  state: LoadState;
  /** Of the file that was taken last. */
  outcome: ImportOutcome | null;
  languages: Languages;
  now: number;
  onFile: (file: File) => void;
  onChoose: (choices: ImportChoices) => void;
  onTake: () => void;
  onLeave: () => void;
}

/** Takes settings from a file, after a look at what would change. */
export function LoadFilePart(props: LoadFilePartProps) {
  const {
    allPortals: { load: words },
  } = useDashboardText();
  const isReadOnly = useReadOnly();
  const { state } = props;
  return (
    <section class="setting-part wide-part" aria-label={words.title}>
      <div>
        <h3 class="part-title">{words.title}</h3>
        <p class="quiet">{words.text}</p>
      </div>
      <fieldset class="setting-fields" disabled={isReadOnly || state.phase === 'taking'}>
        <ChooseFile words={words} onFile={props.onFile} />
        <ChooseParts {...props} />
        <StateLine {...props} />
        {(state.phase === 'shown' || state.phase === 'taking') && (
          <ImportPreviewCard {...props} preview={state.preview} isTaking={state.phase === 'taking'} />
        )}
        <OutcomeLine outcome={props.outcome} />
      </fieldset>
    </section>
  );
}

function ChooseParts({ choices, onChoose }: LoadFilePartProps) {
  const {
    allPortals: { load: words, save },
  } = useDashboardText();
  return (
    <fieldset class="weekdays checks">
      <legend class="field-label">{words.what}</legend>
      {FILE_PARTS.map((part) => (
        <label class="check" key={part}>
          <input
            type="checkbox"
            checked={choices[part]}
            onChange={({ currentTarget }) => onChoose({ ...choices, [part]: currentTarget.checked })}
          />
          <span>{save.part[part]}</span>
        </label>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={choices.acrossUsers}
          onChange={({ currentTarget }) => onChoose({ ...choices, acrossUsers: currentTarget.checked })}
        />
        <span>
          {words.acrossUsers}
          <span class="check-hint quiet">{words.acrossUsersHint}</span>
        </span>
      </label>
    </fieldset>
  );
}

function StateLine({ state, fileName }: LoadFilePartProps) {
  const {
    allPortals: { load: words },
    state: others,
  } = useDashboardText();
  const told =
    state.phase === 'refused'
      ? words.refusal[state.why]
      : state.phase === 'unreadable'
        ? { title: fileName, text: words.unreadable }
        : state.phase === 'noAnswer'
          ? others.failed
          : null;
  return (
    <div role="status">
      {state.phase === 'reading' && <p class="quiet">{words.reading}</p>}
      {told && (
        <div class="where-else">
          <p class="field-problem" dir="auto">
            <Icon name="near" />
            {told.title}
          </p>
          <p>{told.text}</p>
        </div>
      )}
    </div>
  );
}

function OutcomeLine({ outcome }: Pick<LoadFilePartProps, 'outcome'>) {
  const {
    allPortals: { load: words },
  } = useDashboardText();
  const isTaken = outcome?.result === 'taken';
  return (
    <p class={outcome && !isTaken ? 'field-problem' : 'mark'} data-tone="good" role="status">
      {outcome && <Icon name={isTaken ? 'roomy' : 'near'} />}
      {outcome && outcomeText(outcome, words)}
    </p>
  );
}

type Words = ReturnType<typeof useDashboardText>['allPortals']['load'];

function outcomeText(outcome: ImportOutcome, words: Words): string {
  switch (outcome.result) {
    case 'taken':
      return words.taken(outcome.settings, outcome.notes, outcome.records, outcome.portals);
    case 'partly': {
      const names = outcome.missing.map((address) => new URL(address).host);
      return words.partly([...names, ...(outcome.arePreferencesMissing ? [words.preferencesMissing] : [])].join(', '));
    }
    default:
      return words[outcome.result];
  }
}
