import { type Copy, CopyButton } from '../../cards/CopyButton.tsx';
import { TextField } from '../../cards/TextField.tsx';
import { Icon } from '../../Icon.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';

interface NewKeyProps {
  signingKey: string;
  onCopy: Copy;
  onPutAway: () => void;
}

/** A key that was just made: to be copied now, for it is never shown again. */
export function NewKey({ signingKey, onCopy, onPutAway }: NewKeyProps) {
  const { key: words } = useRunsText().runs.destination;
  return (
    <div class="notice" data-tone="warning" role="alert">
      <Icon name="key" size={16} />
      <div>
        <p class="notice-what">{words.heading}</p>
        <p>{words.text}</p>
        <TextField label={words.label} value={signingKey} lang="en" />
        <div class="inline-actions">
          <CopyButton text={signingKey} onCopy={onCopy} label={words.copy} look="button" />
          <button type="button" class="button" onClick={onPutAway}>
            {words.putAway}
          </button>
        </div>
      </div>
    </div>
  );
}
