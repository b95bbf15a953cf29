/** Calls as rows of a table and as the contents of a file. */
import type { Call } from '../../../domain/calls/calls.ts';
import type { CsvCell } from '../../../domain/csv.ts';
import type { PrivacyMessages } from '../../../domain/privacy-text.ts';
import { isoTime, localTime } from '../dialog-rows.ts';

/** Scheme and host of the portal that was called. */
export const originOf = ({ portal }: Call): string => portal.replace(/\|[^|]*$/, '');

/** The number of the user in whose name it was called. */
const userOf = ({ portal }: Call): string => /\|([^|]*)$/.exec(portal)?.[1] ?? '';

/** The address as people read it. */
export const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '');

/** Calls to one portal; with null all of them. */
export const callsTo = (calls: readonly Call[], origin: string | null): readonly Call[] =>
  origin === null ? calls : calls.filter((call) => originOf(call) === origin);

/** The portals that were called, by address. */
export const calledPortals = (calls: readonly Call[]): string[] =>
  [...new Set(calls.map(originOf))].sort((one, other) => hostOf(one).localeCompare(hostOf(other)));

export const callColumns = ({ column, milliseconds, user }: PrivacyMessages['calls']): { name: string }[] =>
  [column.time, column.portal, user, column.action, milliseconds, column.outcome].map((name) => ({ name }));

/** The kind of a request; the portal's own name for it, where one was kept. */
export const actionOf = ({ action }: Call, words: PrivacyMessages['calls']): string =>
  action === 'other' ? words.other : action;

export const callCells = (call: Call, words: PrivacyMessages['calls']): CsvCell[] => [
  localTime(call.at),
  hostOf(originOf(call)),
  userOf(call),
  actionOf(call, words),
  call.ms,
  words.outcome[call.outcome],
];

export const plainCall = (call: Call) => ({
  at: isoTime(call.at),
  portal: originOf(call),
  user: userOf(call),
  action: call.action,
  ms: call.ms,
  outcome: call.outcome,
});
