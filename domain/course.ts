/** How a dialog goes on: whose turn it is and what was seen of its course. Returns the same object when nothing is new. */
import type { DialogCourse, DialogStatus, SupportDialog, Turn } from './dialogs.ts';
import type { PortalEvent } from './events.ts';
import type { LastWord } from './reading.ts';

export type Message = Extract<PortalEvent, { type: 'message.arrived' }>;

/** The portal's times and ours differ by a little. */
const SAME_MOMENT = 2_000;

type Known = Pick<SupportDialog, 'turn' | 'lastActivityAt'>;

/** The turn after a reading: the page's own word if it had one, else what is known unless something was missed. */
export function turnAfterReading(
  known: Known | null,
  lastWord: LastWord | null,
  lastActivityAt: number | null,
): Turn | null {
  const turn = known?.turn ?? null;
  if (lastWord && lastWord.at > (turn?.at ?? 0) + SAME_MOMENT) {
    const since = turn?.author === lastWord.author ? turn.since : lastWord.at;
    return { author: lastWord.author, since, at: lastWord.at, source: 'page' };
  }
  // A message that nobody heard: whose it was is not known.
  const isMissed = (lastActivityAt ?? 0) > (known?.lastActivityAt ?? 0) + SAME_MOMENT;
  return isMissed ? null : turn;
}

/** Epoch ms of a message: the portal's own time, because every tab tells every message at a time of its own. */
export const momentOf = (message: Message, at: number): number => Math.min(message.lastActivityAt ?? at, at);

/** Turn and course after a message; notices of the portal change neither. */
export function turnAfterMessage(
  { turn, course }: SupportDialog,
  message: Message,
  at: number,
): Pick<SupportDialog, 'turn' | 'course'> {
  const { author } = message;
  const isTold = turn !== null && turn.author === author && turn.at >= at;
  // The bot greets at once and owes nobody an answer: it stays support's turn.
  const isBotsGreeting = author === 'support' && !message.isByPerson && turn?.author === 'me';
  if (author === null || author === 'system' || isTold || isBotsGreeting) return { turn, course };
  const since = turn?.author === author ? turn.since : at;
  return { turn: { author, since, at, source: 'event' }, course: courseAfterMessage(course, message, at) };
}

/** The mark on a message and the notice after it tell of one refusal. */
const ONE_REFUSAL = 60_000;

/** Epoch ms of the refusal that counts after one was told at `at`. */
export const refusedSince = (known: number | null, at: number): number =>
  known !== null && at - known < ONE_REFUSAL ? known : at;

function courseAfterMessage(course: DialogCourse, { author, isByPerson }: Message, at: number): DialogCourse {
  if (author === 'me' && course.firstOwnAt === null) return { ...course, firstOwnAt: at };
  // The bot greets at once; only a person's answer is a reply.
  const isFirstReply = isByPerson && course.firstOwnAt !== null && course.firstReplyAt === null;
  return isFirstReply ? { ...course, firstReplyAt: at } : course;
}

/** The course after the status was told; `added` before it: the dialog was just created. */
export function courseWith(
  course: DialogCourse,
  before: DialogStatus | 'added' | null,
  after: DialogStatus,
  at: number,
): DialogCourse {
  if (before === 'added') return { ...course, createdAt: at, ...(after === 'open' && { openedAt: at }) };
  // Seen for the first time: when it came to be so is not known.
  if (before === null || before === after) return course;
  if (after === 'open') return { ...course, openedAt: at, closedAt: null };
  return after === 'close' ? { ...course, closedAt: at } : course;
}
