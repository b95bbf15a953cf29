/** What ChatApp does not state, and the ways in which it may be read. */

/** `A7`, `A9` and `A10` decide nothing here; they are told beside a stage. */
export type Ambiguity = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8' | 'A9' | 'A10';

/** Which ambiguity a reading belongs to. */
export const AMBIGUITY_OF = {
  // Who is a responsible employee of a line.
  personsOnly: 'A1',
  departmentsCount: 'A1',
  thisLineOnly: 'A1',
  anyLine: 'A1',
  // The password option against personal accounts.
  passwordIsAsked: 'A2',
  personalSignsIn: 'A2',
  typedAccount: 'A2',
  ownerWhileOff: 'A2',
  // Personal accounts for somebody who has none.
  error: 'A3',
  passwordForm: 'A3',
  ownerInstead: 'A3',
  // Who is an administrator.
  administrator: 'A4',
  noAdministrator: 'A4',
  // The account of an administrator.
  ownerForAdministrator: 'A5',
  personalForAdministrator: 'A5',
  // What is needed while everybody may start, and which right is "access to Open Channels".
  optionAlone: 'A6',
  queueAsWell: 'A6',
  accessAsWell: 'A6',
  accessIsToView: 'A6',
  accessIsToJoin: 'A6',
  accessIsAnyQueue: 'A6',
  // Options after a reinstall.
  optionKept: 'A8',
  optionReset: 'A8',
} as const satisfies Record<string, Ambiguity>;

export type ReadingId = keyof typeof AMBIGUITY_OF;

/** The ambiguities that some readings belong to, each once. */
export const ambiguitiesOf = (readings: readonly ReadingId[]): Ambiguity[] => [
  ...new Set(readings.map((reading) => AMBIGUITY_OF[reading])),
];

/** A rule of the vendor's articles; `platform`: the portal's own behaviour, which no article tells. */
export type Rule = 'C3' | 'C5' | 'C6' | 'C7' | 'C8' | 'C9' | 'C10' | 'C11' | 'C12' | 'C13' | 'C14' | 'C15' | 'platform';
