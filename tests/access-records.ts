/** Records and readings as the database and the application meet them: the domain's samples in a chat of their own. */
import type { GrantRecord, LookalikeRecord } from '../domain/access/record.ts';
import type { AccessReading, Sighting } from '../domain/access/verdict.ts';
import type { AccessTotals } from '../domain/access/view.ts';
import * as samples from './domain/access-records.ts';

/** A portal where nobody asks and nobody is inside. */
export const NO_ACCESS: AccessTotals = {
  pending: 0,
  pendingSince: null,
  running: 0,
  overdue: 0,
  warnings: 0,
  nextEndAt: null,
};

const SUPPORT = { kind: 'support', id: '5', name: 'Поддержка Битрикс24', isVerified: true } as const;

export const grantRecord = (changes: Partial<GrantRecord> = {}): GrantRecord =>
  samples.grant({
    id: '10:77',
    copies: [],
    sender: SUPPORT,
    requestedAt: 1_000,
    changedAt: 1_000,
    ...changes,
  });

export const lookalikeRecord = (changes: Partial<LookalikeRecord> = {}): LookalikeRecord =>
  samples.lookalike({
    id: '20:79',
    copies: [],
    sender: { kind: 'person', id: '3', name: 'Пётр', isVerified: false },
    requestedAt: 1_000,
    changedAt: 1_000,
    lastAt: 1_000,
    ...changes,
  });

/** A verified request in the main chat, as a reading tells it. */
export const sighting = (changes: Partial<Sighting> = {}): Sighting =>
  samples.sighting({
    messageId: 77,
    chatId: 10,
    dialogId: '5',
    sentAt: 1_000,
    sender: SUPPORT,
    days: 21,
    ...changes,
  });

/** A reading that looked everywhere and found this. */
export const accessReading = (
  sightings: readonly Sighting[] = [],
  changes: Partial<AccessReading> = {},
): AccessReading => ({
  carriers: [{ dialogId: '5', chatId: 10, kind: 'support' }],
  hasNotifications: true,
  sightings,
  gone: [],
  readUpTo: [],
  hasMore: false,
  failure: null,
  userName: 'Ирина Орлова',
  ...changes,
});
