/** What proves how a request was answered or how an access ended. Nothing here guesses: without proof it is unclear. */
import type { AnsweredBy, ChangeReason, GrantRecord, PartnerRecord, RequestCopy } from './record.ts';
import type { Sighting } from './verdict.ts';

export type RequestRecord = GrantRecord | PartnerRecord;

/** What else is known while a message is looked at. */
export interface ChangeContext {
  now: number;
  /** Epoch ms of the look at this message before this one; null: not known. */
  lastLookAt: number | null;
  /** The portal's own button under this message that was pressed last in this browser. */
  pressed: { button: 'allow' | 'deny' | 'end' | null; at: number } | null;
  /** Later messages that tell of the answer, as `noticesFor` picks them. */
  notices: readonly Sighting[];
}

export interface Finding {
  /** `gone`: the message went away, which proves nothing. */
  kind: 'verified' | 'returned' | 'granted' | 'declined' | 'ended' | 'unclear' | 'gone';
  why: ChangeReason;
  /** Epoch ms; the earliest possible where nobody looked for long. */
  at: number;
  /** False when nobody knows the moment. */
  isMomentKnown: boolean;
  /** Days that the answer names; null: none. */
  days: number | null;
  answeredBy: AnsweredBy | null;
}

/** A press is told at once, its effect comes with an event or with the next reading. */
const PRESS_COUNTS_FOR = 60_000;
/** Looks so close to each other date what changed between them. */
const LOOKS_ARE_CLOSE = 15 * 60_000;

export const isPressRecent = ({ pressed, now }: ChangeContext): boolean =>
  pressed !== null && Math.abs(now - pressed.at) <= PRESS_COUNTS_FOR;

/** How a request whose buttons are gone was answered; `look` is null when the message is gone as well. */
export function findAnswer(
  record: RequestRecord,
  before: RequestCopy | null,
  look: Sighting | null,
  context: ChangeContext,
): Finding {
  const said = saidOf(before, look, context);
  const byText = said && ANSWER_OF_TEXT[said.says];
  const byColour = ANSWER_OF_TONE[newTone(before, look) ?? 'none'];
  const byPress = isPressRecent(context) ? ANSWER_OF_BUTTON[context.pressed?.button ?? 'none'] : null;
  const found = { ...momentOf(record, look, said, context), days: said?.days ?? look?.days ?? null };
  // What is only probably a request has only probably an answer.
  const isDisputed = record.state === 'seen' || byText === 'unclear' || (byText && byColour && byText !== byColour);
  const [kind, why] = isDisputed
    ? (['unclear', 'keyboardGone'] as const)
    : byText
      ? ([byText, 'text'] as const)
      : byColour
        ? ([byColour, 'colour'] as const)
        : ([byPress ?? 'unclear', byPress ? 'pressedHere' : 'keyboardGone'] as const);
  return { ...found, kind, why, answeredBy: answererOf(kind, byPress, context) };
}

/** How an access ended; null without a proof. `hadButton`: what ends it was there until now. */
export function findEnd(
  record: RequestRecord,
  before: RequestCopy | null,
  look: Sighting | null,
  hadButton: boolean,
  context: ChangeContext,
): Finding | null {
  const said = saidOf(before, look, context);
  const tone = newTone(before, look);
  // The end of a partner's support is good news to the portal; a vendor's access may keep the colour of its beginning.
  const isColoured = tone === 'negative' || (record.kind === 'partner' && tone === 'positive');
  const isPressed = hadButton && isPressRecent(context) && context.pressed?.button === 'end';
  const isOut = hadButton || record.state === 'unknown';
  const why = said?.says === 'ended' ? 'text' : isOut && isColoured ? 'colour' : isPressed ? 'pressedHere' : null;
  return (
    why && { kind: 'ended', why, ...momentOf({ answeredAt: null }, look, said, context), days: null, answeredBy: null }
  );
}

/** A finding that needs no proof of its own. */
export function plainFinding(
  kind: Finding['kind'],
  why: ChangeReason,
  record: RequestRecord,
  look: Sighting | null,
  context: ChangeContext,
): Finding {
  const isLate = record.state === 'unknown' && record.startsAt === null;
  const moment = momentOf({ answeredAt: isLate ? record.answeredAt : null }, look, null, context);
  // An access that goes on was answered long ago.
  const isAnswer = (kind === 'granted' || kind === 'unclear') && record.startsAt === null;
  const answeredBy = isAnswer ? (isPressRecent(context) ? 'here' : 'elsewhere') : null;
  return { kind, why, ...moment, days: look?.days ?? null, answeredBy };
}

/** True when the message says now that it was refused, and did not before. */
export const isNewlyRefused = (before: RequestCopy | null, look: Sighting): boolean =>
  before !== null && ((look.says === 'denied' && before.says !== 'denied') || newTone(before, look) === 'negative');

/** That a request has ended may as well mean that it was taken back. */
const ANSWER_OF_TEXT = { granted: 'granted', denied: 'declined', ended: 'unclear' } as const;
const ANSWER_OF_TONE = { positive: 'granted', negative: 'declined', none: null } as const;
const ANSWER_OF_BUTTON = { allow: 'granted', deny: 'declined', end: null, none: null } as const;

interface Said {
  says: 'granted' | 'denied' | 'ended';
  /** Epoch ms of the notice; an edited message tells no time. */
  at: number | null;
  days: number | null;
}

/** What words say of the answer: the message's own, if they are new, else those of the last notice after it. */
function saidOf(before: RequestCopy | null, look: Sighting | null, { notices }: ChangeContext): Said | null {
  const own = look?.says ?? null;
  if (look && isAnswerWord(own) && own !== before?.says) return { says: own, at: null, days: look.days };
  const notice = notices.at(-1);
  if (!notice || !isAnswerWord(notice.says)) return null;
  return { says: notice.says, at: notice.sentAt, days: notice.days };
}

/** True for a word about an answer, not about the question. */
export const isAnswerWord = (says: Sighting['says']): says is Said['says'] => says !== null && says !== 'requested';

/** A colour that was there while it still asked tells nothing. */
const newTone = (before: RequestCopy | null, look: Sighting | null) =>
  look && look.tone !== (before?.tone ?? null) ? look.tone : null;

function momentOf(
  { answeredAt }: { answeredAt: number | null },
  look: Sighting | null,
  said: Said | null,
  { now, pressed, lastLookAt, ...context }: ChangeContext,
): { at: number; isMomentKnown: boolean } {
  if (answeredAt !== null) return { at: answeredAt, isMomentKnown: true };
  if (pressed && isPressRecent({ now, pressed, lastLookAt, ...context }))
    return { at: pressed.at, isMomentKnown: true };
  if (said && said.at !== null) return { at: Math.min(said.at, now), isMomentKnown: true };
  if (lastLookAt === null || now - lastLookAt <= LOOKS_ARE_CLOSE) return { at: now, isMomentKnown: true };
  return { at: Math.min(now, Math.max(look?.sentAt ?? 0, lastLookAt)), isMomentKnown: false };
}

/** A press here that had another effect than the one on show was too late: somebody else had answered. */
function answererOf(kind: Finding['kind'], byPress: string | null, context: ChangeContext): AnsweredBy {
  const isOurs = isPressRecent(context) && (kind === 'unclear' || byPress === null || byPress === kind);
  return isOurs ? 'here' : 'elsewhere';
}
