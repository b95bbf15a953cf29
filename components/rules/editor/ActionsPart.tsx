import { useRef } from 'preact/hooks';
import { type DraftAction, newAction } from '../../../domain/rules/draft.ts';
import { MOST_ACTIONS } from '../../../domain/rules/rule.ts';
import { useRulesText } from '../rules-text-context.ts';
import { ActionItem } from './ActionItem.tsx';
import { useEditing } from './editor-context.ts';
import { fieldId, PartProblem } from './fields.tsx';

/** What the rule does, in order. */
export function ActionsPart() {
  const { editor } = useRulesText();
  const { draft, onChange, onTell } = useEditing();
  const part = useRef<HTMLFieldSetElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const { actions } = draft;
  const change = (next: readonly DraftAction[]) => onChange({ ...draft, actions: next });
  const remove = (index: number) => {
    change(actions.filter((_, other) => other !== index));
    onTell(editor.removed);
    add.current?.focus();
  };
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    const moved = actions[index];
    if (!moved || to < 0 || to >= actions.length) return;
    change(actions.toSpliced(index, 1).toSpliced(to, 0, moved));
    onTell(editor.moved(to + 1));
    // The focus goes with what was moved, so that it can be moved on.
    part.current?.querySelector<HTMLElement>(`[data-move="${to}:${by}"]`)?.focus();
  };
  return (
    <fieldset class="rule-part" ref={part} id={fieldId('actions')} tabIndex={-1}>
      <legend class="part-title">{editor.field.actions}</legend>
      <p class="quiet">{editor.actionsText}</p>
      {actions.map((action, index) => (
        <ActionItem
          // Actions have no names: their place is what tells them apart.
          key={index}
          index={index}
          count={actions.length}
          action={action}
          onChange={(next) => change(actions.map((each, other) => (other === index ? next : each)))}
          onRemove={() => remove(index)}
          onMove={(by) => move(index, by)}
        />
      ))}
      <PartProblem path="actions" />
      <button
        type="button"
        class="button"
        ref={add}
        aria-disabled={actions.length >= MOST_ACTIONS}
        onClick={() => actions.length < MOST_ACTIONS && change([...actions, newAction('notify')])}
      >
        {editor.addAction}
      </button>
    </fieldset>
  );
}
