/**
 * A portal that is found at another address now, as after a new name or an own domain: what goes over to the new address,
 * what stays behind, and who wins where both know of the same. The people on it keep their numbers, and so do chats.
 */

/** Why nothing is moved. `policy`: the new address is not among those that the organisation has named. */
export type MoveRefusal = 'same' | 'unknown' | 'policy';

/** What goes over, each with how much of it there is. */
export const MOVED_PARTS = ['dialogs', 'notes', 'drafts', 'access', 'journal', 'chatapp', 'rules', 'settings'] as const;
export type MovedPart = (typeof MOVED_PARTS)[number];

export interface MoveNumbers {
  parts: Record<MovedPart, number>;
  /** Of these: records that both addresses have, and that become one. */
  joined: number;
  /** Of these: both hold words of the user that differ; both are kept. */
  bothKept: number;
  /** Records that stay behind and are erased: calls, the state of the sources, what charts remember. */
  left: number;
  /** Users of the old address of whom the new one knows nothing so far. */
  unmet: number;
}

/** What moving would do, worked out before anything is moved. */
export type MovePreview = MoveNumbers | { refusal: MoveRefusal };

/** What was moved, with the proof that nothing is left of the old address. */
export type MoveOutcome =
  | { moved: MoveNumbers; removed: number; left: readonly { table: string; rows: number }[]; at: number }
  | { refusal: MoveRefusal };

export const NOTHING_MOVED: MoveNumbers = {
  parts: { dialogs: 0, notes: 0, drafts: 0, access: 0, journal: 0, chatapp: 0, rules: 0, settings: 0 },
  joined: 0,
  bothKept: 0,
  left: 0,
  unmet: 0,
};

/** The sum of two. */
export const addedUp = (one: MoveNumbers, other: MoveNumbers): MoveNumbers => ({
  parts: Object.fromEntries(MOVED_PARTS.map((part) => [part, one.parts[part] + other.parts[part]])) as Record<
    MovedPart,
    number
  >,
  joined: one.joined + other.joined,
  bothKept: one.bothKept + other.bothKept,
  left: one.left + other.left,
  unmet: one.unmet + other.unmet,
});

/**
 * What becomes of the rows of a table. `joined`: with those that are there, each in its own way; `rekeyed`: under the new
 * address, and of two under one key the newer stays; `added`: they only follow those that are there; `left`: they say
 * something of the old address alone; `shared`: of no portal.
 */
export type MoveWay = 'joined' | 'rekeyed' | 'added' | 'left' | 'shared';

export interface TableMove {
  way: MoveWay;
  /** What a person is told these rows are; whoever joins rows counts them too. */
  part?: MovedPart;
}

/** Every table of the database is named here; with a table that is not, nothing can be moved. */
export const TABLE_MOVES: Readonly<Record<string, TableMove>> = {
  portals: { way: 'joined' },
  dialogs: { way: 'joined' },
  notes: { way: 'joined' },
  drafts: { way: 'joined' },
  grants: { way: 'joined' },
  accessHistory: { way: 'joined' },
  chatapp: { way: 'joined' },
  knownPortals: { way: 'joined' },
  appRecords: { way: 'rekeyed', part: 'chatapp' },
  journal: { way: 'added', part: 'journal' },
  runs: { way: 'rekeyed', part: 'rules' },
  ruleMarks: { way: 'rekeyed' },
  // Made anew at the new address.
  snapshots: { way: 'left' },
  health: { way: 'left' },
  // They went to the old address.
  calls: { way: 'left' },
  preferences: { way: 'shared' },
  rules: { way: 'shared' },
  destinations: { way: 'shared' },
  secrets: { way: 'shared' },
};

/** An id that names a portal by its key, after the move; others stay as they are. */
export const movedId = (id: string, from: string, to: string): string =>
  id.startsWith(`${from}|`) ? `${to}${id.slice(from.length)}` : id;

/** The newer of two; on a tie the first. */
export const newerOf = <T>(one: T, other: T, at: (each: T) => number): T => (at(other) > at(one) ? other : one);
