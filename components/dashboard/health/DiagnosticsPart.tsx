import { type Copy, CopyButton } from '../../cards/CopyButton.tsx';
import { TextField } from '../../cards/TextField.tsx';
import { Icon } from '../../Icon.tsx';
import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

export type Diagnostics = { state: 'none' | 'preparing' | 'failed' } | { state: 'ready'; text: string };

export interface DiagnosticsPartProps {
  diagnostics: Diagnostics;
  onPrepare: () => void;
  onCopy: Copy;
}

/** The text for whoever helps: first shown in full, then to be copied. */
export function DiagnosticsPart({ diagnostics, onPrepare, onCopy }: DiagnosticsPartProps) {
  const {
    health: { diagnostics: words },
  } = useDashboardText();
  const isBusy = diagnostics.state === 'preparing';
  return (
    <Block title={words.heading}>
      <p>{words.text}</p>
      <p class="quiet">{words.without}</p>
      <div class="inline-actions">
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onPrepare()}>
          {words.prepare}
        </button>
        <span class="quiet" role="status">
          {isBusy ? words.preparing : ''}
        </span>
      </div>
      {diagnostics.state === 'failed' && (
        <p class="field-problem" role="alert">
          <Icon name="near" />
          {words.failed}
        </p>
      )}
      {diagnostics.state === 'ready' && (
        <div class="diagnostics">
          <TextField label={words.label} value={diagnostics.text} rows={16} lang="en" />
          <CopyButton text={diagnostics.text} onCopy={onCopy} label={words.copy} look="button" />
        </div>
      )}
    </Block>
  );
}
