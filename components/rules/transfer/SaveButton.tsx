import { useId } from 'preact/hooks';
import { useRunsText } from '../runs/runs-text-context.ts';

export type FileState = 'none' | 'preparing' | 'failed';

interface SaveButtonProps {
  file: FileState;
  label: string;
  hint?: string;
  onSave: () => void;
}

/** Saves something as a file, and says beside it when that fails. */
export function SaveButton({ file, label, hint, onSave }: SaveButtonProps) {
  const { file: words } = useRunsText().runs;
  const id = useId();
  const isBusy = file === 'preparing';
  return (
    <div class="inline-actions">
      <button
        type="button"
        class="button"
        aria-disabled={isBusy}
        aria-describedby={hint ? id : undefined}
        onClick={() => !isBusy && onSave()}
      >
        {label}
      </button>
      {hint && (
        <span class="quiet" id={id}>
          {hint}
        </span>
      )}
      <span class="quiet" role="status">
        {file === 'none' ? '' : words[file]}
      </span>
    </div>
  );
}
