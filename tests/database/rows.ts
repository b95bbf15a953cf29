/** Rows of a database as tests write them. */
import type { PortalChanges } from '../../database/portals.ts';
import type { PortalRow } from '../../database/schema.ts';
import { NOTHING_WATCHED } from '../../domain/access/watch.ts';
import type { Draft } from '../../domain/drafts.ts';
import type { DialogRecord } from '../../domain/ledger.ts';
import { NOTHING_SEEN } from '../../domain/market/view.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import { NO_WATCH } from '../../domain/watch/watch.ts';
import { UNTOLD } from '../readings.ts';

export const ORIGIN = 'https://demo.bitrix24.ru';

export const row = (userId: string, origin = ORIGIN): PortalRow => ({
  key: `${origin}|${userId}`,
  origin,
  userId,
  language: 'ru',
  botId: '5',
  limit: 5,
  limitEventAt: 0,
  readingStartedAt: 1,
  readingLeaseUntil: 0,
  readingTab: null,
  askedAt: 0,
  attempts: [1, 2],
  missedSince: 0,
  failures: 0,
  nextCheckAt: 9,
  seenAt: 3,
  isRightClaimed: false,
  chip: { edge: 'left', offset: 1, isHidden: false },
  settings: DEFAULT_SETTINGS,
  countedSlots: null,
  toldAttention: [],
  nextAttentionAt: null,
  access: NOTHING_WATCHED,
  market: NOTHING_SEEN,
  watch: NO_WATCH,
});

export const record = (chatId: number, changes: Partial<DialogRecord> = {}): DialogRecord => ({
  chatId,
  dialogId: `chat${chatId}`,
  isMain: false,
  title: '<b>Mail</b>',
  status: 'open',
  lastActivityAt: 1,
  unread: 'some',
  ...UNTOLD,
  openSeenAt: 1,
  eventAt: 2,
  statusAt: 1,
  ...changes,
});

export const changes = (userId: string, parts: Partial<PortalChanges> = {}): PortalChanges => ({
  row: row(userId),
  changedDialogs: [],
  removedChatIds: [],
  snapshots: [
    { portal: `${ORIGIN}|${userId}`, machine: 'support-slots', schema: 2, savedAt: 1, snapshot: { status: 'active' } },
  ],
  removedMachines: [],
  changedNotes: [],
  changedDrafts: [],
  removedDraftIds: [],
  entries: [],
  changedGrants: [],
  history: [],
  changedReinstalls: [],
  removedReinstalls: [],
  ...parts,
});

export const DRAFT: Draft = {
  id: '6f0b1f0a-3b44-4b8e-9a1c-7d0f3b1c2a11',
  kind: 'parked',
  state: 'waiting',
  title: 'Почта',
  text: 'مرحبا 👩‍👩‍👧 <b>',
  dialogId: null,
  createdAt: 1,
  changedAt: 2,
  offeredAt: null,
  snoozedUntil: 0,
};
