import { useId } from 'preact/hooks';
import { Icon } from '../../Icon.tsx';
import { useRulesText } from '../rules-text-context.ts';

interface JsonViewProps {
  text: string;
  /** False: the form cannot show it. */
  isDrawn: boolean;
  isInvalid: boolean;
  onChange: (text: string) => void;
}

/** The document as a text. */
export function JsonView({ text, isDrawn, isInvalid, onChange }: JsonViewProps) {
  const { editor } = useRulesText();
  const id = useId();
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {editor.jsonLabel}
      </label>
      <p class="quiet" id={`${id}-hint`}>
        {editor.jsonHint}
      </p>
      <textarea
        id={id}
        class="field rule-json"
        dir="ltr"
        rows={24}
        spellcheck={false}
        autocomplete="off"
        value={text}
        aria-invalid={isInvalid || undefined}
        aria-describedby={`${id}-hint ${id}-drawn`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div id={`${id}-drawn`} role="status">
        {!isDrawn && (
          <p class="field-problem">
            <Icon name="near" />
            <span>
              {editor.jsonNotDrawn.title}. {editor.jsonNotDrawn.text}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
