/** Reasons, turns and warnings of dialogs in words. */
import type { Attention } from './attention.ts';
import type { CardMessages } from './cards-text.ts';
import type { Author } from './dialogs.ts';
import type { FinishReason } from './finish-order.ts';
import type { SlotsView } from './view.ts';

/** Why a dialog is a candidate for finishing, and for how long. */
export function finishSentence(
  text: CardMessages,
  { reason, since }: { reason: FinishReason; since: number | null },
  now: number,
): string {
  const { finish, finishFor } = text.words;
  return since === null ? finish[reason] : finishFor[reason](text.duration(now - since));
}

/** Whose turn a dialog is, as the cards tell it. */
export interface TurnTold {
  /** Who wrote last. */
  author: Author;
  since: number;
  /** Working time in ms since then; null: not worth telling. */
  worked: number | null;
}

/** Who is to write next and since when. */
export function turnSentence(text: CardMessages, turn: TurnTold | null, now: number): string {
  const { words } = text;
  if (!turn) return words.turnUnknown;
  const passed = text.duration(now - turn.since);
  const worked = turn.worked === null ? null : text.duration(turn.worked);
  // Saying the same length twice helps nobody.
  return worked === null || worked === passed
    ? words.turnFor[turn.author](passed)
    : words.turnForWorked[turn.author](passed, worked);
}

/** Why a dialog needs the user. */
export function attentionSentence(text: CardMessages, attention: Attention, now: number): string {
  const { words } = text;
  switch (attention.kind) {
    case 'waiting':
      return words.attention.waiting(text.duration(attention.worked));
    case 'idle':
      return words.attention.idle(words.workingDays(attention.days));
    case 'refused':
      return words.attention.refused(text.duration(now - attention.since));
  }
}

/** The title of the card that says that all slots are in use. */
export function fullTitle(text: CardMessages, all: (max: number) => string, slots: SlotsView): string {
  const { used, limit } = slots;
  const max = limit?.kind === 'count' ? limit.max : 0;
  if (used === null) return all(max);
  if (slots.atMost) return text.guard.atMost(used, max);
  return used > max ? text.guard.over(used, max) : all(max);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "5 hours", "6 days": whole units, the largest that says enough. */
export function formatDuration(language: string, ms: number): string {
  const [unit, size] = ms < HOUR ? (['minute', MINUTE] as const) : ms < 2 * DAY ? (['hour', HOUR] as const) : DAYS;
  const value = Math.max(1, Math.floor(ms / size));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** "a, b and c". */
export const formatList = (language: string, items: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

const DAYS = ['day', DAY] as const;
