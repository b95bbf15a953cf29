import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';

export type SaveState = 'typing' | 'saving' | 'saved' | 'nothingChanged' | 'notSaved';

interface SaveLineProps {
  state: SaveState;
  /** True once somebody wanted to save and a field makes no sense. */
  hasProblems: boolean;
  onCancel: () => void;
}

/** The end of a form: save, leave it, and what came of it. */
export function SaveLine({ state, hasProblems, onCancel }: SaveLineProps) {
  const {
    register: { form },
  } = useDashboardText();
  const isTrouble = hasProblems || state === 'notSaved';
  const told = hasProblems ? form.fix : state === 'typing' ? '' : form[state];
  return (
    <div class="save-line">
      <p class={isTrouble ? 'field-problem' : 'quiet'} role="status">
        {isTrouble && <Icon name="near" />}
        {told}
      </p>
      <div class="inline-actions">
        <WriteButton type="submit" class="button strong" aria-disabled={state === 'saving'}>
          {form.save}
        </WriteButton>
        <button type="button" class="button" onClick={onCancel}>
          {form.cancel}
        </button>
      </div>
    </div>
  );
}
