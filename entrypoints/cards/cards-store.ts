/** What the cards of one page show; the truth stays in the background. */
import { createStore } from '@xstate/store';
import type { Card, CardsStart } from '../../bitrix24/surface-protocol.ts';
import type { HintKind, PlacePhase, Saving } from '../../domain/cards-text.ts';
import type { DialogStatus } from '../../domain/dialogs.ts';
import type { GuardView } from '../../domain/guard.ts';
import type { SecretFinding } from '../../domain/secrets.ts';
import type { QuestionForm } from '../../domain/templates.ts';
import type { DialogDetails, PortalView } from '../../domain/view.ts';

/** A text of the user in the making; `id` is the draft it is kept as. */
export interface Typed {
  id: string;
  topic: string;
  text: string;
}

/** A text on its way into the field of a dialog. */
export interface Placing {
  dialogId: string;
  phase: PlacePhase;
}

/** What would go wrong with the message in the portal's field. */
export interface ComposerRisk {
  dialogId: string;
  /** Status of a dialog that has no slot while none is free; null: it has one. */
  noSlot: Exclude<DialogStatus, 'open'> | null;
  secrets: readonly SecretFinding[];
  text: string;
  isSecondTopic: boolean;
}

export interface Renaming {
  dialogId: string;
  chatId: number;
  /** As the portal called it when the question was asked. */
  title: string | null;
  value: string;
  suggestion: string;
  phase: 'idle' | 'waiting' | 'refused';
}

/** Only one of them is on show; the one that was asked for comes first. */
export interface CardsState {
  view: PortalView;
  /** The chat on show in the page's messenger. */
  dialogId: string;
  canNotify: boolean;
  guard: GuardView | null;
  /** The portal's own button was greyed out when it was pressed. */
  isGrey: boolean;
  parked: Typed;
  question: Typed;
  saving: Saving;
  /** Dialogs whose fields hold the draft of this card already. */
  placed: readonly string[];
  placing: Placing | null;
  asked: Exclude<Card, { kind: 'newDialog' }> | null;
  details: DialogDetails | null;
  form: QuestionForm;
  /** The draft that the form is kept as. */
  formId: string;
  draft: { id: string; topic: string; text: string; dialogId: string; phase: PlacePhase } | null;
  /** Drafts that were discarded in this card and can be taken back. */
  discarded: readonly { id: string; title: string; excerpt: string; createdAt: number }[];
  risk: (ComposerRisk & { phase: 'before' | 'confirm' }) | null;
  refused: { chatId: number; since: number; text: string | null; draftId: string } | null;
  renaming: Renaming | null;
  hint: { kind: HintKind; detail: string | null } | null;
  /** Counts the moments at which something on the page may have moved. */
  moves: number;
}

export const EMPTY_FORM: QuestionForm = { topic: '', steps: '', expected: '', actual: '', hasScreenshot: false };

export const newTyped = (): Typed => ({ id: crypto.randomUUID(), topic: '', text: '' });

export function createCardsStore({ view, guard, canNotify }: CardsStart) {
  const context: CardsState = {
    view,
    dialogId: '',
    canNotify,
    guard,
    isGrey: false,
    parked: newTyped(),
    question: newTyped(),
    saving: 'saved',
    placed: [],
    placing: null,
    asked: null,
    details: null,
    form: EMPTY_FORM,
    formId: crypto.randomUUID(),
    draft: null,
    discarded: [],
    risk: null,
    refused: null,
    renaming: null,
    hint: null,
    moves: 0,
  };
  return createStore({
    context,
    on: {
      /** One step of a flow: the flows are in charts and in the modules beside this one. */
      changed: (state, change: Partial<CardsState>) => ({ ...state, ...change }),
      moved: (state) => ({ ...state, moves: state.moves + 1 }),
    },
  });
}

export type CardsStore = ReturnType<typeof createCardsStore>;
