/** The page's claim about itself, parsed: the page may say anything. */
import * as v from 'valibot';
import type { LastWord } from '../domain/reading.ts';

export const PageClaimSchema = v.object({
  userId: v.pipe(v.string(), v.regex(/^\d{0,12}$/)),
  language: v.pipe(v.string(), v.maxLength(10)),
  token: v.pipe(v.string(), v.maxLength(200)),
  generation: v.picklist(['v2', 'v1', 'none']),
  hasStore: v.boolean(),
  isAdministrator: v.nullable(v.boolean()),
  isConnected: v.boolean(),
});

export const LayoutClaimSchema = v.object({
  dialogId: v.pipe(v.string(), v.maxLength(100)),
  sendsByEnter: v.boolean(),
});

/** Chats as the page's own data has them; a number that is not one spoils all, as it cannot be told which are right. */
export const ChatClaims = v.array(
  v.tuple([
    v.pipe(v.number(), v.integer(), v.minValue(1)),
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    v.unknown(),
    v.unknown(),
  ]),
);

/** A person of the support, as the page's own data names them; their bot has a number of its own. */
const SUPPORT_PERSON = /^network-[\w-]{1,60}$/;

/** Who wrote last, from an author id; null for a notice and for the bot, which greets at once and waits for nobody. */
export function lastWordOf(authorId: unknown, at: unknown, userId: string): LastWord | null {
  if (typeof at !== 'number' || !(at > 0)) return null;
  if (String(authorId) === userId) return { author: 'me', at };
  return typeof authorId === 'string' && SUPPORT_PERSON.test(authorId) ? { author: 'support', at } : null;
}
