import { useState } from 'preact/hooks';
import type { RulesView } from '../../../domain/rules/view.ts';
import { useRunsText } from '../runs/runs-text-context.ts';
import { type FileState, SaveButton } from './SaveButton.tsx';

interface SaveRulesProps {
  view: RulesView;
  file: FileState;
  /** Null: all rules. */
  onSave: (ids: string[] | null) => void;
}

/** Saves all rules, or some of them, as a file. */
export function SaveRules({ view, file, onSave }: SaveRulesProps) {
  const { save: words } = useRunsText().runs.transfer;
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const { cards } = view;
  const ids = chosen === null ? null : cards.map(({ rule }) => rule.id).filter((id) => chosen.includes(id));
  return (
    <section class="transfer-part" aria-label={words.heading}>
      <h3 class="part-title">{words.heading}</h3>
      <p class="quiet">{words.text}</p>
      {cards.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <fieldset class="weekdays checks">
            <legend class="field-label">{words.which}</legend>
            {[null, []].map((all) => (
              <label class="check" key={String(all === null)}>
                <input
                  type="radio"
                  name="saved-rules"
                  checked={(chosen === null) === (all === null)}
                  onChange={() => setChosen(all)}
                />
                <span>{all === null ? words.all : words.chosen}</span>
              </label>
            ))}
            {chosen !== null && <Choices view={view} chosen={chosen} onChoose={setChosen} />}
          </fieldset>
          {(ids === null || ids.length > 0) && (
            <SaveButton file={file} label={words.button} onSave={() => onSave(ids)} />
          )}
        </>
      )}
    </section>
  );
}

interface ChoicesProps {
  view: RulesView;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}

function Choices({ view, chosen, onChoose }: ChoicesProps) {
  return (
    <div class="check-list">
      {view.cards.map(({ rule: { id, name } }) => (
        <label class="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              onChoose(currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </div>
  );
}
