/** What stands on top of the register: what waits, what runs, and in which order. */
import type { IntegratorRecord } from '../../../domain/access/record.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { IconName } from '../../Icon.tsx';
import { groupOf, mayRun } from './register-rows.ts';

export type Tone = 'good' | 'warning' | 'danger' | 'plain';

const TONES: Partial<Record<RegisterRow['state'], Tone>> = {
  overdue: 'danger',
  warned: 'danger',
  ending: 'warning',
  pending: 'warning',
  seen: 'warning',
  unknown: 'warning',
  granted: 'good',
};

export const toneOf = ({ state }: RegisterRow): Tone => TONES[state] ?? 'plain';

/** A tone for a small mark: what is past is quiet. */
export const markToneOf = (row: RegisterRow): Tone | 'quiet' => (groupOf(row) === 'past' ? 'quiet' : toneOf(row));

const ICONS: Partial<Record<RegisterRow['state'], IconName>> = {
  seen: 'clock',
  pending: 'clock',
  warned: 'near',
  overdue: 'near',
  unknown: 'near',
  granted: 'key',
  ending: 'key',
  active: 'open',
  present: 'open',
};

/** The sign beside a state's words; a tick for what is settled. */
export const iconOf = ({ state }: RegisterRow): IconName => ICONS[state] ?? 'close';

const ORDER: readonly RegisterRow['state'][] = [
  'warned',
  'pending',
  'seen',
  'overdue',
  'unknown',
  'ending',
  'granted',
  'active',
];

/** Warnings, requests, and what runs or may run; the most pressing first. */
export function worthALook(rows: readonly RegisterRow[], now: number): RegisterRow[] {
  const endOf = (row: RegisterRow) => (row.kind === 'vendor' ? (row.endsAt ?? 0) : 0);
  return rows
    .filter(
      (row) => row.kind !== 'integrator' && (groupOf(row) === 'open' || groupOf(row) === 'running' || mayRun(row, now)),
    )
    .sort(
      (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || endOf(a) - endOf(b) || a.requestedAt - b.requestedAt,
    );
}

/** Accounts that are there, the one that was not looked at for longest first. */
export const presentIntegrators = (rows: readonly RegisterRow[]) =>
  rows
    .filter((row) => row.kind === 'integrator' && row.state === 'present')
    .flatMap((row) => (row.kind === 'integrator' ? [row] : []))
    .sort((a, b) => a.reviewedAt - b.reviewedAt || a.since - b.since);

/** False while nobody has looked at it since it was found. */
export const wasReviewed = ({
  reviewedAt,
  requestedAt,
}: Pick<IntegratorRecord, 'reviewedAt' | 'requestedAt'>): boolean => reviewedAt > requestedAt;
