import { useEffect, useRef, useState } from 'preact/hooks';
import { ruleSentence } from '../../../domain/rules/sentence.ts';
import { useReadOnly } from '../../dashboard/read-only-context.ts';
import { namesIn } from '../rule-names.ts';
import { useRulesText } from '../rules-text-context.ts';
import { type Editing, EditingContext } from './editor-context.ts';
import { JsonView } from './JsonView.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RuleForm } from './RuleForm.tsx';
import { SaveBar } from './SaveBar.tsx';

export type EditorTab = 'form' | 'json';

export interface RuleEditorProps extends Omit<Editing, 'onTell'> {
  /** Null: a new rule. */
  name: string | null;
  tab: EditorTab;
  /** The document as the JSON view shows it. */
  text: string;
  /** False: the text cannot be shown as a form, `draft` is older. */
  isDrawn: boolean;
  isDirty: boolean;
  /** Counts refusals: each leads to the first problem. */
  refusals: number;
  saving: 'none' | 'saving' | 'failed';
  onTab: (tab: EditorTab) => void;
  onText: (text: string) => void;
  onSave: () => void;
  onClose: () => void;
}

/** A rule as a form or as JSON, with its sentence above. */
export function RuleEditor(props: RuleEditorProps) {
  const { editor } = useRulesText();
  const isReadOnly = useReadOnly();
  const { name, tab, text, isDrawn, problems, refusals, onText, onSave } = props;
  const form = useRef<HTMLFormElement>(null);
  const [told, setTold] = useState('');
  useEffect(() => {
    if (refusals === 0) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? form.current?.querySelector<HTMLElement>('[data-problems]'))?.focus();
  }, [refusals]);
  return (
    <EditingContext.Provider value={{ ...props, onTell: setTold }}>
      <form
        class="rule-editor"
        aria-label={name === null ? editor.titleNew : editor.title(name)}
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReadOnly && props.saving !== 'saving') onSave();
        }}
      >
        <h2 class="part-title">{name === null ? editor.titleNew : editor.title(name)}</h2>
        <InWords {...props} />
        <Tabs {...props} />
        <fieldset class="plain-fields" disabled={isReadOnly}>
          {tab === 'form' && isDrawn ? (
            <RuleForm />
          ) : (
            <JsonView text={text} isDrawn={isDrawn} isInvalid={problems.length > 0} onChange={onText} />
          )}
        </fieldset>
        <p class="for-screen-reader" role="status">
          {told}
        </p>
        <div data-problems tabIndex={-1} role="status">
          {problems.length > 0 && <ProblemList problems={problems} hasFields={tab === 'form' && isDrawn} />}
        </div>
        <SaveBar {...props} />
      </form>
    </EditingContext.Provider>
  );
}

function InWords({ draft, view, isDrawn }: RuleEditorProps) {
  const words = useRulesText();
  const { editor } = words;
  const sentence = isDrawn ? ruleSentence(words, draft, namesIn(view)) : null;
  return (
    <section class="rule-words" aria-label={editor.inWords}>
      <p class="section-title">{editor.inWords}</p>
      <p>{sentence ?? <span class="quiet">{isDrawn ? editor.incomplete : editor.jsonNotDrawn.title}</span>}</p>
    </section>
  );
}

function Tabs({ tab, isDrawn, onTab }: RuleEditorProps) {
  const { editor } = useRulesText();
  const shown = isDrawn ? tab : 'json';
  return (
    <fieldset class="rule-tabs">
      <legend class="for-screen-reader">{editor.views}</legend>
      {(['form', 'json'] as const).map((each) => (
        <button
          key={each}
          type="button"
          class="chatapp-tab rule-tab"
          aria-pressed={each === shown}
          aria-disabled={each === 'form' && !isDrawn}
          onClick={() => (each === 'json' || isDrawn) && onTab(each)}
        >
          {editor[each]}
        </button>
      ))}
    </fieldset>
  );
}
