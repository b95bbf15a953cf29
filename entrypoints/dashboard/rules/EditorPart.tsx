import { RuleEditor } from '../../../components/rules/editor/RuleEditor.tsx';
import type { RulesView } from '../../../domain/rules/view.ts';
import { DestinationsPart } from './DestinationsPart.tsx';
import { ToDestinations, toDestinations } from './ToDestinations.tsx';
import { type EditorOptions, useRuleEditor } from './use-rule-editor.ts';

interface EditorPartProps extends EditorOptions {
  view: RulesView;
  /** Null: a new rule. */
  name: string | null;
  timeZone: string;
  onView: (view: RulesView) => void;
  onClose: () => void;
}

/** The form of a rule; below it where rules may send, if it does: setting that up must not cost what was typed. */
export function EditorPart({ view, name, timeZone, onView, onClose, ...options }: EditorPartProps) {
  const editor = useRuleEditor(options);
  return (
    <>
      <RuleEditor {...{ ...editor, view, name, timeZone, onClose }} onDestinations={toDestinations} />
      {editor.draft.actions.some(({ kind }) => kind === 'webhook' || kind === 'task') && (
        <ToDestinations>
          <DestinationsPart view={view} onView={onView} />
        </ToDestinations>
      )}
    </>
  );
}
