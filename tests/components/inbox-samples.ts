/** What can need a person, for the tests of the inbox. */
import type { InboxItem, InboxReason } from '../../domain/inbox/item.ts';
import { DAY, FAILURES, HOUR, MINUTE, NOW, portal } from './samples.ts';

/** The record that all reasons are about. */
export const RECORD = '7:501';
/** Every kind of reason, with all that changes its words. */
export const INBOX_REASONS: readonly InboxReason[] = [
  { kind: 'lookalike', recordId: RECORD, name: 'Поддержка', count: 1 },
  { kind: 'lookalike', recordId: RECORD, name: 'Поддержка', count: 5 },
  { kind: 'request', recordId: RECORD, days: 21, daysSource: 'parsed' },
  { kind: 'request', recordId: RECORD, days: 21, daysSource: 'preset' },
  { kind: 'probable', recordId: RECORD, days: 21, daysSource: 'preset' },
  { kind: 'partner', recordId: RECORD, name: 'Север' },
  { kind: 'partner', recordId: RECORD, name: '' },
  { kind: 'overdue', recordId: RECORD, endsAt: NOW - 2 * DAY, daysSource: 'preset' },
  { kind: 'overdue', recordId: RECORD, endsAt: null, daysSource: 'parsed' },
  { kind: 'ending', recordId: RECORD, endsAt: NOW + 2 * DAY, daysSource: 'preset' },
  { kind: 'ending', recordId: RECORD, endsAt: NOW + HOUR, daysSource: 'entered' },
  { kind: 'ending', recordId: RECORD, endsAt: null, daysSource: 'entered' },
  { kind: 'ticketClosed', recordId: RECORD, endsAt: NOW + DAY, daysSource: 'parsed' },
  { kind: 'unclear', recordId: RECORD },
  { kind: 'refused', chatId: 2 },
  { kind: 'full', used: 5, max: 5, isAssumed: false, atMost: false },
  { kind: 'full', used: 5, max: 5, isAssumed: true, atMost: false },
  { kind: 'over', used: 6, max: 5, isAssumed: false, atMost: false },
  { kind: 'over', used: 6, max: 5, isAssumed: false, atMost: true },
  { kind: 'waiting', chatId: 2, worked: 26 * HOUR },
  { kind: 'waiting', chatId: 999, worked: 40 * MINUTE },
  { kind: 'idle', chatId: 2, days: 3 },
  { kind: 'parked', draftId: 'a', topic: 'Печать чеков' },
  { kind: 'parked', draftId: 'a', topic: '' },
  ...(['checked', 'recorded', 'uninstalling', 'absent', 'installing', 'finishing', 'compared', 'stopped'] as const).map(
    (state) => ({ kind: 'reinstall' as const, runId: 'r', name: 'ChatApp', state }),
  ),
  { kind: 'ruleUncertain', ruleId: 'r1', name: 'Ответ ждёт', count: 1 },
  { kind: 'ruleUncertain', ruleId: 'r1', name: 'Ответ ждёт', count: 3 },
  { kind: 'ruleOff', ruleId: 'r1', name: 'Ответ ждёт' },
  { kind: 'signedOut' },
  ...FAILURES.map((failure) => ({ kind: 'unreadable' as const, failure })),
];

export const INBOX_VIEW = portal({ used: 5, view: { label: 'Ромашка', colour: 'teal' } });

export const inboxItem = (reason: InboxReason, changes: Partial<InboxItem> = {}): InboxItem => ({
  ...{ id: JSON.stringify(reason), portal: INBOX_VIEW.key, host: INBOX_VIEW.host, at: NOW - 2 * HOUR },
  reason,
  ...changes,
});
