import { useState } from 'preact/hooks';
import { useRulesText } from '../../../components/rules/rules-text-context.ts';
import { TemplateList, type TemplateListProps } from '../../../components/rules/TemplateList.tsx';
import { emptyDraft, readDraft } from '../../../domain/rules/draft.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { NEW_RULE } from '../place.ts';
import { EditorPart } from './EditorPart.tsx';
import { forgetDraft, type KeptDraft, keptDraft } from './kept-draft.ts';

export interface Taken {
  make: Parameters<TemplateListProps['onTake']>[0];
}

interface NewRuleProps {
  view: RulesView;
  /** What was chosen before this page came up; null: it is chosen here. */
  taken: Taken | null;
  onView: (view: RulesView) => void;
  onSaved: (view: RulesView, id: string) => void;
  onClose: () => void;
}

/** Of this computer, for schedules. */
export const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One more rule: a template is chosen, then the form; what was begun goes on where it was left. */
export function NewRule({ view, taken, onView, onSaved, onClose }: NewRuleProps) {
  const { creating, page } = useRulesText();
  const timeZone = ownTimeZone();
  const [kept] = useState<KeptDraft | null>(() => keptDraft(NEW_RULE));
  const [begun, setBegun] = useState(() => kept ?? (taken && begunWith(taken)));
  if (begun) {
    return (
      <>
        {kept && <p class="quiet">{page.goesOnEditing}</p>}
        <EditorPart
          {...{ view, timeZone, onView, onSaved }}
          name={null}
          keptAs={NEW_RULE}
          start={begun}
          saved={null}
          onClose={() => {
            forgetDraft(NEW_RULE);
            onClose();
          }}
        />
      </>
    );
  }
  return (
    <>
      <p>{creating.lead}</p>
      <TemplateList view={view} timeZone={timeZone} onTake={(make) => setBegun(begunWith({ make }))} />
    </>
  );
}

function begunWith({ make }: Taken): KeptDraft | null {
  const id = crypto.randomUUID();
  const draft = make ? readDraft(make({ id, timeZone: ownTimeZone() })) : emptyDraft(id);
  return draft && { draft, text: null, tab: 'form', version: null, isTouched: false };
}
