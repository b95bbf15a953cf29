/** What a reading saw, laid to the records it belongs to. Nothing here decides: charts and `changeOf` do. */
import { type Change, changeOf, copyOf } from '../../domain/access/change.ts';
import { inOrder, lookalikeAfter, recordOf, splitCopies } from '../../domain/access/merge.ts';
import { noticesFor } from '../../domain/access/notices.ts';
import type { AccessRecord, LookalikeRecord, RequestCopy } from '../../domain/access/record.ts';
import type { AccessReading, Sighting } from '../../domain/access/verdict.ts';
import type { AccessWatch, Press } from '../../domain/access/watch.ts';
import type { Settings } from '../../domain/settings.ts';
import { beginRecord } from './beginning.ts';
import { move, type RequestRecord } from './moves.ts';
import { withUnknownCommands } from './query.ts';
import type { Register } from './register.ts';

export interface Work {
  register: Register;
  watch: AccessWatch;
  settings: Settings;
  now: number;
}

/** A press explains a change for a minute; after that it is forgotten. */
const PRESS_KEEPS_FOR = 2 * 60_000;

/** Takes all that a reading saw; what is watched for afterwards. */
export function takeSightings(work: Work, reading: AccessReading): AccessWatch {
  const looks = inOrder(reading.sightings);
  for (const look of looks) takeSighting(work, look, reading.sightings);
  for (const { copy, recordId } of goneCopies(work.register.all, reading)) {
    takeGone(work, recordId, copy, reading.sightings);
  }
  for (const record of work.register.all) splitRequest(work, record, looks);
  const presses = work.watch.presses.filter(({ at }) => Math.abs(work.now - at) < PRESS_KEEPS_FOR);
  const unknown = [...new Set(looks.flatMap(({ unknownCommands }) => unknownCommands))];
  return withUnknownCommands({ ...work.watch, presses }, unknown, work.now);
}

function takeSighting(work: Work, look: Sighting, all: readonly Sighting[]): void {
  const { register, now } = work;
  const belonging = recordOf(look, register.all);
  if (!belonging) {
    beginRecord(work, look);
    return;
  }
  const { record, how } = belonging;
  if (record.kind === 'lookalike') takeLookalike(register, record, look, now);
  else if (record.kind !== 'integrator') {
    const before = how === 'same' ? (record.copies.find((copy) => isSame(copy, look)) ?? null) : null;
    const change = ask(work, record, before, look, all);
    const kept = withLook(record, before, look);
    register.put(kept, now);
    if (how === 'copy') {
      const { dialogId, messageId } = look;
      register.note(record.id, now, 'portal', { kind: 'copySeen', dialogId, messageId });
    }
    apply(work, kept, change);
  }
}

function takeLookalike(register: Register, record: LookalikeRecord, look: Sighting, now: number): void {
  const next = lookalikeAfter(record, look, now);
  register.put(next, now);
  if (next.state !== record.state) register.tell('access.warned', record.id, now);
}

function takeGone(work: Work, recordId: string, copy: RequestCopy, all: readonly Sighting[]): void {
  // Another copy of it may have gone a moment before.
  const record = work.register.get(recordId);
  if (record?.kind !== 'vendor' && record?.kind !== 'partner') return;
  const change = ask(work, record, copy, 'gone', all);
  const kept = {
    ...record,
    copies: record.copies.map((each) => (each === copy ? { ...copy, keyboard: 'gone' as const } : each)),
  };
  work.register.put(kept, work.now);
  apply(work, kept, change);
}

function ask(
  { register, watch, now }: Work,
  record: RequestRecord,
  before: RequestCopy | null,
  look: Sighting | 'gone',
  all: readonly Sighting[],
): Change | null {
  const pressed = before && pressOf(record, watch);
  const notices = noticesFor(record, register.all, all).filter((notice) => isNews(notice, record, watch, now));
  const context = { now, lastLookAt: watch.readAt, pressed, notices };
  return record.kind === 'vendor' ? changeOf(record, before, look, context) : changeOf(record, before, look, context);
}

/** A press on one copy answers all of them, and any of them may be looked at first; of two that differ, either may count. */
function pressOf({ copies }: RequestRecord, { presses }: AccessWatch): Omit<Press, 'chatId' | 'messageId'> | null {
  const [last, ...others] = presses.filter((press) => copies.some((copy) => isPressOn(press, copy)));
  if (!last) return null;
  return { at: last.at, button: others.every(({ button }) => button === last.button) ? last.button : null };
}

/** The portal sends the words a moment before or after it changes the buttons. */
const WORDS_COME_WITHIN = 10 * 60_000;

/** Words that were there at an earlier look, while nothing had changed, or before a person's word, tell nothing of now. */
function isNews(notice: Sighting, { answeredBy }: RequestRecord, { readUpTo }: AccessWatch, now: number): boolean {
  const [, readTo] = readUpTo.find(([chatId]) => chatId === notice.chatId) ?? [notice.chatId, 0];
  return notice.messageId > readTo || (answeredBy !== 'entered' && now - notice.sentAt < WORDS_COME_WITHIN);
}

function apply({ register, watch, now }: Work, record: RequestRecord, change: Change | null): void {
  if (!change) return;
  const { events, why, answeredBy } = change;
  const answerer = answeredBy === 'here' ? watch.userName : '';
  const moved = move(register, record, events, { by: 'portal', why, answeredBy, answerer, now });
  if (moved !== record || events.length > 0) return;
  // It proves nothing and is worth a line all the same.
  register.note(record.id, now, 'portal', { kind: 'state', from: record.state, to: record.state, why });
}

/** Messages that were not found again, and notifications that are not listed any more. */
function goneCopies(records: readonly AccessRecord[], reading: AccessReading) {
  const isGone = (copy: RequestCopy) =>
    copy.carrier === 'message'
      ? reading.gone.some(({ chatId, messageId }) => chatId === copy.chatId && messageId === copy.messageId)
      : reading.hasNotifications && !reading.sightings.some((look) => isSame(copy, look));
  return records.flatMap((record) =>
    record.kind === 'vendor' || record.kind === 'partner'
      ? record.copies
          .filter((copy) => copy.keyboard !== 'gone' && isGone(copy))
          .map((copy) => ({ recordId: record.id, copy }))
      : [],
  );
}

function splitRequest({ register, now }: Work, record: AccessRecord, looks: readonly Sighting[]): void {
  if (record.kind !== 'vendor' || record.copies.length < 2) return;
  const split = splitCopies(record, looks, now);
  if (!split) return;
  register.put(split.kept, now);
  for (const own of split.own) {
    register.put(own, now);
    register.note(own.id, now, 'portal', { kind: 'seen', state: own.state, because: own.because });
    register.tell('access.requested', own.id, now);
  }
}

/** The record with the message as it is now; the same object when nothing about it is new. */
function withLook<R extends RequestRecord>(record: R, before: RequestCopy | null, look: Sighting): R {
  const copy = copyOf(look);
  const asksForPassword = record.asksForPassword || look.asksForPassword;
  const namesOutsideAddress = record.namesOutsideAddress || look.namesOutsideAddress;
  const isSameWarning =
    asksForPassword === record.asksForPassword && namesOutsideAddress === record.namesOutsideAddress;
  if (before && isSameWarning && JSON.stringify(copy) === JSON.stringify(before)) return record;
  const others = record.copies.filter((each) => !isSame(each, look));
  return { ...record, copies: [...others, copy], asksForPassword, namesOutsideAddress };
}

type Place = Pick<RequestCopy, 'carrier' | 'chatId' | 'messageId'>;

const isSame = (a: Place, b: Place): boolean =>
  a.carrier === b.carrier && a.chatId === b.chatId && a.messageId === b.messageId;

const isPressOn = (press: { chatId: number; messageId: number }, copy: RequestCopy): boolean =>
  press.chatId === copy.chatId && press.messageId === copy.messageId;
