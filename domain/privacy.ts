/** What the privacy page is told of what is stored and of what was taken away. */

/** How much one table holds. */
export interface StoredPart {
  table: string;
  rows: number;
  /** Estimated from some of the rows. */
  bytes: number;
}

/** After everything of a portal, or everything at all, was to be forgotten. */
export interface WipeProof {
  /** Epoch ms. */
  at: number;
  /** Rows that were there before. */
  removed: number;
  /** What is still there, found by looking at every row; empty is the proof. */
  left: readonly { table: string; rows: number }[];
}
