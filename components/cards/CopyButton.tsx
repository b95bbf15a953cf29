import { useEffect, useRef, useState } from 'preact/hooks';
import { useCardText } from '../text-context.ts';

/** Puts a text on the clipboard; false when the browser refused. */
export type Copy = (text: string) => Promise<boolean>;

interface CopyButtonProps {
  text: string;
  onCopy: Copy;
  label?: string;
  look?: 'button' | 'text-button';
}

/** Copies, and says beside it whether that worked. */
export function CopyButton({ text, onCopy, label, look = 'text-button' }: CopyButtonProps) {
  const { shell } = useCardText();
  const [outcome, setOutcome] = useState('');
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const copy = async () => {
    setOutcome('');
    const worked = await onCopy(text);
    if (isThere.current) setOutcome(worked ? shell.copied : shell.copyFailed);
  };
  return (
    <span class="copy">
      <button type="button" class={look} onClick={() => void copy()}>
        {label ?? shell.copy}
      </button>
      <span class="quiet" role="status">
        {outcome}
      </span>
    </span>
  );
}
