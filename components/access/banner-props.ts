import type { BannerItem, RequestPlace } from '../../domain/access/banner-sentences.ts';
import type { Opened } from '../../domain/access/banner-text.ts';
import type { SnoozeChoice } from '../../domain/snooze.ts';

/** A dialog with support that a request may belong to. */
export interface DialogChoice {
  chatId: number;
  name: string;
}

/** What a person writes about their answer. */
export interface TypedReason {
  reason: string;
  ticket: string;
  chatId: number | null;
}

/** An answer that the page does not show and a person knows. */
export type KnownAnswer = 'granted' | 'declined' | 'ended';

/** What a person can do in the banner; all of it only tells Latchdesk, nothing answers the request. */
export interface BannerActions {
  onOpen: () => void;
  onToggle: (isOpen: boolean) => void;
  onFold: () => void;
  onUnfold: () => void;
  /** Another of the items. */
  onShow: (id: string) => void;
  onSnooze: (choice: SnoozeChoice) => void;
  onSetAside: () => void;
  onConfirm: (isOne: boolean) => void;
  onDismiss: () => void;
  onAnswer: (answer: KnownAnswer) => void;
  /** Days that are left from today. */
  onExtend: (daysLeft: number) => void;
  onLink: (chatId: number | null) => void;
  onType: (typed: TypedReason) => void;
  onReason: (isSkipped: boolean) => void;
  onHideHere: () => void;
}

export interface BannerProps extends BannerActions {
  item: BannerItem;
  /** What else there is to say, the most pressing first. */
  others: readonly BannerItem[];
  /** How many that are in all, when `others` are only the most pressing of them. */
  otherCount: number;
  now: number;
  isOpen: boolean;
  isFolded: boolean;
  /** Where the request stands. */
  places: readonly RequestPlace[];
  dialogs: readonly DialogChoice[];
  /** Null: dialogs could not be read. */
  hasDialogs: boolean | null;
  typed: TypedReason;
  saving: 'idle' | 'saving' | 'failed';
  /** It can be looked at and put off, nothing more. */
  isReadOnly: boolean;
  /** What became of the wish to open the request. */
  opened: Opened | null;
}
