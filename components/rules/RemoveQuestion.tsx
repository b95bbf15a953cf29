import { useEffect, useRef } from 'preact/hooks';
import { useRulesText } from './rules-text-context.ts';

interface RemoveQuestionProps {
  name: string;
  onRemove: () => void;
  onCancel: () => void;
}

/** The one question before a rule is deleted; the focus begins at the way back. */
export function RemoveQuestion({ name, onRemove, onCancel }: RemoveQuestionProps) {
  const { list } = useRulesText();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      class="preview confirmation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <legend class="notice-what">{list.removeAsk(name)}</legend>
      <p>{list.removeText}</p>
      <div class="inline-actions">
        <button type="button" class="button" ref={first} onClick={onCancel}>
          {list.cancel}
        </button>
        <button type="button" class="button danger-button" onClick={onRemove}>
          {list.removeConfirm}
        </button>
      </div>
    </fieldset>
  );
}
