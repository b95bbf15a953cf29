import type { NoteContent } from '../../domain/market/note.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import type { NoteFailure } from '../../domain/market-text.ts';

/** How much of the note is on show: a small tab, one line, or all of it. */
export type NoteSize = 'tab' | 'line' | 'whole';

/** What somebody says of a reinstallation in the note. */
export type RunWord = 'record.wanted' | 'finish.told' | 'comparison.closed' | 'run.stopped' | 'run.resumed';

export interface NoteActions {
  onSize: (size: NoteSize) => void;
  /** "This one is ChatApp"; null: none of them. */
  onConfirm: (code: string | null) => void;
  onPlace: (place: MarketPlace) => void;
  onReinstall: () => void;
  onRun: (word: RunWord) => void;
  /** Opens the dashboard: why an employee cannot, or the reinstallation with all its differences. */
  onDashboard: (tab: 'explain' | 'reinstall') => void;
  onHideHere: () => void;
  onReload: () => void;
}

export interface NoteProps<K extends NoteContent['kind'] = NoteContent['kind']> extends NoteActions {
  content: Extract<NoteContent, { kind: K }>;
  size: NoteSize;
  /** Epoch ms of the list that the question is from; null: not known. */
  listedAt: number | null;
  now: number;
  failure: NoteFailure | null;
  /** True while a wish waits for its answer. */
  isBusy: boolean;
  isCutOff: boolean;
  /** It can be looked at, nothing more. */
  isReadOnly: boolean;
}
