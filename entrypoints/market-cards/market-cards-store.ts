/** What the cards about applications show in one frame; the truth stays in the background. */
import type { MarketStart } from '../../bitrix24/market-protocol.ts';
import type { NoteSize } from '../../components/market/note-props.ts';
import type { NoteFailure } from '../../domain/market-text.ts';
import type { FramePlace, WindowWarning, WipeQuestion } from '../../link/market-side.ts';
import { PageStore } from '../overlay/page-store.ts';

export interface MarketCardsState {
  /** Null until the market script has told it. */
  start: MarketStart | null;
  place: FramePlace | null;
  question: WipeQuestion | null;
  warning: WindowWarning | null;
  /** How much of the note is on show, by what it is about; the rest is as it comes. */
  sizes: Readonly<Record<string, NoteSize>>;
  failure: NoteFailure | null;
  isBusy: boolean;
  /** An update or a removal has cut the cards off. */
  isCutOff: boolean;
}

const EMPTY: MarketCardsState = {
  start: null,
  place: null,
  question: null,
  warning: null,
  sizes: {},
  failure: null,
  isBusy: false,
  isCutOff: false,
};

export class MarketCardsStore extends PageStore<MarketCardsState> {
  constructor() {
    super(EMPTY);
  }
}
