/** A record that a person writes down: the texts of its fields, and the record once they make sense. */
import type { AnswerName, RecordProblem } from '../../../domain/register-text.ts';
import { isBefore, momentText, parseDays, parseMoment, pastProblem } from './record-input.ts';

export interface EntryTexts {
  /** Made with the form, so that saving again is the same record. */
  id: string;
  kind: 'vendor' | 'partner' | 'integrator';
  state: 'pending' | AnswerName;
  requestedAt: string;
  /** Of the answer; of a partner and an account since when. */
  startsAt: string;
  endedAt: string;
  days: string;
  ticket: string;
  /** Empty: no dialog. */
  chatId: string;
  reason: string;
  answerer: string;
  partnerName: string;
  name: string;
  userId: string;
}

export type EntryField = keyof EntryTexts;
export type EntryProblems = Partial<Record<EntryField, RecordProblem>>;

/** What the background is asked to keep. */
export type EnteredAccess =
  | {
      kind: 'vendor';
      id: string;
      state: EntryTexts['state'];
      requestedAt: number;
      startsAt: number | null;
      endedAt?: number;
      days: number;
      ticket: string;
      chatId: number | null;
      reason: string;
      answerer: string;
    }
  | { kind: 'partner'; id: string; partnerName: string; startsAt: number; reason: string; answerer: string }
  | { kind: 'integrator'; id: string; name: string; userId: string; since: number };

export const newEntry = (id: string, now: number, days: number): EntryTexts => ({
  id,
  kind: 'vendor',
  state: 'granted',
  requestedAt: momentText(now),
  startsAt: momentText(now),
  endedAt: '',
  days: String(days),
  ticket: '',
  chatId: '',
  reason: '',
  answerer: '',
  partnerName: '',
  name: '',
  userId: '',
});

const isOver = ({ state }: EntryTexts): boolean => state === 'revoked' || state === 'ended';
/** True for a field that the kind and the state of the record have. */
export function hasField(texts: EntryTexts, field: EntryField): boolean {
  const { kind, state } = texts;
  switch (field) {
    case 'state':
    case 'requestedAt':
    case 'ticket':
    case 'chatId':
      return kind === 'vendor';
    case 'startsAt':
      return kind !== 'vendor' || state !== 'pending';
    case 'endedAt':
      return kind === 'vendor' && isOver(texts);
    case 'days':
      return kind === 'vendor' && state !== 'declined';
    case 'reason':
      return kind !== 'integrator';
    case 'answerer':
      return kind === 'partner' || (kind === 'vendor' && state !== 'pending');
    case 'partnerName':
      return kind === 'partner';
    case 'name':
    case 'userId':
      return kind === 'integrator';
    default:
      return true;
  }
}

/** What is wrong with the fields that are on show. */
export function entryProblems(texts: EntryTexts, now: number): EntryProblems {
  const { kind, requestedAt, startsAt, endedAt } = texts;
  const found: Record<string, RecordProblem | null> = {
    requestedAt: pastProblem(requestedAt, now),
    startsAt:
      pastProblem(startsAt, now) ??
      (kind === 'vendor' && isBefore(startsAt, parseMoment(requestedAt)) ? 'startBeforeRequest' : null),
    endedAt:
      endedAt === ''
        ? null
        : (pastProblem(endedAt, now) ?? (isBefore(endedAt, parseMoment(startsAt)) ? 'endBeforeStart' : null)),
    days: parseDays(texts.days) === null ? 'days' : null,
    partnerName: texts.partnerName.trim() === '' ? 'partnerMissing' : null,
    name: texts.name.trim() === '' ? 'nameMissing' : null,
    userId: /^\d{0,12}$/.test(texts.userId.trim()) ? null : 'userId',
  };
  const problems = Object.entries(found).filter(
    ([field, problem]) => problem !== null && hasField(texts, field as EntryField),
  );
  return Object.fromEntries(problems);
}

/** The record that the texts stand for; null while something is wrong with them. */
export function entryOf(texts: EntryTexts, now: number): EnteredAccess | null {
  if (Object.keys(entryProblems(texts, now)).length > 0) return null;
  const { id, kind, state } = texts;
  const startsAt = parseMoment(texts.startsAt) ?? now;
  const [reason, answerer] = [texts.reason.trim(), texts.answerer.trim()];
  if (kind === 'partner') return { kind, id, partnerName: texts.partnerName.trim(), startsAt, reason, answerer };
  if (kind === 'integrator') {
    return { kind, id, name: texts.name.trim(), userId: texts.userId.trim(), since: startsAt };
  }
  const endedAt = isOver(texts) ? parseMoment(texts.endedAt) : null;
  return {
    kind,
    id,
    state,
    requestedAt: parseMoment(texts.requestedAt) ?? now,
    startsAt: state === 'pending' ? null : startsAt,
    ...(endedAt !== null && { endedAt }),
    days: parseDays(texts.days) ?? 1,
    ticket: texts.ticket.trim(),
    chatId: texts.chatId === '' ? null : Number(texts.chatId),
    reason,
    answerer: state === 'pending' ? '' : answerer,
  };
}
