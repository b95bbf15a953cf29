/** What a person corrects in a record: the texts of the fields, and what is to be told once they make sense. */
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { AnswerName, RecordProblem, RegisterMessages } from '../../../domain/register-text.ts';
import { isBefore, momentText, parseDays, parseMoment, pastProblem } from './record-input.ts';
import { nameOfRecord } from './register-rows.ts';

export interface CorrectionTexts {
  /** Empty: as it is. */
  answer: AnswerName | '';
  /** When it was answered, revoked or ended. */
  at: string;
  requestedAt: string;
  startsAt: string;
  days: string;
  ticket: string;
  /** Empty: no dialog. */
  chatId: string;
  reason: string;
  answerer: string;
  name: string;
}

export type CorrectionField = keyof CorrectionTexts;

/** What the background is told; each becomes a line of the history. */
export type CorrectionEvent =
  | { type: 'answered'; answer: AnswerName; at: number; answerer?: string; days?: number }
  | { type: 'corrected'; changes: CorrectionChanges };

export interface CorrectionChanges {
  days?: number;
  startsAt?: number;
  requestedAt?: number;
  ticket?: string;
  chatId?: number | null;
  reason?: string;
  answerer?: string;
  name?: string;
}

/** Answers that a person may give for a kind of record. */
export const ANSWERS_OF: Record<RegisterRow['kind'], readonly AnswerName[]> = {
  vendor: ['granted', 'declined', 'revoked', 'ended'],
  partner: ['granted', 'declined', 'ended'],
  integrator: ['ended'],
  lookalike: [],
};

/** What the state of a record says already; a date of it is corrected in its own field. */
const SAID: Partial<Record<RegisterRow['state'], AnswerName>> = {
  granted: 'granted',
  ending: 'granted',
  overdue: 'granted',
  active: 'granted',
  declined: 'declined',
  revoked: 'revoked',
  ended: 'ended',
  gone: 'ended',
};

/** Answers that would change the record. */
export const answersLeft = (row: RegisterRow): readonly AnswerName[] =>
  ANSWERS_OF[row.kind].filter((answer) => answer !== SAID[row.state]);

const startOf = (row: RegisterRow): number | null =>
  row.kind === 'vendor' || row.kind === 'partner' ? row.startsAt : null;

const textOf = (at: number | null): string => (at === null ? '' : momentText(at));

/** The fields as they stand in the record. */
export function textsOf(row: RegisterRow, words: RegisterMessages, now: number): CorrectionTexts {
  return {
    answer: '',
    at: momentText(now),
    requestedAt: momentText(row.requestedAt),
    startsAt: textOf(startOf(row)),
    days: row.kind === 'vendor' ? String(row.days) : '',
    ticket: row.ticket,
    chatId: row.dialog ? String(row.dialog.chatId) : '',
    reason: row.reason,
    answerer: row.answerer,
    name: row.kind === 'partner' ? row.partnerName : nameOfRecord(row, words),
  };
}

/** True for a field that the kind of record, and what is said of it, have. */
export function isCorrectable(row: RegisterRow, texts: CorrectionTexts, field: CorrectionField): boolean {
  const { kind } = row;
  switch (field) {
    case 'answer':
      return answersLeft(row).length > 0;
    case 'at':
      return texts.answer !== '';
    case 'startsAt':
      return startOf(row) !== null && texts.answer !== 'granted';
    case 'requestedAt':
    case 'reason':
      return kind === 'vendor' || kind === 'partner';
    case 'answerer':
      return (kind === 'vendor' || kind === 'partner') && (row.answeredAt !== null || texts.answer !== '');
    case 'days':
    case 'ticket':
    case 'chatId':
      return kind === 'vendor';
    case 'name':
      return kind === 'partner' || kind === 'integrator';
  }
}

/** What is wrong with the fields that are on show. */
export function correctionProblems(
  row: RegisterRow,
  texts: CorrectionTexts,
  now: number,
): Partial<Record<CorrectionField, RecordProblem>> {
  const isEnd = texts.answer === 'ended' || texts.answer === 'revoked';
  const start = parseMoment(texts.startsAt);
  const requested = parseMoment(texts.requestedAt);
  const found: Record<string, RecordProblem | null> = {
    at:
      pastProblem(texts.at, now) ??
      (isEnd && isBefore(texts.at, start) ? 'endBeforeStart' : null) ??
      (!isEnd && isBefore(texts.at, requested) ? 'startBeforeRequest' : null),
    requestedAt: pastProblem(texts.requestedAt, now),
    startsAt: pastProblem(texts.startsAt, now) ?? (isBefore(texts.startsAt, requested) ? 'startBeforeRequest' : null),
    days: parseDays(texts.days) === null ? 'days' : null,
    name: texts.name.trim() !== '' ? null : row.kind === 'partner' ? 'partnerMissing' : 'nameMissing',
  };
  const problems = Object.entries(found).filter(
    ([field, problem]) => problem !== null && isCorrectable(row, texts, field as CorrectionField),
  );
  return Object.fromEntries(problems);
}

/** What differs from the record, to be told in this order. */
export function correctionEvents(before: CorrectionTexts, texts: CorrectionTexts, row: RegisterRow): CorrectionEvent[] {
  const isNew = (field: CorrectionField) =>
    isCorrectable(row, texts, field) && texts[field].trim() !== before[field].trim();
  const { answer } = texts;
  const answerer = texts.answerer.trim();
  const days = parseDays(texts.days);
  const saysLength = answer === 'granted' && isNew('days') && days !== null;
  const changes: CorrectionChanges = {
    ...(isNew('days') && !saysLength && days !== null && { days }),
    ...momentChange('startsAt', isNew('startsAt') ? texts.startsAt : ''),
    ...momentChange('requestedAt', isNew('requestedAt') ? texts.requestedAt : ''),
    ...(isNew('ticket') && { ticket: texts.ticket.trim() }),
    ...(isNew('chatId') && { chatId: texts.chatId === '' ? null : Number(texts.chatId) }),
    ...(isNew('reason') && { reason: texts.reason.trim() }),
    ...(isNew('answerer') && answer === '' && { answerer }),
    ...(isNew('name') && { name: texts.name.trim() }),
  };
  const at = parseMoment(texts.at);
  return [
    ...(answer !== '' && at !== null
      ? [{ type: 'answered' as const, answer, at, ...(answerer && { answerer }), ...(saysLength && { days }) }]
      : []),
    ...(Object.keys(changes).length > 0 ? [{ type: 'corrected' as const, changes }] : []),
  ];
}

function momentChange(name: 'startsAt' | 'requestedAt', text: string): CorrectionChanges {
  const at = text === '' ? null : parseMoment(text);
  return at === null ? {} : { [name]: at };
}
