import type { DraftLanguage, PlaceProblemKind, Saving } from '../../domain/cards-text.ts';
import type { FinishReason } from '../../domain/finish-order.ts';
import type { GuardAnswer, GuardState, GuardWay } from '../../domain/guard.ts';
import type { SecretKind } from '../../domain/secrets.ts';
import type { SlotsView } from '../../domain/view.ts';
import type { CardChrome } from './CardShell.tsx';
import type { Copy } from './CopyButton.tsx';

/** A dialog as the guard lists it. */
export interface GuardDialog {
  chatId: number;
  dialogId: string;
  /** Alias or title. */
  name: string;
  reason: FinishReason;
  /** Epoch ms since which the reason holds; null when that is not known. */
  since: number | null;
  looksFinished: boolean;
}

/** A message in both languages of support. */
export type DraftTexts = Record<DraftLanguage, string>;

/** What stood in the way of putting a draft into a dialog's field. */
export interface PlaceProblem {
  chatId: number;
  kind: PlaceProblemKind;
}

/** `below`: under what stands in the field already. */
export type PlaceHow = 'insert' | 'below';

export interface ParkedInput {
  topic: string;
  text: string;
}

export interface GuardCardProps extends CardChrome {
  state: GuardState;
  /** What the guard would answer now; it may change while somebody writes. */
  answer: GuardAnswer;
  slots: SlotsView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** In the order to finish them. */
  toFinish: readonly GuardDialog[];
  /** The portal's own button is greyed out. */
  isGrey: boolean;

  parkedTopic: string;
  parkedText: string;
  saving: Saving;
  canNotify: boolean;
  /** What looks like a secret in the field on show. */
  secretKinds: readonly SecretKind[];
  /** How many questions wait, the one just parked included. */
  waiting: number;

  /** Messages for `toFinish`, by chat id. */
  closeTexts: Readonly<Record<number, DraftTexts>>;
  /** Language a dialog is held in, by chat id; Russian where none is known. */
  languageOf: Readonly<Record<number, DraftLanguage>>;
  /** Chat ids whose fields hold the draft already. */
  placed: readonly number[];
  /** Chat id whose field is being filled. */
  placing: number | null;
  problem: PlaceProblem | null;

  /** Open dialogs that may carry the request for a new one. */
  carriers: readonly { chatId: number; name: string }[];
  /** Chat id of the proposed one. */
  carrier: number | null;
  /** The new question, in the user's words. */
  question: string;
  /** The request with the question in it. */
  askTexts: DraftTexts;

  onProceed: () => void;
  onWay: (way: GuardWay) => void;
  onBack: () => void;
  onClose: () => void;
  onOpenDialog: (dialogId: string) => void;
  onParkChange: (parked: ParkedInput) => void;
  onPark: () => void;
  onOverride: (reason: string) => void;
  onPlace: (chatId: number, text: string, how: PlaceHow) => void;
  onQuestionChange: (question: string) => void;
  onCopy: Copy;
}
