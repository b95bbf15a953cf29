import { useRef, useState } from 'preact/hooks';
import { Confirmation } from '../../dashboard/Confirmation.tsx';
import { WriteButton } from '../../dashboard/WriteButton.tsx';
import { Icon } from '../../Icon.tsx';
import { useRulesText } from '../rules-text-context.ts';

interface SaveBarProps {
  saving: 'none' | 'saving' | 'failed';
  isDirty: boolean;
  onClose: () => void;
}

/** The end of the form: save it, or leave it; what is not saved is lost only after a question. */
export function SaveBar({ saving, isDirty, onClose }: SaveBarProps) {
  const { editor } = useRulesText();
  const [isAsking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsking(false);
    requestAnimationFrame(() => cancel.current?.focus());
  };
  return (
    <div class="save-line rule-save">
      <p class={saving === 'failed' ? 'field-problem' : 'quiet'} role="status">
        {saving === 'failed' && <Icon name="near" />}
        {saving === 'failed' ? editor.notSaved : saving === 'saving' ? editor.saving : ''}
      </p>
      {isAsking ? (
        <Question onKeep={keep} onDiscard={onClose} />
      ) : (
        <div class="inline-actions">
          <WriteButton type="submit" class="button strong" aria-disabled={saving === 'saving'}>
            {editor.save}
          </WriteButton>
          <button type="button" class="button" ref={cancel} onClick={() => (isDirty ? setAsking(true) : onClose())}>
            {editor.cancel}
          </button>
        </div>
      )}
      <p class="quiet">{editor.kept}</p>
    </div>
  );
}

function Question({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { editor } = useRulesText();
  return (
    <Confirmation
      question={editor.discardAsk}
      back={editor.goOn}
      go={editor.discard}
      onBack={onKeep}
      onGo={onDiscard}
    />
  );
}
