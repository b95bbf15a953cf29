/**
 * What was typed about a rule, kept in this tab until it is saved or let go: a reload, or a look at another section, loses
 * nothing. Addresses and keys are never part of a rule.
 */
import type { EditorTab } from '../../../components/rules/editor/RuleEditor.tsx';
import { type RuleDraft, readDraft } from '../../../domain/rules/draft.ts';

export interface KeptDraft {
  draft: RuleDraft;
  /** What stands in the JSON view, if it was typed there; null: the draft as it is. */
  text: string | null;
  tab: EditorTab;
  /** Of the rule that was edited; null: a new one. */
  version: number | null;
  /** Something was typed or chosen since it began. */
  isTouched: boolean;
}

const PREFIX = 'latchdesk-rule:';

/** What is kept of a rule by its id; null: nothing. */
export function keptDraft(id: string): KeptDraft | null {
  try {
    const kept: Partial<KeptDraft> | null = JSON.parse(sessionStorage.getItem(PREFIX + id) ?? 'null');
    const draft = readDraft(kept?.draft);
    if (!kept || !draft) return null;
    const { text, tab, version } = kept;
    return {
      draft,
      text: typeof text === 'string' ? text : null,
      tab: tab === 'json' ? 'json' : 'form',
      version: typeof version === 'number' ? version : null,
      isTouched: kept.isTouched !== false,
    };
  } catch (error) {
    console.warn('Latchdesk: what was typed about a rule could not be read again', error);
    return null;
  }
}

export function keepDraft(id: string, kept: KeptDraft): void {
  try {
    sessionStorage.setItem(PREFIX + id, JSON.stringify(kept));
  } catch (error) {
    console.warn('Latchdesk: what is typed about a rule would not survive a reload', error);
  }
}

export const forgetDraft = (id: string): void => sessionStorage.removeItem(PREFIX + id);

/** A template that was only looked at keeps nobody from taking another one. */
export function forgetUntouched(id: string): void {
  if (keptDraft(id)?.isTouched === false) forgetDraft(id);
}

/** When everything is wiped this goes as well. */
export function forgetAllDrafts(): void {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
}
