import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EditorTab, RuleEditorProps } from '../../../components/rules/editor/RuleEditor.tsx';
import { type RuleDraft, readDraft } from '../../../domain/rules/draft.ts';
import type { RuleCheck, RuleProblem, RulesView, SavedRule } from '../../../domain/rules/view.ts';
import { ask } from '../ask.ts';
import { forgetDraft, type KeptDraft, keepDraft } from './kept-draft.ts';

export interface EditorOptions {
  /** Under which what is typed is kept. */
  keptAs: string;
  /** What was kept, or how it begins. */
  start: KeptDraft;
  /** As it is saved; null: not at all yet. */
  saved: RuleDraft | null;
  onSaved: (view: RulesView, id: string) => void;
}

type Editor = Pick<
  RuleEditorProps,
  | 'draft'
  | 'tab'
  | 'text'
  | 'isDrawn'
  | 'isDirty'
  | 'problems'
  | 'refusals'
  | 'saving'
  | 'onChange'
  | 'onTab'
  | 'onText'
  | 'onSave'
>;

/** A rule being edited: form and JSON are two views of one document, which the background checks. */
export function useRuleEditor({ keptAs, start, saved, onSaved }: EditorOptions): Editor {
  const [kept, setKept] = useState(start);
  const [problems, setProblems] = useState<readonly RuleProblem[]>([]);
  const [refusals, setRefusals] = useState(0);
  const [saving, setSaving] = useState<Editor['saving']>('none');
  const { draft, text, tab, version } = kept;
  const rule = text ?? draft;
  const isDirty = saved === null || text !== null || JSON.stringify(draft) !== JSON.stringify(saved);
  const isLeft = useLeft();

  // A new one is kept from the beginning: its template was chosen. At once: the page may be left before it is drawn.
  useLayoutEffect(() => {
    if (isDirty) keepDraft(keptAs, kept);
    else forgetDraft(keptAs);
  }, [kept]);
  useChecks(rule, refusals > 0 || tab === 'json', setProblems);

  const save = async () => {
    setSaving('saving');
    const answer = await savedBy(rule, version);
    if (isLeft()) return;
    setSaving(answer ? 'none' : 'failed');
    if (answer?.kind === 'refused') {
      setProblems(answer.problems);
      setRefusals((count) => count + 1);
    } else if (answer) {
      forgetDraft(keptAs);
      onSaved(answer.view, draft.id);
    }
  };
  return {
    ...{ draft, tab, isDirty, problems, refusals, saving },
    text: text ?? JSON.stringify(draft, null, 2),
    isDrawn: text === null || drawnIn(text) !== null,
    onChange: (next) => setKept((known) => ({ ...known, draft: next, text: null, isTouched: true })),
    onTab: (next) => setKept((known) => withTab(known, next)),
    onText: (typed) =>
      setKept((known) => ({ ...known, draft: drawnIn(typed) ?? known.draft, text: typed, isTouched: true })),
    onSave: () => void save(),
  };
}

/** The form shows what the text says; how the text was laid out is no part of it. */
const withTab = (kept: KeptDraft, tab: EditorTab): KeptDraft =>
  tab === 'form' && kept.text !== null && drawnIn(kept.text) ? { ...kept, tab, text: null } : { ...kept, tab };

function drawnIn(text: string): RuleDraft | null {
  try {
    return readDraft(JSON.parse(text));
  } catch {
    // Half typed: there is nothing to draw yet, and the check says what is wrong.
    return null;
  }
}

/** ms: what is typed in one go is checked once. */
const PAUSE = 300;

/** Keeps the problems up to what is typed, once there is a reason to show them. */
function useChecks(rule: unknown, isWanted: boolean, tell: (problems: readonly RuleProblem[]) => void): void {
  const turn = useRef(0);
  useEffect(() => {
    if (!isWanted) return;
    turn.current += 1;
    const mine = turn.current;
    const check = async () => {
      const answer = await checkedBy(rule);
      if (answer && mine === turn.current) tell(answer.problems);
    };
    const timer = setTimeout(() => void check(), PAUSE);
    return () => clearTimeout(timer);
  }, [rule, isWanted]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
}

/** Tells whether the page has gone on to something else. */
function useLeft(): () => boolean {
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  return () => left.current;
}

async function savedBy(rule: unknown, version: number | null): Promise<SavedRule | null> {
  try {
    return await ask<SavedRule | null>({ type: 'rule.saved', rule, version });
  } catch (error) {
    console.error('Latchdesk: a rule could not be saved', error);
    return null;
  }
}

async function checkedBy(rule: unknown): Promise<RuleCheck | null> {
  try {
    return await ask<RuleCheck | null>({ type: 'rule.checked', rule });
  } catch (error) {
    console.warn('Latchdesk: a rule could not be checked', error);
    return null;
  }
}
