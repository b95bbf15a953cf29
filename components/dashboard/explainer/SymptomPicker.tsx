import { SYMPTOMS, type Symptom } from '../../../domain/explainer-text.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

interface SymptomPickerProps {
  symptom: Symptom | null;
  onSymptom: (symptom: Symptom | null) => void;
  /** Null: nobody has been picked, or it is the administrator themself. */
  onCompareWithMe: (() => void) | null;
  hasEmployee: boolean;
}

/** Starts from a complaint: what to check for it. */
export function SymptomPicker({ symptom, onSymptom, onCompareWithMe, hasEmployee }: SymptomPickerProps) {
  const { explainer } = useDashboardText();
  const { symptom: words } = explainer;
  return (
    <section class="symptoms" aria-label={words.label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own along. */}
      <div class="explain-choices" role="group" aria-label={words.label}>
        <p class="field-label">{words.label}</p>
        {SYMPTOMS.map((each) => (
          <button
            key={each}
            type="button"
            class="button explain-choice"
            aria-pressed={each === symptom}
            onClick={() => onSymptom(each === symptom ? null : each)}
          >
            {words.name[each]}
          </button>
        ))}
      </div>
      {symptom === null ? (
        !hasEmployee && <p class="quiet">{words.lead}</p>
      ) : (
        <div class="symptom-checks" role="status">
          <ol>
            {words.check[symptom].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {!hasEmployee && <p>{words.chooseEmployee}</p>}
        </div>
      )}
      {symptom === 'onlyForMe' && onCompareWithMe && (
        <button type="button" class="button" onClick={onCompareWithMe}>
          {words.compareWithMe}
        </button>
      )}
    </section>
  );
}
