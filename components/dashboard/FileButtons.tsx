import { useDashboardText } from './dashboard-text-context.ts';

export type FileKind = 'csv' | 'json';

export interface FileButtonsProps {
  file: 'none' | 'preparing' | 'failed';
  onSave: (kind: FileKind) => void;
}

/** Saves what is on show as a file. */
export function FileButtons({ file, onSave }: FileButtonsProps) {
  const { file: words } = useDashboardText();
  const isBusy = file === 'preparing';
  return (
    <>
      {(['csv', 'json'] as const).map((kind) => (
        <button key={kind} type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onSave(kind)}>
          {words[kind]}
        </button>
      ))}
      <span class="quiet" role="status">
        {file === 'none' ? '' : words[file]}
      </span>
    </>
  );
}
