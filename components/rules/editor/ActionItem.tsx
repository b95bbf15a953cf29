import { type DraftAction, newAction } from '../../../domain/rules/draft.ts';
import { isAbout } from '../../../domain/rules/fits.ts';
import { ACTION_KINDS, type ActionKind } from '../../../domain/rules/rule.ts';
import { Icon } from '../../Icon.tsx';
import { useRulesText } from '../rules-text-context.ts';
import { ActionFields } from './ActionFields.tsx';
import { useEditing } from './editor-context.ts';
import { type Option, RuleChoice } from './fields.tsx';

interface ActionItemProps {
  index: number;
  /** Of all actions. */
  count: number;
  action: DraftAction;
  onChange: (action: DraftAction) => void;
  onRemove: () => void;
  onMove: (by: 1 | -1) => void;
}

/** Done to the dialog of the event. */
const OF_DIALOG: readonly ActionKind[] = ['alias', 'tag', 'note'];

/** One action with its fields. */
export function ActionItem(props: ActionItemProps) {
  const { index, action, onChange } = props;
  const { editor, actionName } = useRulesText();
  const { draft } = useEditing();
  const path = `actions.${index}`;
  const isOffered = (kind: ActionKind) =>
    kind === action.kind || !OF_DIALOG.includes(kind) || isAbout(draft.trigger.kind, 'dialog');
  return (
    <fieldset class="rule-item">
      <legend class="field-label">{editor.action(index + 1)}</legend>
      <ActionButtons {...props} />
      <RuleChoice
        path={`${path}.kind`}
        field="kind"
        value={action.kind}
        options={ACTION_KINDS.filter(isOffered).map((kind): Option => [kind, actionName[kind]])}
        onChange={(kind) => onChange(newAction(kind as ActionKind, action))}
      />
      <ActionFields key={action.kind} path={path} action={action} onChange={onChange} />
    </fieldset>
  );
}

function ActionButtons({ index, count, onMove, onRemove }: ActionItemProps) {
  const { editor } = useRulesText();
  const number = index + 1;
  const mover = (by: 1 | -1, name: string, isLast: boolean) => (
    <button
      type="button"
      class={`icon-button rule-move-${by === 1 ? 'down' : 'up'}`}
      data-move={`${index}:${by}`}
      aria-label={name}
      title={name}
      // Not disabled: it keeps the focus when the end is reached.
      aria-disabled={isLast}
      onClick={() => onMove(by)}
    >
      <Icon name="chevron" size={16} />
    </button>
  );
  return (
    <div class="rule-item-buttons">
      {mover(-1, editor.moveUp(number), index === 0)}
      {mover(1, editor.moveDown(number), index === count - 1)}
      <button
        type="button"
        class="icon-button"
        aria-label={editor.removeAction(number)}
        title={editor.removeAction(number)}
        onClick={onRemove}
      >
        <Icon name="cross" size={16} />
      </button>
    </div>
  );
}
