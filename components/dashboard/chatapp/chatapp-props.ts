/** What the parts of the section about ChatApp get, and what they ask for. */
import type { ComponentChildren } from 'preact';
import type { ChatAppBook, ChatAppWord } from '../../../domain/chatapp/book.ts';
import type { CsvCell } from '../../../domain/csv.ts';
import type { MarketPlace } from '../../../domain/market/view.ts';
import type { PortalView } from '../../../domain/view.ts';

/** What a file holds, in either form. */
export interface FileContents {
  columns: readonly { name: string }[];
  cells: readonly (readonly CsvCell[])[];
  plain: unknown;
}

export interface ChatAppPartProps {
  portal: PortalView;
  book: ChatAppBook;
  /** Epoch ms. */
  now: number;
  /** Leads to a page of the portal; false when that did not work. */
  onPlace: (place: MarketPlace) => Promise<boolean>;
  /** Keeps what somebody says; false when it could not be kept. */
  onTell: (word: ChatAppWord) => Promise<boolean>;
  /** Draws the buttons that save a file. */
  fileButtons: (contents: () => FileContents) => ComponentChildren;
}
