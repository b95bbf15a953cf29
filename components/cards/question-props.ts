import type { DraftLanguage, Saving } from '../../domain/cards-text.ts';
import type { QuestionCheck } from '../../domain/question-check.ts';
import type { SecretKind } from '../../domain/secrets.ts';
import type { PortalFacts, QuestionForm } from '../../domain/templates.ts';
import type { CardChrome } from './CardShell.tsx';
import type { Copy } from './CopyButton.tsx';

/** Something about the portal that may go into the question. */
export interface FactChoice {
  fact: keyof PortalFacts;
  /** As it would stand in the message. */
  value: string;
  isIncluded: boolean;
}

/** A text that is ready to use. */
export interface TemplateChoice {
  id: string;
  label: string;
  text: string;
}

export interface QuestionCardProps extends CardChrome {
  form: QuestionForm;
  facts: readonly FactChoice[];
  /** The whole message as it would be put into the field. */
  preview: string;
  language: DraftLanguage;
  check: QuestionCheck;
  secretKinds: readonly SecretKind[];
  saving: Saving;
  /** The dialog the question is meant for; null: none is open. */
  target: { name: string } | null;
  templates: readonly TemplateChoice[];
  onChange: (form: QuestionForm) => void;
  onFact: (fact: keyof PortalFacts, isIncluded: boolean) => void;
  onLanguage: (language: DraftLanguage) => void;
  onTemplate: (id: string) => void;
  onPlace: (text: string) => void;
  onPark: () => void;
  onCopy: Copy;
  onClose: () => void;
}
