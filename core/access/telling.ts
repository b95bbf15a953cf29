/** What a person says of a record. Every correction is a line of its own in the history; nothing is rewritten there. */
import type { AccessWish } from '../../bitrix24/surface-protocol.ts';
import { bannerOf, dismissalKey } from '../../domain/access/banner.ts';
import type { GrantEvent, PartnerEvent } from '../../domain/access/chart-events.ts';
import type { AccessRecord, RecordField } from '../../domain/access/record.ts';
import { toldOfMoved } from '../../domain/access/reminders.ts';
import { type Showing, withShowing } from '../../domain/access/shown.ts';
import { type Dialogs, ticketOf } from './links.ts';
import { move, type RequestRecord } from './moves.ts';
import type { Register } from './register.ts';

interface Work {
  register: Register;
  dialogs: Dialogs;
  now: number;
}

type WishOf<T extends AccessWish['type']> = Extract<AccessWish, { type: T }>;

/** Takes what a person says; false when it does not fit the record. */
export function tellRecord(work: Work, record: AccessRecord, wish: AccessWish): boolean {
  const { register, now } = work;
  switch (wish.type) {
    case 'snoozed':
      register.put({ ...record, snoozedUntil: wish.until }, now);
      register.note(record.id, now, 'you', { kind: 'snoozed', until: wish.until });
      return true;
    case 'setAside':
    case 'takenBack':
      return setAside(work, record, wish.type === 'setAside');
    case 'confirmed':
      return isRequest(record) && moveBy(work, record, [{ type: 'request.confirmed' }]);
    case 'dismissed':
      return dismiss(work, record);
    case 'answered':
      return answer(work, record, wish);
    case 'reasonGiven':
      return giveReason(work, record, wish);
    case 'corrected':
      return correct(work, record, wish);
    case 'reviewed':
      return review(work, record);
    case 'folded':
    case 'unfolded':
    case 'announced':
      return show(work, record, wish.type);
    case 'pressed':
      return false;
  }
}

const isRequest = (record: AccessRecord): record is RequestRecord =>
  record.kind === 'vendor' || record.kind === 'partner';

function moveBy({ register, now }: Work, record: RequestRecord, events: (GrantEvent | PartnerEvent)[]): boolean {
  const how = { by: 'you', why: 'person', answeredBy: null, answerer: '', now } as const;
  return move(register, record, events, how) !== record;
}

function setAside({ register, now }: Work, record: AccessRecord, isAside: boolean): boolean {
  register.put({ ...record, setAsideAt: isAside ? now : null, snoozedUntil: 0 }, now);
  if (isAside !== (record.setAsideAt !== null)) {
    register.note(record.id, now, 'you', { kind: isAside ? 'setAside' : 'takenBack' });
  }
  return true;
}

function dismiss(work: Work, record: AccessRecord): boolean {
  const { register, now } = work;
  if (record.kind === 'lookalike') {
    register.put({ ...record, state: 'dismissed' }, now);
    register.note(record.id, now, 'you', { kind: 'state', from: record.state, to: 'dismissed', why: 'person' });
    return true;
  }
  if (isRequest(record) && record.state === 'seen') return moveBy(work, record, [{ type: 'request.rejected' }]);
  const key = dismissalKey(record, now);
  if (key === null) return false;
  register.put({ ...record, told: [...record.told, key] }, now);
  return true;
}

/** Nothing of it is history: it only tells pages how to show the banner. */
function show({ register, now }: Work, record: AccessRecord, showing: Showing): boolean {
  const banner = bannerOf(record, now);
  if (banner === null) return false;
  register.put(withShowing(record, banner, showing), now);
  return true;
}

/** Said by a person, so it holds from any state. */
function answer(work: Work, record: AccessRecord, wish: WishOf<'answered'>): boolean {
  const { register, now } = work;
  const at = Math.min(wish.at, now);
  if (record.kind === 'integrator') {
    register.put({ ...record, state: 'gone', endedAt: at }, now);
    register.note(record.id, now, 'you', { kind: 'state', from: record.state, to: 'gone', why: 'person' });
    return true;
  }
  if (!isRequest(record)) return false;
  const events = record.kind === 'vendor' ? grantAnswer(wish, at) : partnerAnswer(wish, at);
  const isAnswer = wish.answer === 'granted' || wish.answer === 'declined';
  const answerer = wish.answerer ?? '';
  const how = { by: 'you', why: 'person', answeredBy: isAnswer ? 'entered' : null, answerer, now } as const;
  const moved = move(register, record, events, how);
  // Who says how it was answered has been asked for all that there is to say.
  if (isAnswer && !moved.isReasonAsked) register.put({ ...moved, isReasonAsked: true }, now);
  return moved !== record;
}

function grantAnswer({ answer: to, days }: WishOf<'answered'>, at: number): GrantEvent[] {
  const length: GrantEvent[] = days === undefined ? [] : [{ type: 'length.set', days, source: 'entered' }];
  return [...length, { type: 'corrected', to, at }];
}

function partnerAnswer({ answer: said }: WishOf<'answered'>, at: number): PartnerEvent[] {
  const to = said === 'granted' ? 'active' : said === 'declined' ? 'declined' : 'ended';
  return [{ type: 'corrected', to, at }];
}

function giveReason(work: Work, record: AccessRecord, { reason, ticket, chatId }: WishOf<'reasonGiven'>): boolean {
  work.register.put({ ...record, isReasonAsked: true }, work.now);
  const changes = { ...(reason && { reason }), ...(ticket && { ticket }), ...(chatId !== null && { chatId }) };
  correctFields(work, record.id, changes);
  return true;
}

function correct(work: Work, record: AccessRecord, { changes }: WishOf<'corrected'>): boolean {
  const { days, startsAt, ...fields } = changes;
  const events: GrantEvent[] = [];
  if (startsAt !== undefined) events.push({ type: 'start.set', at: Math.min(startsAt, work.now) });
  if (days !== undefined) events.push({ type: 'length.set', days, source: 'entered' });
  if (isRequest(record) && events.length > 0) {
    moveBy(work, record, events);
    const moved = work.register.get(record.id);
    // An access that has not begun has no beginning to correct.
    if (moved && isRequest(moved) && moved.startsAt !== record.startsAt) {
      noteField(work, record.id, 'startsAt', String(record.startsAt ?? ''), String(moved.startsAt ?? ''));
    }
  }
  correctFields(work, record.id, fields);
  return true;
}

type Fields = Omit<WishOf<'corrected'>['changes'], 'days' | 'startsAt'>;

function correctFields(work: Work, id: string, { chatId, name, requestedAt, ...texts }: Fields): void {
  const { register, now } = work;
  const change = (field: RecordField, from: string, to: string, changed: (record: AccessRecord) => AccessRecord) => {
    const record = register.get(id);
    if (!record || from === to) return;
    register.put(changed(record), now);
    noteField(work, id, field, from, to);
  };
  const record = register.get(id);
  if (!record) return;
  for (const field of ['ticket', 'reason', 'answerer'] as const) {
    const text = texts[field];
    if (text !== undefined) change(field, record[field], text, (each) => ({ ...each, [field]: text }));
  }
  if (chatId !== undefined) {
    const dialog = chatId === null ? null : { chatId, source: 'entered' as const };
    // A guess that a person confirms is one no more.
    const before = record.dialog?.source === 'entered' || chatId === null ? record.dialog?.chatId : undefined;
    change('dialog', String(before ?? ''), String(chatId ?? ''), (each) => ({
      ...each,
      dialog,
      ticket: each.ticket || (dialog ? ticketOf(dialog, work.dialogs) : ''),
    }));
  }
  if (requestedAt !== undefined) {
    const at = Math.min(requestedAt, now);
    change('requestedAt', String(record.requestedAt), String(at), (each) => ({
      ...each,
      requestedAt: at,
      told: toldOfMoved(each.told, each.requestedAt, at),
    }));
  }
  if (name !== undefined) rename(record, name, change);
}

type ChangeField = (
  field: RecordField,
  from: string,
  to: string,
  changed: (record: AccessRecord) => AccessRecord,
) => void;

function rename(record: AccessRecord, name: string, change: ChangeField): void {
  if (record.kind === 'partner') {
    change('partnerName', record.partnerName, name, (each) => ({ ...each, partnerName: name }) as AccessRecord);
  } else if (record.kind === 'integrator') {
    change('name', record.sender.name, name, (each) => ({ ...each, sender: { ...each.sender, name } }));
  }
}

const noteField = ({ register, now }: Work, id: string, field: RecordField, from: string, to: string): void =>
  register.note(id, now, 'you', { kind: 'field', field, from, to });

function review({ register, now }: Work, record: AccessRecord): boolean {
  if (record.kind !== 'integrator') return false;
  register.put({ ...record, reviewedAt: now }, now);
  register.note(record.id, now, 'you', { kind: 'reviewed' });
  return true;
}
