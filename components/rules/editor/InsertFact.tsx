import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DraftAction } from '../../../domain/rules/draft.ts';
import type { FactName } from '../../../domain/rules/facts.ts';
import { factsOf } from '../../../domain/rules/fits.ts';
import { useRulesText } from '../rules-text-context.ts';
import { useEditing } from './editor-context.ts';
import { fieldId } from './fields.tsx';

interface InsertFactProps {
  path: string;
  lines: readonly { field: string }[];
  /** What the fields stand in. */
  fields: RefObject<HTMLDivElement>;
  action: DraftAction;
  onChange: (field: string, text: string) => void;
}

/** Puts a fact of the event where somebody was writing last; before that, at the end of the last field. */
export function InsertFact({ path, lines, fields, action, onChange }: InsertFactProps) {
  const { editor, fact: words } = useRulesText();
  const { draft, onTell } = useEditing();
  const facts = factsOf(draft.trigger.kind);
  const [chosen, setChosen] = useState<FactName | null>(null);
  const caret = useCaret(fields);
  const id = useId();
  const fact = chosen && facts.includes(chosen) ? chosen : facts[0];
  const insert = () => {
    const field = lines.find((line) => fieldId(`${path}.${line.field}`) === caret.current?.id) ?? lines.at(-1);
    if (!field || !fact) return;
    const text = typeof action[field.field] === 'string' ? String(action[field.field]) : '';
    const at = caret.current ? Math.min(caret.current.at, text.length) : text.length;
    const put = `{${fact}}`;
    onChange(field.field, text.slice(0, at) + put + text.slice(at));
    // The next one goes behind it.
    caret.current = { id: fieldId(`${path}.${field.field}`), at: at + put.length };
    onTell(editor.inserted(words[fact]));
  };
  return (
    <div class="rule-insert">
      <label class="field-label" for={id}>
        {editor.insert}
      </label>
      <div class="inline-actions">
        <select
          id={id}
          class="field"
          value={fact}
          onChange={({ currentTarget }) => setChosen(currentTarget.value as FactName)}
        >
          {facts.map((each) => (
            <option key={each} value={each}>
              {words[each]}
            </option>
          ))}
        </select>
        <button type="button" class="button" onClick={insert}>
          {editor.insertButton}
        </button>
      </div>
    </div>
  );
}

/** The field that was written in last, and the place in it. */
function useCaret(fields: RefObject<HTMLDivElement>) {
  const caret = useRef<{ id: string; at: number } | null>(null);
  useEffect(() => {
    const around = fields.current;
    const note = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text'))
        caret.current = { id: target.id, at: target.selectionStart ?? target.value.length };
    };
    // When the field is left its place is still known.
    for (const type of ['focusout', 'input']) around?.addEventListener(type, note);
    return () => {
      for (const type of ['focusout', 'input']) around?.removeEventListener(type, note);
    };
  }, []);
  return caret;
}
