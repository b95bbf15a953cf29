/** What a record and its history say in words. */
import type { HistoryEntry } from '../../../domain/access/record.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { nameOfRecord, type RegisterWords } from './register-rows.ts';

/** Names a dialog by its chat id. */
export type NameOfChat = (chatId: number) => string;

/** "verified", "recorded by hand"; empty where nobody sent anything. */
export function senderMark({ origin, kind, sender }: RegisterRow, { register }: RegisterWords): string {
  if (origin === 'entered') return register.entered;
  if (kind === 'integrator') return '';
  return sender.isVerified ? register.verified : register.notVerified;
}

/** Who answered; empty when nobody did, or nobody knows. */
export function answererWords({ answerer, answeredBy }: RegisterRow, { register }: RegisterWords): string {
  const how = answeredBy ? register.answeredBy[answeredBy] : '';
  return answerer && how ? `${answerer}, ${how}` : answerer || how;
}

/** Dates that a record's field may hold as a text. */
const EPOCH = /^\d{12,14}$/;

/** One line of the history as a sentence. */
export function historySentence(
  { change }: HistoryEntry,
  row: RegisterRow | null,
  words: RegisterWords,
  { now, nameOfChat }: { now: number; nameOfChat: NameOfChat },
): string {
  const { access, register } = words;
  const { history } = register;
  const time = (at: number) => access.clock(at, now);
  switch (change.kind) {
    case 'seen':
      return history.seen(stateName(change.state, row, words));
    case 'copySeen':
      return history.copySeen;
    case 'state': {
      const sentence = history.state(stateName(change.from, row, words), stateName(change.to, row, words));
      return `${sentence}: ${access.why[change.why]}`;
    }
    case 'length': {
      const length = [access.days(change.days), access.length.source[change.source]] as const;
      return change.endsAt === null
        ? history.length(...length)
        : history.lengthUntil(...length, access.date(change.endsAt, now));
    }
    case 'field':
      return fieldSentence(change, words, { time, nameOfChat });
    case 'snoozed':
      return change.until === 0 ? history.unsnoozed : history.snoozed(time(change.until));
    case 'setAside':
    case 'takenBack':
    case 'reviewed':
    case 'ticketClosed':
      return history[change.kind];
    case 'reminded':
      return history.reminded[change.reminder.kind](change.reminder.days);
    case 'signIns':
      return history.signIns(change.count, change.unlisted);
  }
}

type FieldChange = Extract<HistoryEntry['change'], { kind: 'field' }>;

function fieldSentence(
  { field, from, to }: FieldChange,
  { register: { history } }: RegisterWords,
  { time, nameOfChat }: { time: (at: number) => string; nameOfChat: NameOfChat },
): string {
  const value = (text: string) => {
    if ((field === 'startsAt' || field === 'requestedAt') && EPOCH.test(text)) return time(Number(text));
    return field === 'dialog' && /^\d+$/.test(text) ? nameOfChat(Number(text)) : text;
  };
  const name = history.field[field];
  if (to === '') return history.fieldCleared(name, value(from));
  return from === '' ? history.fieldSet(name, value(to)) : history.fieldChanged(name, value(from), value(to));
}

/** A state that the history names; a record's kind decides which words it has. */
function stateName(state: string, row: RegisterRow | null, { access }: RegisterWords): string {
  const words: Record<string, string> = access.state[row?.kind ?? 'vendor'];
  return words[state] ?? state;
}

/** What a record is called where it stands alone. */
export const titleOfRecord = (row: RegisterRow, { register }: RegisterWords): string => {
  const name = nameOfRecord(row, register);
  return name === register.kind[row.kind] ? name : `${register.kind[row.kind]}: ${name}`;
};
